"""Word documents: what they print."""

from __future__ import annotations

import pytest

from citecheck.errors import InputError
from citecheck.model.layout import Call, NoteKind, Role, Words
from citecheck.read.word import layout
from tests.read.word.samples import document, laid, mark, note, p, r, texts, zipped
from tests.skips import DOCUMENTS, needs_documents

COUNTED = {
    "w01-zotero-thesis-before.docx": (24, 190),
    "w1004-poi-stress004.docx": (138, 0),
    "w1011-poi-stress011.docx": (40, 0),
    "w1023-poi-stress023.docx": (0, 0),
    "w20-table_footnotes.docx": (1, 0),
    "w30-ilpa-redline.docx": (23, 0),
    "w32-nvca-charter.docx": (108, 0),
}
"""Footnotes and endnotes, counted in the XML."""


def test_a_report_is_laid_out() -> None:
    made = laid(
        p("Coastal fishing", style="T")
        + p("Ports", style="H1")
        + p("One claims so", mark(1), r(" and "), mark(2), r(".", "<w:i/>"))
        + p("A long quotation.", style="Q")
        + p("1 Ports 2", style="C"),
        notes=note(1, p(r(" Doe, 2019, p. 4."))) + note(2, p("Ibid."), p("And more.")),
    )
    assert [(block.role, block.level) for block in made.blocks] == [
        (Role.TITLE, 0),
        (Role.HEADING, 1),
        (Role.PARAGRAPH, 0),
        (Role.QUOTE, 0),
    ]
    assert texts(made)[2] == "One claims so[1] and [2]."
    assert [(one.note_id, one.printed, one.kind) for one in made.notes] == [
        ("1", "1", NoteKind.FOOTNOTE),
        ("2", "2", NoteKind.FOOTNOTE),
    ]
    assert made.notes[0].blocks[0].inlines == (Words("Doe, 2019, p. 4.", at=1),)
    assert [block.text for block in made.notes[1].blocks] == ["Ibid.", "And more."]
    assert made.title == "Coastal fishing"
    assert [block.paragraph for block in made.blocks] == [1, 2, 3, 4]


def test_footnotes_and_endnotes_count_apart() -> None:
    made = laid(
        p("A", mark(1), "B", mark(1, "endnote"), "C", mark(2)),
        notes=note(1, p("One.")) + note(2, p("Two.")),
        endnotes=note(1, p("End."), kind="endnote"),
    )
    assert [(one.note_id, one.printed) for one in made.notes] == [("1", "1"), ("ei", "i"), ("2", "2")]
    assert texts(made) == ["A[1]B[ei]C[2]"]


def test_endnotes_alone_have_plain_identifiers() -> None:
    made = laid(
        p("A", mark(1, "endnote")),
        endnotes=note(1, p("End."), kind="endnote"),
        settings='<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>',
    )
    assert [one.note_id for one in made.notes] == ["1"]


def test_a_mark_set_by_hand_is_no_text_and_takes_part_in_no_count() -> None:
    made = laid(
        p("A", mark(1, custom="*"), " and B", mark(2), "."),
        notes=note(1, p(r("* Thanks to all."))) + note(2, p("Doe.")),
    )
    assert texts(made) == ["A[*] and B[1]."]
    assert [(one.note_id, one.custom, one.blocks[0].text) for one in made.notes] == [
        ("*", True, "Thanks to all."),
        ("1", False, "Doe."),
    ]


def test_a_mark_in_the_run_behind_is_taken_for_the_mark() -> None:
    reference = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/></w:r>'
    made = laid(p("A", reference, r("†"), " goes on."), notes=note(1, p("† Thanks.")))
    assert texts(made) == ["A[†] goes on."]


def test_a_mark_and_text_in_one_run_are_both_read() -> None:
    run = '<w:r><w:t>before</w:t><w:footnoteReference w:id="1"/><w:t xml:space="preserve"> behind</w:t></w:r>'
    assert texts(laid(p(run), notes=note(1, p("Doe.")))) == ["before[1] behind"]


def test_a_note_that_its_part_lacks_is_there_without_text() -> None:
    made = laid(p("A", mark(7)), notes=note(1, p("Doe.")))
    assert [(one.note_id, one.blocks) for one in made.notes] == [("1", ())]


def test_a_note_called_twice_is_one() -> None:
    made = laid(p("A", mark(1), "B", mark(1)), notes=note(1, p("Doe.")))
    assert [one.note_id for one in made.notes] == ["1"]
    assert texts(made) == ["A[1]B[1]"]


def test_notes_in_tables_text_boxes_and_controls_are_read_once() -> None:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    ).format(p("In a box", mark(3)))
    made = laid(
        f"<w:tbl><w:tr><w:tc>{p('Cell', mark(1))}</w:tc></w:tr></w:tbl>"
        f"<w:sdt><w:sdtContent>{p('Control', mark(2))}</w:sdtContent></w:sdt>" + p("Anchor", box),
        notes=note(1, p("One.")) + note(2, p("Two.")) + note(3, p("Three.")),
    )
    assert texts(made) == ["Cell[1]", "Control[2]", "Anchor", "In a box[3]"]
    assert made.blocks[0].role is Role.CELL


def test_the_language_is_what_most_is_declared_to_be_in() -> None:
    norwegian, english = '<w:lang w:val="nb-NO"/>', '<w:lang w:val="en-GB"/>'
    assert laid(p(r("En setning som er lang.", norwegian), r("Short.", english))).lang == "nb"
    assert laid(p(r("En setning som er lang.", norwegian), r("A sentence as long.", english))).lang is None
    assert laid(p(r("مرحبا", '<w:rtl/><w:lang w:val="en-GB" w:bidi="ar-SA"/>'))).lang == "ar"


def test_what_is_no_word_document_is_said_to_be_none() -> None:
    for raw, said in (
        (b"PK\x03\x04cut", "no Word document that can be opened"),
        (zipped({"a.txt": ""}), "has no word/document.xml"),
        (document("<w:p>").replace(b"PK", b"XX"), "no Word document that can be opened"),
        (zipped({"word/document.xml": "<w:document>"}), "word/document.xml is damaged"),
        (zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "declares a document type"),
    ):
        with pytest.raises(InputError, match=said):
            layout("a.docx", raw)


@needs_documents
@pytest.mark.parametrize("name", COUNTED)
def test_real_documents_keep_all_their_notes(name: str) -> None:
    made = layout(name, (DOCUMENTS / name).read_bytes())
    kinds = [one.kind for one in made.notes]
    assert (kinds.count(NoteKind.FOOTNOTE), kinds.count(NoteKind.ENDNOTE)) == COUNTED[name]
    called = [one.note_id for block in made.blocks for one in block.inlines if isinstance(one, Call)]
    assert sorted(called) == sorted(one.note_id for one in made.notes)
    assert all(one.blocks for one in made.notes)


@needs_documents
def test_a_real_thesis_has_the_numbers_that_it_prints() -> None:
    name = "w01-zotero-thesis-before.docx"
    made = layout(name, (DOCUMENTS / name).read_bytes())
    footnotes = [one.printed for one in made.notes if one.kind is NoteKind.FOOTNOTE]
    endnotes = [one.printed for one in made.notes if one.kind is NoteKind.ENDNOTE]
    assert footnotes == list("abcdefghijklmnopqrstuvwx")
    assert endnotes == [str(number) for number in range(1, 191)]
    assert made.lang == "nb"
