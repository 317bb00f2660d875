"""Numbers that look like years and are counts, as the other version tells."""

from __future__ import annotations

import pytest

from citecheck.checks.style.counts import BARE, counts
from tests.checks.reading import aligned

FRENCH = (
    "# 1. Le port\n\nLe port veut porter ce nombre à {}, dit la ville<sup>1</sup>.\n\n<sup>1</sup> Doe, 2019, p. 4\n"
)
ENGLISH = "# 1. The port\n\nThe port wants to have {}, says the town.<sup>1</sup>\n\n<sup>1</sup> Doe, 2019, p. 4\n"


@pytest.mark.parametrize(
    ("french", "english", "found"),
    [
        ("2000", "2,000 people", []),
        ("2000", "2000 people", [("fr", "2000")]),
        ("2000 personnes", "2000", [("en", "2000")]),
        ("2000 personnes", "2000 people", []),
        ("2000 ou 2000", "2000 people", []),
        ("1800", "2000 people", []),
        ("beaucoup", "2000 people", []),
    ],
)
def test_a_bare_number_is_a_count_where_the_other_version_counts(
    french: str, english: str, found: list[tuple[str, str]]
) -> None:
    alignment = aligned(FRENCH.format(french), ENGLISH.format(english))
    assert [(place.lang, place.span.text) for place in counts(alignment)] == found


@pytest.mark.parametrize(
    ("text", "bare"),
    [("2000", True), ("1999.", True), ("2000-2001", False), ("12/2000", False), ("2000s", False), ("2500", False)],
)
def test_what_looks_like_a_year(text: str, bare: bool) -> None:
    assert (BARE.search(text) is not None) is bare
