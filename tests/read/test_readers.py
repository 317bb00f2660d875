"""The readers of documents."""

from __future__ import annotations

from citecheck.read.readers import is_document, modules_by_ending, reader_of


def test_a_reader_is_found_by_the_ending_of_a_name() -> None:
    reader = reader_of("folder/Report.DOCX")
    assert reader is not None
    assert reader.NAME == "Word document"
    assert is_document("a.docm")
    for name in ("a.md", "docx", "a.docx.md", "-", ""):
        assert reader_of(name) is None
        assert not is_document(name)


def test_packages_are_found_by_the_endings_that_they_have() -> None:
    found = modules_by_ending("citecheck.annotate")
    assert found[".docx"] == "citecheck.annotate.word"
    assert found[".pdf"] == "citecheck.annotate.pdf"
    assert ".md" not in found
