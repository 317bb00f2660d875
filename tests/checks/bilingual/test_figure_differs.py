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


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("36 millions d'éclisses", "36M+ fishplates"),
        ("36 M d'éclisses", "36 million fishplates"),
        ("plus de 270 000 éclisses", "270,000+ fishplates"),
        ("50 autres voies", "50+ other tracks"),
        ("50 fois plus", "50x more"),
        ("12 milliers d'éclisses", "12K fishplates"),
        ("175 milliards de grains", "175B grains"),
        ("15 à 20 millions de grains", "15 million to 20 million grains"),
        ("300 000 à 400 000 grains", "300-400K grains"),
        ("n°50 de la liste", "no. 50 of the list"),
        ("3.875 % du réseau", "3.875% of the network"),
        ("un tiers du réseau", "33% of the network"),
        ("48 heures", "two days"),
        ("la loi [25] aussi", "the law [25]: also"),
        ("une baisse de 3,2 %", "a growth of -3.2%"),
    ],
)
def test_a_number_in_another_form_is_the_same(french: str, english: str, tmp_path: Path) -> None:
    assert found(french, english, tmp_path) == []


@pytest.mark.parametrize(
    ("french", "english", "told"),
    [
        ("36 millions d'éclisses", "63M+ fishplates", ["36 millions"]),
        ("36M d'éclisses", "63M+ fishplates", ["63M"]),
        ("plus de 270 000 éclisses", "720,000+ fishplates", ["720,000"]),
        ("48 heures", "84 hours", ["84 hours"]),
        ("15 à 20 millions de grains", "15 million to 30 million grains", ["30 million"]),
    ],
)
def test_another_number_in_another_form_differs(french: str, english: str, told: list[str], tmp_path: Path) -> None:
    assert found(french, english, tmp_path) == told


def test_texts_whose_figures_are_all_others_are_not_compared(tmp_path: Path) -> None:
    french, english = (" et ".join(f"{at} rails" for at in range(first, first + 8)) for first in (20, 40))
    assert found(french, english, tmp_path) == []
