"""A URL that answers with a page that says it is not there.

The server says that all is well, but the page's title or main heading says that there is none, and an address beside it that
nobody made shows the same page. A page that merely mentions such words is fine.

Wrong: an address that shows "Page not found". Right: the address at which the page is now.

To mend it, look for the page's new address, or cite an archived copy.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.links.told import TEXT, URL, lost, told
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.links import Link, LinkReport, LinkStatus
from citecheck.model.phrase import Phrase
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="LNK004",
    name="soft-404",
    severity=Severity.ERROR,
    messages={
        "soft": {
            "en": Wording("The page is gone: {url} ({reason}).", "Find its new address, or cite an archived copy."),
            "fr": Wording(
                "La page a disparu : {url} ({reason}).", "Trouver sa nouvelle adresse, ou citer une copie archivée."
            ),
        },
        "archived": {
            "en": Wording("The page is gone: {url} ({reason}).", "A copy of {day} is archived: {copy}"),
            "fr": Wording("La page a disparu : {url} ({reason}).", "Une copie du {day} est archivée : {copy}"),
        },
    },
)

EXAMPLES = (
    Example(TEXT, (URL,), links=(Link(URL, LinkStatus.SOFT_404, Phrase.of("says-not-there", words="Page not found")),)),
    Example(TEXT, links=(Link(URL, LinkStatus.OK, Phrase.of("answered", status="200 OK")),)),
)


def check(x: LinkReport) -> Iterator[Finding | Abstention]:
    """Each URL whose page says that it is not there."""
    for one in told(x, [LinkStatus.SOFT_404]):
        yield lost(RULE, one, "soft")
