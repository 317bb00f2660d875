"""Figures that prove something only against another figure of their kind."""

from __future__ import annotations

import pytest

from citecheck.checks.bilingual.worded import told_figures
from citecheck.languages import language
from citecheck.model.document import Figure
from citecheck.model.source import Source, Span
from citecheck.parse.figures import find_figures


def figures(text: str) -> list[Figure]:
    return list(find_figures(Span(Source("t", text), 0, len(text)), language("en"), 0, ()))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a 4K screen, 3M and 36M boats", []),
        ("24 hours, 48 hours, 90 minutes, 18 months, 14 days, 30 days and 36 months", []),
        ("37 boats, 5bn fish, 17 hours, 23 years, 40 minutes", ["37", "5bn", "17 hours", "23 years", "40 minutes"]),
    ],
)
def test_by_themselves(text: str, told: list[str]) -> None:
    assert [one.span.text for one in told_figures(figures(text), [])[0]] == told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [("36M boats", "63M boats", 2), ("48 hours", "84 hours", 2), ("36M boats", "85 hours", 1), ("48 hours", "37", 1)],
)
def test_against_their_kind(one: str, other: str, told: int) -> None:
    left, right = told_figures(figures(one), figures(other))
    assert len(left) + len(right) == told
