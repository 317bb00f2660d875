"""Remarks as comments in Word documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.annotate import Remark
from citecheck.read.documents import read_document
from citecheck.read.elements import attribute
from tests.annotate.word.samples import (
    EXTENDED,
    OWN,
    RELATIONS,
    around,
    comment,
    commented,
    comments,
    extended,
    names,
    on,
    part,
    parts,
    related,
    said,
    with_remarks,
)
from tests.parse.texts import QUICK
from tests.read.word.samples import document, mark, note, p, r

TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
REPORT = document(
    p("Catches rose in ", r("the Ports", "<w:i/>"), " (Doe 2018, 12).", mark(2)) + p("And fell."),
    notes=note(2, p(" Poe 2016, p. 4.")),
    parts={"[Content_Types].xml": TYPES},
)


def test_a_comment_stands_on_its_words_and_says_what_to_do() -> None:
    made = with_remarks(REPORT, on(REPORT, "Doe 2018"))
    assert commented(made) == {"0": "Doe 2018"}
    assert said(made) == {"0": ["CIT004 · error", "No such year.", "Correct it.", "v1:0000000000000000"]}
    (element,) = part(made, OWN)
    assert {key.rpartition("}")[2]: held for key, held in element.items()} == {
        "id": "0",
        "author": "citecheck",
        "initials": "cc",
    }


def test_it_bears_a_day_where_one_is_said() -> None:
    (element,) = part(with_remarks(REPORT, on(REPORT, "Doe"), "2026-12-01"), OWN)
    assert dict(element.items())[element.tag.replace("comment", "date")] == "2026-12-01T00:00:00Z"


def test_what_is_not_about_comments_keeps_its_bytes() -> None:
    before, after = parts(REPORT), parts(with_remarks(REPORT, on(REPORT, "Doe 2018")))
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {"word/document.xml", RELATIONS, "[Content_Types].xml", OWN}
    assert [name for name in after if name in before] == list(before)


@pytest.mark.parametrize(
    ("words", "covered"),
    [
        ("Catches", "Catches"),
        ("rose in *the", "rose in the"),
        ("*the Ports*", "the Ports"),
        ("[^1]", "[2]"),
        ("12).[^1]", "12).[2]"),
        ("Poe 2016", "[2]"),
        ("fell.", "fell."),
    ],
)
def test_words_over_several_runs_and_in_notes(words: str, covered: str) -> None:
    made = with_remarks(REPORT, on(REPORT, words))
    assert commented(made) == {"0": covered}
    assert read_document("a.docx", made).text == read_document("a.docx", REPORT).text


def test_of_one_place_the_worst_comes_first() -> None:
    remarks = sorted([*on(REPORT, "Doe", rank=1, code="CIT010"), *on(REPORT, "Doe", rank=0)], key=lambda one: one.rank)
    made = with_remarks(REPORT, remarks)
    starts = [attribute(one, "id") for one in part(made, "word/document.xml").iter("{*}commentRangeStart")]
    assert starts == ["0", "1"]
    assert said(made)["0"][0] == "CIT004 · error"


def test_twice_is_once() -> None:
    once = with_remarks(REPORT, on(REPORT, "Doe 2018", "Poe", "fell"))
    assert with_remarks(once, on(once, "Doe 2018", "Poe", "fell")) == once


def test_none_left_are_none() -> None:
    made = with_remarks(with_remarks(REPORT, on(REPORT, "Doe 2018", "Poe")), ())
    assert commented(made) == {}
    assert said(made) == {}
    assert b"commentReference" not in parts(made)["word/document.xml"]
    assert with_remarks(REPORT, ()) == REPORT


OTHERS = document(
    p(around(4, r("Catches rose")), " (Doe 2018)."),
    parts={
        RELATIONS: related("comments", "commentsExtended"),
        OWN: comments(
            comment(4, "Ann", "Which ones?", mark="00000004"),
            comment(5, "Ben", "Those of cod.", mark="00000005"),
        ),
        EXTENDED: extended(("00000004", "", False), ("00000005", "00000004", False)),
    },
)


def test_comments_of_others_stay() -> None:
    made = with_remarks(OTHERS, on(OTHERS, "Doe 2018"))
    assert commented(made) == {"4": "Catches rose", "6": "Doe 2018"}
    assert [said(made)[key] for key in ("4", "5")] == [["Which ones?"], ["Those of cod."]]
    assert {name for name in names(made) if parts(made)[name] != parts(OTHERS)[name]} == {"word/document.xml", OWN}
    assert with_remarks(made, on(made, "Doe 2018")) == made


def answered(reply: str = "", *, resolved: bool = False) -> bytes:
    """A document of which citecheck's own comment was answered or resolved, and another one not."""
    held = [
        comment(0, "citecheck", "CIT004 · error", "No such year.", "v1:0000000000000000", mark="0000000A"),
        comment(1, "citecheck", "CIT010 · warning", "No title.", "v1:0000000000000001", mark="0000000B"),
        *([comment(2, "Ann", reply, mark="0000000C", day="2026-11-30")] if reply else []),
    ]
    answers = [
        ("0000000A", "", resolved),
        ("0000000B", "", False),
        *([("0000000C", "0000000A", False)] if reply else []),
    ]
    return document(
        p("Catches rose ", around(0, r("Doe 2018")), around(1, r(" and Poe")), "."),
        parts={RELATIONS: related("comments", "commentsExtended"), OWN: comments(*held), EXTENDED: extended(*answers)},
    )


