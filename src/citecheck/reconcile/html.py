"""The table as one HTML page that works from disk: a ladder picture, the table beside it, and both notes at a click.

Nothing in the page is fetched from anywhere. Every text is escaped by the template; the style sheet and the script are
the only parts that are not, and neither holds anything of the report.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from citecheck.model.decision import DecisionKind
from citecheck.reconcile.cells import numbers
from citecheck.reconcile.decisions import settled
from citecheck.reconcile.ladder import ladder
from citecheck.reconcile.table import Only, Row, Table, Verdict
from citecheck.reconcile.wording import counted, severity_name, shape_name, shift_lines, text, verdict_name

__all__ = ["html_page"]

PAGE = Path(__file__).parent / "page"

_EMPHASIS = re.compile(r"\*{1,2}([^*\s](?:[^*]*[^*\s])?)\*{1,2}")
_ADDRESS = re.compile(r"&lt;(https?://[^\s<>]+?)&gt;")
_ESCAPED = re.compile(r"\\+([$_*\[\]~])")


def html_page(table: Table, *, ui: str = "en") -> str:
    """The whole page."""
    return (
        _template().render(
            table=table,
            ui=ui,
            sides=list(zip(table.langs, (_title(name) for name in table.names), (0, 1), strict=True)),
            ladder=ladder(table.rows),
            filters=_filters(table, ui),
            shifts=shift_lines(table, ui),
            style=Markup(_file("page.css")),
            script=Markup(_file("page.js")),
            t=lambda key, **values: text(key, ui, **values),
            kinds=_kinds,
            numbers=numbers,
            searched=_searched,
            settled=settled,
            decided=lambda row: _decided(row, ui),
            shape_name=lambda row: shape_name(row.shape, ui),
            verdict_name=lambda row: verdict_name(row.verdict, ui),
            severity_name=lambda one: severity_name(one.severity, ui),
            groups=counted("groups", len(table.rows), ui),
        )
        + "\n"
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["prose"] = _prose
    return environment.get_template("page.html")


def _file(name: str) -> str:
    return (PAGE / name).read_text(encoding="utf-8")


def _prose(written: str) -> Markup:
    """A text of the report, escaped, with Markdown's emphasis as such and its escapes and angle brackets undone."""
    safe = str(escape(written))
    safe = _ADDRESS.sub(r"\1", safe)
    safe = _EMPHASIS.sub(r"<em>\1</em>", safe)
    return Markup(_ESCAPED.sub(r"\1", safe))


def _filters(table: Table, ui: str) -> list[tuple[str, str, int]]:
    """The filters: a key, what it is called, and how many rows it keeps."""
    counts = Counter(kind for row in table.rows for kind in _kinds(row))
    wanted = ["differing", "missing", "merged", "same", "not-compared", "decided"]
    return [("all", text("filter-all", ui), len(table.rows))] + [
        (key, text(f"filter-{key}", ui), counts[key]) for key in wanted
    ]


def _kinds(row: Row) -> list[str]:
    """The filters that keep a row."""
    kinds = [kind.value for kind in Only if row.is_a(kind)]
    kinds += ["same"] if row.verdict is Verdict.SAME else []
    kinds += ["not-compared"] if row.verdict is Verdict.NOT_COMPARED else []
    kinds += ["decided"] if row.decision is not None else []
    return kinds


def _decided(row: Row, ui: str) -> str:
    if row.decision is None:
        return ""
    key = "accepted" if row.decision.kind is DecisionKind.ACCEPT else "paired"
    return text(key, ui, why=settled(row.decision))


def _searched(row: Row) -> str:
    """What the search looks at: the notes' numbers and texts, and what differs."""
    notes = (*row.left, *row.right)
    parts = [part for note in notes for part in (note.note_id, note.text)]
    parts += [f"{one.code} {one.message}" for one in row.differences]
    return " ".join(parts).casefold()


def _title(name: str) -> str:
    return name[:1].upper() + name[1:]
