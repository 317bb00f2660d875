"""The tests that try examples: few usually, many with ``--thorough``, and nothing else then."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
TESTS = """
import pytest
from hypothesis import given, settings, strategies
from tests.tried import only_thorough, tried

count = 0

@given(strategies.integers())
@settings(max_examples=tried(2))
def test_property(number):
    global count
    count += 1

@pytest.mark.thorough
def test_sample():
    assert (count, tried(3), tried(3, 5)) in [(2, 3, 3), (8, 12, 5)]
    print(f"sampled after {count}")

def test_fact():
    print("stated")

@pytest.mark.parametrize("size", ["little", pytest.param("much", marks=only_thorough)])
def test_size(size):
    print(f"took {size}")
"""


def ran(folder: Path, *words: str) -> str:
    """What pytest prints of the tests above, under the conftest of these tests."""
    (folder / "tests").mkdir(exist_ok=True)
    for name in ("__init__.py", "conftest.py", "skips.py", "tried.py"):
        (folder / "tests" / name).write_bytes((ROOT / "tests" / name).read_bytes())
    (folder / "tests" / "test_some.py").write_text(TESTS, encoding="utf-8")
    made = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-s", "-p", "no:cacheprovider"),
            *("-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder), "tests", *words),
        ],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    return made.stdout


def test_usually_all_run_with_few_examples(tmp_path: Path) -> None:
    made = ran(tmp_path)
    assert "sampled after 2\n" in made
    assert "stated" in made
    assert "took little" in made
    assert "took much" not in made


def test_thorough_runs_those_alone_with_many(tmp_path: Path) -> None:
    made = ran(tmp_path, "--thorough")
    assert "sampled after 8\n" in made
    assert "stated" not in made
    assert "took little" not in made
    assert "took much" in made
