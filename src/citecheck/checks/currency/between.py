"""The amounts of two versions beside each other: which have no twin in the sections that are each other's translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from decimal import Decimal
from functools import cache, partial
from itertools import permutations, product

from msgspec import Struct

from citecheck.checks.bilingual.printed import printed_numbers
from citecheck.checks.currency.declared import Where
from citecheck.checks.spans import Spans
from citecheck.languages import language
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.document import Amount
from citecheck.model.order import Earliest, gathered
from citecheck.model.source import Span

Key = tuple[Decimal, str]
SCALES = frozenset(Decimal(1000) ** power for power in (1, 2, 3))
"""What two scale words of one number may differ by: million and billion, million and trillion."""

LATEST_YEAR = 2099
"""Up to which the numbers of notes are rather pages and years."""
FARTHEST = 1500
"""The factor up to which two amounts may stand for each other: a thousand and a half."""


class Apart(Struct, frozen=True):
    """The amounts of a stretch that have no twin: ``pairs`` that stand for each other though they differ, and those that
    only the ``left`` or the ``right`` version gives; beside all amounts of the stretch."""

    pairs: tuple[tuple[Amount, Amount], ...]
    left: tuple[Amount, ...]
    right: tuple[Amount, ...]
    all_left: tuple[Amount, ...]
    all_right: tuple[Amount, ...]


def amounts_apart(x: Alignment) -> Iterator[Apart]:
    """The amounts without twin, stretch by stretch."""
    sides = _by_section(x.left), _by_section(x.right)
    sums = conversions_by_amount(x.left), conversions_by_amount(x.right)
    figures = _figures_by_section(x.left), _figures_by_section(x.right)
    for stretch in x.stretches:
        own = [amount for section in stretch.left for amount in sides[0].get(section, ())]
        twins = [amount for section in stretch.right for amount in sides[1].get(section, ())]
        left = _without_twins(own, twins, partial(figures[1], stretch.right))
        right = _without_twins(twins, own, partial(figures[0], stretch.left))
        pairs, left, right = _pairs(sums, left, right)
        yield Apart(tuple(pairs), tuple(left), tuple(right), tuple(own), tuple(twins))


def amounts_of(version: Citations) -> frozenset[Key]:
    """The values and currencies of all amounts of a version."""
    return frozenset(end for amounts in _by_section(version).values() for one in amounts for end in _ends(one))


def of_one_number(one: Amount, other: Amount) -> bool:
    """Whether two amounts are one number with scale words that are not worth the same."""
    low, high = sorted((abs(one.value), abs(other.value)))
    return one.currency == other.currency and low > 0 and high / low in SCALES


def key(amount: Amount) -> Key:
    """What an amount is, whatever words and signs it is printed with."""
    return amount.value.normalize(), amount.currency


def _by_section(version: Citations) -> dict[int, list[Amount]]:
    """The amounts of running text and of notes that only comment, by section; those that declare a rate are none."""
    document = version.document
    section = {paragraph.index: paragraph.section for paragraph in document.paragraphs}
    called = {marker.note_id: marker.section for marker in document.markers}
    where, declared = Where(document), Spans(rate.span for rate in document.rates)
    found: dict[int, list[Amount]] = {}
    for amount in document.amounts:
        if declared.touch(amount.span):
            continue
        if amount.paragraph is not None:
            found.setdefault(section.get(amount.paragraph, 0), []).append(amount)
            continue
        note = where.note(amount.span)
        if note is not None and not note.citations:
            found.setdefault(called.get(note.note_id, note.section), []).append(amount)
    return found


def _figures_by_section(version: Citations) -> Callable[[range], set[Decimal]]:
    """A function that says which bare numbers the running text of some sections has, and their notes, some of which also cite:
    of "from 9,000 to 5,400 dollars", the first has no currency of its own. Few sections are asked for."""
    document = version.document
    section = {paragraph.index: paragraph.section for paragraph in document.paragraphs}
    called = {marker.note_id: marker.section for marker in document.markers}
    own = language(version.lang)
    figures = gathered((section.get(figure.paragraph, 0), figure) for figure in document.figures)
    notes = gathered((called.get(note.note_id, note.section), note) for note in document.notes)

    @cache
    def given(section: int) -> set[Decimal]:
        noted = {value for note in notes.get(section, ()) for value in printed_numbers(note.body.text, own)}
        return {figure.value.normalize() for figure in figures.get(section, ())} | {
            value.normalize() for value in noted if value > LATEST_YEAR
        }

    return lambda sections: set[Decimal]().union(*map(given, sections))


def _without_twins(
    amounts: Sequence[Amount], others: Sequence[Amount], bare: Callable[[], Set[Decimal]]
) -> list[Amount]:
    """The amounts one end of which neither an amount of the others nor a bare number matches."""
    free = Counter(key for other in others for key in _ends(other))
    lone: list[tuple[Amount, list[Decimal]]] = []
    for amount in amounts:
        missing = [key[0] for key in _ends(amount) if not free[key]]
        for key in _ends(amount):
            free[key] -= 1
        if missing:
            lone.append((amount, missing))
    known = bare() if lone else frozenset[Decimal]()
    return [amount for amount, missing in lone if any(value not in known for value in missing)]


def _ends(amount: Amount) -> list[Key]:
    """The value of an amount, or both ends of a range."""
    ends = [amount.value] if amount.high is None else [amount.value, amount.high]
    return [(end.normalize(), amount.currency) for end in ends]


def _pairs(
    sums: tuple[Mapping[Span, Sequence[Amount]], ...], left: list[Amount], right: list[Amount]
) -> tuple[list[tuple[Amount, Amount]], list[Amount], list[Amount]]:
    """Amounts that stand for each other though they differ: in the same order, in one currency, within a factor of a
    thousand and a half, but first of all those of one number; what is a conversion of a pair goes with it."""
    partner = _partners(left, right)
    pairs = [(one, right[partner[at]]) for at, one in enumerate(left) if at in partner]
    named = {id(amount) for pair in pairs for amount in pair}
    kept, rest = (
        [one for one in side if named.isdisjoint(map(id, (one, *of.get(one.span, ()))))]
        for side, of in zip((left, right), sums, strict=True)
    )
    # Of a sum in several currencies, one pair tells all.
    distinct: dict[frozenset[Key], tuple[Amount, Amount]] = {}
    for one, twin in pairs:
        distinct.setdefault(frozenset(map(key, (one, *sums[0].get(one.span, ())))), (one, twin))
    return list(distinct.values()), kept, rest


def _partners(left: Sequence[Amount], right: Sequence[Amount]) -> dict[int, int]:
    """By their ordinals, the amounts of the right side that stand for those of the left: each time the first one that may."""
    of_currency = gathered((one.currency, at) for at, one in enumerate(right))
    free = {
        currency: (ordinals, Earliest([abs(right[at].value) for at in ordinals]))
        for currency, ordinals in of_currency.items()
    }
    partner: dict[int, int] = {}
    for akin, (at, one) in product((_of_one_number, _akin), enumerate(left)):
        if at in partner or not one.value or one.currency not in free:
            continue
        ordinals, values = free[one.currency]
        found = [twin for low, high in akin(abs(one.value)) if (twin := values.between(low, high)) is not None]
        if found:
            values.take(min(found))
            partner[at] = ordinals[min(found)]
    return partner


def _of_one_number(value: Decimal) -> list[tuple[Decimal, Decimal]]:
    """What is one number with a value, but for the scale word."""
    others = [value * scale for scale in SCALES] + [value / scale for scale in SCALES]
    return [(other, other) for other in others]


def _akin(value: Decimal) -> list[tuple[Decimal, Decimal]]:
    """What may be the same sum as a value, though it differs."""
    return [(value / FARTHEST, value * FARTHEST)]


def conversions_by_amount(version: Citations) -> dict[Span, list[Amount]]:
    """The amounts that each amount is the conversion of, or that are its conversions, by its span."""
    pairs = ((pair.converted, pair.original) for pair in version.document.conversions)
    return gathered((one.span, other) for pair in pairs for one, other in permutations(pair))
