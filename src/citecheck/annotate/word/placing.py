"""Where in a Word document a comment stands: on the very words, or at the mark of the note that has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from citecheck.annotate.remarks import Remark
from citecheck.annotate.spots import Spots
from citecheck.patch.runs import Runs, alone, holder
from citecheck.read.elements import name, namespace
from citecheck.read.projection import Stretch
from citecheck.read.word.calls import NOTE_ID
from citecheck.read.word.traces import Traces

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Placing"]

TEXT = "document"


class Placing:
    """Sets comments into the text of a document, by its ``traces`` and the ``stretches`` of its words. What is placed later on the
    same words stands before what was placed earlier."""

    def __init__(self, main: _Element, traces: Traces, stretches: Sequence[Stretch]) -> None:
        self.main = main
        self.spots = Spots(stretches, TEXT)
        self.runs = {paragraph: Runs(pieces) for (part, paragraph), pieces in traces.pieces.items() if part == TEXT}
        marks = (one.element for (part, _), pieces in traces.pieces.items() if part == TEXT for one in pieces)
        self.marks = {key: one for one in marks if (key := one.get(NOTE_ID)) is not None}
        self.begun: dict[_Element, _Element] = {}

    def place(self, key: str, remark: Remark) -> None:
        """Sets the comment with this key around the words of a remark; where it has none, at the words that come next."""
        first, last = self._ends(remark) or (None, None)
        if first is None or last is None:
            first = last = self._somewhere()
        space = namespace(self.main)
        start, end, run = (
            self.main.makeelement(f"{space}{kind}") for kind in ("commentRangeStart", "commentRangeEnd", "r")
        )
        for one in (start, end):
            one.set(f"{space}id", key)
        run.append(run.makeelement(f"{space}commentReference", {f"{space}id": key}))
        self.begun.get(first, first).addprevious(start)
        self.begun[first] = start
        last.addnext(end)
        end.addnext(run)

    def _ends(self, remark: Remark) -> tuple[_Element | None, _Element | None] | None:
        """The first and the last run of the words of a remark."""
        ends = self.spots.ends(remark)
        if ends is None:
            return None
        (first, start), (last, stop) = ends
        if first.part != TEXT:
            mark = self._mark(first.note)
            return mark, mark
        started, ended = self._start(first, start), self._end(last, stop)
        if _cell(started) is not _cell(ended):
            # Programs lose a comment that ends in another cell, or outside the box in which it begins.
            ended = self._end(first, min(remark.end, first.end) - first.offset)
        return started, ended

    def _start(self, stretch: Stretch, behind: int) -> _Element | None:
        if stretch.note_id:
            return self._mark(stretch.note_id)
        runs = self.runs.get(stretch.paragraph)
        return None if runs is None else runs.first(stretch.at + behind)

    def _end(self, stretch: Stretch, behind: int) -> _Element | None:
        if stretch.note_id:
            return self._start(stretch, 0)
        runs = self.runs.get(stretch.paragraph)
        return None if runs is None else runs.last(stretch.at + behind)

    def _mark(self, note_id: str) -> _Element | None:
        """The run with the mark that calls a note."""
        mark = self.marks.get(note_id)
        return None if mark is None else alone(mark)

    def _somewhere(self) -> _Element:
        """A place for what is about no words: the first run, else an empty one in the first paragraph."""
        run = next(self.main.iter("{*}r"), None)
        if run is not None:
            return holder(next(iter(run), run)) if len(run) else run
        space = namespace(self.main)
        paragraph = next(self.main.iter("{*}p"), None)
        if paragraph is None:
            body = next((one for one in self.main if name(one) == "body"), self.main)
            paragraph = body.makeelement(f"{space}p")
            body.insert(0, paragraph)
        made = paragraph.makeelement(f"{space}r")
        paragraph.append(made)
        return made


def _cell(element: _Element | None) -> _Element | None:
    """The cell or the box that an element stands in; None for the text itself."""
    if element is None:
        return None
    return next((one for one in element.iterancestors() if name(one) in ("tc", "txbxContent")), None)
