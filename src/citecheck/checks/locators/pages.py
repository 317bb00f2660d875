"""Pages as printed, in locators and in references: where they stand, and what ranges they make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from citecheck.languages import all_languages
from citecheck.languages.letters import DASH
from citecheck.languages.patterns import alternatives, any_of, conjunctions, page_label, stopped
from citecheck.model.document import Bracket, Document, Note
from citecheck.model.finding import Place
from citecheck.model.reference import Citation, Locator, Reference
from citecheck.model.source import Span

RANGE = re.compile(rf"([A-Za-z]{{0,2}})(\d{{1,6}})\s?[{DASH}]{{1,2}}\s?([A-Za-z]{{0,2}})(\d{{1,6}})")
PIECE = re.compile(rf"([{DASH}]+)")
LEAST = 100
"""Pages from which on the end of a range is abbreviated by those who abbreviate."""


@cache
def _page_label() -> re.Pattern[str]:
    return re.compile(rf"{page_label()}\.?", re.IGNORECASE)


def is_page_label(label: str) -> bool:
    """Whether a locator's label says that its numbers are pages."""
    return _page_label().fullmatch(label) is not None


@cache
def _otherwise() -> re.Pattern[str]:
    """What behind a number says that it is no page."""
    return re.compile(rf"[:./]\d|\s?[%°]|\s(?:{page_label()}|{any_of('counted')})(?!\w)", re.IGNORECASE)


@cache
def _more() -> re.Pattern[str]:
    """Further pages behind a range."""
    return re.compile(rf"\s?(?:[,;&+]|{conjunctions()}\s)\s?(?:{stopped('page_labels')}\s?)?\d|\+")


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){page_label()}\.?$", re.IGNORECASE)


class Range(Struct, frozen=True):
    """A range of pages as printed, from ``low`` to ``high``, an abbreviated end completed."""

    span: Span
    low: int
    high: int
    printed: int
    """The end as printed."""

    @property
    def reversed(self) -> bool:
        """Whether it runs backwards."""
        return self.high < self.low

    @property
    def abbreviated(self) -> bool:
        """Whether its end is completed."""
        return self.high != self.printed

    @property
    def whole(self) -> bool:
        """Whether its end could have been abbreviated, and is not."""
        return (
            self.low >= LEAST
            and self.high == self.printed
            and str(self.low)[0] == str(self.high)[0]
            and (len(str(self.low)) == len(str(self.high)))
        )

    @property
    def rather_reversed(self) -> bool:
        """Whether its two ends as printed are nearer than with the end completed: ``120-99``, unlike ``115-16``."""
        return self.abbreviated and self.low - self.printed < self.high - self.low


class Cited(Struct, frozen=True):
    """A citation with the note or bracket that makes it; ``group`` tells the two apart, which may have habits of their own."""

    citation: Citation
    holder: Note | Bracket
    group: str

    def place(self, lang: str, span: Span) -> Place:
        """The place of a part of it."""
        return Place.of(self.holder, lang, span)


def cited(document: Document) -> Iterator[Cited]:
    """All citations in notes and brackets, in reading order within each."""
    for note in document.notes:
        for citation in note.citations:
            yield Cited(citation, note, "notes")
    for bracket in document.brackets:
        for citation in bracket.citations:
            yield Cited(citation, bracket, "brackets")


def names_pages(locator: Locator) -> bool:
    """Whether a locator names pages: it has their label, or none but plain numbers that count nothing else."""
    if locator.label is None:
        return bool(locator.ranges) and not counts_otherwise(locator.span)
    return is_page_label(locator.label)


def behind(span: Span) -> str:
    """The characters that stand behind a stretch of text."""
    return span.source.text[span.end : span.end + 24]


def counts_otherwise(span: Span) -> bool:
    """Whether a number without a label counts no pages: ``12:30``, ``3.2``, ``7 March``, ``3 vols``, ``29 %``."""
    text = behind(span)
    return _otherwise().match(text) is not None or _dated(text)


