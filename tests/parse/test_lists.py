"""What stands below a heading: bibliographies, and what their parts are called."""

from __future__ import annotations

import pytest

from tests.parse.texts import document

ONE, TWO, THREE = (
    "Doe, Jane. *Elms*. Northport: Harbour Press, 2019.",
    "Roe, Richard. *Oaks*. Northport: Harbour Press, 2020.",
    "Low, Ann. *Firs*. Northport: Harbour Press, 2021.",
)
BOOKS = f"<ul>\n<li>{ONE}</li>\n<li>{TWO}</li>\n<li>{THREE}</li>\n</ul>\n"


@pytest.mark.parametrize(
    ("below", "entries"),
    [
        (f"<h4>Books</h4>\n\n{BOOKS}\n<h4>Others</h4>\n\n{BOOKS}", 6),
        (f"<h4>Books</h4>\n\n{BOOKS}\n<h4>What we did</h4>\n\nWe walked in 2019, and again in 2020, from the coast to the woods.\n", 3),
        (f"#### Books\n\n{ONE}\n\n{TWO}\n\n{THREE}\n\n#### Others\n\n{ONE}\n\n{TWO}\n\n{THREE}\n", 6),
        (f"{ONE}\n\n{TWO}\n\n{THREE}\n\n## Thanks\n\nTo all.\n", 3),
    ],
)  # fmt: skip
def test_the_parts_of_a_bibliography_whose_heading_has_no_sign(below: str, entries: int) -> None:
    assert len(document(f"# A\n\nText.\n\n**References**\n\n{below}").entries) == entries
