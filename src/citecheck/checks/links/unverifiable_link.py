"""A URL that stands behind a wall.

The site turns away who is no person or has no account (401, 403, 406, 429, 451, 999), asks for consent, or shows a test. That says
nothing about the page: a person must look. A registered DOI is fine even where its publisher has a wall.

Wrong: nothing. Right: nothing; the finding is a list of what to open by hand.

To mend it, open the address in a browser. `treat_as` and `accept` under `[links.hosts."example.org"]` silence a host for good.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.links.told import TEXT, URL, told
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.links import Link, LinkReport, LinkStatus
from citecheck.model.phrase import Phrase
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="LNK003",
    name="unverifiable-link",
    severity=Severity.INFO,
    messages={
        "wall": {
            "en": Wording("The link could not be verified: {url} ({reason}).", "Open it in a browser."),
            "fr": Wording("Le lien n'a pas pu être vérifié : {url} ({reason}).", "L'ouvrir dans un navigateur."),
        },
    },
)

EXAMPLES = (
    Example(
        TEXT, (URL,), links=(Link(URL, LinkStatus.UNVERIFIABLE, Phrase.of("turned-away", status="403 Forbidden")),)
    ),
    Example(TEXT, links=(Link(URL, LinkStatus.OK, Phrase.of("answered", status="200 OK")),)),
)


def check(x: LinkReport) -> Iterator[Finding | Abstention]:
    """Each URL that a wall stands before."""
    for one in told(x, [LinkStatus.UNVERIFIABLE]):
        yield one.finding(RULE, "wall")
