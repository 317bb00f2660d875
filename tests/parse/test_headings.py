"""Headings: their numbers and titles, and what they announce."""

from __future__ import annotations

import pytest

from citecheck.parse.headings import heading_parts, is_bibliography, is_further_reading
from tests.parse.texts import document


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("# Title", None, "Title"),
        ("## 2.1 Title", "2.1", "Title"),
        ("## 2.1. Title", "2.1", "Title"),
        ("## **2.1 Title**", "2.1", "Title"),
        ("## 2 – Title", "2", "Title"),
        ("## IV. Title", "IV", "Title"),
        ("## A. Title", "A", "Title"),
        ("## Chapter 3: Title", "3", "Title"),
        ("## Chapitre III – Titre", "III", "Titre"),
        ("## 2019 in figures", None, "2019 in figures"),
        ("## A title of its own", None, "A title of its own"),
        ("## Title ##", None, "Title"),
        ("## I am no number", None, "I am no number"),
    ],
)
def test_numbers_and_titles_of_headings(text: str, number: str | None, title: str) -> None:
    assert heading_parts(text) == (number, title)
    [heading] = document(f"{text}\n\nText.").headings
    assert (heading.number, heading.title) == (number, title)


def test_a_heading_behind_its_anchor_is_one() -> None:
    made = document('<a id="a"></a># Title\n\nText.\n\n<a id="b"></a><a id="c"></a>## 2. Section\n\nText.\n')
    assert [(one.title, one.number, one.level) for one in made.headings] == [("Title", None, 1), ("Section", "2", 2)]
    assert [paragraph.section for paragraph in made.paragraphs] == [1, 2]


def test_headings_of_both_kinds_and_their_levels() -> None:
    made = document("Title\n=====\n\n## Section\n\nOther\n-----\n\nText.")
    assert [(heading.title, heading.level) for heading in made.headings] == [("Title", 1), ("Section", 2), ("Other", 2)]
    assert [heading.section for heading in made.headings] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("## Bibliography", True),
        ("## **Bibliographie**", True),
        ("## 7. References", True),
        ("## Références bibliographiques", True),
        ("## Works cited", True),
        ("## Select bibliography", True),
        ("## Sources et bibliographie", True),
        ("## References and Further Reading", True),
        ("## Références et lectures complémentaires", True),
        ("## References and Methods", False),
        ("## Introduction", False),
        ("## What bibliographies of the last century tell us about it", False),
        ("## Création de bibliographies", False),
        ("## Managing your bibliography", False),
        ("## Éléments de bibliographie", True),
    ],
)
def test_the_heading_of_a_bibliography(text: str, so: bool) -> None:
    assert is_bibliography(text) is so


def test_further_reading_is_told_from_a_bibliography() -> None:
    assert is_further_reading("## Further reading")
    assert is_further_reading("## References & further reading")
    assert not is_further_reading("## Sources and references")
    made = document(
        "## Bibliography\n\nDoe, J. (2019). One. Press.\n\n## Further reading\n\nRoe, R. (2020). Two. Press.\n"
    )
    assert [entry.further_reading for entry in made.entries] == [False, True]
