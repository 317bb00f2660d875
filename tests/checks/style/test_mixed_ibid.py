"""How Ibid is written."""

from __future__ import annotations

import pytest

from tests.checks.style.auditing import flagged, mended, notes

DOE = "Doe, 2020, p. 1"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((DOE, "Ibid., p. 2", "Ibid., p. 3", "Ibid, p. 4"), [["Ibid"]]),
        ((DOE, "*Ibid.*, p. 2", "*Ibid.*, p. 3", "Ibid., p. 4"), [["Ibid."]]),
        ((DOE, "Ibid, p. 2", "Ibid, p. 3", "Ibid, p. 4", "Ibid., p. 5", "Ibidem, p. 6"), [["Ibid.", "Ibidem"]]),
        ((DOE, "Ibid, p. 2", "Ibid, p. 3", "Doe, 2020, p. 4", "Ibid."), [["Ibid."]]),
    ],
)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_departures_from_the_usual_form_are_one_finding(
    texts: tuple[str, ...], expected: list[list[str]], lang: str
) -> None:
    assert flagged("STY001", notes(*texts), lang) == expected


@pytest.mark.parametrize(
    "texts",
    [
        (DOE, "Ibid., p. 2", "Ibid, p. 3"),
        (DOE, "Ibid., p. 2", "Ibid., p. 3", "Ibid, p. 4", "Ibid, p. 5"),
        (DOE, "Ibid., p. 2", "See ibid., p. 3", "Ibid., p. 4"),
        ("Doe, 2020, p. 1.", "Ibid, p. 2.", "Ibid, p. 3.", "Roe, 2019, p. 4.", "Ibid."),
        (DOE, "Ibid., p. 2", "Ibid., p. 3", "The word “ibid” is Latin."),
        (DOE, "Ibid., p. 2", "Ibid., p. 3", "Op. cit. and idem are other words."),
        (DOE,),
    ],
    ids=["one-each", "half-and-half", "lower-case", "stop-of-the-note", "word-in-prose", "other-words", "none"],
)
def test_what_shows_no_habit_or_keeps_to_it_is_passed_over(texts: tuple[str, ...]) -> None:
    assert flagged("STY001", notes(*texts)) == []


def test_the_fix_writes_the_usual_form_and_keeps_the_capital() -> None:
    text = mended("STY001", notes(DOE, *(f"*Ibid.*, p. {n}" for n in (2, 3, 6)), "Ibid, p. 4", "See ibid, p. 5"))
    assert "*Ibid.*, p. 4" in text
    assert "See *ibid.*, p. 5" in text
    assert flagged("STY001", text) == []
