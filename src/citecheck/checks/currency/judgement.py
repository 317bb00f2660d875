"""Every conversion of a document held against its yardstick: the rate declared for it, or what the other pairs imply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from citecheck.checks.currency.declared import Declared, Where, currencies_of, declared_rates
from citecheck.checks.currency.directed import read_pairs
from citecheck.checks.currency.pairs import Fit, Implied, Pair, Yardstick, fit, implied, median, most_agreed
from citecheck.checks.currency.ranked import Ranked
from citecheck.model.document import Document
from citecheck.model.finding import Confidence
from citecheck.model.order import gathered

MOST = Decimal("0.8")
"""The part of the conversions at a declared rate that have to agree on another one before that rate is at fault."""
FEW = 3
"""Pairs that must agree before a small deviation of another one says anything."""
FAR = Decimal("1.15")
"""By what factor a pair must deviate from two that agree."""
WIDE = (Decimal("0.7"), Decimal("1.4"))
"""Around the middle of rates that do not agree, what may still be a rate of another day."""
WILD = 3
"""By what factor a pair must deviate from the middle of rates that do not agree."""


class Judged(Struct, frozen=True):
    """A conversion and how it fares by its yardsticks.

    ``declared`` are the rates that the document declares for it, also the ``yardsticks``; where there is none, ``peers`` are the
    conversions that imply the yardstick, and ``usual`` is the rate that they imply. ``doubtful`` tells that its declared rate may
    as well be what is wrong.
    """

    pair: Pair
    fit: Fit
    yardsticks: tuple[Yardstick, ...]
    declared: Ranked | None = None
    peers: tuple[Pair, ...] = ()
    usual: Decimal | None = None
    confidence: Confidence = Confidence.CERTAIN
    gross: bool = False
    """Only a wrong scale or direction says anything; a deviation may have its reasons."""
    doubtful: bool = False


class WrongRate(Struct, frozen=True):
    """A declared rate that its conversions contradict with one voice: they imply another, about ``usual``."""

    declared: Declared
    pairs: tuple[Pair, ...]
    usual: Decimal
    fit: Fit


def judge(document: Document, where: Where) -> tuple[Judged | WrongRate, ...]:
    """What there is to say of the document's conversions, in the order of their currencies."""
    if not document.conversions:
        return ()
    declared = declared_rates(document, where)
    groups = gathered((currencies_of(pair.conversion), pair) for pair in read_pairs(document, declared, where))
    found: list[Judged | WrongRate] = []
    for currencies, pairs in groups.items():
        rates = [one for one in declared if one.currencies == currencies]
        found.extend(_by_declared(pairs, rates) if rates else _by_each_other(pairs))
    return tuple(found)


def _by_declared(pairs: Sequence[Pair], rates: Sequence[Declared]) -> Iterator[Judged | WrongRate]:
    """A pair's rate is one in its own bracket, else that of its own note, one for the whole text, or what else there is."""
    general = Ranked.of(one for one in rates if one.rate.whole_text)
    of_note = gathered((one.rate.note_id, one) for one in rates)
    noted = {note_id: Ranked.of(declared) for note_id, declared in of_note.items() if note_id is not None}
    ranked = [(pair, Ranked.of(pair.own) if pair.own else noted.get(pair.note_id or "", general)) for pair in pairs]
    own = [one for one in ranked if one[1].declared]
    loose = [pair for pair, candidates in ranked if not candidates.declared]
    wrong, doubtful = _contradicted(rates, own, loose)
    yield from wrong
    covered = {id(pair) for one in wrong for pair in one.pairs}
    yield from (_measured(*one, Confidence.CERTAIN, doubtful) for one in own if id(one[0]) not in covered)
    loose = [pair for pair in loose if id(pair) not in covered]
    if loose:
        yield from _loosely(loose, Ranked.of(rates), own, doubtful)


def _contradicted(
    rates: Sequence[Declared], own: Sequence[tuple[Pair, Ranked]], loose: Sequence[Pair]
) -> tuple[list[WrongRate], set[int]]:
    """The rates that their pairs contradict with one voice, and the pairs, by identity, whose rate may as well be wrong."""
    pools = gathered((id(one.declared[0]), pair) for pair, one in own if one.count == 1)
    if len(rates) == 1:
        pools.setdefault(id(rates[0]), []).extend(loose)
    wrong: list[WrongRate] = []
    doubtful: set[int] = set()
    for one in rates:
        pool = pools.get(id(one), [])
        found, in_doubt = _wrong_rate(one, pool)
        doubtful.update(map(id, pool if in_doubt else ()))
        if found is not None:
            wrong.append(found)
    return wrong, doubtful


