"""The interface's voice: texts, plurals, lists, messages."""

from __future__ import annotations

import pytest

from citecheck.model.finding import Place, Severity
from citecheck.model.rule import Rule, Wording
from citecheck.model.source import Source, Span
from citecheck.report.voice import (
    counted,
    counted_reason,
    joined,
    language_in_prose,
    language_name,
    reason,
    render,
    rule_finds,
    rule_name,
    say,
)

PLACE = Place(Span(Source("a.md", "x"), 0, 1), "en")
RULE = Rule(
    "NUM005",
    "gap",
    Severity.ERROR,
    {"gap": {"en": Wording("Notes {missing} skip; {count}.", "See {where}."), "fr": Wording("{missing} manquent.")}},
)


@pytest.mark.parametrize(
    ("items", "ui", "text"),
    [
        ((), "en", ""),
        (("3",), "en", "3"),
        (("3", "4"), "en", "3 and 4"),
        (("3", "4", "5"), "en", "3, 4 and 5"),
        (("3", "4", "5"), "fr", "3, 4 et 5"),
    ],
)
def test_lists(items: tuple[str, ...], ui: str, text: str) -> None:
    assert joined(items, ui) == text


@pytest.mark.parametrize(
    ("n", "ui", "text"),
    [(0, "en", "0 notes"), (1, "en", "1 note"), (2, "en", "2 notes"), (0, "fr", "0 note"), (2, "fr", "2 notes")],
)
def test_plurals(n: int, ui: str, text: str) -> None:
    assert counted("notes", n, ui) == text


@pytest.mark.parametrize(
    ("key", "n", "ui", "text"),
    [
        ("ignored", 1, "fr", "1 ignorée"),
        ("not-selected", 58, "fr", "58 non sélectionnées"),
        ("not-selected", 58, "en", "58 not selected"),
        ("offline", 3, "fr", "3 hors ligne"),
    ],
)
def test_how_many_for_a_reason(key: str, n: int, ui: str, text: str) -> None:
    assert counted_reason(key, n, ui) == text


def test_a_rule_has_a_name_in_words() -> None:
    named = Rule("URL001", "malformed-url", Severity.ERROR)
    assert [rule_name(named, ui) for ui in ("en", "fr")] == ["Malformed URL", "Adresse mal formée"]
    unknown = Rule("XXX999", "note-on-the-moon", Severity.ERROR)
    assert [rule_name(unknown, ui) for ui in ("en", "fr")] == ["Note on the moon"] * 2
    found = "An entry of the bibliography that nothing cites."
    assert rule_finds(found, "en") == found
    assert rule_finds(found, "fr") == "Une entrée de la bibliographie que rien ne cite."
    assert rule_finds("Anything else.", "fr") == "Anything else."


def test_languages_in_prose() -> None:
    assert [language_in_prose(code, "fr") for code in ("fr", "en", "en-x-old", "es")] == [
        "le français",
        "l'anglais",
        "anglais (old)",
        "es",
    ]


def test_an_unknown_reason_is_shown_as_it_is() -> None:
    assert reason("no-bibliography", "fr") == "pas de bibliographie"
    assert reason("the moon is full", "fr") == "the moon is full"


def test_a_text_is_filled_or_left_for_a_script() -> None:
    assert say("more", "fr", count=3) == "3 de plus"
    assert say("more", "en") == "{count} more"


def test_a_language_without_a_name_is_called_by_its_code() -> None:
    assert [language_name(code, "fr") for code in ("en", "en-x-old", "tlh")] == ["anglais", "anglais (old)", "tlh"]


def test_messages_are_filled() -> None:
    found = RULE.finding(PLACE, "gap", subject="", missing=("3", "4", "5"), count=3, where="a\n  b")
    assert render(found, RULE, "en") == ("Notes 3, 4 and 5 skip; 3.", "See a b.")
    assert render(found, RULE, "fr") == ("3, 4 et 5 manquent.", "")


def test_a_value_is_shown_without_the_escapes_of_markdown() -> None:
    found = RULE.finding(PLACE, "gap", subject="", missing=(r"\$3", r"4\\_b"), count=3, where=r"C:\ports \[12\]")
    assert render(found, RULE, "en") == ("Notes $3 and 4_b skip; 3.", r"See C:\ports [12].")


def test_a_value_that_is_missing_does_not_hide_the_finding() -> None:
    found = RULE.finding(PLACE, "gap", subject="", missing=("3",))
    assert render(found, RULE, "en") == ("Notes 3 skip; {count}.", "See {where}.")
    assert render(RULE.finding(PLACE, "other", subject=""), RULE, "en") == ("other", "")


def test_braces_in_a_value_are_only_text() -> None:
    found = RULE.finding(PLACE, "gap", subject="", missing=("{count}",), count=1, where="{0.x}")
    assert render(found, RULE, "en") == ("Notes {count} skip; 1.", "See {0.x}.")
