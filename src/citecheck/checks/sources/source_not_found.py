"""A work that every registry that was asked answered not to have.

That says nothing of the work: registries lack many. It is an information for who wants to look again, and never said of grey literature, news, laws, theses and archives, for which none is asked.

Wrong: nothing need be. Right: a title, authors and a year with which the work is found.

To mend it, compare the reference with the source; where a library has it, a waiver says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.sources.told import ENTRY, TEXT, source_finding, with_status
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.records import registry_name
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.sources import Judged, SourceReport, SourceStatus

RULE = Rule(
    code="SRC007",
    name="source-not-found",
    severity=Severity.INFO,
    messages={
        "none": {
            "en": Wording(
                "{source} was not found in {registries}.",
                "Compare the reference with the source; registries lack many works.",
            ),
            "fr": Wording(
                "{source} n'a pas été trouvé dans {registries}.",
                "Comparer la référence avec la source ; beaucoup d'œuvres manquent aux registres.",
            ),
        },
        "names": {
            "en": Wording(
                "{source} was not found in {registries}; a work of that title has other authors: {authors}.",
                "Compare the reference with the source.",
            ),
            "fr": Wording(
                "{source} n'a pas été trouvé dans {registries} ; une œuvre de ce titre a d'autres auteurs : {authors}.",
                "Comparer la référence avec la source.",
            ),
        },
    },
    wordless=True,
)

EXAMPLES = (
    Example(TEXT, (ENTRY,), sources=(Judged(SourceStatus.NOT_FOUND),)),
    Example(TEXT, sources=(Judged(SourceStatus.NOT_EXPECTED),)),
)
SHOWN = 3


def check(x: SourceReport) -> Iterator[Finding | Abstention]:
    """Works that no registry that was asked has."""
    for one in with_status(x, (SourceStatus.NOT_FOUND,)):
        asked = tuple(dict.fromkeys(registry_name(request.registry) for request in one.asked))
        authors = "; ".join(person.family for person in one.record.authors[:SHOWN]) if one.record is not None else ""
        yield source_finding(RULE, one, "names" if authors else "none", registries=asked, authors=authors)
