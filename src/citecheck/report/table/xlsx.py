"""The table as an Excel workbook, for translators who work through it row by row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from citecheck.model.table import Table, Verdict, one_line
from citecheck.report.table.cells import CONFIDENCE, cells, header, shift_lines
from citecheck.report.voice import say

__all__ = ["xlsx_table"]

WIDTHS = (10, 12, 12, 52, 52, 14, 14, 11, 60, 32)
LONGEST = 32_767
"""What a cell can hold at most."""
EPOCH = datetime(2000, 1, 1)
"""The date that every workbook is said to be made on: the same table gives the same bytes."""
FORMULA = ("=", "+", "-", "@")


def xlsx_table(table: Table, *, ui: str = "en") -> bytes:
    """The table as a workbook: frozen header, filters, one row for each group, and a column for decisions.

    Every cell but the confidence is a text, whatever it begins with.
    """
    buffer = BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    left, right = table.names
    book.set_properties({"title": say("table.title", ui, left=left, right=right), "created": EPOCH})
    _groups(book, table, ui)
    _further(book, table, ui)
    book.close()
    return buffer.getvalue()


def _groups(book: Any, table: Table, ui: str) -> None:
    title = say("table.title", ui, left=table.names[0], right=table.names[1])
    sheet = book.add_worksheet(_sheet_name(title))
    styles = _styles(book)
    names = header(table, ui)
    for column, (name, width) in enumerate(zip(names, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, styles["header"])
    last = 0
    for last, (row, line) in enumerate(zip(table.rows, cells(table, ui), strict=True), 1):
        style = styles[row.verdict.value]
        for column, cell in enumerate(line):
            if column == CONFIDENCE:
                sheet.write_number(last, column, row.confidence, styles["number"])
            else:
                here = style if column == CONFIDENCE - 1 else styles["text"]
                # The mark that keeps a cell a text when somebody edits it.
                here = styles["quoted"] if cell.lstrip().startswith(FORMULA) and here is styles["text"] else here
                sheet.write_string(last, column, _cell(cell), here)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(last, 1), len(names) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_paper(9)


def _further(book: Any, table: Table, ui: str) -> None:
    """A second sheet with what belongs to no group; none where there is nothing."""
    lines: list[tuple[str, str]] = [(one.code, f"{one.message} ({one.where})") for one in table.others]
    lines += [("", line) for line in shift_lines(table, ui)]
    if not lines:
        return
    sheet = book.add_worksheet(_sheet_name(say("table.others", ui)))
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 120)
    for at, line in enumerate(lines):
        for column, cell in enumerate(line):
            sheet.write_string(at, column, _cell(cell), wrapped)


def _cell(written: str) -> str:
    """A text as a cell can hold it. A workbook writes some signs by their number, and would read such a number back."""
    return one_line(written, LONGEST)


def _styles(book: Any) -> Mapping[str, Any]:
    base = {"text_wrap": True, "valign": "top"}
    return {
        "header": book.add_format({"bold": True, "bottom": 1, "bg_color": "#E8ECF1", "valign": "top"}),
        "text": book.add_format(base),
        "quoted": book.add_format({**base, "quote_prefix": True}),
        "number": book.add_format({"valign": "top", "num_format": "0.00"}),
        Verdict.SAME.value: book.add_format({**base, "font_color": "#2E6B3E"}),
        Verdict.DIFFERS.value: book.add_format({**base, "bold": True, "font_color": "#A3261B"}),
        Verdict.NOT_COMPARED.value: book.add_format({**base, "font_color": "#6B7280"}),
        Verdict.ACCEPTED.value: book.add_format({**base, "font_color": "#3B5B92"}),
    }


def _sheet_name(name: str) -> str:
    """A name that Excel takes: at most 31 characters, none of those that it reserves."""
    return "".join(char for char in name if char not in "[]:*?/\\'")[:31]
