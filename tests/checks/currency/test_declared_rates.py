"""Declared rates: CUR006, CUR007 and CUR008, the user's own table, and what is not judged."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from citecheck import audit
from citecheck.config import load_config
from citecheck.errors import ConfigError
from citecheck.model.finding import Severity
from citecheck.report.voice import render
from tests.checks.currency.auditing import found, report, values
from tests.skips import REPORT, needs_report


def note(lang: str, text: str) -> str:
    return f"Text<sup>1</sup>.\n\n<sup>1</sup> {text}\n"


@pytest.mark.parametrize(
    ("lang", "text", "codes"),
    [
        ("en", "The exchange rate of 24 February 2023: €1 = US$1.06.", []),
        ("en", "The exchange rate of 24 February 2023: €1 = US$1.0570.", []),
        ("en", "The exchange rate of 24 February 2023: €1 = US$1.05.", ["CUR006"]),
        ("en", "The exchange rate of 26 February 2023: €1 = US$1.06.", ["CUR007"]),
        ("en", "The exchange rate of 26 February 2023: €1 = US$1.05.", ["CUR006", "CUR007"]),
        ("en", "The exchange rate of 1 May 2023: €1 = US$1.10.", ["CUR007"]),
        ("en", "The exchange rate of 24 February 2023: US$1 = €0.95.", []),
        ("en", "The exchange rate of 24 February 2023: US$1 = €0.96.", ["CUR006"]),
        ("en", "The exchange rate of 24 February 2023: £1 = US$1.20.", []),
        ("en", "The average exchange rate in 2019: €1 = 72.46 rubles.", []),
        ("en", "The average exchange rate in 2019: €1 = 72.4553 rubles.", []),
        ("en", "The average exchange rate in 2019: €1 = 72.45 rubles.", ["CUR006"]),
        ("en", "The average exchange rate in 2021: US$1 = €0.85.", []),
        ("en", "The average exchange rate in 2021: US$1 = €0.8455.", []),
        ("en", "The average exchange rate in 2021: US$1 = €0.8460.", []),
        ("fr", "Taux de change moyen en 2020 : 1 € = 82,73 roubles.", ["CUR006"]),
        ("fr", "Taux de change moyen en 2020 : 1 € = 82,72 roubles.", []),
        ("fr", "Taux de change au 25 février 2023 : 1 € = 1,06 $ US.", ["CUR007"]),
        # Outside the published data.
        ("en", "The exchange rate of 24 February 2023: €1 = 80 rubles.", []),
        ("en", "The exchange rate of 26 February 2023: €1 = 80 rubles.", []),
        ("en", "The exchange rate of 4 March 2022: €1 = 117 rubles.", []),
        ("en", "The average exchange rate in 2022: €1 = 80 rubles.", []),
        ("en", "The average exchange rate in 2004: €1 = 80 rubles.", []),
        ("en", "The average exchange rate in 1990: €1 = US$2.", []),
        ("en", "The exchange rate is €1 = US$2.", []),
    ],
)
def test_what_the_table_says_of_a_declared_rate(lang: str, text: str, codes: list[str]) -> None:
    assert [one.code for one in found(note(lang, text), lang, "CUR006", "CUR007")] == codes


@pytest.mark.parametrize(
    ("text", "abstained"),
    [
        (
            "The exchange rate of 24 February 2023: €1 = 80 rubles.",
            {("CUR006", "no-official-rate"), ("CUR007", "no-official-rate")},
        ),
        ("The average exchange rate in 2023: €1 = 80 rubles.", {("CUR006", "no-official-rate")}),
        ("The exchange rate is €1 = US$2.", {("CUR006", "undated-rate")}),
        ("The exchange rate of 24 February 2023: €1 = US$1.06.", set()),
        ("Nothing of the kind.", set()),
    ],
)
def test_what_is_not_judged_is_said(text: str, abstained: set[tuple[str, str]]) -> None:
    assert {(one.code, one.reason) for one in report(note("en", text)).abstained} == abstained


def test_the_comparison_can_be_switched_off() -> None:
    text = note("en", "The exchange rate of 26 February 2023: €1 = US$2.")
    made = report(text, official=False)
    assert [one.code for one in made.findings] == []
    assert {(one.code, one.reason) for one in made.abstained} == {
        ("CUR006", "official-rates-off"),
        ("CUR007", "official-rates-off"),
    }
    assert dict(made.tool_data) == {}


def test_the_report_says_up_to_which_day_the_rates_go() -> None:
    assert dict(report("Text.\n").tool_data) == {}
    assert report(note("en", "€1 = US$1.06")).tool_data["ecb"] >= "2026-10-30"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The average exchange rate in 2023: €1 = 92.30 rubles.", []),
        ("The average exchange rate in 2023: €1 = 92.31 rubles.", ["CUR006"]),
        ("The exchange rate of 24 February 2023: €1 = 80.1 rubles.", []),
        ("The exchange rate of 24 February 2023: €1 = 81 rubles.", ["CUR006"]),
        ("The exchange rate of 26 February 2023: €1 = 81 rubles.", []),
    ],
)
def test_the_users_own_table_serves_what_is_not_published(text: str, codes: list[str]) -> None:
    own = (("RUB", "2023", Decimal("92.3")), ("RUB", "2023-02-24", Decimal("80.1")))
    made = report(note("en", text), own=own)
    assert [one.code for one in made.findings] == codes
    assert [one.message for one in made.findings] == ["own"] * len(codes)


def test_the_message_shows_what_tells_the_two_apart() -> None:
    [one] = found(note("fr", "Taux de change moyen en 2019 : 1 € = 72,45 roubles."), "fr", "CUR006")
    assert (values(one)["official"], values(one)["count"], values(one)["day"]) == ("72,4553", 255, "2019")
    [one] = found(note("en", "The exchange rate of 26 February 2023: €1 = US$1.05."), "en", "CUR006")
    assert (values(one)["official"], values(one)["fixing"]) == ("1.0570", date(2023, 2, 24))


@pytest.mark.parametrize(
    ("rate", "severity"),
    [("72,45", Severity.INFO), ("72,47", Severity.WARNING), ("72,4", Severity.INFO), ("71", Severity.WARNING)],
)
def test_a_rate_that_is_only_rounded_otherwise_is_an_info(rate: str, severity: Severity) -> None:
    [one] = found(note("fr", f"Taux de change moyen en 2019 : 1 € = {rate} roubles."), "fr", "CUR006")
    assert one.severity is severity


def test_days_are_written_as_in_a_sentence() -> None:
    made = report(note("fr", "Taux de change du 1er mars 2020 : 1 € = 1,15 $ US."), "fr")
    said = {one.code: [render(one, made.rules[one.code], ui)[0] for ui in ("en", "fr")] for one in made.findings}
    assert said["CUR007"][0].startswith("1 March 2020 was a Sunday")
    assert said["CUR007"][1].startswith("Le 1er mars 2020 était un dimanche\xa0:")
    assert said["CUR006"][1].endswith("avant le 1er mars 2020\xa0: c'était 1,0977, le 28 février 2020.")


PAIR = "5,4 milliards d'euros (392 milliards de roubles)<sup>1</sup>.\n\n<sup>1</sup> {}\n"


@pytest.mark.parametrize(
    ("text", "codes", "currency"),
    [
        (PAIR.format("Taux de change moyen en 2019 : 1 € = 72,45"), ["CUR006", "CUR008"], "RUB"),
        (PAIR.format("Taux de change moyen en 2019 : 1 € = 72,46"), ["CUR008"], "RUB"),
        (PAIR.format("Taux de change : 1 € = 72,45"), ["CUR008"], "RUB"),
        (note("fr", "Taux de change : 1 € = 72,45"), ["CUR008"], ""),
    ],
)
def test_a_rate_without_currency_has_that_of_its_conversion(text: str, codes: list[str], currency: str) -> None:
    made = report(text, "fr").findings
    assert sorted(one.code for one in made) == codes
    assert {values(one)["currency"] for one in made if one.code == "CUR008"} == {currency}


def test_a_rate_for_the_whole_text_has_the_currency_that_no_other_rate_is_for() -> None:
    text = (
        "€10 million ($10.6 million),<sup>1</sup> €20 million ($21.2 million), €5.4 billion (392 billion rubles).<sup>2</sup>\n\n"
        "<sup>1</sup> Converted throughout this paper at the exchange rate of €1 = 1.06\n\n<sup>2</sup> €1 = 72.45 rubles\n"
    )
    assert [one.code for one in report(text).findings] == ["CUR008"]
    assert [one.code for one in report(text.replace("($21.2", "($2.12")).findings] == ["CUR001", "CUR008"]


# The configuration.


def test_the_configuration_has_a_table_of_rates(tmp_path: Path) -> None:
    (tmp_path / "citecheck.toml").write_text(
        'official_rates = false\n[rates]\nRUB = { "2023" = 92.30, "2023-02-24" = 80 }\n[rates.CHF]\n2023 = 1\n'
    )
    made = load_config(tmp_path)
    assert made.official_rates is False
    assert made.rates == (
        ("RUB", "2023", Decimal("92.30")),
        ("RUB", "2023-02-24", Decimal(80)),
        ("CHF", "2023", Decimal(1)),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("official_rates = 'no'\n", "citecheck.toml:1:18: 'official_rates' must be true or false"),
        ("rates = 3\n", "citecheck.toml:1:9: 'rates' must be a table such as RUB = "),
        ("[rates]\nrub = { '2023' = 1.0 }\n", "citecheck.toml:2:1: 'rates.rub': use a currency's code"),
        ("[rates]\nRUB = 3\n", "citecheck.toml:2:7: 'rates.RUB' must be a table such as "),
        ("[rates.RUB]\n'23' = 3\n", "citecheck.toml:2:1: 'rates.RUB': '23' is no year (2023) and no day"),
        ("[rates.RUB]\n'2023-02-30' = 3\n", "citecheck.toml:2:1: 'rates.RUB': '2023-02-30' is no year"),
        ("[rates.RUB]\n'2023' = 'x'\n", "citecheck.toml:2:10: 'rates.RUB.2023' must say how much RUB one euro is"),
        ("[rates.RUB]\n'2023' = true\n", "citecheck.toml:2:10: 'rates.RUB.2023' must say"),
        ("[rates.RUB]\n'2023' = 0\n", "citecheck.toml:2:10: 'rates.RUB.2023' must say"),
        ("[rates.RUB]\n'2023' = inf\n", "citecheck.toml:2:10: 'rates.RUB.2023' is no number of a usual size"),
        ("[rates.RUB]\n'2023' = nan\n", "citecheck.toml:2:10: 'rates.RUB.2023' is no number of a usual size"),
    ],
)
def test_mistakes_in_the_table_are_said_with_file_line_and_way_out(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "citecheck.toml").write_text(text)
    with pytest.raises(ConfigError) as raised:
        load_config(tmp_path)
    assert str(raised.value).startswith(said)


# The real report.


@needs_report
def test_the_rates_of_the_report() -> None:
    made = audit([str(REPORT)], select=["CUR006", "CUR007", "CUR008"])
    assert {(one.lang, one.code, one.place.note) for one in made.findings} == {
        ("fr", "CUR007", "14"), ("fr", "CUR006", "61"), ("fr", "CUR008", "61"), ("fr", "CUR006", "168"),
        ("en", "CUR007", "12"), ("en", "CUR006", "48"), ("en", "CUR008", "48"), ("en", "CUR006", "126"),
    }  # fmt: skip
