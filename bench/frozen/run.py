"""Freezes what citecheck makes of many documents, and says what a later program makes otherwise.

    python bench/frozen/run.py --keep FILE [--whole DIR] [--report PATH] [--planted N] [--seed N] [--only TEXT] [--program DIR]
    python bench/frozen/run.py --compare FILE [--whole DIR] [--report PATH] [--only TEXT] [--program DIR]

The documents are those of ``tests/corpus``, ``docs/example``, the embedded data, the report of ``--report`` where it is there,
and ``--planted`` ones with an error in each, chosen by ``--seed``. Of each it keeps the checksums of both files of ``extract``, of
``audit --format json``, and of what the two say on standard error, with their exit statuses. ``--compare`` takes the planted
documents by the seed and number of FILE, names what differs, and exits 1 where anything does; a document that is itself no more the
same is told apart. ``--whole`` writes the outputs, too, each document into a folder, so that ``diff -r`` shows what became of
them. ``--program`` is the checkout whose program runs (its ``src``), with the interpreter and libraries of this one.

Before a change that is to keep behaviour:

    python bench/frozen/run.py --keep before.json --whole before
    …
    python bench/frozen/run.py --compare before.json --whole after || diff -r before after

The version in ``audit --format json`` is left out, so that a release changes nothing.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import io
import json
import multiprocessing
import os
import random
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.planting.documents import Clean, documents  # noqa: E402
from tests.planting.plants import load_kinds  # noqa: E402

REPORT = ROOT.parent / "shared" / "report" / "dgris-2023.md"
SETTLED = ("--today", "2026-01-01", "--offline", "--ui", "en")
VERSION = re.compile(rb'("name": "citecheck",\s*"version": )"[^"]*"')
Frozen = Mapping[str, str]
"""The checksum of each output of a document, and of the document itself, by name; and the exit statuses."""


@dataclass(frozen=True)
class Job:
    """A document: its ``files`` by path, and the ``paths`` that the program is given; none for the embedded data."""

    name: str
    files: Mapping[str, str]
    paths: tuple[str, ...]
    bibliography: str | None = None


def main(arguments: Sequence[str] | None = None) -> int:
    """Freezes or compares; the exit status is 1 where something differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--keep", type=Path, metavar="FILE", help="write the checksums to FILE")
    task.add_argument("--compare", type=Path, metavar="FILE", help="compare with the checksums of FILE")
    parser.add_argument("--whole", type=Path, metavar="DIR", help="write the outputs themselves below DIR, too")
    parser.add_argument("--report", type=Path, default=REPORT, help="a further document; left out where it is absent")
    parser.add_argument("--planted", type=int, default=1000, metavar="N", help="planted documents (default: 1000)")
    parser.add_argument("--seed", type=int, default=12, help="which ones (default: 12)")
    parser.add_argument("--program", type=Path, default=ROOT, metavar="DIR", help="the checkout whose program runs")
    parser.add_argument("--only", default="", metavar="TEXT", help="only documents whose name holds this text")
    options = parser.parse_args(arguments)
    source = options.program.resolve() / "src"
    if not (source / "citecheck").is_dir():
        parser.error(f"{options.program}: holds no src/citecheck; name a checkout")
    kept = json.loads(options.compare.read_text(encoding="utf-8")) if options.compare else None
    seed, number = (kept["seed"], kept["planted"]) if kept else (options.seed, options.planted)
    jobs = [job for job in (*_unplanted(options.report), *_planted(seed, number)) if options.only in job.name]
    made = freeze(jobs, source, options.whole)
    if kept is not None:
        return _told({name: one for name, one in kept["documents"].items() if options.only in name}, made)
    failed = [name for name, one in made.items() if not set(one["status"]) <= set("01 ")]
    if failed:
        print(f"nothing is kept, since the program fails on {', '.join(failed[:5])}{', …' if failed[5:] else ''}")
        return 1
    value = {"seed": seed, "planted": number, "documents": made}
    options.keep.write_text(json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(made)} documents frozen in {options.keep}")
    return 0


def freeze(jobs: Sequence[Job], source: Path, whole: Path | None = None) -> dict[str, Frozen]:
    """The checksums of what the program in ``source`` makes of each document, by the document's name."""
    whole = whole and whole.resolve()
    # Spawned, since what this process has imported must not be what the other program runs.
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn"), _begin, (str(source),)) as pool:
        made = pool.map(partial(_frozen, whole=whole), jobs, chunksize=8)
        return dict(zip([job.name for job in jobs], made, strict=True))


