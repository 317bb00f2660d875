"""A title that every accepted record has otherwise.

Records in another language are not compared, nor are case, accents, articles, subtitles and marks of retraction.

Wrong: "Ice of the southern harbours" where the DOI's own record has "The ice of the northern harbours". Right: the title of the publication.

To mend it, open the source, and print its title.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.sources.told import ENTRY, TEXT, differing, source_finding
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.records import Record
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.sources import Difference, Judged, SourceReport, SourceStatus

RULE = Rule(
    code="SRC001",
    name="title-differs",
    severity=Severity.WARNING,
    messages={
        "differs": {
            "en": Wording(
                "The title of {source} is printed as “{printed}”; {registry} has “{found}”.",
                "Open the source, and print its title.",
            ),
            "fr": Wording(
                "Le titre de {source} est imprimé « {printed} » ; {registry} donne « {found} ».",
                "Ouvrir la source et imprimer son titre.",
            ),
        },
    },
    wordless=True,
)

RECORD = Record("crossref", ("The ice of the northern harbours",), doi="10.5555/ice.1")
EXAMPLES = (
    Example(
        TEXT,
        (ENTRY,),
        sources=(
            Judged(
                SourceStatus.DIFFERS,
                RECORD,
                (Difference("title", "The ice of the harbours", ("The ice of the northern harbours",)),),
            ),
        ),
    ),
    Example(TEXT, sources=(Judged(SourceStatus.CONFIRMED, RECORD),)),
)


def check(x: SourceReport) -> Iterator[Finding | Abstention]:
    """Works of which all accepted records have it otherwise."""
    for one, difference in differing(x, ("title",)):
        yield source_finding(RULE, one, "differs", printed=difference.printed, found=difference.found)
