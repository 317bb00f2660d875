"""How both texts are laid side by side: paragraph against paragraph, the rows of the table below those that call their notes,
and what differs marked."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.document import BlockKind, Marker
from citecheck.model.finding import Finding, State
from citecheck.model.parallel import Facing, Parallel, Prose, Run
from citecheck.model.source import Span
from citecheck.model.table import Difference, Row, Table
from citecheck.reconcile.paragraphs import Block, pairings
from citecheck.reconcile.table import difference_of
from citecheck.triage.decisions import touched

__all__ = ["make_parallel"]

HEADING = "heading"
"""The kind of a heading among those of blocks."""
TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>")
"""An element of HTML in the text, which is not printed."""

Home = tuple[int, int]
"""The side (0 first, 1 second) and the index of a paragraph."""


def make_parallel(
    alignment: Alignment, table: Table, findings: Sequence[Finding], word: Callable[[Finding], str]
) -> Parallel:
    """Both texts of an alignment, with the rows of its table. ``findings`` are those that compare the two versions, and
    ``word`` gives the message of one."""
    sides = _Side(alignment.left, findings), _Side(alignment.right, findings)
    rows, rest = _homes(table.rows, sides)
    differences, others = _placed(findings, sides, word)
    facing = []
    section = ""
    for pairing in pairings(alignment):
        heads = [block.heading for block in (*pairing[0], *pairing[1]) if block.heading is not None]
        section = (heads[0].number or heads[0].title) if heads else section
        homes = [
            (at, block.paragraph.index)
            for at, blocks in enumerate(pairing)
            for block in blocks
            if block.paragraph is not None
        ]
        facing.append(
            Facing(
                left=tuple(map(sides[0].prose, pairing[0])),
                right=tuple(map(sides[1].prose, pairing[1])),
                section=section,
                rows=tuple(sorted(row for home in homes for row in rows.get(home, ()))),
                differences=tuple(dict.fromkeys(one for home in homes for one in differences.get(home, ()))),
            )
        )
    return Parallel(table, tuple(facing), tuple(rest), tuple(others))


def _homes(rows: Sequence[Row], sides: tuple[_Side, _Side]) -> tuple[Mapping[Home, list[int]], list[int]]:
    """The ordinals of the rows by the paragraph that calls the first of their notes, and those of which nothing calls
    any."""
    homes: dict[Home, list[int]] = {}
    rest = []
    for ordinal, row in enumerate(rows):
        home = next(
            (
                (at, sides[at].markers[note.note_id].paragraph)
                for at in (0, 1)
                for note in row.side(at)
                if note.note_id in sides[at].markers
            ),
            None,
        )
        if home is None:
            rest.append(ordinal)
        else:
            homes.setdefault(home, []).append(ordinal)
    return homes, rest


def _placed(
    findings: Sequence[Finding], sides: tuple[_Side, _Side], word: Callable[[Finding], str]
) -> tuple[Mapping[Home, list[Difference]], list[Difference]]:
    """What differs outside the notes, by the paragraph that it stands in; and what stands in none."""
    known = {(side.lang, note_id) for side in sides for note_id in side.notes}
    placed: dict[Home, list[Difference]] = {}
    others = []
    for found in findings:
        if touched(found) & known:
            continue
        difference = difference_of(found, word)
        places = (found.place, *found.counterparts, *found.related)
        homes = {
            (at, index)
            for place in places
            for at, side in enumerate(sides)
            if place.lang == side.lang and (index := side.paragraph_of(place.span)) is not None
        }
        for home in homes:
            placed.setdefault(home, []).append(difference)
        if not homes:
            others.append(difference)
    return placed, others


class _Side:
    """The text of one version."""

    def __init__(self, version: Citations, findings: Sequence[Finding]) -> None:
        document = version.document
        self.lang = document.lang
        self.notes = {note.note_id for note in document.notes}
        self.markers: dict[str, Marker] = {}
        self.calls: dict[int, list[Marker]] = {}
        for marker in document.markers:
            self.markers.setdefault(marker.note_id, marker)
            self.calls.setdefault(marker.paragraph, []).append(marker)
        files = {source: at for at, source in enumerate(document.sources)}
        pieces = [
            (files[piece.source], piece.start, piece.end, one.index)
            for one in document.paragraphs
            for piece in one.pieces
        ]
        self.files, self.pieces = files, sorted(pieces)
        self.wrong: dict[int, list[Span]] = {}
        for found in findings:
            for place in (found.place, *found.counterparts, *found.related) if found.state is State.NEW else ():
                if place.lang == self.lang and (index := self.paragraph_of(place.span)) is not None:
                    self.wrong.setdefault(index, []).append(place.span)

    def paragraph_of(self, span: Span) -> int | None:
        """The index of the paragraph that a span stands in."""
        file = self.files.get(span.source, -1)
        at = bisect_right(self.pieces, (file, span.start, float("inf"))) - 1
        if at < 0 or self.pieces[at][0] != file or span.end > self.pieces[at][2]:
            return None
        return self.pieces[at][3]

    def prose(self, block: Block) -> Prose:
        """A block as it is shown."""
        if block.heading is not None:
            place = block.heading.span
            title = " ".join(filter(None, (block.heading.number, block.heading.title)))
            return Prose((Run(_cleaned(title)),), HEADING, place.path, place.line)
        assert block.paragraph is not None
        paragraph = block.paragraph
        runs: list[Run] = []
        for piece in paragraph.pieces:
            runs += [Run(" ")] if runs else []
            runs += self._runs(piece, paragraph.index, paragraph.kind is BlockKind.TABLE)
        return Prose(tuple(runs), paragraph.kind.value, paragraph.span.path, paragraph.span.line)

    def _runs(self, piece: Span, index: int, lined: bool) -> Iterator[Run]:
        """The runs of one piece of a paragraph; ``lined`` where its lines are its own, as those of a table."""
        cuts: list[tuple[int, int, str | None, str]] = [
            (call.span.start, call.span.end, call.note_id, call.number)
            for call in self.calls.get(index, ())
            if piece.holds(call.span)
        ]
        cuts += [
            (span.start, span.end, None, "")
            for span in self.wrong.get(index, ())
            if piece.holds(span) and span.end > span.start
        ]
        at = piece.start
        for start, end, note, number in sorted(cuts, key=lambda cut: cut[:2]):
            if start < at:
                continue
            yield Run(_cleaned(piece.source.text[at:start], lined))
            text = number if note is not None else _cleaned(piece.source.text[start:end])
            yield Run(text, marked=note is None, note=note)
            at = end
        yield Run(_cleaned(piece.source.text[at : piece.end], lined))


def _cleaned(text: str, lined: bool = False) -> str:
    """A text as it is printed: without elements of HTML, on one line but where its lines are its own."""
    printed = html.unescape(TAG.sub("", text))
    return re.sub(r"[^\S\n]+" if lined else r"\s+", " ", printed)