@pytest.mark.parametrize("made", [answered("Next week."), answered(resolved=True)])
def test_comments_that_were_answered_or_resolved_stay(made: bytes) -> None:
    left = with_remarks(made, ())
    assert commented(left) == {"0": "Doe 2018"}
    assert "1" not in said(left)
    assert "0" in said(left)
    assert attribute(next(iter(part(left, EXTENDED))), "paraId") == "0000000A"
    assert b"0000000B" not in parts(left)[EXTENDED]


def test_a_mark_that_is_set_by_hand_is_not_torn_from_its_sign() -> None:
    made = document(p("So it is", mark(2, custom="*"), " today."), notes=note(2, p("* Poe.")))
    text = parts(with_remarks(made, on(made, "Poe", "[^*]")))["word/document.xml"].decode()
    assert '<w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t>' in text


def test_in_boxes_a_comment_stands_on_the_box() -> None:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>"
        + p("Boxed words.")
        + "</w:txbxContent></wps:txbx></mc:Choice></mc:AlternateContent></w:r>"
    )
    box = box.replace("<wps:txbx>", "<w:drawing><wps:txbx>").replace("</wps:txbx>", "</wps:txbx></w:drawing>")
    made = document(p("So ", box, "."))
    text = parts(with_remarks(made, on(made, "Boxed")))["word/document.xml"].decode()
    assert '<w:commentRangeStart w:id="0"/><w:r><mc:AlternateContent>' in text


def test_what_ends_in_another_cell_is_marked_where_it_begins() -> None:
    made = document(f"<w:tbl><w:tr><w:tc>{p('One')}</w:tc><w:tc>{p('Two')}</w:tc></w:tr></w:tbl>")
    text = read_document("a.docx", made).text
    remark = Remark(text.index("ne"), text.index("o") + 1, 0, "CIT004 · error", ("No.",), "v1:0000000000000000")
    assert commented(with_remarks(made, [remark])) == {"0": "ne"}


def test_a_document_without_words_has_a_place_too() -> None:
    made = document("<w:p/>")
    remark = Remark(0, 0, 0, "CIT004 · error", ("No.",), "v1:0000000000000000")
    assert list(said(with_remarks(made, [remark]))) == ["0"]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=6))
@QUICK
def test_whatever_is_said_of_whatever_words_nothing_else_changes(spans: list[tuple[int, int]]) -> None:
    remarks = [
        Remark(start, start + length, at % 3, "CIT004 · error", ("No.",), f"v1:{at:016x}")
        for at, (start, length) in enumerate(sorted(spans))
    ]
    made = with_remarks(REPORT, remarks)
    assert read_document("a.docx", made).text == read_document("a.docx", REPORT).text
    assert len(said(made)) == len(remarks) if remarks else made == REPORT
    assert with_remarks(made, remarks) == made


def test_signs_of_comments_that_are_lost_get_no_new_words() -> None:
    made = document(p("One ", around(3, r("two")), " three."))
    once = with_remarks(made, on(made, "three"))
    assert commented(once) == {"3": "two", "4": "three"}
    assert with_remarks(once, on(once, "three")) == once


def test_identifiers_that_are_no_numbers_are_left_alone() -> None:
    held = comments(comment(0, "Ann", "Why?").replace('w:id="0"', 'w:id="x"'))
    made = document(p("One two."), parts={RELATIONS: related("comments"), OWN: held})
    assert sorted(said(with_remarks(made, on(made, "two")))) == ["0", "x"]
