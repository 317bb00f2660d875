"""The figures that one version gives: the same, rounded, or in another unit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.checks.bilingual.given import Given
from citecheck.model.document import Figure
from tests.parse.texts import whole

SPAN = whole("x")


def figure(value: str, unit: str | None = None) -> Figure:
    return Figure(SPAN, Decimal(value), unit, 0)


@pytest.mark.parametrize(
    ("asked", "held", "has"),
    [
        (("40",), ("40.0",), True),
        (("40",), ("41",), False),
        (("1234",), ("1200",), True),
        (("1200",), ("1234",), True),
        (("1234",), ("1000",), False),
        (("16", "km"), ("10", "miles"), True),
        (("16", "km"), ("10", "km"), False),
        (("16",), ("10", "miles"), False),
        (("5", "kilometres"), ("5.1", "kilometers"), False),
        (("100", "acres"), ("40", "hectares"), True),
        (("0", "km"), ("0.5", "miles"), False),
    ],
)
def test_a_figure_is_given(asked: tuple[str, ...], held: tuple[str, ...], has: bool) -> None:
    wanted = figure(*asked)
    assert Given.of([figure(*held)], [wanted]).has(wanted) is has


def test_nothing_gives_nothing() -> None:
    assert not Given.of([], [figure("1")]).has(figure("1"))


@given(st.decimals(1, 10**6, places=2), st.lists(st.decimals(1, 10**6, places=2), max_size=5))
def test_what_is_among_the_figures_is_given(value: Decimal, others: list[Decimal]) -> None:
    wanted = Figure(SPAN, value, None, 0)
    assert Given.of([wanted, *(Figure(SPAN, one, None, 0) for one in others)], [wanted]).has(wanted)
