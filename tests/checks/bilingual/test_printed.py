"""The numbers that a text prints in any form."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.checks.bilingual.printed import printed_numbers
from citecheck.languages import language


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("en", "36M+ quays, 4.2k boats, 7bn fish", ["36e6", "4200", "7e9"]),
        ("en", "$4+ trillion", ["4e12"]),
        ("fr", "36 M de quais, 4,2 k bateaux, 7 Md de poissons, 3 Mds de coques", ["36e6", "4200", "7e9", "3e9"]),
        ("en", "50x more, #51, no.52, 53pp, 54%, item-55", ["50", "51", "52", "53", "54", "55"]),
        ("fr", "une part de 3.875 % et 1.240 quais", ["3.875", "3875", "1.24", "1240"]),
        ("en", "15 to 20 million tons, 300-400K boats", ["15", "15e6", "20e6", "300e3", "400e3"]),
        ("fr", "de 15 à 20 millions de tonnes, 12 345,6 tonnes", ["15e6", "20e6", "12345.6"]),
        ("fr", "un tiers des quais, les trois quarts des coques", ["33", "33.3", "67", "66.7", "25", "75"]),
        ("en", "two fifths of the quays", ["40", "60"]),
    ],
)
def test_numbers_in_any_form(lang: str, text: str, values: list[str]) -> None:
    assert {Decimal(value) for value in values} <= printed_numbers(text, language(lang))


@pytest.mark.parametrize("text", ["the law [25]: a quay", r"the law \[25\], [24, 25–27] and [25][3]", "[23-25; 31]"])
def test_numbers_of_sources_count_nothing(text: str) -> None:
    assert Decimal(25) not in printed_numbers(text, language("en"))


def test_a_number_of_thousands_is_none_of_millions() -> None:
    assert Decimal("15e6") not in printed_numbers("15 boats, and 20 million tons", language("en"))


@given(st.text(alphabet="0123456789.,'’ \u00a0-+kM%[]àto", max_size=60))
def test_any_text_is_read(text: str) -> None:
    assert all(value >= 0 for value in printed_numbers(text, language("fr")))
