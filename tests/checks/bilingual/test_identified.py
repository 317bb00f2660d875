"""What tells sources of one author and year apart in two versions: identifiers, and the numbers of what they stand in."""

from __future__ import annotations

import pytest

from citecheck import audit

FRENCH = "# Rapport\n\nLe port est fermé pendant l'hiver, et les navires attendent dans la rade.[^a] La glace se retire.[^b]\n\n"
ENGLISH = (
    "# Report\n\nThe port is closed during the winter, and the ships wait in the roads.[^a] The ice leaves.[^b]\n\n"
)
NOTES = "[^a]: {}\n\n[^b]: Roe, R. (2006). *Waves of the sea*. Elm Press, p. 4.\n"
ARTICLE = "Doe, J. (2005). “Tides of the north”. *Coast*, {}."
BOOK = "Doe, J. (2005). *Tides of the north*. Elm Press. {}"


def told(french: str, english: str) -> set[str]:
    """The codes of what is said of a note of two versions."""
    contents = {
        "a.fr.md": (FRENCH + NOTES.format(french)).encode(),
        "a.en.md": (ENGLISH + NOTES.format(english)).encode(),
    }
    made = audit(["a.fr.md", "a.en.md"], contents=contents)
    return {one.code for one in made.findings if one.code.startswith("BIL")}


@pytest.mark.parametrize(
    ("form", "one", "other", "code"),
    [
        (BOOK, "doi:10.1000/abc123", "doi:10.1000/abc132", "BIL006"),
        (BOOK, "arXiv:1909.01671", "arXiv:1909.01617", "BIL006"),
        (BOOK, "PMID: 12345678", "PMID: 12345687", "BIL006"),
        (BOOK, "ISBN 978-2-07-036822-8", "ISBN 978-2-07-036002-4", "BIL006"),
        (ARTICLE, "12(3), 4-9", "13(3), 4-9", "BIL002"),
        (ARTICLE, "12(3), 4-9", "12(4), 4-9", "BIL002"),
        (ARTICLE, "12(3), 4-9", "12(3), 14-19", "BIL002"),
        (BOOK, "Working Paper No. 45.", "Working Paper No. 54.", "BIL002"),
        ("Doe, J. (2005, {}). “Tides of the north”. *Coast News*.", "March 12", "March 13", "BIL007"),
    ],
)
def test_one_source_with_two_numbers_is_told(form: str, one: str, other: str, code: str) -> None:
    assert told(form.format(one), form.format(other)) == {code}
    assert told(form.format(one), form.format(one)) == set()


@pytest.mark.parametrize(
    ("form", "one", "other"),
    [
        (BOOK, "doi:10.1000/ABC123", "doi:10.1000/abc123"),
        (BOOK, "ISBN 2-07-036822-X", "ISBN 978-2-07-036822-8"),
        (BOOK, "arXiv:1909.01671v2", "arXiv:1909.01671"),
        (ARTICLE, "12(3), 245–265", "12(3), 245-65"),
        (ARTICLE, "vol. 12, n° 3, p. 4-9", "vol. 12, no. 3, pp. 4-9"),
        (BOOK, "doi:10.1000/abc123", ""),
    ],
)
def test_one_source_with_one_number_in_two_forms_is_none(form: str, one: str, other: str) -> None:
    assert told(form.format(one), form.format(other)) == set()


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Doe, 2005a, p. 4.", "Doe, 2005b, p. 4.", True),
        ("Doe & Fenn, 2005, p. 4.", "Doe & Hill, 2005, p. 4.", True),
        ("Doe et Fenn, 2005, p. 4.", "Doe and Fenn, 2005, p. 4.", False),
        ("Doe et al., 2005, p. 4.", "Doe & Hill, 2005, p. 4.", False),
        ("Ministère des Ports, 2005, p. 4.", "Ministry of Ports, 2005, p. 4.", False),
    ],
)
def test_other_authors_beside_the_first_one_and_other_letters_are_told(one: str, other: str, differ: bool) -> None:
    assert ("BIL002" in told(one, other)) is differ
