"""The numbers of notes."""

from __future__ import annotations

import pytest

from tests.read.word.samples import laid, mark, note, p

NOTES = "".join(note(key, p(f"Note {key}.")) for key in range(1, 8))
SECTION = "<w:sectPr>{}</w:sectPr>"


def numbers(body: str, settings: str = "") -> list[str]:
    return [one.note_id for one in laid(body, notes=NOTES, settings=settings).notes]


def calling(*keys: int, ends: str | None = None) -> str:
    return p(*(mark(key) for key in keys), shape=SECTION.format(ends) if ends is not None else "")


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("", ["1", "2", "3"]),
        ('<w:footnotePr><w:numFmt w:val="upperRoman"/></w:footnotePr>', ["I", "II", "III"]),
        ('<w:footnotePr><w:numStart w:val="139"/></w:footnotePr>', ["139", "140", "141"]),
        ('<w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr>', ["*", "†", "‡"]),
    ],
)
def test_settings_say_numerals_and_start(settings: str, expected: list[str]) -> None:
    assert numbers(calling(1, 2, 3), settings) == expected


def test_numbers_begin_anew_in_a_section_that_says_so() -> None:
    anew = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
    body = (
        calling(1, 2) + calling(3, ends=anew) + calling(4) + calling(5, ends=anew) + calling(6) + SECTION.format(anew)
    )
    assert numbers(body) == ["1/1", "1/2", "1/3", "2/1", "2/2", "3/1"]
    assert [one.printed for one in laid(body, notes=NOTES).notes] == ["1", "2", "3", "1", "2", "1"]


def test_a_section_ends_behind_its_last_paragraph() -> None:
    roman = '<w:footnotePr><w:numFmt w:val="lowerRoman"/></w:footnotePr>'
    assert numbers(calling(1, ends=roman) + calling(2) + SECTION.format("")) == ["i", "2"]


def test_numbers_by_page_are_counted_through_and_that_is_told() -> None:
    made = laid(calling(1, 2), notes=NOTES, settings='<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>')
    assert [one.printed for one in made.notes] == ["1", "2"]
    assert made.remarks == ("note-numbers-by-page",)


def test_marks_in_what_was_deleted_do_not_count() -> None:
    body = p("A", f"<w:del>{mark(1)}</w:del>", mark(2))
    assert numbers(body) == ["1"]
    assert [one.blocks[0].text for one in laid(body, notes=NOTES, rejected=True).notes] == ["Note 1.", "Note 2."]


def test_two_notes_with_one_mark_have_two_identifiers() -> None:
    made = laid(p(mark(1, custom="*"), mark(2, custom="*")), notes=NOTES)
    assert [one.note_id for one in made.notes] == ["*", "*.2"]
