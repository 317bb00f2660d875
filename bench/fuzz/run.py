"""Mutated inputs of every kind through the commands of citecheck, by seed.

    python bench/fuzz/run.py [--inputs N] [--seed N] [--kind KIND] [--case N] [--workers N] [--keep FOLDER]

Reports, data files, configurations, decisions, baselines, caches, bibliographies, files of links, command lines and the answers
of hosts are changed, and go through audit (in all its formats), reconcile, export, extract, fix, links, show and config. What
counts as a failure: an exception that comes out, exit status 3, more than 5 s of processor time or a minute of waiting for one
command, more than a gigabyte of memory, an output that breaks its format, and an input that is written over. Case N of a seed is the same whatever
the number of workers, and on every machine; ``--case N`` runs it alone. With ``--keep``, each sort of failure is made small and laid into a
folder, with the words to repeat it. Nothing leaves the machine: hosts are a function. Exits 1 where anything failed.

How time grows with the size of an input is measured by bench/growth. Needs a system with limits for processes (not Windows).
"""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import multiprocessing
import resource
import shlex
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from inputs import KINDS, Case, case
from judge import faults
from reduce import reduced
from running import prepare, ran

LONGEST = 5
"""Seconds of the processor that a command may take."""
WAITED = 60.0
"""Seconds in which a worker takes no time of the processor: it waits for something that never comes."""
MEMORY = 1 << 30
"""Bytes that a worker may take beyond what it has when it starts."""
TURN = 250
"""Cases after which a worker is replaced, so that none grows old."""


@dataclass
class Tally:
    """What came of the cases so far: exit statuses by kind, and the failures by name, each with its cases."""

    inputs: Counter[str] = field(default_factory=Counter)
    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    failures: dict[str, list[int]] = field(default_factory=dict)


@dataclass
class Worker:
    """A process, the way to it, the case that it has in hand, the ticks of the processor that it took, and since when."""

    process: Any
    way: Connection
    number: int | None = None
    ticks: int = 0
    since: float = 0.0
    done: int = 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the cases and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0, help="the number of the first case")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--kind", action="append", choices=KINDS, default=[], help="only this kind; may be repeated")
    parser.add_argument("--case", type=int, help="only the case with this number, with what each command says")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--waited", type=float, default=WAITED, help="seconds in which a worker may do nothing")
    parser.add_argument("--keep", type=Path, help="a folder for the failures")
    options = parser.parse_args(arguments)
    if options.case is not None:
        return alone(options)
    start = time.monotonic()
    tally = Tally()
    # Whoever ends a run early sees what came of it so far.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        contextlib.suppress(KeyboardInterrupt, SystemExit),
    ):
        pooled(options, Path(folder), tally)
    print(table(tally), end="")
    print(f"\n{sum(tally.inputs.values())} inputs, seed {options.seed}, {time.monotonic() - start:.0f} s")
    failures = {name: sorted(numbers) for name, numbers in sorted(tally.failures.items())}
    for name, numbers in sorted(failures.items(), key=lambda one: -len(one[1])):
        print(
            f"\n{len(numbers)} × {name}\n    python bench/fuzz/run.py --seed {options.seed} --case {numbers[0]}{''.join(f' --kind {shlex.quote(kind)}' for kind in options.kind)}"
        )
    if options.keep:
        for name, numbers in failures.items():
            keep(options, name, numbers[0])
    return int(bool(tally.failures))


def pooled(options: argparse.Namespace, folder: Path, tally: Tally) -> None:
    """All cases, over some processes that are watched; what comes of them goes into the tally."""
    todo = iter(range(options.first, options.first + options.inputs))
    workers = [begun(options, folder / str(at)) for at in range(max(options.workers, 1))]
    while workers:
        wait([worker.way for worker in workers], timeout=1.0)
        for at, worker in reversed(list(enumerate(workers))):
            if worker.way.poll():
                try:
                    statuses, found = worker.way.recv()
                except (EOFError, ConnectionResetError):
                    statuses, found = [], [f"hang: {died(worker, folder / str(at))}"]
                    worker.done = TURN
            elif idle(worker) > options.waited:
                worker.process.kill()
                statuses, found = [], ["hang: it waits for something that never comes"]
                worker.done = TURN
            else:
                continue
            if worker.number is not None:
                count(tally, options, worker.number, statuses, found)
            if worker.done >= TURN:
                ended(worker)
                workers[at] = begun(options, folder / str(at))
            elif not hand(worker, todo):
                ended(worker)
                del workers[at]


