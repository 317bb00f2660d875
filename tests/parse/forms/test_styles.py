"""A reference is read the same wherever it stands, in every style that a manual or a habit prescribes."""

from __future__ import annotations

import pytest

from tests.parse.forms.places import PLACES, said, wanted
from tests.parse.forms.styles import STYLES, Style

HOLES: dict[tuple[str, str], str] = {}
"""The places where a style is not read, and why."""


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("style", [pytest.param(style, id=style.name) for style in STYLES])
def test_a_reference_is_read_the_same_everywhere(style: Style, place: str) -> None:
    read = PLACES[place](style.first, style.second)
    found = said(read[0], style) if read else None
    assert (found == wanted(style)) is ((style.name, place) not in HOLES), found


def test_there_are_enough_styles_and_each_has_a_name_of_its_own() -> None:
    assert len({style.name for style in STYLES}) == len(STYLES) >= 40
