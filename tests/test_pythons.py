"""Every Python gives the same bytes, where there are others: environments ``.venv-*`` beside the checkout's own."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BENCH = ROOT / "bench" / "pythons" / "run.py"


def test_every_python_gives_the_same_bytes() -> None:
    spec = importlib.util.spec_from_file_location("pythons_run", BENCH)
    assert spec is not None
    assert spec.loader is not None
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    if not bench.environments():
        pytest.skip("no other Python")
    command = [sys.executable, str(BENCH), "--few"]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, timeout=600, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
