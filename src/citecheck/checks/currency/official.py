"""What the official table says of a rate's day or year."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal

from msgspec import Struct

from citecheck.languages import Language
from citecheck.model.rates import EURO, OfficialRates

_ROUNDING = Context(prec=60, rounding=ROUND_HALF_UP)
_DECIMALS = 4
"""Decimals of an average that are shown at least: as many as most reference rates have."""


class Official(Struct, frozen=True):
    """A rate as the table has it: of the ``day`` or the one ``before``, a ``year``'s average, or the user's ``own``.

    ``values`` are all that may be meant: an average against another currency than the euro is computed in two ways.
    """

    kind: str
    values: tuple[Decimal, ...]
    day: date | None = None
    count: int = 0

    def confirms(self, declared: Decimal) -> bool:
        """Whether the rate is the declared one, at its printed decimals."""
        return any(_rounded(value, _decimals(declared)) == declared for value in self.values)

    def rounds_to(self, declared: Decimal) -> bool:
        """Whether the declared one is the rate, but rounded otherwise: it differs by less than its last digit."""
        digit = Decimal(1).scaleb(-_decimals(declared))
        return any(abs(value - declared) < digit for value in self.values)

    def shown(self, declared: Decimal, lang: Language) -> str:
        """The rate with the decimals that tell it from the declared one."""
        most = max(_DECIMALS, _decimals(declared))
        text = f"{_rounded(self.values[0], most):f}"
        return text.replace(".", ",") if lang.decimal_comma else text


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), context=_ROUNDING)


def official(rates: OfficialRates, base: str, quote: str, when: str) -> Official | None:
    """What one ``base`` was in ``quote`` on an ISO day or in a year; None where the table does not tell."""
    return _of_year(rates, base, quote, int(when)) if len(when) == len("2023") else _of_day(rates, base, quote, when)


def _of_year(rates: OfficialRates, base: str, quote: str, year: int) -> Official | None:
    daily = rates.average(quote, year, base)
    if daily is None:
        return None
    value, count = daily
    if not count:
        return Official("own", (value,))
    over, under = rates.average(quote, year), rates.average(base, year)
    both = (value,) if base == EURO or over is None or under is None else (over[0] / under[0], value)
    return Official("year", both, count=count)


def _of_day(rates: OfficialRates, base: str, quote: str, when: str) -> Official | None:
    day = date.fromisoformat(when)
    value = _ratio(rates, base, quote, day)
    codes = [code for code in (quote, base) if code != EURO]
    own = any(day in rates.own_days.get(code, {}) for code in codes)
    if value is not None:
        return Official("own" if own else "day", (value,), day)
    if not codes or not is_published(rates, codes, day):
        return None
    before = rates.fixing_before(codes[0], day)
    value = None if before is None else _ratio(rates, base, quote, before[0])
    return None if value is None or before is None else Official("before", (value,), before[0])


def _ratio(rates: OfficialRates, base: str, quote: str, day: date) -> Decimal | None:
    over, under = rates.on(quote, day), rates.on(base, day)
    return None if over is None or under is None else over / under


def is_published(rates: OfficialRates, codes: list[str], day: date) -> bool:
    """Whether the table goes over that day for all of these currencies."""
    ranges = [rates.published(code) for code in codes]
    return all(found is not None and found[0] <= day <= found[1] for found in ranges)


def is_closed(rates: OfficialRates, base: str, quote: str, day: date) -> bool | None:
    """Whether there is no reference rate of a day although there are earlier and later ones; None where the table ends."""
    codes = [code for code in (quote, base) if code != EURO]
    missing = [code for code in codes if rates.on(code, day) is None]
    if not missing:
        return False
    return True if is_published(rates, missing, day) else None
