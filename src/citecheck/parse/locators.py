"""Locators: the pages, or another place in a source, that a citation points to."""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages import words
from citecheck.languages.patterns import joint
from citecheck.model.reference import Locator
from citecheck.parse.forms.parts import DASH, PAGE, YEAR, locator_label, page_label
from citecheck.parse.reader import FARTHEST, Reader

__all__ = ["expand", "is_label", "is_locator_text", "is_year", "ranges", "read_locator"]

PLAIN_RANGE = re.compile(rf"(\d{{1,6}})(?:\s?[{DASH}]{{1,2}}\s?(\d{{1,6}}))?")
YEARISH = re.compile(rf"{YEAR}$")
CLOSED = re.compile(r"\s*(?:[.;)\]]|\Z)")
"""What ends a citation."""


@cache
def _locator() -> re.Pattern[str]:
    pages = rf"{PAGE}(?:\s*+{joint()}\s*+(?:{page_label()}\s?)?{PAGE}(?![\w’'])){{0,20}}"
    bare = rf"\d{{1,5}}(?:\s?[{DASH}]\s?\d{{1,5}})?"
    return re.compile(
        rf"(?P<gap>\s*+[,:]\s*+|\s++)"
        rf"(?:(?P<label>{page_label()}|{locator_label()})\s*+(?P<pages>{pages})"
        rf"|(?P<bare>{bare}(?:\s*+,\s*+{bare}(?![\w’'])){{0,20}}))(?![\w’'])",
        re.IGNORECASE,
    )


def read_locator(reader: Reader, at: int, bracket: bool = False, uncoupled: bool = False) -> tuple[Locator | None, int]:
    """The locator that stands at ``at``, if any, and where it ends; ``bracket`` where a square bracket opens there,
    ``uncoupled`` where a number needs no comma before it if nothing but a sign follows (OSCOLA's ``ibid 345``)."""
    base = at if bracket else 0
    match = _locator().match(" " + reader.plain[at + 1 : at + FARTHEST] if bracket else reader.plain, at - base)
    if match is None:
        return None, at
    label = match.group("label")
    group = "pages" if label else "bare"
    start, end = base + match.start(group), base + match.end(group)
    text = reader.plain[start:end]
    if not label:
        coupled = "," in match.group("gap") or ":" in match.group("gap")
        if not coupled and not (uncoupled and CLOSED.match(reader.plain, end)):
            return None, at
        kept = _without_years(text)
        if kept is None:
            return None, at
        end = start + len(kept)
    else:
        end = start + len(_without_next_citation(text))
    text = reader.plain[start:end].rstrip(" ,.")
    end = start + len(text)
    first = base + match.start("label") if label else start
    if label and label.casefold().rstrip(".") not in _page_labels():
        return Locator(reader.span.part(first, end), text, label), end
    return Locator(reader.span.part(first, end), text, label, ranges(text)), end


def is_label(text: str) -> bool:
    """Whether a text begins with a labelled page."""
    return re.match(rf"{page_label()}\s?\d", text, re.IGNORECASE) is not None


def is_locator_text(text: str) -> bool:
    """Whether a text is a locator, with what sets it apart from what stands before."""
    return _locator().fullmatch(text) is not None


def is_year(text: str) -> bool:
    """Whether a text that may be a page is a year."""
    return YEARISH.match(text) is not None


@cache
def _page_labels() -> frozenset[str]:
    return frozenset(word.casefold().rstrip(".") for word in (*words("page_labels"), *words("at_pages")))


def _without_years(text: str) -> str | None:
    """A bare list of pages ends where a year of the same author begins; a year alone is no page."""
    kept = ""
    for piece in re.split(r"(\s*,\s*)", text):
        if is_year(piece.strip()):
            break
        kept += piece
    kept = re.sub(r"\s*,\s*$", "", kept)
    return kept or None


def _without_next_citation(text: str) -> str:
    """``p. 4, 2019``: a year in a list of small pages is the same author's next work; ``4 and 5 July`` is no page."""
    if _joints().search(text) is None:
        return text
    kept = ""
    for piece in re.split(rf"(\s*{joint()}\s*)", text):
        if kept and is_year(piece.strip()):
            return re.sub(rf"\s*{joint()}\s*$", "", kept)
        kept += piece
    return kept


def ranges(text: str) -> tuple[tuple[int, int], ...]:
    """The plain pages of a list, each as a pair of numbers: ``4, 115–16`` is ``(4, 4), (115, 116)``."""
    found = []
    for piece in _joints().split(text):
        match = PLAIN_RANGE.fullmatch(_label_first().sub("", piece.strip()))
        if match:
            low, high = match.group(1), match.group(2) or match.group(1)
            found.append((int(low), int(expand(low, high))))
    return tuple(found)


@cache
def _joints() -> re.Pattern[str]:
    """What stands between the pages of a list."""
    return re.compile(rf"\s*{joint()}\s*")


@cache
def _label_first() -> re.Pattern[str]:
    return re.compile(rf"^{page_label()}\s?", re.IGNORECASE)


def expand(low: str, high: str) -> str:
    """The end of an abbreviated range in full: ``115``–``16`` ends at ``116``, ``1055``–``7`` at ``1057``.

    A shorter end is an abbreviation only where completing it gives a larger number (Chicago Manual of Style 9.61)."""
    if len(high) < len(low) and int(low[: len(low) - len(high)] + high) > int(low):
        return low[: len(low) - len(high)] + high
    return high
