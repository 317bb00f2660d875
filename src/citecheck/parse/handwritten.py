"""Notes that Markdown has no form for: ``[1]`` in the text, ``[1] Doe, 2020`` below it, and their kin.

A bracket with a number may be many things. It is a note's call only where the whole document says so: the numbers below
the text count up, those in the text count up too, and each stands in the text before its note does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from citecheck.model.source import Span

SEVERAL = r"\d{1,4}(?:\s?[,;–-]\s?\d{1,4}){0,9}"
DEFINITIONS = {
    "square": re.compile(r"[ \t>]*(?P<label>\\?\[(?P<number>\d{1,4})\\?\])[.:]?(?![(\w])[ \t]*"),
    "round": re.compile(r"[ \t>]*(?P<label>\((?P<number>\d{1,3})\))[ \t]+"),
    "caret": re.compile(r"[ \t>]*(?P<label>\\?\^(?P<number>\d{1,4})(?:\\?\^)?)(?!\w)[ \t]*"),
    "bold": re.compile(r"[ \t>]*(?P<label>\*\*(?:\\?\[)?(?P<number>\d{1,4})(?:\\?\])?[.):]?\*\*)[ \t]*"),
    "row": re.compile(r"[ \t]*\|[ \t]*(?P<label>(?P<number>\d{1,4})[.)]?)[ \t]*\|"),
    "listed": re.compile(r"[ \t>]*(?P<label>(?P<number>\d{1,4})[.)])[ \t]+"),
}
"""How a note may begin."""
BELOW = ("round", "row", "listed")
"""Those that begin notes only below a heading "Notes"."""
READ = ("row", "listed")
"""Those that need no pattern to be read there."""
CALLS = {
    "square": re.compile(rf"(?<![\d_!^\\])(?<!\b[A-Za-z])\\?\[(?P<numbers>{SEVERAL})\\?\](?![(:])"),
    "round": re.compile(r"\((?P<numbers>\d{1,3})\)(?![(\w])"),
    "caret": re.compile(rf"(?<![\d)])\\?\^(?P<numbers>{SEVERAL})(?:\\?\^)?(?![\w^])"),
}
"""How a note may be called."""
FIRST_SIGNS = "[\\(^*>"
SLIPS = 0.1
"""The share of numbers that may be out of order: slips are what an audit is for."""
DENSE = 0.7
"""The share of numbers that must be no greater than there are notes, or nearly."""


class Handwritten(Struct, frozen=True):
    """How the notes of a document begin and how they are called; None where Markdown's own forms are used."""

    definition: re.Pattern[str] | None = None
    call: re.Pattern[str] | None = None


class Passage(Struct, frozen=True):
    """A block with what the headings above it say of it: ``noted`` below "Notes", ``listed`` in a bibliography."""

    span: Span
    noted: bool
    listed: bool


def handwritten(passages: Sequence[Passage], plain: re.Pattern[str]) -> Handwritten:
    """The way in which a document writes its notes; ``plain`` finds the calls that need no such look."""
    written = _written(passages)
    if written is None:
        return Handwritten()
    form, starts = written
    definition = None if form in READ else DEFINITIONS[form]
    numbers = {number for number, _ in starts}
    counted = any(passage.listed and _numbered(passage.span.text) for passage in passages)
    usual = [(number, at) for passage in passages for number, at in _called(passage.span, plain)]
    if len({number for number, _ in usual} & numbers) * 2 >= len(numbers):
        return Handwritten(definition)
    for name, call in CALLS.items():
        if (counted and name == "square") or (name == "round" and form not in BELOW):
            continue
        found = [one for passage in passages if not passage.listed for one in _called(passage.span, call)]
        places = {place for _, place in starts}
        found = [(number, place) for number, place in found if place not in places]
        if _agree(starts, found):
            return Handwritten(definition, call)
    return Handwritten()


Numbers = list[tuple[int, tuple[int, int]]]
"""Numbers with their places: the file and the offset of the bracket."""


def _written(passages: Sequence[Passage]) -> tuple[str, Numbers] | None:
    """The form in which most notes begin, and their numbers; None where none of the forms counts up."""
    found: dict[str, Numbers] = {form: [] for form in DEFINITIONS}
    for passage in passages:
        if passage.listed:
            continue
        text = passage.span.source.text
        for at in _lines(passage.span):
            first = text[at : at + 1]
            if first == " ":
                first = text[at : at + 8].lstrip()[:1]
            if first not in FIRST_SIGNS and not (passage.noted and (first.isdigit() or first == "|")):
                continue
            for form, pattern in DEFINITIONS.items():
                if form in BELOW and not passage.noted:
                    continue
                match = pattern.match(text, at, passage.span.end)
                if match is not None:
                    place = (id(passage.span.source), match.start("label"))
                    found[form].append((int(match.group("number")), place))
    form, numbers = max(found.items(), key=lambda pair: len(pair[1]))
    return (form, numbers) if len(numbers) >= 2 and _counts(number for number, _ in numbers) else None


def _lines(span: Span) -> Iterator[int]:
    at = span.start
    while at != -1 and at < span.end:
        yield at
        at = span.source.text.find("\n", at, span.end)
        at += at != -1


def _counts(numbers: Iterable[int]) -> bool:
    """Whether numbers count up from 1, perhaps anew in each chapter, with few slips."""
    labels = list(numbers)
    seen: set[int] = set()
    slips = reached = 0
    for label, following in pairwise([*labels, 0]):
        if label == 1 and following in (0, 2):
            seen, reached = set(), 0
        slips += label in seen or label < reached
        seen.add(label)
        reached = label
    dense = sum(label <= len(labels) + 2 for label in labels)
    return (
        min(labels[:3], default=9) <= 3
        and slips <= max(1 + (len(labels) > 5), SLIPS * len(labels))
        and dense >= min(DENSE * len(labels), len(labels) - 1)
    )


def _numbered(text: str) -> bool:
    return DEFINITIONS["square"].match(text) is not None or DEFINITIONS["listed"].match(text) is not None


def _called(span: Span, pattern: re.Pattern[str]) -> Iterator[tuple[int, tuple[int, int]]]:
    for match in pattern.finditer(span.source.text, span.start, span.end):
        groups = match.groupdict()
        named = groups.get("numbers") or groups.get("linked") or groups.get("anchored")
        for number in re.findall(r"\d+", named or ""):
            yield int(number), (id(span.source), match.start())


def _agree(starts: Numbers, found: Numbers) -> bool:
    """Whether the numbers in the text count up and stand before the notes that bear them."""
    first: dict[int, int] = {}
    for number, (_, at) in found:
        first.setdefault(number, at)
    both = {number for number, _ in starts} & set(first)
    ahead = [number for number, (_, at) in starts if number in both and first[number] < at]
    distinct = {number for number, _ in starts}
    return (
        len(both) * 2 >= len(distinct)
        and len(both) >= 2
        and len(ahead) * 5 >= 4 * len(both)
        and _counts(number for number, _ in found)
    )
