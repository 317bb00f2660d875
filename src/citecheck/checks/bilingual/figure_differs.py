"""A figure of the running text that its translation lacks or gives otherwise.

A translation is free in its words, not in its numbers: 250 kilometres that become 200 mislead the readers of one language.
Figures are compared between the same notes, and a figure counts as given where the other version spells it out, rounds it,
gives it as an amount or in another unit, or has it one passage earlier or later. Figures up to twelve without a unit,
half and all of something, and days are not compared: every language words them in its own way.

A year that one version lacks is information only, for a translator may say "last year"; years in names ("Agenda 2030"), ranges
and decades are not compared, nor what a note of the other version says. Two that stand for each other are a difference.

Wrong: "12 entreprises et 600 chercheurs" in French, "12 companies and 500 researchers" in English. Right: the same figures.

To mend it, look the figure up, and give it in both versions.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache

from msgspec import Struct

from citecheck.checks.bilingual.given import Given
from citecheck.checks.bilingual.passages import Calls, Passages, Spot, Text, passages
from citecheck.checks.currency.declared import amount_key
from citecheck.checks.subjects import section_key
from citecheck.languages import language
from citecheck.languages.patterns import conjunctions
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.document import Amount, Figure
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.source import Source, Span

SMALL = 12
"""Figures up to this one are words as often as figures: "one in three" is "un tiers"."""
BESIDE = 1
"""Passages before and after its own in which a figure may stand in the other version."""
WORDED = frozenset({Decimal(50), Decimal(100)})
"""Percentages that are said in words as often: half, all of it."""
BARE = re.compile(r"(?<![\d.,])\d{4}(?![\d.,]\d)(?!\d)")
YEAR = re.compile(r"(?<![\d.,'’/–-])(?:1[5-9]|20)\d\d(?![\ds'’%]|[.,]\d|[-–/]\d)")
"""A year by itself: no part of a range, a number or a decade."""
DECADES = 2010
"""The year before which a round one may be a decade."""
NAME = re.compile(r"([^\W\d_][\w’'-]*)[ \u00a0]$")
"""The word before a year."""
MARKUP = re.compile(r"<[^<>]*>|https?://\S+")

RULE = Rule(
    code="BIL009",
    name="figure-differs",
    severity=Severity.WARNING,
    messages={
        "differs": {
            "en": Wording(
                "{figure} is {other} in the other version.", "Look the figure up, and give it in both versions."
            ),
            "fr": Wording(
                "{figure} est {other} dans l'autre version.",
                "Vérifier le chiffre, et le donner dans les deux versions.",
            ),
        },
        "lacks": {
            "en": Wording("The other version does not give {figure} here.", "Give it in both versions, or in neither."),
            "fr": Wording(
                "L'autre version ne donne pas {figure} ici.", "Le donner dans les deux versions, ou dans aucune."
            ),
        },
    },
)

FRENCH = (
    "# Rapport\n\nLe port de Brest a 1 240 grues<sup>1</sup>. Celui de Lorient en a 85 % de moins<sup>2</sup>.\n\n"
    "<sup>1</sup> Morvan, 2005, p. 3\n\n<sup>2</sup> Kerbrat, 2012, p. 7\n\n"
)
NOTES = "<sup>1</sup> Morvan, 2005, p. 3\n\n<sup>2</sup> Kerbrat, 2012, p. 7\n"

EXAMPLES = (
    Example(
        FRENCH
        + "# Report\n\nThe port of Brest has 1,420 cranes.<sup>1</sup> The one of Lorient has 85% less.<sup>2</sup>\n\n"
        + NOTES,
        ("1,420",),
        lang=None,
    ),
    Example(
        "# Rapport\n\nLe port de Brest a 1 240 grues depuis 1987<sup>1</sup>. Celui de Lorient a fermé en 2011<sup>2</sup>.\n\n"
        + NOTES
        + "\n# Report\n\nThe port of Brest has had 1,240 cranes since 1978.<sup>1</sup> The one of Lorient closed in 2011.<sup>2</sup>\n\n"
        + NOTES,
        ("1978",),
        lang=None,
    ),
    Example(
        "# Rapport\n\nLe port de Brest a 1 240 grues dans l'« Agenda 2030 »<sup>1</sup>. Celui de Lorient a fermé<sup>2</sup>.\n\n"
        + NOTES
        + "\n# Report\n\nThe port of Brest has 1,240 cranes in its programme.<sup>1</sup> The one of Lorient is closed.<sup>2</sup>\n\n"
        + NOTES,
        lang=None,
    ),
    Example(
        FRENCH
        + "# Report\n\nThe port of Brest has 1,240 cranes.<sup>1</sup> The one of Lorient has eighty-five percent less.<sup>2</sup>\n\n"
        + NOTES,
        lang=None,
    ),
)


class _Passage(Struct, frozen=True):
    """What one version gives in one passage: its figures, and other numbers that may be what the other version means."""

    figures: tuple[Figure, ...] = ()
    others: frozenset[Decimal] = frozenset()
    amounts: tuple[Amount, ...] = ()


def check(x: Alignment) -> Iterator[Finding | Abstention]:
    """Figures without a twin near the passage that is their translation."""
    if x.left.document.sparse or x.right.document.sparse:
        yield RULE.abstains(None, "needs-source")
        return
    sides = _numbers(x.left), _numbers(x.right)
    calls = Calls.of(x.left), Calls.of(x.right)
    for stretch in passages(x):
        own, twins = (_split(stretch, side, left=at == 0) for at, side in enumerate(sides))
        beside = tuple(_beside(side, stretch, left=at == 0) for at, side in enumerate(sides))
        for number in range(len(stretch.cuts) + 1):
            here, there = own.get(number, _Passage()), twins.get(number, _Passage())
            left = _lone(here.figures, _near(twins, number))
            right = _lone(there.figures, _near(own, number))
            left = [one for one in left if not beside[1](number, one.value)]
            right = [one for one in right if not beside[0](number, one.value)]
            amounts = _lone_amounts(here, _near(twins, number)), _lone_amounts(there, _near(own, number))
            yield from _findings(x, left, right, calls, amounts)
        yield from _year_findings(x, stretch, sides, calls, beside)


_Beside = Callable[[int, Decimal], bool]
"""Whether a number stands near a passage, by the passage's ordinal."""


