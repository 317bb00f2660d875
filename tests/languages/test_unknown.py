"""Texts in languages that citecheck does not know: told to be so, and judged by what needs no words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from citecheck.cli import app
from citecheck.languages import UNKNOWN, all_languages, is_language, language
from citecheck.model.source import Source
from citecheck.read.versions import versions

TEXTS = {
    "es": "La sal fue durante siglos un producto de primera necesidad, y los estados lo sabían muy bien, por lo que los "
    "impuestos sobre la sal fueron tan odiados como difíciles de suprimir.",
    "it": "Il sale è stato per secoli un bene di prima necessità, e gli stati lo sapevano: per questo le imposte sul sale "
    "sono state odiate in tutta la penisola come in nessun altro paese.",
    "pt": "O sal foi durante séculos um produto de primeira necessidade, e os estados sabiam disso muito bem; por isso os "
    "impostos sobre o sal eram tão odiados em toda a costa como no interior.",
    "nl": "Het zout was eeuwenlang een eerste levensbehoefte, en de staten wisten dat heel goed: daarom werden de "
    "belastingen op het zout overal zo gehaat en waren zij zo moeilijk af te schaffen.",
    "nb": "Saltet var i århundrer en nødvendighet, og statene visste det godt. Derfor ble avgiftene på salt hatet over "
    "hele kysten, og det var ikke lett å bli kvitt dem igjen.",
    "ru": "Соль была товаром первой необходимости, и государства это хорошо знали. Поэтому налоги на соль так ненавидели.",
    "zh": "盐在几个世纪里一直是必需品,各国都很清楚这一点。因此盐税在各地都受到憎恨,而且很难废除。",
    "el": "Το αλάτι ήταν για αιώνες είδος πρώτης ανάγκης, και τα κράτη το γνώριζαν πολύ καλά.",
}
NOTES = "\n\n[^1]: Ibid., p. 4.\n\n[^2]: Marlow, *Salt and State*, London, 1998, p. 12.\n"


def told(text: str) -> list[str]:
    return [version.lang for version in versions([(Source("a.md", text), None)])]


@pytest.mark.parametrize("lang", TEXTS)
def test_a_text_in_another_language_is_told_to_be_so(lang: str) -> None:
    assert told(f"# 1\n\n{TEXTS[lang]}[^1]\n\n{TEXTS[lang]}[^2]{NOTES}") == [UNKNOWN]


def test_titles_and_quotations_in_other_languages_change_no_language() -> None:
    text = "The salt tax was the most hated of all taxes, and it was the one that the states could not do without. "
    assert told(f"# Salt\n\n{text * 4}\n\n> {TEXTS['es']}\n\n{text * 4}\n\n> {TEXTS['zh']}\n\n{text}{NOTES}") == ["en"]


def test_a_text_without_words_is_taken_for_english() -> None:
    assert told("1, 2, 3.\n") == ["en"]


def test_a_part_in_another_language_is_a_version_of_its_own() -> None:
    text = "The salt tax was the most hated of all taxes, and it was the one that the states could not do without. "
    assert told(f"# Salt\n\n{text * 8}\n\n# Sal\n\n" + TEXTS["es"] * 8) == ["en", UNKNOWN]


def test_it_is_a_language_without_words_that_is_not_among_the_known_ones() -> None:
    assert is_language(UNKNOWN)
    assert language(UNKNOWN) not in all_languages()
    assert not language(UNKNOWN).stop_words


def test_rules_that_need_words_say_that_they_did_not_judge_it(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(f"# 1\n\n{TEXTS['es']}[^1]\n\n{TEXTS['es']}[^2] {TEXTS['es']}[^3]{NOTES}", encoding="utf-8")
    made = json.loads(CliRunner().invoke(app, ["audit", str(file), "--format", "json"]).stdout)
    assert [one["lang"] for one in made["inputs"]] == [UNKNOWN]
    # A note that is missing is missing in any language; Ibid in the first note is a word.
    assert [one["code"] for one in made["findings"]] == ["NUM002"]
    reasons = {one["reason"] for one in made["coverage"]["abstained"] if one["code"] == "CIT008"}
    assert reasons == {"the text is in a language that citecheck does not know"}
