"""What the manual says to type works, and prints what the manual shows."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer

from citecheck.cli import app, run
from tests.docs.pages import PAGES, ROOT, commands, named

SHELL = re.compile(r"[|<>;&$*]")
"""What only a shell understands."""


def in_a_shell(words: str) -> tuple[int, str, str]:
    """Runs a line as a reader's shell would, with this environment's citecheck."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    ran = subprocess.run(
        ["bash", "-c", words],
        env={**os.environ, "PATH": path, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return ran.returncode, ran.stdout, ran.stderr


def matches(shown: str, printed: str) -> bool:
    """Whether a page shows what was printed: a line of ``…`` stands for any lines, one within a line for any text."""
    lines = []
    for line in shown.splitlines():
        if line.strip() == "…":
            lines.append(r"(?:.*\n)*")
        else:
            lines.append(".*".join(map(re.escape, line.rstrip().split("…"))) + r"\s*?\n")
    return re.fullmatch("".join(lines), printed) is not None


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str]) -> Callable[[str], tuple[int, str, str]]:
    """Runs one line; citecheck itself in this process, which is faster."""

    def ran(words: str) -> tuple[int, str, str]:
        if words.startswith("citecheck ") and not SHELL.search(words):
            capsys.readouterr()
            status = int(run(shlex.split(words)[1:]))
            return status, *capsys.readouterr()
        return in_a_shell(words)

    return ran


SHOWING = [page for page in PAGES if any(commands(page))]


def test_the_pages_by_task_show_commands() -> None:
    assert {"before-publication.md", "reconciling.md", "links.md", "correcting.md", "waivers.md"} <= {
        page.name for page in SHOWING
    }


@pytest.mark.parametrize("page", SHOWING, ids=lambda page: page.stem)
def test_what_a_page_shows_is_what_is_printed(page: Path, folder: Path, web: None, typed: Callable[..., Any]) -> None:
    status = 0
    for command in commands(page):
        where = f"{page.name}:{command.line}: {command.words}"
        if command.words == "echo $?":
            assert command.shown == f"{status}\n", where
            continue
        status, out, err = typed(command.words)
        assert status in (0, 1), f"{where}\n{err}"
        both = [out + err, err + out]
        assert any(matches(command.shown, one) for one in both), f"{where}\n{both[0]}"


def test_lines_that_are_left_out_are_marked() -> None:
    assert matches("a\n…\nd\n", "a\nb\nc\nd\n")
    assert matches("a … c\n", "a b c\n")
    assert not matches("a\nd\n", "a\nb\nd\n")
    assert not matches("a\n", "a\nb\n")
    assert not matches("a … c\n", "a b\nc\n")


@pytest.mark.parametrize("page", [ROOT / "README.md", *PAGES], ids=lambda page: page.stem)
def test_every_command_that_a_page_names_is_one(page: Path) -> None:
    group: Any = typer.main.get_command(app)
    # A command keeps the help option that it is first asked for, and takes its names from the group.
    parent = group.make_context("citecheck", [], resilient_parsing=True)
    for line, words in named(page):
        where = f"{page.name}:{line}: citecheck {words}"
        call = re.split(r" [|<>;&]| \d?>", words)[0]
        assert "…" not in call, f"{where}: cannot be typed"
        name, *rest = shlex.split(call, comments=True)
        if name.startswith("-"):
            assert name in {option for one in group.params for option in one.opts}, where
            continue
        assert name in group.commands, where
        try:
            group.commands[name].make_context(name, rest, parent=parent)
        except Exception as error:
            # That an argument is missing is no fault of a page that only names the command or the option.
            named_only = type(error).__name__ in ("MissingParameter", "Exit")
            if not named_only and not str(error).endswith("requires an argument."):
                raise AssertionError(f"{where}: {error}") from error
