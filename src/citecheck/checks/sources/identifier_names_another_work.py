"""A DOI or a number that leads to another work.

Its record has another title and other authors: the reader who follows it opens something else. Where only one of the two differs it is a warning.

Wrong: the DOI of the article beside it in the journal. Right: the DOI of the article that is described.

To mend it, copy the DOI from the publisher's page.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.sources.told import ENTRY, TEXT, source_finding, with_status
from citecheck.languages.folding import fold
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.records import Record
from citecheck.model.reference import Person
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.sources import Judged, SourceReport, SourceStatus

RULE = Rule(
    code="SRC006",
    name="identifier-names-another-work",
    severity=Severity.ERROR,
    messages={
        "other": {
            "en": Wording(
                "The DOI of {source} leads to another work: “{found}” ({authors}), says {registry}.",
                "Copy the DOI from the publisher's page.",
            ),
            "fr": Wording(
                "Le DOI de {source} mène à une autre œuvre : « {found} » ({authors}), selon {registry}.",
                "Copier le DOI depuis la page de l'éditeur.",
            ),
        },
        "untold": {
            "en": Wording(
                "The DOI of {source} leads to another work: “{found}”, says {registry}.",
                "Copy the DOI from the publisher's page.",
            ),
            "fr": Wording(
                "Le DOI de {source} mène à une autre œuvre : « {found} », selon {registry}.",
                "Copier le DOI depuis la page de l'éditeur.",
            ),
        },
    },
    wordless=True,
    explains=("SRC001", "SRC002", "SRC003"),
)

RECORD = Record("crossref", ("A grammar of tides",), (Person("Low", "A."),), 1, doi="10.5555/ice.1")
EXAMPLES = (
    Example(TEXT, (ENTRY,), sources=(Judged(SourceStatus.OTHER_WORK, RECORD),)),
    Example(TEXT, sources=(Judged(SourceStatus.CONFIRMED, RECORD),)),
)
SHOWN = 3


def check(x: SourceReport) -> Iterator[Finding | Abstention]:
    """Works whose identifier has the record of another one."""
    for one in with_status(x, (SourceStatus.OTHER_WORK,)):
        if one.record is None or not one.record.titles:
            continue
        authors = "; ".join(person.family for person in one.record.authors[:SHOWN])
        # In another language, or of a part, a title may be the same work's all the same.
        other = {lang[:2] for lang, _ in one.subject.titles}.isdisjoint({(one.record.language or "")[:2]})
        named = {fold(person.family) for person in one.record.authors}
        first = bool(one.subject.authors) and fold(one.subject.authors[0].family) in named
        doubtful = first or (other and one.record.language is not None)
        yield source_finding(
            RULE,
            one,
            "other" if authors else "untold",
            severity=Severity.WARNING if doubtful else None,
            found=one.record.titles[0],
            authors=authors,
        )
