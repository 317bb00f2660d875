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
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache

from msgspec import Struct

from citecheck.checks.bilingual.passages import Calls, Passages, Spot, Text, passages
from citecheck.checks.currency.declared import amount_key
from citecheck.checks.subjects import section_key
from citecheck.languages import language
from citecheck.languages.folding import fold
from citecheck.languages.patterns import conjunctions
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.document import Amount, Figure
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.source import Span

SMALL = 12
"""Figures up to this one are words as often as figures: "one in three" is "un tiers"."""
BESIDE = 1
"""Passages before and after its own in which a figure may stand in the other version."""
WORDED = frozenset({Decimal(50), Decimal(100)})
"""Percentages that are said in words as often: half, all of it."""
UNITS = tuple(
    Decimal(one) for one in ("1.609344", "0.3048", "0.9144", "2.54", "0.40468564", "0.45359237", "1.852", "1000", "100")
)
"""What one unit is in another that a translation may prefer: miles, feet, yards, inches, acres, pounds, nautical miles."""
BARE = re.compile(r"(?<![\d.,])\d{4}(?![\d.,]\d)(?!\d)")
YEAR = re.compile(r"(?<![\d.,'’/–-])(?:1[5-9]|20)\d\d(?![\ds'’%]|[.,]\d|[-–/]\d)")
"""A year by itself: no part of a range, a number or a decade."""
DECADES = 2010
"""The year before which a round one may be a decade."""
NAME = re.compile(r"([^\W\d_][\w’'-]*)[ \u00a0]$")
"""The word before a year."""
MARKUP = re.compile(r"<[^<>]*>|https?://\S+")
NEARLY = Decimal("0.02")
"""By how much a figure in another unit may be rounded."""

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
    if x.unrelated:
        yield RULE.abstains(None, x.unrelated)
        return
    if x.left.document.sparse or x.right.document.sparse:
        yield RULE.abstains(None, "needs-source")
        return
    sides = _numbers(x.left), _numbers(x.right)
    calls = Calls.of(x.left), Calls.of(x.right)
    for stretch in passages(x):
        own, twins = (_split(stretch, side, left=at == 0) for at, side in enumerate(sides))
        for number in range(len(stretch.cuts) + 1):
            here, there = own.get(number, _Passage()), twins.get(number, _Passage())
            left = _lone(here.figures, _near(twins, number))
            right = _lone(there.figures, _near(own, number))
            left = [one for one in left if not _given_near(one.value, sides[1], stretch, number, False)]
            right = [one for one in right if not _given_near(one.value, sides[0], stretch, number, True)]
            amounts = _lone_amounts(here, _near(twins, number)), _lone_amounts(there, _near(own, number))
            yield from _findings(x, left, right, calls, amounts)
        yield from _year_findings(x, stretch, sides, calls)


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
    declared = [one.span for one in document.rates]
    months = language(version.lang).months
    for paragraph in document.paragraphs:
        if any(piece.holds(rate) for piece in paragraph.pieces for rate in declared):
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


def _year_findings(
    x: Alignment, stretch: Passages, sides: tuple[_Numbers, _Numbers], calls: tuple[Calls, Calls]
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
        near: dict[int, list[int]] = {}
        for section in stretch.stretch.left if left else stretch.stretch.right:
            for spot, span in own.years.get(section, ()):
                number = stretch.number(spot, left)
                if number not in near:
                    near[number] = _near_paragraphs(twins, stretch, number, not left)
                if span.text not in noted and not _gives(twins, near[number], Decimal(span.text)):
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


def _near_paragraphs(numbers: _Numbers, stretch: Passages, number: int, left: bool) -> list[int]:
    """The paragraphs from the passage before one to the one after it."""
    side = 0 if left else 1
    cuts = [cut[side][0] for cut in stretch.cuts]
    first = cuts[number - 1 - BESIDE] if number - 1 - BESIDE >= 0 else 0
    last = cuts[number + BESIDE] if number + BESIDE < len(cuts) else None
    sections = stretch.stretch.left if left else stretch.stretch.right
    return [
        index
        for section in sections
        for index in numbers.paragraphs.get(section, ())
        if index >= first and (last is None or index <= last)
    ]


def _given_near(value: Decimal, numbers: _Numbers, stretch: Passages, number: int, left: bool) -> bool:
    """Whether a number stands near a passage in words, or as what may be a year."""
    return _gives(numbers, _near_paragraphs(numbers, stretch, number, left), value)


def _gives(numbers: _Numbers, paragraphs: Sequence[int], value: Decimal) -> bool:
    return any(value in numbers.bare(index) for index in paragraphs) or any(
        value in numbers.spelt(index) for index in paragraphs
    )


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
    others = [figure for passage in near for figure in passage.figures]
    bare = {value for passage in near for value in passage.others}
    return [
        figure
        for figure in figures
        if (abs(figure.value) > SMALL or figure.unit is not None)
        and not (figure.unit is not None and figure.value in WORDED)
        and figure.value.normalize() not in bare
        and not any(_same(figure, other) for other in others)
    ]


def _lone_amounts(passage: _Passage, near: Sequence[_Passage]) -> list[Amount]:
    """The amounts of a passage whose numbers the other version does not give near it."""
    known = {value for other in near for value in other.others}
    known |= {figure.value.normalize() for other in near for figure in other.figures}
    return [amount for amount in passage.amounts if known.isdisjoint(_values(amount))]


def _same(one: Figure, other: Figure) -> bool:
    """Whether two figures are one, perhaps rounded or in another unit."""
    if one.value == other.value or _rounded(one.value, other.value) or _rounded(other.value, one.value):
        return True
    if one.unit is None or other.unit is None or not one.value or not other.value or _one_unit(one.unit, other.unit):
        return False
    ratio = abs(one.value / other.value)
    return any(abs(ratio / factor - 1) <= NEARLY or abs(ratio * factor - 1) <= NEARLY for factor in UNITS)


def _one_unit(one: str, other: str) -> bool:
    """Whether two words name one unit: ``kilometres``, ``kilometers`` and ``kilomètres``."""
    bare = [fold(unit).removesuffix("s") for unit in (one, other)]
    return sorted(bare[0]) == sorted(bare[1])


def _rounded(exact: Decimal, round_: Decimal) -> bool:
    """Whether ``round_`` is ``exact`` with fewer significant digits, but at least two."""
    digits = [len(value.normalize().as_tuple().digits) for value in (exact, round_)]
    if not 2 <= digits[1] < digits[0]:
        return False
    shift = exact.adjusted() - digits[1] + 1
    return exact.quantize(Decimal(1).scaleb(shift)) == round_ if shift else round(exact) == round_


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
    rest, alone = list(left), list(right)
    pairs = []
    for strict in (True, False):
        for figure in list(alone):
            twin = next((one for one in rest if not strict or (one.unit is None) == (figure.unit is None)), None)
            if twin is not None:
                rest.remove(twin)
                alone.remove(figure)
                pairs.append((twin, figure))
    for twin, figure in sorted(pairs, key=lambda pair: right.index(pair[1])):
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


def _section(version: Citations, figure: Figure) -> str:
    paragraphs = version.document.paragraphs
    at = bisect_left(paragraphs, figure.paragraph, key=lambda one: one.index)
    return section_key(version.lang, paragraphs[at].section if at < len(paragraphs) else 0)


def _shown(figure: Figure) -> str:
    return " ".join(figure.span.text.split())
