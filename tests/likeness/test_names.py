"""Comparing names: who is the same, who is somebody else, and what is a slip of the pen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.likeness.names import Spellings, acronyms, as_cited, full_name, misspelling, same_person, score
from citecheck.model.reference import Person, Reference
from citecheck.model.source import Source, Span
from citecheck.parse.names import read_authors
from tests.parse.texts import QUICK


def person(text: str) -> Person:
    given, _, family = text.rpartition("|")
    return Person(family, given)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Doe", "Doe", True),
        ("Doe", "J.|Doe", True),
        ("J.|Doe", "Jane|Doe", True),
        ("J.|Doe", "R.|Doe", False),
        ("Jane Doe", "J.|Doe", True),
        ("Richard Doe", "J.|Doe", False),
        ("DOE", "Doe", True),
        ("Müller", "Muller", True),
        ("Łukasz", "Lukasz", True),
        ("O'Neill", "O’Neill", True),
        ("Müller-Schmidt", "Müller Schmidt", True),
        ("Doe", "Roe", False),
        ("Doe", "Doerr", False),
        ("Berg", "van der Berg", True),
        ("Harper", "Jane|Lowe Harper", True),
        ("Lowe Harper", "Jane|Lowe Harper", True),
        ("Van Loon", "Karel Van Loon", True),
        ("Van Loon", "Jan Karel|Van Loon", True),
        ("García Ruiz", "Ana García|Ruiz", True),
        ("Jane", "Jane|Doe", False),
        ("arper", "Jane|Harper", False),
    ],
)
def test_the_same_person(one: str, other: str, same: bool) -> None:
    assert same_person(person(one), person(other)) is same


@pytest.mark.parametrize(
    ("cited", "known", "distance"),
    [
        ("Dupont", "Dupond", 1),
        ("Dupont", "Duponts", 1),
        ("Dupont", "Dupnot", 1),
        ("Dupont", "Dpuont", 1),
        ("Müller", "Muler", 1),
        ("Schmidt", "Schmitd", 1),
        ("Bergström", "Bergstram", 1),
        ("Bergström", "Bargstram", 2),
        ("Haßler", "Haßßler", 1),
        ("Haßler", "Hassler", None),
        ("Dupont", "Dupont", None),
        ("Dupont", "Martin", None),
        ("Doe", "Dae", None),
        ("Wang", "Wong", None),
        ("Martin", "Cartin", None),
    ],
)
def test_slips_of_the_pen(cited: str, known: str, distance: int | None) -> None:
    assert misspelling(cited, known) == distance
    assert misspelling(known, cited) == distance


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("World Health Organization (WHO)", "who"),
        ("World Health Organization", "who"),
        ("Harbour Office [HO]", "ho"),
        ("Agence des eaux du nord", "aen"),
        ("Doe", None),
    ],
)
def test_acronyms_of_corporate_names(name: str, short: str | None) -> None:
    assert (short in acronyms(name)) if short else not acronyms(name)


def reference(text: str, et_al: bool = False) -> Reference:
    authors = read_authors(text, whole=True)
    assert authors is not None
    return Reference(Span(Source("a", text), 0, len(text)), authors.persons, text, et_al=et_al)


@pytest.mark.parametrize(
    ("cited", "known", "points"),
    [
        ("Doe", "Doe, J.", 4),
        ("Doe & Roe", "Doe, J., & Roe, R.", 4),
        ("Doe et Roe", "Doe, J. and Roe, R.", 4),
        ("Doe et al.", "Doe, J., Roe, R., & Poe, E.", 4),
        ("Doe et al.", "Doe, J., & Roe, R.", 3),
        ("Doe et al.", "Doe, J.", 1),
        ("Doe", "Doe, J., & Roe, R.", 2),
        ("Doe, Roe & Poe", "Doe, J., & Roe, R.", 0),
        ("Roe & Doe", "Doe, J., & Roe, R.", 0),
        ("WHO", "World Health Organization (WHO)", 3),
        ("World Health Organization", "World Health Organization (WHO)", 4),
        ("Poe", "Doe, J.", 0),
        ("Lin", "Lin Hao", 1),
        ("Hao", "Lin Hao", 4),
        ("Soler", "Soler Vidal, Ana", 1),
        ("HO", "Harbour Office [HO]", 3),
        ("Harbour Office", "Harbour Office [HO]", 4),
    ],
)
def test_how_well_cited_authors_fit(cited: str, known: str, points: int) -> None:
    authors = read_authors(cited, whole=False)
    assert authors is not None
    text = cited.removesuffix(" et al.")
    assert score(authors.persons, text, authors.et_al, reference(known)) == points


NAME = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéüł'’- ", min_size=1, max_size=20)


@QUICK
@given(one=NAME, other=NAME)
def test_comparing_is_the_same_both_ways(one: str, other: str) -> None:
    assert misspelling(one, other) == misspelling(other, one)
    assert misspelling(one, one) is None
    assert same_person(Person(one), Person(one))
    assert full_name(one) == full_name(one.upper().replace("'", "’")) or "ł" in one


LONG = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=6, max_size=12)


@QUICK
@given(name=LONG, at=st.integers(1, 4))
def test_two_letters_in_the_wrong_order_are_a_slip(name: str, at: int) -> None:
    slipped = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    assert misspelling(slipped, name) == (None if slipped == name else 1)


@pytest.mark.parametrize(
    ("cited", "known", "name"),
    [
        ("Harpr", "Jane|Lowe Harper", "Harper"),
        ("Lowe Harpr", "Jane|Lowe Harper", "Lowe Harper"),
        ("Doe", "J.|Doe", "Doe"),
    ],
)
def test_a_known_name_is_told_in_as_many_words_as_are_cited(cited: str, known: str, name: str) -> None:
    assert as_cited(person(cited), Person(known.partition("|")[2], known.partition("|")[0])) == name


@QUICK
@given(names=st.lists(NAME, min_size=1, max_size=8), cited=NAME)
def test_looking_a_slip_up_finds_what_comparing_with_each_finds(names: list[str], cited: str) -> None:
    spellings = Spellings[int]()
    for at, name in enumerate(names):
        spellings.add(name, at)
    near = set(spellings.near(cited))
    assert {at for at, name in enumerate(names) if misspelling(cited, name) is not None} <= near
