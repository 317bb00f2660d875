"""What stands between two sources."""

from __future__ import annotations

import pytest

from tests.checks.style.auditing import flagged, mended, notes

TWO = "Doe, 2020, p. 4; Roe, 2019, p. 5"
ENTRIES = "\n## References\n\nDoe, J. (2020). *One*. Press.\n\nRoe, R. (2019). *Two*. Press.\n"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((TWO, TWO, "Doe, 2020, p. 6, Roe, 2019, p. 7"), [[","]]),
        ((TWO, TWO, TWO, "Doe, 2020, p. 6. Roe, 2019, p. 7", "Doe, 2020, p. 8, Roe, 2019, p. 9"), [[".", ","]]),
    ],
)
def test_another_sign_is_found(texts: tuple[str, ...], expected: list[list[str]]) -> None:
    assert flagged("STY002", notes(*texts) + ENTRIES) == expected


@pytest.mark.parametrize(
    "texts",
    [
        (TWO, "Doe, 2020, p. 6, Roe, 2019, p. 7"),
        (TWO, TWO, "Doe, 2020, p. 6, Roe, 2019, p. 7", "Doe, 2020, p. 8, Roe, 2019, p. 9"),
        (TWO, TWO, "Doe, 2019, 2020"),
        (TWO, TWO, "Doe, 2020, p. 4, 12, 15"),
        (TWO, TWO, "Doe, 2020, p. 4 and Roe, 2019, p. 5"),
        (TWO, TWO, "Doe, 2020, p. 4, cited in Roe, 2019, p. 5"),
        (TWO, TWO, "Doe, 2020, p. 4. See also Roe, 2019, p. 5"),
        ("Doe, 2020, p. 4", "Roe, 2019, p. 5"),
    ],
    ids=["one-each", "half-and-half", "years", "pages", "and", "cited-in", "sentence", "one-source-each"],
)
def test_what_shows_no_habit_or_is_no_separator_is_passed_over(texts: tuple[str, ...]) -> None:
    assert flagged("STY002", notes(*texts) + ENTRIES) == []


def test_the_fix_sets_the_space_that_the_others_have() -> None:
    french = TWO.replace("; ", " ; ")
    text = notes(french, french, "Doe, 2020, p. 6, Roe, 2019, p. 7")
    assert "p. 6 ; Roe, 2019, p. 7" in mended("STY002", text, "fr")
    assert "p. 6; Roe, 2019, p. 7" in mended("STY002", notes(TWO, TWO, "Doe, 2020, p. 6, Roe, 2019, p. 7"))


FRENCH = (
    "# Rapport\n\nLe port de Brest a doublé en 2004<sup>1</sup>. Celui de Lorient a fermé en 2011<sup>2</sup>.\n\n"
    "<sup>1</sup> Morvan, 2005, p. 3{sign} Kerbrat, 2012, p. 9\n\n<sup>2</sup> Kerbrat, 2012, p. 7\n\n"
    "## Bibliographie\n\n1. Kerbrat, A. (2012). *Ports*. Brest : Quai.\n2. Morvan, J. (2005). *Sardines*. Brest : Quai.\n\n"
)
ENGLISH = (
    "# Report\n\nThe port of Brest has doubled in 2004.<sup>1</sup> The one of Lorient has closed in 2011.<sup>2</sup>\n\n"
    "<sup>1</sup> Morvan, 2005, p. 3; Kerbrat, 2012, p. 9\n\n<sup>2</sup> Kerbrat, 2012, p. 7; Morvan, 2005, p. 8\n\n"
    "## Bibliography\n\n1. Kerbrat, A. (2012). *Ports*. Brest: Quai.\n2. Morvan, J. (2005). *Sardines*. Brest: Quai.\n"
)


def test_the_only_separator_of_a_version_is_compared_with_the_other_version() -> None:
    assert flagged("STY002", FRENCH.format(sign=",") + ENGLISH, None) == [[","]]
    assert flagged("STY002", FRENCH.format(sign=" ;") + ENGLISH, None) == []
