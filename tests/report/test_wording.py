"""The texts of the interface."""

from __future__ import annotations

import string
from collections.abc import Mapping

import pytest

from citecheck.model.finding import Place, Severity
from citecheck.model.rule import Rule, Wording
from citecheck.model.source import Source, Span
from citecheck.report import wording
from citecheck.report.wording import REASONS, UI_LANGUAGES, counted, joined, reason, render

PLACE = Place(Span(Source("a.md", "x"), 0, 1), "en")
RULE = Rule(
    "NUM005",
    "gap",
    Severity.ERROR,
    {"gap": {"en": Wording("Notes {missing} skip; {count}.", "See {where}."), "fr": Wording("{missing} manquent.")}},
)


@pytest.mark.parametrize("texts", [REASONS, wording._TEXTS, wording._COUNTED, wording._SEVERITIES])
def test_every_text_is_there_in_every_language(texts: Mapping[str, Mapping[str, object]]) -> None:
    assert all(set(by_lang) == set(UI_LANGUAGES) for by_lang in texts.values())


def test_the_languages_of_a_text_have_the_same_placeholders() -> None:
    for texts in wording._TEXTS.values():
        fields = {
            lang: {name for _, name, _, _ in string.Formatter().parse(text) if name} for lang, text in texts.items()
        }
        assert fields["en"] == fields["fr"]


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


def test_an_unknown_reason_is_shown_as_it_is() -> None:
    assert reason("no-bibliography", "fr") == "pas de bibliographie"
    assert reason("the moon is full", "fr") == "the moon is full"


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