class _Numbers(Struct, frozen=True):
    """The figures and other numbers of a version, by the section that they stand in, with their places."""

    text: Text
    figures: Mapping[int, Sequence[tuple[Spot, Figure]]]
    others: Mapping[int, Sequence[tuple[Spot, Amount]]]
    paragraphs: Mapping[int, Sequence[int]]
    spelt: Callable[[int], frozenset[Decimal]]
    """The numbers in words of a paragraph, by its index; looking for them takes longest, and few are asked for."""
    bare: Callable[[int], frozenset[Decimal]]
    """The numbers of a paragraph that may be years, by its index."""
    years: Mapping[int, Sequence[tuple[Spot, Span]]]
    noted: Mapping[int, frozenset[str]]
    """The years that the notes of a section give."""


def _numbers(version: Citations) -> _Numbers:
    text = Text.of(version)
    figures: dict[int, list[tuple[Spot, Figure]]] = {}
    others: dict[int, list[tuple[Spot, Amount]]] = {}
    paragraphs: dict[int, list[int]] = {}
    for index, section in text.section.items():
        paragraphs.setdefault(section, []).append(index)
    for figure in version.document.figures:
        if figure.paragraph in text.section:
            spot = text.spot(figure.paragraph, figure.span)
            figures.setdefault(text.section[figure.paragraph], []).append((spot, figure))
    for one in version.document.amounts:
        if one.paragraph is not None and one.paragraph in text.section:
            others.setdefault(text.section[one.paragraph], []).append((text.spot(one.paragraph, one.span), one))
    years: dict[int, list[tuple[Spot, Span]]] = {}
    for span, index in _years(version):
        years.setdefault(text.section[index], []).append((text.spot(index, span), span))
    noted: dict[int, set[str]] = {}
    bodies = {note.note_id: note.body for note in version.document.notes}
    for marker in version.document.markers:
        if (body := bodies.get(marker.note_id)) is not None:
            noted.setdefault(marker.section, set()).update(BARE.findall(body.text))
    words = language(version.lang).number_words

    @cache
    def pattern() -> re.Pattern[str]:
        return re.compile(rf"(?i)\b(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})s?\b")

    @cache
    def spelt(index: int) -> frozenset[Decimal]:
        return frozenset(value for piece in text.pieces[index] for value in _spelt(piece.text, pattern(), words))

    @cache
    def bare(index: int) -> frozenset[Decimal]:
        return frozenset(Decimal(found) for piece in text.pieces[index] for found in BARE.findall(piece.text))

    years_noted = {section: frozenset(found) for section, found in noted.items()}
    return _Numbers(text, figures, others, paragraphs, spelt, bare, years, years_noted)


