"""Tracked changes in the runs of a Word document: ``w:del`` around what goes, ``w:ins`` around what comes, in the shape of the words
that it replaces (ECMA-376 part 1, 17.13.5)."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from citecheck.amend.spots import Change, impossible
from citecheck.patch.runs import SPACE, Runs, alone
from citecheck.read.elements import child, name, namespace
from citecheck.read.remarked import AUTHOR

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Tracking"]

INSERTED = frozenset(("ins", "moveTo"))
"""What others have inserted: an insertion stands beside it, not within."""
MOST = 2**31 - 2


class Tracking:
    """Makes changes in the roots of the parts of the document at ``path``; ``day`` is the ISO date that they bear, empty for none."""

    def __init__(self, roots: Sequence[_Element], path: str, day: str) -> None:
        self.path = path
        self.day = day
        keys = (held for root in roots for one in root.iter() for key, held in one.items() if str(key).endswith("}id"))
        taken = (int(held) for held in keys if str(held).isascii() and str(held).isdecimal())
        self.next = 1 + max((one for one in taken if one < MOST - 10**6), default=0)

    def change(self, runs: Runs, change: Change, link: tuple[_Element, _Element] | None = None) -> None:
        """Makes a change in a paragraph. Of several, the last one comes first. Where the words of a ``link`` are changed, what comes
        stands in a second one behind it."""
        if change.start < change.end:
            gone = self._delete(runs, change)
            if link is not None:
                self._link(gone[0], change.new, *link)
                return
            if change.new:
                self._insert(gone[-1], _shape(gone[-1]), change.new, before=False)
            return
        run = runs.first(change.start) if change.behind else runs.last(change.start)
        if run is None or name(run) != "r":
            raise impossible(self.path)
        self._insert(run, _shape(run), change.new, before=change.behind)

    def _delete(self, runs: Runs, change: Change) -> list[_Element]:
        """Marks what goes; returns its runs."""
        runs.first(change.start)
        runs.last(change.end)
        gone: list[_Element] = []
        for piece in runs.pieces:
            if not piece.length or not change.start <= piece.at < change.end:
                continue
            run = alone(piece.element)
            if name(run) != "r":
                raise impossible(self.path)
            gone.append(run)
        if not gone:
            raise impossible(self.path)
        space = namespace(gone[0])
        made: _Element | None = None
        for run in gone:
            if made is None or run.getprevious() is not made:
                made = self._tracked(run, "del")
                run.addprevious(made)
            made.append(run)
            for one in run.iter(f"{space}t"):
                one.tag = f"{space}delText"
                one.set(SPACE, "preserve")
        return gone

    def _link(self, run: _Element, text: str, old: _Element, new: _Element) -> None:
        """Sets words into a new link behind an old one."""
        made = self._inserted(run, _shape(run), text)
        new.append(made)
        at = self._outside(old, False)
        new.tail, at.tail = at.tail, None
        at.addnext(new)

    def _insert(self, run: _Element, shape: _Element | None, text: str, *, before: bool) -> None:
        """Sets words before or behind a run, or behind the deletion that it is in."""
        made = self._inserted(run, shape, text)
        above = run.getparent()
        at = above if above is not None and name(above) == "del" else run
        at = self._outside(at, before)
        if before:
            at.addprevious(made)
        else:
            made.tail, at.tail = at.tail, None
            at.addnext(made)

    def _inserted(self, run: _Element, shape: _Element | None, text: str) -> _Element:
        """Words that come, in a shape."""
        made = self._tracked(run, "ins")
        new, words = run.makeelement(run.tag), run.makeelement(f"{namespace(run)}t")
        words.text = text
        words.set(SPACE, "preserve")
        if shape is not None:
            new.append(shape)
        new.append(words)
        made.append(new)
        return made

    def _outside(self, element: _Element, before: bool) -> _Element:
        """What stands in the paragraph itself beside the place before or behind an element: an insertion of somebody else that is
        around that is split there."""
        above = element.getparent()
        while above is not None and name(above) in INSERTED:
            if before:
                element = self._split(above, list(element.itersiblings(preceding=True))[::-1], above, first=True)
            else:
                element = self._split(above, list(element.itersiblings()), above, first=False)
            above = element.getparent()
        return element

    def _split(self, above: _Element, apart: list[_Element], kept: _Element, *, first: bool) -> _Element:
        """Takes elements out of an insertion into one of its own, before or behind it; returns the insertion."""
        if apart:
            other = above.makeelement(above.tag, {str(key): str(held) for key, held in above.attrib.items()})
            other.set(f"{namespace(above)}id", self._key())
            for one in apart:
                other.append(one)
            if first:
                above.addprevious(other)
            else:
                above.addnext(other)
        return kept

    def _tracked(self, run: _Element, kind: str) -> _Element:
        space = namespace(run)
        dated = {f"{space}date": f"{self.day}T00:00:00Z"} if self.day else {}
        return run.makeelement(f"{space}{kind}", {f"{space}id": self._key(), f"{space}author": AUTHOR, **dated})

    def _key(self) -> str:
        self.next += 1
        return str(self.next - 1)


def _shape(run: _Element) -> _Element | None:
    """A copy of how a run is printed, without what is tracked of that."""
    shape = child(run, "rPr")
    if shape is None:
        return None
    made = deepcopy(shape)
    made.tail = None
    for one in [one for one in made if name(one) in ("rPrChange", "ins", "del", "moveFrom", "moveTo")]:
        made.remove(one)
    return made
