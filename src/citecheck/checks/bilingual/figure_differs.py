"""A figure of the running text that its translation lacks or gives otherwise.

A translation is free in its words, not in its numbers: 250 kilometres that become 200 mislead the readers of one language.
Figures are compared between the same notes, and a figure counts as given where the other version spells it out, rounds it,
gives it as an amount or in another unit, prints its number in another form ("36M+", "50x", "no. 50"), or has it one passage earlier
or later. Figures up to twelve without a unit, half and all of something, and days are not compared: every language words them in its
own way. A letter for thousands or millions ("4K", "3M") may belong to a name, and some spans of time have other words ("24 hours", a
day): these are told against another figure of their kind, never by themselves. Where more than a third of the figures, six or more,
would differ, the rule abstains: then it is rather the alignment than the text.

A year that one version lacks is information only, for a translator may say "last year"; years in names ("Agenda 2030"), ranges
and decades are not compared, nor what a note of the other version says. Two that stand for each other are a difference.

Wrong: "12 entreprises et 600 chercheurs" in French, "12 companies and 500 researchers" in English. Right: the same figures.

To mend it, look the figure up, and give it in both versions.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from citecheck.checks.bilingual.given import Given
from citecheck.checks.bilingual.numbers import BESIDE, Beside, Numbers
from citecheck.checks.bilingual.passages import Calls, Passages, Spot, passages
from citecheck.checks.bilingual.worded import told_figures
from citecheck.checks.currency.declared import amount_key
from citecheck.checks.subjects import mostly, section_key
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.document import Amount, Figure
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.order import gathered
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.source import Span

SMALL = 12
"""Figures up to this one are words as often as figures: "one in three" is "un tiers"."""
WORDED = frozenset({Decimal(50), Decimal(100)})
"""Percentages that are said in words as often: half, all of it."""

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


_Lone = tuple[list[Figure], list[Figure], tuple[Sequence[Amount], Sequence[Amount]]]
"""The figures of both versions in one passage that the other version does not give, and such amounts of both."""


def check(x: Alignment) -> Iterator[Finding | Abstention]:
    """Figures without a twin near the passage that is their translation."""
    if x.left.document.sparse or x.right.document.sparse:
        yield RULE.abstains(None, "needs-source")
        return
    sides = Numbers.of(x.left), Numbers.of(x.right)
    stretches = list(passages(x))
    lone = [pair for stretch in stretches for pair in _lone_figures(stretch, sides)]
    compared = sum(_compared(figure) for version in (x.left, x.right) for figure in version.document.figures)
    if mostly(sum(len(left) + len(right) for left, right, _ in lone), compared):
        yield RULE.abstains(None, "figures-unanswered")
        return
    calls = Calls.of(x.left), Calls.of(x.right)
    for left, right, amounts in lone:
        yield from _findings(x, left, right, calls, amounts)
    for stretch in stretches:
        beside = sides[0].beside(stretch, left=True), sides[1].beside(stretch, left=False)
        years = (
            _lone_years(stretch, sides[0], sides[1], beside[1], left=True),
            _lone_years(stretch, sides[1], sides[0], beside[0], left=False),
        )
        yield from _year_findings(x, years, calls)


def _lone_figures(stretch: Passages, sides: tuple[Numbers, Numbers]) -> Iterator[_Lone]:
    """The figures of each passage that the other version does not give near it, and its amounts of which that is true."""
    own, twins = _split(stretch, sides[0], left=True), _split(stretch, sides[1], left=False)
    beside = sides[0].beside(stretch, left=True), sides[1].beside(stretch, left=False)
    for number in range(len(stretch.cuts) + 1):
        here, there = own.get(number, _Passage()), twins.get(number, _Passage())
        near = _near(own, number), _near(twins, number)
        left, right = told_figures(
            [one for one in _lone(here.figures, near[1]) if not beside[1](number, one.value)],
            [one for one in _lone(there.figures, near[0]) if not beside[0](number, one.value)],
        )
        yield left, right, (_lone_amounts(here, near[1]), _lone_amounts(there, near[0]))


_Years = Mapping[int, Sequence[tuple[Spot, Span]]]
"""Years with their places, by the passage that they stand in."""


def _lone_years(stretch: Passages, own: Numbers, twins: Numbers, beside: Beside, left: bool) -> _Years:
    """The years of one version that the other one, of which ``beside`` tells, gives neither near nor in its notes."""
    noted = {year for section in stretch.sections(not left) for year in twins.noted.get(section, ())}
    given = [
        one for section in stretch.sections(left) for one in own.years.get(section, ()) if one[1].text not in noted
    ]
    numbered = ((stretch.number(spot, left), (spot, span)) for spot, span in given)
    # What else a passage prints is looked for only where its years are others.
    near = _near_years(stretch, twins, not left)
    lone = ((number, year) for number, year in numbered if year[1].text not in near.get(number, ()))
    return gathered((number, year) for number, year in lone if not beside(number, Decimal(year[1].text)))


def _near_years(stretch: Passages, side: Numbers, left: bool) -> Mapping[int, Sequence[str]]:
    """The years that one version gives in each passage and beside it."""
    return gathered(
        (stretch.number(spot, left) + apart, span.text)
        for section in stretch.sections(left)
        for spot, span in side.years.get(section, ())
        for apart in range(-BESIDE, BESIDE + 1)
    )


def _year_findings(x: Alignment, years: tuple[_Years, _Years], calls: tuple[Calls, Calls]) -> Iterator[Finding]:
    """Years that the other version does not give near: two of one passage are one difference."""
    for number in sorted(years[0].keys() | years[1].keys()):
        rest = [side.get(number, []) for side in years]
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
        for version, spans, called in zip((x.left, x.right), rest, calls, strict=True):
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


def _split(stretch: Passages, side: Numbers, left: bool) -> dict[int, _Passage]:
    sections = stretch.sections(left)
    figures = gathered(
        (stretch.number(spot, left), figure) for section in sections for spot, figure in side.figures.get(section, ())
    )
    amounts = gathered(
        (stretch.number(spot, left), amount) for section in sections for spot, amount in side.amounts.get(section, ())
    )
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
    candidates = [figure for figure in figures if _compared(figure) and figure.value.normalize() not in bare]
    given = Given.of((figure for passage in near for figure in passage.figures), candidates)
    return [figure for figure in candidates if not given.has(figure)]


def _compared(figure: Figure) -> bool:
    """Whether a figure is rather given in figures in every language."""
    return abs(figure.value) > SMALL if figure.unit is None else figure.value not in WORDED


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
    only one version gives."""
    pairs = _in_order(left, right, strict=True)
    done = {id(figure) for pair in pairs for figure in pair}
    rest, alone = ([one for one in side if id(one) not in done] for side in (left, right))
    pairs += _in_order(rest, alone, strict=False)
    common = min(len(rest), len(alone))
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
    yield from _only(x, x.left, rest[common:], calls[0], amounts[1])
    yield from _only(x, x.right, alone[common:], calls[1], amounts[0])


def _only(
    x: Alignment, version: Citations, figures: Sequence[Figure], called: Calls, amounts: Sequence[Amount]
) -> Iterator[Finding]:
    """Figures that only one version gives. One without unit may be meant by an amount that the other version alone gives:
    "from 9,000 to 5,400 dollars" names the currency of one of two."""
    meant = dict(zip([id(figure) for figure in figures if figure.unit is None], amounts, strict=False))
    for figure in figures:
        amount = [amount_key(x.other(version).lang, meant[id(figure)])] if id(figure) in meant else []
        yield RULE.finding(
            Place(figure.span, version.lang),
            "lacks",
            subject=f"{figure.value.normalize()}",
            about=[_section(version, figure)],
            because=[*called.keys(figure.paragraph, figure.span), *amount],
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
