"""A short run of the bench that changes inputs of every kind: always the same few hundred cases."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tried import only_thorough, tried

ROOT = Path(__file__).parents[2]
BENCH = ROOT / "bench" / "fuzz"
INPUTS, SEED = tried(24, 240), 11


def bench(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(BENCH / "run.py"), *words],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        timeout=600,
        check=False,
    )


def failed(said: str) -> list[str]:
    """The names of the failures, as the bench lists them."""
    return re.findall(r"(?m)^\d+ × (.*)$", said)


@pytest.mark.thorough
def test_no_mutated_input_breaks_anything() -> None:
    ran = bench("--inputs", str(INPUTS), "--seed", str(SEED), "--workers", "1")
    assert f"{INPUTS} inputs, seed {SEED}" in ran.stdout, ran.stdout + ran.stderr
    assert (failed(ran.stdout), ran.returncode) == ([], 0), ran.stdout


def test_a_case_is_the_same_whatever_runs_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    from inputs import TURNS, case

    for number in range(len(TURNS)):
        assert case(SEED, number) == case(SEED, number)
    assert case(SEED, 0) != case(SEED + 1, 0)


@pytest.mark.parametrize(
    ("fault", "name"),
    [
        ("raise ZeroDivisionError('x')", "exit 3: ZeroDivisionError in citecheck"),
        pytest.param("while True: pass", "hang: more than 5 s in ", marks=only_thorough),
        pytest.param(
            "import time; time.sleep(900)", "hang: it waits for something that never comes", marks=only_thorough
        ),
        pytest.param("bytearray(1 << 31)", "exit 3: MemoryError in citecheck", marks=only_thorough),
        pytest.param("import os; os._exit(7)", "hang: the process ended with 7", marks=only_thorough),
        pytest.param("raise BaseException('x')", "exception: BaseException: x", marks=only_thorough),
    ],
    ids=["exception", "hang", "wait", "memory", "end", "outermost"],
)
def test_the_bench_sees_what_it_is_there_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str, name: str
) -> None:
    # A citecheck with a fault: the writer of JSON fails as it is told to, in every process that is started from here.
    body = f"def json_report(*words, **named):\n    {fault}\n"
    (tmp_path / "sitecustomize.py").write_text(
        f"import citecheck.report.findings.json as broken\n{body}broken.json_report = json_report\n", encoding="utf-8"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    ran = bench("--inputs=1", "--seed=11", "--workers=1", "--waited=10", f"--keep={tmp_path / 'kept'}")
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert any(one.startswith(name) for one in failed(ran.stdout)), ran.stdout + ran.stderr
    assert list((tmp_path / "kept").glob("*/COMMANDS"))
