"""Sums of money, pairs of them that state the same sum, and declared exchange rates: span to values with exact spans.

Words come from `citecheck.languages`; those that link two sums are read in every language, because reports quote sums and
titles in languages not their own. Signs and currency codes are below.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from msgspec import Struct

from citecheck.languages import Language, words
from citecheck.model.document import Amount, Conversion, Rate
from citecheck.model.source import Span
from citecheck.parse.between_sums import (
    END,
    EQUALS,
    GAP,
    SPACE,
    adds_to_pair,
    average,
    closes_pair,
    equation,
    equation_ends,
    exchange,
    exchanged_for,
    hedge,
    is_worth,
    joins,
    offers_pair,
    opens_pair,
    opens_range,
    reaches,
    states_pair,
    unit_article,
)
from citecheck.parse.dates import find_dates
from citecheck.parse.figures import FILLER, Number, exact, find_numbers, hide, is_negative, spaced
from citecheck.parse.words import of_word

SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₹": "INR", "₩": "KRW", "₴": "UAH", "₺": "TRY", "₪": "ILS",
        "₸": "KZT", "CN¥": "CNY", "RMB": "CNY", "zł": "PLN", "Kč": "CZK", "$": "USD",
    }
)  # fmt: skip
"""Currency signs that name one currency wherever they stand."""

DOLLARS: Mapping[str, str] = MappingProxyType(
    {
        "US": "USD", "U.S.": "USD", "USA": "USD", "CA": "CAD", "CAN": "CAD", "CDN": "CAD", "C": "CAD", "AU": "AUD",
        "AUD": "AUD", "A": "AUD", "NZ": "NZD", "HK": "HKD", "SG": "SGD", "S": "SGD", "NT": "TWD", "R": "BRL",
        "MX": "MXN",
    }
)  # fmt: skip
"""What the letters beside a dollar sign make of it."""

# Codes that are words in capitals (ALL, TOP, CUP) are left out.
CODES = frozenset(
    {
        "EUR", "USD", "RUB", "GBP", "JPY", "CNY", "CHF", "SEK", "NOK", "DKK", "PLN", "INR", "KRW", "BRL", "CAD", "AUD",
        "TRY", "UAH", "HUF", "CZK", "ILS", "ZAR", "AED", "SAR", "NZD", "HKD", "SGD", "TWD", "MXN", "KZT", "BYN", "RON",
        "BGN", "ISK", "THB", "IDR", "MYR", "PHP", "VND", "EGP", "MAD", "TND", "DZD", "XOF", "XAF", "QAR", "KWD", "PKR",
        "BDT", "NGN", "KES", "CLP", "COP", "ARS",
    }
)  # fmt: skip
"""The ISO 4217 codes that are read."""
_CONFERENCE = "COP"
"""The code of the Colombian peso, which before a number without a scale is a conference of parties: ``COP15``."""


_DASH = re.compile(rf"{SPACE}[-‑–—]{SPACE}\Z")

_DOLLAR_LETTERS = "|".join(re.escape(letters) for letters in sorted(DOLLARS, key=len, reverse=True))
_SIGN = (
    rf"(?:(?<![^\W\d_])(?:{_DOLLAR_LETTERS})\s?)?\\?\$(?:[^\S\n]?(?:USA?|CAN?|AUD?)(?![^\W_]))?"
    rf"|CN¥|zł(?![^\W_])|Kč(?![^\W_])|[€£¥₽₹₩₴₺₪₸]"
)
_CODE = "|".join(sorted(CODES | {"RMB"}))
_MONEY_SIGNS = frozenset("$€£¥₽₹₩₴₺₪₸")
_ENDS_PREFIX = _MONEY_SIGNS | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZł")
_NOTHING_FOLLOWS = frozenset(",.;:!?)]}>\"'“”«»‘’=+*_|/" + FILLER)

_CLOSES_OFFER = re.compile(r"\s*(?:[),.;:—–]|\Z)")
_BEFORE_MARKER = re.compile(r"[^\S\n]?[)\]]?[.,;:]?[^\S\n]?")

_YEAR = re.compile(r"(?<![\w.,/-])(?:1[5-9]|20)[0-9]{2}(?![\w/]|[.,][0-9])")
_PARAGRAPH = re.compile(r"\n[^\S\n]{0,8}\n")

_REACH = 250
"""How many characters on either side of a rate are read for its day, its year and its scope."""


class _Sum(Struct, frozen=True):
    """A number with the money signs and scale beside it, characters ``start`` to ``end`` of the text.

    ``before`` tells on which side the currency stands, ``written`` and ``scale`` are as printed.
    """

    start: int
    end: int
    number: Number
    written: str
    currency: str | None
    scale: str | None
    factor: int
    before: bool
    negative: bool

    @property
    def value(self) -> Decimal:
        """The exact sum in units of the currency."""
        value = self.number.times(self.factor)
        # Unary minus would round to 28 digits.
        return value.copy_negate() if self.negative else value


def find_amounts(span: Span, lang: Language, paragraph: int | None = None) -> tuple[Amount, ...]:
    """All sums of money in ``span``, in order, with exact spans; values in units of the currency, scale applied.

    A range is one amount with ``high``; ``written``, ``scale`` and ``precision`` then are of its low end, ``precision``
    of the coarser end. "About" and its like are outside the span. ``paragraph`` is handed on to the amounts.
    """
    text = hide(span.text)
    sums = sorted([*_sums(text, lang), *_spelled(text, lang)], key=lambda one: (one.start, -one.end))
    amounts: list[Amount] = []
    reached = at = 0
    while at < len(sums):
        low = sums[at]
        ranged = _range(text, low, sums[at + 1]) if at + 1 < len(sums) else None
        at += 1
        if ranged is not None:
            at += 1
        amount = ranged or low
        if amount.currency is None or amount.start < reached:
            continue
        reached = amount.end if ranged is None else sums[at - 1].end
        high = sums[at - 1] if ranged is not None else None
        amounts.append(
            Amount(
                span=span.part(amount.start, reached),
                value=amount.value,
                currency=amount.currency,
                precision=max(_unit(amount), _unit(high) if high is not None else Decimal(0)),
                written=amount.written,
                scale=amount.scale,
                high=None if high is None else high.value,
                approximate=_is_approximate(text, amount.start, lang),
                paragraph=paragraph,
            )
        )
    return tuple(amounts)


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
    at = 0
    while at + 1 < len(within):
        first = within[at]
        at += 1
        joined = _joined(text, span.end, first, within[at], calls)
        if joined is None:
            continue
        bracketed, marker = joined
        pairs.append(_pair(first, within[at], marker or _marker_after(text, within[at].span.end, calls)))
        while bracketed and at + 1 < len(within):
            further = within[at + 1]
            between = text[within[at].span.end : further.span.start]
            if first.currency == further.currency or len(between) > _REACH or not _says(adds_to_pair(), between):
                break
            at += 1
            pairs.append(_pair(first, further, marker or _marker_after(text, further.span.end, calls)))
        at += 1
    return tuple(pairs)


def find_rates(span: Span, lang: Language, note_id: str | None) -> tuple[Rate, ...]:
    """The exchange rates that ``span`` declares, in order: how much ``quote`` one ``base`` is.

    Either ``year`` is the nearest bare year, where the text speaks of an annual or average rate, or ``day`` the nearest
    full date; both are looked for in the same clause, then in the same paragraph. ``note_id`` is handed on.
    """
    text = hide(span.text)
    talks = any(word in text.lower() for word in lang.rate_words)
    if not (talks or "=" in text or "≈" in text):
        return ()
    found = sorted(_equations(text, lang, talks), key=lambda one: (one[0], one[1]))
    if not found:
        return ()
    dates = find_dates(span)
    places = [(one.span.start - span.start, one.span.end - span.start) for one in dates]
    rates: list[Rate] = []
    reached = 0
    for start, end, base, quote, value in found:
        if start < reached or value <= 0:
            continue
        reached = end
        low, high = _window(text, start, end)
        near = range(bisect_left(places, (low,)), bisect_left(places, (high,)))
        known = [(places[index], dates[index].iso) for index in near]
        # Several rates in one sentence are kept apart by semicolons, each with its own day or year.
        first = text.rfind(";", low, start) + 1 or low
        last = text.find(";", end, high)
        day, year = _when(text, first, high if last == -1 else last, (start, end), known)
        if day is None and year is None:
            day, year = _when(text, low, high, (start, end), known)
        rates.append(
            Rate(
                span=span.part(start, end),
                base=base,
                quote=quote,
                value=value,
                note_id=note_id,
                day=day,
                year=year,
                whole_text=_has_phrase(text[low:high], lang.whole_text),
            )
        )
    return tuple(rates)


def format_amount(value: Decimal, currency: str, lang: Language) -> str:
    """``value`` units of ``currency`` (ISO 4217) as the language prints it: ``€5.4 billion``, ``5,4 milliards €``.

    Reading it with `find_amounts` gives value and currency back, for finite values of at most 30 digits and the
    currencies that citecheck reads.
    """
    sign = "-" if value < 0 else ""
    magnitude = value.copy_abs()
    factor, word = _best_scale(magnitude, lang)
    number = _grouped(_plain(magnitude, factor), lang)
    symbol = _SHOWN.get(currency, currency)
    if lang.decimal_comma:
        return sign + "\u00a0".join(part for part in (number, word, symbol) if part)
    gap = " " if symbol.isalpha() else ""
    return f"{sign}{symbol}{gap}{number}{' ' if word else ''}{word}"


_SHOWN: Mapping[str, str] = MappingProxyType({"EUR": "€", "USD": "US$", "GBP": "£"})
_MOST_DECIMALS = 4


def _plain(value: Decimal, factor: int) -> str:
    """``value`` over ``factor`` (a power of ten) without exponent and without needless zeros, exactly."""
    _, digits, exponent = value.as_tuple()
    places = int(exponent) - (len(str(factor)) - 1)
    whole = int("".join(map(str, digits)))
    shown = f"{exact(whole * 10 ** max(places, 0), max(-places, 0)):f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _best_scale(value: Decimal, lang: Language) -> tuple[int, str]:
    """The largest scale word that leaves the number short; the word for one or for many as the language has it."""
    for factor in sorted({factor for factor in lang.scales.values() if factor >= 10**6}, reverse=True):
        if value < factor:
            continue
        shown = _plain(value, factor)
        if len(shown.partition(".")[2]) <= _MOST_DECIMALS:
            words = sorted((word for word, size in lang.scales.items() if size == factor and len(word) > 5), key=len)
            # Where the scale is a noun it takes the plural from two on; English leaves it as it is after a number.
            return factor, words[-1 if lang.decimal_comma and value >= 2 * factor else 0] if words else ""
    return 1, ""


def _grouped(shown: str, lang: Language) -> str:
    whole, _, rest = shown.partition(".")
    mark = "\u00a0" if lang.group_separators[0] == " " else lang.group_separators[0]
    if len(whole) > 4:
        whole = f"{int(whole):,}".replace(",", mark)
    return whole + ("," if lang.decimal_comma else ".") + rest if rest else whole


def _unit(one: _Sum) -> Decimal:
    """The value of one unit of the last printed digit."""
    return exact(one.factor, one.number.decimals)


# Reading single sums.


def _sums(text: str, lang: Language) -> Iterator[_Sum]:
    """Every number of the text with what belongs to it; those without currency may be one end of a range or a rate."""
    after = _after(lang)
    reached = 0
    for number in find_numbers(text, lang):
        prefix = _prefix(text, number.start, reached, lang)
        start = number.start if prefix is None else prefix[0]
        if prefix is None and _is_part_of_word(text, start):
            continue
        factor, scale, currency, end = 1, None, None, number.end
        if end < len(text) and text[end] not in _NOTHING_FOLLOWS:
            tail = after.match(text, end)
            if tail is not None:
                factor, scale, currency, end = _read_tail(text, number, tail, lang, prefix is not None)
            elif text[end].isalnum():
                continue
        if prefix is not None:
            start, before, scaled = prefix
            if scale is None and text[start : number.start] == _CONFERENCE:
                continue
            currency = currency if currency is not None and before == "USD" and text[start] in "\\$" else before
            factor = factor * scaled
        negative = is_negative(text, start)
        start -= negative
        written = text[number.start : number.end]
        yield _Sum(start, end, number, written, currency, scale, factor, prefix is not None, negative)
        if currency is not None:
            reached = end


def _prefix(text: str, at: int, reached: int, lang: Language) -> tuple[int, str, int] | None:
    """Start, currency and factor of the money sign or code right before ``at``, at ``reached`` or later."""
    last = at - 1
    lowest = max(reached, at - 4)
    while last >= lowest and text[last].isspace():
        last -= 1
    if last < lowest or text[last] not in _ENDS_PREFIX:
        return None
    match = _before(lang).search(text, max(reached, at - 16), at)
    if match is None:
        return None
    currency = _currency(match["money"], lang)
    scaled = lang.scales.get(match["scale"], 1) if match["scale"] else 1
    return None if currency is None else (match.start(), currency, scaled)


def _read_tail(
    text: str, number: Number, tail: re.Match[str], lang: Language, has_prefix: bool
) -> tuple[int, str | None, str | None, int]:
    """Factor, printed scale, currency and end of a number by what stands after it."""
    printed = tail["scale"]
    factor, end = 1, number.end
    money = tail["money"]
    if printed is not None:
        factor = _scale(printed, lang) * (_scale(tail["second"], lang) if tail["second"] else 1)
        end = tail.end("second" if tail["second"] else "scale")
        glued = tail.start("scale") == number.end or (tail["scaled"] and tail.start("scaled") == tail.end("scale"))
        if len(printed) == 1 and printed.islower() and not glued:
            return 1, None, None, number.end
        printed = text[tail.start("scale") : end]
        money = tail["scaled"]
    currency = _currency(money, lang) if money else None
    if currency is None:
        return factor, printed, None, end
    place = tail.start("scaled" if printed is not None else "money")
    if money.lower() in words("not_only_money") and printed is None:
        # "5 livres" are books, "5 pounds" a weight and "2019 won" a verb: these words are money only after a scale.
        return factor, printed, None, end
    if _belongs_to_next(text, number, place, tail.end(), money, has_prefix):
        return factor, printed, None, end
    return factor, printed, currency, tail.end()


def _belongs_to_next(text: str, number: Number, start: int, end: int, money: str, has_prefix: bool) -> bool:
    """Whether a sign or code after a number is the prefix of the next one, as in ``2019 €1``."""
    if start == number.end or not (money in CODES or any(sign in _MONEY_SIGNS for sign in money)):
        return False
    following = text[end : end + 3].lstrip()
    if not following[:1].isdigit():
        return False
    return text[end].isdigit() or number.yearlike or has_prefix


def _is_part_of_word(text: str, start: int) -> bool:
    if start == 0:
        return False
    before = text[start - 1]
    return before.isalpha() or before == "_" or (before in "-‑" and start > 1 and text[start - 2].isalpha())


@cache
def _after(lang: Language) -> re.Pattern[str]:
    """What may follow a number: a scale, two of them, and a currency; or a currency."""
    scale = "|".join(_variants(lang.scales))
    words = "|".join(_variants({word: size for word, size in lang.scales.items() if len(word) >= 5}))
    names = "|".join(spaced(word) for word in sorted(lang.currencies, key=lambda word: (-len(word), word)))
    money = rf"{_SIGN}|(?:{_CODE}){END}|(?i:{names}){END}"
    link = of_word(GAP, SPACE)
    return re.compile(
        rf"{GAP}(?P<scale>{scale})(?:{END}|(?=(?:{_CODE}){END}))"
        rf"(?:{GAP}{link}?(?P<second>{words}){END})?"
        rf"(?:{GAP}{link}?(?P<scaled>{money}))?"
        rf"|{GAP}(?P<money>{money})"
    )


@cache
def _before(lang: Language) -> re.Pattern[str]:
    """What may precede a number: a money sign or code, with an abbreviated scale glued before the sign."""
    short = "|".join(re.escape(word) for word in sorted(lang.scales, key=len, reverse=True) if len(word) <= 3)
    return re.compile(rf"(?:(?<![^\W_])(?P<scale>{short}))?(?P<money>{_SIGN}|(?<![^\W_])(?:{_CODE})){SPACE}\Z")


def _variants(words: Mapping[str, int]) -> list[str]:
    """The words as patterns, longest first; abbreviations of one letter only in their own case."""
    forms = set(words)
    for word in words:
        if len(word) > 1:
            forms |= {word.capitalize(), word.upper()}
    return [re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))]


def _scale(printed: str, lang: Language) -> int:
    return lang.scales.get(printed) or lang.scales.get(printed.lower()) or lang.scales.get(printed.capitalize(), 1)


def _currency(printed: str, lang: Language) -> str | None:
    """The ISO code of a sign, a code or a word."""
    if "$" in printed:
        letters = re.sub(r"[\s\\$]", "", printed)
        return DOLLARS.get(letters) if letters else "USD"
    if printed in SIGNS:
        return SIGNS[printed]
    if printed in CODES:
        return printed
    return lang.currencies.get(" ".join(printed.lower().replace("’", "'").split()))


def _spelled(text: str, lang: Language) -> Iterator[_Sum]:
    """Sums whose number is spelled out before a scale word: ``trois milliards d'euros``."""
    tails = _after(lang)
    for match in _scale_words(lang).finditer(text):
        count = _count_before(text, match.start(), lang)
        if count is None:
            continue
        start, end, value = count
        tail = tails.match(text, end)
        if tail is None or not tail["scale"]:
            continue
        number = Number(start, end, value, 0, False)
        factor, scale, currency, last = _read_tail(text, number, tail, lang, False)
        if currency is not None:
            yield _Sum(start, last, number, text[start:end], currency, scale, factor, False, False)


