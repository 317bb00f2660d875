"""``citecheck init``: the first configuration."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.cli.init import toml_string
from citecheck.config import load_config
from citecheck.read.toml import parse_toml
from tests.cli.conftest import Run
from tests.cli.reports import REPORT


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


@given(st.text())
def test_any_text_is_read_back_but_for_half_a_character(text: str) -> None:
    written = toml_string(text)
    assert written.isprintable()
    assert parse_toml(f"a = {written}\n") == {"a": text}


def test_half_a_character_has_a_substitute() -> None:
    assert toml_string("a\ud800\n\U0001f600") == '"a\ufffd\\u000a\U0001f600"'
