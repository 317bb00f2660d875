"""Marks in the text of pages that may call notes: what is raised there, and figures glued to a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from citecheck.read.pdf.lines import Line, raised

__all__ = ["Mark", "flat_marks", "marks_of", "sign_of"]

SIGNS = r"\d{1,4}|[*∗†‡§¶#]{1,4}|[a-z](?![a-z])"
RAISED = re.compile(rf"[\[(]?(?:{SIGNS})[\])]?(?:(?:\s?[,;]\s?|\s)[\[(]?(?:{SIGNS})[\])]?)*")
SIGN = re.compile(SIGNS)
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹∗", "0123456789*")
HIGH = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}")
FLAT = re.compile(r"(?<!\d[.,])(?<=[^\W\d_]|[.,;:!?»”’\"')\]])(\d{1,4})(?![\d%°]|[.,]\d|[^\W\d_])")


SMALL = 8.0
"""Points of type below which figures that stand alone are a mark."""


class Mark(Struct, gc=False):
    """What may call a note: on which ``page`` (from 0) and ``row`` (of the document), from which character of its line to which, the
    ``sign``, and whether it is ``raised`` or flat; ``linked`` says that it is a link within the document."""

    page: int
    row: int
    start: int
    end: int
    sign: str
    raised: bool
    linked: bool = False
    weight: float = 0.0


def sign_of(text: str) -> str:
    """A sign as it is compared with others: in plain figures."""
    return text.translate(SUPERSCRIPTS)


def marks_of(page: int, row: int, line: Line) -> Iterator[Mark]:
    """The marks of a line that are raised, from the left."""
    at = 0
    for text, high, linked in _stretches(line):
        if high:
            yield from _raised(page, row, at, text, linked)
            for place, piece in _side_by_side(text):
                yield from _raised(page, row, at + place, piece, linked)
        else:
            for match in HIGH.finditer(text):
                yield Mark(page, row, at + match.start(), at + match.end(), sign_of(match[0]), True, linked=linked)
        at += len(text)


def _stretches(line: Line) -> Iterator[tuple[str, bool, bool]]:
    """The text of a line in stretches that are raised, or are not; and whether each is a link within the document."""
    text, high, linked = "", False, False
    for run in line.runs:
        is_high = raised(run, line)
        if text and is_high != high:
            yield text, high, linked
            text, linked = "", False
        text, high, linked = text + run.text, is_high, linked or run.target == "#"
    if text:
        yield text, high, linked


def _side_by_side(text: str) -> Iterator[tuple[int, str]]:
    """Figures as several numbers that count up, without anything between them: ``2324``. Whether they are, the notes tell."""
    figures = text.strip()
    if not figures.isdecimal():
        return
    for length in range(1, len(figures) // 2 + 1):
        first, place = int(figures[:length]), 0
        pieces: list[tuple[int, str]] = []
        while figures.startswith(str(first + len(pieces)), place):
            pieces.append((place, str(first + len(pieces))))
            place += len(pieces[-1][1])
        if len(pieces) > 1 and place == len(figures):
            yield from ((text.index(figures) + start, piece) for start, piece in pieces)


def _raised(page: int, row: int, at: int, text: str, linked: bool) -> Iterator[Mark]:
    """The marks in raised text: one, or several with commas; none where there is more than marks."""
    plain = sign_of(text)
    stripped = plain.strip(" \u00a0.,;:")
    if not stripped or RAISED.fullmatch(stripped) is None:
        return
    for match in SIGN.finditer(plain):
        start, end = match.span()
        if plain[start - 1 : start] in ("[", "(") and plain[end : end + 1] in ("]", ")"):
            start, end = start - 1, end + 1
        yield Mark(page, row, at + start, at + end, match[0], True, linked=linked)


def flat_marks(page: int, row: int, line: Line, signs: Sequence[str]) -> Iterator[Mark]:
    """The figures of a line that are glued to a word or a sign, or stand alone on it, and are among ``signs``."""
    alone = line.text.strip()
    if alone in signs:
        # In a cell of its own, or apart from the line that it is raised in.
        yield Mark(page, row, line.text.index(alone), line.text.index(alone) + len(alone), alone, line.size < SMALL)
    for match in FLAT.finditer(line.text):
        if match[1] in signs:
            yield Mark(page, row, match.start(1), match.end(1), match[1], False)
