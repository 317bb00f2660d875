"""A document with all its citations resolved and its numbering judged."""

from __future__ import annotations

from citecheck.model.citations import FaultKind
from citecheck.resolve import resolve
from tests.parse.texts import document

NOTES = "<sup>1</sup> Doe, 2019.\n\n<sup>2</sup> Roe, 2020.\n"


def test_citations_works_faults_and_reading_are_of_one_document() -> None:
    made = document(f"One<sup>1</sup>.\n\n{NOTES}\n## Bibliography\n\nDoe, J. (2019). *Tides*. London: Quay.\n")
    citations = resolve(made)
    assert citations.document is made
    assert [one.status.value for one in citations.resolved] == ["entry", "missing"]
    assert [one.kind for one in citations.faults] == [FaultKind.NOTE_WITHOUT_MARKER]
    assert citations.numbering_unclear is None
    assert (citations.reading.called.all, citations.reading.called.good) == (2, 1)


def test_where_the_numbering_is_unclear_nothing_is_wrong_with_it() -> None:
    text = " ".join(f"Word<sup>{number}</sup>." for number in (1, 2, 3, 1, 2, 3, 1, 2, 3))
    notes = "".join(f"<sup>{number}</sup> Doe, 2020.\n\n" for number in range(1, 7))
    citations = resolve(document(f"{text}\n\n## Notes\n\n{notes}"))
    assert citations.numbering_unclear == "numbering-unclear"
    assert citations.faults == ()


def test_an_empty_document_has_nothing_to_resolve() -> None:
    citations = resolve(document(""))
    assert (citations.works, citations.resolved, citations.faults) == ((), (), ())
