"""A URL of one page that leads to the site's home page.

The page is gone, and the site sends all who look for it to its root, or to the root of a language. A reader does not find the
source there. The address of a home page itself is fine.

Wrong: "https://example.org/news/2014/report" that ends on "https://example.org/". Right: the page's new address.

To mend it, look for the page on the site, or cite an archived copy.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.links.told import TEXT, URL, lost, told
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.links import Link, LinkReport, LinkStatus
from citecheck.model.phrase import Phrase
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="LNK006",
    name="redirected-to-home",
    severity=Severity.ERROR,
    messages={
        "home": {
            "en": Wording(
                "The link leads to the home page: {url} ({reason}).",
                "Find the page on the site, or cite an archived copy.",
            ),
            "fr": Wording(
                "Le lien mène à la page d'accueil : {url} ({reason}).",
                "Retrouver la page sur le site, ou citer une copie archivée.",
            ),
        },
        "archived": {
            "en": Wording("The link leads to the home page: {url} ({reason}).", "A copy of {day} is archived: {copy}"),
            "fr": Wording(
                "Le lien mène à la page d'accueil : {url} ({reason}).", "Une copie du {day} est archivée : {copy}"
            ),
        },
    },
)

EXAMPLES = (
    Example(TEXT, (URL,), links=(Link(URL, LinkStatus.HOME, Phrase.of("home", url="https://quai.example/")),)),
    Example(TEXT, links=(Link(URL, LinkStatus.OK, Phrase.of("answered", status="200 OK")),)),
)


def check(x: LinkReport) -> Iterator[Finding | Abstention]:
    """Each URL that ends on a home page."""
    for one in told(x, [LinkStatus.HOME]):
        yield lost(RULE, one, "home")
