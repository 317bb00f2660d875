"""CUR009 between two versions: one number at two scales."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck import audit
from citecheck.model.finding import Finding

FRENCH = (
    "# Rapport\n\nLe port de Brest a coûté {} en 2004, et celui de Lorient 37 millions d'euros, selon la ville.\n\n"
)
ENGLISH = "# Report\n\nThe port of Brest has cost {} in 2004, and that of Lorient €37 million, as the town has it.\n"


def found(french: str, english: str, folder: Path) -> list[Finding]:
    file = folder / "report.md"
    file.write_text(FRENCH.format(french) + ENGLISH.format(english), encoding="utf-8")
    return [one for one in audit([str(file)]).findings if one.severity.rank < 2]


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("5 milliards d'euros", "€5 billion"),
        ("5 billions d'euros", "€5 trillion"),
        ("5 millions d'euros", "€5 million"),
        ("2 000 milliards d'euros", "€2 trillion"),
    ],
)
def test_each_language_has_its_own_words(french: str, english: str, tmp_path: Path) -> None:
    assert found(french, english, tmp_path) == []


@pytest.mark.parametrize(
    ("french", "english", "message", "excerpt"),
    [
        ("5 billions d'euros", "€5 billion", "sense", "5 billions d'euros"),
        ("5 milliards d'euros", "€5 million", "scale", "€5 million"),
        ("5 milliards d'euros", "€5 trillion", "scale", "€5 trillion"),
        ("5 millions d'euros", "€5 billion", "scale", "€5 billion"),
    ],
)
def test_one_number_at_two_scales_is_one_error(
    french: str, english: str, message: str, excerpt: str, tmp_path: Path
) -> None:
    [one] = found(french, english, tmp_path)
    assert (one.code, one.message, one.place.span.text, one.severity.value) == ("CUR009", message, excerpt, "error")
    assert len(one.counterparts) == 1


def test_another_number_is_another_amount(tmp_path: Path) -> None:
    [one] = found("5 milliards d'euros", "€6 million", tmp_path)
    assert one.code == "CUR004"
