"""The repository's own gate: the audit of the embedded report against what is known of it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.terminals import command

ROOT = Path(__file__).parents[1]
BASELINE = ROOT / ".ci" / "citecheck.baseline"
LINE = re.compile(r"[A-Z]{3}\d{3} ([a-z]{2}|-)( v1:[0-9a-f]{16}){1,2}")


def known() -> list[str]:
    return [line for line in BASELINE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def gate(folder: Path, lines: list[str], *words: str) -> subprocess.CompletedProcess[str]:
    """The step of CI, with another baseline."""
    if shutil.which("bash") is None:
        pytest.skip("no bash")
    baseline = folder / "baseline"
    baseline.write_text("# citecheck baseline 1\n" + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return subprocess.run(
        ["bash", str(ROOT / ".ci" / "audit"), *words],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "CITECHECK": str(command(folder) / "citecheck"), "BASELINE": str(baseline)},
        cwd=folder,
        timeout=120,
        check=False,
    )


def test_the_baseline_holds_codes_and_fingerprints_and_nothing_else() -> None:
    assert [line for line in known() if not LINE.fullmatch(line)] == []
    comments = [line for line in BASELINE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert len(comments) == 3
    assert known() == sorted(known())


def test_what_is_known_passes_and_is_only_counted(tmp_path: Path) -> None:
    ran = gate(tmp_path, known())
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "Against the baseline: 0 new, 0 fixed, " in ran.stdout
    assert not re.search(r"(?m)^  [✖▲●]", ran.stdout)


def test_a_finding_that_is_new_fails_and_is_shown(tmp_path: Path) -> None:
    alone = next(line for line in known() if len(line.split()) == 3)
    ran = gate(tmp_path, [line for line in known() if line != alone])
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "Against the baseline: 1 new, 0 fixed, " in ran.stdout
    assert re.findall(r"(?m)^  [✖▲●] \w+ (\w+)", ran.stdout) == [alone.split()[0]]


def test_what_is_gone_is_told_and_can_be_taken_out(tmp_path: Path) -> None:
    gone = "CIT001 fr v1:0123456789abcdef"
    ran = gate(tmp_path, [*known(), gone])
    assert (ran.returncode, "1 fixed" in ran.stdout, gone.split()[2] in ran.stdout) == (0, True, True)
    assert gate(tmp_path, [*known(), gone], "--update-baseline").returncode == 0
    lines = (tmp_path / "baseline").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == known()