def _years(version: Citations) -> Iterator[tuple[Span, int]]:
    """The years of the running text, each with its paragraph, but those in names, figures, amounts, citations and
    paragraphs that declare a rate."""
    document = version.document
    spans = [one.span for one in document.figures]
    spans += [one.span for one in document.amounts if one.paragraph is not None]
    spans += [one.span for one in document.brackets]
    taken = {(id(span.source), place) for span in spans for place in range(span.start, span.end)}
    # The year of a declared rate belongs to the rate.
    declared: dict[Source, list[Span]] = {}
    for rate in sorted((one.span for one in document.rates), key=lambda span: span.start):
        declared.setdefault(rate.source, []).append(rate)
    months = language(version.lang).months
    for paragraph in document.paragraphs:
        if any(_holds_one(piece, declared.get(piece.source, ())) for piece in paragraph.pieces):
            continue
        for piece in paragraph.pieces:
            text = MARKUP.sub(lambda match: " " * len(match[0]), piece.text)
            for match in YEAR.finditer(text):
                span = Span(piece.source, piece.start + match.start(), piece.start + match.end())
                before = NAME.search(text[max(0, match.start() - 40) : match.start()])
                named = before is not None and before[1][0].isupper() and before[1].casefold() not in months
                decade = match[0].endswith("0") and int(match[0]) < DECADES
                if not named and not decade and (id(span.source), span.start) not in taken:
                    yield span, paragraph.index


def _holds_one(piece: Span, spans: Sequence[Span]) -> bool:
    """Whether one of some spans, in order, lies wholly within a piece."""
    first, end = (bisect_left(spans, place, key=lambda span: span.start) for place in (piece.start, piece.end))
    return any(piece.holds(span) for span in spans[first:end])


def _year_findings(
    x: Alignment,
    stretch: Passages,
    sides: tuple[_Numbers, _Numbers],
    calls: tuple[Calls, Calls],
    beside: Sequence[_Beside],
) -> Iterator[Finding]:
    """Years that the other version does not give near: two of one passage are one difference."""
    lone: tuple[dict[int, list[tuple[Spot, Span]]], dict[int, list[tuple[Spot, Span]]]] = ({}, {})
    versions = x.left, x.right
    for side, (own, twins) in enumerate((sides, sides[::-1])):
        left = side == 0
        noted = {
            year
            for section in (stretch.stretch.right if left else stretch.stretch.left)
            for year in twins.noted.get(section, ())
        }
        for section in stretch.stretch.left if left else stretch.stretch.right:
            for spot, span in own.years.get(section, ()):
                number = stretch.number(spot, left)
                if span.text not in noted and not beside[1 - side](number, Decimal(span.text)):
                    lone[side].setdefault(number, []).append((spot, span))
    for number in sorted(lone[0].keys() | lone[1].keys()):
        rest = lone[0].get(number, []), lone[1].get(number, [])
        if len(rest[0]) == len(rest[1]) == 1:
            ((_, twin),), ((_, span),) = rest
            yield RULE.finding(
                Place(span, x.right.lang),
                "differs",
                subject=f"{twin.text} > {span.text}",
                counterparts=[Place(twin, x.left.lang)],
                confidence=Confidence.LIKELY,
                figure=span.text,
                other=twin.text,
            )
            continue
        for version, spans, called in zip(versions, rest, calls, strict=True):
            for (paragraph, _), span in spans:
                yield RULE.finding(
                    Place(span, version.lang),
                    "lacks",
                    subject=span.text,
                    because=called.keys(paragraph, span),
                    severity=Severity.INFO,
                    confidence=Confidence.POSSIBLE,
                    figure=span.text,
                )


