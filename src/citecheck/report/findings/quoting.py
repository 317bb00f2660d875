"""A finding's span with what stands around it on one line, and what a correction changes."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from citecheck.model.credentials import without_credentials
from citecheck.model.finding import Edit
from citecheck.model.printed import plain
from citecheck.model.source import Span
from citecheck.report.brief import cut
from citecheck.report.places import excerpt
from citecheck.report.visible import visible
from citecheck.report.voice import say

__all__ = ["CONTEXT", "LONGEST", "Measure", "Quotation", "beginning", "edited", "quotation"]

CONTEXT = 40
"""How many characters around a span are quoted on either side."""

Measure = Callable[[str], int]
"""How much room a text takes: its characters, or the columns of a terminal."""

LONGEST = 90
"""How many characters of a span are quoted at most; the middle of a longer one is left out."""

# Notes and the items of a list, a bibliography's entries among them, often have no blank line between them.
_PARAGRAPH_END = re.compile(r"\n[ \t]*(?:\n|(?=(?:\d+[.)]|[-*+#]+)[ \t]|<sup>|\[\^?\w+\]))")


class Quotation(Struct, frozen=True):
    """A span on one harmless line, and what stands before and behind it in its paragraph."""

    before: str
    quoted: str
    after: str


def quotation(span: Span, room: int, measure: Measure = len) -> Quotation:
    """The span with what stands around it, in at most as much ``room`` where that is possible."""
    quoted = _shortened(cut(excerpt(span)), min(room, LONGEST), measure)
    each = 0 if span.source.sparse else max(min(CONTEXT, (room - measure(quoted)) // 2 - 2), 0)
    before, after = _around(span, each, measure)
    return Quotation(before, quoted, after)


def edited(edit: Edit, ui: str) -> str:
    """What an edit changes, in few words."""
    old, new = (_shortened(cut(side), LONGEST) for side in (edit.span.text, edit.replacement))
    if not edit.replacement:
        return say("delete", ui, old=old)
    return say("replace", ui, old=old, new=new) if edit.span.text else say("insert", ui, new=new)


def beginning(written: str, longest: int, measure: Measure = len) -> str:
    """The first words of a text."""
    if measure(written) <= longest:
        return written
    kept = written[:longest]
    cut = kept.rfind(" ")
    return (kept[:cut] if cut > 0 else kept) + "…"


def _around(span: Span, each: int, measure: Measure) -> tuple[str, str]:
    """Up to ``each`` characters of the same paragraph on either side of a span, cut between words."""
    if each <= 0:
        return "", ""
    source = span.source.quoted.text
    before = _PARAGRAPH_END.split(source[max(span.start - 4 * each, 0) : span.start])[-1]
    after = _PARAGRAPH_END.split(source[span.end : span.end + 4 * each])[0]
    before, after = (visible(without_credentials(plain(side, span.source))) for side in (before, after))
    return _tail(before.lstrip(), each, measure), beginning(after.rstrip(), each, measure)


def _tail(written: str, longest: int, measure: Measure) -> str:
    """The last words of a text."""
    if measure(written) <= longest:
        return written
    kept = written[-longest:]
    cut = kept.find(" ")
    return "…" + (kept[cut + 1 :] if 0 <= cut < len(kept) - 1 else kept)


def _shortened(written: str, longest: int, measure: Measure = len) -> str:
    """A text without its middle, where it is too long."""
    if measure(written) <= longest:
        return written
    half = max((longest - 3) // 2, 1)
    return f"{written[:half].rstrip()} … {written[-half:].lstrip()}"
