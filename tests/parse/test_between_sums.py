"""What stands between two sums, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from citecheck.parse import between_sums


@pytest.mark.parametrize(
    ("pattern", "texts", "others"),
    [
        (between_sums.joins, [" and ", " et ", "\nand "], [" to ", " and about"]),
        (between_sums.reaches, [" to ", " à "], [" and ", " at "]),
        (between_sums.opens_range, ["between ", "Entre ", "between about "], ["inbetween ", "between 3 "]),
        (between_sums.opens_pair, [" (", " [or ", " (soit ", "(= "], [" or ", " and ("]),
        (between_sums.states_pair, [", soit ", " that is "], [", but "]),
        (between_sums.offers_pair, [", or ", ", ou "], [" or ", " ou "]),
        (between_sums.closes_pair, [")", " ;", ", "], [" worth", "."]),
        (between_sums.equation, [" = ", " ≈ ", " vaut ", " is worth "], [" and ", " , "]),
        (between_sums.exchange, [" per ", "/", " pour "], [" and "]),
        (between_sums.average, ["average", "moyen", "Moyenne"], ["moyennement"]),
    ],
)
def test_what_makes_one_of_two_sums(
    pattern: Callable[[], re.Pattern[str]], texts: list[str], others: list[str]
) -> None:
    assert [text for text in texts if pattern().match(text) is None] == []
    assert [text for text in others if pattern().match(text) is not None] == []


@pytest.mark.parametrize("text", ["one ", "un ", "Une ", "a ", "1 ", "l'", "L’", ""])
def test_an_article_stands_before_a_unit(text: str) -> None:
    assert re.fullmatch(between_sums.unit_article(), text)


def test_what_ends_before_the_quote_of_a_rate() -> None:
    ends = between_sums.equation_ends()
    assert ends[:3] == ("=", "≈", "~")
    assert {" worth", "vaut"} <= set(ends)


@pytest.mark.parametrize(
    ("text", "hedge"), [("about ", "about "), ("près de ", "près de "), ("env. ", "env. "), ("~ 3", "~ "), ("", "")]
)
def test_words_before_a_sum(text: str, hedge: str) -> None:
    found = between_sums.hedge().match(text)
    assert found is not None
    assert found.group() == hedge