@cache
def _scale_words(lang: Language) -> re.Pattern[str]:
    stems = sorted(word for word in lang.scales if len(word) >= 5)
    shortest = [word for word in stems if not any(word != other and word.startswith(other) for other in stems)]
    return re.compile("|".join(re.escape(word) for word in shortest))


def _count_before(text: str, at: int, lang: Language) -> tuple[int, int, int] | None:
    """Start, end and value of the number words right before ``at``."""
    counted = [
        (match.start(), match.end(), lang.number_words.get(match[0].lower()))
        for match in _WORD.finditer(text, max(0, at - 60), at)
    ]
    # The first word may have lost its beginning to the window.
    counted = counted[1:] if at > 60 else counted
    taken: list[tuple[int, int, int]] = []
    edge = at
    for start, end, value in reversed(counted):
        if text[end:edge].strip(" \u00a0\u202f\n-‑'’"):
            break
        if value is None:
            if text[start:end].lower() in words("conjunctions") and taken:
                edge = start
                continue
            break
        taken.append((start, end, value))
        edge = start
    if not taken or (taken[-1][0] and text[taken[-1][0] - 1].isdigit()):
        return None
    total = 0
    for _, _, value in reversed(taken):
        multiplies = total and (value >= 100 or (value == 20 and total == 4))
        total = total * value if multiplies else total + value
    return taken[-1][0], taken[0][1], total


