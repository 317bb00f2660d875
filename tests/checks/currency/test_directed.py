"""Which of two converted amounts was converted from the other."""

from __future__ import annotations

import pytest

from citecheck.checks.currency.declared import Where, declared_rates
from citecheck.checks.currency.directed import read_pairs
from tests.parse.texts import document

RATE = "<sup>1</sup>\n\n<sup>1</sup> Converted throughout at €1 = US$1.06.\n"


def directed(text: str) -> list[tuple[str, bool]]:
    """For each pair, the currency of its result, and whether that is certain."""
    made = document(text)
    where = Where(made)
    return [(pair.result.currency, pair.certain) for pair in read_pairs(made, declared_rates(made, where), where)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"It cost €943.4 million (US$1 billion), then €283 million (US$300 million).{RATE}", [("EUR", True)] * 2),
        (f"It cost US$363.5 million (€343 million), then US$36.1 million (€34 million).{RATE}", [("EUR", True)] * 2),
    ],
)
def test_the_main_currency_is_the_one_into_which_most_are_converted(text: str, found: list[tuple[str, bool]]) -> None:
    assert directed(text) == found


def test_without_a_rate_the_pair_stays_as_it_was_read() -> None:
    assert directed("It cost €2 (US$3).") == [("EUR", True)]


def test_what_stands_in_its_own_bracket_fits_either_way() -> None:
    assert directed("It cost €2 (US$2.12, at €1 = US$1.06).\n") == [("USD", False)]


def test_sums_of_nothing_convert_nothing() -> None:
    assert directed("It cost €0 (US$0).") == []
    assert directed("") == []
