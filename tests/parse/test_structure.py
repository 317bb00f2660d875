"""Superscript numbers that cite entries, and those that call notes."""

from __future__ import annotations

import pytest

from citecheck.model.document import NoteForm
from citecheck.model.source import Span
from citecheck.parse.structure import Call, Definition, EntryText, Structure, numbers_as_citations
from tests.parse.texts import document, whole

SPAN = whole("3")


def raised(*numbers: int) -> list[Call]:
    return [Call(SPAN, NoteForm.SUPERSCRIPT, str(number), 0, 0) for number in numbers]


def entries(*numbers: str | None) -> list[EntryText]:
    return [EntryText(SPAN, SPAN, number, 0, False) for number in numbers]


NOTE = Definition(SPAN, Span(SPAN.source, 0, 0), SPAN, NoteForm.SUPERSCRIPT, "1", 0)


@pytest.mark.parametrize(
    ("structure", "cited"),
    [
        (Structure(calls=raised(2, 1, 2), entries=entries("1", "2")), 3),
        (Structure(calls=raised(2, 1), entries=entries("1", "2")), 0),
        (Structure(calls=raised(2, 1, 2), entries=entries("1", "2"), definitions=[NOTE]), 0),
        (Structure(calls=raised(2, 1, 2), entries=entries(None, None)), 0),
        (Structure(), 0),
    ],
    ids=["entries", "too few", "notes", "entries without numbers", "nothing"],
)
def test_numbers_cite_where_they_can_be_nothing_else(structure: Structure, cited: int) -> None:
    calls = len(structure.calls)
    made = numbers_as_citations(structure)
    assert (len(made.cited_numbers), len(made.calls)) == (cited, calls - cited)


def test_calls_of_another_form_stay() -> None:
    label = Call(SPAN, NoteForm.LABEL, "a", 0, 0)
    made = numbers_as_citations(Structure(calls=[label, *raised(1, 2, 1)], entries=entries("1", "2")))
    assert made.calls == [label]


def test_a_superscript_number_cites_an_entry_where_it_can_be_nothing_else() -> None:
    made = document(
        "One<sup>1</sup>, two<sup>2</sup>, three<sup>1</sup>.\n\n## References\n\n1. Doe, J. (2019). A title.\n2. Roe, R. (2020). Another title.\n"
    )
    assert (made.markers, made.notes) == ((), ())
    assert [bracket.citations[0].target for bracket in made.brackets] == ["1", "2", "1"]


def listed(count: int) -> str:
    entries = (f"{number}. Doe, J. ({1990 + number}). Title {number}." for number in range(1, count + 1))
    return "\n\n## References\n\n" + "\n".join(entries) + "\n"


def test_a_superscript_number_that_no_entry_bears_is_cited_beside_many_that_entries_bear() -> None:
    cited = [1, 2, 1, 3, 4, 2, 97, 5, 3, 1, 4]
    made = document(" ".join(f"Word<sup>{number}</sup>." for number in cited) + listed(6))
    assert (made.markers, made.notes) == ((), ())
    assert [bracket.citations[0].target for bracket in made.brackets] == [str(number) for number in cited]


def test_superscript_numbers_that_only_go_on_are_markers_whose_notes_were_lost() -> None:
    made = document(" ".join(f"Word<sup>{number}</sup>." for number in range(1, 14)) + listed(12))
    assert len(made.markers) == 13
    assert made.brackets == ()


LINKED = [
    "[[{0}]](#footnote-{0})",
    "[[{0}]](#_ftn{0})",
    '<sup><sup id="footnote-ref-{0}"><a href="#x-footnote-{0}">[{0}]</a></sup></sup>',
    "<sup>{0}</sup>",
    '<sup><a href="#footnote-{0}">{0}</a></sup>',
]


@pytest.mark.parametrize("call", LINKED)
def test_numbers_that_a_converter_left_call_labelled_notes(call: str) -> None:
    text = "".join(f"A claim of {word}{call.format(at)}.\n\n" for at, word in enumerate(("elms", "oaks", "limes"), 1))
    notes = "".join(f"[^{at}]: Doe, J. (201{at}). *Elms {at}*. Oslo: Press.\n\n" for at in (1, 2, 3))
    read = document(text + notes)
    assert [(marker.form, marker.label) for marker in read.markers] == [(NoteForm.LABEL, str(at)) for at in (1, 2, 3)]
    assert [note.note_id for note in read.notes] == [marker.note_id for marker in read.markers]


def test_a_power_beside_labels_that_are_called_stays_one() -> None:
    read = document("A claim[^1] of 4 units<sup>2</sup>[^2].\n\n[^1]: Doe, 2019.\n\n[^2]: Roe, 2020.\n")
    assert [marker.label for marker in read.markers if marker.form is NoteForm.LABEL] == ["1", "2"]
