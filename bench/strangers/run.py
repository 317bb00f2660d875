"""How right citecheck is on documents of strangers, by the verdicts of people who read its findings.

    python bench/strangers/run.py FOLDER [--only TEXT] [--rule CODE] [--show N | --sample N --seed N] [--keep FILE] [--since FILE]

``documents.toml`` lists the documents: repository, commit, path and checksum, the other files of the same report, the
bibliography, and the same text in the other language. FOLDER holds the texts, which are not ours to keep here: the file of
``owner/name`` at ``a/b.md`` is ``FOLDER/owner+name/a+b.md``. One that is absent, or is no more the text that was listed, is
named and left out. Every document is audited by itself, and with its other version, of which only what both by themselves
do not have counts.

``verdicts.csv`` says of findings whether they are ``true``, ``false`` or ``debatable`` (right, but you would not print it),
by document and fingerprint, with the rule and severity at the time of judging. Precision is the share of true ones among
those judged; that of all warnings weighs each rule by how often it speaks, since only a sample is judged. A true finding is
*lost* where its document has it no more, at any severity.

``--show`` prints findings that nobody judged, with the lines around them and the beginning of their line for
``verdicts.csv``; ``--sample`` chooses as many warnings, of each rule in turn. ``--keep`` writes what was found to FILE, and
``--since`` says what is new or gone compared with such a file. Exits 0 whatever comes out.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from auditing import Audited, Key, Told, audited_all, listed

HERE = Path(__file__).parent
VERDICTS = ("true", "false", "debatable")
SLOW = 10.0
"""Seconds of processor time from which a document is called slow."""
MANY = 100
"""Errors or warnings from which a document's count is suspicious."""


@dataclass(frozen=True)
class Verdict:
    """What a person says of a finding."""

    rule: str
    severity: str
    verdict: str
    reason: str


