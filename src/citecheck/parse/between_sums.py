"""What stands between two sums, or beside one, and makes a range, a pair or a rate of them: in any language."""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages import all_languages, words
from citecheck.languages.patterns import alternatives, any_of, conjunctions
from citecheck.parse.words import elided

SPACE = r"[^\S\n]{0,3}(?:\n[^\S\n]{0,3})?"
GAP = rf"(?:{SPACE}|[-‑])"
END = r"(?![^\W_])"
EQUALS = rf"{SPACE}(?:=|≈|~)\s{{0,3}}"


@cache
def joins() -> re.Pattern[str]:
    """A conjunction between the ends of a range: ``between 3 and 5``."""
    return re.compile(rf"{SPACE}{conjunctions()}{SPACE}\Z")


@cache
def reaches() -> re.Pattern[str]:
    """What stands between the ends of a range: ``3 to 5``."""
    return re.compile(rf"{SPACE}{any_of('range_words')}{SPACE}\Z")


@cache
def opens_range() -> re.Pattern[str]:
    """``between`` before a range, and a word behind it."""
    word = any_of("between_words", begun=True)
    return re.compile(rf"(?<![^\W_]){word}\s{{1,3}}(?:[^\W\d_]{{2,15}}\s{{1,3}})?\Z")


@cache
def opens_pair() -> re.Pattern[str]:
    """A bracket with the same sum again, and what may say so."""
    return re.compile(rf"\s*[(\[]\s*(?:{any_of('stated_as', 'disjunctions')}[\s,]+|[=≈]\s?)?")


@cache
def states_pair() -> re.Pattern[str]:
    """What says that the next sum is the same: ``that is``."""
    return re.compile(rf"\s*,?\s*{any_of('stated_as')}\s*,?\s*")


@cache
def offers_pair() -> re.Pattern[str]:
    """``, or`` between two sums that are one."""
    return re.compile(rf"\s*,\s*{any_of('disjunctions')}\s*")


@cache
def adds_to_pair() -> re.Pattern[str]:
    """What stands between further sums of a bracket."""
    return re.compile(rf"\s*(?:[,;/]|,?\s*{any_of('stated_as', 'disjunctions')}\s)\s*")


@cache
def closes_pair() -> re.Pattern[str]:
    """What follows a pair in brackets."""
    return re.compile(rf"\s*(?:[)\],;/]|{any_of('pair_ends')}\s)")


@cache
def unit_article() -> str:
    """``one`` or an article before the unit of a rate."""
    ones = [word for one in all_languages() for word, value in one.number_words.items() if value == 1]
    single = alternatives(
        form for word in (*ones, *words("articles"), *words("indefinite")) for form in (word, word.capitalize())
    )
    return rf"(?:(?:{single}|1)\s{{1,3}}|{elided()})?"


@cache
def is_worth() -> str:
    """What says that two sums are worth the same: ``equals``."""
    return rf"{SPACE}{any_of('is_worth')}\s{{1,3}}"


@cache
def exchanged_for() -> str:
    """What stands between a sum and the unit that it is the price of: ``per``, ``/``."""
    return rf"(?:{SPACE}/{SPACE}|{SPACE}{any_of('exchanged_for')}\s{{1,3}})"


@cache
def equation() -> re.Pattern[str]:
    """What stands between the sides of a rate."""
    return re.compile(rf"(?:{EQUALS}|{is_worth()})")


@cache
def equation_ends() -> tuple[str, ...]:
    """What a text ends with before the quote of a rate: the last words of what says that two sums are worth the same."""
    return ("=", "≈", "~", *dict.fromkeys(re.sub(r".*(?= )", "", word) for word in words("is_worth")))


@cache
def exchange() -> re.Pattern[str]:
    """`exchanged_for`, as a pattern of its own."""
    return re.compile(exchanged_for())


@cache
def average() -> re.Pattern[str]:
    """A word that says that a rate holds for a year."""
    return re.compile(rf"(?<![^\W_]){any_of('average_words')}(?![^\W_])", re.IGNORECASE)


@cache
def hedge() -> re.Pattern[str]:
    """A word or two such as "about" before a sum."""
    return re.compile(rf"(?:[^\W\d_]{{1,14}}[.]?\s{{1,3}}){{0,3}}{elided()}?[~≈]?\s{{0,3}}")
