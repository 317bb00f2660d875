"""The table of two versions as it is asked for: which of its rows, in which format, or another numbering instead."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from citecheck.cli import candidates
from citecheck.cli.common import Color, line_width, use_color
from citecheck.cli.endings import format_by_ending
from citecheck.cli.writing import Destination
from citecheck.errors import UsageError
from citecheck.read.identity import STANDARD

if TYPE_CHECKING:
    from citecheck.model.alignment import Alignment
    from citecheck.model.table import Table

__all__ = [
    "All",
    "Format",
    "Formats",
    "Manner",
    "Only",
    "OnlyNote",
    "OnlySection",
    "Renumber",
    "Rows",
    "Sort",
    "Texts",
    "check_table",
    "check_texts",
    "chosen_format",
    "write_numbering",
    "write_table",
]


class Format(StrEnum):
    """What the table can be written as."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    HTML = "html"
    XLIFF = "xliff"


class Filter(StrEnum):
    """Which groups to show."""

    DIFFERING = "differing"
    MISSING = "missing"
    MERGED = "merged"


class Order(StrEnum):
    """In which order to show the groups."""

    VERDICT = "verdict"
    CONFIDENCE = "confidence"
    DOCUMENT = "document"


Formats = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help="What to write; xlsx needs --output.  [default: what the name of --output ends in, else text]",
        show_default=False,
    ),
]
Only = Annotated[
    Filter | None,
    typer.Option("--only", help="Only the groups that differ, lack a counterpart or are merged.", show_default=False),
]
Sort = Annotated[
    Order | None,
    typer.Option(
        "--sort",
        help="What differs first, what is paired least surely first, or as in the document.  [default: verdict in text, "
        "else document]",
        show_default=False,
    ),
]
All = Annotated[
    bool, typer.Option("--all", help="In text, show the groups too that are the same, instead of counting them.")
]
Texts = Annotated[
    bool,
    typer.Option(
        "--text", help="With --format html: both texts side by side, paragraph by paragraph, with their notes in place."
    ),
]
OnlyNote = Annotated[
    str | None,
    typer.Option(
        "--note",
        metavar="LANG:NOTE",
        help="One note with its passage and its counterpart, as in fr:39.",
        autocompletion=candidates.notes,
        show_default=False,
    ),
]
OnlySection = Annotated[
    str | None,
    typer.Option(
        "--section",
        metavar="NUMBER",
        help="Only this section and those below it, as in 2.2.",
        show_default=False,
        autocompletion=candidates.sections,
    ),
]
Renumber = Annotated[
    str | None,
    typer.Option(
        "--renumber",
        metavar="LANG",
        help="Propose a numbering for this version that follows the other's.",
        autocompletion=candidates.note_languages,
        show_default=False,
    ),
]


class Rows(Struct, frozen=True):
    """Which rows of the table are asked for."""

    only: Filter | None = None
    note: str | None = None
    section: str | None = None

    def __bool__(self) -> bool:
        return any((self.only, self.note, self.section))

    def of(self, table: Table) -> Table:
        """The table with these rows. Raises UsageError where there is no such note or section."""
        from citecheck.model.table import Only
        from citecheck.reconcile.deciding import note_named

        if self.section is not None:
            known = ", ".join(section for section in table.sections if section)
            table = table.in_section(self.section)
            if not table.rows:
                raise UsageError(f"--section {self.section}: there is no note in it: use one of {known}")
        if self.note is not None:
            lang, number = note_named("--note", self.note, table.langs)
            table = table.of_note(lang, number)
            if not table.rows:
                raise UsageError(f"--note {self.note}: there is no note {number} in {lang!r}")
        return table if self.only is None else table.only(Only(self.only.value))


class Manner(Struct, frozen=True):
    """How a table is written: in which format and language, with which colours, how much of it, and in which order.
    Where it is ``folded``, groups that are the same are only counted in text."""

    format: Format
    ui: str
    color: Color
    quiet: bool
    verbose: bool
    order: Order | None = None
    folded: bool = False


