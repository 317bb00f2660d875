"""What the audit of a planted document finds that the audit of the document without the error does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

from citecheck import audit
from citecheck.checks import load_rules
from citecheck.model.finding import Finding, Severity
from citecheck.model.report import Report
from tests.planting.documents import JOIN, Clean
from tests.planting.plants import Kind, Plant, load_kinds


@dataclass(frozen=True)
class Outcome:
    """What became of one plant.

    ``found`` is the finding of the planted error, if there is one; ``extra`` are further new ones; ``allowed`` are those that
    say something that the first does not, by the kind; ``raised`` are errors and warnings that the carrier raises, and the
    document does not.
    """

    clean: Clean
    plant: Plant
    found: tuple[Finding, ...]
    extra: tuple[Finding, ...]
    allowed: tuple[Finding, ...] = ()
    raised: tuple[Finding, ...] = ()


@cache
def kinds() -> tuple[Kind, ...]:
    """The kinds of error that there is a rule for."""
    rules = {module.code for module in load_rules()}
    return tuple(kind for kind in load_kinds() if rules & set(kind.codes))


def audited(clean: Clean, text: str) -> Report:
    """The audit of a changed text of a document."""
    return _audited(clean.paths, clean.bibliography, text)


@cache
def _remembered(paths: tuple[str, ...], bibliography: str | None, text: str) -> Report:
    return _audited(paths, bibliography, text)


def _audited(paths: tuple[str, ...], bibliography: str | None, text: str) -> Report:
    files = zip(paths, text.split(JOIN), strict=True)
    contents = {path: content.encode() for path, content in files}
    return audit(list(paths), bibliography=bibliography, contents=contents)


def base_audited(clean: Clean, text: str | None = None) -> Report:
    """The audit of a document, or of its ``text`` with a carrier, which is made once: many errors are planted in it."""
    return _remembered(clean.paths, clean.bibliography, clean.text if text is None else text)


def judge(clean: Clean, plant: Plant) -> Outcome:
    """Audits a planted document and tells what of the audit is the planted error."""
    before, base, after = base_audited(clean), base_audited(clean, plant.base), audited(clean, plant.text)
    new = findings_beyond(base, after)
    starts = _starts(clean, plant.text)
    found = tuple(one for one in new if one.code in plant.codes and _touches(one, starts, plant))[:1]
    known = Counter(_holder(one) for one in findings_beyond(after, base))
    extra, allowed = [], []
    for one in new:
        if one in found:
            continue
        if one.code in plant.follows:
            allowed.append(one)
        # A defect that was there before, and is worded otherwise since the plant changed what it is about.
        elif known[_holder(one)]:
            known[_holder(one)] -= 1
        else:
            extra.append(one)
    raised = [one for one in findings_beyond(before, base) if one.severity.rank < Severity.INFO.rank]
    return Outcome(clean, plant, found, tuple(extra), tuple(allowed), tuple(raised))


def findings_beyond(before: Report, after: Report) -> list[Finding]:
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


def _starts(clean: Clean, text: str) -> Mapping[str, int]:
    """Where each file of a text begins in it."""
    lengths = [len(content) + len(JOIN) for content in text.split(JOIN)]
    return dict(zip(clean.paths, accumulate(lengths, initial=0), strict=False))


def _touches(finding: Finding, starts: Mapping[str, int], plant: Plant) -> bool:
    for place in (finding.place, *finding.related, *finding.counterparts):
        base = starts.get(Path(place.span.source.path).name, 0)
        start, end = base + place.span.start, base + place.span.end
        if any(start <= spot_end + 1 and spot_start - 1 <= end for spot_start, spot_end in plant.spots):
            return True
    return False
