"""Both texts as one HTML page that works from disk: a translator's review sheet.

Paragraphs that stand against each other share a line, so that both texts are scrolled as one; their notes stand below
them, and what differs is marked.
"""

from __future__ import annotations

from pathlib import Path

from citecheck.model.decision import DecisionKind, settled
from citecheck.model.parallel import Facing, Parallel
from citecheck.model.table import Row, Verdict
from citecheck.page import data, render
from citecheck.report.table.cells import summary
from citecheck.report.table.desk import desk_data
from citecheck.report.table.ladder import status_of
from citecheck.report.voice import say, titled

__all__ = ["reading_page"]

PAGE = Path(__file__).parent / "page"


def reading_page(parallel: Parallel, *, ui: str = "en") -> str:
    """The whole page."""
    table = parallel.table
    return render(
        PAGE,
        ("deciding.js", "desk.js", "sheet.js"),
        ("desk.css", "sheet.css"),
        "sheet.html",
        parallel=parallel,
        table=table,
        data=data(desk_data(table, ui)),
        ui=ui,
        sides=list(zip(table.langs, (titled(name) for name in table.names), (0, 1), strict=True)),
        summary=summary(table, ui),
        sections=list(dict.fromkeys(one.section for one in parallel.facing)),
        anchors=[
            {note.note_id: f"note-{side}-{note.order}" for row in table.rows for note in row.side(side)}
            for side in (0, 1)
        ],
        differing=sum(_differs(one, table.rows) for one in parallel.facing),
        differs=lambda facing: _differs(facing, table.rows),
        open=lambda row: row.verdict not in (Verdict.SAME, Verdict.NOT_COMPARED) or row.decision is not None,
        t=lambda key, **values: say(key, ui, **values),
        titled=titled,
        status=status_of,
        decided=lambda row: _decided(row, ui),
        verdict_name=lambda row: say(f"verdict.{row.verdict.value}", ui),
        severity_name=lambda one: say(f"severity.{one.severity.value}", ui),
    )


def _differs(facing: Facing, rows: tuple[Row, ...]) -> bool:
    """Whether anything differs in some paragraphs or their notes, or a side has none of them, and it was not accepted."""
    notes = any(rows[at].verdict is Verdict.DIFFERS for at in facing.rows)
    text = any(one.accepted is None for one in facing.differences)
    return notes or text


def _decided(row: Row, ui: str) -> str:
    if row.decision is None:
        return ""
    key = "accepted" if row.decision.kind is DecisionKind.ACCEPT else "paired"
    return say(f"table.{key}", ui, why=settled(row.decision))