def _unplanted(report: Path) -> Iterator[Job]:
    if report.is_file():
        yield Job("report", {report.name: report.read_text(encoding="utf-8")}, (report.name,))
    data = {f"data/{path.name}": path.read_text(encoding="utf-8") for path in sorted((ROOT / "data").glob("*.json"))}
    yield Job("data", data, ())
    for folder in ("tests/corpus/clean", "tests/corpus/silent", "docs/example"):
        for clean in documents(ROOT / folder):
            yield _job(f"{folder}/{clean.name}", clean, clean.text)


def _planted(seed: int, number: int) -> list[Job]:
    """So many planted documents, of every kind of error and of every document."""
    cleans = list(documents(ROOT / "tests" / "corpus" / "clean"))
    each, jobs = 1, list[Job]()
    while len(jobs) < number and each <= number:
        jobs = [
            _job(f"planted/{clean.name}/{kind.name}/{ordinal}", clean, plant.text)
            for clean in cleans
            for kind in load_kinds()
            for ordinal, plant in enumerate(kind.plants(clean, seed, each), 1)
        ]
        each *= 2
    return random.Random(seed).sample(jobs, min(number, len(jobs)))


def _job(name: str, clean: Clean, text: str) -> Job:
    files, bibliography = dict(clean.files(text)), None
    if clean.bibliography:
        bibliography = Path(clean.bibliography).name
        files[bibliography] = Path(clean.bibliography).read_text(encoding="utf-8")
    return Job(name, files, clean.paths, bibliography)


def _begin(source: str) -> None:
    """Prepares a process of the pool: what it imports of citecheck comes from ``source``."""
    sys.path.insert(0, source)
    import typer.main

    import citecheck

    # Making the commands out of their functions takes as long as auditing a short document.
    typer.main.get_command = cache(typer.main.get_command)
    gc.set_threshold(100_000, 20, 50)

    if not Path(citecheck.__file__).is_relative_to(source):
        raise RuntimeError(f"citecheck came from {citecheck.__file__}, not from {source}")


def _frozen(job: Job, *, whole: Path | None) -> Frozen:
    """Runs ``extract`` and ``audit`` on a document, in a folder of its own, so that paths are the same each time."""
    outputs: dict[str, bytes] = {}
    statuses: list[int] = []
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "document"
        for path, text in job.files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(text.encode())
        bibliography = ("--bibliography", job.bibliography) if job.bibliography else ()
        os.chdir(root)
        try:
            if job.paths:
                status, _, outputs["extract.log"] = _run("extract", *job.paths, *bibliography, "-o", "../data")
                statuses.append(status)
                outputs |= {path.name: path.read_bytes() for path in Path("../data").glob("*.json")}
            status, audited, outputs["audit.log"] = _run(
                "audit", *job.paths, *bibliography, "--format", "json", *SETTLED
            )
            statuses.append(status)
            outputs["audit.json"] = VERSION.sub(rb'\1""', audited)
        finally:
            os.chdir(here)
    if whole is not None:
        target = whole / re.sub(r"[^\w./-]+", "-", job.name)
        target.mkdir(parents=True, exist_ok=True)
        for name, content in outputs.items():
            (target / name).write_bytes(content)
    outputs["document"] = json.dumps([sorted(job.files.items()), job.paths]).encode()
    checksums = {name: sha256(content).hexdigest() for name, content in outputs.items()}
    return checksums | {"status": " ".join(map(str, statuses))}


def _run(*arguments: str) -> tuple[int, bytes, bytes]:
    """The exit status of a command, what it writes, and what it says on standard error."""
    from citecheck.cli import run

    output, log = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n") for _ in range(2))
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(log):
        status = run(arguments)
    output.flush()
    log.flush()
    return status, output.buffer.getvalue(), log.buffer.getvalue()


def _told(kept: Mapping[str, Frozen], made: Mapping[str, Frozen]) -> int:
    """Prints what differs, a document a line; 1 where anything does."""
    absent = [name for name in kept if name not in made]
    others = [name for name in made if name in kept and made[name]["document"] != kept[name]["document"]]
    differing = 0
    for name in made:
        outputs = sorted({*kept.get(name, ()), *made[name]} - {"document"})
        changed = [output for output in outputs if made[name].get(output) != kept.get(name, {}).get(output)]
        if name in kept and name not in others and changed:
            differing += 1
            print(f"{name}: {', '.join(changed)}")
    for heading, names in (
        ("not compared, since they are no more the same documents", others),
        ("not compared, since they are not there now", absent),
        ("not compared, since they were not there before", [name for name in made if name not in kept]),
    ):
        if names:
            print(f"{heading}: {len(names)} ({', '.join(names[:5])}{', …' if names[5:] else ''})")
    compared = len(made) - len(others) - sum(name not in kept for name in made)
    print(f"{differing} of {compared} documents differ")
    return 1 if differing or others or absent else 0


if __name__ == "__main__":
    sys.exit(main())
