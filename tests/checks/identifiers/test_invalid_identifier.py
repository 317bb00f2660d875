"""SRC011: DOIs without their slash, behind their label."""

from __future__ import annotations

import pytest

from citecheck import audit


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("DOI: 10.5555abc.2019", ["10.5555abc.2019"]),
        ("DOI : 10.5555abc.2019", ["10.5555abc.2019"]),
        ("DOI\u00a0: 10.5555abc.2019", ["10.5555abc.2019"]),
        ("DOI : 10.5555/abc.2019", []),
        ("doi:10.5555/abc.2019", []),
    ],
)
def test_a_doi_behind_its_label(printed: str, found: list[str]) -> None:
    text = f"## Références\n\n- DUPRÉ Jeanne, *Les Ponts de bois*, Lyon, Quai, 2016, {printed}.\n"
    made = audit([], langs=[("fr", "-")], stdin=text.encode(), select=["SRC011"])
    assert [dict(one.values)["identifier"] for one in made.findings] == found
