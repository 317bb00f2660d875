"""A text that is read for citations, from left to right."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from msgspec import Struct, field

from citecheck.languages import words
from citecheck.model.document import Url
from citecheck.model.reference import Citation
from citecheck.model.source import Span
from citecheck.parse.forms.parts import BLANK
from citecheck.parse.plain import unlinked
from citecheck.parse.words import (
    PARTED,
    YEAR,
    beginning,
    blank_tag,
    evened,
    lead_beginnings,
    lead_in,
    unparted,
    unraised,
)

__all__ = ["FARTHEST", "Reader", "year_end"]

SEPARATORS = re.compile(r"[\s;,.()\[\]*_:–—-]+")
TAG = re.compile(r"</?[A-Za-z][^<>\x00]{0,80}>|<(?=\x00)|(?<=\x00)>")
LONGEST_PARTED = 200
YEARS = re.compile(YEAR)
FARTHEST = 400
"""Characters beyond which nothing in front of a citation tells anything about it."""


class Reader(Struct, frozen=True, eq=False):
    """A text with its URLs and tags blanked out, ready to be read: ``plain`` without emphasis, ``text`` as printed.

    ``cited`` are the citations read so far.
    """

    span: Span
    text: str
    plain: str
    urls: tuple[Url, ...]
    lower: str
    """The plain text in lower case, with one space for any white space, and typewriter's apostrophes."""
    last_year: int
    """Where the last year of the plain text begins; -1 where there is none."""
    cited: list[Citation] = field(default_factory=list)
    ends: dict[int, int | None] = field(default_factory=dict)
    """What was found for each place where a whole reference may end."""
    endless: list[int] = field(default_factory=lambda: [0, 0])
    """From where to where there is no such place, nor a URL."""
    spoken: dict[tuple[str, ...], bool] = field(default_factory=dict)
    """What was found of the words that were asked for."""

    @staticmethod
    def of(span: Span, urls: Sequence[Url], worded: Sequence[Url] = ()) -> Reader:
        """A reader of the text of ``span``, with the URLs printed within it; ``worded`` are links whose words are read."""
        text = unlinked(unparted(unraised(span.text)), span, worded)
        read = {url.span.start for url in worded}
        own = tuple(url for url in urls if span.holds(url.span) and url.span.start not in read)
        masked = list(text)
        for url in own:
            for at in range(url.span.start - span.start, url.span.end - span.start):
                masked[at] = BLANK
        blanked = "".join(masked)
        if "<" in blanked or ">" in blanked:
            blanked = TAG.sub(lambda tag: BLANK if tag.end() - tag.start() == 1 else blank_tag(tag), blanked)
        held = evened(blanked)
        plain = held.replace("*", " ").replace("\u00a0", " ").replace("\u202f", " ")
        lower = " ".join(plain.lower().replace("’", "'").split())
        last_year = max((match.start() for match in YEARS.finditer(plain)), default=-1)
        return Reader(span, held, plain, own, lower, last_year)

    def skip(self, at: int) -> int:
        """Where the text goes on behind separators, conjunctions and the phrases that introduce a citation."""
        while at < len(self.plain):
            separator = SEPARATORS.match(self.plain, at)
            if separator:
                at = separator.end()
            word = lead_in().match(self.plain, at) if beginning(self.plain, at) in lead_beginnings() else None
            if word and word.end() > at:
                at = word.end()
                continue
            if not separator:
                return at
        return at

    def speaks(self, *fields: str) -> bool:
        """Whether the text has one of the words under the fields of the languages, perhaps within a longer one.

        A text is asked once, and where it has none, no place of it need be matched with patterns of these words.
        """
        if fields not in self.spoken:
            self.spoken[fields] = any(word in self.lower for word in _lower_words(fields))
        return self.spoken[fields]

    def dated(self, at: int) -> bool:
        """Whether a year, or what says that there is none, may stand at a place or behind it."""
        return at <= self.last_year or self.speaks("no_date")

    def trimmed(self, start: int, end: int) -> Span:
        """A stretch of the text without the separators at its ends, its emphasis whole."""
        text = self.text
        while start < end and text[start] in " \n\t*_,.;:(":
            start += 1
        while end > start and text[end - 1] in " \n\t*_,;:(":
            end -= 1
        while text[start:end].count("*") % 2 and start and text[start - 1] == "*":
            start -= 1
        return self.span.part(self._word_start(start), end)

    def _word_start(self, start: int) -> int:
        """Where a word with tags around some of its letters begins in the file."""
        printed = self.span.text
        if "<" not in printed[max(0, start - LONGEST_PARTED) : start]:
            return start
        words = PARTED.finditer(printed, max(0, start - LONGEST_PARTED), start + LONGEST_PARTED)
        return next((word.start() for word in words if word.start() < start < word.end()), start)

    def stands_first(self, at: int) -> bool:
        """Whether nothing but words that introduce a citation stands between a semicolon, or the beginning, and ``at``."""
        start = self.plain.rfind(";", max(0, at - FARTHEST), at) + 1
        if not start and at > FARTHEST:
            return False
        between = self.plain[start:at].strip()
        return not between or not re.search(r"[^\W_]", lead_in().sub(" ", between))

    def urls_from(self, start: int, end: int) -> Sequence[Url]:
        """The URLs that begin from ``start`` to ``end`` of the source."""
        first, last = bisect_left(self.urls, start, key=_start_of), bisect_right(self.urls, end, key=_start_of)
        return self.urls[first:last]

    def url_at(self, at: int) -> Url | None:
        """The URL that the text has at ``at``."""
        start = self.span.start + at
        before = bisect_right(self.urls, start + 1, key=_start_of)
        return self.urls[before - 1] if before and start < self.urls[before - 1].span.end else None


@cache
def _lower_words(fields: tuple[str, ...]) -> tuple[str, ...]:
    """The words under some fields as `Reader.lower` has them."""
    return tuple(sorted({word.lower() for field in fields for word in words(field)}))


def _start_of(url: Url) -> int:
    return url.span.start


def year_end(match: re.Match[str]) -> int:
    """Where the year, or the words for "no date", of `year_or_none` ends."""
    if match.group("suffix"):
        return match.end("suffix")
    return match.end("year") if match.group("year") else match.end("none")
