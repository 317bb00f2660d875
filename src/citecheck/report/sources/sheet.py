"""The sources as CSV and as an Excel workbook, for who works through them row by row."""

from __future__ import annotations

from io import BytesIO

import xlsxwriter  # type: ignore[import-untyped]

from citecheck.model.sources import SourceReport
from citecheck.model.table import one_line
from citecheck.report.sheet import csv_lines
from citecheck.report.sources.rows import cells, header, rows
from citecheck.report.table.xlsx import EPOCH, FORMULA, LONGEST
from citecheck.report.voice import say

__all__ = ["csv_sources", "xlsx_sources"]

WIDTHS = (26, 18, 60, 60, 44, 36, 34, 24)


def csv_sources(report: SourceReport, *, ui: str = "en") -> str:
    """One line for each work, the header first."""
    return csv_lines([header(ui), *cells(rows(report, ui))])


def xlsx_sources(report: SourceReport, *, ui: str = "en") -> bytes:
    """A workbook with a frozen header, filters and one row for each work; every cell is a text, whatever it begins with."""
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(buffer, options)
    book.set_properties({"title": say("source-title", ui), "created": EPOCH})
    sheet = book.add_worksheet(say("source-title", ui)[:31])
    plain = {"text_wrap": True, "valign": "top"}
    bold, text = book.add_format({"bold": True, "bottom": 1, "valign": "top"}), book.add_format(plain)
    quoted = book.add_format({**plain, "quote_prefix": True})
    names = header(ui)
    for column, (name, width) in enumerate(zip(names, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, bold)
    last = 0
    for last, line in enumerate(cells(rows(report, ui)), 1):
        for column, cell in enumerate(line):
            style = quoted if cell.lstrip().startswith(FORMULA) else text
            sheet.write_string(last, column, one_line(cell, LONGEST), style)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(last, 1), len(names) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    book.close()
    return buffer.getvalue()
