"""BIL009: figures of two versions in their units."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck import audit

FRENCH = "# Rapport\n\nLe tramway de Brest avait {} de long en 1907, et 240 employés, selon Morvan et Kerbrat.\n\n"
ENGLISH = (
    "# Report\n\nThe tramway of Brest was {} long in 1907, and had 240 employees, according to Morvan and Kerbrat.\n"
)


def found(french: str, english: str, folder: Path) -> list[str]:
    file = folder / "report.md"
    file.write_text(FRENCH.format(french) + ENGLISH.format(english), encoding="utf-8")
    return [one.place.span.text for one in audit([str(file)]).findings if one.code == "BIL009"]


@pytest.mark.parametrize(
    ("french", "english"),
    [
        # 7.4 over 3.4 is the factor of pounds and kilograms, 16 over 10 that of miles and kilometres.
        ("7,4 kilomètres", "3.4 kilometres"),
        ("16 kilomètres", "10 kilometers"),
        ("3 000 mètres", "30 metres"),
    ],
)
def test_one_unit_is_not_turned_into_itself(french: str, english: str, tmp_path: Path) -> None:
    assert found(french, english, tmp_path) == [english]


@pytest.mark.parametrize(
    ("french", "english"),
    [("7,4 kilomètres", "7.4 kilometers"), ("16 kilomètres", "10 miles"), ("30 mètres", "98 feet")],
)
def test_a_figure_in_another_unit_is_the_same(french: str, english: str, tmp_path: Path) -> None:
    assert found(french, english, tmp_path) == []
