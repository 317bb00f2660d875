"""``citecheck config`` and ``citecheck init``: the settings in force, and a configuration to begin with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from citecheck.config import load_config
from tests.cli.conftest import Run
from tests.cli.reports import REPORT

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


# The first configuration.


def test_it_names_the_documents_that_have_notes(cli: Run) -> None:
    for name, text in {"b.md": REPORT, "a.md": REPORT, "README.md": REPORT, "plain.md": "# No notes\n"}.items():
        Path(name).write_text(text, encoding="utf-8")
    Path("refs.bib").write_text("")
    Path("sub").mkdir()
    Path("sub/c.md").write_text(REPORT)
    ran = cli("init")
    assert ran == (0, "", "citecheck: wrote citecheck.toml: it names a.md, b.md\n")
    assert load_config().documents == ("a.md", "b.md")
    assert '# bibliography = "refs.bib"' in Path("citecheck.toml").read_text(encoding="utf-8")
    assert cli("audit", "--quiet", "--fail-on", "never").status == 0


def test_it_looks_one_folder_deeper_where_there_is_none_here(cli: Run) -> None:
    for folder in ("report", ".hidden", "node_modules"):
        Path(folder).mkdir()
        Path(folder, "a.md").write_text("Text[^1].\n\n[^1]: Doe.\n")
    cli("init")
    assert [Path(path).as_posix() for path in load_config().documents] == ["report/a.md"]


def test_without_documents_it_says_what_to_do(cli: Run) -> None:
    assert cli("init").err == "citecheck: wrote citecheck.toml: name your documents in it\n"
    assert load_config().documents == ()
    Path("citecheck.toml").unlink()
    assert cli("init", "--quiet").err == ""


def test_a_name_with_quotation_marks_is_read_back(cli: Run) -> None:
    name = 'a "quoted" é.md'
    Path(name).write_text(REPORT, encoding="utf-8")
    cli("init")
    assert load_config().documents == (name,)


@pytest.mark.parametrize("name", ["citecheck.toml", "pyproject.toml"])
def test_nothing_is_overwritten(cli: Run, name: str) -> None:
    text = "[tool.citecheck]\n" if name == "pyproject.toml" else "ui = 'fr'\n"
    Path(name).write_text(text)
    ran = cli("init")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert ran.err.startswith(f"citecheck: {name} ")
    assert Path(name).read_text() == text
    assert [file.name for file in Path().iterdir()] == [name]


def test_a_link_that_leads_nowhere_is_not_followed(cli: Run) -> None:
    Path("citecheck.toml").symlink_to("elsewhere.toml")
    assert cli("init").status == 2
    assert not Path("elsewhere.toml").exists()


def test_a_configuration_above_is_told(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("citecheck.toml").write_text("")
    Path(".git").mkdir()
    Path("sub").mkdir()
    monkeypatch.chdir("sub")
    assert "citecheck.toml does not count here any more" in cli("init").err
