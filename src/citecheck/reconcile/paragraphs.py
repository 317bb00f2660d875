"""Which paragraphs of two versions stand against each other: by their notes, by what is named in both, by their lengths.

Within the sections that are paired, the likeliest way is looked for in which one follows the other: one paragraph against
one, two against one (a converter, or the translator, cut it), or one that the other version lacks.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from msgspec import Struct

from citecheck.languages.folding import fold
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.document import Heading, Paragraph

__all__ = ["Block", "Pairing", "pairings"]

NOTE, FIGURE, NAME, HEADING = 4.0, 1.5, 1.0, 6.0
"""What a note group, a figure and a name that both have say for two paragraphs, and a pair of sections for two headings; less
where it stands in several paragraphs."""
LACKING = -0.5
"""What a paragraph without counterpart costs."""
CUT = -0.8
"""What two paragraphs against one cost beside."""
UNLIKE = -100.0
"""What a heading against a paragraph costs."""
BAND, LEAST = 60, 8
"""How far from its proportional place a paragraph's counterpart is looked for, in blocks; at least so far where there are very
many."""
WORK = 150_000
"""How many pairs of blocks are looked at with each other, where there are very many."""

MOVES = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
"""How many blocks of either side stand against each other."""


class Block(Struct, frozen=True):
    """A heading or a paragraph of a version, and how long it is."""

    heading: Heading | None
    paragraph: Paragraph | None
    length: int


Pairing = tuple[tuple[Block, ...], tuple[Block, ...]]
"""Blocks that stand against each other; a side may have none."""


def pairings(alignment: Alignment) -> Iterator[Pairing]:
    """The blocks of both versions against each other, each in exactly one pairing, in reading order of the first."""
    sides = _Side.of(alignment, 0), _Side.of(alignment, 1)
    heads = {
        (pair.left.section, pair.right.section)
        for pair in alignment.sections
        if pair.left is not None and pair.right is not None
    }
    taken: tuple[set[int], set[int]] = set(), set()
    stretches = [(stretch.left, stretch.right) for stretch in alignment.stretches]
    for ranges in stretches or [(range(_last(alignment.left)), range(_last(alignment.right)))]:
        blocks = [side.blocks(own) for side, own in zip(sides, ranges, strict=True)]
        for own, done in zip(ranges, taken, strict=True):
            done.update(own)
        yield from _paired(blocks[0], blocks[1], _Likeness.of(blocks, sides, heads))
    # What stands in no stretch has no counterpart.
    for at, side in enumerate(sides):
        for block in side.blocks(section for section in range(_last(side.version)) if section not in taken[at]):
            yield ((block,), ()) if at == 0 else ((), (block,))


def _last(version: Citations) -> int:
    document = version.document
    sections = [*(one.section for one in document.headings), *(one.section for one in document.paragraphs)]
    return max(sections, default=0) + 1


class _Side(Struct, frozen=True):
    """One version: its blocks by their sections, and what is found in each paragraph."""

    version: Citations
    by_section: Mapping[int, Sequence[Block]]
    anchors: Mapping[int, frozenset[str]]

    @staticmethod
    def of(alignment: Alignment, side: int) -> _Side:
        """The first version (0) or the second (1)."""
        version = (alignment.left, alignment.right)[side]
        document = version.document
        by_section: dict[int, list[Block]] = {}
        for heading in document.headings:
            block = Block(heading, None, heading.span.end - heading.span.start)
            by_section.setdefault(heading.section, []).append(block)
        for paragraph in document.paragraphs:
            length = sum(piece.end - piece.start for piece in paragraph.pieces)
            by_section.setdefault(paragraph.section, []).append(Block(None, paragraph, length))
        return _Side(version, by_section, _anchors(alignment, side))

    def blocks(self, sections: Iterator[int] | range) -> list[Block]:
        """The blocks of some sections."""
        return [block for section in sections for block in self.by_section.get(section, ())]


def _anchors(alignment: Alignment, side: int) -> dict[int, frozenset[str]]:
    """What is found in each paragraph of a version by its index: note groups, figures, amounts and names."""
    document = (alignment.left, alignment.right)[side].document
    homes = {
        note.note_id: at
        for at, group in enumerate(alignment.groups)
        if group.left and group.right
        for note in (group.left, group.right)[side]
    }
    found: dict[int, set[str]] = {}
    for marker in document.markers:
        if marker.note_id in homes:
            found.setdefault(marker.paragraph, set()).add(f"n{homes[marker.note_id]}")
    for figure in document.figures:
        found.setdefault(figure.paragraph, set()).add(f"f{figure.value.normalize()}")
    for amount in document.amounts:
        if amount.paragraph is not None:
            found.setdefault(amount.paragraph, set()).add(f"f{amount.value.normalize()}")
    for name in document.names:
        found.setdefault(name.paragraph, set()).add(f"w{fold(name.span.text)}")
    return {index: frozenset(keys) for index, keys in found.items()}


def _places(blocks: Sequence[Block], anchors: Mapping[int, frozenset[str]]) -> dict[str, list[int]]:
    """The ordinals of the blocks in which each anchor is found."""
    found: dict[str, list[int]] = {}
    for ordinal, block in enumerate(blocks):
        for key in anchors.get(block.paragraph.index, ()) if block.paragraph is not None else ():
            found.setdefault(key, []).append(ordinal)
    return found


def _headings(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """The headings among the blocks, by ordinal, each with its section."""
    return [(at, block.heading.section) for at, block in enumerate(blocks) if block.heading is not None]


class _Likeness(Struct, frozen=True):
    """How much speaks for two blocks: what both have, by their ordinals, and the lengths."""

    lengths: tuple[Sequence[int], Sequence[int]]
    headings: tuple[Sequence[bool], Sequence[bool]]
    shared: Mapping[tuple[int, int], float]
    ratio: float

    @staticmethod
    def of(blocks: Sequence[Sequence[Block]], sides: tuple[_Side, _Side], heads: set[tuple[int, int]]) -> _Likeness:
        """The likeness of the blocks of two stretches; ``heads`` are the pairs of sections."""
        shared: dict[tuple[int, int], float] = {}
        left, right = (_places(own, side.anchors) for own, side in zip(blocks, sides, strict=True))
        for key in left.keys() & right.keys():
            ones, others = left[key], right[key]
            weight = {"n": NOTE, "f": FIGURE}.get(key[0], NAME) * 2 / (len(ones) + len(others))
            # What stands everywhere tells no place.
            for pair in product(ones, others) if len(ones) * len(others) <= BAND else ():
                shared[pair] = shared.get(pair, 0.0) + weight
        for (one, section), (other, twin) in product(*map(_headings, blocks)):
            if (section, twin) in heads:
                shared[one, other] = HEADING
        lengths = [block.length for block in blocks[0]], [block.length for block in blocks[1]]
        flags = [[block.heading is not None for block in own] for own in blocks]
        return _Likeness(lengths, (flags[0], flags[1]), shared, (sum(lengths[1]) + 1) / (sum(lengths[0]) + 1))

    def of_move(self, left: range, right: range) -> float:
        """What speaks for these blocks to stand against each other."""
        if not left or not right:
            return LACKING * (len(left) + len(right))
        heads = {self.headings[0][one] for one in left} | {self.headings[1][one] for one in right}
        if len(heads) > 1 or (heads == {True} and len(left) + len(right) > 2):
            return UNLIKE
        shared = sum(self.shared.get((one, other), 0.0) for one in left for other in right)
        own, twin = (sum(of[at] for at in ordinals) for of, ordinals in zip(self.lengths, (left, right), strict=True))
        apart = abs(math.log((own * self.ratio + 20) / (twin + 20)))
        return shared + 1 - min(1.5 * apart, 2.5) + (CUT if len(left) + len(right) > 2 else 0)


def _paired(left: Sequence[Block], right: Sequence[Block], likeness: _Likeness) -> Iterator[Pairing]:
    """The likeliest pairings of two sequences of blocks, in order."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    slope = len(right) / max(len(left), 1)
    band = min(BAND, max(LEAST, WORK // (2 * len(left) + 1)))
    for i in range(len(left) + 1):
        near = int(i * slope)
        reach = max(band, int(slope) + 2)
        for j in range(max(0, near - reach), min(len(right), near + reach) + 1):
            ways = [
                (best[i - own, j - twin][0] + likeness.of_move(range(i - own, i), range(j - twin, j)), (own, twin))
                for own, twin in MOVES
                if (i - own, j - twin) in best
            ]
            if ways:
                best[i, j] = max(ways, key=lambda way: way[0])
    made: list[Pairing] = []
    i, j = len(left), len(right)
    while i or j:
        own, twin = best[i, j][1]
        made.append((tuple(left[i - own : i]), tuple(right[j - twin : j])))
        i, j = i - own, j - twin
    return reversed(made)
