"""How the time of a run grows with the report: families of reports at sizes that double, and the exponent between the last ones.

    python bench/growth/run.py [--families TEXT …] [--sizes N] [--seconds S] [--all] [--json FILE]

A family is one kind of thing, repeated (see `families`). Each size is read by a process of its own, forked when everything is
imported, so that the start does not count; what counts is processor time. A family is doubled until a run takes long enough
to tell (``--seconds``) or the report is large enough that it no longer matters (``--sizes`` doublings, two million characters). The exponent is that of the last
doubling, and of the last two: 1 is twice the time for twice the report, 2 is four times. Exits 1 where one is above 1.3 or a run does not
end well. Needs a system that can fork (not Windows).
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import os
import resource
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from families import Case, Family, families

from citecheck.cli import run

HIGHEST = 1.3
LARGEST = 2_000_000
"""Characters beyond which a family is not doubled."""
SHORTEST = 0.2
"""Seconds below which a run tells nothing about growth."""
LONGEST = 20
"""Seconds of the processor that a run may take."""
EMPTY = "# Report on public facilities\n\nThe committee said in its report that the works would go on as they were.\n"


@dataclass(frozen=True)
class Run:
    """One size of a family: how much is repeated, characters, seconds of the processor, megabytes, exit status (-1: stopped)."""

    times: int
    characters: int
    seconds: float
    megabytes: float
    status: int


@dataclass(frozen=True)
class Growth:
    """A family with its runs and its exponent; None where all runs are too short to tell."""

    name: str
    runs: Sequence[Run]
    exponent: float | None
    failed: bool

    @property
    def bad(self) -> bool:
        """Whether it grows too fast, or a run failed."""
        return self.failed or (self.exponent is not None and self.exponent > HIGHEST)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures the families that are asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--families", nargs="*", default=[], help="only families in whose name one of these stands")
    parser.add_argument("--sizes", type=int, default=8, help="how often the first size is doubled at most")
    parser.add_argument("--seconds", type=float, default=1.0, help="seconds from which on a run is long enough")
    parser.add_argument("--part", help="only each Nth family, beginning with the Kth: K/N")
    parser.add_argument("--list", action="store_true", help="only names the families")
    parser.add_argument("--json", type=Path, help="write the figures to this file, too")
    options = parser.parse_args(arguments)
    chosen = [one for one in families() if not options.families or any(text in one.name for text in options.families)]
    if options.part:
        first, step = map(int, options.part.split("/"))
        chosen = chosen[first - 1 :: step]
    if options.list:
        print("\n".join(one.name for one in chosen))
        return
    gc.set_threshold(100_000, 20, 50)
    warm = Case(
        {"en.md": EMPTY, "fr.md": EMPTY}, ["audit", "--format", "json", "--lang", "en=en.md", "--lang", "fr=fr.md"]
    )
    here(warm)
    start = measured(warm, 0).seconds
    print(f"{len(chosen)} families; a report without anything takes {start:.3f} s\n")
    print(f"{'':44} {'times':>8} {'kB':>6} {'s':>7} {'MB':>5} {'exponent':>8}")
    made = []
    for family in chosen:
        growth = grown(family, start, options.sizes, options.seconds)
        made.append(growth)
        last = growth.runs[-1]
        shown = "-" if growth.exponent is None else f"{growth.exponent:.2f}"
        mark = f"  FAILED ({last.status})" if growth.failed else "  TOO FAST" if growth.bad else ""
        print(f"{growth.name:44} {last.times:8} {last.characters / 1000:6.0f} {last.seconds:7.2f} {last.megabytes:5.0f} {shown:>8}{mark}", flush=True)  # fmt: skip
    bad = [one.name for one in made if one.bad]
    print(f"\n{len(made)} families, {len(bad)} above {HIGHEST} or failed" + "".join(f"\n  {name}" for name in bad))
    if options.json:
        options.json.write_text(json.dumps([asdict(one) for one in made], indent=1) + "\n", encoding="utf-8")
    sys.exit(1 if bad else 0)


def grown(family: Family, start: float, sizes: int, seconds: float) -> Growth:
    """Doubles a family until a run is long enough."""
    runs: list[Run] = []
    for power in range(sizes + 1):
        times = family.first * 2**power
        case = family.case(times)
        if runs and case.size > LARGEST:
            break
        runs.append(measured(case, times))
        if runs[-1].status not in case.statuses:
            return Growth(family.name, runs, None, failed=True)
        if len(runs) > 2 and runs[-1].seconds - start >= seconds:
            break
    exponent = exponent_of(runs, start)
    if exponent is not None and exponent > HIGHEST:
        # Another process may have been in the way: the better of two runs counts.
        runs[-3:] = [
            min(one, measured(family.case(one.times), one.times), key=lambda run: run.seconds) for one in runs[-3:]
        ]
        exponent = exponent_of(runs, start)
    return Growth(family.name, runs, exponent, failed=False)


def exponent_of(runs: Sequence[Run], start: float) -> float | None:
    """The exponent over the last doublings that are long enough to tell."""
    told = [run for run in runs[-3:] if run.seconds - start >= SHORTEST / 4]
    if len(told) < 2 or told[-1].seconds - start < SHORTEST:
        return None
    return math.log2((told[-1].seconds - start) / (told[0].seconds - start)) / (len(told) - 1)


def measured(case: Case, times: int) -> Run:
    """Runs a case in a process of its own."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
        status = 3
        try:
            status = here(case)
        finally:
            os._exit(status)
    _, status, used = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return Run(times, case.size, used.ru_utime, used.ru_maxrss / 1000, max(code, -1))


def here(case: Case) -> int:
    """Runs a case in this process, in a folder of its own, its output thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in case.files.items():
            Path(folder, name).write_text(text, encoding="utf-8", newline="\n")
        before = Path.cwd()
        os.chdir(folder)
        try:
            return silent(lambda: run(list(case.arguments)))
        finally:
            os.chdir(before)


def silent(call: Callable[[], int]) -> int:
    """Calls with both outputs thrown away."""
    saved = [os.dup(number) for number in (1, 2)]
    with Path(os.devnull).open("w") as nowhere:
        for number in (1, 2):
            os.dup2(nowhere.fileno(), number)
        try:
            return call()
        finally:
            for number, kept in zip((1, 2), saved, strict=True):
                os.dup2(kept, number)
                os.close(kept)


if __name__ == "__main__":
    main()
