"""The fields of a document, as the rules about them see them: what each prints, and where."""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.document import Document
from citecheck.model.finding import Place
from citecheck.model.printed import plain
from citecheck.model.source import Managed, Span

__all__ = ["field_places", "is_without_fields", "words_of"]


def is_without_fields(x: Document) -> bool:
    """Whether only the data of a document are there, which do not keep its fields."""
    return x.sparse and any(source.anchors and not source.is_lined for source in x.sources)


def field_places(x: Document) -> Iterator[tuple[Managed, str, Place]]:
    """Each field of a version with what it prints and its place."""
    for source in x.sources:
        for field in source.fields:
            span = Span(source, field.start, field.end)
            place = _place(x, span)
            if place is not None:
                yield field, plain(source.text[field.start : field.end], source), place


def words_of(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def _place(x: Document, span: Span) -> Place | None:
    """The place of a field: in its note, or in the text; None where it is in the text of another version."""
    for note in x.notes:
        if note.span.holds(span):
            return Place.of(note, x.lang, span)
    for entry in x.entries:
        if entry.span.holds(span):
            return Place.of(entry, x.lang, span)
    pieces = (piece for paragraph in x.paragraphs for piece in paragraph.pieces)
    return Place(span, x.lang) if any(piece.touches(span) for piece in pieces) else None
