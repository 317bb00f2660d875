"""Places in documents without lines, as they are told: by part, note, paragraph and the words around."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from citecheck.model.printed import plain
from citecheck.model.source import Anchor, Span

__all__ = ["excerpt", "place_data", "told_place"]

CELL = "cell "
"""How the part of a notebook is called that a cell is, with its number."""
ITEM = "item "
"""How the source is called, with its number, that a reference manager keeps in a document."""
AROUND = 40
"""Characters before and behind a place that tell it from others."""


def told_place(anchor: Anchor) -> str:
    """A place in few signs that need no language: ``¶34``, in a note ``n. 12``, in a book of several files ``chapter-1 ¶34``, in a
    notebook ``cell 4:2`` with the line of the cell, on a page ``p. 7`` and ``p. 7, n. 12``: the page that is printed, else that of
    the file."""
    page = f"p. {anchor.label or anchor.page}" if anchor.page else ""
    if anchor.note or page:
        return ", ".join(filter(None, (page, f"n. {anchor.note}" if anchor.note else "")))
    if anchor.part.startswith(CELL):
        return f"{anchor.part}:{anchor.paragraph}"
    if anchor.part.startswith(ITEM):
        return anchor.part
    file = PurePosixPath(anchor.part)
    return f"{file.stem} ¶{anchor.paragraph}" if file.suffix else f"¶{anchor.paragraph}"


def place_data(span: Span, anchor: Anchor) -> dict[str, Any]:
    """Where a span stands in its document, for programs."""
    source, start = span.source, _block_start(span)
    end = source.text.find("\n\n", span.end)
    before = excerpt(Span(source, start, span.start))[-AROUND:]
    after = excerpt(Span(source, span.end, end if end >= 0 else len(source.text)))[:AROUND]
    return {
        "part": anchor.part,
        "note": anchor.note or None,
        "section": anchor.section or None,
        "paragraph": anchor.paragraph,
        "page": anchor.page or None,
        "label": anchor.label or None,
        "before": before,
        "after": after,
    }


def _block_start(span: Span) -> int:
    return span.source.text.rfind("\n\n", 0, span.start) + 2 if "\n\n" in span.source.text[: span.start] else 0


def excerpt(span: Span) -> str:
    """The words of a span as its document prints them."""
    return plain(span.text, span.source)
