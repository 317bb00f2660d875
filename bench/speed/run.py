"""How fast citecheck is and how much memory it takes, side by side with pandoc and with itself at other sizes.

    python bench/speed/run.py [--report FILE] [--repeat N] [--pandoc FILE | --without-pandoc] [--only PART] [--json FILE]

Every figure is of whole processes, from start to exit: the wall clock, the processor time and the peak of resident memory.
What is compared runs in turns, so that a busy machine slows both; figures are medians, and ratios are medians of the ratios
of each turn. Parts: ``pandoc`` (the audit of a report against pandoc reading it and writing its syntax tree as JSON), ``growth`` (a
generated report at 1, 10 and 100 times the size, cost per note), ``start`` (``--version`` and ``--help`` against a bare
interpreter), of which a size may be left out with ``--largest``. Exits 0 whatever comes out; targets are printed beside
the figures. Needs a system with ``os.wait4`` (not Windows).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
REPORT = HERE.parents[2] / "shared" / "report" / "dgris-2023.md"
CITECHECK = [sys.executable, "-m", "citecheck"]
NOTES = 360
PANDOC = "pypandoc_binary>=1.17"


@dataclass(frozen=True)
class Run:
    """One process: seconds by the clock, seconds of processor time, megabytes at the peak, exit status."""

    wall: float
    cpu: float
    peak: float
    status: int


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures and prints the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--report", type=Path, default=REPORT, help="the report; a generated one where it is absent")
    parser.add_argument("--repeat", type=int, default=9, help="turns of each comparison")
    parser.add_argument("--largest", type=int, default=100, help="the largest generated report, in times the smallest")
    parser.add_argument("--pandoc", help="pandoc's program; otherwise it is looked for, then installed for the while")
    parser.add_argument("--without-pandoc", action="store_true")
    parser.add_argument("--only", choices=("pandoc", "growth", "start"), help="one part alone")
    parser.add_argument("--json", type=Path, help="write the figures to this file, too")
    options = parser.parse_args(arguments)
    if not hasattr(os, "wait4"):
        sys.exit("this system cannot tell what a process took (no os.wait4)")
    figures: dict[str, object] = {"processors": os.cpu_count(), "python": sys.version.split()[0]}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PYTHONDONTWRITEBYTECODE"] = ""  # Bytecode is cached, as it is for whoever installed citecheck.
        report = options.report
        if not report.is_file():
            print(f"{report} is absent: a generated report stands in for it\n")
            report = generated(Path(folder), NOTES)
        measure([*CITECHECK, "audit", str(report), "--format", "json"])
        if options.only in (None, "pandoc"):
            program = None if options.without_pandoc else options.pandoc or find_pandoc(Path(folder))
            figures["report"] = against_pandoc(report, program, options.repeat)
        if options.only in (None, "start"):
            figures["start"] = starts(options.repeat)
        if options.only in (None, "growth"):
            figures["growth"] = growth(Path(folder), options.repeat, options.largest)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def measure(command: Sequence[str]) -> Run:
    """Runs a command with its output thrown away."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1e6, process.returncode)


def alternate(commands: dict[str, Sequence[str]], repeat: int) -> dict[str, list[Run]]:
    """Runs the commands in turns; the first turn warms up and does not count."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for turn in range(repeat + 1):
        for name, command in commands.items():
            made = measure(command)
            if turn:
                runs[name].append(made)
    return runs


def middle(runs: Sequence[Run], what: str) -> float:
    """The median of one figure."""
    return median(getattr(run, what) for run in runs)


def ratio(runs: Sequence[Run], others: Sequence[Run], what: str) -> float:
    """The median over the turns of how many times one figure is the other."""
    return median(getattr(run, what) / getattr(other, what) for run, other in zip(runs, others, strict=True))


def row(name: str, runs: Sequence[Run], digits: int = 2) -> dict[str, float]:
    """Prints one command's medians."""
    wall, cpu, peak = (middle(runs, what) for what in ("wall", "cpu", "peak"))
    print(f"  {name:44} {wall:8.{digits}f} s {cpu:8.{digits}f} s {peak:7.0f} MB")
    return {"wall_s": wall, "cpu_s": cpu, "peak_mb": peak}


def head(title: str) -> None:
    """Prints the head of a table."""
    print(f"{title:46} {'clock':>10} {'processor':>10} {'memory':>10}")


def generated(folder: Path, notes: int) -> Path:
    """A generated report of so many notes; made in a process of its own, so that this one stays small."""
    path = folder / f"generated-{notes}.md"
    subprocess.run(
        [sys.executable, str(HERE / "generate.py"), "--notes", str(notes), "--output", str(path)], check=True
    )
    return path


