"""The table for a person at a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from io import StringIO

from rich import box
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from citecheck.model.alignment import Shape
from citecheck.model.decision import Decision, DecisionKind, settled
from citecheck.model.finding import Severity
from citecheck.model.renumbering import Renumbering
from citecheck.model.table import Difference, NoteText, Piece, Row, Table, Verdict, one_line
from citecheck.report.table.cells import named, numbers, shift_lines, summary
from citecheck.report.table.grid import Column, grid_lines
from citecheck.report.table.renumbering import remark
from citecheck.report.voice import counted, decimal, language_in_prose, say, titled

__all__ = ["detail_text", "renumbering_text", "table_text"]

MANY = 8
"""How many shifts are named; the others are counted, unless everything is wanted."""

SECTION = 48
"""How many characters of a section's title are shown."""

_STYLES = {
    Verdict.SAME: "green",
    Verdict.DIFFERS: "bold red",
    Verdict.ACCEPTED: "blue",
    Verdict.NOT_COMPARED: "dim",
}
_SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
LONGEST = 2000
"""How many characters of a text are shown."""
PLACE = "●"
"""Stands where a note would be."""
MARKS = "»", "«"
"""What stands around a difference where there are no colours."""


def table_text(
    table: Table, *, ui: str = "en", color: bool = False, width: int = 100, verbose: bool = False, folded: bool = False
) -> str:
    """One line for each group, then what concerns no group, then what was counted. Where it is ``folded``, groups that
    are the same are only counted."""
    buffer, console = _console(color, width)
    if table.unrelated:
        console.print(Text(_shown(say("table.unrelated", ui, why=table.unrelated)), "bold"))
    rows = [row for row in table.rows if not (folded and row.verdict is Verdict.SAME)]
    if rows:
        for line in grid_lines(_columns(table, ui), say("table.column-differences", ui), _cells(rows, ui), console):
            console.print(line, soft_wrap=True)
    elif not table.rows and not table.unrelated:
        console.print(Text(say("table.nothing", ui)))
    if len(rows) < len(table.rows):
        console.print(Text(counted("table.folded", len(table.rows) - len(rows), ui), "dim"), soft_wrap=True)
    for line in _after(table, ui, verbose, console.width):
        console.print(line, soft_wrap=True)
    console.print(Text(summary(table, ui), "dim"), soft_wrap=True)
    return _trimmed(buffer)


def _columns(table: Table, ui: str) -> list[Column]:
    return [
        *(Column(titled(name), wrapped=True) for name in table.names),
        Column(say("section", ui), wrapped=True),
        Column(say("table.column-shape", ui), priority=1),
        Column(say("table.column-verdict", ui)),
        Column(say("table.column-confidence", ui), right=True, priority=2),
    ]


def _cells(rows: Sequence[Row], ui: str) -> list[tuple[list[Text], Text]]:
    """The cells of each row, and what differs in it."""
    made = []
    for row in rows:
        shape = say(f"shape.{row.shape.value}", ui) + (f", {say('table.crossed', ui)}" if row.crossed else "")
        cells = [
            Text(_shown(numbers(row.left)) or "–"),
            Text(_shown(numbers(row.right)) or "–"),
            Text(textwrap.shorten(_shown(row.section), SECTION, placeholder=" …")),
            Text(shape, "magenta" if row.shape is Shape.ONLY else ""),
            Text(say(f"verdict.{row.verdict.value}", ui), _STYLES[row.verdict]),
            Text(decimal(row.confidence, ui), "dim"),
        ]
        made.append((cells, _what_differs(row, ui)))
    return made


def _what_differs(row: Row, ui: str) -> Text:
    """The differences of a row and what was decided about it, one a line."""
    lines = []
    for one in row.differences:
        style = "dim" if one.accepted is not None else _SEVERITY_STYLES[one.severity]
        lines.append(Text.assemble((one.code, style), f" {_shown(one.message)}"))
    if row.decision is not None:
        lines.append(Text(_decided(row, ui), "italic"))
    return Text("\n").join(lines)


def _decided(row: Row, ui: str) -> str:
    if row.decision is None:
        return ""
    key = "accepted" if row.decision.kind is DecisionKind.ACCEPT else "paired"
    return _shown(say(f"table.{key}", ui, why=settled(row.decision)))


def _after(table: Table, ui: str, verbose: bool, width: int) -> Iterator[Text]:
    """What concerns no single group."""
    lines = shift_lines(table, ui)
    shown = lines if verbose else lines[:MANY]
    if len(lines) > len(shown):
        shown.append(say("table.shift-more", ui, count=len(lines) - len(shown)))
    yield from _section(say("table.shifts", ui), shown, width)
    yield from _section(say("table.others", ui), [_located(one, ui) for one in table.others], width)
    yield from _section(say("table.stale", ui), [_outdated(one, table) for one in table.stale], width)


def _located(one: Difference, ui: str) -> str:
    accepted = f" ({say('table.accepted', ui, why=one.accepted)})" if one.accepted is not None else ""
    return f"{one.where}  {say(f'severity.{one.severity.value}', ui)} {one.code}  {one.message}{accepted}"


def _outdated(one: Decision, table: Table) -> str:
    """A decision that matches nothing: where it stands, which notes were meant, and why."""
    parts = named(one.about, table.langs, table.names), settled(one)
    return f"{one.place}: {' · '.join(part for part in parts if part)}"


