"""The months in French."""

from __future__ import annotations

__all__ = ["MONTHS"]

MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
