"""The voices: each says all that is asked for, with the same placeholders, and none says a thing twice."""

from __future__ import annotations

import ast
import string
from collections import Counter
from pathlib import Path

import pytest

import citecheck
from citecheck.checks import load_rules
from citecheck.model.alignment import Shape
from citecheck.model.finding import Severity
from citecheck.model.links import LinkStatus
from citecheck.model.table import Verdict
from citecheck.report.rulepage import summary
from citecheck.report.voices import ui_languages, voice
from tests.sourcefiles import nodes

FILES = sorted(Path(citecheck.__file__).parent.rglob("*.py"))
ENGLISH = voice("en")

ALIKE = ({"infos", "severity.info"}, {"baselined", "page.state-baselined"})
CAPITAL = (
    {"waived-silently", "page.state-waived"},
    {"shape.only", "table.filter-missing"},
    {"verdict.same", "table.filter-same"},
)
PLURAL = (
    {"verdict.not_compared", "table.filter-not-compared"},
    {"language.en", "of-version.en"},
    {"language.fr", "of-version.fr"},
)
"""Texts that are alike in English alone, or but for their first letter; another language has other genders and plurals."""


def fields(text: str) -> Counter[str]:
    return Counter(name for _, name, _, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("ui", ui_languages())
def test_every_voice_says_the_same_with_the_same_placeholders(ui: str) -> None:
    spoken = voice(ui)
    assert spoken.texts.keys() == ENGLISH.texts.keys()
    # Reasons agree in number in some languages only.
    assert {key for key in spoken.counts if not key.startswith("reason.")} == ENGLISH.counts.keys()
    assert [key for key, text in spoken.texts.items() if fields(text) != fields(ENGLISH.texts[key])] == []
    assert all(fields(form) == {"n": 1} for forms in spoken.counts.values() for form in forms)


def test_nothing_is_said_twice() -> None:
    keys: dict[str, set[str]] = {}
    for key, text in ENGLISH.texts.items():
        keys.setdefault(text.casefold(), set()).add(key)
    assert [same for same in keys.values() if len(same) > 1 and same not in (*ALIKE, *CAPITAL, *PLURAL)] == []


def test_whatever_has_a_name_is_named() -> None:
    named = [("severity", Severity), ("status", LinkStatus), ("shape", Shape), ("verdict", Verdict)]
    assert {f"{kind}.{one.value}" for kind, values in named for one in values} <= ENGLISH.texts.keys()
    assert {level.value for level in Severity} <= ENGLISH.counts.keys()


@pytest.mark.parametrize("ui", [ui for ui in ui_languages() if ui != "en"])
def test_every_rule_has_a_name_and_a_sentence_in_every_voice(ui: str) -> None:
    spoken, rules = voice(ui), load_rules()
    assert {module.code for module in rules} == spoken.rules.keys()
    assert {summary(module) for module in rules} == spoken.finds.keys()
    assert len(set(spoken.rules.values())) == len(rules)


@pytest.mark.parametrize("file", [file for file in FILES if "report" in file.parts], ids=lambda file: file.stem)
def test_every_text_that_is_asked_for_is_there(file: Path) -> None:
    asked: dict[str, set[object]] = {"say": set(), "counted": set()}
    for node in nodes(file, r"\b(?:say|counted)\b"):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in asked:
            asked[node.func.id] |= {node.args[0].value} if isinstance(node.args[0], ast.Constant) else set()
    assert asked["say"] <= ENGLISH.texts.keys()
    assert asked["counted"] <= ENGLISH.counts.keys()


@pytest.mark.parametrize("ui", ui_languages())
def test_what_is_explained_is_a_rule(ui: str) -> None:
    """A rule without an explanation in the language is explained in English."""
    explained = voice(ui).explained
    assert explained.keys() <= {module.code for module in load_rules()}
    assert all(text == text.strip() for text in explained.values())
    assert len(set(explained.values())) == len(explained)
