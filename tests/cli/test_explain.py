"""``citecheck explain`` on a terminal, and where nobody is looking."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from citecheck.checks import RuleModule, load_rules
from citecheck.cli.terminal import laid_out
from citecheck.report.rulepage import rule_page
from tests.cli.conftest import Run
from tests.cli.terminals import Terminal, needs_terminal

EXPLAIN = [sys.executable, "-m", "citecheck", "explain", "NUM001"]
ESCAPE = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
RULES = [pytest.param(module, id=module.code) for module in load_rules()]


def pager(folder: Path, body: str = 'cat > "$1"') -> str:
    """A pager that keeps what it gets, with what it was told about colours."""
    program = folder / "pager"
    program.write_text(f"#!/bin/sh\n{body}\necho $LESS > {folder}/less\n", encoding="utf-8")
    program.chmod(0o755)
    return f"'{program}' '{folder}/paged'"


def seen(environment: dict[str, str], *words: str, lines: int = 24) -> tuple[int, str]:
    with Terminal([*EXPLAIN, *words], environment, lines=lines) as terminal:
        return terminal.ended(), terminal.seen.replace("\r\n", "\n")


@needs_terminal
def test_a_long_page_goes_through_the_pager(folder: Path) -> None:
    status, shown = seen({"PAGER": pager(folder)})
    assert (status, shown) == (0, "")
    paged = (folder / "paged").read_text(encoding="utf-8")
    assert "\x1b[" in paged
    plain = ESCAPE.sub("", paged)
    assert "NUM001 note-without-marker" in plain
    assert not {"# NUM001", "**error**", "```"} & set(re.findall(r"# NUM001|\*\*error\*\*|```", plain))
    assert (folder / "less").read_text(encoding="utf-8") == "FRX\n"


@needs_terminal
def test_a_page_that_fits_is_not_paged(folder: Path) -> None:
    status, shown = seen({"PAGER": pager(folder)}, lines=1000)
    assert status == 0
    assert "note-without-marker" in ESCAPE.sub("", shown)
    assert not (folder / "paged").exists()


@needs_terminal
@pytest.mark.parametrize("named", ["cat", "", "/no/such/pager", "exit 127;"])
def test_without_a_pager_the_page_is_written(named: str) -> None:
    status, shown = seen({"PAGER": named})
    assert status == 0
    assert "Not flagged" in ESCAPE.sub("", shown)


@needs_terminal
def test_a_pager_that_is_left_early_is_no_error(folder: Path) -> None:
    assert seen({"PAGER": pager(folder, "true")}) == (0, "")


@needs_terminal
def test_an_interrupt_is_for_the_pager(folder: Path) -> None:
    environment = {"PAGER": pager(folder, 'cat > "$1"; echo shown; while [ ! -e "$1.left" ]; do sleep 0.05; done')}
    with Terminal(EXPLAIN, environment) as terminal:
        terminal.until(lambda text: "shown" in text)
        terminal.process.send_signal(signal.SIGINT)
        (folder / "paged.left").touch()
        assert terminal.ended() == 0
        assert terminal.seen == "shown\r\n"


@needs_terminal
def test_without_colours_the_page_is_laid_out_all_the_same(folder: Path) -> None:
    for environment, words in (({"NO_COLOR": "1"}, ()), ({}, ("--color", "never"))):
        _, shown = seen({"PAGER": "cat", **environment}, *words)
        assert "\x1b" not in shown
        assert "# NUM001" not in shown


@needs_terminal
def test_a_terminal_that_can_do_nothing_gets_markdown(folder: Path) -> None:
    _, shown = seen({"PAGER": pager(folder), "TERM": "dumb"})
    assert shown.startswith("# NUM001 note-without-marker\n")
    assert not (folder / "paged").exists()


def test_nothing_is_laid_out_or_paged_in_a_pipe(cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", pager(folder))
    ran = subprocess.run(EXPLAIN, capture_output=True, timeout=120, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
    page = next(rule_page(module) for module in load_rules() if module.code == "NUM001")
    assert ran.stdout.decode().replace("\r\n", "\n") == page
    assert cli("explain", "NUM001").out == page
    asked = cli("explain", "NUM001", "--color", "always").out
    assert "\x1b[" in asked
    assert "# NUM001" not in asked
    assert not (folder / "paged").exists()


@pytest.mark.parametrize("module", RULES)
def test_a_page_that_is_laid_out_lacks_no_word(module: RuleModule) -> None:
    page = rule_page(module)
    wanted = re.findall(r"\w+", re.sub(r"```+markdown", "", page))
    assert re.findall(r"\w+", laid_out(page, 10_000, color=False)) == wanted
    assert all(len(line) <= 60 for line in laid_out(page, 60, color=False).splitlines())