def begun(options: argparse.Namespace, folder: Path) -> Worker:
    """A new process that works."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(
        target=work, args=(there, options.seed, options.kind, folder), daemon=True
    )
    process.start()
    there.close()
    return Worker(process, here)


def hand(worker: Worker, todo: Iterator[int]) -> bool:
    """Gives a worker the next case; tells whether there is one."""
    worker.number = next(todo, None)
    worker.since, worker.done = time.monotonic(), worker.done + 1
    if worker.number is not None:
        worker.way.send(worker.number)
    return worker.number is not None


def idle(worker: Worker) -> float:
    """For how many seconds a worker has done nothing with its case; on a busy machine it gets its turn now and then."""
    stat = Path(f"/proc/{worker.process.pid}/stat")
    fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split() if stat.exists() else []
    ticks = int(fields[11]) + int(fields[12]) if fields else worker.ticks
    if worker.number is None or ticks != worker.ticks:
        worker.ticks, worker.since = ticks, time.monotonic()
    return time.monotonic() - worker.since


def ended(worker: Worker) -> None:
    """Ends a worker."""
    worker.way.close()
    worker.process.join(5)
    if worker.process.is_alive():
        worker.process.kill()


def died(worker: Worker, folder: Path) -> str:
    """Why a worker is no more, and where it was."""
    worker.process.join(5)
    log = folder / "stack"
    where = [
        line.split('"')[1:]
        for line in (log.read_text(encoding="utf-8") if log.is_file() else "").splitlines()
        if "/citecheck/" in line
    ]
    place = (
        f"{where[0][0].rpartition('/citecheck/')[2]}{where[0][1].partition(' in ')[2].join((' ', ''))}"
        if where
        else "?"
    )
    if worker.process.exitcode == -signal.SIGXCPU:
        return f"more than {LONGEST} s in {place}"
    return f"the process ended with {worker.process.exitcode} in {place}"


def work(way: Connection, seed: int, kinds: Sequence[str], folder: Path) -> None:
    """A worker: takes numbers, runs their cases, and says what came of it, until nobody asks any more."""
    folder.mkdir(parents=True, exist_ok=True)
    prepare(folder / "home")
    with (folder / "stack").open("w", encoding="utf-8") as log:
        faulthandler.register(signal.SIGXCPU, file=log, all_threads=False, chain=True)
        limit_memory()
        # Ready: until then, nothing has begun.
        way.send(([], []))
        while True:
            try:
                number = way.recv()
                way.send(outcome(case(seed, number, kinds), folder / "work"))
            except (EOFError, BrokenPipeError):
                return


def limit_memory() -> None:
    """Makes what takes far too much a MemoryError."""
    pages = int(Path("/proc/self/statm").read_text().split()[0]) if Path("/proc/self/statm").exists() else 0
    if pages:
        resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + MEMORY, resource.RLIM_INFINITY))


def outcome(one: Case, folder: Path) -> tuple[list[int], list[str]]:
    """The exit statuses of a case's commands, and what is wrong."""
    statuses: list[int] = []
    found: list[str] = []
    stdin = one.files.get(one.stdin, b"") if one.stdin else b""
    runs = ran(folder, one.files, one.commands, stdin, one.chance)
    while True:
        used = resource.getrusage(resource.RUSAGE_SELF)
        # The kernel ends a process that takes longer, wherever it is: no signal gets into an expression that backtracks.
        resource.setrlimit(
            resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + LONGEST + 1, resource.RLIM_INFINITY)
        )
        run = next(runs, None)
        if run is None:
            return statuses, found
        statuses.append(-1 if run.status is None else run.status)
        found += faults(one, run)


def count(
    tally: Tally, options: argparse.Namespace, number: int, statuses: Sequence[int], found: Sequence[str]
) -> None:
    """Enters what came of a case."""
    turns = options.kind or None
    kind = case(options.seed, number, turns or ()).kind
    tally.inputs[kind] += 1
    for status in set(statuses):
        tally.statuses[kind, status] += 1
    tally.failed[kind] += bool(found)
    for name in dict.fromkeys(found):
        if name not in tally.failures:
            print(f"case {number}: {name}", file=sys.stderr, flush=True)
        tally.failures.setdefault(name, []).append(number)
    if (done := sum(tally.inputs.values())) % 1000 == 0:
        print(f"{done} inputs, {len(tally.failures)} sorts of failure", file=sys.stderr, flush=True)


def table(tally: Tally) -> str:
    """The table: for each kind its inputs, those with a command that exits 0, 1 and 2, and those that failed."""
    lines = [f"{'kind':14}{'inputs':>8}{'exit 0':>8}{'exit 1':>8}{'exit 2':>8}{'failures':>10}"]
    for kind in KINDS:
        if tally.inputs[kind]:
            counts = "".join(f"{tally.statuses[kind, status]:8}" for status in (0, 1, 2))
            lines.append(f"{kind:14}{tally.inputs[kind]:8}{counts}{tally.failed[kind]:10}")
    return "".join(f"{line}\n" for line in lines)


def alone(options: argparse.Namespace) -> int:
    """One case, with what it says."""
    one = case(options.seed, options.case, options.kind)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.keep:
            lay(options.keep, one)
        prepare(folder / "home")
        limit_memory()
        found: list[str] = []
        stdin = one.files.get(one.stdin, b"") if one.stdin else b""
        for run in ran(folder / "work", one.files, one.commands, stdin, one.chance):
            print(f"$ citecheck {shlex.join(run.words)}\n{run.err[-3000:]}exit {run.status}", flush=True)
            found += faults(one, run)
    print("".join(f"FAILED {name}\n" for name in found) or "nothing is wrong")
    return int(bool(found))


def keep(options: argparse.Namespace, name: str, number: int) -> None:
    """Lays the smallest input that fails so into a folder. What hangs stays as it is: each try would take its time."""
    one = case(options.seed, number, options.kind)
    if not name.startswith("hang"):
        one = in_child(one, name)
    lay(options.keep / f"{one.kind.replace(' ', '-')}-{options.seed}-{number}-{sum(name.encode()) % 1000}", one, name)


def in_child(one: Case, name: str) -> Case:
    """The case made small, in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1, prepare, (Path(tempfile.gettempdir()),)) as pool:
        try:
            return pool.apply_async(smaller, (one, name)).get(timeout=WAITED)
        except multiprocessing.TimeoutError:
            return one


def smaller(one: Case, name: str) -> Case:
    """The case made small."""
    limit_memory()
    with tempfile.TemporaryDirectory() as folder:
        return reduced(one, lambda other: name in outcome(other, Path(folder) / "work")[1])


def lay(folder: Path, one: Case, name: str = "") -> None:
    """Writes a case into a folder: its files, and the words."""
    for file, data in one.files.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(data)
    said = "".join(f"citecheck {shlex.join(words)}{f' < {one.stdin}' if one.stdin else ''}\n" for words in one.commands)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "COMMANDS").write_text(f"# {name}\n{said}", encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
