"""Markup: notes and entries that stand in HTML elements or in the rows of a table, as converters leave them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

ITEM = re.compile(r"(?:<(?:p|li|div|dd|aside)\b[^<>]{0,300}>\s{0,40}){1,4}", re.IGNORECASE)
NOTE_ID = re.compile(
    r"""\bid\s?=\s?["']?(?![^"'<>\s]{0,40}ref)[^"'<>\s]{0,40}?(?:fn|ftn|edn|note)[^"'<>\s\d]{0,20}(\d{1,4})["'\s>]""",
    re.IGNORECASE,
)
NOTES = re.compile(r"<(?:div|section|aside|ol)\b[^<>]{0,200}=[\"'][^\"'<>]{0,80}(?:footnotes|endnotes)", re.IGNORECASE)
ORDERED = re.compile(r"<ol\b", re.IGNORECASE)
LISTED = re.compile(r"<li\b", re.IGNORECASE)
CLOSING = re.compile(r"(?:\s|</?(?:p|li|ol|ul|div|section|dd|dl|aside|hr|br)\b[^<>]{0,200}>)\Z", re.IGNORECASE)
RETURN = re.compile(
    r"\s*(?:<a\b[^<>]{0,240}>\s*(?:[↩↑⏎↵^]|&#\w{1,8};)[^<]{0,8}</a>|\[(?:\\?[↩↑⏎↵^])[^\[\]]{0,4}\]\(\\?#[^()\s]{0,80}\)(?:\{[^{}\n]{0,160}\})?)\s*\Z",
    re.IGNORECASE,
)
"""The arrow behind a note that leads back to its call."""
OF_A_NOTE = re.compile(r"#[^()\s\"'<>]{0,60}(?:fn|ftn|edn|note)", re.IGNORECASE)
"""The target of a link that has to do with a note."""
WINDOW = 500
RULED = re.compile(r"[\s|:-]+\Z")
CELL = re.compile(r"<t[dh]\b[^<>]{0,200}>(.{0,4000}?)(?=</?t[dhr]\b|</t(?:body|able)|\Z)", re.IGNORECASE | re.DOTALL)
ROW = re.compile(r"<tr\b[^<>]{0,200}>", re.IGNORECASE)


class Item(Struct, frozen=True):
    """An element that may be a note or an entry: ``start``, where its text begins, its end, and the number it bears in
    its identifier or by its place in a numbered list."""

    start: int
    body: int
    end: int
    note: str | None
    ordinal: int | None


def items(text: str) -> Iterator[Item]:
    """The innermost paragraphs and list items of a stretch of HTML."""
    marks = list(ITEM.finditer(text))
    counted = 0
    ordered = ORDERED.search(text) is not None
    for at, match in enumerate(marks):
        end = marks[at + 1].start() if at + 1 < len(marks) else len(text)
        listed = LISTED.search(match.group()) is not None
        counted += listed
        note = NOTE_ID.search(match.group())
        yield Item(
            match.start(),
            match.end(),
            max(match.end(), without_return(text, match.end(), end)),
            note.group(1) if note else None,
            counted if listed and ordered else None,
        )


def without_return(text: str, start: int, end: int) -> int:
    """Where a note's text ends: before the tags that close it and the link back to its call."""
    while end > start:
        window = text[max(start, end - WINDOW) : end]
        match = RETURN.search(window) or CLOSING.search(window)
        if match is None or match.end() == match.start():
            return end
        end -= len(window) - match.start()
    return end


def leads_back(text: str) -> bool:
    """Whether a text ends with the arrow that leads from a note back to its call."""
    match = RETURN.search(text[-WINDOW:])
    return match is not None and OF_A_NOTE.search(match.group()) is not None


def announces_notes(text: str) -> bool:
    """Whether an element says that footnotes follow."""
    return NOTES.search(text) is not None


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
