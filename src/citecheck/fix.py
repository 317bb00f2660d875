"""Finding.fix → edits → diff: which corrections can be made together, and what they change.

Corrections are made in rounds. After each, the document is audited again: corrections that overlapped get their turn, and
one after which its finding is still there, or another one is new, is taken back. When a round makes none, nothing is left
that a second run could change.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence

from msgspec import Struct, field

from citecheck.errors import InputError
from citecheck.model.finding import Edit, Finding, Fix, State
from citecheck.model.report import Report
from citecheck.model.source import Source, Span

__all__ = ["Correction", "Outcome", "apply", "composed", "correct", "unified_diff", "without_overlaps"]

ROUNDS = 20
CONTEXT = 3
"""Unchanged lines around the changed ones in a diff."""

Audit = Callable[[Sequence[Edit]], Report]
"""Audits the documents with these edits of their sources made."""


class Correction(Struct, frozen=True):
    """A finding with the edits that mend it, each without the text that it leaves as it is."""

    finding: Finding
    edits: tuple[Edit, ...]
    safe: bool = True


class Outcome(Struct, frozen=True):
    """What can be corrected.

    ``edits`` are those of all corrections together, on the sources of ``before``, by path; ``after`` is the audit with
    them made. ``made`` are the corrected findings, ``overlapping`` those whose edits another correction touched first,
    ``harmful`` those whose correction would have raised another finding, or left its own; ``doubtful`` those that only a
    person should correct, ``unwritable`` those in what cannot be changed: another encoding, or a file that is no text.
    """

    before: Report
    after: Report
    edits: tuple[Edit, ...] = ()
    made: tuple[Finding, ...] = ()
    overlapping: tuple[Finding, ...] = ()
    harmful: tuple[Finding, ...] = ()
    doubtful: tuple[Finding, ...] = ()
    unwritable: tuple[Finding, ...] = ()


def correct(
    audit: Audit,
    *,
    codes: Collection[str] | None = None,
    unsafe: bool = False,
    writable: Callable[[Edit], bool] = lambda edit: True,
) -> Outcome:
    """The corrections of what ``audit`` finds, for the rules with these ``codes`` (all, where there are none).

    ``unsafe`` makes those too that a person should look at. ``writable`` tells whether a file can take an edit.
    """
    first = _State(audit(()))
    state = first
    made: list[Finding] = []
    overlapping: dict[str, Finding] = {}
    for _ in range(ROUNDS):
        wanted = [one for one in _corrections(state.report, codes) if one.safe or unsafe]
        able = [one for one in wanted if all(map(writable, one.edits))]
        chosen, put_off = without_overlaps(able)
        overlapping |= {one.finding.fingerprint: one.finding for one in put_off}
        trial = _Round(audit, state, chosen)
        if not trial.kept:
            break
        made += [one.finding for one in trial.kept]
        state = trial.state
    last = list(_corrections(state.report, codes))
    able = [one for one in last if all(map(writable, one.edits))]
    return Outcome(
        before=first.report,
        after=state.report,
        edits=state.edits,
        made=tuple(made),
        overlapping=tuple(overlapping.values()),
        harmful=tuple(one.finding for one in able if one.safe or unsafe),
        doubtful=tuple(one.finding for one in able if not one.safe and not unsafe),
        unwritable=tuple(one.finding for one in last if one not in able),
    )


def _corrections(report: Report, codes: Collection[str] | None) -> Iterable[Correction]:
    """The corrections that the findings of a report propose; what was waived is as it should be."""
    for found in report.findings:
        if found.fix is None or found.state is State.WAIVED or (codes is not None and found.code not in codes):
            continue
        edits = _lean(found.fix)
        if edits:
            yield Correction(found, edits, found.fix.safe)


def _lean(fix: Fix) -> tuple[Edit, ...]:
    """The edits of a fix, each without what it leaves as it is at either end, and none twice."""
    return tuple(dict.fromkeys(lean for edit in fix.edits if (lean := edit.lean) is not None))


def without_overlaps(corrections: Sequence[Correction]) -> tuple[list[Correction], list[Correction]]:
    """The corrections that can be made together, and those that touch what another one changes.

    The severest goes first, then the one that the report names first. The same edit twice is no conflict.
    """
    taken = _Taken()
    chosen, put_off = [], []
    for one in sorted(corrections, key=lambda each: each.finding.severity.rank):
        if _together(one.edits) and all(taken.admits(edit) for edit in one.edits):
            taken.add(one.edits)
            chosen.append(one)
        else:
            put_off.append(one)
    return chosen, put_off


def _together(edits: Sequence[Edit]) -> bool:
    """Whether edits can be made together."""
    taken = _Taken()
    for edit in edits:
        if not taken.admits(edit):
            return False
        taken.add([edit])
    return True


class _Taken:
    """The edits that were chosen so far, by path and in order."""

    def __init__(self) -> None:
        self.by_path: dict[str, tuple[list[int], list[Edit]]] = {}

    def admits(self, edit: Edit) -> bool:
        """Whether nothing that was chosen shares a character with an edit, or the place of an insertion."""
        starts, edits = self.by_path.get(edit.span.source.path, ([], []))
        at = bisect_right(starts, edit.span.start)
        return all(not _conflict(edits[near], edit) for near in (at - 2, at - 1, at) if 0 <= near < len(edits))

    def add(self, new: Iterable[Edit]) -> None:
        """Takes edits in that are admitted."""
        for edit in new:
            starts, edits = self.by_path.setdefault(edit.span.source.path, ([], []))
            at = bisect_right(starts, edit.span.start)
            if edit not in edits[max(at - 2, 0) : at + 1]:
                starts.insert(at, edit.span.start)
                edits.insert(at, edit)


def _conflict(one: Edit, other: Edit) -> bool:
    if (one.span.start, one.span.end, one.replacement) == (other.span.start, other.span.end, other.replacement):
        return False
    if one.span.start == one.span.end or other.span.start == other.span.end:
        return one.span.start <= other.span.end and other.span.start <= one.span.end
    return one.span.start < other.span.end and other.span.start < one.span.end


class _State(Struct, frozen=True):
    """A report, and the edits of the first one's sources that led to it."""

    report: Report
    edits: tuple[Edit, ...] = ()


