"""Outputs that cannot be written, and interruptions at any moment: a status and at most one line, never a traceback."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.attacks.texts import REPORT
from tests.tried import only_thorough, tried

FULL = Path("/dev/full")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a report."""
    monkeypatch.chdir(tmp_path)
    Path("report.md").write_text(REPORT, encoding="utf-8")
    Path("links.md").write_text(
        REPORT.replace("Le Goff & Tanguy, 2018, p. 44-47\n", "Le Gof & Tanguy, 2018, p. 44-47\n"), encoding="utf-8"
    )
    return tmp_path


@pytest.mark.skipif(not FULL.exists(), reason="no full device here")
@pytest.mark.parametrize("unbuffered", ["", pytest.param("1", marks=only_thorough)])
@pytest.mark.parametrize(
    "words",
    [
        ["--version"],
        ["--help"],
        ["audit", "--help"],
        [],
        ["audit", "report.md"],
        ["audit", "report.md", "--format", "json"],
        ["rules"],
        ["fix", "links.md"],
        ["reconcile", "report.md"],
        ["show", "document", "report.md"],
        ["--show-completion", "bash"],
    ],
    ids=" ".join,
)
def test_a_full_device_is_one_line_with_status_2(words: list[str], unbuffered: str) -> None:
    with FULL.open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "citecheck", *words],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            timeout=60,
            check=False,
        )
    assert ran.returncode == 2
    assert ran.stderr == b"citecheck: standard output: cannot be written (No space left on device)\n"


@pytest.mark.skipif(not FULL.exists(), reason="no full device here")
def test_nobody_may_hear_what_is_said() -> None:
    with FULL.open("wb") as full:
        ran = subprocess.run([sys.executable, "-m", "citecheck", "audit", "none"], stderr=full, timeout=60, check=False)
    assert ran.returncode == 2


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interruption_at_any_moment_is_no_traceback_of_citecheck() -> None:
    for step in range(0, 12, tried(4, 1)):
        running = subprocess.Popen(
            [sys.executable, "-m", "citecheck", "audit", "report.md", "-q"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        time.sleep(0.02 * step)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
        # Before Python runs the program, an interruption is Python's own.
        assert running.returncode in (1, 130, -signal.SIGINT)
        if running.returncode == 130:
            assert said in (b"", b"citecheck: interrupted\n")
        # Python's own start has a function called main, too.
        assert b"citecheck/cli" not in said
        assert re.search(rb"citecheck/__main__\.py\", line \d+, in main\n", said) is None
