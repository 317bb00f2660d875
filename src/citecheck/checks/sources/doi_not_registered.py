"""A DOI that is not registered.

The handle service was asked twice, and does not know it, while the agency of its prefix answers: mostly a sign was mistyped.

Wrong: "https://doi.org/10.5555/ice.11" where the article is 10.5555/ice.1. Right: a DOI that opens the article.

To mend it, copy the DOI from the publisher's page.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.sources.told import ENTRY, TEXT, source_finding, with_status
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.sources import Judged, SourceReport, SourceStatus

RULE = Rule(
    code="SRC005",
    name="doi-not-registered",
    severity=Severity.ERROR,
    messages={
        "unknown": {
            "en": Wording("The DOI of {source} is not registered: {doi}.", "Copy it from the publisher's page."),
            "fr": Wording("Le DOI de {source} n'est pas enregistré : {doi}.", "Le copier depuis la page de l'éditeur."),
        },
    },
    wordless=True,
)

EXAMPLES = (
    Example(TEXT, (ENTRY,), sources=(Judged(SourceStatus.UNREGISTERED),)),
    Example(TEXT, sources=(Judged(SourceStatus.NOT_ANSWERED),)),
)


def check(x: SourceReport) -> Iterator[Finding | Abstention]:
    """Works whose DOI the handle service does not know."""
    for one in with_status(x, (SourceStatus.UNREGISTERED,)):
        yield source_finding(RULE, one, "unknown", doi=one.subject.doi or "")
