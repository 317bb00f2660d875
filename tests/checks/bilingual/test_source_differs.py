"""BIL002: sources that only one version cites."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck import audit

FRENCH = (
    "# Rapport\n\nLe port de Brest a doublé en 2004<sup>1</sup>. Celui de Lorient a fermé en 2011<sup>2</sup>.\n\n"
    "<sup>1</sup> Morvan J. (2005, 3 mai) ; Les sardines ; Quai. <https://quai.example/sardines>\n\n<sup>2</sup> Kerbrat, 2012, p. 7\n\n"
)
ENGLISH = (
    "# Report\n\nThe port of Brest has doubled in 2004.<sup>1</sup> The one of Lorient has closed in 2011.<sup>2</sup>\n\n"
    "<sup>1</sup> {}\n\n<sup>2</sup> Kerbrat, 2012, p. 7\n"
)
ENTRIES = "## {}\n\n1. Kerbrat, A. (2012). *Ports*. Brest: Quai.\n\n"


def codes(folder: Path, first: str) -> list[str]:
    """The codes of what differs where the first English note is ``first``."""
    path = folder / "report.md"
    text = FRENCH + ENTRIES.format("Bibliographie") + ENGLISH.format(first) + "\n" + ENTRIES.format("Bibliography")
    path.write_text(text, encoding="utf-8")
    return [found.code for found in audit([str(path)], select=["BIL002"]).findings]


@pytest.mark.parametrize("address", ["https://quai.example/sardines?PHPSESSID=8f3a", "https://port.example/fish"])
def test_authors_and_year_are_one_source_whatever_the_address(tmp_path: Path, address: str) -> None:
    assert codes(tmp_path, f"Morvan J. (2005, 3 May); The sardines; Quai. <{address}>") == []


def test_another_author_is_another_source(tmp_path: Path) -> None:
    assert codes(tmp_path, "Tanguy M. (2005, 3 May); The sardines; Quai. <https://port.example/fish>") == ["BIL002"]


@pytest.mark.parametrize(
    ("french", "english", "found"),
    [
        ("Morvan J. Les sardines ; Quai. <https://quai.example/sardines>", "Morvan J. Les sardines; Quai. <https:// quai.example/sardines>", []),
        ("Morvan J. Les sardines ; Quai. <https://quai.example/sardines>", "Morvan J. Les thons; Quai. <https://port.example/tuna>", ["BIL002"]),
    ],
)  # fmt: skip
def test_without_a_date_author_and_title_are_one_source(
    tmp_path: Path, french: str, english: str, found: list[str]
) -> None:
    path = tmp_path / "report.md"
    first = FRENCH.replace("Morvan J. (2005, 3 mai) ; Les sardines ; Quai. <https://quai.example/sardines>", french)
    path.write_text(first + ENGLISH.format(english), encoding="utf-8")
    assert [one.code for one in audit([str(path)], select=["BIL002"]).findings] == found


CORPORATE = "Ville de Brest, *Rapport des quais 2016*, Brest, 2017, p. 62"


@pytest.mark.parametrize(
    ("english", "found"),
    [
        ("City of Brest, *Rapport des quais 2016* (Brest, 2017), 62", []),
        ("City of Brest, *Rapport des quais 2016* (Brest, 2017), 65", ["BIL003"]),
        ("City of Brest, *Rapport des ponts* (Brest, 2017), 62", ["BIL002"]),
        ("City of Brest, *Rapport des quais 2016* (Brest, 2018), 62", ["BIL002"]),
    ],
)
def test_a_title_and_year_are_one_source_whatever_the_institution_is_called(
    tmp_path: Path, english: str, found: list[str]
) -> None:
    first = "Morvan J. (2005, 3 mai) ; Les sardines ; Quai. <https://quai.example/sardines>"
    path = tmp_path / "report.md"
    path.write_text(FRENCH.replace(first, CORPORATE) + ENGLISH.format(english), encoding="utf-8")
    assert [one.code for one in audit([str(path)], select=["BIL002", "BIL003"]).findings] == found