def _beside(numbers: _Numbers, stretch: Passages, left: bool) -> _Beside:
    """What tells whether a number stands near a passage of a version, in words or as what may be a year: from the passage before
    to the one after, in whole paragraphs. What is near is looked through once for all numbers that are asked for."""
    cuts = [cut[0 if left else 1][0] for cut in stretch.cuts]
    sections = stretch.stretch.left if left else stretch.stretch.right
    paragraphs = [index for section in sections for index in numbers.paragraphs.get(section, ())]

    @cache
    def given(of: Callable[[int], frozenset[Decimal]], first: int, end: int) -> frozenset[Decimal]:
        return frozenset[Decimal]().union(*map(of, paragraphs[first:end]))

    def beside(number: int, value: Decimal) -> bool:
        before, after = number - 1 - BESIDE, number + BESIDE
        first = bisect_left(paragraphs, cuts[before]) if before >= 0 else 0
        end = bisect_right(paragraphs, cuts[after]) if after < len(cuts) else len(paragraphs)
        return value in given(numbers.bare, first, end) or value in given(numbers.spelt, first, end)

    return beside


@cache
def _between_words() -> re.Pattern[str]:
    return re.compile(rf"(?:[\s–-]|{conjunctions()})*+")


def _spelt(text: str, pattern: re.Pattern[str], words: Mapping[str, int]) -> Iterator[Decimal]:
    """The numbers in words, each word for itself and words in a row together: twenty-five, trois cents."""
    total, run, end = 0, 0, -10
    for match in pattern.finditer(text):
        word = match[0].lower()
        value = words.get(word, words.get(word.removesuffix("s"), 0))
        if match.start() - end > 5 or not _between_words().fullmatch(
            text, max(end, 0), match.start() if end >= 0 else 0
        ):
            total, run = 0, 0
        end = match.end()
        total = total * value if value >= 100 and total else total + value
        run += 1
        yield Decimal(value)
        if run > 1:
            yield Decimal(total)


def _split(stretch: Passages, side: _Numbers, left: bool) -> dict[int, _Passage]:
    sections = stretch.stretch.left if left else stretch.stretch.right
    figures: dict[int, list[Figure]] = {}
    amounts: dict[int, list[Amount]] = {}
    for section in sections:
        for spot, figure in side.figures.get(section, ()):
            figures.setdefault(stretch.number(spot, left), []).append(figure)
        for spot, amount in side.others.get(section, ()):
            amounts.setdefault(stretch.number(spot, left), []).append(amount)
    return {
        number: _Passage(
            tuple(figures.get(number, ())),
            frozenset(value for amount in amounts.get(number, ()) for value in _values(amount)),
            tuple(amounts.get(number, ())),
        )
        for number in figures.keys() | amounts.keys()
    }


def _values(amount: Amount) -> list[Decimal]:
    return [end.normalize() for end in (amount.value, amount.high) if end is not None]


def _near(side: Mapping[int, _Passage], number: int) -> list[_Passage]:
    return [side[at] for at in range(number - BESIDE, number + BESIDE + 1) if at in side]


