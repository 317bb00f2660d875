"""Authors of whom the accepted records do not have the first.

It takes two registries, or the record of the DOI itself. Order, initials, "et al." and shorter lists are no difference.

Wrong: "Roe, R. (2019)" where all records have Doe. Right: the authors of the publication.

To mend it, open the source, and print its authors.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.sources.told import ENTRY, TEXT, differing, source_finding
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.records import Record
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.sources import Difference, Judged, SourceReport, SourceStatus

RULE = Rule(
    code="SRC003",
    name="author-differs-from-source",
    severity=Severity.WARNING,
    messages={
        "differs": {
            "en": Wording(
                "{source} is printed as by {printed}; {registry} has {found}.",
                "Open the source, and print its authors.",
            ),
            "fr": Wording(
                "{source} est imprimé comme de {printed} ; {registry} donne {found}.",
                "Ouvrir la source et imprimer ses auteurs.",
            ),
        },
    },
    wordless=True,
)

RECORD = Record("crossref", ("The ice of the northern harbours",), doi="10.5555/ice.1")
EXAMPLES = (
    Example(
        TEXT, (ENTRY,), sources=(Judged(SourceStatus.DIFFERS, RECORD, (Difference("authors", "Roe", ("Doe; Low",)),)),)
    ),
    Example(TEXT, sources=(Judged(SourceStatus.CONFIRMED, RECORD),)),
)


def check(x: SourceReport) -> Iterator[Finding | Abstention]:
    """Works of which all accepted records have it otherwise."""
    for one, difference in differing(x, ("authors",)):
        yield source_finding(RULE, one, "differs", printed=difference.printed, found=difference.found)
