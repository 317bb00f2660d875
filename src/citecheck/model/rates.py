"""OfficialRates: what a euro was worth, day by day, as far as a published table or the user's own tells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct, field

EURO = "EUR"
"""The currency in which the rates are: each says how much of another currency one euro is."""

_EDGE = 10
"""Days at either end of a year within which a fixing must lie for the year to count as whole."""


class OfficialRates(Struct, frozen=True):
    """The European Central Bank's reference rates up to ``last``, and the user's own for what it does not publish.

    ``fixings`` are by currency and day, as far as they were asked for; a day on which none was made is absent.
    ``ranges`` are the first and the last day with a published rate. ``own_days`` and ``own_years`` are the user's, and
    go before the published ones. All say how much one euro is; the euro itself is always 1.
    """

    last: date
    fixings: Mapping[str, Mapping[date, Decimal]]
    ranges: Mapping[str, tuple[date, date]] = field(default_factory=dict)
    own_days: Mapping[str, Mapping[date, Decimal]] = field(default_factory=dict)
    own_years: Mapping[str, Mapping[int, Decimal]] = field(default_factory=dict)

    def on(self, currency: str, day: date) -> Decimal | None:
        """The rate of exactly that day."""
        if currency == EURO:
            return Decimal(1)
        own = self.own_days.get(currency, {}).get(day)
        return own if own is not None else self.fixings.get(currency, {}).get(day)

    def fixing_before(self, currency: str, day: date, days: int = 7) -> tuple[date, Decimal] | None:
        """The last rate before that day, at most ``days`` days older."""
        for back in range(1, days + 1):
            earlier = day - timedelta(days=back)
            rate = self.on(currency, earlier)
            if rate is not None:
                return earlier, rate
        return None

    def average(self, currency: str, year: int, base: str = EURO) -> tuple[Decimal, int] | None:
        """How much one ``base`` was on average over the year's fixings, and their number; None unless it is whole.

        An average that the user gives has the number 0.
        """
        own, other = self._own_average(currency, year), self._own_average(base, year)
        if own is not None and other is not None:
            return own / other, 0
        above, below = self._of_year(currency, year), self._of_year(base, year)
        days = _shared_days(above, below)
        if not days or min(days) > date(year, 1, _EDGE) or max(days) < date(year, 12, 31 - _EDGE):
            return None
        total = sum(((above[day] if above else 1) / (below[day] if below else Decimal(1)) for day in days), Decimal(0))
        return total / len(days), len(days)

    def published(self, currency: str) -> tuple[date, date] | None:
        """The first and the last day with a published rate."""
        return self.ranges.get(currency)

    def _own_average(self, currency: str, year: int) -> Decimal | None:
        return Decimal(1) if currency == EURO else self.own_years.get(currency, {}).get(year)

    def _of_year(self, currency: str, year: int) -> Mapping[date, Decimal] | None:
        """The year's fixings; none at all for the euro, in which they are."""
        if currency == EURO:
            return None
        return {day: rate for day, rate in self.fixings.get(currency, {}).items() if day.year == year}


def _shared_days(above: Mapping[date, Decimal] | None, below: Mapping[date, Decimal] | None) -> list[date]:
    """The days on which there are both fixings; None of a currency is the euro, which has one every day."""
    if above is None or below is None:
        return list(above or below or ())
    return [day for day in above if day in below]
