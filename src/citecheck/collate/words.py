"""The words of a text as copies of it share them, whatever a converter does to signs, spaces, letters and line ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from rapidfuzz.distance import Indel

from citecheck.model.collation import Differing
from citecheck.model.document import Url
from citecheck.model.source import Span

__all__ = ["Words", "differing", "linked", "words_in"]

WORD = re.compile(r"</?[a-z]{1,10}(?:\s[^<>]{0,200})?/?>|[^\W_]+|[$€£¥%‰§]")
"""A word, a number, or a sign that says what a number counts; and a tag, which is none of them."""


class Words(Struct, frozen=True):
    """The words of stretches of text: what is compared of each, and where it stands."""

    keys: tuple[str, ...]
    spans: tuple[Span, ...]

    @staticmethod
    def of(spans: Iterable[Span]) -> Words:
        """The words of some stretches, in order."""
        keys: list[str] = []
        places: list[Span] = []
        for span in spans:
            for key, start, end in words_in(span.source.text, span.start, span.end):
                keys.append(key)
                places.append(Span(span.source, start, end))
        return Words(tuple(keys), tuple(places))

    @property
    def letters(self) -> str:
        """All words in one, so that neither a hyphen at the end of a line nor a lost space tells two copies apart."""
        return "".join(self.keys)

    def stretch(self, first: int, end: int, whole: Span) -> Span:
        """The text from a word (inclusive) to another (exclusive); where that is none, the empty place between them."""
        if first < end and self.spans[first].source is self.spans[end - 1].source:
            return Span(self.spans[first].source, self.spans[first].start, self.spans[end - 1].end)
        at = self.spans[first].start if first < len(self.spans) else whole.end
        return Span(whole.source, at, at)


def words_in(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[str, int, int]]:
    """The words of a part of a text, as they are compared, and where each begins and ends."""
    for word in WORD.finditer(text, start, len(text) if end is None else end):
        if not word.group().startswith("<"):
            yield _key_of(word.group()), word.start(), word.end()


@lru_cache(maxsize=131_072)
def _key_of(word: str) -> str:
    """A word without ligatures, raised figures and capitals."""
    return unicodedata.normalize("NFKC", word).casefold()


def linked(span: Span, urls: Sequence[Url]) -> Iterator[Span]:
    """The parts of a text that are printed: without the addresses behind the words of links."""
    at = span.start
    for url in urls:
        if span.holds(url.span) and url.span.start >= at and (behind := url.span.text.find("](")) > 0:
            yield Span(span.source, at, url.span.start + behind)
            at = url.span.end
    yield Span(span.source, at, span.end)


def differing(left: Words, right: Words, whole: tuple[Span, Span]) -> tuple[Differing, ...]:
    """Where two texts differ in more than a conversion makes of one text."""
    if left.keys == right.keys:
        return ()
    found = []
    for tag, a, b, c, d in _blocks(left.keys, right.keys):
        if tag and not _is_converted(left, right, (a, b), (c, d)):
            found.append(Differing(left.stretch(a, b, whole[0]), right.stretch(c, d, whole[1])))
    return tuple(found)


def _blocks(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """The stretches of both sides that are the same (False) and those that are not (True); what lies beside each other is one."""
    row = column = 0
    blocks = [(one.a, one.b, one.size) for one in Indel.editops(left, right).as_matching_blocks()]
    for a, b, size in blocks:
        if a > row or b > column:
            yield True, row, a, column, b
        if size:
            yield False, a, a + size, b, b + size
        row, column = a + size, b + size


def _is_converted(left: Words, right: Words, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Whether two stretches of words are one text: a word that a line end cuts, or that stands close to the next one. Figures
    on either side of a sign are two numbers, and never one without it."""
    one, other = left.keys[slice(*ours)], right.keys[slice(*theirs)]
    if "".join(one) != "".join(other):
        return False
    return not (_parted(left, ours) or _parted(right, theirs))


def _parted(words: Words, part: tuple[int, int]) -> bool:
    """Whether signs that are no blanks stand between two numbers of some words."""
    for at in range(part[0], part[1] - 1):
        one, other = words.spans[at], words.spans[at + 1]
        figures = words.keys[at].isdecimal() and words.keys[at + 1].isdecimal()
        if figures and one.source is other.source and one.source.text[one.end : other.start].strip():
            return True
    return False
