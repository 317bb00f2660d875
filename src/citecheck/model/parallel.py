"""Parallel: the texts of two versions side by side, paragraph against paragraph, with their notes in place."""

from __future__ import annotations

from msgspec import Struct

from citecheck.model.table import Difference, Table

__all__ = ["Facing", "Parallel", "Prose", "Run"]


class Run(Struct, frozen=True):
    """A stretch of a text: plain, a call of the note ``note``, or ``marked`` where a difference is."""

    text: str
    marked: bool = False
    note: str | None = None


class Prose(Struct, frozen=True):
    """A paragraph or a heading as it is shown, and where it stands. ``kind`` is that of the block, or ``heading``."""

    runs: tuple[Run, ...]
    kind: str
    path: str
    line: int


class Facing(Struct, frozen=True):
    """Paragraphs that stand against each other; a side may have none. ``rows`` are the ordinals of the table's rows whose
    notes are called in them, and ``differences`` what differs in the text itself."""

    left: tuple[Prose, ...]
    right: tuple[Prose, ...]
    section: str
    rows: tuple[int, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def heading(self) -> bool:
        """Whether these are headings."""
        return any(prose.kind == "heading" for prose in (*self.left, *self.right))


class Parallel(Struct, frozen=True):
    """Both texts. ``table`` has their notes; ``rest`` are the ordinals of its rows whose notes nothing calls, and
    ``others`` the differences that stand nowhere in the text."""

    table: Table
    facing: tuple[Facing, ...]
    rest: tuple[int, ...] = ()
    others: tuple[Difference, ...] = ()
