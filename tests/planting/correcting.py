"""What the corrections of ``citecheck fix`` do to a document with planted errors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from citecheck import audit
from citecheck.fix import Outcome, correct
from citecheck.fix.edits import apply
from citecheck.model.finding import Edit, Finding
from citecheck.model.report import Report
from tests.planting.documents import JOIN, Clean
from tests.planting.plants import Plant

ROOM = 20
"""Characters between two errors of one document."""


@dataclass(frozen=True)
class Corrected:
    """A planted document, corrected; ``restless`` says that a second run would change something again."""

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

    @property
    def left(self) -> bool:
        """Whether a corrected finding is still there."""
        mended = {finding.fingerprint for finding in self.outcome.made}
        return any(finding.fingerprint in mended for finding in self.outcome.after.findings)


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
