"""Whether edits do harm: what an audit finds after them that it did not find before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from citecheck.fix.edits import Moved
from citecheck.model.finding import Edit, Finding
from citecheck.model.report import Report

__all__ = ["Harm", "Placed", "harm"]

ENOUGH = 20
"""So many findings that came tell which corrections brought them; more only take time."""


class Placed(Struct, frozen=True):
    """A finding, and where its place is after some edits."""

    finding: Finding
    start: int
    end: int

    @property
    def path(self) -> str:
        """The file that it is in."""
        return self.finding.place.span.source.path


class Harm(Struct, frozen=True):
    """What some corrections did that they should not: of those they were to mend, the findings that are ``left``, as they
    were before; and the findings that ``came``, as they are afterwards, the first few of many."""

    left: tuple[Finding, ...] = ()
    came: tuple[Finding, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.left or self.came)


def harm(before: Report, after: Report, edits: Sequence[Edit], mended: Sequence[Finding]) -> Harm:
    """What ``edits`` brought in, and which of the findings that they were to mend they left as they were."""
    old, new, done = (Counter(map(_key, findings)) for findings in (before.findings, after.findings, mended))
    left = tuple(found for found in mended if new[_key(found)] > old[_key(found)] - done[_key(found)])
    if left:
        return Harm(left)
    gone = _placed(before.findings, old - new, Moved(edits))
    came: list[Finding] = []
    # Both are in reading order, so that the one that is looked for is among the first.
    for found in _placed(after.findings, new - old, Moved(())):
        at = next((at for at, one in enumerate(gone) if _same(one, found, left=done[_key(one.finding)] > 0)), None)
        if at is not None:
            del gone[at]
            continue
        came.append(found.finding)
        if len(came) == ENOUGH:
            break
    return Harm(came=tuple(came))


def _same(one: Placed, other: Placed, *, left: bool) -> bool:
    """Whether the second is what has become of the first: fewer places, or another name after a corrected text, or
    after what it is compared with was corrected.

    Of one that was to be mended something may be ``left`` where it had several places, but not all of it.
    """
    was, now = one.finding, other.finding
    if (was.code, was.lang, was.state) != (now.code, now.lang, now.state):
        return False
    if len(now.related) > len(was.related) - left:
        return False
    if was.subject == now.subject:
        return True
    if left or one.path != other.path:
        return False
    if (one.start, one.end, was.place.span.text) == (other.start, other.end, now.place.span.text):
        return True
    return was.message == now.message and one.start <= other.end and other.start <= one.end


def _key(found: Finding) -> tuple[str, str | None, str, str, int]:
    """By what a finding is known again: as by its fingerprint, but without an order among equals.

    One that was waived and is not any more is new, and so is one with a further place.
    """
    return found.code, found.lang, " ".join(found.subject.casefold().split()), found.state.value, len(found.related)


def _placed(
    findings: Sequence[Finding], wanted: Counter[tuple[str, str | None, str, str, int]], moved: Moved
) -> list[Placed]:
    """Findings, as many of each kind as are wanted, with their places."""
    left, found = Counter(wanted), []
    for one in findings:
        if left[_key(one)] > 0:
            left[_key(one)] -= 1
            span = one.place.span
            found.append(Placed(one, moved(span, span.start), moved(span, span.end)))
    return found
