"""Finding.fix → edits → diff: which corrections can be made together, and what they change.

Corrections are made in rounds. After each, the document is audited again: corrections that overlapped get their turn,
and one after which its finding is still there, or another one is new, is taken back. When a round makes none, nothing
is left that a second run could change.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from citecheck.errors import InputError
from citecheck.fix.edits import Moved, composed
from citecheck.fix.harm import Harm, harm
from citecheck.fix.suspects import suspects
from citecheck.fix.together import Correction, without_overlaps
from citecheck.fix.touchable import touchable
from citecheck.model.finding import Edit, Finding, Fix, State
from citecheck.model.report import Report

__all__ = ["Outcome", "correct"]

ROUNDS = 20

Audit = Callable[[Sequence[Edit]], Report]
"""Audits the documents with these edits of their sources made."""


class Outcome(Struct, frozen=True):
    """What can be corrected.

    ``edits`` are those of all corrections together, on the sources of ``before``, by path; ``after`` is the audit with
    them made. ``made`` are the corrected findings, ``overlapping`` those whose edits another correction touched first,
    ``harmful`` those whose correction would have raised another finding, or left its own; ``doubtful`` those that only
    a person should correct, ``unwritable`` those in what cannot be changed: another encoding, or a file that is no
    text.
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
    watch: Callable[[int, int], None] = lambda settled, total: None,
) -> Outcome:
    """The corrections of what ``audit`` finds, for the rules with these ``codes`` (all, where there are none).

    ``unsafe`` makes those too that a person should look at. ``writable`` tells whether a file can take an edit.
    ``watch`` hears, after each try, how many corrections of how many are settled, over all rounds so far.
    """
    first = _State(audit(()))
    state = first
    made: list[Finding] = []
    overlapping: dict[str, Finding] = {}
    for _ in range(ROUNDS):
        able = _able(_wanted(_corrections(state.report, codes), unsafe), writable)
        chosen, put_off = without_overlaps(able)
        overlapping |= {one.finding.fingerprint: one.finding for one in put_off}
        trial = _Round(audit, state, chosen, partial(_watched, watch, len(made), len(chosen)))
        if not trial.kept:
            break
        made += _findings(trial.kept)
        state = trial.state
    last = list(_corrections(state.report, codes))
    able = _able(last, writable)
    wanted = _wanted(able, unsafe)
    return Outcome(
        before=first.report,
        after=state.report,
        edits=state.edits,
        made=tuple(made),
        overlapping=tuple(overlapping.values()),
        harmful=_findings(wanted),
        doubtful=_findings(one for one in able if one not in wanted),
        unwritable=_findings(one for one in last if one not in able),
    )


def _watched(watch: Callable[[int, int], None], before: int, chosen: int, settled: int) -> None:
    """Tells how many corrections are settled, with those of the rounds before."""
    watch(before + settled, before + chosen)


def _wanted(corrections: Iterable[Correction], unsafe: bool) -> list[Correction]:
    """The corrections that are made without a person, or all of them."""
    return [one for one in corrections if one.safe or unsafe]


def _able(corrections: Iterable[Correction], writable: Callable[[Edit], bool]) -> list[Correction]:
    """The corrections whose files can take them."""
    return [one for one in corrections if all(map(writable, one.edits))]


def _findings(corrections: Iterable[Correction]) -> tuple[Finding, ...]:
    """What corrections mend."""
    return tuple(one.finding for one in corrections)


def _corrections(report: Report, codes: Collection[str] | None) -> Iterator[Correction]:
    """The corrections that the findings of a report propose, where they keep to its text; what was waived is as it should
    be."""
    for found in report.findings:
        if found.fix is None or found.state is State.WAIVED or (codes is not None and found.code not in codes):
            continue
        edits = _lean(found.fix)
        if edits and all(map(touchable, edits)):
            yield Correction(found, edits, found.fix.safe)


def _lean(fix: Fix) -> tuple[Edit, ...]:
    """The edits of a fix, each without what it leaves as it is at either end, and none twice."""
    return tuple(dict.fromkeys(lean for edit in fix.edits if (lean := edit.lean) is not None))


class _State(Struct, frozen=True):
    """A report, and the edits of the first one's sources that led to it."""

    report: Report
    edits: tuple[Edit, ...] = ()


class _Round:
    """The largest part of some corrections that does no harm, found by trying those apart that seem to do it; ``state`` is
    the one with it made."""

    def __init__(
        self, audit: Audit, state: _State, chosen: Sequence[Correction], settled: Callable[[int], None]
    ) -> None:
        self.audit = audit
        self.settled = settled
        self.rejected = 0
        self.begun = state
        self.state = state
        self.kept: tuple[Correction, ...] = ()
        if chosen:
            self._try(tuple(chosen))

    def _try(self, more: tuple[Correction, ...]) -> None:
        parts: tuple[tuple[Correction, ...], ...]
        together = (*self.kept, *more)
        edits = tuple(dict.fromkeys(edit for one in together for edit in one.edits))
        all_edits = composed(self.begun.edits, edits)
        try:
            after = self.audit(all_edits)
        except InputError:
            # What the edits make of a file cannot be written, or not be read again.
            after = None
        done = Harm() if after is None else harm(self.begun.report, after, edits, _findings(together))
        if after is not None and not done:
            self.kept, self.state = together, _State(after, all_edits)
            parts = ()
        elif len(more) == 1:
            self.rejected += 1
            parts = ()
        else:
            parts = _parts(more, suspects(more, done, Moved(edits)))
        self.settled(len(self.kept) + self.rejected)
        for part in parts:
            self._try(part)


def _parts(
    corrections: tuple[Correction, ...], suspected: Collection[Correction]
) -> tuple[tuple[Correction, ...], tuple[Correction, ...]]:
    """Corrections in two parts to be tried one after the other: those that are above suspicion and the others, or, where
    nothing tells them apart, halves."""
    others = tuple(one for one in corrections if one not in suspected)
    if others and len(others) < len(corrections):
        return others, tuple(one for one in corrections if one in suspected)
    return corrections[: len(corrections) // 2], corrections[len(corrections) // 2 :]