def against_pandoc(report: Path, program: str | None, repeat: int) -> dict[str, object]:
    """The audit of a report, and pandoc reading the same file."""
    commands: dict[str, Sequence[str]] = {"citecheck": [*CITECHECK, "audit", str(report), "--format", "json"]}
    if program is not None:
        commands["pandoc"] = [program, "--from", "markdown", "--to", "json", str(report)]
    runs = alternate(commands, repeat)
    failed = [name for name, made in runs.items() if any(run.status not in (0, 1) for run in made)]
    if failed:
        sys.exit(f"{' and '.join(failed)} failed on {report}")
    head(f"The whole audit of {report.name}, {report.stat().st_size / 1000:.0f} kB")
    found: dict[str, object] = {"citecheck": row("citecheck audit --format json", runs["citecheck"])}
    if program is not None:
        found["pandoc"] = row(f"{version(program)}, its syntax tree as JSON", runs["pandoc"])
        ratios = {what: ratio(runs["citecheck"], runs["pandoc"], what) for what in ("wall", "cpu", "peak")}
        found["ratio"] = ratios
        print(f"  ratio (at most 0.8 by the clock) {ratios['wall']:21.2f} {ratios['cpu']:10.2f} {ratios['peak']:10.2f}")
    print(f"  memory (at most 120 MB) {middle(runs['citecheck'], 'peak'):52.0f} MB\n")
    return found


def starts(repeat: int) -> dict[str, object]:
    """The commands that do nothing, and a bare interpreter."""
    script = Path(sys.executable).with_name("citecheck")
    own = [str(script)] if script.is_file() else CITECHECK
    runs = alternate(
        {
            "python -c pass": [sys.executable, "-c", "pass"],
            "citecheck --version": [*own, "--version"],
            "citecheck --help": [*own, "--help"],
        },
        repeat * 3,
    )
    head("Start")
    found: dict[str, object] = {name: row(name, made, 3) for name, made in runs.items()}
    for name, target in (("citecheck --version", " (at most 2 by the clock)"), ("citecheck --help", "")):
        ratios = {what: ratio(runs[name], runs["python -c pass"], what) for what in ("wall", "cpu")}
        found[f"{name}, ratio"] = ratios
        print(f"  {name + ', ratio' + target:44} {ratios['wall']:8.2f}   {ratios['cpu']:8.2f}")
    print()
    return found


def growth(folder: Path, repeat: int, largest: int) -> dict[str, object]:
    """Generated reports of growing size: what each costs for every note."""
    sizes = [times for times in (1, 10, 100) if times <= largest]
    small = generated(folder, 2)
    found: dict[str, object] = {}
    runs: dict[int, list[Run]] = {}
    head("Generated bilingual reports")
    command = [*CITECHECK, "audit", str(small), "--format", "json"]
    start = middle([measure(command) for _ in range(repeat + 1)][1:], "cpu")
    for times in sizes:
        path = generated(folder, NOTES * times)
        command = [*CITECHECK, "audit", str(path), "--format", "json"]
        turns = {1: repeat, 10: max(3, repeat // 2)}.get(times, max(1, repeat // 5))
        runs[times] = [measure(command) for _ in range(turns)]
        if any(run.status != 0 for run in runs[times]):
            print(f"  the report of {NOTES * times} notes is not clean: status {runs[times][0].status}")
        figures = row(f"{times} × ({NOTES * times} notes, {path.stat().st_size / 1e6:.1f} MB)", runs[times])
        each = figures["cpu_s"] / (NOTES * times) * 1000
        net = (figures["cpu_s"] - start) / (NOTES * times) * 1000
        found[f"{times}"] = {**figures, "ms_per_note": each, "ms_per_note_without_start": net}
        print(
            f"    {each:.2f} ms of the processor for each note; {net:.2f} ms without the {start:.2f} s that the start takes"
        )
    if len(sizes) > 1:
        last = sizes[-1]
        costs = {times: middle(runs[times], "cpu") / (NOTES * times) for times in sizes}
        nets = {times: (middle(runs[times], "cpu") - start) / (NOTES * times) for times in sizes}
        found["ratio"] = {"per_note": costs[last] / costs[1], "per_note_without_start": nets[last] / nets[1]}
        print(
            f"  cost per note at {last} × over 1 × (at most 1.2): {costs[last] / costs[1]:.2f};"
            f" without the start: {nets[last] / nets[1]:.2f}"
        )
    print()
    return found


def version(program: str) -> str:
    """The name and version that a program tells."""
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    return told.splitlines()[0] if told else program


def find_pandoc(folder: Path) -> str | None:
    """Pandoc's program: that of an installed pypandoc, or of one installed for the while; None where neither works."""
    beside = next(Path(sys.prefix).glob("lib/python*/site-packages/pypandoc/files/pandoc"), None)
    if beside is not None:
        return str(beside)
    place = folder / "pandoc"
    try:
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True, capture_output=True)
        subprocess.run(
            [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", PANDOC], check=True, capture_output=True
        )
    except (OSError, subprocess.CalledProcessError):
        shutil.rmtree(place, ignore_errors=True)
    found = next(place.glob("lib/python*/site-packages/pypandoc/files/pandoc"), None)
    if found is None:
        print(f"{PANDOC} could not be installed: citecheck is measured alone (or name the program with --pandoc)\n")
    return str(found) if found else None


if __name__ == "__main__":
    main()