def _lone(figures: Sequence[Figure], near: Sequence[_Passage]) -> list[Figure]:
    bare = {value for passage in near for value in passage.others}
    candidates = [
        figure
        for figure in figures
        if (abs(figure.value) > SMALL or figure.unit is not None)
        and not (figure.unit is not None and figure.value in WORDED)
        and figure.value.normalize() not in bare
    ]
    given = Given.of((figure for passage in near for figure in passage.figures), candidates)
    return [figure for figure in candidates if not given.has(figure)]


def _lone_amounts(passage: _Passage, near: Sequence[_Passage]) -> list[Amount]:
    """The amounts of a passage whose numbers the other version does not give near it."""
    known = {value for other in near for value in other.others}
    known |= {figure.value.normalize() for other in near for figure in other.figures}
    return [amount for amount in passage.amounts if known.isdisjoint(_values(amount))]


def _findings(
    x: Alignment,
    left: list[Figure],
    right: list[Figure],
    calls: tuple[Calls, Calls],
    amounts: tuple[Sequence[Amount], Sequence[Amount]],
) -> Iterator[Finding]:
    """Figures that stand for each other, in order, first those with a unit on both sides or on neither; then those that
    only one version gives. A figure without unit may be meant by an amount that the other version alone gives: "from 9,000
    to 5,400 dollars" names the currency of one of two."""
    pairs = _in_order(left, right, strict=True)
    done = {id(figure) for pair in pairs for figure in pair}
    rest, alone = ([one for one in side if id(one) not in done] for side in (left, right))
    pairs += _in_order(rest, alone, strict=False)
    common = min(len(rest), len(alone))
    rest, alone = rest[common:], alone[common:]
    place = {id(figure): at for at, figure in enumerate(right)}
    for twin, figure in sorted(pairs, key=lambda pair: place[id(pair[1])]):
        yield RULE.finding(
            Place(figure.span, x.right.lang),
            "differs",
            subject=f"{twin.value.normalize()} > {figure.value.normalize()}",
            about=[_section(x.right, figure), _section(x.left, twin)],
            counterparts=[Place(twin.span, x.left.lang)],
            confidence=Confidence.LIKELY,
            figure=_shown(figure),
            other=_shown(twin),
        )
    for version, figures, called, other, lone in (
        (x.left, rest, calls[0], x.right, amounts[1]),
        (x.right, alone, calls[1], x.left, amounts[0]),
    ):
        meant = dict(zip([id(figure) for figure in figures if figure.unit is None], lone, strict=False))
        for figure in figures:
            amount = meant.get(id(figure))
            yield RULE.finding(
                Place(figure.span, version.lang),
                "lacks",
                subject=f"{figure.value.normalize()}",
                about=[_section(version, figure)],
                because=[
                    *called.keys(figure.paragraph, figure.span),
                    *([amount_key(other.lang, amount)] if amount is not None else []),
                ],
                confidence=Confidence.LIKELY if figure.unit or figure.value > 1000 else Confidence.POSSIBLE,
                figure=_shown(figure),
            )


def _in_order(left: Sequence[Figure], right: Sequence[Figure], strict: bool) -> list[tuple[Figure, Figure]]:
    """The first figure with the first one, and so on; ``strict``: those with a unit, and those without, each for themselves."""
    kinds: list[list[list[Figure]]] = [[[], []] for _ in (left, right)]
    for side, figures in zip(kinds, (left, right), strict=True):
        for one in figures:
            side[strict and one.unit is None].append(one)
    return [pair for ones, others in zip(*kinds, strict=True) for pair in zip(ones, others, strict=False)]


def _section(version: Citations, figure: Figure) -> str:
    paragraphs = version.document.paragraphs
    at = bisect_left(paragraphs, figure.paragraph, key=lambda one: one.index)
    return section_key(version.lang, paragraphs[at].section if at < len(paragraphs) else 0)


def _shown(figure: Figure) -> str:
    return " ".join(figure.span.text.split())
