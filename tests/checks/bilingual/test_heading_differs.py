"""BIL010: sections that stand alone on both sides."""

from __future__ import annotations

from citecheck import audit

FRENCH = "Le port est fermé pendant l'hiver, et les navires attendent dans la rade que la glace se retire.\n\n"
ENGLISH = "The port is closed during the winter, and the ships wait in the roads until the ice has left.\n\n"


def headings(french: list[str], english: list[str]) -> list[str]:
    """The titles that BIL010 names, of two versions with these headings."""
    texts = {
        "fr.md": "".join(f"## {title}\n\n{FRENCH}" for title in french).encode(),
        "en.md": "".join(f"## {title}\n\n{ENGLISH}" for title in english).encode(),
    }
    made = audit([], langs=[("fr", "fr.md"), ("en", "en.md")], contents=texts)
    return sorted(found.place.span.text.strip("# ") for found in made.findings if found.code == "BIL010")


def test_sections_alone_at_one_place_on_both_sides_are_one() -> None:
    french = [
        "1. Les ports de la côte",
        "Pour aller plus loin",
        "2. Les navires",
        "Ce qu'il faut retenir",
        "3. Conclusion",
    ]
    english = ["1. The ports of the coast", "See also", "2. The ships", "Summing up", "3. Conclusion"]
    assert headings(french, english) == []
    assert headings([*french[:1], *french[2:]], english) == ["See also"]


def test_a_marker_in_the_title_of_the_front_matter_calls_its_note() -> None:
    text = "---\ntitle: |\n  A Change over Time[^1]\n---\n\nB.[^2] C.[^3]\n\n[^1]: Thanks.\n\n[^2]: Doe, 2020.\n\n[^3]: Roe, 2021.\n"
    made = audit(["a.md"], contents={"a.md": text.encode()})
    assert [found.code for found in made.findings if found.code.startswith("NUM")] == []


def test_a_summary_lacks_no_section() -> None:
    titles = ["Ports", "Ships", "Nets", "Sails", "Crews", "Storms", "Lights", "Maps"]
    french = ["1. Les ports de la côte", "2. Conclusion"]
    english = ["1. The ports of the coast", *(f"1.{at} {title}" for at, title in enumerate(titles, 1)), "2. Conclusion"]
    assert headings(french, english) == []
    assert len(headings(french, [*english[:6], english[-1]])) == 5
