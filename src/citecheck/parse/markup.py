"""Markup: notes and entries that stand in HTML elements or in the rows of a table, as converters leave them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from citecheck.parse.forms.note_parts import without_return

TAGS_BEFORE = re.compile(r"(?:<(?:p|li|div|dd|aside)\b[^<>]{0,300}>\s{0,40}){1,4}", re.IGNORECASE)
ORDERED = re.compile(r"<ol\b", re.IGNORECASE)
LISTED = re.compile(r"<li\b", re.IGNORECASE)
RULED = re.compile(r"[\s|:-]+\Z")
CELL = re.compile(r"<t[dh]\b[^<>]{0,200}>(.{0,4000}?)(?=</?t[dhr]\b|</t(?:body|able)|\Z)", re.IGNORECASE | re.DOTALL)
NUMBER_ALONE = re.compile(r"(?:<sup>|\*\*)?\\?\[?(\d{1,4})\\?\]?[.)]?(?:</sup>|\*\*)?", re.IGNORECASE)
ROW = re.compile(r"<tr\b[^<>]{0,200}>", re.IGNORECASE)
OPENED = re.compile(r"(?:[ \t]*<[a-z][^<>\n]{0,200}>[ \t]*\n){1,4}", re.IGNORECASE)
CLOSED = re.compile(r"(?:\s{0,40}</[a-z]\w{0,12}>){1,4}\s*\Z", re.IGNORECASE)
"""Tags on lines of their own before the text of an element, and those behind it."""


class Element(Struct, frozen=True):
    """An element that may be a note or an entry: ``start``, where its text begins, its end, and its place in a numbered
    list."""

    start: int
    body: int
    end: int
    ordinal: int | None


def elements(text: str) -> Iterator[Element]:
    """The innermost paragraphs and list items of a stretch of HTML."""
    marks = list(TAGS_BEFORE.finditer(text))
    counted = 0
    ordered = ORDERED.search(text) is not None
    for at, match in enumerate(marks):
        end = marks[at + 1].start() if at + 1 < len(marks) else len(text)
        listed = LISTED.search(match.group()) is not None
        counted += listed
        end = max(match.end(), without_return(text, match.end(), end))
        yield Element(match.start(), match.end(), end, counted if listed and ordered else None)


def within_tags(text: str) -> tuple[int, int]:
    """Where the text of an element begins, behind tags that stand on lines of their own, and where it ends."""
    opened = OPENED.match(text)
    return opened.end() if opened else 0, len(CLOSED.sub("", text))


def cell_number(text: str) -> str | None:
    """The number that is all a cell holds."""
    match = NUMBER_ALONE.fullmatch(text)
    return match.group(1) if match else None


def rows(text: str) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """``(start, cells)`` of each row of a table, in HTML or with pipes, without the ruled line."""
    marks = [match.end() for match in ROW.finditer(text)]
    if marks:
        for start, end in zip(marks, [*marks[1:], len(text)], strict=True):
            yield start, [_stripped(text, *match.span(1)) for match in CELL.finditer(text, start, end)]
        return
    at = 0
    for line in text.splitlines(keepends=True):
        if "|" in line and not RULED.match(line):
            yield at, _piped(text, at, at + len(line.rstrip()))
        at += len(line)


def _piped(text: str, start: int, end: int) -> list[tuple[int, int]]:
    borders = [match.start() for match in re.compile(r"(?<!\\)\|").finditer(text, start, end)]
    edges = [start - 1, *borders, end]
    cells = [(one + 1, other) for one, other in pairwise(edges)]
    return [_stripped(text, *cell) for cell in cells if text[cell[0] : cell[1]].strip()]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
