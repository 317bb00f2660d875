"""Asking for candidates as a shell does, and a report to ask about."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from citecheck.checks import load_rules
from tests.cli.conftest import Run

FRENCH = """# Les ports du nord

Le port de la ville est fermé depuis des années<sup>1</sup>, puis il est ouvert de nouveau pour les bateaux<sup>2</sup>.

<sup>1</sup> Doe, 2019, p. 4.

<sup>2</sup> Roe, 2018, p. 5.
"""
ENGLISH = """# The ports of the north

## 2.1 The harbour of the town

The port of the town has been closed for years<sup>1</sup>, and it is open again<sup>2</sup>. It was built later<sup>12</sup>.

<sup>1</sup> Doe, 2019, p. 4.

<sup>2</sup> Roe, 2018, p. 5.

<sup>12</sup> Moe, 2017, p. 8.
"""
REPORT = f"{FRENCH}\n{ENGLISH}"
CODES = [module.code for module in load_rules()]

Answer = list[tuple[str, ...]]


def asked(line: str, *, rest: str = "", shell: str = "zsh", **more: str) -> subprocess.CompletedProcess[bytes]:
    """citecheck as a process of its own, run as a shell's script runs it."""
    variables = {"_CITECHECK_COMPLETE": f"complete_{shell}", "COMP_WORDS": line, "COMP_LINE": line + rest, **more}
    return subprocess.run(
        [sys.executable, "-m", "citecheck"],
        capture_output=True,
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )


def told(cli: Run, monkeypatch: pytest.MonkeyPatch, line: str, *, rest: str = "", **more: str) -> Answer:
    """What is answered for a line, in this process."""
    with monkeypatch.context() as patched:
        variables = {"_CITECHECK_COMPLETE": "complete_zsh", "COMP_WORDS": line, "COMP_LINE": line + rest, **more}
        for name, value in variables.items():
            patched.setenv(name, value)
        ran = cli()
    assert (ran.status, ran.err) == (0, "")
    return [tuple(one.split("\t")) for one in ran.out.splitlines()]


class Completing:
    """Asks citecheck for candidates."""

    def __init__(self, cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        self.cli = cli
        self.monkeypatch = monkeypatch

    def all(self, line: str, **more: str) -> Answer:
        return told(self.cli, self.monkeypatch, line, **more)

    def words(self, line: str, **more: str) -> list[str]:
        return [one[1] for one in self.all(line, **more)]
