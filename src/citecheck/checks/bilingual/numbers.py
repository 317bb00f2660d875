"""The numbers that each version gives, by where they stand: figures, amounts, years, and numbers in words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache

from msgspec import Struct

from citecheck.checks.bilingual.passages import Passages, Spot, Text
from citecheck.checks.bilingual.printed import printed_numbers
from citecheck.checks.spans import Spans
from citecheck.languages import Language, language
from citecheck.languages.numerals import number_of
from citecheck.languages.patterns import any_of
from citecheck.model.citations import Citations
from citecheck.model.document import Amount, Bracket, Document, Figure
from citecheck.model.order import gathered
from citecheck.model.source import Span

BESIDE = 1
"""Passages before and after its own in which a number may stand in the other version."""
BARE = re.compile(r"(?<![\d.,])\d{4}(?![\d.,]\d)(?!\d)")
YEAR = re.compile(r"(?<![\d.,'’/–-])(?:1[5-9]|20)\d\d(?![\ds'’%]|[.,]\d|[-–/]\d)")
"""A year by itself: no part of a range, a number or a decade."""
SEVERAL = 10
"""Times a number from which on its plural does not stand for so much: "hundreds" are no thousand."""
SCALE = 1000
"""The least of what has no next greater word at ten times: "thousands" may be tens of thousands."""
DECADES = 2010
"""The year before which a round one may be a decade."""
SCALE_WORD = 5
"""Letters of the shortest scale that is a word."""
LINKED = 5
"""Characters that stand between two words of one number, at most."""
FEWEST = 10
"""The lowest number whose plural stands for several of its kind."""
DIGITS_BEFORE = re.compile(r"\d[\s–-]{1,3}\Z")
NAME = re.compile(r"([^\W\d_][\w’'-]*)[ \u00a0]$")
"""The word before a year."""
MARKUP = re.compile(r"<[^<>]*>|https?://\S+")

COMPUTED = re.compile(r"`(?:r|python|julia|js|\s{0,2}(?:r|python|julia|js)\s{0,2})\s\s{0,9}\S|\{\{[^{}\n]{1,200}\}\}")
"""What R Markdown, Quarto and templates put a value in place of."""

Beside = Callable[[int, Decimal], bool]
"""Whether a number stands near a passage, by the passage's ordinal."""


class Numbers(Struct, frozen=True):
    """The figures and other numbers of a version, by the section that they stand in, with their places."""

    figures: Mapping[int, Sequence[tuple[Spot, Figure]]]
    amounts: Mapping[int, Sequence[tuple[Spot, Amount]]]
    years: Mapping[int, Sequence[tuple[Spot, Span]]]
    noted: Mapping[int, frozenset[str]]
    """The years that the notes of a section give."""
    paragraphs: Mapping[int, Sequence[int]]
    spelt: Callable[[int], frozenset[Decimal]]
    """The numbers in words of a paragraph, by its index; looking for them takes longest, and few are asked for."""
    vague: Callable[[int], frozenset[Decimal]]
    """Those of them that stand for several of their kind: a hundred million of "hundreds of millions"."""
    printed: Callable[[int], frozenset[Decimal]]
    """The numbers that a paragraph prints in any form, by its index."""
    computed: Callable[[int], bool]
    """Whether numbers of a paragraph are computed where it is rendered, by its index."""

    @staticmethod
    def of(version: Citations) -> Numbers:
        """The numbers of a version."""
        text, document = Text.of(version), version.document
        own = language(version.lang)

        @cache
        def spelt(index: int) -> frozenset[Decimal]:
            pieces = text.pieces[index]
            return frozenset(value for piece in pieces for _, value in _spelt(piece.text, own))

        @cache
        def vague(index: int) -> frozenset[Decimal]:
            pieces = text.pieces[index]
            return frozenset(value for piece in pieces for unclear, value in _spelt(piece.text, own) if unclear)

        @cache
        def printed(index: int) -> frozenset[Decimal]:
            return frozenset(value for piece in text.pieces[index] for value in printed_numbers(piece.text, own))

        @cache
        def computed(index: int) -> bool:
            return any(COMPUTED.search(piece.text) is not None for piece in text.pieces[index])

        return Numbers(
            text.by_section((figure.paragraph, figure.span, figure) for figure in document.figures),
            text.by_section((amount.paragraph, amount.span, amount) for amount in document.amounts),
            text.by_section((index, span, span) for index, span in _years(document)),
            _noted(document),
            gathered((section, index) for index, section in text.section.items()),
            spelt,
            vague,
            printed,
            computed,
        )

    def beside(self, stretch: Passages, left: bool) -> Beside:
        """What tells whether a number stands near a passage, in words or in digits of any form, whatever its sign: from the passage before to the
        one after, in whole paragraphs. What is near is looked through once for all numbers that are asked for."""
        cuts = [cut[0 if left else 1][0] for cut in stretch.cuts]
        paragraphs = [index for section in stretch.sections(left) for index in self.paragraphs.get(section, ())]

        @cache
        def given(of: Callable[[int], frozenset[Decimal]], first: int, end: int) -> frozenset[Decimal]:
            return frozenset[Decimal]().union(*map(of, paragraphs[first:end]))

        def beside(number: int, value: Decimal) -> bool:
            before, after = number - 1 - BESIDE, number + BESIDE
            first = bisect_left(paragraphs, cuts[before]) if before >= 0 else 0
            end = bisect_right(paragraphs, cuts[after]) if after < len(cuts) else len(paragraphs)
            value = abs(value)
            if any(map(self.computed, paragraphs[first:end])):
                return True
            if value in given(self.printed, first, end) or value in given(self.spelt, first, end):
                return True
            if 1500 <= value <= 2099:
                # It may be a year, which no vague number is.
                return False
            return any(2 * kind <= value < SEVERAL * kind for kind in given(self.vague, first, end))

        return beside


