from __future__ import annotations

import re
from decimal import Decimal

import pytest

from tests.planting.kinds import money
from tests.planting.samples import bilingual, changes, english, planted


def test_the_passage_converts_rightly() -> None:
    pair = money.chosen(english())
    rate = Decimal(pair.average)
    found = re.findall(r"([\d.]+) (million|billion) rubles \(€([\d.]+) (million|billion)\)", money.passage(pair, False))
    assert len(found) == 6
    for roubles, scale, euros, other in found:
        factor = 1000 if (scale, other) == ("billion", "million") else 1
        assert abs(Decimal(roubles) * factor / rate - Decimal(euros)) <= Decimal("0.05")


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("scale_confused", "(€12.0 billion)"),
        ("rate_altered", "€1 = 72."),
        ("rate_bare", "€1 = 72.46"),
        ("rate_of_another_year", "2014 (€1 = 72.46 rubles)"),
        ("rate_of_closed_day", "1 March 2020"),
        ("notation", "(€ 12.0 million)"),
    ],
)
def test_what_is_wrong_with_the_amount_or_the_rate(name: str, part: str) -> None:
    assert any(part in spot for spot in planted(money, name, english()))


def test_digits_change_places_within_one_amount() -> None:
    for change in changes(money.digits_swapped, english()):
        right, wrong = change.what.split(" > ")
        assert sorted(re.sub(r"\D", "", right)) == sorted(re.sub(r"\D", "", wrong))


def test_what_is_missing() -> None:
    assert all("exchange rate" not in change.text for change in changes(money.rate_missing, english()))
    assert len(changes(money.unconverted, english())) == 6


def test_the_false_friend_is_french() -> None:
    assert changes(money.false_friend, bilingual())
    assert not changes(money.false_friend, english())
