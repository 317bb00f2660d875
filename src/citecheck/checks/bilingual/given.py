"""The figures that one version gives near a passage, so that those which a figure of the other may be are found at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from decimal import Decimal
from functools import partial
from itertools import product

from msgspec import Struct

from citecheck.languages.folding import fold
from citecheck.model.document import Figure

__all__ = ["Given"]

UNITS = tuple(
    Decimal(one) for one in ("1.609344", "0.3048", "0.9144", "2.54", "0.40468564", "0.45359237", "1.852", "1000", "100")
)
"""What one unit is in another that a translation may prefer: miles, feet, yards, inches, acres, pounds, nautical miles."""
NEARLY = Decimal("0.02")
"""By how much a figure in another unit may be rounded."""


class Given(Struct, frozen=True):
    """Figures by value, by the numbers of significant digits that they have and those that they round to, and by unit."""

    values: Set[Decimal]
    digits: Set[int]
    rounded: Set[Decimal]
    by_unit: Mapping[str, Sequence[Decimal]]

    @staticmethod
    def of(figures: Iterable[Figure], asked: Iterable[Figure]) -> Given:
        """The figures, to be asked for others; ``asked`` are these."""
        figures = tuple(figures)
        values = {one.value for one in figures}
        lengths = {_digits(one.value) for one in asked}
        by_unit: dict[str, set[Decimal]] = {}
        for one in figures:
            if one.unit is not None and one.value:
                by_unit.setdefault(_unit(one.unit), set()).add(abs(one.value))
        return Given(
            values,
            {_digits(value) for value in values},
            {rounded for value in values for rounded in _roundings(value, lengths)},
            {unit: sorted(held) for unit, held in by_unit.items()},
        )

    def has(self, figure: Figure) -> bool:
        """Whether one of the figures is this one, perhaps rounded or in another unit."""
        if figure.value in self.values or figure.value in self.rounded:
            return True
        if not self.values.isdisjoint(_roundings(figure.value, self.digits)):
            return True
        if figure.unit is None or not figure.value:
            return False
        own = _unit(figure.unit)
        return any(_converted(abs(figure.value), held) for unit, held in self.by_unit.items() if unit != own)


def _converted(value: Decimal, others: Sequence[Decimal]) -> bool:
    """Whether one of some values, the lowest first, is this one in another unit."""
    for factor, multiplied in product(UNITS, (False, True)):
        short = partial(_short, value, factor, multiplied)
        at = bisect_left(others, -NEARLY, key=short)
        if at < len(others) and short(others[at]) <= NEARLY:
            return True
    return False


def _short(value: Decimal, factor: Decimal, multiplied: bool, other: Decimal) -> Decimal:
    """By what part of it the ratio of two values falls short of a factor, or of its inverse; the more, the greater ``other`` is."""
    ratio = value / other
    return 1 - (ratio * factor if multiplied else ratio / factor)


def _unit(unit: str) -> str:
    """The same for words that name one unit: ``kilometres``, ``kilometers`` and ``kilomètres``."""
    return "".join(sorted(fold(unit).removesuffix("s")))


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _roundings(exact: Decimal, lengths: Iterable[int]) -> Iterable[Decimal]:
    """What a value is with fewer significant digits, but at least two: as many as one of ``lengths`` says."""
    most = _digits(exact)
    for length in lengths:
        if 2 <= length < most:
            shift = exact.adjusted() - length + 1
            rounded = exact.quantize(Decimal(1).scaleb(shift)) if shift else Decimal(round(exact))
            if _digits(rounded) == length:
                yield rounded
