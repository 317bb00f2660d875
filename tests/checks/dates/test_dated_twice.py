"""DAT002: one source with two years."""

from __future__ import annotations

import pytest

from citecheck import audit

ENTRY = "DUPRÉ Jeanne, *Les Ponts de bois*, Lyon, Quai, 2016."


def said(note: str, entry: str = ENTRY) -> list[str]:
    text = f"A.[^1]\n\n[^1]: {note}\n\n## Bibliographie\n\n{entry}\n\nROCHE Paul, *Les Piles*, Lyon, Quai, 2004.\n"
    made = audit([], langs=[("fr", "-")], stdin=text.encode(), select=["DAT002"])
    return [one.message for one in made.findings]


@pytest.mark.parametrize(
    ("note", "entry", "found"),
    [
        ("Jeanne Dupré, *Les Ponts de bois*, Lyon, Quai, 2017, p. 3.", ENTRY, ["entry"]),
        ("J. Dupré, *Les Ponts de bois*, Lyon, Quai, 2017, p. 3.", ENTRY, ["entry"]),
        ("Jeanne Dupré, *Les Ponts de bois*, Lyon, Quai, 2016, p. 3.", ENTRY, []),
        ("Jeanne Dupré, *Les Ponts de bois*, rééd., Lyon, Quai, 2017, p. 3.", ENTRY, []),
        ("Jeanne Dupré, *Les Ponts de bois*, Lyon, Quai, 2017 [2016], p. 3.", ENTRY, []),
        ("Jeanne Dupré, *Les Ponts de bois*, Paris, Rive, 2017, p. 3.", ENTRY, []),
        ("Paul Dupré, *Les Ponts de bois*, Lyon, Quai, 2017, p. 3.", ENTRY, []),
        ("Jeanne Dupré, *Les Ponts de bois*, Lyon, Quai, 2017.", f"{ENTRY}\n\n{ENTRY.replace('2016', '2019')}", []),
        (
            "Jeanne Dupré, « La crue du siècle », *Le Courrier du port*, 21 octobre 2018.",
            "DUPRÉ Jeanne, « La crue du siècle », *Le Courrier du port*, 21 octobre 2019.",
            ["entry"],
        ),
        (
            "Agence du port, *Rapport annuel*, Lyon, Agence du port, 2018.",
            "AGENCE DU PORT, *Rapport annuel*, Lyon, Agence du port, 2019.",
            [],
        ),
    ],
)
def test_a_note_with_another_year_than_the_entry(note: str, entry: str, found: list[str]) -> None:
    assert said(note, entry) == found