_WORD = re.compile(r"[^\W_]{1,20}")


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


def _range(text: str, low: _Sum, high: _Sum) -> _Sum | None:
    """The low end of the range that two neighbouring sums make, with the currency and the scale that it shares."""
    if not 0 <= high.start - low.end <= 12 or (low.number.yearlike and high.factor > low.factor == 1):
        return None
    currency = low.currency or high.currency
    if currency is None or (high.currency or currency) != currency:
        return None
    if high.before and not low.before:
        return None
    between = text[low.end : high.start]
    if _DASH.match(between):
        fits = True
    elif joins().match(between):
        fits = opens_range().search(text, max(0, low.start - 40), low.start) is not None
    elif reaches().match(between):
        # "From €3 million to €5 million" is a change; "€3 to €5 million" is a range.
        fits = (low.scale is None and high.scale is not None) or (low.currency is None and high.currency is not None)
    else:
        return None
    if not fits or (high.currency is None and high.scale is None and not _DASH.match(between)):
        return None
    shares = low.factor == 1 and low.number.times(1) <= high.number.times(1)
    factor = high.factor if shares else low.factor
    scale = high.scale if shares else low.scale
    merged = _Sum(low.start, low.end, low.number, low.written, currency, scale, factor, low.before, low.negative)
    return merged if merged.value <= high.value else None


