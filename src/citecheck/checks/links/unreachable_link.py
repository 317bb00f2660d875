"""A URL that did not answer properly, however often it was tried.

The host took too long, broke the connection, could not be looked up, or answered that it has a fault, three times with a pause
in between; or its redirects go round in a circle. It may be back tomorrow, so it is not called dead.

Wrong: an address that has been answering "500 Internal Server Error" for weeks. Right: one that answers.

To mend it, try again on another day; if it stays so, look for another address or cite an archived copy.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.links.told import TEXT, URL, told
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.links import Link, LinkReport, LinkStatus
from citecheck.model.phrase import Phrase
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="LNK008",
    name="unreachable-link",
    severity=Severity.WARNING,
    messages={
        "unreachable": {
            "en": Wording("The link could not be reached: {url} ({reason}).", "Try again on another day."),
            "fr": Wording("Le lien n'a pas pu être atteint : {url} ({reason}).", "Réessayer un autre jour."),
        },
    },
)

EXAMPLES = (
    Example(
        TEXT,
        (URL,),
        links=(
            Link(URL, LinkStatus.UNREACHABLE, Phrase.of("server-error", status="503 Service Unavailable", times=3)),
        ),
    ),
    Example(TEXT, links=(Link(URL, LinkStatus.SKIPPED, Phrase.of("offline")),)),
    Example(TEXT, links=(Link(URL, LinkStatus.OK, Phrase.of("answered", status="200 OK")),)),
)


def check(x: LinkReport) -> Iterator[Finding | Abstention]:
    """Each URL that was not reached."""
    for one in told(x, [LinkStatus.UNREACHABLE]):
        yield one.finding(RULE, "unreachable")
