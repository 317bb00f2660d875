"""``citecheck rules`` and ``citecheck explain``."""

from __future__ import annotations

import json

import pytest

from citecheck import checks
from citecheck.checks import RuleModule, Scope
from citecheck.model.finding import Severity
from citecheck.model.rule import Example, Rule, Wording
from tests.cli.conftest import Run

MODULE = RuleModule(
    Rule(
        "NUM001",
        "note-without-marker",
        Severity.ERROR,
        {"lost": {"en": Wording("Note {note} is lost.", "Call it."), "fr": Wording("La note {note} est perdue.")}},
        explains=("NUM005",),
    ),
    (Example("Text.\n\n<sup>1</sup> A `note`.\n", ("<sup>1</sup> A `note`.",)), Example("```\ncode\n```\n")),
    lambda x: iter(()),
    Scope.CITATIONS,
    "A note that no marker\ncalls.\n\nReaders never see it.",
)


@pytest.fixture(autouse=True)
def one_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "load_rules", lambda package=None: (MODULE,))


def test_the_catalogue(cli: Run) -> None:
    assert cli("rules") == (0, "NUM001  error    note-without-marker  A note that no marker calls.\n", "")


def test_the_catalogue_as_json(cli: Run) -> None:
    data = json.loads(cli("rules", "--format", "json").out)
    assert data == {
        "schema": "citecheck/rules/1",
        "rules": [
            {
                "code": "NUM001",
                "name": "note-without-marker",
                "severity": "error",
                "reads": "citations",
                "summary": "A note that no marker calls.",
                "explains": ["NUM005"],
                "help_uri": "https://citecheck.readthedocs.io/rules/NUM001",
            }
        ],
    }


@pytest.mark.parametrize("word", ["NUM001", "num001", "note-without-marker"])
def test_a_page(cli: Run, word: str) -> None:
    ran = cli("explain", word)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "# NUM001 note-without-marker\n\n"
        "Severity: **error** · reads each language version by itself, with its citations resolved · works offline\n\n"
        "A note that no marker\ncalls.\n\nReaders never see it.\n\n"
        "Where this rule finds something, these stay silent about it, because it is their cause: NUM005.\n\n"
        "## Messages\n\n- en: Note {note} is lost. *Call it.*\n- fr: La note {note} est perdue.\n\n"
        "## Flagged\n\n```markdown\nText.\n\n<sup>1</sup> A `note`.\n```\n\n"
        "Flagged: `` <sup>1</sup> A `note`. ``\n\n"
        "## Not flagged\n\n````markdown\n```\ncode\n```\n````\n"
    )


def test_an_unknown_rule_is_answered_with_the_nearest(cli: Run) -> None:
    assert cli("explain", "NUM01") == (2, "", "citecheck: unknown rule 'NUM01': did you mean NUM001?\n")
    assert cli("explain", "zzzzz").err == "citecheck: unknown rule 'zzzzz': 'citecheck rules' lists them\n"
