"""Report to text: one module per format, imported only when its format is asked for."""

from __future__ import annotations

from citecheck.model.report import Report

__all__ = ["FORMATS", "render_report"]

FORMATS = ("text", "json")
"""The formats that a report can be written in."""


def render_report(
    report: Report, format: str, *, ui: str = "en", color: bool = False, width: int = 100, verbose: bool = False
) -> str:
    """The report in one of `FORMATS`, ending in a line break; ``color``, ``width`` and ``verbose`` concern text alone.

    Raises ValueError where the format is none of them.
    """
    match format:
        case "text":
            from citecheck.report.text import text_report

            return text_report(report, ui=ui, color=color, width=width, verbose=verbose)
        case "json":
            from citecheck.report.json import json_report

            return json_report(report, ui=ui)
        case _:
            raise ValueError(f"unknown format {format!r}: use one of {', '.join(FORMATS)}")
