"""What shows that a text goes on as a reference does."""

from __future__ import annotations

import pytest

from citecheck.parse.evidence import is_described


@pytest.mark.parametrize(
    "text",
    [
        "Studies, vol. 3",
        "Revue, n° 4",
        "Studies 12 (3)",
        "Studies 12:3",
        "Studies, 160–178",
        "London: Quay Press, 2019",
        "Paris : Le Quai, 2019",
        "p. 4",
        "214 p.",
        "Lancet 2019; 393",
        "ISBN 978",
        "doi 10.1000/x",
        "see \x00\x00\x00",
    ],
)
def test_a_volume_pages_a_place_or_a_number_describe(text: str) -> None:
    assert is_described(text)


@pytest.mark.parametrize(
    "text", ["", "The tides of 2019", "Les marées", "a group. 4 boats", "Note: The harbour, in 2019", "in 1990–1995"]
)
def test_a_sentence_describes_nothing(text: str) -> None:
    assert not is_described(text)