# Pairing sums.


def _pair(first: Amount, second: Amount, marker: str | None) -> Conversion:
    span = Span(first.span.source, first.span.start, second.span.end)
    return Conversion(span, first, second, marker)


def _joined(
    text: str, limit: int, first: Amount, second: Amount, calls: Sequence[tuple[int, int, str]]
) -> tuple[bool, str | None] | None:
    """Whether a bracket joins two neighbouring amounts, and the marker between them; None where they are no pair."""
    start, end = first.span.end, second.span.start
    if first.currency == second.currency or not start <= end <= start + _REACH:
        return None
    between, marker = _without_markers(text, start, end, calls)
    rest = text[second.span.end : min(limit, second.span.end + _REACH)]
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


# Reading rates.


def _equations(text: str, lang: Language, talks: bool) -> Iterator[tuple[int, int, str | None, str | None, Decimal]]:
    """Start, end, base, quote and value of everything in the text that reads as a rate."""
    sums = list(_sums(text, lang))
    one_before, one_after = _one_before(lang), _one_after(lang)
    for at, one in enumerate(sums):
        if one.scale is not None or one.negative:
            continue
        other = sums[at + 1] if at + 1 < len(sums) else None
        if other is not None and other.start - one.end <= 30 and other.scale is None:
            between = text[one.end : other.start]
            both = one.currency and other.currency
            if equation().fullmatch(between) or (talks and both and exchange().fullmatch(between)):
                yield from _equation(one, other)
                continue
        if one.currency is not None:
            after = one_after.match(text, one.end)
            if after is not None and (talks or "/" in after[0]):
                base = _currency(after["money"], lang)
                if base is not None and base != one.currency:
                    yield one.start, after.end(), base, one.currency, _as_printed(one.number)
                    continue
        # The search is dear: most numbers are spared it by what stands right before them.
        if not text[max(0, one.start - 12) : one.start].rstrip().endswith(equation_ends()):
            continue
        before = one_before.search(text, max(0, one.start - 70), one.start)
        if before is not None:
            base = _currency(before["money"], lang)
            if base is not None and base != one.currency:
                yield before.start(), one.end, base, one.currency, _as_printed(one.number)
    yield from _quotations(text, lang, sums)


