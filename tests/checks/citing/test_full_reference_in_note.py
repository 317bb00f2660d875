"""CIT006: sources that only a note gives, where the bibliography is meant to have them all."""

from __future__ import annotations

import pytest

from citecheck import audit


def said(given: int, lacking: int) -> list[str]:
    """What is found of a text whose notes give sources in full, all but some of which are entries too."""
    titles = [
        f"{word} of the {place}"
        for place in ("harbour", "canal")
        for word in ("Quays", "Piers", "Locks", "Weirs", "Sluices")
    ]
    books = [f"*{title}* (Leeds: Quay, {2001 + at})" for at, title in enumerate(titles)][: given + lacking]
    calls = " ".join(f"So it is.[^{at}]" for at, _ in enumerate(books, 1))
    notes = "\n".join(f"[^{at}]: Jane Doe, {book}, {at}." for at, book in enumerate(books, 1))
    entries = "\n\n".join(f"Doe, Jane. {title}" for title in books[:given])
    text = f"{calls}\n\n{notes}\n\n## Bibliography\n\n{entries}\n"
    made = audit([], langs=[("en", "-")], stdin=text.encode(), select=["CIT006"])
    return [one.place.note or "" for one in made.findings]


@pytest.mark.parametrize(("given", "lacking", "found"), [(9, 1, ["10"]), (9, 0, []), (6, 1, []), (5, 5, [])])
def test_what_a_bibliography_of_all_sources_lacks(given: int, lacking: int, found: list[str]) -> None:
    assert said(given, lacking) == found
