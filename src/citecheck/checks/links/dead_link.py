"""A URL whose page is gone.

It answers that there is nothing (404, 410), its host does not exist, or the host refuses the connection: each seen twice. A
reader cannot find the source. What only could not be verified (a wall, a time-out, a server's error) is never called dead.
All places of one URL, in all languages, are one finding.

Wrong: an address that answers "404 Not Found". Right: the address at which the page is now, or that of an archived copy.

To mend it, look for the page's new address; `citecheck links --archive` looks for an archived copy nearest to the day on
which the source was read.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.links.told import TEXT, URL, lost, told
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.links import Link, LinkReport, LinkStatus
from citecheck.model.phrase import Phrase
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="LNK001",
    name="dead-link",
    severity=Severity.ERROR,
    messages={
        "dead": {
            "en": Wording("The link is dead: {url} ({reason}).", "Find its new address, or cite an archived copy."),
            "fr": Wording(
                "Le lien est mort : {url} ({reason}).", "Trouver sa nouvelle adresse, ou citer une copie archivée."
            ),
        },
        "archived": {
            "en": Wording("The link is dead: {url} ({reason}).", "A copy of {day} is archived: {copy}"),
            "fr": Wording("Le lien est mort : {url} ({reason}).", "Une copie du {day} est archivée : {copy}"),
        },
    },
)

EXAMPLES = (
    Example(TEXT, (URL,), links=(Link(URL, LinkStatus.DEAD, Phrase.of("gone", status="404 Not Found", times=2)),)),
    Example(
        TEXT,
        links=(
            Link(URL, LinkStatus.UNREACHABLE, Phrase.of("server-error", status="503 Service Unavailable", times=3)),
        ),
    ),
    Example(TEXT, links=(Link(URL, LinkStatus.OK, Phrase.of("answered", status="200 OK")),)),
)


def check(x: LinkReport) -> Iterator[Finding | Abstention]:
    """Each URL that is gone."""
    for one in told(x, [LinkStatus.DEAD]):
        yield lost(RULE, one, "dead")
