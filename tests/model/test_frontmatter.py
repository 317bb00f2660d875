"""Front matter says what a text is called, and in which language it is."""

from __future__ import annotations

import pytest

from citecheck.model.frontmatter import front_bibliographies, front_language, front_title, front_uncited


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


@pytest.mark.parametrize(
    ("front", "named"),
    [
        ("---\nbibliography: elms.bib\n---", ("elms.bib",)),
        (
            "---\nbibliography:\n  - lists/elms.json\n  - oaks.bib\ntitle: firs.bib\n---",
            ("lists/elms.json", "oaks.bib"),
        ),
        ("---\nbibliography:\n- elms.bib  # trees\n- 'oaks.yaml'\n---", ("elms.bib", "oaks.yaml")),
        ('---\nbibliography: ["elms.bib", "oaks.bib"]\n---', ("elms.bib", "oaks.bib")),
        ("---\nbibliography: [\n  elms.bib,\n  oaks.bib\n]\n---", ("elms.bib", "oaks.bib")),
        ('+++\nbibliography = ["elms.bib", "oaks.bib"]\n+++', ("elms.bib", "oaks.bib")),
        ("---\nbibliography: none\n---", ()),
        ("---\ntitle: elms.bib\n---", ()),
    ],
)
def test_the_bibliography_files(front: str, named: tuple[str, ...]) -> None:
    assert front_bibliographies(front) == named


@pytest.mark.parametrize(
    ("front", "keys"),
    [
        ("---\nnocite: |\n  @doe:15, @roe2012\ntitle: Elms\n---", {"doe:15", "roe2012"}),
        ("---\nnocite: '@*'\nauthor: '@jane'\n---", {"*"}),
        ("---\ntitle: Elms\n---", set()),
    ],
)
def test_what_needs_no_citation(front: str, keys: set[str]) -> None:
    assert front_uncited(front) == keys
