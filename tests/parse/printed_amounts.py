"""Amounts as a language prints them, for what reads them back."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from citecheck.languages import Language
from citecheck.parse.figures import exact


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
