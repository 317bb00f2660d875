"""Conversions against their yardstick: CUR001, CUR002 and CUR009 beyond their examples."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck import audit, pipeline
from citecheck.checks import load_rules, run_rules
from citecheck.checks.currency.declared import Where, declared_rates
from citecheck.checks.currency.directed import read_pairs
from citecheck.checks.currency.pairs import most_agreed
from citecheck.model.citations import Citations
from citecheck.model.evidence import Evidence
from citecheck.model.finding import Confidence, Severity
from citecheck.model.job import Job
from citecheck.model.source import Source, Span, Version
from citecheck.parse import parse
from citecheck.report.voice import render
from tests.checks.currency.auditing import THROUGHOUT, found, report, values
from tests.skips import REPORT, needs_report
from tests.tried import tried

GOOD = (
    "€343 million (US$363.5 million),<sup>1</sup> then €34 million (US$36 million), then €755 million (US$800 million)"
)

RIGHT = [
    ("en", "€4.5 billion (US$4.8 billion)"),
    ("en", "€943.4 million (US$1 billion)"),
    ("en", "US$4.65 million (€4.39 million)"),
    ("en", "€21,698 (US$23,000)"),
    ("en", "EUR 4.5bn (USD 4.8bn)"),
    ("en", "between 3 and 5 million euros (between 3.2 and 5.3 million US dollars)"),
    ("en", "about €280 million (US$300 million)"),
    ("en", "about €1 billion (US$1 billion)"),
    ("en", "€283 million (about US$310 million)"),
    ("fr", "4,5 milliards d'euros (4,8 milliards de dollars)"),
    ("fr", "4,5 Md€ (4,8 Md$)"),
    ("fr", "21'698 euros (23'000 dollars)"),
    ("fr", "21\u202f698 euros (23\u202f000 dollars)"),
    ("fr", "21\u00a0698 euros (23\u00a0000 dollars)"),
    ("fr", "21 698 euros (23 000 dollars)"),
    ("fr", "entre 3 et 5 millions d'euros (entre 3,2 et 5,3 millions de dollars)"),
    ("fr", "environ 280 millions d'euros (300 millions de dollars)"),
    ("fr", "370 millions d'euros (soit 392 millions de dollars)"),
]
WRONG = [
    # lang, pair, kind of message, what it says instead
    ("en", "€4.7 billion (US$4.8 billion)", "rate", "€4.5 billion"),
    ("en", "€238 million (US$300 million)", "rate", "€283 million"),
    ("en", "€22,698 (US$23,000)", "rate", "€21,698"),
    ("en", "€1,698 (US$23,000)", "rate", "€21,698"),
    ("en", "€4.5 billion (US$4.8 million)", "scale", None),
    ("en", "€4.5 million (US$4.8 billion)", "scale", None),
    ("en", "€318 million (US$300 million)", "direction", "€283 million"),
    ("en", "between 3 and 6 million euros (between 3.2 and 5.3 million US dollars)", "rate", "3 and 5 million euros"),
    ("en", "about €230 million (US$300 million)", "rate", "€283 million"),
    ("fr", "4,7 milliards d'euros (4,8 milliards de dollars)", "rate", "4,5 milliards d'euros"),
    ("fr", "22'698 euros (23'000 dollars)", "rate", "21'698 euros"),
    ("fr", "22 698 euros (23 000 dollars)", "rate", "21 698 euros"),
    ("fr", "4,5 millions d'euros (4,8 milliards de dollars)", "scale", None),
]


@pytest.mark.parametrize(("lang", "pair"), RIGHT)
def test_what_the_rate_gives_is_right(lang: str, pair: str) -> None:
    assert found(f"{GOOD}, then {pair}.{THROUGHOUT[lang]}", lang, "CUR001", "CUR002", "CUR009") == []


@pytest.mark.parametrize(("lang", "pair", "kind", "instead"), WRONG)
def test_a_wrong_pair_is_one_error(lang: str, pair: str, kind: str, instead: str | None) -> None:
    good = GOOD if lang == "en" else GOOD.replace("363.5", "363,5")
    [one] = found(f"{good}, then {pair}.{THROUGHOUT[lang]}", lang, "CUR001", "CUR002", "CUR006", "CUR009")
    assert (one.code, one.message, one.severity) == ("CUR001", kind, Severity.ERROR)
    if instead is not None:
        assert values(one)["expected"] == instead


def test_half_a_unit_of_the_original_makes_it_information() -> None:
    # 15.3 / 1.06 is 14.434; 15.349 / 1.06 is 14.480, which rounds to 14.5.
    [one] = found(f"{GOOD}, then €14.5 million (US$15.3 million).{THROUGHOUT['en']}", "en", "CUR001")
    assert (one.message, one.severity, values(one)["expected"]) == ("rounding", Severity.INFO, "€14.4 million")


@pytest.mark.parametrize(("printed", "wrong"), [("€2.5", 0), ("€2.4", 1)])
def test_a_half_is_rounded_up(printed: str, wrong: int) -> None:
    text = f"It cost {printed} (US$2.94).<sup>1</sup>\n\n<sup>1</sup> Converted throughout at €1 = US$1.20.\n"
    assert len(found(text, "en", "CUR001")) == wrong


@pytest.mark.parametrize("altered", ["1.60", "1.07", "10.6"])
def test_a_rate_that_all_pairs_contradict_is_one_finding(altered: str) -> None:
    text = f"{GOOD}, then €4.3 billion (US$4.6 billion).{THROUGHOUT['en']}".replace("1.06", altered)
    [one] = found(text, "en", "CUR001", "CUR006", "CUR009")
    assert (one.message, one.place.span.text, one.place.note) == ("wrong-rate", f"€1 = US${altered}", "1")
    assert len(one.related) >= 3
    assert values(one)["implied"] == "1.06"


def test_a_rate_that_contradicts_its_only_pair_is_not_a_finding_of_its_own() -> None:
    text = (
        "€5.8 billion<sup>1</sup> (392 billion rubles).\n\n<sup>1</sup> The average rate in 2019: €1 = 72.45 rubles\n"
    )
    assert [one.code for one in found(text, "en", "CUR001", "CUR006")] == ["CUR001"]


def test_the_rate_of_the_note_that_a_pair_calls_goes_before_the_others() -> None:
    text = (
        "5,4 milliards d'euros<sup>1</sup> (392 milliards de roubles), 3,0 milliards d'euros (250 milliards de "
        "roubles)<sup>2</sup>, 10 euros<sup>3</sup> (10,6 dollars).\n\n"
        "<sup>1</sup> Taux moyen de 2019 : 1 € = 72,45\n\n<sup>2</sup> Taux de 2020 : 1 € = 82,73 roubles\n\n"
        "<sup>3</sup> Taux de change : 1 € = 1,06 $\n"
    )
    assert found(text, "fr", "CUR001", "CUR002") == []
    swapped = text.replace("72,45", "99").replace("82,73", "72,45").replace("99", "82,73")
    assert [one.place.span.text[:3] for one in found(swapped, "fr", "CUR001")] == ["5,4", "3,0"]


def test_a_rate_for_one_amount_does_not_bind_the_others() -> None:
    text = "€10 million ($11 million)<sup>1</sup>, €20 million ($25 million).\n\n<sup>1</sup> The rate of 2016: €1 = $1.10\n"
    assert found(text, "en", "CUR001", "CUR002") == []


def test_a_rate_in_a_note_binds_the_others_where_they_follow_it() -> None:
    text = (
        "€10 million ($11 million)<sup>1</sup>, €20 million ($22 million), €30 million ($44 million).\n\n"
        "<sup>1</sup> Exchange rate: €1 = $1.10\n"
    )
    [one] = found(text, "en", "CUR001")
    assert (one.place.span.text, one.confidence) == ("€30 million ($44 million", Confidence.CERTAIN)


def test_a_rate_per_unit_of_the_original_is_multiplied_by() -> None:
    note = "\n\n<sup>1</sup> Converted throughout this paper at US$1 = €0.85.\n"
    good = "€85 million (US$99.6 million),<sup>1</sup> €8.5 million (US$10 million), €87 million (US$102.1 million)"
    assert found(good + note, "en", "CUR001") == []
    [one] = found(f"{good}, €9.9 million (US$10 million){note}", "en", "CUR001")
    assert values(one)["expected"] == "€8.5 million"


def test_further_sums_in_a_bracket_are_no_equivalents() -> None:
    text = f"{GOOD}, then €40 million (US$42 million, of which US$5 million were lost).{THROUGHOUT['en']}"
    assert found(text, "en", "CUR001", "CUR002", "CUR003") == []


def test_conversions_in_notes_count_too() -> None:
    text = (
        f"Text.<sup>1</sup> More.<sup>2</sup>{THROUGHOUT['en']}\n<sup>2</sup> It cost €4.7 million (US$4.8 million).\n"
    )
    [one] = found(text, "en", "CUR001")
    assert one.place.note == "2"


def test_a_rate_may_have_stood_in_a_note_that_is_lost() -> None:
    text = "€10 million ($11 million)<sup>1</sup>, €20 million ($22 million).\n\n<sup>2</sup> Doe, 2020\n"
    assert found(text, "en", "CUR002") == []
    assert len(found(text.replace("<sup>1</sup>", "<sup>2</sup>"), "en", "CUR002")) == 1


# Without a declared rate.

IMPLIED = "€10.4 million ($11 million), €20.8 million ($22 million), €30 million ($31.8 million)"
ROUBLES = "1 million d'euros (72 millions de roubles), 2 millions d'euros (144 millions de roubles), 3 millions d'euros (216 millions de roubles)"


@pytest.mark.parametrize(
    ("lang", "text", "message", "severity"),
    [
        ("en", f"{IMPLIED}, €43 million ($50 million).", "outlier", Severity.WARNING),
        ("en", f"{IMPLIED}, €99 million ($50 million).", "outlier", Severity.ERROR),
        ("en", f"{IMPLIED}, €47.2 million ($50 billion).", "outlier-scale", Severity.ERROR),
        ("fr", f"{ROUBLES}, 720 millions d'euros (10 millions de roubles).", "outlier-direction", Severity.ERROR),
        ("fr", f"{ROUBLES}, 4 milliards d'euros (288 millions de roubles).", "outlier-scale", Severity.ERROR),
    ],
)
def test_the_pairs_are_compared_with_each_other(lang: str, text: str, message: str, severity: Severity) -> None:
    [one] = found(text, lang, "CUR001", "CUR009")
    assert (one.code, one.message, one.severity) == ("CUR001", message, severity)
    assert len(found(text, lang, "CUR002")) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"{IMPLIED}, €47.2 million ($50 million).",
        "€10 million ($11 million), €20 million ($26 million), €30 million ($42 million).",
        "€10 million ($11 million), €20 million ($26 million).",
        "€10 million ($11 million).",
    ],
)
def test_rates_of_several_days_are_no_mistake(text: str) -> None:
    assert found(text, "en", "CUR001", "CUR009") == []


def test_of_two_pairs_a_factor_of_a_thousand_is_one_finding() -> None:
    [one] = found("€10 million ($11 million), €20 million ($22 billion).", "en", "CUR001")
    assert (one.message, one.severity, len(one.related)) == ("outlier-scale", Severity.WARNING, 1)


# Words that mean another number elsewhere.


@pytest.mark.parametrize(
    ("lang", "text", "word", "severity"),
    [
        ("fr", "4,5 billions d'euros (4,8 milliards de dollars)<sup>1</sup>" + THROUGHOUT["fr"], "billions", "error"),
        ("fr", "4,5 milliards d'euros (4,8 billions de dollars)<sup>1</sup>" + THROUGHOUT["fr"], "billions", "error"),
        ("en", "€4.5 billion (US$4.8 trillion)<sup>1</sup>" + THROUGHOUT["en"], "billion", "error"),
        ("fr", f"{ROUBLES}, 4 billions d'euros (288 milliards de roubles).", "billions", "error"),
        (
            "fr",
            "2 milliards d'euros (144 milliards de roubles), 4 billions d'euros (288 milliards de roubles).",
            "billions",
            "warning",
        ),
    ],
)
def test_a_false_friend_is_the_reason_for_the_mismatch(lang: str, text: str, word: str, severity: str) -> None:
    [one] = found(text, lang, "CUR001", "CUR009")
    assert (one.code, values(one)["word"], one.severity.value) == ("CUR009", word, severity)


# The real report, large texts and odd ones.

PIECES = st.lists(
    st.sampled_from(
        [
            "1", "0", "5,4", "000", ",", " ", "'", "€", "US$", " M", "–", " millions ", " billion ", " trillions ", "d'",
            "euros", "roubles", " to ", "between ", "environ ", " = ", "(", ")", " (soit ", "<sup>1</sup>", "\n\n<sup>1</sup> ",
            "1 € = 72,45", "€1 = US$1.06", " throughout this paper ", " 26 février 2023 ", " taux moyen 2019 ", "«", "*",
            "€5 million (US$5.3 million)", "10 millions d'euros (11 millions de dollars)", "\n\n> ",
        ]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@settings(max_examples=tried(15, 160), deadline=None)
@given(PIECES, st.sampled_from(["fr", "en"]))
def test_no_text_makes_a_rule_fail(text: str, lang: str) -> None:
    source = Source("t.md", text)
    document = parse(Version(lang, (Span(source, 0, len(text)),)))
    evidence = Evidence((Citations(document),), rates=pipeline.load_rates([document]))
    own = [one for one in load_rules() if one.check.__module__.startswith("citecheck.checks.currency.")]
    assert run_rules(evidence, own).crashes == ()


@needs_report
def test_every_conversion_of_the_report_is_right() -> None:
    made = audit([str(REPORT)], select=["CUR001", "CUR002", "CUR003", "CUR009"])
    assert made.findings == ()
    assert sum(len(one.document.conversions) for one in made.versions) == 27


@needs_report
def test_the_report_converts_into_euros() -> None:
    for document in pipeline.load(Job(paths=(str(REPORT),))):
        where = Where(document)
        for pair in read_pairs(document, declared_rates(document, where), where):
            assert (pair.result.currency, pair.certain) == ("EUR", True)


def test_the_most_agreed_stretch() -> None:
    ranges = [(Decimal(low), Decimal(high)) for low, high in [(1, 3), (2, 4), (3, 5), (8, 9)]]
    assert most_agreed(ranges) == (3, Decimal(3), Decimal(3))
    assert most_agreed([]) == (0, Decimal(0), Decimal(0))


def test_many_conversions_are_judged_each_for_itself() -> None:
    text = "\n\n".join(f"{GOOD}, then €28{n % 7} million (US$300 million)." for n in range(800))
    assert len(found(text.replace("<sup>1</sup>", ""), "en", "CUR001")) > 0


@pytest.mark.parametrize(
    ("lang", "text", "right"),
    [
        (
            "fr",
            "Le coût est de 5 millions de dollars (5,4 millions d'euros, au taux de 1 USD = 0,90 EUR).\n",
            "Au taux 1 USD = 0,90 EUR, 5 millions de dollars font 4,5 millions d'euros, et non 5,4 millions d'euros.",
        ),
        (
            "en",
            "It cost US$5 million (€5.4 million, at US$1 = €0.90).\n",
            "At US$1 = €0.90, US$5 million is €4.5 million, not €5.4 million.",
        ),
    ],
)
def test_a_rate_in_a_pairs_own_bracket_is_certainly_the_one_of_what_stands_there(
    lang: str, text: str, right: str
) -> None:
    made = report(text, lang)
    [wrong] = [one for one in made.findings if one.code == "CUR001"]
    assert (wrong.severity, wrong.confidence) == (Severity.ERROR, Confidence.CERTAIN)
    assert render(wrong, made.rules["CUR001"], lang)[0] == right


@pytest.mark.parametrize(
    "text",
    [
        "Le coût est de 5 millions de dollars (4,5 millions d'euros, au taux de 1 USD = 0,90 EUR).\n",
        # The bracket may hold what was converted, too: 5.4 / 0.9 = 6.00.
        "Le coût est de 5,4 millions d'euros (6,03 millions de dollars, au taux de 1 USD = 0,90 EUR).\n",
        "Il faut 5 millions de dollars (4,5 millions d'euros, au taux de 1 USD = 0,90 EUR), puis 8 millions de livres "
        "(9,6 millions d'euros).\n",
    ],
)
def test_a_rate_in_a_pairs_own_bracket_measures_either_way(text: str) -> None:
    assert [one for one in report(text, "fr").findings if one.code == "CUR001"] == []


def test_a_rate_in_the_next_bracket_is_not_a_pairs_own() -> None:
    text = "Le coût est de 5 millions de dollars (5,4 millions d'euros) (au taux de 1 USD = 0,90 EUR).\n"
    assert [one.confidence for one in report(text, "fr").findings if one.code == "CUR001"] == [Confidence.LIKELY]
