"""Numbers in the numerals that Word offers (ECMA-376 part 1, 17.18.59, ST_NumberFormat)."""

from __future__ import annotations

__all__ = ["numeral"]

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
    (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
CHICAGO = "*†‡§"
MOST = 780
"""The last number that Word writes in letters."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def numeral(number: int, numerals: str) -> str:
    """A number from 1 on as it is printed; in decimal digits where the numerals are not known here."""
    if not 1 <= number <= MOST:
        return str(number)
    match numerals:
        case "lowerRoman":
            return _roman(number)
        case "upperRoman":
            return _roman(number).upper()
        case "lowerLetter":
            return _repeated(LETTERS, number)
        case "upperLetter":
            return _repeated(LETTERS, number).upper()
        case "chicago":
            return _repeated(CHICAGO, number)
        case "decimalZero":
            return f"{number:02}"
    return str(number)


def _repeated(signs: str, number: int) -> str:
    """The signs one after the other, then each twice, and so on: "z" is followed by "aa", "bb"."""
    times, at = divmod(number - 1, len(signs))
    return signs[at] * (times + 1)


def _roman(number: int) -> str:
    made = ""
    for amount, sign in ROMAN:
        times, number = divmod(number, amount)
        made += sign * times
    return made
