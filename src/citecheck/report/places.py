"""Places in documents without lines, as they are told: by part, note, paragraph and the words around."""

from __future__ import annotations

from typing import Any

from citecheck.model.printed import plain
from citecheck.model.source import Anchor, Span

__all__ = ["excerpt", "place_data", "told_place"]

AROUND = 40
"""Characters before and behind a place that tell it from others."""


def told_place(anchor: Anchor) -> str:
    """A place in few signs that need no language: ``¶34``, in a note ``n. 12``."""
    return f"n. {anchor.note}" if anchor.note else f"¶{anchor.paragraph}"


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
        "page": None,
        "label": None,
        "before": before,
        "after": after,
    }


def _block_start(span: Span) -> int:
    return span.source.text.rfind("\n\n", 0, span.start) + 2 if "\n\n" in span.source.text[: span.start] else 0


def excerpt(span: Span) -> str:
    """The words of a span as its document prints them."""
    return plain(span.text, span.source)
