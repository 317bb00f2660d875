"""What the corrections of ``citecheck fix`` do to documents with planted errors.

    python bench/fix/run.py [--documents DIR] [--seed N] [--each N] [--kind TEXT] [--only TEXT] [--together] [--unsafe] [--faults]

Every clean document gets one error at a time, as in ``bench/planted``, and is then corrected. *Mended* are plants all of whose
own findings are gone afterwards; *restored* those after which the text is what it was before the error was planted. A
correction must not raise a finding (*raised*), and a second run must change nothing (*restless*): exits 1 where one of these is
not so. *Back* are corrections that would have raised one and were taken back. With ``--together`` all errors that leave room for
each other are planted in a document at once.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "planted"))

import run as planted
from documents import JOIN, Clean
from plant import Plant

from citecheck.fix import Outcome, apply, correct
from citecheck.model.finding import Edit, Finding
from citecheck.model.report import Report
from citecheck.pipeline import audit

ROOM = 20
"""Characters between two errors of one document."""


@dataclass(frozen=True)
class Corrected:
    """A planted document, corrected."""

    clean: Clean
    plant: Plant
    outcome: Outcome
    text: str
    raised: tuple[Finding, ...]
    restless: bool

    @property
    def planted(self) -> tuple[Finding, ...]:
        """The corrected findings of the planted error."""
        return tuple(one for one in self.outcome.made if one.code in self.plant.codes)


def main(arguments: Sequence[str] | None = None) -> int:
    """Plants, corrects and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=Path, default=planted.DOCUMENTS, help="folder of clean documents")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=1, help="plants of a kind in a document")
    parser.add_argument("--kind", default="", help="only kinds whose name holds this text")
    parser.add_argument("--only", default="", help="only documents whose name holds this text")
    parser.add_argument("--together", action="store_true", help="plant all errors of a document at once")
    parser.add_argument("--unsafe", action="store_true", help="make the corrections too that a person should look at")
    parser.add_argument("--faults", action="store_true", help="show every plant with which something went wrong")
    options = parser.parse_args(arguments)
    done: list[Corrected] = []
    for clean in planted.documents(options.documents):
        if options.only not in clean.name:
            continue
        made = [
            plant
            for kind in planted.KINDS
            if options.kind in kind
            for plant in planted.plants(clean, kind, options.seed, options.each)
        ]
        for plant in [together(clean, made)] if options.together else made:
            done.append(corrected(clean, plant, unsafe=options.unsafe))
    if options.faults:
        _print_faults(done)
    return _print_table(done)


def together(clean: Clean, plants: Sequence[Plant]) -> Plant:
    """All errors planted at once that leave room for each other."""
    taken: list[tuple[int, int, str]] = []
    codes: list[str] = []
    for plant in plants:
        old, new = clean.text, plant.text
        head = _alike(old, new)
        tail = _alike(old[head:][::-1], new[head:][::-1])
        start, end = head, len(old) - tail
        if plant.base == old and all(end + ROOM < other[0] or other[1] + ROOM < start for other in taken):
            taken.append((start, end, new[head : len(new) - tail]))
            codes += plant.codes
    text = clean.text
    for start, end, new in sorted(taken, reverse=True):
        text = text[:start] + new + text[end:]
    return Plant("all", f"{len(taken)} errors", text, (), tuple(codes), clean.text)


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def corrected(clean: Clean, plant: Plant, *, unsafe: bool = False) -> Corrected:
    """A planted document, corrected and corrected again."""
    outcome = correct(_auditing(clean, plant.text), unsafe=unsafe)
    text = JOIN.join(_changed(clean, plant.text, outcome.edits).values())
    if not outcome.edits:
        return Corrected(clean, plant, outcome, text, (), False)
    again = correct(_auditing(clean, text), unsafe=unsafe)
    return Corrected(clean, plant, outcome, text, _raised(outcome, again.before), bool(again.edits))


def _raised(outcome: Outcome, after: Report) -> tuple[Finding, ...]:
    """The findings of the corrected document that the planted one did not have.

    Many findings are known again by the text of their note: where that was corrected, one of the same rule is gone.
    """
    known = {one.fingerprint for one in outcome.before.findings}
    left = {one.fingerprint for one in after.findings} | {one.fingerprint for one in outcome.made}
    gone = Counter(_named(one) for one in outcome.before.findings if one.fingerprint not in left)
    raised = []
    for one in after.findings:
        if one.fingerprint not in known:
            if not gone[_named(one)]:
                raised.append(one)
            gone[_named(one)] -= 1
    return tuple(raised)


def _named(finding: Finding) -> tuple[str, str | None, str | None, str | None]:
    return finding.code, finding.lang, finding.place.note_id, finding.place.entry_id


def _auditing(clean: Clean, text: str) -> Callable[[Sequence[Edit]], Report]:
    def audited(edits: Sequence[Edit]) -> Report:
        contents = {path: made.encode() for path, made in _changed(clean, text, edits).items()}
        return audit(list(clean.paths), bibliography=clean.bibliography, contents=contents)

    return audited


def _changed(clean: Clean, text: str, edits: Sequence[Edit]) -> Mapping[str, str]:
    """The document's files with edits made."""
    return {
        path: apply(content, [edit for edit in edits if edit.span.source.path == path])
        for path, content in zip(clean.paths, text.split(JOIN), strict=True)
    }


def _print_faults(done: Sequence[Corrected]) -> None:
    for one in done:
        faults = [f"raised {found.code} {found.place.span.text!r}" for found in one.raised]
        faults += [f"taken back {found.code} {found.place.span.text!r}" for found in one.outcome.harmful]
        faults += ["restless"] if one.restless else []
        if faults:
            print(f"{one.plant.kind} | {one.clean.name} | {one.plant.what}\n    {'; '.join(faults)}")
    print()


def _print_table(done: Sequence[Corrected]) -> int:
    print(f"{'kind':40} planted corrected mended restored raised  back restless")
    wrong = 0
    for kind in (*planted.KINDS, "all"):
        own = [one for one in done if kind in (one.plant.kind, "all")]
        tried = [one for one in own if one.planted or one.raised or one.outcome.harmful or one.restless]
        if not tried:
            continue
        left = [one for one in own if one.planted and not _left(one)]
        raised = sum(len(one.raised) for one in own)
        back = sum(len(one.outcome.harmful) for one in own)
        restless = sum(one.restless for one in own)
        restored = sum(bool(one.planted) and one.text == one.plant.base for one in own)
        made = sum(bool(one.planted) for one in own)
        print(f"{kind:40} {len(own):7} {made:9} {len(left):6} {restored:8} {raised:6} {back:5} {restless:8}")
        wrong = raised + restless
    return 1 if wrong else 0


def _left(one: Corrected) -> bool:
    """Whether a corrected finding is still there."""
    mended = {found.fingerprint for found in one.outcome.made}
    return any(found.fingerprint in mended for found in one.outcome.after.findings)


if __name__ == "__main__":
    sys.exit(main())
