"""Sums of money and ranges of them: span to values with exact spans.

Words come from `citecheck.languages`; those that link two sums are read in every language, because reports quote sums and
titles in languages not their own.
"""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec.structs import replace

from citecheck.languages import Language
from citecheck.model.document import Amount
from citecheck.model.source import Span
from citecheck.parse.between_sums import SPACE, joins, opens_range, reaches
from citecheck.parse.figures import hide
from citecheck.parse.spelled import spelled_sums
from citecheck.parse.sums import Sum, find_sums, unit

__all__ = ["find_amounts"]

_DASH = re.compile(rf"{SPACE}[-‑–—]{SPACE}\Z")


def find_amounts(
    span: Span, lang: Language, paragraph: int | None = None, hidden: str | None = None
) -> tuple[Amount, ...]:
    """All sums of money in ``span``, in order, with exact spans; values in units of the currency, scale applied.

    A range is one amount with ``high``; ``written``, ``scale`` and ``precision`` then are of its low end, ``precision``
    of the coarser end. "About" and its like are outside the span. ``paragraph`` is handed on to the amounts. ``hidden`` is
    what `hide` makes of the text, where that is known.
    """
    text = hide(span.text) if hidden is None else hidden
    sums = sorted([*find_sums(text, lang), *spelled_sums(text, lang)], key=lambda one: (one.start, -one.end))
    amounts: list[Amount] = []
    reached = at = 0
    while at < len(sums):
        low = sums[at]
        at += 1
        ranged = _range(text, low, sums[at]) if at < len(sums) else None
        high = sums[at] if ranged is not None else None
        at += ranged is not None
        amount = ranged or low
        if amount.currency is not None and amount.start >= reached:
            reached = (high or amount).end
            amounts.append(
                Amount(
                    span=span.part(amount.start, reached),
                    value=amount.value,
                    currency=amount.currency,
                    precision=max(unit(amount), unit(high) if high is not None else Decimal(0)),
                    written=amount.written,
                    scale=amount.scale,
                    high=None if high is None else high.value,
                    approximate=_is_approximate(text, amount.start, lang),
                    paragraph=paragraph,
                )
            )
    return tuple(amounts)


def _is_approximate(text: str, start: int, lang: Language) -> bool:
    """Whether a word such as "about" stands before the amount, or before the "between" of a range."""
    lead = text[max(0, start - 60) : start]
    between = opens_range().search(lead)
    leads = [lead] if between is None else [lead, lead[: between.start()]]
    return any(_ends_in_about(one.rstrip(" \u00a0\u202f\n\t*_(").lower().replace("’", "'"), lang) for one in leads)


def _ends_in_about(lead: str, lang: Language) -> bool:
    for word in lang.about:
        if lead.endswith(word):
            before = lead[-len(word) - 1 : -len(word)]
            if not (word[0].isalpha() and before.isalnum()):
                return True
    return False


def _range(text: str, low: Sum, high: Sum) -> Sum | None:
    """The low end of the range that two neighbouring sums make, with the currency and the scale that it shares."""
    currency = _shared_currency(low, high)
    if currency is None or not _are_near(low, high) or not _are_ends(text, low, high):
        return None
    shares = low.factor == 1 and low.number.times(1) <= high.number.times(1)
    scaled = high if shares else low
    merged = replace(low, currency=currency, scale=scaled.scale, factor=scaled.factor)
    return merged if merged.value <= high.value else None


def _shared_currency(low: Sum, high: Sum) -> str | None:
    """The currency of two sums, one of which may have none; None where there is none or they are of two."""
    if high.before and not low.before:
        return None
    currency = low.currency or high.currency
    return currency if high.currency in (None, currency) else None


def _are_near(low: Sum, high: Sum) -> bool:
    """Whether two sums are near enough for a range, and the first is no year before the second."""
    return 0 <= high.start - low.end <= 12 and not (low.number.yearlike and high.factor > low.factor == 1)


def _are_ends(text: str, low: Sum, high: Sum) -> bool:
    """Whether what links two sums makes them the ends of a range."""
    between = text[low.end : high.start]
    if _DASH.match(between):
        return True
    if high.currency is None and high.scale is None:
        return False
    if joins().match(between):
        return opens_range().search(text, max(0, low.start - 40), low.start) is not None
    # "From €3 million to €5 million" is a change; "€3 to €5 million" is a range.
    bare = (low.scale is None and high.scale is not None) or (low.currency is None and high.currency is not None)
    return bare and reaches().match(between) is not None
