"""Numbering: each slip is one fault, at its root, and a document without a slip has none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model.citations import Fault, FaultKind
from citecheck.model.document import NoteForm
from citecheck.resolve import resolve
from tests.parse.texts import ANY_TEXT, QUICK, document


def text(markers: list[int], notes: list[int]) -> str:
    """A page with these markers, in this order, and these notes below it."""
    said = " ".join(f"Word word<sup>{label}</sup> goes on." for label in markers)
    return said + "\n\n" + "".join(f"<sup>{label}</sup> Doe, 2019, p. {at}\n\n" for at, label in enumerate(notes, 1))


def faults(*texts: str) -> tuple[Fault, ...]:
    return resolve(document(*texts)).faults


def told(found: tuple[Fault, ...]) -> list[tuple[FaultKind, str, str | None]]:
    return [(one.kind, one.place.label, one.expected) for one in found]


ALL = [1, 2, 3, 4, 5, 6]

SLIPS = [
    ([1, 2, 4, 5, 6], ALL, [(FaultKind.NOTE_WITHOUT_MARKER, "3", None)]),
    (ALL, [1, 2, 4, 5, 6], [(FaultKind.MARKER_WITHOUT_NOTE, "3", None)]),
    ([1, 2, 5, 6], ALL, [(FaultKind.NOTE_WITHOUT_MARKER, "3", None)]),
    ([1, 2, 2, 4, 5, 6], ALL, [(FaultKind.DUPLICATE_MARKER, "2", "3")]),
    ([1, 2, 3, 4, 5, 5], ALL, [(FaultKind.DUPLICATE_MARKER, "5", "6")]),
    ([1, 2, 3, 3, 4, 5, 6], ALL, [(FaultKind.DUPLICATE_MARKER, "3", None)]),
    (ALL, [1, 2, 2, 4, 5, 6], [(FaultKind.DUPLICATE_NOTE, "2", "3")]),
    ([1, 2, 4, 5, 6], [1, 2, 4, 5, 6], [(FaultKind.GAP, "4", None)]),
    ([1, 2, 8, 4, 5, 6], ALL, [(FaultKind.MARKER_WITHOUT_NOTE, "8", "3")]),
    ([1, 2, 4, 3, 5, 6], ALL, [(FaultKind.OUT_OF_ORDER, "4", None)]),
    (ALL, ALL, []),
    ([5, 6, 7, 8], [5, 6, 7, 8], []),
    ([], ALL, []),
    (ALL, [], []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("markers", "notes", "found"), SLIPS, ids=[f"{markers}-{notes}" for markers, notes, _ in SLIPS]
)
def test_a_slip_is_one_fault(
    markers: list[int], notes: list[int], found: list[tuple[FaultKind, str, str | None]]
) -> None:
    assert told(faults(text(markers, notes))) == found


def test_neighbours_that_lost_their_markers_together_are_one_fault() -> None:
    [fault] = faults(text([1, 4, 5, 6], [1, 2, 3, 4, 5, 6]))
    assert [place.label for place in (fault.place, *fault.others)] == ["2", "3"]


def test_a_gap_tells_every_number_that_it_skips() -> None:
    [fault] = faults(text([1, 2, 6, 7], [1, 2, 6, 7]))
    assert fault.missing == (3, 4, 5)


def test_labels_may_come_in_any_order() -> None:
    assert faults("One[^b], two[^a].\n\n[^a]: A.\n\n[^b]: B.") == ()


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("One[^a], two[^b].\n\n[^a]: A.", [(FaultKind.MARKER_WITHOUT_NOTE, "b", None)]),
        ("One[^a].\n\n[^a]: A.\n\n[^b]: B.", [(FaultKind.NOTE_WITHOUT_MARKER, "b", None)]),
        ("One[^a], two[^b].\n\n[^a]: A.\n\n[^c]: C.", [(FaultKind.MARKER_WITHOUT_NOTE, "b", "c")]),
        ("One[^a], two[^b].\n\n[^a]: A.\n\n[^a]: B.", [(FaultKind.DUPLICATE_NOTE, "a", "b")]),
    ],
)
def test_labels_must_be_defined_once(source: str, found: list[tuple[FaultKind, str, str | None]]) -> None:
    assert told(faults(source)) == found


def test_digits_that_are_no_numbers_count_nothing() -> None:
    labels = ["¹", "²", "³", "①", "٣", "x"]
    source = (
        "".join(f"Word[^{label}]. " for label in labels)
        + "\n\n"
        + "".join(f"[^{label}]: Note.\n\n" for label in labels[:-1])
    )
    assert told(faults(source)) == [(FaultKind.MARKER_WITHOUT_NOTE, "x", None)]


def test_numbers_may_begin_anew_in_each_chapter() -> None:
    chapters = [f"## {number}. Chapter\n\n{text([1, 2, 3], [1, 2, 3])}" for number in (1, 2, 3)]
    assert faults("\n".join(chapters)) == ()
    assert faults(*chapters) == ()
    chapters[1] = f"## 2. Chapter\n\n{text([1, 3], [1, 2, 3])}"
    assert [fault.place.note_id for fault in faults("\n".join(chapters))] == ["2/2"]


# Whatever the numbers.


NUMBERS = st.lists(st.integers(0, 12), max_size=15)


@QUICK
@given(markers=NUMBERS, notes=NUMBERS)
def test_any_numbers_are_judged(markers: list[int], notes: list[int]) -> None:
    for fault in faults(text(markers, notes)):
        assert fault.expected is None or int(fault.expected) > 0
        assert fault.place not in fault.others


@QUICK
@given(source=ANY_TEXT)
def test_any_text_is_judged(source: str) -> None:
    made = resolve(document(source))
    places = [*made.document.markers, *made.document.notes]
    assert all(fault.place in places for fault in made.faults)


@QUICK
@given(count=st.integers(1, 20), shift=st.integers(3, 500))
def test_another_first_number_is_no_fault(count: int, shift: int) -> None:
    labels = list(range(1, count + 1))
    assert faults(text(labels, labels)) == ()
    moved = [label + shift for label in labels]
    assert faults(text(moved, moved)) == ()


@QUICK
@given(count=st.integers(3, 20), data=st.data())
def test_each_deleted_marker_or_note_is_one_fault(count: int, data: st.DataObject) -> None:
    labels = list(range(1, count + 1))
    lost = data.draw(st.sampled_from(labels))
    kept = [label for label in labels if label != lost]
    assert told(faults(text(kept, labels))) == [(FaultKind.NOTE_WITHOUT_MARKER, str(lost), None)]
    assert told(faults(text(labels, kept))) == [(FaultKind.MARKER_WITHOUT_NOTE, str(lost), None)]


@QUICK
@given(count=st.integers(4, 20), data=st.data())
def test_each_mistyped_marker_is_one_fault(count: int, data: st.DataObject) -> None:
    labels = list(range(1, count + 1))
    at = data.draw(st.integers(0, count - 1))
    wrong = data.draw(st.integers(1, count + 30).filter(lambda number: number != labels[at]))
    typed = [*labels[:at], wrong, *labels[at + 1 :]]
    [fault] = faults(text(typed, labels))
    assert fault.kind in (FaultKind.DUPLICATE_MARKER, FaultKind.MARKER_WITHOUT_NOTE)
    assert fault.expected == str(labels[at])


def test_a_label_used_again_on_purpose_is_no_slip_for_another() -> None:
    found = faults("Bees.[^bees] Wasps.[^wasps] Bees again.[^bees]\n\n[^bees]: A\n\n[^wasps]: B\n\n[^gardens]: C\n")
    assert told(found) == [
        (FaultKind.NOTE_WITHOUT_MARKER, "gardens", None),
    ]


def test_a_number_used_again_elsewhere_is_no_slip_for_another() -> None:
    found = faults("A.[^1] B.[^2] C.[^1] D.[^3]\n\n[^1]: A\n\n[^7]: C\n\n[^2]: B\n\n[^3]: D\n")
    assert told(found) == [(FaultKind.NOTE_WITHOUT_MARKER, "7", None)]


@pytest.mark.parametrize(
    "labels", [("1", "2", "2", "3"), ("fn1", "fn2", "fn2", "fn3"), ("slopes", "rivers", "rivers", "river")]
)
def test_a_label_called_where_another_is_expected_is_a_slip(labels: tuple[str, ...]) -> None:
    first, second, third, lost = labels
    found = faults(f"A.[^{first}] B.[^{second}] C.[^{third}]\n\n[^{first}]: A\n\n[^{second}]: B\n\n[^{lost}]: C\n")
    assert told(found) == [(FaultKind.DUPLICATE_MARKER, second, lost)]


def test_a_note_that_is_lost_is_one_fault_however_often_it_is_called() -> None:
    assert told(faults("A.[^1] B.[^9] C.[^9]\n\n[^1]: A\n")) == [(FaultKind.MARKER_WITHOUT_NOTE, "9", None)]


LABELLED = [
    ("One.[^Ngrams]", "[^ngrams]: A", [(FaultKind.MARKER_WITHOUT_NOTE, "Ngrams", "ngrams", False)]),
    ("One.[^Ngrams] Two.[^ngrams]", "[^ngrams]: A", [(FaultKind.MARKER_WITHOUT_NOTE, "Ngrams", "ngrams", False)]),
    ("One.[^ete_2] Two.[^b]", "[^été-2]: A\n\n[^b]: B", [(FaultKind.MARKER_WITHOUT_NOTE, "ete_2", "été-2", True)]),
    ("One.[^b]^[4]", "[^4]: A\n\n[^b]: B", [(FaultKind.NOTE_WITHOUT_MARKER, "4", None, True)]),
    ("One.[^4] Two.^[4]", "[^4]: A", [(FaultKind.MARKER_WITHOUT_NOTE, "", "4", True)]),
    ("One.[^4] Two.[^b]", "^[4]: A\n\n[^b]: B", [(FaultKind.MARKER_WITHOUT_NOTE, "4", None, True)]),
    ("One.[^b]^[word]", "[^b]: B", []),
]  # fmt: skip


@pytest.mark.parametrize(("said", "notes", "found"), LABELLED, ids=[said for said, _, _ in LABELLED])
def test_a_label_with_a_slip_or_with_its_signs_turned_about_is_one_fault(
    said: str, notes: str, found: list[tuple[FaultKind, str, str | None, bool]]
) -> None:
    seen = [
        (one.kind, one.place.label if one.place.form is NoteForm.LABEL else "", one.expected, one.certain)
        for one in faults(f"{said}\n\n{notes}\n")
    ]
    assert seen == found


def test_several_labels_with_slips_are_each_told_by_their_notes() -> None:
    found = faults("One.[^A] Two.[^B] Three.[^c]\n\n[^a]: A\n\n[^b]: B\n\n[^c]: C\n")
    assert [(one.place.label, one.expected) for one in found] == [("A", "a"), ("B", "b")]


def labelled(markers: list[int], notes: list[int]) -> str:
    said = " ".join(f"Word word[^{label}] goes on." for label in markers)
    return said + "\n\n" + "\n".join(f"[^{label}]: Doe, 2019, p. {at}." for at, label in enumerate(notes, 1)) + "\n"


def test_each_label_that_is_defined_again_in_place_of_the_next_is_one_fault() -> None:
    found = told(faults(labelled([*ALL, 7, 8, 9], [1, 2, 2, 4, 5, 6, 7, 7, 9])))
    assert found == [(FaultKind.DUPLICATE_NOTE, "2", "3"), (FaultKind.DUPLICATE_NOTE, "7", "8")]


def test_a_label_defined_again_elsewhere_takes_the_place_of_none() -> None:
    found = told(faults(labelled([*ALL, 7, 8, 9], [1, 2, 4, 5, 6, 7, 9, 2, 7])))
    assert sorted(found) == sorted(
        [
            (FaultKind.MARKER_WITHOUT_NOTE, "3", None),
            (FaultKind.MARKER_WITHOUT_NOTE, "8", None),
            (FaultKind.DUPLICATE_NOTE, "2", None),
            (FaultKind.DUPLICATE_NOTE, "7", None),
        ]
    )


def test_labels_in_disorder_are_told_beside_notes_that_are_lost() -> None:
    found = told(faults(labelled([1, 2, 3, 5, 4, 6, 7, 8], [1, 2, 3, 4, 5, 6, 8])))
    assert [kind for kind, _, _ in found] == [FaultKind.OUT_OF_ORDER, FaultKind.MARKER_WITHOUT_NOTE]