def _loosely(
    loose: Sequence[Pair], rates: Ranked, own: Sequence[tuple[Pair, Ranked]], doubtful: set[int]
) -> Iterator[Judged | WrongRate]:
    """Pairs for which no rate is declared expressly, but one of their currencies is: it may be meant for them, too."""
    judged = [_measured(pair, rates, Confidence.LIKELY, doubtful) for pair in loose]
    wrong = [one for one in judged if one.fit is Fit.WRONG]
    fits = len(judged) - len(wrong)
    if not fits and (own or rates.count > 1):
        # A rate that fits none but the amount in its own note is for that amount.
        yield from _by_each_other(loose)
        return
    fits += sum(mine.fit(pair) is not Fit.WRONG for pair, mine in own)
    for one in judged:
        yield replace(one, confidence=Confidence.CERTAIN) if fits > len(wrong) else one


def _measured(pair: Pair, rates: Ranked, confidence: Confidence, doubtful: Set[int]) -> Judged:
    in_doubt = id(pair) in doubtful
    return Judged(pair, rates.fit(pair), rates.yardsticks, rates, confidence=confidence, doubtful=in_doubt)


def _wrong_rate(declared: Declared, pool: Sequence[Pair]) -> tuple[WrongRate | None, bool]:
    """Whether the pairs at one rate agree on another; and whether one rate would satisfy all, but not this one."""
    by = Yardstick.of(declared)
    fits = {id(pair): fit(pair, by) for pair in pool}
    right = sum(grade is Fit.RIGHT for grade in fits.values())
    if right == len(pool):
        return None, False
    # A wrong rate fits by chance, if at all, and so tells nothing of the direction either.
    either = ((pair, replace(pair, certain=False)) for pair in pool)
    ranges = [(pair, found) for pair, open_ in either if (found := implied(open_, declared.base, loose=False))]
    best, low, high = most_agreed([(found[0], found[2]) for _, found in ranges])
    if best < right + 2 or best < MOST * len(pool):
        return None, best == len(pool)
    agreed = [(pair, found) for pair, found in ranges if found[0] <= high and low <= found[2]]
    worst = min(fits[id(pair)] for pair, _ in agreed)
    pairs = tuple(pair for pair, _ in agreed)
    return WrongRate(declared, pairs, median(found[1] for _, found in agreed), worst), False


def _by_each_other(pairs: Sequence[Pair]) -> Iterator[Judged]:
    """Pairs without a declared rate, by the rate that most of them imply."""
    base, other = pairs[0].result.currency, pairs[0].origin.currency
    ranges = [(pair, found) for pair in pairs if (found := implied(pair, base))]
    if len(ranges) == 2:
        yield from _two(ranges, base, other)
    elif len(ranges) > 2:
        yield from _by_most(ranges, base, other)


def _by_most(ranges: Sequence[tuple[Pair, Implied]], base: str, other: str) -> Iterator[Judged]:
    best, low, high = most_agreed([(found[0], found[2]) for _, found in ranges])
    usual = median(found[1] for _, found in ranges)
    agreed = best >= 2 and best * 3 >= len(ranges) * 2
    if agreed:
        by = Yardstick(base, other, low, high)
        margin = FAR if best < FEW else Decimal(1)
        reach = low / margin, high * margin
    else:
        by = Yardstick(base, other, usual * WIDE[0], usual * WIDE[1])
        reach = usual / WILD, usual * WILD
    peers = tuple(pair for pair, found in ranges if found[0] <= by.high and by.low <= found[2])
    for pair, found in ranges:
        if found[2] < reach[0] or reach[1] < found[0]:
            far = agreed and (found[1] * 2 < by.low or by.high * 2 < found[1])
            confidence = Confidence.CERTAIN if far else Confidence.LIKELY
            yield Judged(pair, Fit.WRONG, (by,), peers=peers, usual=usual, confidence=confidence)


def _two(ranges: Sequence[tuple[Pair, Implied]], base: str, other: str) -> Iterator[Judged]:
    """Of two pairs, nobody knows which is wrong: only a gross contradiction tells that one is."""
    for (pair, found), (peer, against) in (ranges, ranges[::-1]):
        usual = against[1]
        if found[1] * WILD < usual or usual * WILD < found[1]:
            by = Yardstick(base, other, usual * WIDE[0], usual * WIDE[1])
            yield Judged(pair, Fit.WRONG, (by,), peers=(peer,), usual=usual, confidence=Confidence.LIKELY, gross=True)
