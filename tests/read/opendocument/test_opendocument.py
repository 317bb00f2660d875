"""OpenDocument texts: what they print."""

from __future__ import annotations

import pytest

from citecheck.errors import InputError
from citecheck.model.layout import NoteKind, Role
from citecheck.read.opendocument import layout
from tests.read.opendocument.samples import content, h, laid, note, p, texts
from tests.read.word.samples import zipped


def test_a_report_is_laid_out() -> None:
    made = laid(
        p("Coastal fishing", "P1")
        + h("Ports", 2)
        + p(f"So{note('1', 'Doe, 2019.', 'More.')}, and{note('2', 'Ibid.')}.")
    )
    assert [(block.role, block.level) for block in made.blocks] == [
        (Role.TITLE, 0),
        (Role.HEADING, 2),
        (Role.PARAGRAPH, 0),
    ]
    assert texts(made)[2] == "So[1], and[2]."
    assert [(one.note_id, [block.text for block in one.blocks]) for one in made.notes] == [
        ("1", ["Doe, 2019.", "More."]),
        ("2", ["Ibid."]),
    ]
    assert made.title == "Coastal fishing"


def test_footnotes_and_endnotes_are_told_apart() -> None:
    made = laid(p(f"A{note('1', 'Doe.')}B{note('i', 'End.', kind='endnote')}"))
    assert [(one.note_id, one.printed, one.kind) for one in made.notes] == [
        ("1", "1", NoteKind.FOOTNOTE),
        ("ei", "i", NoteKind.ENDNOTE),
    ]


def test_a_flat_file_is_read_too() -> None:
    assert texts(layout("a.fodt", content(p("So.")).encode())) == ["So."]


def test_what_is_none_is_said_to_be_none() -> None:
    for raw, said in (
        (b"PK\x03\x04cut", "no OpenDocument text that can be opened"),
        (zipped({"a.txt": ""}), "holds no text"),
        (b"text", "damaged"),
        (content("<office:x/>").replace("office:text", "office:spreadsheet").encode(), "holds no text"),
    ):
        with pytest.raises(InputError, match=said):
            layout("a.odt", raw)
