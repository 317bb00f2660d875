"""BIL003: the pages of both sides that the difference is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck import audit

TEXT = (
    "# Rapport\n\nLe port de Brest a doublé en 2004<sup>1</sup>. Celui de Lorient a fermé en 2011<sup>2</sup>.\n\n"
    "<sup>1</sup> {}\n\n<sup>2</sup> Tanguy, 2015, p. 3\n\n"
    "# Report\n\nThe port of Brest has doubled in 2004.<sup>1</sup> The one of Lorient has closed in 2011.<sup>2</sup>\n\n"
    "<sup>1</sup> {}\n\n<sup>2</sup> Tanguy, 2015, p. 3\n"
)


@pytest.mark.parametrize(
    ("french", "english", "own", "twins"),
    [
        ("Kerbrat, 2012, p. 7, voir la carte", "Kerbrat, 2012, p. 9, see the map", "p. 9", ["p. 7"]),
        # Only the citation of the source in question, and of its pages only those that the other side lacks.
        ("Morvan, 2005, p. 3 ; Kerbrat, 2012, p. 7", "Morvan, 2005, p. 3; Kerbrat, 2012, p. 9", "p. 9", ["p. 7"]),
        (
            "Kerbrat, 2012, p. 7 ; Morvan, 2005 ; Kerbrat, 2012, p. 8",
            "Kerbrat, 2012, p. 7; Morvan, 2005",
            "p. 7",
            ["p. 8"],
        ),
        ("Morvan, 2005 ; Kerbrat, 2012, p. 7", "Morvan, 2005; Kerbrat, 2012, p. 7-9", "p. 7-9", ["p. 7"]),
        ("Morvan, 2005 ; Kerbrat, 2012", "Morvan, 2005; Kerbrat, 2012, p. 7", "p. 7", ["Kerbrat, 2012"]),
        ("Morvan, 2005 ; Kerbrat, 2012, p. 7", "Morvan, 2005; Kerbrat, 2012", "Kerbrat, 2012", ["p. 7"]),
    ],
)
def test_both_sides_are_marked_at_their_pages(
    tmp_path: Path, french: str, english: str, own: str, twins: list[str]
) -> None:
    path = tmp_path / "report.md"
    path.write_text(TEXT.format(french, english), encoding="utf-8")
    [found] = audit([str(path)], select=["BIL003"]).findings
    assert found.place.span.text == own
    assert [place.span.text for place in found.counterparts] == twins


def test_all_merged_notes_are_marked(tmp_path: Path) -> None:
    french = TEXT.partition("# Report")[0].format("Kerbrat, 2012, p. 12, note")
    english = (
        "# Report\n\nThe port of Brest has doubled in 2004. The one of Lorient has closed in 2011.<sup>1</sup>\n\n"
        "<sup>1</sup> Kerbrat, 2012, p. 12-19\n"
    )
    path = tmp_path / "report.md"
    path.write_text(french.replace("Tanguy, 2015, p. 3", "Kerbrat, 2012, p. 19") + english, encoding="utf-8")
    [found] = audit([str(path)], select=["BIL003"]).findings
    assert [place.span.text for place in found.counterparts] == ["p. 12", "p. 19"]


@pytest.mark.parametrize(
    ("french", "english", "found"),
    [
        ("Jan Morvan, *Les quais : guide*, Brest, Quai, 1988, p. 14-19.", "Jan Morvan, *Les quais: guide* (Brest: Quai, 1988), 14-19.", []),
        ("Jan Morvan, *Les quais : guide*, Brest, Quai, 1988, p. 14-19.", "Jan Morvan, *Les quais: guide* (Brest: Quai, 1988), 14-21.", ["BIL003"]),
        ("Jan Morvan, « Brest et Lorient », dans Yann Kerbrat (dir.), *Les ports*, Brest, Quai, 2003, p. 23-60.", "Jan Morvan, “Brest et Lorient,” in *Les ports*, ed. Yann Kerbrat (Brest: Quai, 2003), 23-60.", []),
        ("Jan Morvan, « Brest et Lorient », *Revue des ports*, vol. 17, 1986, p. 23-60.", "Jan Morvan, “Brest et Lorient,” *Revue des ports* 17 (1986): 23-60.", []),
    ],
)  # fmt: skip
def test_a_range_at_the_end_of_a_whole_reference_is_read_alike(
    tmp_path: Path, french: str, english: str, found: list[str]
) -> None:
    path = tmp_path / "report.md"
    path.write_text(f"# Rapport\n\nLe port de Brest a doublé en 2004[^a].\n\n[^a]: {french}\n", encoding="utf-8")
    other = tmp_path / "report.en.md"
    other.write_text(f"# Report\n\nThe port of Brest has doubled in 2004.[^a]\n\n[^a]: {english}\n", encoding="utf-8")
    made = audit([], langs=[("fr", str(path)), ("en", str(other))], select=["BIL002", "BIL003"])
    assert [one.code for one in made.findings] == found


def messages(folder: Path, french: str, english: str) -> list[str]:
    path = folder / "report.md"
    path.write_text(TEXT.format(french, english), encoding="utf-8")
    return [
        f"{dict(found.values)['pages']} / {dict(found.values)['others']}"
        for found in audit([str(path)], select=["BIL003"]).findings
    ]


def test_each_source_whose_pages_differ_is_told(tmp_path: Path) -> None:
    told = messages(tmp_path, "Morvan, 2005, p. 3 ; Kerbrat, 2012, p. 7", "Morvan, 2005, p. 5; Kerbrat, 2012, p. 9")
    assert told == ["5 / 3", "9 / 7"]


def test_pages_are_shown_as_they_are_printed(tmp_path: Path) -> None:
    assert messages(tmp_path, "Morvan, 2005, p. 24-9", "Morvan, 2005, p. 24-31") == ["24-31 / 24-9"]
