"""A year that none of the dates of any accepted record has.

A record has several dates: in print, online, of the issue. Where the nearest is one year away it is an information, since publishers count so; the date of the record itself is none.

Wrong: 2012 where all records have 2019. Right: the year of the publication.

To mend it, open the source, and print its year.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.sources.told import ENTRY, TEXT, differing, source_finding
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.records import Record
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.sources import Difference, Judged, SourceReport, SourceStatus

RULE = Rule(
    code="SRC002",
    name="date-differs-from-source",
    severity=Severity.WARNING,
    messages={
        "differs": {
            "en": Wording(
                "The year of {source} is printed as {printed}; {registry} has {found}.",
                "Open the source, and print its year.",
            ),
            "fr": Wording(
                "L'année de {source} est imprimée {printed} ; {registry} donne {found}.",
                "Ouvrir la source et imprimer son année.",
            ),
        },
    },
    wordless=True,
)

RECORD = Record("crossref", ("The ice of the northern harbours",), doi="10.5555/ice.1")
EXAMPLES = (
    Example(
        TEXT, (ENTRY,), sources=(Judged(SourceStatus.DIFFERS, RECORD, (Difference("year", "2012", ("2019",), 7),)),)
    ),
    Example(TEXT, sources=(Judged(SourceStatus.CONFIRMED, RECORD),)),
)


def check(x: SourceReport) -> Iterator[Finding | Abstention]:
    """Works whose year no record has; at one year's distance, that is an information."""
    for one, difference in differing(x, ("year",)):
        severity = Severity.INFO if difference.distance == 1 else None
        yield source_finding(
            RULE, one, "differs", severity=severity, printed=difference.printed, found=difference.found
        )
