"""Remarks as highlights in PDFs."""

from __future__ import annotations

from io import BytesIO

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pypdf.annotations import Text
from pypdf.generic import NameObject, NullObject, TextStringObject

from citecheck.annotate import Remark, annotated
from citecheck.errors import InputError
from citecheck.read.documents import read_document
from tests.annotate.pdf.samples import REPORT, annotations, highlighted, on
from tests.parse.texts import QUICK
from tests.read.pdf.samples import TOP, lines, pdf


def test_a_highlight_stands_on_its_words_and_says_what_to_do() -> None:
    made = annotated("a.pdf", REPORT, on("old light"))
    assert highlighted(made) == [(0, "old light")]
    [(_, one)] = annotations(made)
    assert (one["/Subtype"], one["/T"]) == ("/Highlight", "citecheck")
    assert one["/Contents"] == "CIT004 · error\nNo such year.\nCorrect it."
    assert "/M" not in one


def test_it_bears_a_day_where_one_is_said() -> None:
    [(_, one)] = annotations(annotated("a.pdf", REPORT, on("old light"), "2026-12-01"))
    assert one["/M"] == "D:20261201"


def test_of_equal_words_those_with_the_same_words_before_them_are_marked() -> None:
    assert highlighted(annotated("a.pdf", REPORT, on("1999", last=True))) == [(1, "1999")]
    twice = pdf(
        lines(
            TOP,
            "The old light of the north pier was lit, and the old light of the",
            "south pier was not, as the keeper of the port had told us.",
        )
    )
    [one] = annotated_places(twice, on("old light of the south", raw=twice)[0], "old light")
    [other] = annotated_places(twice, on("old light of the north", raw=twice)[0], "old light")
    assert one > other


def annotated_places(raw: bytes, remark: Remark, words: str) -> list[float]:
    """How far from the left some words are marked that a remark begins with."""
    short = replace(remark, end=remark.start + len(words))
    return [float(one["/Rect"][0]) for _, one in annotations(annotated("a.pdf", raw, [short]))]


def test_words_of_a_note_are_marked_where_they_stand() -> None:
    assert highlighted(annotated("a.pdf", REPORT, on("1999, p. 7"))) == [(0, "1999, p. 7")]


def test_the_bytes_before_stay_and_little_is_added() -> None:
    remarks = on("old light", "1999", "council")
    made = annotated("a.pdf", REPORT, remarks)
    assert made.startswith(REPORT)
    assert len(made) - len(REPORT) <= 5000 + 1000 * len(remarks)
    assert read_document("a.pdf", made).text == read_document("a.pdf", REPORT).text


def test_twice_is_once_and_none_left_are_none() -> None:
    once = annotated("a.pdf", REPORT, on("old light", "1999"))
    assert annotated("a.pdf", once, on("old light", "1999")) == once
    assert annotated("a.pdf", once, ()) == REPORT
    assert annotated("a.pdf", REPORT, ()) == REPORT


def added(raw: bytes, author: str, text: str, *, answers: bool = False) -> bytes:
    """The file with what another program adds to it: a note, which answers the first one that is there."""
    writer = pypdf.PdfWriter(BytesIO(raw), incremental=True)
    # What the program before it added last is no object that counts: its number would be taken again.
    writer._add_object(NullObject())
    note = Text(rect=(10, 10, 30, 30), text=text)
    note[NameObject("/T")] = TextStringObject(author)
    if answers:
        note[NameObject("/IRT")] = writer.pages[0]["/Annots"][0]
    writer.add_annotation(0, note)
    held = BytesIO()
    writer.write(held)
    return held.getvalue()


def test_notes_of_others_stay_and_its_own_are_replaced() -> None:
    made = added(annotated("a.pdf", added(REPORT, "Ann", "Why?"), on("old light")), "Ben", "So.")
    again = annotated("a.pdf", made, on("council"))
    assert sorted(one["/T"] for _, one in annotations(again)) == ["Ann", "Ben", "citecheck"]
    assert (1, "council") in highlighted(again)
    assert sorted(one["/T"] for _, one in annotations(annotated("a.pdf", made, ()))) == ["Ann", "Ben"]


def test_one_that_was_answered_stays() -> None:
    made = added(annotated("a.pdf", REPORT, on("old light")), "Ann", "As printed.", answers=True)
    assert [one["/T"] for _, one in annotations(annotated("a.pdf", made, ()))] == ["citecheck", "Ann"]


def test_words_that_are_not_found_have_a_note_at_the_edge() -> None:
    [(page, one)] = annotations(annotated("a.pdf", REPORT, [Remark(0, 0, 0, "CIT004 · error", ("No.",), "v1:0")]))
    assert page == 0
    assert one["/Subtype"] in ("/Highlight", "/Text")


def test_what_cannot_be_added_to_is_said() -> None:
    torn = REPORT.replace(b"/Type/Pages", b"/Type/Pagex").replace(b"/Kids", b"/Kidz")
    with pytest.raises(InputError):
        annotated("a.pdf", torn, on("old light"))
    with pytest.raises(InputError):
        annotated("a.pdf", pdf([]), [])


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(1, 60)), max_size=5))
@QUICK
def test_whatever_is_said_of_whatever_words_all_is_added(spans: list[tuple[int, int]]) -> None:
    remarks = [
        Remark(start, start + length, at % 3, "CIT004 · error", ("No.",), f"v1:{at:016x}")
        for at, (start, length) in enumerate(sorted(spans))
    ]
    made = annotated("a.pdf", REPORT, remarks)
    assert made.startswith(REPORT)
    assert len(annotations(made)) == len(remarks)
    assert annotated("a.pdf", made, remarks) == made
