"""The table as one HTML page that works from disk: a ladder picture, the table beside it, and both notes at a click.

Nothing in the page is fetched from anywhere, and every text is escaped by the template.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from citecheck.model.decision import DecisionKind, settled
from citecheck.model.finding import Severity
from citecheck.model.table import URGENCY, Only, Row, Table, Verdict
from citecheck.page import data, render
from citecheck.report.table.cells import numbers, shift_lines, summary
from citecheck.report.table.desk import desk_data
from citecheck.report.table.ladder import ladder
from citecheck.report.voice import decimal, say, titled

__all__ = ["html_page"]

PAGE = Path(__file__).parent / "page"

_SEVERITIES = tuple(Severity)

LEGEND = (
    ("same", "verdict.same"),
    ("differs", "verdict.differs"),
    ("only", "shape.only"),
    ("settled", "verdict.accepted"),
    ("not-compared", "verdict.not_compared"),
)
"""The looks of a line, and the texts that say what each means."""


def html_page(table: Table, *, ui: str = "en") -> str:
    """The whole page."""
    return render(
        PAGE,
        ("deciding.js", "desk.js", "page.js"),
        ("desk.css", "page.css"),
        table=table,
        data=data(desk_data(table, ui)),
        summary=summary(table, ui),
        others=sorted(table.others, key=lambda one: (one.accepted is not None, _SEVERITIES.index(one.severity))),
        urgency=lambda row: URGENCY.index(row.verdict),
        ui=ui,
        sides=list(zip(table.langs, (titled(name) for name in table.names), (0, 1), strict=True)),
        ladder=ladder(table.rows),
        section_at={section: at for at, section in enumerate(table.sections)},
        filters=_filters(table, ui),
        shifts=shift_lines(table, ui),
        decimal=lambda value: decimal(value, ui),
        t=lambda key, **values: say(key, ui, **values),
        kinds=_kinds,
        legend=LEGEND,
        numbers=numbers,
        titled=titled,
        searched=_searched,
        settled=settled,
        decided=lambda row: _decided(row, ui),
        shape_name=lambda row: say(f"shape.{row.shape.value}", ui),
        verdict_name=lambda row: say(f"verdict.{row.verdict.value}", ui),
        severity_name=lambda one: say(f"severity.{one.severity.value}", ui),
    )


def _filters(table: Table, ui: str) -> list[tuple[str, str, int]]:
    """The filters: a key, what it is called, and how many rows it keeps."""
    counts = Counter(kind for row in table.rows for kind in _kinds(row))
    wanted = ["differing", "missing", "merged", "same", "not-compared", "decided"]
    counts["outside"] = len(table.others)
    wanted += ["outside"] if table.others else []
    return [("all", say("all", ui), len(table.rows))] + [
        (key, say(f"table.filter-{key}", ui), counts[key]) for key in wanted
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
    return say(f"table.{key}", ui, why=settled(row.decision))


def _searched(row: Row) -> str:
    """What the search looks at: the notes' numbers and texts, and what differs."""
    notes = (*row.left, *row.right)
    parts = [part for note in notes for part in (note.note_id, note.text)]
    parts += [f"{one.code} {one.message}" for one in row.differences]
    return " ".join(parts).casefold()
