"""How often Git merges the decisions of two people by itself.

    python bench/decisions/run.py FILE [--pairs N] [--each N ...] [--seed N]

For each pair, two people accept groups of the notes of a report (FILE, which holds both versions), each on a branch, and the
one branch is merged into the other by the git program. *Apart*: they decide about different groups of the whole report;
*one section*: about different groups of the section that has most; *anew*: apart, and no file was there before. *Whole* is
a merge without conflict after which each decision is read back. Exits 0 whatever comes out.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from citecheck import audit
from citecheck.model.alignment import Alignment, Group
from citecheck.model.decision import Decision, DecisionKind
from citecheck.read.decisions import FILE, read_decisions
from citecheck.reconcile.decisions import about, comment, comments, with_decision
from citecheck.triage.decisions import Keys

BEFORE = 5
"""Decisions that stand in the file from which both start."""
WHO = ("user.name=x", "user.email=x@example.org", "init.defaultBranch=main", "core.hooksPath=/dev/null")


def _git(folder: Path, *words: str) -> bool:
    who = [word for one in WHO for word in ("-c", one)]
    return subprocess.run(["git", *who, *words], cwd=folder, capture_output=True, check=False).returncode == 0


class People:
    """Writes decisions about the groups of one alignment, as people would one after the other."""

    def __init__(self, alignment: Alignment) -> None:
        self.langs = alignment.left.lang, alignment.right.lang
        self.keys, self.order = Keys.of(alignment), comments(alignment)

    def write(self, text: str, groups: Sequence[Group], author: str) -> str:
        """The text with an acceptance of each group."""
        for group in groups:
            notes, said = self.keys.of_group(group), about(group, self.langs)
            one = Decision(DecisionKind.ACCEPT, notes, ("BIL003",), said, "on purpose", author, "2026-11-24")
            text = with_decision(text, one, comment(group, self.langs), self.order)
        return text


def _merges(base: str | None, texts: tuple[str, str], expected: set[str], attributes: str) -> bool:
    """Whether Git merges two texts, and all that was decided is in what comes of it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / FILE
        (folder / ".gitattributes").write_text(attributes, encoding="utf-8")
        if base is not None:
            file.write_text(base, encoding="utf-8")
        done = _git(folder, "init") and _git(folder, "add", ".") and _git(folder, "commit", "-m", "base")
        for branch, text in zip(("mine", "yours"), texts, strict=True):
            done = done and _git(folder, "checkout", "-b", branch, "main")
            file.write_text(text, encoding="utf-8")
            done = done and _git(folder, "add", ".") and _git(folder, "commit", "-m", branch)
        if not done:
            raise SystemExit("git did not do what it was asked to")
        if not _git(folder, "merge", "mine"):
            return False
        return {one.about for one in read_decisions(file)} == expected


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--each", type=int, nargs="+", default=[1, 20], help="decisions that each of the two makes")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    alignment = audit([str(options.file)], select=["BIL003"]).alignments[0]
    people, groups = People(alignment), list(alignment.groups)
    section = Counter(group.section for group in groups).most_common(1)[0][0]
    own = [group for group in groups if group.section == section]
    print(f"{len(groups)} groups, {len(own)} of them in section {section}")
    print(f"{'who':12} {'each':>4} {'driver':8} whole")
    for each in options.each:
        for who in ("apart", "one section", "anew"):
            chosen = own if who == "one section" else groups
            many = min(each, len(chosen) // 2)
            for driver, attributes in (("default", ""), ("union", f"{FILE} merge=union\n")):
                chance = random.Random(f"{options.seed}/{each}/{who}")
                whole = 0
                for _ in range(options.pairs):
                    picked = chance.sample(chosen, 2 * many)
                    before = [] if who == "anew" else chance.sample(groups, BEFORE)
                    base = people.write("", before, "Yann") if before else None
                    sides = picked[:many], picked[many:]
                    texts = tuple(people.write(base or "", side, who) for side, who in zip(sides, "ab", strict=True))
                    expected = {about(group, people.langs) for group in (*before, *picked)}
                    whole += _merges(base, (texts[0], texts[1]), expected, attributes)
                print(f"{who:12} {many:>4} {driver:8} {whole}/{options.pairs}", flush=True)


if __name__ == "__main__":
    main()
