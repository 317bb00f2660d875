"""A volume or pages that every accepted record has otherwise.

Only the volume's number and the first page are compared.

Wrong: "12, 54–67" where all records have 45–67. Right: the pages of the publication.

To mend it, open the source, and print its volume and pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.sources.told import ENTRY, TEXT, differing, source_finding
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.records import Record
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.sources import Difference, Judged, SourceReport, SourceStatus

RULE = Rule(
    code="SRC009",
    name="volume-or-pages-differ",
    severity=Severity.WARNING,
    messages={
        "volume": {
            "en": Wording(
                "The volume of {source} is printed as {printed}; {registry} has {found}.",
                "Open the source, and print its volume.",
            ),
            "fr": Wording(
                "Le volume de {source} est imprimé {printed} ; {registry} donne {found}.",
                "Ouvrir la source et imprimer son volume.",
            ),
        },
        "pages": {
            "en": Wording(
                "The pages of {source} are printed as {printed}; {registry} has {found}.",
                "Open the source, and print its pages.",
            ),
            "fr": Wording(
                "Les pages de {source} sont imprimées {printed} ; {registry} donne {found}.",
                "Ouvrir la source et imprimer ses pages.",
            ),
        },
    },
    wordless=True,
)

RECORD = Record("crossref", ("The ice of the northern harbours",), doi="10.5555/ice.1")
EXAMPLES = (
    Example(
        TEXT, (ENTRY,), sources=(Judged(SourceStatus.DIFFERS, RECORD, (Difference("pages", "54-67", ("45-67",)),)),)
    ),
    Example(TEXT, sources=(Judged(SourceStatus.CONFIRMED, RECORD),)),
)


def check(x: SourceReport) -> Iterator[Finding | Abstention]:
    """Works whose volume or first page no record has."""
    for one, difference in differing(x, ("volume", "pages")):
        yield source_finding(RULE, one, difference.field, printed=difference.printed, found=difference.found)
