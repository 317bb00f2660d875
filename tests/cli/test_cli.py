"""The program as a whole: what every command has in common, partly as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from citecheck import __version__
from tests.cli.conftest import Run

COMMANDS = [
    "audit",
    "annotate",
    "fix",
    "extract",
    "reconcile",
    "compare",
    "links",
    "sources",
    "export",
    "show",
    "rules",
    "explain",
    "config",
    "init",
]


def process(*words: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """citecheck as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "citecheck", *words],
        capture_output=True,
        env={**os.environ, **variables},
        timeout=60,
        check=False,
    )


def test_the_version_is_the_same_by_both_ways(cli: Run) -> None:
    assert process("--version").stdout.decode() == f"citecheck {__version__}{os.linesep}"
    assert cli("--version") == (0, f"citecheck {__version__}\n", "")


def test_help_lists_the_commands_that_exist(cli: Run) -> None:
    ran = cli("--help")
    assert ran.status == 0
    assert [line.split()[0] for line in ran.out.split("Commands:\n")[1].splitlines()] == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(cli: Run, command: str) -> None:
    ran = cli(command, "-h")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: citecheck {command} ")


def test_without_a_command_there_is_help_and_status_2(cli: Run) -> None:
    ran = cli()
    assert ran.status == 2
    assert "Commands:" in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["audi"], "No such command 'audi'"),
        (["explain"], "Missing argument 'CODE'"),
        (["show", "nothing", "a.md"], "Invalid value for 'STAGE'"),
        (["rules", "--format", "xml"], "Invalid value for '--format'"),
    ],
)
def test_mistakes_are_one_line_with_the_way_to_help(cli: Run, words: list[str], said: str) -> None:
    ran = cli(*words)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.startswith("citecheck: ")
    assert ran.err.endswith("--help')\n")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("variables", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}])
def test_output_is_utf_8_whatever_the_console(folder: Path, variables: dict[str, str]) -> None:
    (folder / "a.md").write_text("# T\n\nText<sup>1</sup> é.\n\n<sup>1</sup> Kania, 2017, p. 4 – é\n", encoding="utf-8")
    ran = process("show", "document", "a.md", **variables)
    assert ran.returncode == 0, ran.stderr
    assert "p. 4 – é" in ran.stdout.decode("utf-8")


def test_a_file_name_that_is_no_text_does_not_crash(folder: Path) -> None:
    if sys.platform in ("win32", "darwin"):
        name = "é.md"  # These systems allow no other names.
    else:
        name = os.fsdecode(b"\xe9.md")
    Path(name).write_text("# T\n\nText<sup>1</sup>.\n\n<sup>1</sup> Kania, 2017, p. 4\n", encoding="utf-8")
    for format in ("text", "json"):
        ran = process("audit", name, "--format", format)
        assert ran.returncode in (0, 1), ran.stderr
        ran.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        ran = subprocess.run(
            [sys.executable, "-m", "citecheck", "rules", "--format", "json"],
            stdout=writer,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    finally:
        os.close(writer)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize("path", ["report.md", "./report", "texts/report"])
def test_a_file_in_place_of_a_command_is_told_so(cli: Run, path: str) -> None:
    told = f"citecheck: {path} is a file, and no command: write 'citecheck audit {path}' (see 'citecheck --help')\n"
    assert cli(path) == (2, "", told)
