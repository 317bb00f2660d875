"""The rates that a document declares, and where its amounts stand."""

from __future__ import annotations

import pytest

from citecheck.checks.currency.declared import (
    Where,
    amount_keys,
    bracketed_rates,
    conversions_of,
    declared_rates,
    governed,
    in_order,
    running_amounts,
    shown,
)
from citecheck.model.document import Document
from tests.parse.texts import document, whole

PAIR = "It cost €343 million (US$363.5 million){}.{}"


def declared(made: Document) -> list[tuple[str, str, str]]:
    return [(one.base, one.quote, str(one.rate.value)) for one in declared_rates(made, Where(made))]


@pytest.mark.parametrize(
    ("note", "rates"),
    [
        ("€1 = US$1.06", [("EUR", "USD", "1.06")]),
        ("Converted at 1 euro = 1.06 dollars.", [("EUR", "USD", "1.06")]),
        ("A remark.", []),
    ],
)
def test_a_rate_with_both_currencies(note: str, rates: list[tuple[str, str, str]]) -> None:
    assert declared(document(PAIR.format("<sup>1</sup>", f"\n\n<sup>1</sup> {note}\n"))) == rates


def test_the_note_that_governs_a_pair_is_the_one_it_calls_or_stands_in() -> None:
    made = document("It cost €2 (US$3)<sup>1</sup>, later €4 (US$5).\n\n<sup>1</sup> That is, €6 (US$7).\n")
    where = Where(made)
    assert [governed(one, where) for one in conversions_of(made)] == ["1", None, "1"]
    assert [in_order(one)[0].written for one in conversions_of(made)] == ["2", "4", "6"]
    assert [one.written for one in running_amounts(made)] == ["2", "3", "4", "5"]
    place = where.place(conversions_of(made)[2].span)
    assert (place.note, place.lang) == ("1", "en")
    assert where.note(made.paragraphs[0].span) is None
    assert len(set(amount_keys("en", conversions_of(made)[0]))) == 2


def test_a_rate_in_the_bracket_of_a_pair_is_for_this_pair() -> None:
    made = document("It cost €2 (US$2.12, at €1 = US$1.06), later €4 (US$5).\n")
    where = Where(made)
    conversions = conversions_of(made)
    own = bracketed_rates(conversions, declared_rates(made, where))
    assert [len(own.get(id(one), ())) for one in conversions] == [1, 0]


def test_further_sums_of_a_bracket_in_the_same_currency_are_no_equivalents() -> None:
    made = document("It cost €2 (US$3, US$4 later).\n")
    assert len(conversions_of(made)) == 1


def test_without_rates_none_is_declared_and_escapes_are_not_shown() -> None:
    assert declared(document("")) == []
    assert shown(whole("US\\$3\n million")) == "US$3 million"


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        (
            "Sums are converted.<sup>1</sup> " + PAIR.format("", "") + "\n\n<sup>1</sup> €1 = 1.06.\n",
            [("EUR", "USD", "1.06")],
        ),
        (
            "A.<sup>1</sup> B.<sup>2</sup> "
            + PAIR.format("", "")
            + "\n\n<sup>1</sup> €1 = 1.06.\n\n<sup>2</sup> €1 = 1.09.\n",
            [],
        ),
        (
            PAIR.format("<sup>2</sup>", "<sup>1</sup>") + "\n\n<sup>1</sup> €1 = 1.06.\n\n<sup>2</sup> Doe.\n",
            [("EUR", "USD", "1.06")],
        ),
    ],
)
def test_the_only_rate_without_a_second_currency_is_for_all_conversions(
    text: str, rates: list[tuple[str, str, str]]
) -> None:
    assert declared(document(text)) == rates
