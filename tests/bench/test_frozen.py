"""The freezing of outputs: the same program gives the same, and what differs is named."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def frozen(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        str(ROOT / "bench" / "frozen" / "run.py"),
        "--only",
        "docs/example",
        "--report",
        "absent",
    ]
    return subprocess.run([*command, *arguments], capture_output=True, encoding="utf-8", timeout=120, check=False)


def test_what_differs_is_named(tmp_path: Path) -> None:
    kept, whole = tmp_path / "kept.json", tmp_path / "whole"
    made = frozen("--keep", str(kept), "--planted", "0", "--whole", str(whole))
    assert (made.returncode, made.stderr) == (0, "")
    value = json.loads(kept.read_text(encoding="utf-8"))
    assert set(value["documents"]) == {"docs/example/report", "docs/example/sources"}
    assert json.loads((whole / "docs/example/report/audit.json").read_text(encoding="utf-8"))["findings"]
    value["documents"]["docs/example/report"]["audit.json"] = "another"
    value["documents"]["docs/example/sources"]["document"] = "another"
    value["documents"]["docs/example/gone"] = {}
    kept.write_text(json.dumps(value), encoding="utf-8")
    compared = frozen("--compare", str(kept))
    assert compared.returncode == 1, compared.stderr
    assert compared.stdout.splitlines() == [
        "docs/example/report: audit.json",
        "not compared, since they are no more the same documents: 1 (docs/example/sources)",
        "not compared, since they are not there now: 1 (docs/example/gone)",
        "1 of 1 documents differ",
    ]


def test_a_checkout_without_the_program_is_refused(tmp_path: Path) -> None:
    refused = frozen("--keep", str(tmp_path / "kept.json"), "--program", str(tmp_path))
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "holds no src/citecheck" in refused.stderr
