"""``citecheck config`` and ``citecheck init``: the settings in force, and a configuration to begin with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

SETTINGS = """\
documents = ["a.md", "b.md"]
fail_on = "warning"
rates.RUB = { "2023" = 92.3 }

[severity]
CIT006 = "warning"

[[files]]
path = "annex/*.md"
ignore = ["STY"]

[[waivers]]
rule = ["CIT002", "PAG"]
note = "fr:39"
reason = "so"
until = 2027-01-31
"""


def settings(cli: Run, *words: str) -> dict[str, tuple[Any, str]]:
    ran = cli("config", "--format", "json", *words)
    assert (ran.status, ran.err) == (0, "")
    return {one["key"]: (one["value"], one["origin"]) for one in json.loads(ran.out)["settings"]}


def test_without_a_configuration_all_is_default(cli: Run) -> None:
    made = settings(cli)
    assert made.pop("today") == (None, "the clock")
    assert {origin for _, origin in made.values()} == {"default"}
    assert made["fail_on"][0] == "error"
    assert made["documents"][0] == []


def test_every_setting_comes_with_its_file_and_line(cli: Run) -> None:
    Path("citecheck.toml").write_text(SETTINGS, encoding="utf-8")
    made = settings(cli)
    assert made["documents"] == (["a.md", "b.md"], "citecheck.toml:1")
    assert made["fail_on"] == ("warning", "citecheck.toml:2")
    assert made["rates.RUB.2023"] == (92.3, "citecheck.toml:3")
    assert made["severity.CIT006"] == ("warning", "citecheck.toml:6")
    assert made["files"] == ({"path": "annex/*.md", "ignore": ["STY"]}, "citecheck.toml:8")
    assert made["waivers"] == (
        {"rule": "PAG", "note": "fr:39", "reason": "so", "until": "2027-01-31"},
        "citecheck.toml:13",
    )
    assert made["select"] == ([], "default")


def test_the_command_line_goes_first(cli: Run) -> None:
    Path("citecheck.toml").write_text(SETTINGS + "", encoding="utf-8")
    made = settings(cli, "c.md", "--fail-on", "info", "--select", "NUM,CIT", "--today", "2026-01-01", "--no-waivers")
    assert made["documents"] == (["c.md"], "command line")
    assert made["fail_on"] == ("info", "command line")
    assert made["select"] == (["NUM", "CIT"], "command line")
    assert made["today"] == ("2026-01-01", "command line")
    assert made["no_waivers"] == (True, "command line")
    assert settings(cli, "--lang", "fr=d.md")["documents"] == ([{"fr": "d.md"}], "command line")


def test_the_environment_is_named(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert settings(cli)["today"] == ("1970-01-01", "SOURCE_DATE_EPOCH")


def test_a_configuration_above_and_one_in_pyproject(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("pyproject.toml").write_text(
        "[project]\nname = 'x'\n[tool.citecheck]\nui = 'fr'\n[tool.citecheck.severity]\nNUM = 'info'\n"
    )
    assert settings(cli)["ui"] == ("fr", "pyproject.toml:4")
    Path(".git").mkdir()
    Path("sub").mkdir()
    monkeypatch.chdir("sub")
    made = settings(cli)
    assert made["severity.NUM"] == ("info", str(Path("../pyproject.toml")) + ":6")
    assert json.loads(cli("config", "--format", "json").out)["file"] == str(Path("../pyproject.toml"))


def test_text_has_a_line_for_each_setting(cli: Run) -> None:
    Path("citecheck.toml").write_text(SETTINGS, encoding="utf-8")
    head, *lines = cli("config").out.splitlines()
    assert head == "# citecheck.toml"
    assert any(line.split("  #")[0].rstrip() == 'documents = ["a.md", "b.md"]' for line in lines)
    assert all("  # " in line for line in lines)
    assert any(line.startswith("rates.RUB.2023 = 92.3 ") and line.endswith("# citecheck.toml:3") for line in lines)


def test_what_would_steer_a_terminal_is_escaped(cli: Run) -> None:
    Path("citecheck.toml").write_text('documents = ["a\\u202e\\u001b.md"]\n', encoding="utf-8")
    assert "a\\u202e\\u001b.md" in cli("config").out


def test_the_schema_is_for_editors(cli: Run) -> None:
    assert json.loads(cli("config", "--schema").out)["title"] == "citecheck.toml"


def test_a_wrong_configuration_is_one_line_with_line_and_column(cli: Run) -> None:
    Path("citecheck.toml").write_text('[[waivers]]\nrule = "CIT001"\nreson = "x"\n', encoding="utf-8")
    ran = cli("config")
    assert ran == (2, "", "citecheck: citecheck.toml:3:1: unknown key 'reson': did you mean 'reason'?\n")


@pytest.mark.parametrize("words", [("audit",), ("config",), ("fix",), ("links", "--offline")])
def test_several_mistakes_are_a_line_each(cli: Run, words: tuple[str, ...]) -> None:
    Path("citecheck.toml").write_text('fail_on = "eror"\nui = "de"\n[[waivers]]\nrule = "CIT001"\n', encoding="utf-8")
    ran = cli(*words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        "citecheck: citecheck.toml:1:11: 'fail_on' cannot be 'eror': did you mean 'error'?",
        "citecheck: citecheck.toml:2:6: 'ui' cannot be 'de': use one of en, fr",
        "citecheck: citecheck.toml:3:1: a waiver must have 'reason': say why",
    ]
