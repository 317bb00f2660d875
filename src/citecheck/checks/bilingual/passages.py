"""The running text of two versions in passages that are each other's translation: what lies between the same notes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from citecheck.checks.subjects import number_key
from citecheck.model.alignment import Alignment, Stretch
from citecheck.model.citations import Citations
from citecheck.model.document import Marker
from citecheck.model.order import gathered
from citecheck.model.source import Span

Thing = TypeVar("Thing")
Spot = tuple[int, int]
"""Where something stands: the index of its paragraph, and the characters of the paragraph before it."""


class Passages(Struct, frozen=True):
    """One stretch of both versions, cut at the markers of notes that stand against each other.

    ``cuts`` are the places of those markers, in order on both sides; passage 0 ends at the first of them.
    """

    stretch: Stretch
    cuts: tuple[tuple[Spot, Spot], ...]

    def sections(self, left: bool) -> range:
        """The sections of one side."""
        return self.stretch.left if left else self.stretch.right

    def number(self, spot: Spot, left: bool) -> int:
        """The ordinal of the passage in which something stands."""
        return bisect_right(self.cuts, spot, key=lambda cut: cut[0 if left else 1])


def passages(x: Alignment) -> Iterator[Passages]:
    """The passages of each stretch. Notes in another order than their counterparts cut nothing."""
    by_section = gathered(_cuts(x))
    for stretch in x.stretches:
        cuts: list[tuple[Spot, Spot]] = []
        for left, right in sorted(cut for section in stretch.left for cut in by_section.get(section, ())):
            if not cuts or right > cuts[-1][1]:
                cuts.append((left, right))
        yield Passages(stretch, tuple(cuts))


def _cuts(x: Alignment) -> Iterator[tuple[int, tuple[Spot, Spot]]]:
    """The last markers of both sides of each group, as a cut, by the section of the left one."""
    calls = _calls(x.left), _calls(x.right)
    for group in x.groups:
        lefts, rights = (
            [own[note.note_id] for note in notes if note.note_id in own]
            for own, notes in zip(calls, (group.left, group.right), strict=True)
        )
        if lefts and rights and not group.crossed:
            section, left = max(lefts)
            yield section, (left, max(rights)[1])


class Calls(Struct, frozen=True):
    """The markers of a version by paragraph, in order, by where they begin."""

    lang: str
    of_paragraph: Mapping[int, Sequence[Marker]]

    @staticmethod
    def of(version: Citations) -> Calls:
        """The markers of a version."""
        return Calls(version.lang, gathered((marker.paragraph, marker) for marker in version.document.markers))

    def marker(self, paragraph: int | None, span: Span) -> Marker | None:
        """The call of the note that sources what stands there: the next one in the paragraph, or its last."""
        own = self.of_paragraph.get(paragraph, ()) if paragraph is not None else ()
        if not own:
            return None
        at = bisect_right(own, span.start, key=lambda marker: marker.span.start)
        return own[min(at, len(own) - 1)]

    def keys(self, paragraph: int | None, span: Span) -> list[str]:
        """The key of the note that sources what stands there."""
        marker = self.marker(paragraph, span)
        return [number_key(self.lang, marker)] if marker is not None else []


def _calls(version: Citations) -> dict[str, tuple[int, Spot]]:
    """Section and place of the first marker of each note."""
    found: dict[str, tuple[int, Spot]] = {}
    for marker in version.document.markers:
        found.setdefault(marker.note_id, (marker.section, (marker.paragraph, marker.offset)))
    return found


class Text(Struct, frozen=True):
    """The paragraphs of a version by index: their pieces and sections."""

    pieces: Mapping[int, tuple[Span, ...]]
    section: Mapping[int, int]

    @staticmethod
    def of(version: Citations) -> Text:
        """The text of a version."""
        paragraphs = version.document.paragraphs
        return Text({one.index: one.pieces for one in paragraphs}, {one.index: one.section for one in paragraphs})

    def by_section(self, things: Iterable[tuple[int | None, Span, Thing]]) -> dict[int, list[tuple[Spot, Thing]]]:
        """Things with where they stand, by section; each is told by its paragraph, its span and itself. What stands in no
        paragraph is left out."""
        return gathered(
            (self.section[paragraph], (self.spot(paragraph, span), thing))
            for paragraph, span, thing in things
            if paragraph is not None and paragraph in self.section
        )

    def spot(self, paragraph: int, span: Span) -> Spot:
        """Where a span of a paragraph stands."""
        before = 0
        for piece in self.pieces.get(paragraph, ()):
            if piece.source is span.source and piece.start <= span.start < piece.end:
                return paragraph, before + span.start - piece.start
            before += piece.end - piece.start
        return paragraph, before
