"""Whether edits do harm: what an audit finds after them that it did not find before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from citecheck.fix.edits import Moved
from citecheck.model.finding import Edit, Finding
from citecheck.model.report import Report

__all__ = ["worse"]


def worse(before: Report, after: Report, edits: Sequence[Edit], mended: Sequence[Finding]) -> bool:
    """Whether ``edits`` brought a finding in, or left one of those that they were to mend as it was."""
    old, new, done = (Counter(map(_key, findings)) for findings in (before.findings, after.findings, mended))
    if any(new[key] > old[key] - count for key, count in done.items()):
        return True
    gone = _placed(before.findings, old - new, Moved(edits))
    come = _placed(after.findings, new - old, Moved(()))
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
    findings: Sequence[Finding], wanted: Counter[tuple[str, str | None, str, str, int]], moved: Moved
) -> list[_Placed]:
    """Findings, as many of each kind as are wanted, with their places."""
    left, found = Counter(wanted), []
    for one in findings:
        if left[_key(one)] > 0:
            left[_key(one)] -= 1
            span = one.place.span
            found.append(_Placed(one, moved(span, span.start), moved(span, span.end)))
    return found
