"""An expression of the configuration cannot hold up a run: its engine does not backtrack."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.sourcefiles import nodes
from tests.tried import only_thorough

REPORT = f"# R\n\nSee <https://a.b/{'a' * 2000}!>.\n"
EXPRESSIONS = (r"(a+)+$", r"(a|aa)+$", r"(a|a|b)*(a|aa)+$", r"^(.*a){25}$", r"(?i)([a-z]+)*\d", r"(a?){100}a{100}b")
PATTERNS = ("*a" * 200 + "b", "**/" * 200 + "b", "[a" * 200)


def links(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    (folder / "r.md").write_text(REPORT, encoding="utf-8")
    line = [sys.executable, "-m", "citecheck", *words]
    return subprocess.run(line, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)


def test_expressions_that_backtrack_elsewhere_come_to_an_end(folder: Path) -> None:
    listed = ", ".join(f"'{one}'" for one in EXPRESSIONS)
    (folder / "citecheck.toml").write_text(f"[links]\nexclude = [{listed}]\n", encoding="utf-8")
    ran = links(folder, "links", "r.md", "--offline", "--no-cache")
    assert (ran.returncode, ran.stderr) == (0, "")


@only_thorough
def test_so_do_those_of_the_command_line(folder: Path) -> None:
    words = [word for one in EXPRESSIONS for word in ("--exclude", one)]
    ran = links(folder, "links", "r.md", "--offline", "--no-cache", *words)
    assert (ran.returncode, ran.stderr) == (0, "")


@only_thorough
def test_so_do_patterns_of_paths(folder: Path) -> None:
    name = "a" * 200 + ".md"
    (folder / name).write_text(REPORT, encoding="utf-8")
    tables = "".join(f"[[files]]\npath = '{one}'\nignore = ['STY']\n" for one in PATTERNS)
    (folder / "citecheck.toml").write_text(tables, encoding="utf-8")
    ran = links(folder, "audit", name)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_one_module_has_expressions_of_users() -> None:
    source = Path(__file__).parents[2] / "src" / "citecheck"
    importers = {
        file.relative_to(source).as_posix()
        for file in source.rglob("*.py")
        for node in nodes(file, r"\bre2\b")
        if isinstance(node, ast.Import) and any(one.name == "re2" for one in node.names)
    }
    assert importers == {"model/expression.py"}


@pytest.mark.parametrize("written", [r"(?=a)", r"(a)\1", "[", r"a\Z"])
def test_what_the_engine_does_not_have_is_said_with_line_and_column(cli: Run, folder: Path, written: str) -> None:
    (folder / "r.md").write_text(REPORT, encoding="utf-8")
    (folder / "citecheck.toml").write_text(f"[links]\nexclude = ['fine', '{written}']\n", encoding="utf-8")
    for command in ("links", "audit"):
        ran = cli(command, "r.md", "--offline")
        assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert ran.err.startswith("citecheck: citecheck.toml:2:20: 'links.exclude': ")
        assert "is no regular expression of RE2" in ran.err
    (folder / "citecheck.toml").unlink()
    ran = cli("links", "r.md", "--offline", "--exclude", written)
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert ran.err.startswith("citecheck: --exclude: ")


def test_bytes_that_are_no_text_are_no_expression(cli: Run, folder: Path) -> None:
    (folder / "r.md").write_text(REPORT, encoding="utf-8")
    ran = cli("links", "r.md", "--offline", "--exclude", "\udcff")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