class _Round:
    """The largest part of some corrections that does no harm, found by halving; ``state`` is the one with it made."""

    def __init__(self, audit: Audit, state: _State, chosen: Sequence[Correction]) -> None:
        self.audit = audit
        self.begun = state
        self.state = state
        self.kept: tuple[Correction, ...] = ()
        if chosen:
            self._try(tuple(chosen))

    def _try(self, more: tuple[Correction, ...]) -> None:
        together = (*self.kept, *more)
        edits = tuple(dict.fromkeys(edit for one in together for edit in one.edits))
        all_edits = composed(self.begun.edits, edits)
        try:
            after = self.audit(all_edits)
        except InputError:
            # What the edits make of a file cannot be written, or not be read again.
            after = None
        if after is not None and not worse(self.begun.report, after, edits, [one.finding for one in together]):
            self.kept, self.state = together, _State(after, all_edits)
        elif len(more) > 1:
            self._try(more[: len(more) // 2])
            self._try(more[len(more) // 2 :])


def worse(before: Report, after: Report, edits: Sequence[Edit], mended: Sequence[Finding]) -> bool:
    """Whether ``edits`` brought a finding in, or left one of those that they were to mend as it was."""
    old, new, done = (Counter(map(_key, findings)) for findings in (before.findings, after.findings, mended))
    if any(new[key] > old[key] - count for key, count in done.items()):
        return True
    gone = _placed(before.findings, old - new, _Moved(edits))
    come = _placed(after.findings, new - old, _Moved(()))
    if len(come) > len(gone):
        return True
    # Both are in reading order, so that the one that is looked for is among the first.
    for found in come:
        at = next((at for at, one in enumerate(gone) if _same(one, found, left=done[_key(one.finding)] > 0)), None)
        if at is None:
            return True
        del gone[at]
    return False


class _Placed(Struct, frozen=True):
    """A finding, and where its place is after some edits."""

    finding: Finding
    start: int
    end: int

    @property
    def path(self) -> str:
        """The file that it is in."""
        return self.finding.place.span.source.path


def _same(one: _Placed, other: _Placed, *, left: bool) -> bool:
    """Whether the second is what has become of the first: fewer places, or another name after a corrected text.

    Of one that was to be mended something may be ``left`` where it had several places, but not all of it.
    """
    was, now = one.finding, other.finding
    if (was.code, was.lang, was.state) != (now.code, now.lang, now.state):
        return False
    if len(now.related) > len(was.related) - left:
        return False
    if was.subject == now.subject:
        return True
    touching = one.path == other.path and one.start <= other.end and other.start <= one.end
    return was.message == now.message and touching and not left


def _key(found: Finding) -> tuple[str, str | None, str, str, int]:
    """By what a finding is known again: as by its fingerprint, but without an order among equals.

    One that was waived and is not any more is new, and so is one with a further place.
    """
    return found.code, found.lang, " ".join(found.subject.casefold().split()), found.state.value, len(found.related)


def _placed(
    findings: Sequence[Finding], wanted: Counter[tuple[str, str | None, str, str, int]], moved: _Moved
) -> list[_Placed]:
    """Findings, as many of each kind as are wanted, with their places."""
    left, found = Counter(wanted), []
    for one in findings:
        if left[_key(one)] > 0:
            left[_key(one)] -= 1
            span = one.place.span
            found.append(_Placed(one, moved(span, span.start), moved(span, span.end)))
    return found


class _Moved:
    """Where places of a text stand when edits were made."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.ends: dict[str, list[int]] = {}
        self.shifts: dict[str, list[int]] = {}
        for edit in _in_order(edits):
            ends = self.ends.setdefault(edit.span.source.path, [])
            shifts = self.shifts.setdefault(edit.span.source.path, [0])
            ends.append(edit.span.end)
            shifts.append(shifts[-1] + _growth(edit))

    def __call__(self, span: Span, offset: int) -> int:
        ends = self.ends.get(span.source.path, [])
        return offset + self.shifts.get(span.source.path, [0])[bisect_right(ends, offset)]


def _in_order(edits: Iterable[Edit]) -> list[Edit]:
    return sorted(edits, key=lambda one: (one.span.source.path, one.span.start, one.span.end))


def _growth(edit: Edit) -> int:
    return len(edit.replacement) - (edit.span.end - edit.span.start)


def apply(text: str, edits: Sequence[Edit]) -> str:
    """A text with edits made that do not overlap."""
    pieces, at = [], 0
    for edit in _in_order(edits):
        pieces += [text[at : edit.span.start], edit.replacement]
        at = edit.span.end
    return "".join((*pieces, text[at:]))


def composed(first: Sequence[Edit], second: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits that do at once what ``first`` does, and then ``second`` to the texts that it made."""
    paths = dict.fromkeys(edit.span.source.path for edit in (*first, *second))
    made: list[Edit] = []
    for path in paths:
        early = [edit for edit in _in_order(first) if edit.span.source.path == path]
        late = [edit for edit in _in_order(second) if edit.span.source.path == path]
        if early and late:
            made += _joined(early, late)
        else:
            made += early or late
    return tuple(made)


class _Stretch(Struct):
    """A stretch of the text in between that edits before and after it have to do with."""

    start: int
    end: int
    growth: int = 0
    late: list[Edit] = field(default_factory=list)


def _joined(early: Sequence[Edit], late: Sequence[Edit]) -> list[Edit]:
    """The joint edits of one source: whatever touches becomes one."""
    source, between = early[0].span.source, late[0].span.source
    stretches: list[_Stretch] = []
    shift = 0
    for edit in early:
        start = edit.span.start + shift
        shift += _growth(edit)
        stretches.append(_Stretch(start, start + len(edit.replacement), _growth(edit)))
    stretches += [_Stretch(edit.span.start, edit.span.end, 0, [edit]) for edit in late]
    groups: list[_Stretch] = []
    for one in sorted(stretches, key=lambda each: (each.start, each.end)):
        if groups and one.start <= groups[-1].end:
            last = groups[-1]
            last.end = max(last.end, one.end)
            last.growth += one.growth
            last.late += one.late
        else:
            groups.append(one)
    made, shift = [], 0
    for group in groups:
        text = between.text[group.start : group.end]
        inside = [Edit(_at(between, edit, -group.start), edit.replacement) for edit in group.late]
        span = Span(source, group.start - shift, group.end - shift - group.growth)
        shift += group.growth
        joint = Edit(span, apply(text, inside)).lean
        if joint is not None:
            made.append(joint)
    return made


def _at(source: Source, edit: Edit, shift: int) -> Span:
    return Span(source, edit.span.start + shift, edit.span.end + shift)


def unified_diff(name: str, raw: bytes, changes: Sequence[tuple[int, int, bytes]]) -> bytes:
    """The changes of a file's bytes as a unified diff, for ``git apply`` and ``patch -p1``.

    Lines end with ``\\n`` only, as for these programs; whatever else ends a line in the file is part of it.
    """
    hunks = _hunks(raw, changes)
    if not hunks:
        return b""
    quoted_old, quoted_new = (_file_name(f"{side}/{name}") for side in "ab")
    return b"".join((b"--- " + quoted_old + b"\n", b"+++ " + quoted_new + b"\n", *hunks))


def _file_name(name: str) -> bytes:
    """A file's name as it stands in a diff, quoted where a program would misread it."""
    if any(char in '"\\' or ord(char) < 32 or ord(char) == 127 for char in name):
        signs = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
        quoted = (
            signs.get(char) or (f"\\{ord(char):03o}" if ord(char) < 32 or ord(char) == 127 else char) for char in name
        )
        return f'"{"".join(quoted)}"'.encode("utf-8", "surrogateescape")
    # A name with spaces ends with a tab, or what follows the space would be taken for a date.
    return (name + ("\t" if " " in name else "")).encode("utf-8", "surrogateescape")


class _Block(Struct):
    """Neighbouring lines that change: those from ``first`` to before ``last`` become ``new``."""

    first: int
    last: int
    changes: list[tuple[int, int, bytes]]
    new: list[bytes] = field(default_factory=list)


def _hunks(raw: bytes, changes: Sequence[tuple[int, int, bytes]]) -> list[bytes]:
    lines = _lines(raw)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    blocks: list[_Block] = []
    for change in changes:
        # The line behind a change is taken in too: it may have lost its beginning, or it was the end of the file.
        first = min(bisect_right(starts, change[0]) - 1, max(len(lines) - 1, 0))
        last = min(bisect_right(starts, change[1]), len(lines))
        if blocks and first <= blocks[-1].last:
            blocks[-1].last = max(last, blocks[-1].last)
            blocks[-1].changes.append(change)
        else:
            blocks.append(_Block(first, last, [change]))
    for block in blocks:
        low, high = starts[block.first], starts[block.last]
        pieces, at = [], low
        for start, end, new in block.changes:
            pieces += [raw[at:start], new]
            at = end
        block.new = _lines(b"".join((*pieces, raw[at:high])))
        _trim(block, lines)
    return list(_written([one for one in blocks if one.new or one.first < one.last], lines))


def _lines(raw: bytes) -> list[bytes]:
    """Lines that end with ``\\n``, the last one perhaps without."""
    pieces = raw.split(b"\n")
    whole = [piece + b"\n" for piece in pieces[:-1]]
    return whole + ([pieces[-1]] if pieces[-1] else [])


def _trim(block: _Block, lines: Sequence[bytes]) -> None:
    """Takes out of a block the lines at its ends that stay as they are."""
    while block.first < block.last and block.new and lines[block.first] == block.new[0]:
        block.first += 1
        del block.new[0]
    while block.first < block.last and block.new and lines[block.last - 1] == block.new[-1]:
        block.last -= 1
        del block.new[-1]


def _written(blocks: Sequence[_Block], lines: Sequence[bytes]) -> Iterable[bytes]:
    """The hunks: blocks with the lines around them, together where these meet."""
    groups: list[list[_Block]] = []
    for block in blocks:
        if groups and block.first - groups[-1][-1].last <= 2 * CONTEXT:
            groups[-1].append(block)
        else:
            groups.append([block])
    grown = 0
    for group in groups:
        low, high = max(group[0].first - CONTEXT, 0), min(group[-1].last + CONTEXT, len(lines))
        body: list[bytes] = []
        at = low
        for block in group:
            body += [b" " + line for line in lines[at : block.first]]
            body += [b"-" + line for line in lines[block.first : block.last]]
            body += [b"+" + line for line in block.new]
            at = block.last
        body += [b" " + line for line in lines[at:high]]
        growth = sum(len(block.new) - (block.last - block.first) for block in group)
        old, new = high - low, high - low + growth
        # A side without lines is numbered by the line before it.
        yield b"@@ -%d,%d +%d,%d @@\n" % (low + (old > 0), old, low + grown + (new > 0), new)
        for line in body:
            yield line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n"
        grown += growth
