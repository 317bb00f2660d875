"""Front matter says what a text is called, and in which language it is."""

from __future__ import annotations

import pytest

from citecheck.model.frontmatter import front_language, front_title


@pytest.mark.parametrize(
    ("front", "title", "language"),
    [
        ('---\ntitle: "Elms fall"\nlang: en-GB\n---', "Elms fall", "en"),
        ("---\nlanguage: fr\ntitle: Les ormes : un essai\n---", "Les ormes : un essai", "fr"),
        ("+++\ntitle = 'Elms'\n+++", "Elms", ""),
        ("---\ntitle: |\n  Elms\nsubtitle: Oaks\n---", "", ""),
        ("", "", ""),
    ],
)
def test_title_and_language(front: str, title: str, language: str) -> None:
    assert (front_title(front), front_language(front)) == (title, language)
