"""Telling the language versions of a report apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.errors import InputError
from citecheck.model.source import Source, Version
from citecheck.read.versions import check_language, versions
from tests.parse.texts import ANY_TEXT, QUICK

FRENCH = (
    "Le port est fermé pendant l'hiver, et les navires attendent dans la rade que la glace se retire de la côte.\n\n"
    * 3
)
ENGLISH = (
    "The port is closed during the winter, and the ships wait in the roads until the ice has left the coast.\n\n" * 3
)
ENTRIES = "".join(
    f"{number}. Doe, J. ({1980 + number}). The history of the ports and of the ships that were built in them. London: Harrow.\n"
    for number in range(1, 40)
)


def parts(*texts: str | tuple[str, str]) -> list[tuple[str, list[str]]]:
    """Language and texts of each version of the files; a language may be said with a text."""
    sources = [
        (Source(f"{at}.md", one if isinstance(one, str) else one[1]), None if isinstance(one, str) else one[0])
        for at, one in enumerate(texts)
    ]
    return [(made.lang, [span.text for span in made.parts]) for made in versions(sources)]


def test_one_language() -> None:
    assert parts(f"# Rapport\n\n{FRENCH}") == [("fr", [f"# Rapport\n\n{FRENCH}"])]
    assert parts(f"# Report\n\n{ENGLISH}") == [("en", [f"# Report\n\n{ENGLISH}"])]


def test_two_languages_one_after_the_other_in_one_file() -> None:
    first, second = f"# Rapport\n\n{FRENCH}## Suite\n\n{FRENCH}", f"# Report\n\n{ENGLISH}## More\n\n{ENGLISH}"
    assert parts(first + second) == [("fr", [first]), ("en", [second])]
    assert parts(second + first) == [("en", [second]), ("fr", [first])]


def test_a_file_for_each_language_and_chapters_in_several() -> None:
    french, english = f"# Rapport\n\n{FRENCH}", f"# Report\n\n{ENGLISH}"
    assert parts(french, english) == [("fr", [french]), ("en", [english])]
    assert parts(french, english, french) == [("fr", [french, french]), ("en", [english])]


@pytest.mark.parametrize("heading", ["Bibliographie", "**Bibliographie**", "Bibliographie :"])
def test_a_bibliography_is_in_the_language_of_its_heading(heading: str) -> None:
    first = f"# Rapport\n\n{FRENCH}## {heading}\n\n{ENTRIES}"
    assert parts(first) == [("fr", [first])]
    second = f"# Report\n\n{ENGLISH}## Bibliography\n\n{ENTRIES}"
    assert parts(first + second) == [("fr", [first]), ("en", [second])]


def test_the_sections_of_a_bibliography_belong_to_it() -> None:
    text = f"# Rapport\n\n{FRENCH}## Bibliographie\n\n### Livres\n\n{ENTRIES}### Articles\n\n{ENTRIES}## Annexe\n\n{FRENCH}"
    assert parts(text) == [("fr", [text])]


def test_a_quotation_or_an_abstract_is_no_version() -> None:
    text = f"# Rapport\n\n{FRENCH * 10}## Abstract\n\n{ENGLISH}## Suite\n\n{FRENCH * 10}"
    assert parts(text) == [("fr", [text])]


def test_a_file_without_headings_is_cut_between_paragraphs() -> None:
    assert parts(FRENCH * 3 + ENGLISH * 3) == [("fr", [FRENCH * 3]), ("en", [ENGLISH * 3])]


def test_what_the_user_says_goes_before_the_text() -> None:
    assert parts(("en", FRENCH)) == [("en", [FRENCH])]
    assert parts(("fr", ENGLISH), ENGLISH) == [("fr", [ENGLISH]), ("en", [ENGLISH])]


def test_a_text_that_tells_nothing_has_the_language_of_the_others() -> None:
    assert parts("Tables 1 2 3", f"# Rapport\n\n{FRENCH}") == [("fr", ["Tables 1 2 3", f"# Rapport\n\n{FRENCH}"])]


@pytest.mark.parametrize("tag", ["en-GB", "fr-x-draft"])
def test_a_tag_tells_two_versions_of_one_language_apart(tag: str) -> None:
    assert check_language(tag) == tag


@pytest.mark.parametrize("tag", ["en_GB", "EN", "en-", "de-x-fr", "-en", ""])
def test_what_is_no_tag_of_a_known_language_is_said(tag: str) -> None:
    with pytest.raises(InputError, match="is not known: use one of"):
        check_language(tag)


def test_languages_that_are_known() -> None:
    assert check_language("fr") == "fr"
    with pytest.raises(InputError, match="'de' is not known: use one of en, fr"):
        check_language("de")


@QUICK
@given(texts=st.lists(ANY_TEXT | st.sampled_from([FRENCH, ENGLISH, f"## Notes\n\n{FRENCH}"]), min_size=1, max_size=4))
def test_every_character_is_in_one_version(texts: list[str]) -> None:
    sources = [(Source(f"{at}.md", text), None) for at, text in enumerate(texts)]
    made: tuple[Version, ...] = versions(sources)
    assert len({one.lang for one in made}) == len(made)
    for source, _ in sources:
        spans = sorted((span.start, span.end) for one in made for span in one.parts if span.source is source)
        assert spans[0][0] == 0
        assert spans[-1][1] == len(source.text)
        assert all(one[1] == other[0] for one, other in pairwise(spans))


def test_a_file_that_is_mostly_in_one_language_is_whole_beside_one_in_another() -> None:
    listed = "# Ressources\n\n" + ENGLISH * 2
    french, english = f"# Rapport\n\n{FRENCH * 6}{listed}", f"# Report\n\n{ENGLISH * 6}"
    assert parts(french, english) == [("fr", [french]), ("en", [english])]
    half = f"# Rapport\n\n{FRENCH}# Report\n\n{ENGLISH}"
    assert [lang for lang, _ in parts(half, half)] == ["fr", "en"]


def named(path: str, text: str, front: str = "") -> list[str]:
    """The languages of the versions of one file with a name and a front matter."""
    unprinted = ((0, f"---\n{front}---"),) if front else ()
    return [made.lang for made in versions([(Source(path, text, unprinted=unprinted), None)])]


HALF = f"# Rapport\n\n{FRENCH * 2}\n\n## The ice\n\n{ENGLISH * 2}"
BOTH = f"# Rapport\n\n{FRENCH * 2}\n\n# Report\n\n{ENGLISH * 2}"


@pytest.mark.parametrize(
    ("path", "front", "langs"),
    [
        ("report.md", "", ["fr", "en"]),
        ("report.md", "lang: fr\n", ["fr"]),
        ("report.md", "lang: en\n", ["en"]),
        ("report.md", "lang: de\n", ["fr", "en"]),
        ("content/fr/report.md", "", ["fr"]),
        ("content\\fr\\report.md", "", ["fr"]),
        ("report.fr.md", "", ["fr"]),
        ("report_fr.md", "", ["fr"]),
        ("mis-en-ligne.md", "", ["fr", "en"]),
        ("report.fr-en.md", "", ["fr", "en"]),
        ("fr/en/report.md", "", ["fr", "en"]),
    ],
)
def test_a_text_that_is_translated_in_part_is_one_version_where_its_language_is_said(
    path: str, front: str, langs: list[str]
) -> None:
    assert named(path, HALF, front) == langs


def test_two_versions_with_a_title_each_are_two_whatever_the_file_says() -> None:
    assert named("fr/report.md", BOTH, "lang: fr\n") == ["fr", "en"]


@pytest.mark.parametrize(
    ("first", "second", "langs"),
    [
        ("[^1]", "\n\n[^1]: Doe.\n", ["fr"]),
        ("[^1]\n\n[^1]: Doe.\n", "", ["fr", "en"]),
        ("[^1]", "[^2]\n\n[^1]: Doe.\n\n[^2]: Roe.\n", ["fr", "en"]),
    ],
)
def test_a_text_whose_notes_stand_in_its_other_part_is_one_version(first: str, second: str, langs: list[str]) -> None:
    text = f"# Rapport\n\n{FRENCH * 2}La glace.{first}\n\n## The ice\n\n{ENGLISH * 2}The ice.{second}"
    assert named("report.md", text) == langs
