"""Amounts in running text: CUR003 and CUR005 beyond their examples."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from citecheck import audit
from citecheck.checks.currency import unconverted_amount
from citecheck.fix.edits import apply
from citecheck.model.document import Document
from citecheck.model.finding import Abstention
from tests.checks.currency.auditing import found, report, values
from tests.skips import REPORT, needs_report

CONVERTED = {
    "en": "€10 million (US$11 million), then €20 million (US$22 million), then €30 million (US$33 million)",
    "fr": "10 millions d'euros (11 millions de dollars), 20 millions d'euros (22 millions de dollars), 30 millions d'euros "
    "(33 millions de dollars)",
}


@pytest.mark.parametrize(
    ("lang", "text", "amounts"),
    [
        ("en", "US$50 million more", ["US$50 million"]),
        ("en", "US$50 million and US$60 million more", ["US$50 million", "US$60 million"]),
        ("fr", "plus 50 millions de dollars", ["50 millions de dollars"]),
        ("en", "£50 million more", []),
        ("en", "€50 million more", []),
        ("en", "US$22 million of which we have spoken", []),
        ("en", "“we spent US$50 million”", []),
        ("en", 'they said "only US$50 million"', []),
        ("fr", "« 50 millions de dollars »", []),
        ("en", "*The US$50 Million Question*", []),
        ("en", "see https://example.org/US$50million", []),
        ("en", "€40 million (US$44 million, of which US$5 million were lost)", []),
        ("en", "at €1 = US$1.10", []),
        ("en", "more.<sup>1</sup>\n\n<sup>1</sup> They gave US$50 million.", []),
        ("en", "more.\n\n> They gave US$50 million.", []),
        ("en", "more.\n\n- They gave US$50 million.", ["US$50 million"]),
        ("en", "more.\n\n## References\n\n- Doe, J. (2020). The US$50 million question. Press.", []),
    ],
)
def test_what_is_left_unconverted(lang: str, text: str, amounts: list[str]) -> None:
    assert [one.place.span.text for one in found(f"{CONVERTED[lang]}, {text}\n", lang, "CUR003")] == amounts


def test_two_conversions_are_no_habit() -> None:
    text = CONVERTED["en"].replace(" (US$33 million)", "") + ", US$50 million more\n"
    assert found(text, "en", "CUR003") == []


def test_without_the_running_text_nobody_can_tell_what_is_quoted() -> None:
    [version] = report(CONVERTED["en"] + ", US$50 million more\n").versions
    document = version.document
    sparse = replace(document, sources=(replace(document.sources[0], sparse=True),))
    assert list(unconverted_amount.check(sparse)) == [Abstention("CUR003", "en", "needs-source")]
    settled: Document = replace(sparse, amounts=tuple(one for one in document.amounts if one.currency == "EUR"))
    assert list(unconverted_amount.check(settled)) == []


@pytest.mark.parametrize(
    ("lang", "text", "excerpts", "form"),
    [
        ("en", "US$3, US$4, US$5, US$ 6, US$7, US$ 8", ["US$ 6", "US$ 8"], "US$"),
        ("en", "€ 3, € 4, € 5, €6", ["€6"], "€"),
        ("en", "US$3, US$4, US$5, $6", ["$6"], "US$"),
        ("en", "3 rubles, 4 rubles, 5 rubles, 1 ruble, 6 roubles", ["6 roubles"], "rubles"),
        ("en", "3 euros, 4 euros, 5 euros, 6 Euro", ["6 Euro"], "euros"),
        ("en", "€3 million, €4 million, €5 million, 6 million euros", ["6 million euros"], "€"),
        ("en", "US$3, US$4, US$5, £ 6, £7", [], ""),
        ("en", "€3 million, €4 million, €5 million, 6 euros", [], ""),
        ("en", "€3 million, €4 million, €5 million, six million euros", [], ""),
        ("en", "5 million US dollars, $3 million, $4 million, $6 million", [], ""),
        ("en", "US$3, US$4, US$5\n\n> They got US$ 6.", [], ""),
        ("en", "US$3, US$4, US$5.<sup>1</sup>\n\n<sup>1</sup> They got US$ 6.", [], ""),
        (
            "fr",
            "3 dollars américains, 4 dollars américains, 1 dollar américain, 5 dollars",
            ["5 dollars"],
            "dollars américains",
        ),
        ("fr", "3 millions d'euros, 4 millions d’euros, 5 millions d'euros", [], ""),
        ("fr", "3 €, 4 €, 5 €, 6 EUR", ["6 EUR"], "€"),
        ("fr", "3 dollars américains, 4 dollars, 5 dollars, 6 dollars", [], ""),
    ],
)
def test_a_habit_and_its_exceptions_are_one_finding(lang: str, text: str, excerpts: list[str], form: str) -> None:
    made = found(text + "\n", lang, "CUR005")
    assert [place.span.text for one in made for place in (one.place, *one.related)] == excerpts
    assert [values(one)["form"] for one in made] == ([form] if excerpts else [])


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("US$3, US$4, US$5, US$ 6 million", "US$3, US$4, US$5, US$6 million"),
        (r"US\$3, US\$4, US\$5, US\$ 6", r"US\$3, US\$4, US\$5, US\$6"),
        ("€ 3, €\u00a04, €\u00a05, €6", "€ 3, €\u00a04, €\u00a05, €\u00a06"),
        ("US$3,000, US$4,000, US$5,000, US$ 6,000", "US$3,000, US$4,000, US$5,000, US$6,000"),
    ],
)
def test_a_space_has_a_safe_fix(text: str, mended: str) -> None:
    [one] = found(text + "\n", "en", "CUR005")
    assert one.fix is not None
    assert one.fix.safe
    assert apply(text + "\n", one.fix.edits) == mended + "\n"


def test_another_form_of_the_name_has_none() -> None:
    assert [one.fix for one in found("US$3, US$4, US$5, $6\n", "en", "CUR005")] == [None]


def test_without_a_habit_the_rule_abstains() -> None:
    made = report("US$ 3, US$4, US$ 5, US$6, US$7, US$ 8\n")
    assert ("CUR005", "no-habit") in {(one.code, one.reason) for one in made.abstained}
    assert [one.code for one in made.findings] == []


@needs_report
def test_the_notation_of_the_report() -> None:
    made = audit([str(REPORT)], select=["CUR005"])
    assert [(one.lang, one.message, len(one.related)) for one in made.findings] == [
        ("fr", "form", 2),
        ("en", "spaced", 3),
    ]
