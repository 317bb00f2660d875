"""What is made of a file is read again, and is the text that was wanted."""

from __future__ import annotations

import pytest

from citecheck.amend import amended, endings, is_amendable, is_tracked, opened, wanted
from citecheck.amend.reasons import ENCODING
from citecheck.errors import InputError
from citecheck.model.finding import Edit
from citecheck.model.source import Source, Span
from citecheck.read.documents import read_document
from citecheck.read.files import read_source
from tests.amend.samples import corrected, edit
from tests.read.word.samples import document, p


def test_some_formats_are_corrected_and_others_not() -> None:
    assert ".docx" in endings()
    assert all(map(is_amendable, ("a.md", "-", "a.docx")))
    assert not any(map(is_amendable, ("a.pdf", "a.epub", "a.ipynb")))
    assert is_tracked("a.docx")
    assert not is_tracked("a.md")


def test_text_is_corrected_in_its_bytes() -> None:
    raw = b"one\r\ntwo\r\n"
    source = read_source("a.md", raw)
    assert amended("a.md", [edit(source, "two", "three")], lambda _: raw) == {"a.md": b"one\r\nthree\r\n"}


def test_an_encoding_may_lack_a_character() -> None:
    raw = "one \u2026".encode("cp1252")
    file = opened("a.md", lambda _: raw)
    source = read_source("a.md", raw)
    assert file.refusal(edit(source, "one", "\u0160")) == ""
    assert file.refusal(edit(source, "one", "\u0153\u0142")) == ENCODING


def test_the_wanted_text_has_all_edits() -> None:
    source = Source("a.md", "one two")
    assert wanted([Edit(Span(source, 4, 7), "2"), Edit(Span(source, 0, 3), "1")]) == "1 2"


def test_what_would_change_more_than_words_is_not_made() -> None:
    raw = document(p("one  two"))
    assert read_document("a.docx", raw).text == "one two\n\n"
    with pytest.raises(InputError, match=r"^a\.docx: a correction would change more than its words"):
        corrected("a.docx", raw, ("one two", "onetwo"))
    with pytest.raises(InputError):
        corrected("a.docx", raw, ("two", "two *three*"))
