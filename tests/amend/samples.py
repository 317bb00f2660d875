"""Documents corrected as the tests want it, and read again."""

from __future__ import annotations

from citecheck.amend import amended, opened
from citecheck.model.finding import Edit
from citecheck.model.source import Source, Span
from citecheck.read.documents import read_document


def edit(source: Source, old: str, new: str) -> Edit:
    """The edit of what stands once in a text."""
    assert source.text.count(old) == 1, source.text
    start = source.text.index(old)
    return Edit(Span(source, start, start + len(old)), new)


def corrected(path: str, raw: bytes, *pairs: tuple[str, str], day: str = "2026-11-24") -> bytes:
    """A document with words replaced by others, each pair apart."""
    source = read_document(path, raw)
    edits = [lean for old, new in pairs if (lean := edit(source, old, new).lean) is not None]
    return amended(path, edits, lambda _: raw, day)[path]


def refusal(path: str, raw: bytes, old: str, new: str) -> str:
    """Why words cannot be replaced."""
    lean = edit(read_document(path, raw), old, new).lean
    assert lean is not None
    return opened(path, lambda _: raw).refusal(lean)
