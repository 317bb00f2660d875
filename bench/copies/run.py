"""Copies of one text: is each change that was planted between two of them found as what it is, and nothing else?

    python bench/copies/run.py [--seeds N] [--formats md,docx,odt,html,epub,tex] [--office] [--pair A B …]

For each seed two drafts are made with one change of each kind (a note lost, added, worded anew, moved; a marker that leads
elsewhere; an entry that differs; a passage cut; nothing), and written in each format by pandoc. The first is compared with the second
in the same format and, the second in the next one, in another; with ``--office`` LibreOffice makes a PDF of the second, too. Printed
for each kind: found as what it is, missed, and found besides. ``--pair`` compares two files of your own and prints what is found. Exits 1
where something was missed or found besides.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections import Counter
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.planting.drafts import KINDS, Planted, planted

from citecheck import pipeline
from citecheck.model.job import Job
from citecheck.model.report import Report
from citecheck.read.pandoc.program import pandoc_program

FORMATS = {"docx": "docx", "odt": "odt", "html": "html", "epub": "epub", "tex": "latex"}
MORE = {"epub": ("--metadata", "title=T"), "tex": ("--standalone",), "html": ("--standalone", "--metadata", "title=T")}


def main() -> None:
    """Compares all pairs and prints what came of each kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--formats", default="md,docx,odt,html,epub,tex")
    parser.add_argument("--office", action="store_true")
    parser.add_argument("--pair", nargs=2, action="append", default=[])
    said = parser.parse_args()
    for first, second in said.pair:
        report = compared(Path(first), Path(second))
        print(f"{first} {second}: {dict(Counter(f'{one.code} {one.severity.value}' for one in report.findings))}")
    if said.pair:
        return
    formats = said.formats.split(",")
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(said.seeds):
            for one in planted(seed):
                for made in _pairs(one, formats, Path(folder), said.office):
                    found = sorted(f.code for f in compared(*made).findings)
                    _count(counts[one.kind], found, list(one.codes), (one.kind, seed, made))
    for kind, count in counts.items():
        print(f"{kind:14} found {count['found']:4}, missed {count['missed']:3}, besides {count['besides']:3}")
    sys.exit(any(count["missed"] or count["besides"] for count in counts.values()))


def _count(count: Counter[str], found: list[str], wanted: list[str], about: object) -> None:
    rest = list(found)
    for code in wanted:
        if code in rest:
            rest.remove(code)
            count["found"] += 1
        else:
            count["missed"] += 1
    count["besides"] += len(rest)
    if rest or len(found) < len(wanted):
        print("  amiss:", about, "wanted", wanted, "found", found, file=sys.stderr)


def _pairs(one: Planted, formats: list[str], folder: Path, office: bool) -> list[tuple[Path, Path]]:
    """The files of both drafts: both in each format, and each format beside the next one."""
    first = {ending: _written(one.first.markdown(), folder / f"first.{ending}") for ending in formats}
    second = {ending: _written(one.second.markdown(), folder / f"second.{ending}") for ending in formats}
    pairs = [(first[ending], second[ending]) for ending in formats]
    pairs += [(first[a], second[b]) for a, b in pairwise(formats)]
    if office:
        pairs.append((first[formats[0]], _printed(second["docx"])))
    return pairs


def _written(text: str, path: Path) -> Path:
    if path.suffix == ".md":
        path.write_text(text, "utf-8")
        return path
    command = [
        f"{pandoc_program()}",
        "--from",
        "markdown-smart",
        "--to",
        FORMATS[path.suffix[1:]],
        "--output",
        str(path),
    ]
    subprocess.run([*command, *MORE.get(path.suffix[1:], ())], input=text.encode(), check=True, timeout=120)
    return path


def _printed(path: Path) -> Path:
    profile = f"-env:UserInstallation=file://{path.parent}/office"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return path.with_suffix(".pdf")


def compared(first: Path, second: Path) -> Report:
    """The comparison of two files."""
    left, right = (pipeline.load(Job(paths=(str(path),)))[0] for path in (first, second))
    return pipeline.compare(left, right, Job())


if __name__ == "__main__":
    main()
