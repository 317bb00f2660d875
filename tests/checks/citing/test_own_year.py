"""What gives a year of its own is no citation: CIT001 and CIT004 are silent."""

from __future__ import annotations

import pytest

from citecheck import audit

ENTRIES = "\n\n## References\n\nDoe, J. (2019). *Elms*. Press.\n\nRoe, R. (2020). *Oaks*. Press.\n\nLow, L. (2021). *Firs*. Press.\n"
CITED = "Elms fall (Doe, 2019). Oaks stand (Roe, 2020, p. 2). Firs grow (Low, 2021).\n\n"


def said(sentence: str) -> list[str]:
    made = audit(["a.md"], contents={"a.md": (CITED + sentence + ENTRIES).encode()})
    return [one.code for one in made.findings if one.code in ("CIT001", "CIT004")]


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        # The place or the press of a title, and no source.
        ("The first one, *Ashes* (Norway 2018), is a walk.", []),
        ("The first one, <em>Ashes</em> (Norway, 2018), is a walk.", []),
        ("Ashes burn (Hill, 2018), she says.", ["CIT001"]),
        ("The word *ashes* (Hill, 2018) is old.", ["CIT001"]),
        ("The first one, *Ashes* (Hill, 2018, p. 4), is a walk.", ["CIT001"]),
        # A work of art.
        ("It is a video installation by Jane Doe (2004).", []),
        ("Une installation vidéo de Jane Doe (2004).", []),
        ("That is told by Doe (2004).", ["CIT004"]),
        # The years of a life beside it.
        ("The writers Jane Doe (1949), of the coast, and Ann Hill (1932–2018), of the woods.", []),
        ("As Doe (2004) says, the years of the survey (2011–2014) were dry.", ["CIT004"]),
        # A translator.
        ("“All is ash” (Hollis, translated by Hill, 2018: 70).", []),
    ],
)
def test_a_year_of_its_own(sentence: str, codes: list[str]) -> None:
    assert said(sentence) == codes
