"""Columns for a terminal, as wide as there is room: the last one beside the others where it fits, else below each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

__all__ = ["Column", "grid_lines"]

GAP = 2
"""Blanks between two columns."""
NARROW = 7
"""So narrow can a column become whose cells can be wrapped, unless its head is wider."""
BESIDE = 40
"""So much room the last column needs to stand beside the others."""
INDENT = "  "
"""What stands before the last column's text below a row; its next lines have it twice."""


class Column(Struct, frozen=True):
    """A column: its head, and how its cells are laid out. ``priority`` says when it is left out for want of room: the
    highest first, and a column with 0 never."""

    head: str
    right: bool = False
    wrapped: bool = False
    priority: int = 0


def grid_lines(
    columns: Sequence[Column], last: str, rows: Sequence[tuple[Sequence[Text], Text]], console: Console
) -> Iterator[Text]:
    """The lines of a table: its head, a rule, and the rows. Each row has a cell for each of the ``columns`` and the text
    of the column ``last``, which gets what room is left, or lines of its own below the row."""
    widths = _widths(columns, [cells for cells, _ in rows], console.width)
    room = console.width - sum(width + GAP for width in widths.values())
    wanted = max((cell_len(line.plain) for _, text in rows for line in text.split()), default=0)
    beside = room >= min(max(wanted, cell_len(last)), BESIDE)
    heads = [Text(columns[at].head, "bold") for at in widths]
    shown = [*heads, Text(last, "bold")] if beside else heads
    yield from _beside(shown, columns, widths, room, console)
    whole = sum(width + GAP for width in widths.values())
    whole = min(whole + max(wanted, cell_len(last)), console.width) if beside else min(whole - GAP, console.width)
    yield Text("─" * whole)
    for cells, text in rows:
        kept = [cells[at] for at in widths]
        yield from _beside([*kept, text] if beside else kept, columns, widths, room, console)
        if not beside:
            yield from _below(text, console)


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Text]], room: int) -> dict[int, int]:
    """How wide each column is, by its ordinal; without those that there is no room for."""
    widths = {
        at: max([cell_len(column.head), *(cell_len(cells[at].plain) for cells in rows)])
        for at, column in enumerate(columns)
    }
    while (over := sum(widths.values()) + GAP * (len(widths) - 1) - room) > 0:
        narrow = {at: max(NARROW, cell_len(columns[at].head)) for at in widths}
        wide = [at for at in widths if columns[at].wrapped and widths[at] > narrow[at]]
        if wide:
            widest = max(wide, key=lambda at: widths[at])
            others = [widths[at] for at in wide if at != widest]
            # Down to the next widest, so that all that can be wrapped become narrow alike.
            widths[widest] -= max(min(over, widths[widest] - max([*others, narrow[widest]])), 1)
            continue
        least = max(widths, key=lambda at: columns[at].priority)
        if not columns[least].priority:
            break
        del widths[least]
    return widths


def _beside(
    cells: Sequence[Text], columns: Sequence[Column], widths: dict[int, int], room: int, console: Console
) -> Iterator[Text]:
    """The lines of one row; a cell more than there are ``widths`` is the last column's, with the ``room`` that is
    left."""
    wide = [*widths.values(), room]
    right = [*(columns[at].right for at in widths), False]
    wrapped = [list(cell.wrap(console, max(wide[at], 1))) or [Text()] for at, cell in enumerate(cells)]
    for line in range(max(map(len, wrapped))):
        made = Text()
        for at, lines in enumerate(wrapped):
            cell = lines[line] if line < len(lines) else Text()
            cell.rstrip()
            blanks = " " * max(wide[at] - cell_len(cell.plain), 0)
            parts = (blanks, cell) if right[at] else (cell, blanks if at < len(wrapped) - 1 else "")
            made = Text.assemble(made, *parts, " " * GAP if at < len(wrapped) - 1 else "")
        yield made


def _below(text: Text, console: Console) -> Iterator[Text]:
    """A text on lines of its own, as wide as there is room."""
    for paragraph in text.split() if text.plain else ():
        for at, line in enumerate(paragraph.wrap(console, max(console.width - 2 * len(INDENT), 20))):
            line.rstrip()
            yield Text.assemble(INDENT if at == 0 else 2 * INDENT, line)
