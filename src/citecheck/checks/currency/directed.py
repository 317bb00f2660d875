"""Which of two converted amounts was converted from the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from citecheck.checks.currency.declared import (
    Declared,
    Where,
    bracketed_rates,
    conversions_of,
    currencies_of,
    governed,
    in_order,
)
from citecheck.checks.currency.pairs import Fit, Pair
from citecheck.checks.currency.ranked import Ranked
from citecheck.model.document import Document
from citecheck.model.order import gathered


def read_pairs(document: Document, declared: Sequence[Declared], where: Where) -> tuple[Pair, ...]:
    """The document's conversions, with the direction that its main currency gives them; sums of nothing are left out.

    The main currency is the one into which most pairs are converted that tell: they fit their rate one way only. One
    of which a rate says what one unit is, and that most pairs print first, counts once more. A pair with a rate in its own
    bracket follows no habit: mostly what stands beside the rate was converted at it, but it fits either way.
    """
    plain = [
        Pair(one, one.converted, one.original, governed(one, where), True)
        for one in conversions_of(document)
        if one.converted.value and one.original.value
    ]
    if not declared:
        return tuple(plain)
    votes = _votes(plain, declared)
    most = max(votes.values(), default=0)
    leading = {currency for currency, count in votes.items() if count == most}
    beside = bracketed_rates((pair.conversion for pair in plain), declared)
    return tuple(
        _annotated(pair, beside[id(pair.conversion)]) if id(pair.conversion) in beside else _directed(pair, leading)
        for pair in plain
    )


def _votes(pairs: Sequence[Pair], declared: Sequence[Declared]) -> Counter[str]:
    """How much speaks for each currency as the one into which the document converts."""
    by_currencies = gathered((one.currencies, one) for one in declared)
    ranked = {currencies: Ranked.of(rates) for currencies, rates in by_currencies.items()}
    first = Counter(pair.result.currency for pair in pairs)
    votes = Counter({one.base for one in declared if first[one.base] > first[one.quote]})
    for pair in pairs:
        rates = ranked.get(currencies_of(pair.conversion))
        forth, back = (rates is not None and rates.fit(way) is Fit.RIGHT for way in (pair, pair.turned()))
        if forth != back:
            votes[pair.result.currency if forth else pair.origin.currency] += 1
    return votes


def _annotated(pair: Pair, own: tuple[Declared, ...]) -> Pair:
    """The pair with its result in the bracket in which its own rates stand."""
    origin, result = in_order(pair.conversion)
    return replace(pair, result=result, origin=origin, certain=False, own=own)


def _directed(pair: Pair, leading: set[str]) -> Pair:
    """The pair with its result in the main currency, where exactly one of its two is that."""
    if (pair.result.currency in leading) == (pair.origin.currency in leading):
        return replace(pair, certain=False)
    return pair if pair.result.currency in leading else pair.turned()
