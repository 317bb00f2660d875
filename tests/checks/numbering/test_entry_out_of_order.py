"""NUM009: what an entry is filed under."""

from __future__ import annotations

import pytest

from citecheck import audit

NAMES = ("Adams, A., 2019", "Brown, B., 2018", "Coast Office (CO), 2017", "Coast Office, 2021", "Davis, D., 2020")


def misplaced(*heads: str) -> list[str]:
    entries = "\n\n".join(f"{head}. Things of the {place}th kind. Oslo: Press." for place, head in enumerate(heads, 4))
    written = f"## References\n\n{entries}\n"
    made = audit([], langs=[("en", "-")], stdin=written.encode(), select=["NUM009"])
    return [one.place.span.text for one in made.findings]


def test_an_acronym_behind_a_name_is_no_part_of_it() -> None:
    assert misplaced(*NAMES) == []


@pytest.mark.parametrize("place", range(5))
def test_an_entry_that_lost_its_date_keeps_its_place(place: int) -> None:
    heads = list(NAMES)
    heads[place] = heads[place].rpartition(", ")[0]
    assert misplaced(*heads) == []


def test_another_order_is_told() -> None:
    assert misplaced(NAMES[4], *NAMES[:4], "Evans, E., 2016") == ["Davis, D."]
