"""How many planted errors citecheck finds, and how many findings it makes of each.

    python bench/planted/run.py [--documents DIR] [--report PATH] [--seed N] [--each N] [--kind TEXT] [--misses]

Every document is audited clean and then once for each plant. Where a document has nothing that a kind could spoil, the
error is planted in a carrier, the document with a passage of our own put in; what that passage alone raises is listed with
the false alarms. A report with defects of its own can be planted in as well: what its audit finds already does not count. A plant is *found* where a finding that the clean audit does
not have bears a code that counts for its kind and touches the spot, or the note or entry of the spot, with one of its
places, in either version. *Extra* are further new findings: one defect should be one finding. *Allowed* are those that a
kind names as saying what the first does not (`plant.FOLLOWS`; none does today). Exits 0 whatever comes out.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import addresses  # noqa: F401
import habits  # noqa: F401
import locators  # noqa: F401
import money  # noqa: F401
import versions  # noqa: F401
from documents import Clean, documents, read
from plant import ACCEPTED, FOLLOWS, Plant, plants
from plant import KINDS as ALL_KINDS

from citecheck.checks import load_rules
from citecheck.model.finding import Finding, Severity
from citecheck.model.report import Report
from citecheck.pipeline import audit

DOCUMENTS = Path(__file__).parents[2] / "tests" / "corpus" / "clean"
RULES = {module.rule.code for module in load_rules()}
KINDS = {name: plant for name, plant in ALL_KINDS.items() if RULES & set(ACCEPTED[name])}
"""The kinds of error that there is a rule for."""
_BASES: dict[tuple[str, str], Report] = {}


@dataclass(frozen=True)
class Outcome:
    """What became of one plant."""

    clean: Clean
    plant: Plant
    found: tuple[Finding, ...]
    extra: tuple[Finding, ...]
    allowed: tuple[Finding, ...] = ()
    """Further findings that say something that the first does not, by the table of the kind."""
    raised: tuple[Finding, ...] = ()
    """Errors and warnings that the carrier raises, and the document does not."""


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
        before = _audit(clean, clean.text)
        if options.report is None or clean is not cleans[-1]:
            alarms += [(clean.name, finding) for finding in before.findings]
        for name in KINDS:
            if options.kind in name:
                for plant in plants(clean, name, options.seed, options.each):
                    outcomes.append(_judge(clean, before, plant))
    alarms += dict.fromkeys((f"{one.clean.name} (carrier)", found) for one in outcomes for found in one.raised)
    _print_alarms(alarms)
    _print_by_document(outcomes)
    if options.misses:
        _print_misses(outcomes)
    _print_totals(outcomes)


def _audit(clean: Clean, text: str) -> Report:
    """The audit of one text, in a folder of its own, from within so that paths are the same each time."""
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        for name, content in clean.files(text).items():
            (Path(folder) / name).write_text(content, encoding="utf-8", newline="\n")
        bibliography = str(Path(clean.bibliography).resolve()) if clean.bibliography else None
        try:
            os.chdir(folder)
            return audit(list(clean.paths), bibliography=bibliography)
        finally:
            os.chdir(here)


def _judge(clean: Clean, before: Report, plant: Plant) -> Outcome:
    base = before
    if plant.base != clean.text:
        base = _BASES.get((clean.name, plant.base)) or _audit(clean, plant.base)
        _BASES[clean.name, plant.base] = base
    after = _audit(clean, plant.text)
    new = _new(base, after)
    files, starts, at = plant.text.split("\n\x1e\n"), {}, 0
    for name, content in zip(clean.paths, files, strict=True):
        starts[name] = at
        at += len(content) + 3
    hits = [one for one in new if one.code in plant.codes and _touches(one, starts, plant)]
    found = tuple(hits[:1])
    known = Counter(_holder(one) for one in _new(after, base))
    extra, allowed = [], []
    for one in new:
        if one in found:
            continue
        if one.code in FOLLOWS[plant.kind]:
            allowed.append(one)
        # A defect that was there before, and is worded otherwise since the plant changed what it is about.
        elif known[_holder(one)]:
            known[_holder(one)] -= 1
        else:
            extra.append(one)
    return Outcome(
        clean,
        plant,
        found,
        tuple(extra),
        tuple(allowed),
        tuple(one for one in _new(before, base) if one.severity.rank < Severity.INFO.rank),
    )


def _new(before: Report, after: Report) -> list[Finding]:
    """The findings of one audit that another does not have."""
    known = Counter(_key(finding) for finding in before.findings)
    new: list[Finding] = []
    for finding in after.findings:
        key = _key(finding)
        if known[key]:
            known[key] -= 1
        else:
            new.append(finding)
    return new


def _key(finding: Finding) -> str:
    return f"{finding.fingerprint} {len(finding.related)} {finding.severity.value}"


def _holder(finding: Finding) -> tuple[str | None, ...]:
    """The rule and the note or entry of a finding, or its text where it stands in neither."""
    place = finding.place
    held = place.note_id or place.entry_id
    return (finding.code, place.lang, place.note_id, place.entry_id, None if held else place.span.text)


def _touches(finding: Finding, starts: dict[str, int], plant: Plant) -> bool:
    for place in (finding.place, *finding.related, *finding.counterparts):
        base = starts.get(Path(place.span.source.path).name, 0)
        start, end = base + place.span.start, base + place.span.end
        if any(start <= b + 1 and a - 1 <= end for a, b in plant.spots):
            return True
    return False


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
    for name in KINDS:
        for document in dict.fromkeys(one.clean.name for one in outcomes):
            own = [one for one in outcomes if one.plant.kind == name and one.clean.name == document]
            if own:
                print(f"{name:40} {document:28} {len(own):7} {_count(own):5} {sum(len(one.extra) for one in own):5}")
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
    for name in KINDS:
        own = [one for one in outcomes if one.plant.kind == name]
        if own:
            share = f"{100 * _count(own) / len(own):.0f} %"
            extra = sum(len(one.extra) for one in own if one.found)
            allowed = sum(len(one.allowed) for one in own)
            print(
                f"{name:40} {','.join(ACCEPTED[name]):16} {len(own):7} {_count(own):5} {share:>6} {extra:8}"
                f"{allowed or '':>16}"
            )
    if outcomes:
        share = f"{100 * _count(outcomes) / len(outcomes):.1f} %"
        doubled = sum(len(one.extra) for one in outcomes if one.found)
        allowed = sum(len(one.allowed) for one in outcomes)
        print(f"{'all':57} {len(outcomes):7} {_count(outcomes):5} {share:>6} {doubled:8}{allowed:16}")


if __name__ == "__main__":
    main()
