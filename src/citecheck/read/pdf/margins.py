"""Notes in the margin: small type beside the text, which is read behind it as notes at the foot of the page are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from citecheck.read.pdf.columns import Flow, flows_of
from citecheck.read.pdf.lines import Line
from citecheck.read.pdf.zones import SMALL, start_of

__all__ = ["flows_with_margin", "text_size"]

APART = 0.5
"""How far, in sizes of the text, a margin is from the text at least."""
ALMOST = 0.95
"""The part of the text that ends where its column does or before."""


def text_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size of most of what is printed; 0 where nothing is."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size, 1)] += line.length
    return sizes.most_common(1)[0][0] if sizes else 0.0


def flows_with_margin(lines: Sequence[Line], size: float) -> list[Flow]:
    """The lines of a page in columns, with what stands in a margin as the last one, where notes begin there. ``size`` is that of the text."""
    text = [line for line in lines if line.size >= SMALL * size]
    small = [line for line in lines if line.size < SMALL * size]
    margin = next(filter(_noted, _beside(text, small, size)), None) if text and small else None
    if margin is None:
        return flows_of(lines)
    taken = {id(line) for line in margin}
    ordered = sorted(margin, key=lambda line: (-line.base, line.left))
    return [*flows_of([line for line in lines if id(line) not in taken]), ordered]


def _beside(text: Sequence[Line], small: Sequence[Line], size: float) -> Iterator[list[Line]]:
    """The small lines on the right of the text, and those on its left."""
    almost = int(ALMOST * (len(text) - 1))
    right, left = sorted(line.right for line in text)[almost], sorted(-line.left for line in text)[almost]
    yield [line for line in small if line.left > right + APART * size]
    yield [line for line in small if line.right < -left - APART * size]


def _noted(margin: Sequence[Line]) -> bool:
    """Whether a line in a margin begins with a raised mark, as notes do."""
    return any(start is not None and start[2] for start in map(start_of, margin))
