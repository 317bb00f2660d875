"""A renumbering as JSON's own types and as lines of cells."""

from __future__ import annotations

from typing import Any

from citecheck.model.renumbering import Renumbered, Renumbering
from citecheck.report.voice import say, titled

__all__ = ["remark", "renumbering_data", "renumbering_lines"]

_REMARKS = {"only": "shape.only", "crossed": "table.crossed"}
"""The remarks that have a name of their own."""


def remark(one: Renumbered, made: Renumbering, ui: str) -> str:
    """The remarks of a line in words."""
    notes = f"{made.names[1]} {', '.join(one.counterparts)}"
    return ", ".join(say(_REMARKS.get(key, f"table.remark-{key}"), ui, notes=notes) for key in one.remarks)


def renumbering_data(made: Renumbering) -> dict[str, Any]:
    """The proposal as JSON's own types: the schema ``citecheck/renumbering/1``."""
    return {
        "schema": "citecheck/renumbering/1",
        "language": made.langs[0],
        "after": made.langs[1],
        "notes": [
            {"old": one.old, "new": one.new, "counterparts": list(one.counterparts), "remarks": list(one.remarks)}
            for one in made.lines
        ],
    }


def renumbering_lines(made: Renumbering, ui: str) -> list[list[str]]:
    """The proposal as lines of cells, the header first."""
    other = made.names[1]
    lines = [[say("table.old", ui), say("table.new", ui), titled(other), say("table.remark", ui)]]
    lines += [[one.old or "", one.new, ", ".join(one.counterparts), remark(one, made, ui)] for one in made.lines]
    return lines
