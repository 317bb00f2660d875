"""Conversions: pairs of amounts that a text states to be the same sum, and the markers that are theirs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from citecheck.model.document import Amount, Conversion
from citecheck.model.source import Span
from citecheck.parse.between_sums import adds_to_pair, closes_pair, hedge, offers_pair, opens_pair, states_pair

__all__ = ["find_conversions"]

_CLOSES_OFFER = re.compile(r"\s*(?:[),.;:—–]|\Z)")
_BEFORE_MARKER = re.compile(r"[^\S\n]?[)\]]?[.,;:]?[^\S\n]?")

REACH = 250
"""How many characters may stand between the two amounts of a pair."""


def find_conversions(
    span: Span, amounts: Sequence[Amount], markers: Sequence[tuple[Span, str]]
) -> tuple[Conversion, ...]:
    """Pairs of ``amounts`` that ``span`` states to be the same sum: ``A (B)``, ``A (soit B)``, ``A, or B,``.

    ``amounts`` and ``markers`` (with their ``note_id``) are those of the span. The first amount of a pair is the
    converted one, the bracketed one the original; one sum given in several currencies makes several pairs. A marker
    between the two or directly after them is the pair's.
    """
    text = span.source.text
    within = sorted((one for one in amounts if span.holds(one.span)), key=lambda one: one.span.start)
    calls = sorted(((place.start, place.end, note) for place, note in markers if span.holds(place)))
    pairs: list[Conversion] = []
    at = 1
    while at < len(within):
        first, second = within[at - 1], within[at]
        joined = _joined(text, span.end, first, second, calls)
        if joined is None:
            at += 1
            continue
        bracketed, marker = joined
        originals = [second, *(_further(text, first, within, at) if bracketed else ())]
        pairs += (_pair(first, each, marker or _marker_after(text, each.span.end, calls)) for each in originals)
        at += len(originals) + 1
    return tuple(pairs)


def _further(text: str, first: Amount, within: Sequence[Amount], at: int) -> list[Amount]:
    """The amounts behind the one at ``at`` that the same bracket gives for the first one, in further currencies."""
    listed: list[Amount] = []
    for place in range(at + 1, len(within)):
        between = text[within[place - 1].span.end : within[place].span.start]
        same = first.currency == within[place].currency
        if same or len(between) > REACH or not _says(adds_to_pair(), between):
            break
        listed.append(within[place])
    return listed


def _pair(first: Amount, second: Amount, marker: str | None) -> Conversion:
    span = Span(first.span.source, first.span.start, second.span.end)
    return Conversion(span, first, second, marker)


def _joined(
    text: str, limit: int, first: Amount, second: Amount, calls: Sequence[tuple[int, int, str]]
) -> tuple[bool, str | None] | None:
    """Whether a bracket joins two neighbouring amounts, and the marker between them; None where they are no pair."""
    start, end = first.span.end, second.span.start
    if first.currency == second.currency or not start <= end <= start + REACH:
        return None
    between, marker = _without_markers(text, start, end, calls)
    rest = text[second.span.end : min(limit, second.span.end + REACH)]
    if _says(opens_pair(), between):
        after, _ = _without_markers(text, second.span.end, second.span.end + len(rest), calls)
        return (True, marker) if closes_pair().match(after) else None
    if _says(states_pair(), between) or (_says(offers_pair(), between) and _CLOSES_OFFER.match(rest)):
        return False, marker
    return None


def _says(pattern: re.Pattern[str], between: str) -> bool:
    """Whether the text between two amounts is the pattern, but for a word or two such as "about"."""
    match = pattern.match(between)
    return match is not None and hedge().fullmatch(between, match.end()) is not None


def _without_markers(text: str, start: int, end: int, calls: Sequence[tuple[int, int, str]]) -> tuple[str, str | None]:
    """The text from ``start`` to ``end`` less its markers, and the first of these."""
    kept, note, at = [], None, start
    for index in range(bisect_left(calls, (start,)), len(calls)):
        begin, finish, name = calls[index]
        if finish > end:
            break
        kept.append(text[at:begin])
        note = note or name
        at = finish
    kept.append(text[at:end])
    return "".join(kept), note


def _marker_after(text: str, end: int, calls: Sequence[tuple[int, int, str]]) -> str | None:
    at = bisect_left(calls, (end,))
    if at == len(calls):
        return None
    begin, _, note = calls[at]
    return note if begin - end <= 4 and _BEFORE_MARKER.fullmatch(text, end, begin) else None
