from __future__ import annotations

import pytest

from tests.planting.documents import Clean, read
from tests.planting.kinds import version_text
from tests.planting.samples import ENGLISH, FRENCH, bilingual, changes, english


def told(french: str, english: str) -> Clean:
    """The two versions with a section of their own put before the bibliography."""
    return read(
        "sel",
        ("sel.fr.md", "sel.en.md"),
        [FRENCH.replace("## Bibliographie", french), ENGLISH.replace("## References", english)],
    )


SECTIONS = told(
    "## 1. Les comptes\n\nLa commune comptait alors 12 400 habitants et payait 3,5 millions d'euros par an.\n\n## Bibliographie",
    "## 1. The counts\n\nThe parish then had 12,400 inhabitants and paid some 3.5 million euros in a year.\n\n## References",
)


@pytest.mark.parametrize(
    "name", ["another_figure", "another_amount", "heading_missing", "heading_number", "paragraph_missing"]
)
def test_the_text_of_one_version_says_otherwise(name: str) -> None:
    made = changes(getattr(version_text, name), SECTIONS)
    assert made
    for change in made:
        parts, before = change.text.split("\x1e"), change.base.split("\x1e")
        assert sum(part != old for part, old in zip(parts, before, strict=True)) == 1
    assert not changes(getattr(version_text, name), english())


def test_a_paragraph_goes_with_its_notes_and_the_numbers_go_on() -> None:
    change = changes(version_text.paragraph_missing, bilingual())[0]
    assert change.text.count("<sup>1</sup>") == change.base.count("<sup>1</sup>")
    assert change.text.count("<sup>5</sup>") == change.base.count("<sup>5</sup>") - 2