def completed(low: str, high: str) -> int:
    """The end of a range, an abbreviated one in full: ``115``–``16`` ends at 116, ``1055``–``7`` at 1057."""
    if len(high) < len(low) and int(low[: len(low) - len(high)] + high) > int(low):
        return int(low[: len(low) - len(high)] + high)
    return int(high)


def ranges_of(span: Span) -> Iterator[Range]:
    """The ranges printed in ``span`` that have two plain ends of one kind."""
    for match in RANGE.finditer(span.text):
        before = span.text[match.start() - 1 : match.start()] if match.start() else ""
        after = span.text[match.end() : match.end() + 1]
        prefix, low, other, high = match.groups()
        if (before and (before.isalnum() or before in DASH)) or (after and (after.isalnum() or after in DASH)):
            continue
        if other in ("", prefix) and len(prefix) <= 2:
            yield Range(span.part(*match.span()), int(low), completed(low, high), int(high))


def printed_pages(reference: Reference) -> Span | None:
    """Where the pages of a reference stand in it; None where they cannot be told from a date or a part of an address."""
    if reference.pages_span is not None or not reference.pages:
        return reference.pages_span
    text = reference.span.text
    for start, end in _occurrences(text, [piece for piece in PIECE.split(reference.pages) if piece]):
        before = text[max(0, start - 24) : start].rstrip(" \u00a0\u202f\n*")
        labelled = _labelled().search(before) is not None
        if (labelled or before[-1:] in ",:") and (labelled or not _dated(text[end : end + 24])):
            return reference.span.part(start, end)
    return None


def _occurrences(text: str, pieces: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where pages stand as a word of their own, white space between their pieces allowed.

    A search of one's own, because a pattern for each reference costs more to compile than to use.
    """
    start = text.find(pieces[0])
    while start >= 0:
        end = start
        for piece in pieces:
            while end > start and text[end : end + 1].isspace():
                end += 1
            reached = _past(text, piece, end)
            if reached is None:
                break
            end = reached
        else:
            before, after = text[start - 1 : start] if start else "", text[end : end + 1]
            if not _joins(before, "./=?&#") and not _joins(after, ""):
                yield start, end
        start = text.find(pieces[0], start + 1)


def _past(text: str, piece: str, at: int) -> int | None:
    """Where a piece of pages that stands at a place ends there; the dash of a range may be two or three hyphens."""
    if piece[0] in DASH:
        end = at
        while end < at + 3 and text[end : end + 1] and text[end] in DASH:
            end += 1
        return end if end > at else None
    return at + len(piece) if text.startswith(piece, at) else None


def _joins(character: str, others: str) -> bool:
    """Whether a character beside a number makes it a part of something longer."""
    return character != "" and (character.isalnum() or character == "_" or character in DASH or character in others)


def pages_of(reference: Reference) -> Range | None:
    """The range that a reference gives for an article or a chapter; None where it gives none, or just one number."""
    if reference.pages_span is not None:
        return _range_of_field(reference.pages or "", reference.pages_span)
    span = printed_pages(reference)
    if span is None:
        return None
    found = list(ranges_of(span))
    if _more().match(behind(span)):
        return None
    return found[0] if len(found) == 1 and found[0].span == span else None


def _range_of_field(pages: str, span: Span) -> Range | None:
    """The range that a database gives, which may have the two ends apart."""
    match = RANGE.fullmatch(pages.strip())
    if match is None or match[3] not in ("", match[1]):
        return None
    return Range(span, int(match[2]), completed(match[2], match[4]), int(match[4]))


def locator_key(lang: str, span: Span) -> str:
    """The key of a stretch of pages: what is wrong with it is one defect."""
    return f"{lang}:locator:{span.source.path}:{span.start}"


@cache
def _after_range() -> re.Pattern[str]:
    months = {month for one in all_languages() for month in one.months}
    return re.compile(rf"[\s.]{{0,3}}(?:{alternatives(months)}|%)(?!\w)", re.IGNORECASE)


def _dated(text: str) -> bool:
    """Whether days of a month were taken for pages: ``24-26 June``."""
    return _after_range().match(text) is not None
