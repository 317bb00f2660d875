"""Currencies as they are written: signs, dollars with letters beside them, codes, and the words of a language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from citecheck.languages import Language
from citecheck.parse.between_sums import END
from citecheck.parse.figures import spaced

__all__ = ["CODE", "CODES", "MONEY_SIGNS", "SIGN", "currency_of", "money"]

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
_DOLLAR_LETTERS = "|".join(re.escape(letters) for letters in sorted(DOLLARS, key=len, reverse=True))
SIGN = (
    rf"(?:(?<![^\W\d_])(?:{_DOLLAR_LETTERS})\s?)?\\?\$(?:[^\S\n]?(?:USA?|CAN?|AUD?)(?![^\W_]))?"
    rf"|CN¥|zł(?![^\W_])|Kč(?![^\W_])|[€£¥₽₹₩₴₺₪₸]"
)
CODE = "|".join(sorted(CODES | {"RMB"}))
"""Patterns of a sign, with the letters beside it, and of a code."""
MONEY_SIGNS = frozenset("$€£¥₽₹₩₴₺₪₸")


@cache
def money(lang: Language) -> str:
    """A pattern for a currency by its sign, its code or its name."""
    names = "|".join(spaced(word) for word in sorted(lang.currencies, key=lambda word: (-len(word), word)))
    return rf"{SIGN}|(?:{CODE}){END}|(?i:{names}){END}"


def currency_of(printed: str, lang: Language) -> str | None:
    """The ISO code of a sign, a code or a word."""
    if "$" in printed:
        letters = re.sub(r"[\s\\$]", "", printed)
        return DOLLARS.get(letters) if letters else "USD"
    if printed in SIGNS:
        return SIGNS[printed]
    if printed in CODES:
        return printed
    return lang.currencies.get(" ".join(printed.lower().replace("’", "'").split()))