def _equation(one: _Sum, other: _Sum) -> Iterator[tuple[int, int, str | None, str | None, Decimal]]:
    """The rate that two sums said to be equal make; one of them has to be one unit, or ten or a hundred of them."""
    if one.currency == other.currency:
        return
    for base, quote in ((one, other), (other, one)):
        printed = str(base.number.digits)
        if base.number.bare and printed.rstrip("0") == "1" and (base is one or base.currency is not None):
            value = _as_printed(quote.number, len(printed) - 1)
            yield one.start, other.end, base.currency, quote.currency, value
            return


def _as_printed(number: Number, places: int = 0) -> Decimal:
    """The number over ten to the power of ``places`` with every printed decimal: 1.10 tells more than 1.1."""
    return Decimal(f"{number.digits}E-{number.decimals + places}")


def _quotations(
    text: str, lang: Language, sums: Sequence[_Sum]
) -> Iterator[tuple[int, int, str | None, str | None, Decimal]]:
    """Rates in the notation of the markets: ``EUR/USD = 1.06``."""
    starts = [one.start for one in sums]
    for match in _QUOTED.finditer(text):
        base, quote = match["base"], match["quote"]
        at = bisect_right(starts, match.end() - 1)
        while at < len(sums) and sums[at].number.yearlike:
            at += 1
        if at == len(sums) or base == quote:
            continue
        one = sums[at]
        between = text[match.end() : one.start]
        if len(between) <= 40 and one.currency is None and one.scale is None and not re.search(r"[.;()\n]", between):
            yield match.start(), one.end, base, quote, _as_printed(one.number)