def _noted(document: Document) -> dict[int, frozenset[str]]:
    """The numbers of four digits in the notes that each section calls."""
    bodies = {note.note_id: note.body.text for note in document.notes}
    called = gathered(
        (marker.section, number)
        for marker in document.markers
        for number in BARE.findall(bodies.get(marker.note_id, ""))
    )
    return {section: frozenset(numbers) for section, numbers in called.items()}


def _years(document: Document) -> Iterator[tuple[int, Span]]:
    """The years of the running text, each with its paragraph, but those in names, figures, amounts, citations and
    paragraphs that declare a rate."""
    others: list[Figure | Amount | Bracket] = [*document.figures, *document.amounts, *document.brackets]
    taken = Spans(one.span for one in others if one.paragraph is not None)
    rates = sorted((one.span for one in document.rates), key=lambda span: span.start)
    declared = gathered((span.source, span) for span in rates)
    own = language(document.lang)
    no_names = own.before_years | own.months.keys()
    for paragraph in document.paragraphs:
        # The year of a declared rate belongs to the rate.
        if not any(_holds_one(piece, declared.get(piece.source, ())) for piece in paragraph.pieces):
            for span in (span for piece in paragraph.pieces for span in _plain_years(piece, no_names)):
                if not taken.touch(span.part(0, 1)):
                    yield paragraph.index, span


def _plain_years(piece: Span, no_names: Collection[str]) -> Iterator[Span]:
    """The years of a piece of text that belong to no name and are no decade; ``no_names`` may begin a sentence before
    one."""
    text = MARKUP.sub(lambda match: " " * len(match[0]), piece.text)
    for match in YEAR.finditer(text):
        before = NAME.search(text[max(0, match.start() - 40) : match.start()])
        named = before is not None and before[1][0].isupper() and before[1].casefold() not in no_names
        decade = match[0].endswith("0") and int(match[0]) < DECADES
        if not named and not decade:
            yield piece.part(*match.span())


def _holds_one(piece: Span, spans: Sequence[Span]) -> bool:
    """Whether one of some spans, in order, lies wholly within a piece."""
    first, end = (bisect_left(spans, place, key=lambda span: span.start) for place in (piece.start, piece.end))
    return any(piece.holds(span) for span in spans[first:end])


@cache
def _number_words(lang: Language) -> Mapping[str, int]:
    """The words of a language for numbers, in the singular, scales among them."""
    scales = {word: value for word, value in lang.scales.items() if len(word) >= SCALE_WORD}
    return {**scales, **lang.collective_numbers, **lang.number_words}


@cache
def _number_word(lang: Language) -> re.Pattern[str]:
    words = sorted(map(re.escape, _number_words(lang)), key=len, reverse=True)
    return re.compile(rf"(?i)\b(?:{'|'.join(words)})s?\b")


@cache
def _between_words() -> re.Pattern[str]:
    return re.compile(rf"(?:[\s–-]|{any_of('conjunctions', 'of_words')})*")


def _spelt(text: str, lang: Language) -> Iterator[tuple[bool, Decimal]]:
    """The numbers in words, each word for itself and words in a row together (twenty-five, trois cents); with each whether it
    is vague, as all of a row is that begins with a plural (hundreds of millions)."""
    for row in _rows(text, lang):
        for at, (_, value) in enumerate(row, 1):
            yield False, Decimal(value)
            yield False, Decimal(number_of(value for _, value in row[:at]))
        word, value = row[0]
        if word.endswith("s") and value >= FEWEST:
            kind = Decimal(number_of(value for _, value in row))
            yield True, kind
            if kind >= SCALE and len(row) == 1:
                yield True, 10 * kind


def _rows(text: str, lang: Language) -> Iterator[list[tuple[str, int]]]:
    """The words for numbers that stand in a row, with their values; not those that are the scale of a figure."""
    words = _number_words(lang)
    row: list[tuple[str, int]] = []
    end = 0
    for match in _number_word(lang).finditer(text):
        apart = match.start() - end > LINKED or not _between_words().fullmatch(text, end, match.start())
        if apart and row:
            yield row
            row = []
        end = match.end()
        word = match[0].lower()
        if row or not DIGITS_BEFORE.search(text, max(0, match.start() - 12), match.start()):
            row.append((word, words.get(word) or words[word.removesuffix("s")]))
    if row:
        yield row
