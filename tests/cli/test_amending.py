"""Files as they are while corrections are tried."""

from __future__ import annotations

from citecheck.cli.amending import Files, by_source
from citecheck.model.finding import Edit
from citecheck.model.source import Span
from citecheck.read.documents import read_document
from citecheck.read.files import read_source
from tests.amend.samples import edit
from tests.read.word.samples import document, p


def test_a_refusal_is_asked_of_the_file_as_it_is_by_then() -> None:
    raw = document(p("one two"))
    files = Files({"a.docx": raw}, "")
    first = read_document("a.docx", raw)
    made = files.with_edits([edit(first, "one", "1")])
    second = read_document("a.docx", made["a.docx"])
    assert second.text == "1 two\n\n"
    assert files.refusal(edit(second, "two", "2")) == ""
    assert files.refusal(Edit(Span(second, 5, 6), "")) == "markup"


def test_files_that_were_not_named_are_not_corrected() -> None:
    source = read_source("b.md", b"one")
    assert Files({"a.md": b"one"}, "").refusal(edit(source, "one", "two")) == "other-file"


def test_edits_are_kept_by_source() -> None:
    one, other = read_source("a.md", b"one"), read_source("b.md", b"one")
    edits = [edit(one, "one", "1"), edit(other, "one", "1")]
    assert [(source.path, len(own)) for source, own in by_source(edits)] == [("a.md", 1), ("b.md", 1)]
    files = Files({"a.md": b"one"}, "")
    assert [source.path for source, _ in files.rewritten(edits[:1])] == ["a.md"]