_QUOTED = re.compile(rf"(?<![\w/])(?P<base>{_CODE})/(?P<quote>{_CODE})(?![\w/])")


@cache
def _money_words(lang: Language) -> str:
    names = "|".join(spaced(word) for word in sorted(lang.currencies, key=lambda word: (-len(word), word)))
    return rf"(?P<money>{_SIGN}|(?:{_CODE}){END}|(?i:{names}){END})"


@cache
def _one_after(lang: Language) -> re.Pattern[str]:
    return re.compile(rf"{exchanged_for()}{unit_article()}{_money_words(lang)}")


@cache
def _one_before(lang: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){unit_article()}{_money_words(lang)}(?:{EQUALS}|{is_worth()})\Z")


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch around a rate whose date and scope are the rate's: its paragraph, or as much as is near."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    for gap in _PARAGRAPH.finditer(text, low, start):
        low = gap.end()
    after = _PARAGRAPH.search(text, end, high)
    return low, high if after is None else after.start()


def _distance(one: tuple[int, int], other: tuple[int, int]) -> int:
    """The characters between two stretches."""
    return max(one[0] - other[1], other[0] - one[1], 0)


def _when(
    text: str, low: int, high: int, rate: tuple[int, int], dates: Sequence[tuple[tuple[int, int], str]]
) -> tuple[str | None, int | None]:
    """The day or the year of a rate, as told from ``low`` to ``high``: whichever full date or bare year is nearest.

    Years count only where the text says that the rate is an average, and then before days.
    """
    if average().search(text, low, high) is not None:
        taken = (rate, *(place for place, _ in dates))
        years = [
            (_distance(rate, match.span()), int(match[0]))
            for match in _YEAR.finditer(text, low, high)
            if not any(start < match.end() and match.start() < end for start, end in taken)
        ]
        if years:
            return None, min(years)[1]
    days = [
        (_distance(rate, place), iso)
        for place, iso in dates
        if low <= place[0] and place[1] <= high and len(iso) == len("2023-02-26")
    ]
    return (min(days)[1] if days else None), None


def _has_phrase(text: str, phrases: Sequence[str]) -> bool:
    folded = " ".join(text.lower().replace("’", "'").split())
    return any(phrase in folded for phrase in phrases)
