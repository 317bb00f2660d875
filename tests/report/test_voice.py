"""The interface's voice: texts, plurals, lists, messages."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from citecheck.model.finding import Place, Severity
from citecheck.model.phrase import Phrase
from citecheck.model.rule import Rule, Wording
from citecheck.model.source import Source, Span
from citecheck.report.voice import (
    apart,
    counted,
    counted_reason,
    day,
    decimal,
    in_version,
    joined,
    language_in_prose,
    language_name,
    phrase,
    plain,
    reason,
    render,
    rule_explained,
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
        ("offline", 3, "fr", "hors ligne\u00a0: 3"),
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


def test_a_message_names_the_source_that_it_is_about_once() -> None:
    found = RULE.finding(PLACE, "gap", subject="", missing=("3",), count=1, where="Doe")
    assert render(replace(found, source="Doe & Roe, 2020"), RULE, "en")[0] == "Doe & Roe, 2020: Notes 3 skip; 1."
    assert render(replace(found, source="Doe & Roe, 2020"), RULE, "fr")[0] == "Doe & Roe, 2020\xa0: 3 manquent."
    named = RULE.finding(PLACE, "gap", subject="", missing=("those of Doe",), count=1)
    assert render(replace(named, source="Doe & Roe, 2020"), RULE, "en")[0] == "Notes those of Doe skip; 1."


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("*Ibid.*", "Ibid."),
        ("*et al*.", "et al."),
        ("**bold** word", "bold word"),
        ("<i>Ibid</i>", "Ibid"),
        ("*", "*"),
        ("2*3*4", "2*3*4"),
        ("https://quai.example/*a*", "https://quai.example/*a*"),
    ],
)
def test_a_value_is_shown_without_marks_of_emphasis(value: str, said: str) -> None:
    assert plain(value) == said
    found = RULE.finding(PLACE, "gap", subject="", missing=(value,), count=1)
    assert render(found, RULE, "en")[0] == f"Notes {said} skip; 1."


def test_a_day_is_written_as_in_a_sentence() -> None:
    assert [day(date(2023, 2, 26), ui) for ui in ("en", "fr")] == ["26 February 2023", "26 février 2023"]
    assert [day(date(2020, 8, 1), ui) for ui in ("en", "fr")] == ["1 August 2020", "1er août 2020"]
    found = RULE.finding(PLACE, "gap", subject="", missing=("3",), count=1, where=date(2020, 3, 1))
    assert render(found, RULE, "en")[1] == "See 1 March 2020."


def test_notes_of_another_version_are_named_with_it() -> None:
    notes = [Phrase.of("notes-of", lang=lang, notes=notes) for lang, notes in (("fr", ("2", "3")), ("en", ("4",)))]
    assert [phrase(one, "en") for one in notes] == ["French notes 2 and 3", "English note 4"]
    assert [phrase(one, "fr") for one in notes] == ["les notes 2 et 3 du français", "la note 4 de l'anglais"]
    assert phrase(Phrase.of("notes-of", lang="tlh", notes=("2",)), "fr") == "la note 2 (tlh)"


def test_what_a_version_has_is_said_with_its_language() -> None:
    assert [in_version("note 2", lang, "en") for lang in ("fr", "tlh", "en-x-old")] == [
        "French note 2",
        "note 2 (tlh)",
        "note 2 (English (old))",
    ]
    assert in_version("note 2", "en", "fr") == "note 2 de l'anglais"


def test_what_tells_a_finding_apart_from_another_is_what_its_message_shows() -> None:
    first = RULE.finding(PLACE, "gap", subject="", missing=("3", "4"), count=1, where="a")
    other = RULE.finding(PLACE, "gap", subject="", missing=("5",), count=1, where="b")
    assert apart(other, first, RULE, "en") == "5"
    assert apart(first, first, RULE, "en") == ""


def test_no_line_is_broken_before_a_french_sign() -> None:
    rule = Rule("X", "x", Severity.INFO, {"m": {"en": Wording("“{a}”; b"), "fr": Wording("« {a} » ; b")}})
    found = rule.finding(PLACE, "m", subject="", a="p ; q")
    assert render(found, rule, "fr")[0] == "«\xa0p ; q\xa0»\xa0; b"
    assert render(found, rule, "en")[0] == "“p ; q”; b"


def test_decimals_stand_behind_the_sign_of_the_language() -> None:
    assert (decimal(0.87, "en"), decimal(0.87, "fr")) == ("0.87", "0,87")


def test_a_sentence_behind_a_colon_begins_as_the_language_has_it() -> None:
    wording = {"en": Wording("This note lacks {what}."), "fr": Wording("Cette note manque de {what}.")}
    rule = Rule("PAG002", "a", Severity.INFO, {"one": wording, "named": {"fr": Wording("{what} manque.")}})
    found = replace(rule.finding(PLACE, "one", subject="s", what="Pages"), source="Doe, 2019")
    assert render(found, rule, "en")[0] == "Doe, 2019: This note lacks Pages."
    assert render(found, rule, "fr")[0] == "Doe, 2019\u00a0: cette note manque de Pages."
    assert render(replace(found, message="named"), rule, "fr")[0] == "Doe, 2019\u00a0: Pages manque."


def test_a_rule_is_explained_in_the_language_where_it_can_be() -> None:
    assert rule_explained("NUM004", "fr").startswith("Le lecteur ne sait laquelle des deux notes est visée.")
    assert rule_explained("NUM004", "en") == ""
    assert rule_explained("XXX999", "fr") == ""
