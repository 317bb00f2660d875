"""The names of the world's currencies."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from citecheck.languages import all_languages
from citecheck.languages.currency_names import with_world
from citecheck.parse.amounts import find_amounts
from tests.parse.texts import whole

WRITER = Path(__file__).parents[2] / "docs" / "currencies.py"


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "12 million Kenyan shillings", "KES"),
        ("en", "300 Malaysian ringgits", "MYR"),
        ("en", "20 million CFA francs", "XOF"),
        ("fr", "12 millions de shillings kényans", "KES"),
        ("fr", "300 roupies indonésiennes", "IDR"),
        ("fr", "3 milliards de dollars de Hong Kong", "HKD"),
    ],
)
def test_amounts_in_the_money_of_any_country(language: str, text: str, code: str) -> None:
    lang = next(one for one in all_languages() if one.code == language)
    [amount] = find_amounts(whole(text), lang, 0)
    assert amount.currency == code


def test_names_of_the_language_itself_count_first() -> None:
    assert with_world("en", {"euro": "XXX", "quid": "GBP"}).items() >= {("euro", "XXX"), ("quid", "GBP")}
    assert "kenyan shilling" in with_world("en", {})
    assert with_world("qq", {"a": "B"}) == {"a": "B"}


def test_the_table_is_as_it_would_be_written() -> None:
    assert subprocess.run([sys.executable, WRITER, "--check"], check=False).returncode == 0
