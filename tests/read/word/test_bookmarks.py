"""Bookmarks around the marks of notes."""

from __future__ import annotations

from citecheck.model.layout import NOTE_REFERENCE, ManagedField
from citecheck.read.word import layout
from citecheck.read.word.bookmarks import with_targets
from tests.read.word.samples import document, mark, note, p

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>NOTEREF {0} \\h</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>9</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def test_a_bookmark_stands_for_the_first_mark_within_it() -> None:
    around = f'<w:bookmarkStart w:id="7" w:name="both"/>{mark(1)}{mark(2)}<w:bookmarkEnd w:id="7"/>'
    empty = '<w:bookmarkStart w:id="8" w:name="none"/><w:bookmarkEnd w:id="8"/>'
    body = p("Elms", around, empty, FIELD.format("both"), FIELD.format("none"))
    made = layout("a.docx", document(body, notes=note(1, p("One.")) + note(2, p("Two."))))
    assert made.fields == (ManagedField(NOTE_REFERENCE, "1"), ManagedField(NOTE_REFERENCE, ""))


def test_other_fields_stay_as_they_are() -> None:
    assert with_targets([ManagedField("Zotero", "Doe")], {"Doe": "1"}, ()) == (ManagedField("Zotero", "Doe"),)
