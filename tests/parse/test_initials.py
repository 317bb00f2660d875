"""Authors by family name and initials at the beginning of a reference."""

from __future__ import annotations

import pytest

from citecheck.parse.initials import initialled


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Doe, J. (2019)", None),
        ("Doe, J. Tides", "Doe, J."),
        ("Doe J. Tides", "Doe J."),
        ("Doe, J., Roe, R. & Poe, A. Tides", "Doe, J., Roe, R. & Poe, A."),
        ("Doe, J. et Roe, R. Marées", "Doe, J. et Roe, R."),
        ("van der Berg, J.-P. Tides", "van der Berg, J.-P."),
        ("Ortega y Gasset, J. Tides", "Ortega y Gasset, J."),
    ],
)
def test_authors_up_to_the_title(text: str, authors: str | None) -> None:
    found = initialled().match(text)
    assert (found.group(1).strip() if found is not None else None) == authors


@pytest.mark.parametrize("text", ["", "Jane J. N. Doe, Ann Poe", "The tides", "J. Doe, Tides", "doe, j. tides"])
def test_what_begins_with_no_such_authors(text: str) -> None:
    assert initialled().match(text) is None


def test_many_authors_come_to_an_end() -> None:
    found = initialled().match("Doe, J., " * 2000 + "9")
    assert found is not None
    assert found.end() == 30 * len("Doe, J., ")
