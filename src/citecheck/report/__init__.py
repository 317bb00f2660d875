"""Report to text: one module per format, imported only when its format is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from citecheck.model.report import Report

__all__ = ["FORMATS", "FOR_PEOPLE", "ORDERS", "render_report"]

FORMATS: Mapping[str, tuple[str, ...]] = {
    "text": ("ui", "color", "width", "verbose", "sort"),
    "concise": ("ui", "sort"),
    "json": ("ui",),
    "sarif": ("ui", "named", "status"),
    "github": ("ui", "named"),
    "gitlab": ("ui", "named"),
    "junit": ("ui", "named", "fail_on"),
    "markdown": ("ui", "named"),
    "html": ("ui", "offered"),
}
"""The formats that a report can be written in, and what of `render_report`'s options each takes.

The format ``x`` is the function ``x_report`` of the module ``citecheck.report.findings.x``.
"""

FOR_PEOPLE = ("text", "concise", "html")
"""The formats that speak the user's own language unless told otherwise; the others speak English."""


ORDERS = ("severity", "document")
"""In which order text tells problems: the worst first, or as they stand in the document."""


def render_report(
    report: Report,
    format: str,
    *,
    ui: str = "en",
    color: bool = False,
    width: int = 100,
    verbose: bool = False,
    named: Callable[[str], str] | None = None,
    status: int | None = None,
    fail_on: str = "error",
    sort: str = "severity",
    offered: Sequence[str] = (),
) -> str:
    """The report in one of `FORMATS`, ending in a line break.

    ``color``, ``width`` and ``verbose`` concern text alone; ``sort`` (one of `ORDERS`) text and the concise form. ``named`` gives the name of a path as services know it
    (as it was written, unless told), ``status`` the exit status of the run, ``fail_on`` the severity from which
    on a finding fails it (or ``never``), and ``offered`` commands that write the findings into the documents themselves. Raises ValueError where the format is none of those.
    """
    given: dict[str, Any] = {
        "ui": ui,
        "color": color,
        "width": width,
        "verbose": verbose,
        "status": status,
        "fail_on": fail_on,
        "sort": sort,
        "offered": offered,
    }
    if named is not None:
        given["named"] = named
    if format not in FORMATS:
        raise ValueError(f"unknown format {format!r}: use one of {', '.join(FORMATS)}")
    write: Any = getattr(import_module(f"{__name__}.findings.{format}"), f"{format}_report")
    return str(write(report, **{name: given[name] for name in FORMATS[format] if name in given}))