def _section(title: str, items: Sequence[str], width: int) -> Iterator[Text]:
    if not items:
        return
    yield Text()
    yield from (Text(line, "bold") for line in textwrap.wrap(title, width))
    for item in items:
        yield from map(Text, _hanging(_shown(item), width))


def _hanging(written: str, width: int) -> list[str]:
    """A text as lines, the first of which stands out; an address in it stays whole."""
    return textwrap.wrap(
        written, width, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False, break_long_words=False
    )


def detail_text(table: Table, *, ui: str = "en", color: bool = False, width: int = 100) -> str:
    """Everything about each row: both sides' notes with their passages and what they cite, and what differs."""
    buffer, console = _console(color, width)
    width = max(width, 40)
    for row in table.rows:
        for line in _detail(row, table, ui, color, width):
            console.print(line, soft_wrap=True)
    return _trimmed(buffer)


def _detail(row: Row, table: Table, ui: str, color: bool, width: int) -> Iterator[Text]:
    where = say("table.section", ui, section=_shown(row.section)) if row.section else titled(say("before-headings", ui))
    remarks = [where, say(f"shape.{row.shape.value}", ui), *([say("table.crossed", ui)] if row.crossed else [])]
    yield Text(
        " · ".join(
            [
                *remarks,
                say(f"verdict.{row.verdict.value}", ui),
                say("table.confidence", ui, value=decimal(row.confidence, ui)),
            ]
        ),
        "bold",
    )
    for name, notes in zip(table.names, (row.left, row.right), strict=True):
        yield Text()
        yield Text(titled(name), "bold underline")
        if not notes:
            yield Text(f"  {say('table.no-notes', ui)}", "dim")
        if not notes and row.opposite is not None:
            text = f"{say('table.opposite', ui)} {row.opposite.covered} {PLACE} {row.opposite.after}"
            yield from (Text(line, "italic") for line in _hanging(_shown(text), width))
        for note in notes:
            yield from _note(note, ui, color, width)
    if row.differences:
        yield Text()
        yield Text(say("table.column-differences", ui), "bold")
        for one in row.differences:
            lead = f"  {say(f'severity.{one.severity.value}', ui)} {one.code}  "
            wrapped = textwrap.wrap(_shown(one.message), width, initial_indent=lead, subsequent_indent="    ")
            yield from (Text(line, "dim" if one.accepted is not None else "") for line in wrapped)
    if row.decision is not None:
        yield Text()
        yield Text(_decided(row, ui), "italic")


def _note(note: NoteText, ui: str, color: bool, width: int) -> Iterator[Text]:
    """A note: the passage that calls it, its text with the difference marked, and its sources."""
    label = f" [^{_shown(note.label)}]" if note.written else ""
    yield Text(f"  {_shown(note.note_id)}{label}  {_shown(note.where)}", "dim")
    if note.passage is None:
        yield Text(f"    {say('table.no-passage', ui)}", "dim")
    else:
        passage = f"{note.passage.before}{note.passage.covered}[{note.number}]{note.passage.after}"
        for line in textwrap.wrap(_shown(passage), width, initial_indent="    ", subsequent_indent="    "):
            yield Text(line, "italic")
    shown = Text(f"    {_shown(note.note_id)}. ")
    for piece in note.pieces:
        said = _piece(piece)
        if piece.marked and not color:
            shown.append(f"{MARKS[0]}{said}{MARKS[1]}")
        else:
            shown.append(said, "bold reverse" if piece.marked else "")
    yield shown
    for source in note.sources:
        yield Text(f"      {say('table.sources', ui)} {_shown(source)}", "dim")


def renumbering_text(made: Renumbering, *, ui: str = "en", color: bool = False, width: int = 100) -> str:
    """The old and the new numbers, a line for each note."""
    buffer, console = _console(color, width)
    title = say("table.renumber-title", ui, language=made.names[0], other=language_in_prose(made.langs[1], ui))
    console.print(Text(titled(title), "bold"))
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for key in ("old", "new"):
        grid.add_column(say(f"table.{key}", ui), justify="right", no_wrap=True)
    grid.add_column(titled(made.names[1]))
    grid.add_column(say("table.remark", ui))
    for one in made.lines:
        changed = one.old is not None and one.old != one.new
        grid.add_row(
            Text(_shown(one.old or "–")),
            Text(_shown(one.new), "bold" if changed else ""),
            Text(_shown(", ".join(one.counterparts)) or "–"),
            Text(_shown(remark(one, made, ui))),
        )
    console.print(grid)
    console.print(Text(counted("table.changed", made.changed, ui), "dim"))
    return _trimmed(buffer)


def _shown(written: str) -> str:
    return one_line(written, LONGEST)


def _piece(piece: Piece) -> str:
    """A stretch of a note, with the blanks at its ends: the next one goes on behind them."""
    before, after = (" " if edge.isspace() else "" for edge in (piece.text[:1], piece.text[-1:]))
    said = _shown(piece.text)
    return f"{before}{said}{after}" if said else before


def _console(color: bool, width: int) -> tuple[StringIO, Console]:
    buffer = StringIO()
    return buffer, Console(
        file=buffer,
        width=max(width, 40),
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def _trimmed(buffer: StringIO) -> str:
    """What was written, without the blanks that fill a table's lines."""
    return "".join(f"{line.rstrip()}\n" for line in buffer.getvalue().splitlines())
