"""What Microsoft's validator says of the SARIF that an audit writes.

    python bench/sarif/run.py [REPORT …] [--keep DIR]

Each report (without one, an invented one) is audited thrice: as it is, with every second finding in a baseline, and with every
rule of one family waived. The rules of the standard and those of GitHub's code scanning are asked; a note is advice. Exits 1
where the validator reports an error or a warning, or a finding is not in the log: it exits 0 itself, whatever it finds. It needs
npm, which gets the validator for the while, or into ``--keep`` for good.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.report.audited import TEXT

VALIDATOR = "@microsoft/sarif-multitool@5.7.0"


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="*", type=Path)
    parser.add_argument("--keep", type=Path, help="where the validator is, or is put")
    said = parser.parse_args(argv)
    bad = 0
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        program = installed(said.keep or folder / "validator")
        texts = {path.name: path.read_bytes() for path in said.reports} or {"invented.md": TEXT.encode()}
        for name, text in texts.items():
            for kind, log, count in logs(folder, name, text):
                results = json.loads(log.read_text(encoding="utf-8"))["runs"][0]["results"]
                found = validated(program, log)
                lost = count - len(results)
                bad += lost + sum(number for (level, _), number in found.items() if level != "note")
                listed = ", ".join(f"{level} {rule} × {number}" for (level, rule), number in sorted(found.items()))
                print(f"{name}, {kind}: {count} findings, {lost} lost; {states(results)}\n  {listed or 'nothing'}")
    return int(bad > 0)


def installed(folder: Path) -> Path:
    """The validator's program, in a folder that npm installs it into where it is not there."""
    found = next(folder.glob("node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool"), None)
    if found is None:
        folder.mkdir(parents=True, exist_ok=True)
        npm = ["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(folder), VALIDATOR]
        subprocess.run(npm, check=True, stdout=subprocess.DEVNULL)
        found = next(folder.glob("node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool"), None)
    if found is None:
        sys.exit(f"{VALIDATOR} has no program for this system")
    found.chmod(0o755)
    return found


def logs(folder: Path, name: str, text: bytes) -> Iterator[tuple[str, Path, int]]:
    """The logs of a report, each with what sets it apart and how many findings it must hold."""
    place = folder / "report"
    place.mkdir(exist_ok=True)
    (place / name).write_bytes(text)
    settings, baseline = place / "citecheck.toml", place / "known.txt"
    settings.write_text("", encoding="utf-8")
    baseline.unlink(missing_ok=True)
    yield "as it is", *audited(place, name)
    subprocess.run(
        [sys.executable, "-m", "citecheck", "audit", name, "--baseline", baseline.name, "--update-baseline"],
        cwd=place, stdout=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    lines = baseline.read_text(encoding="utf-8").splitlines(keepends=True)
    remarks = [line for line in lines if line.startswith("#")]
    known = [line for line in lines if not line.startswith("#")]
    baseline.write_text("".join([*remarks, *known[::2]]), encoding="utf-8")
    yield "half known", *audited(place, name, "--baseline", baseline.name)
    settings.write_text('[[waivers]]\nrule = "PAG"\nreason = "as the \\"original\\" has it"\n', encoding="utf-8")
    yield "known and waived", *audited(place, name, "--baseline", baseline.name)


def audited(place: Path, name: str, *words: str) -> tuple[Path, int]:
    """The log of an audit, and how many findings the same audit tells as JSON."""
    log, plain = place / "out.sarif", place / "out.json"
    outputs = ["--output", f"sarif={log.name}", "--output", f"json={plain.name}"]
    subprocess.run(
        [sys.executable, "-m", "citecheck", "audit", name, *words, *outputs, "--quiet"], cwd=place, check=False
    )
    return log, len(json.loads(plain.read_text(encoding="utf-8"))["findings"])


def validated(program: Path, log: Path) -> Counter[tuple[str, str]]:
    """What the validator reports, by level and rule."""
    told = log.with_suffix(".validated.sarif")
    command = [
        str(program), "validate", log.name, "--level", "Error;Warning;Note", "--kind", "Fail", "--rule-kind", "Sarif;Ghas",
        "--output", told.name, "--log", "ForceOverwrite",
    ]  # fmt: skip
    subprocess.run(command, cwd=log.parent, stdout=subprocess.DEVNULL, check=True)
    runs = json.loads(told.read_text(encoding="utf-8-sig"))["runs"]
    problems = [one for run in runs for one in run["invocations"][0].get("toolExecutionNotifications", [])]
    if problems:
        sys.exit(f"the validator failed: {problems[0]['message']}")
    return Counter((one.get("level", "warning"), one["ruleId"]) for run in runs for one in run["results"])


def states(results: Sequence[dict[str, Any]]) -> str:
    """How many results are new, known and waived."""
    found = Counter("waived" if one.get("suppressions") else one.get("baselineState", "none") for one in results)
    return ", ".join(f"{number} {name}" for name, number in sorted(found.items()))


if __name__ == "__main__":
    sys.exit(main())
