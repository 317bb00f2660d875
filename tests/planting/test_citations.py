from __future__ import annotations

import re

import pytest

from tests.planting.documents import read
from tests.planting.kinds import citations
from tests.planting.samples import ENGLISH, changes, english, planted

NUMBERED = (
    "The pans were counted [1], and counted again [1].\n\n## References\n\n[1] P. Harrington, *Pans*, London, 2011.\n"
)


@pytest.mark.parametrize(("name", "longer"), [("transposed", 0), ("letter_dropped", -1), ("letter_doubled", 1)])
def test_a_slip_in_a_name(name: str, longer: int) -> None:
    wrong = [spot.partition(",")[0] for spot in planted(citations, name, english())]
    assert wrong
    for printed in wrong:
        right = next(family for family in ("Harrington", "Lindqvist", "Okafor") if family[0] == printed[0])
        assert len(printed) == len(right) + longer
        assert printed != right


def test_a_body_is_misspelt_by_a_kind_of_its_own() -> None:
    text = ENGLISH.replace("Harrington, P. (", "Harbour Authority (").replace("Harrington", "Harbour Authority")
    clean = read("salt", ("salt.md",), [text])
    assert all(
        re.fullmatch(r"Harbour \w+, 2011|\w+ Authority, 2011", spot) for spot in planted(citations, "corporate", clean)
    )
    assert changes(citations.corporate, clean)
    assert not changes(citations.corporate, english())


def test_a_year_without_entry_and_an_author_without_entry() -> None:
    assert not {spot[-4:] for spot in planted(citations, "wrong_year", english())} & {"2011", "2015", "2018"}
    assert set(planted(citations, "unknown", english())) == {"Kowalczykova, 2011", "Kowalczykova, 2015"}


def test_a_number_that_no_entry_has() -> None:
    clean = read("numbers", ("numbers.md",), [NUMBERED])
    assert "[97]" in planted(citations, "unknown_number", clean)
    assert not changes(citations.unknown_number, english())