def main(arguments: Sequence[str] | None = None) -> None:
    """Audits the documents that are there and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the texts")
    parser.add_argument("--documents", type=Path, default=HERE / "documents.toml", help="the list of documents")
    parser.add_argument("--verdicts", type=Path, default=HERE / "verdicts.csv", help="what people say of findings")
    parser.add_argument("--only", default="", metavar="TEXT", help="only documents whose name holds this text")
    parser.add_argument(
        "--rule", default="", metavar="CODE", help="show or sample only findings of this rule or family"
    )
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="show so many findings nobody judged, errors first"
    )
    parser.add_argument(
        "--sample", type=int, default=0, metavar="N", help="show so many warnings nobody judged, by rule"
    )
    parser.add_argument("--seed", type=int, default=1, help="which warnings are sampled (default: 1)")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="write what was found to FILE")
    parser.add_argument("--since", type=Path, metavar="FILE", help="compare with what was found then")
    options = parser.parse_args(arguments)
    known = verdicts_of(options.verdicts)
    made = list(audited_all(listed(options.documents), options.folder, options.only))
    if not made:
        print("no document is here")
        return
    found = [one for document in made for one in document.found]
    _print_documents(made)
    _print_rules(found, known)
    _print_summary(made, found, known)
    if options.since is not None:
        _print_since(found, json.loads(options.since.read_text(encoding="utf-8")), {one.name for one in made})
    if options.keep is not None:
        kept = [[*one.key, one.rule, one.severity] for one in found]
        options.keep.write_text(json.dumps(kept, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    unjudged = [one for one in found if one.key not in known and one.rule.startswith(options.rule)]
    for one in (*first(unjudged, options.show), *sample(unjudged, options.sample, options.seed)):
        _print_told(one)


def verdicts_of(path: Path) -> dict[Key, Verdict]:
    """The verdicts by finding. Raises SystemExit where one says something else than the three words."""
    known: dict[Key, Verdict] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["verdict"] not in VERDICTS:
                raise SystemExit(f"{path}: {row['document']} {row['fingerprint']}: {row['verdict']!r} is no verdict")
            known[row["document"], row["fingerprint"]] = Verdict(
                row["rule"], row["severity"], row["verdict"], row["reason"]
            )
    return known


def first(unjudged: Iterable[Told], number: int) -> list[Told]:
    """So many of the findings, the errors before the others."""
    return sorted(unjudged, key=lambda one: ("error", "warning", "info").index(one.severity))[:number]


def sample(unjudged: Iterable[Told], number: int, seed: int) -> list[Told]:
    """So many warnings, of each rule in turn, chosen by the seed."""
    by_rule: dict[str, list[Told]] = defaultdict(list)
    for one in unjudged:
        if one.severity == "warning":
            by_rule[one.rule].append(one)
    draw = random.Random(seed)
    shuffled = [draw.sample(by_rule[rule], len(by_rule[rule])) for rule in sorted(by_rule)]
    return [one for turn in zip_longest(*shuffled) for one in turn if one is not None][:number]


def _print_documents(made: Sequence[Audited]) -> None:
    print(
        f"{'notes':>6} {'marks':>6} {'entr.':>6} {'cited':>6} {'resol.':>6} {'errors':>6} {'warn.':>6} {'s':>6}  document"
    )
    for one in made:
        errors, warnings = (sum(told.severity == level for told in one.found) for level in ("error", "warning"))
        print(
            f"{one.notes:6} {one.markers:6} {one.entries:6} {one.citations:6} {one.resolved:6} {errors:6} {warnings:6} "
            f"{one.seconds:6.1f}  {one.language} {one.name}"
        )
    print()
    for one in made:
        for doubt in _doubts(one):
            print(f"suspicious: {one.name}: {doubt}")
    print()


def _doubts(one: Audited) -> Iterator[str]:
    yield from (*one.failures, *one.unread)
    if not one.failures and not one.notes and not one.entries and not one.citations:
        yield "nothing is read"
    for level in ("error", "warning"):
        number = sum(told.severity == level for told in one.found)
        if number >= MANY:
            yield f"{number} {level}s"
    if one.seconds >= SLOW:
        yield f"{one.seconds:.0f} s"


def _print_rules(found: Sequence[Told], known: Mapping[Key, Verdict]) -> None:
    print(f"{'rule':8} {'severity':8} {'found':>6} {'true':>6} {'false':>6} {'debat.':>6} {'unread':>6} precision")
    for level in ("error", "warning", "info"):
        own = [one for one in found if one.severity == level]
        for rule in sorted({one.rule for one in own}):
            _print_row(rule, level, [one for one in own if one.rule == rule], known)
        if own:
            _print_row("all", level, own, known)
            print(f"{'':8} {level:8} weighted by rule: {share(weighted(own, known))}")
    print()


def _print_row(rule: str, level: str, own: Sequence[Told], known: Mapping[Key, Verdict]) -> None:
    counts = Counter(known[one.key].verdict for one in own if one.key in known)
    judged = sum(counts.values())
    print(
        f"{rule:8} {level:8} {len(own):6} {counts['true']:6} {counts['false']:6} {counts['debatable']:6} "
        f"{len(own) - judged:6} {share(counts['true'] / judged if judged else None):>9}"
    )


def weighted(own: Sequence[Told], known: Mapping[Key, Verdict]) -> float | None:
    """The precision of findings where each rule weighs as much as it has findings; rules nobody judged are left out."""
    right = all_of_them = 0.0
    for rule in {one.rule for one in own}:
        of_rule = [one for one in own if one.rule == rule]
        said = [known[one.key].verdict for one in of_rule if one.key in known]
        if said:
            right += len(of_rule) * said.count("true") / len(said)
            all_of_them += len(of_rule)
    return right / all_of_them if all_of_them else None


def share(value: float | None) -> str:
    """A share in per cent; a dash where there is none."""
    return "–" if value is None else f"{100 * value:.1f} %"


def _print_summary(made: Sequence[Audited], found: Sequence[Told], known: Mapping[Key, Verdict]) -> None:
    errors = [one for one in found if one.severity == "error"]
    wrong = {one.document for one in errors if one.key in known and known[one.key].verdict != "true"}
    unread = {one.document for one in errors if one.key not in known}
    names = {one.name for one in made}
    print(f"documents without a false error: {share(1 - len(wrong) / len(names))} of {len(names)}", end="")
    print(f" (errors of {len(unread)} are not all judged)")
    there = {one.key for one in found}
    said = {key: one for key, one in known.items() if key[0] in names and one.verdict == "true"}
    lost = {key: one for key, one in said.items() if key not in there}
    for name, level in (("errors", "error"), ("warnings", "warning")):
        own, gone = (sum(one.severity == level for one in some.values()) for some in (said, lost))
        print(f"true {name} still said: {share(1 - gone / own if own else None)} of {own}")
    for (document, fingerprint), one in lost.items():
        print(f"  lost: {one.rule} {one.severity} {document} {fingerprint} {one.reason}")
    counts = Counter(one.severity for one in found if one.key not in known)
    print(f"not judged: {counts['error']} errors, {counts['warning']} warnings, {counts['info']} others\n")


def _print_since(found: Sequence[Told], kept: Sequence[Sequence[str]], names: set[str]) -> None:
    before = {
        (document, fingerprint): (rule, level) for document, fingerprint, rule, level in kept if document in names
    }
    now = {one.key: (one.rule, one.severity) for one in found}
    for word, some, others in (("new", now, before), ("gone", before, now)):
        counts = Counter(told for key, told in some.items() if key not in others)
        print(f"{word}: {sum(counts.values())}")
        for (rule, level), number in sorted(counts.items()):
            print(f"  {rule:8} {level:8} {number:6}")
    print()


def _print_told(one: Told) -> None:
    csv.writer(sys.stdout, lineterminator="\n").writerow([*one.key, one.rule, one.severity, "", ""])
    print(f"  {one.where}: {one.message}")
    for line in one.lines:
        print(f"  {line}")
    print()


if __name__ == "__main__":
    main()
