"""What a person sees of corrections: a bar while they are tried, and then each change by word."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citecheck.fix.words import Passage, Piece
    from citecheck.model.finding import Edit
    from citecheck.model.source import Source

__all__ = ["LEFT", "by_word", "trying"]

LEFT = {
    "encoding": "{what} left out, because the file's encoding lacks a character: {where}",
    "other-file": "{what} left out, because the words are in a file that is not corrected: {where}",
    "markup": "{what} left out, because more than words would change (a mark, a link, emphasis): {where}",
    "field": "{what} left out, because a field prints the words, and will print them as before: mend their source there: {where}",
    "change": "{what} left out, because the words stand in a tracked change: accept or reject that first: {where}",
    "box": "{what} left out, because the words stand twice in a drawing: {where}",
}
"""Why corrections cannot be made, by the keys of the reasons."""

PLACE, GOES, COMES, PLAIN = "\033[36m", "\033[31;9m", "\033[32m", "\033[0m"


@contextmanager
def trying(*, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """What is told how many corrections of how many are settled: on a terminal it shows a bar."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield lambda settled, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

    progress = Progress(
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    task = progress.add_task("", total=None)
    with progress:
        yield lambda settled, total: progress.update(task, completed=settled, total=total)


def by_word(source: Source, edits: Sequence[Edit], name: str, *, color: bool) -> str:
    """The changes of one file for a person, each with its line and what stands around it, so that they cannot steer the
    terminal: what goes in ``[-…-]`` and what comes in ``{+…+}``, or in colours."""
    from citecheck.fix.words import passages

    changes = sorted((edit.span.start, edit.span.end, edit.replacement) for edit in edits)
    shown = [_line(source, passage, name, color) for passage in passages(source.written.text, changes)]
    return "".join(f"{line}\n" for line in shown)


def _line(source: Source, passage: Passage, name: str, color: bool) -> str:
    """One passage on one line, behind its place."""
    from citecheck.model.source import Span
    from citecheck.report.brief import position

    begins = source.line_starts[passage.line - 1]
    told = Span(source, begins, begins)
    place = f"{name}:{passage.line}:" if told.anchor is None else f"{position(told, lambda _: name)}:"
    pieces = "".join(_piece(piece, color) for piece in passage.pieces)
    start, end = "…" if passage.begun else "", "…" if passage.goes_on else ""
    return f"{_painted(place, PLACE) if color else place} {start}{pieces}{end}"


def _piece(piece: Piece, color: bool) -> str:
    from citecheck.report.visible import visible

    stays, goes, comes = visible(piece.stays), visible(piece.goes), visible(piece.comes)
    if color:
        return stays + _painted(goes, GOES) + _painted(comes, COMES)
    return f"{stays}{f'[-{goes}-]' if goes else ''}{f'{{+{comes}+}}' if comes else ''}"


def _painted(text: str, paint: str) -> str:
    return f"{paint}{text}{PLAIN}" if text else ""
