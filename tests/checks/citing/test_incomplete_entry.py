"""CIT010: notes that hold an address and next to nothing else."""

from __future__ import annotations

import pytest

from citecheck import audit


@pytest.mark.parametrize(
    ("note", "lang", "said"),
    [
        ("A recording is online: https://quay.example/reels/march-of-the-dockers", "en", []),
        (
            "Une captation est en ligne : https://quai.example/reunions/les-dockers-2021 (consultée le 14 mars 2023).",
            "fr",
            [],
        ),
        ("See the article: https://example.org/a/b", "en", ["link"]),
        ("En ligne : https://quai.example/reunions/les-dockers-2021 (consulté le 14 mars 2023).", "fr", ["link"]),
    ],
)
def test_a_sentence_about_an_address_describes_it(note: str, lang: str, said: list[str]) -> None:
    text = f"It was so.[^1]\n\n[^1]: {note}\n"
    made = audit([], langs=[(lang, "-")], stdin=text.encode(), select=["CIT010"])
    assert [one.message for one in made.findings] == said
