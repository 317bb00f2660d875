"""How many planted errors citecheck finds, and how many findings it makes of each.

    python bench/planted/run.py [--documents DIR] [--report PATH] [--seed N] [--each N] [--kind TEXT] [--misses]

Every document is audited clean and then once for each plant. Where a document has nothing that a kind could spoil, the
error is planted in a carrier, the document with a passage of our own put in; what that passage alone raises is listed with
the false alarms. A report with defects of its own can be planted in as well: what its audit finds already does not count. A plant is *found* where a finding that the clean audit does
not have bears a code that counts for its kind and touches the spot, or the note or entry of the spot, with one of its
places, in either version. *Extra* are further new findings: one defect should be one finding. *Allowed* are those that a
kind names as saying what the first does not (``follows``; none does today). Exits 0 whatever comes out.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.planting.documents import documents, read  # noqa: E402
from tests.planting.judging import Outcome, base_audited, judge, kinds  # noqa: E402

from citecheck.model.finding import Finding  # noqa: E402

DOCUMENTS = ROOT / "tests" / "corpus" / "clean"


def main(arguments: Sequence[str] | None = None) -> None:
    """Plants, audits and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=Path, default=DOCUMENTS, help="folder of clean documents")
    parser.add_argument("--report", type=Path, help="a further document, with whatever defects it has")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=2, help="plants of a kind in a document")
    parser.add_argument("--kind", default="", help="only kinds whose name holds this text")
    parser.add_argument("--only", default="", help="only documents whose name holds this text")
    parser.add_argument(
        "--misses", action="store_true", help="show every plant that was missed, or has a second finding"
    )
    options = parser.parse_args(arguments)
    outcomes: list[Outcome] = []
    alarms: list[tuple[str, Finding]] = []
    cleans = list(documents(options.documents))
    if options.report is not None:
        cleans.append(read("report", (options.report.name,), [options.report.read_text(encoding="utf-8")]))
    for clean in cleans:
        if options.only not in clean.name:
            continue
        if options.report is None or clean is not cleans[-1]:
            alarms += [(clean.name, finding) for finding in base_audited(clean).findings]
        for kind in kinds():
            if options.kind in kind.name:
                outcomes += [judge(clean, plant) for plant in kind.plants(clean, options.seed, options.each)]
    alarms += dict.fromkeys((f"{one.clean.name} (carrier)", found) for one in outcomes for found in one.raised)
    _print_alarms(alarms)
    _print_by_document(outcomes)
    if options.misses:
        _print_misses(outcomes)
    _print_totals(outcomes)


def _print_alarms(alarms: Sequence[tuple[str, Finding]]) -> None:
    print("False alarms on the clean documents")
    for level in ("error", "warning", "info"):
        own = [(name, one) for name, one in alarms if one.severity.value == level]
        print(f"  {level}: {len(own)}")
        for name, one in own if level != "info" else []:
            print(f"    {name}:{one.place.span.line} {one.code} {_short(one.place.span.text)}")
    print()


def _print_by_document(outcomes: Sequence[Outcome]) -> None:
    print(f"{'kind':40} {'document':28} planted found extra")
    for kind in kinds():
        for document in dict.fromkeys(one.clean.name for one in outcomes):
            own = [one for one in outcomes if one.plant.kind == kind.name and one.clean.name == document]
            if own:
                print(
                    f"{kind.name:40} {document:28} {len(own):7} {_count(own):5} {sum(len(one.extra) for one in own):5}"
                )
    print()


def _count(outcomes: Sequence[Outcome]) -> int:
    return sum(bool(one.found) for one in outcomes)


def _print_misses(outcomes: Sequence[Outcome]) -> None:
    for one in outcomes:
        if one.found and not one.extra and not one.allowed:
            continue
        state = "MISSED" if not one.found else "TWICE" if one.extra else "ALLOWED"
        print(f"{state:7} {one.plant.kind} | {one.clean.name} | {one.plant.what}")
        for mark, findings in (("+", one.extra), ("=", one.allowed)):
            for finding in findings:
                place = finding.place.span
                print(
                    f"         {mark} {finding.code} {finding.severity.value} line {place.line}: {_short(place.text)}"
                )
    print()


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 70 else text[:69] + "…"


def _print_totals(outcomes: Sequence[Outcome]) -> None:
    print(f"{'kind':40} {'codes':16} planted found        extra findings  allowed")
    for kind in kinds():
        own = [one for one in outcomes if one.plant.kind == kind.name]
        if own:
            share = f"{100 * _count(own) / len(own):.0f} %"
            extra = sum(len(one.extra) for one in own if one.found)
            allowed = sum(len(one.allowed) for one in own)
            print(
                f"{kind.name:40} {','.join(kind.codes):16} {len(own):7} {_count(own):5} {share:>6} {extra:8}"
                f"{allowed or '':>16}"
            )
    if outcomes:
        share = f"{100 * _count(outcomes) / len(outcomes):.1f} %"
        doubled = sum(len(one.extra) for one in outcomes if one.found)
        allowed = sum(len(one.allowed) for one in outcomes)
        print(f"{'all':57} {len(outcomes):7} {_count(outcomes):5} {share:>6} {doubled:8}{allowed:16}")


if __name__ == "__main__":
    main()