def chosen_format(said: Format | None, output: str | None) -> Format:
    """The format of the table: as it is said, else as the name of the file ends, else text. Raises UsageError."""
    return said or Format(format_by_ending(output or STANDARD, [one.value for one in Format]))


def check_texts(format: Format, renumber: str | None, rows: Rows) -> None:
    """Raises UsageError where --text does not go with the other options."""
    if format is not Format.HTML:
        raise UsageError("--text is a page: add --format html, or end the name of --output in .html")
    if renumber is not None or rows:
        raise UsageError("--text shows both texts whole: leave --renumber, --only, --note and --section out")


def check_table(format: Format, output: str | None, renumber: str | None, rows: Rows) -> None:
    """Raises UsageError where options of the table do not go together."""
    if format is Format.XLSX and output in (None, "-"):
        raise UsageError("--format xlsx writes a workbook, no text: say where with --output FILE.xlsx")
    if renumber is not None and format in (Format.XLSX, Format.HTML, Format.XLIFF):
        raise UsageError(f"--renumber cannot be written as {format.value}: use text, json or csv")
    if renumber is not None and rows:
        raise UsageError("--renumber is about all notes: leave --only, --note and --section out")


def write_table(table: Table, manner: Manner, destination: Destination, *, detailed: bool) -> None:
    """Writes the table; in text, ``detailed`` shows each row with its passage."""
    from citecheck.model.table import Order as RowOrder

    order = manner.order or (Order.VERDICT if manner.format is Format.TEXT else Order.DOCUMENT)
    table = table.ordered(RowOrder(order.value))
    if manner.format is Format.XLSX:
        from citecheck.report.table.xlsx import xlsx_table

        destination.write_bytes(xlsx_table(table, ui=manner.ui), quiet=manner.quiet)
        return
    match manner.format:
        case Format.JSON:
            from citecheck.report.json import json_text
            from citecheck.report.table.json import alignment_data

            shown = json_text(alignment_data(table))
        case Format.CSV:
            from citecheck.report.table.csv import csv_table

            shown = csv_table(table, ui=manner.ui)
        case Format.HTML:
            from citecheck.report.table.html import html_page

            shown = html_page(table, ui=manner.ui)
        case Format.XLIFF:
            from citecheck.report.table.xliff import xliff_table

            shown = xliff_table(table, ui=manner.ui)
        case _:
            shown = _text(table, manner, destination, detailed)
    destination.write(shown, quiet=manner.quiet, lines=manner.format in (Format.TEXT, Format.CSV))


def _text(table: Table, manner: Manner, destination: Destination, detailed: bool) -> str:
    """The table as text, with colours and lines as they suit where it goes."""
    from citecheck.report.table.text import detail_text, table_text

    color, width = use_color(manner.color, destination.file), line_width(destination.file)
    if detailed:
        return detail_text(table, ui=manner.ui, color=color, width=width)
    return table_text(table, ui=manner.ui, color=color, width=width, verbose=manner.verbose, folded=manner.folded)


def write_numbering(
    alignment: Alignment, lang: str, names: tuple[str, str], manner: Manner, destination: Destination
) -> None:
    """Writes a numbering for one version that follows the other's."""
    from citecheck.reconcile.renumber import renumber
    from citecheck.report.table.renumbering import renumbering_data, renumbering_lines

    langs = alignment.left.lang, alignment.right.lang
    if lang not in langs:
        raise UsageError(f"--renumber {lang}: there is no version in {lang!r}: use one of {', '.join(langs)}")
    made = renumber(alignment, lang, names)
    match manner.format:
        case Format.JSON:
            from citecheck.report.json import json_text

            shown = json_text(renumbering_data(made))
        case Format.CSV:
            from citecheck.report.sheet import csv_lines

            shown = csv_lines(renumbering_lines(made, manner.ui))
        case _:
            from citecheck.report.table.text import renumbering_text

            file = destination.file
            color, width = use_color(manner.color, file), line_width(file)
            shown = renumbering_text(made, ui=manner.ui, color=color, width=width)
    destination.write(shown, quiet=manner.quiet, lines=manner.format is not Format.JSON)
