"""Looking works up where nothing is exactly what a citation says."""

from __future__ import annotations

import pytest
from msgspec import structs

from citecheck.model.citations import Work
from citecheck.model.reference import Citation, CitationKind, Person
from citecheck.resolve.lookup import Lookup
from citecheck.resolve.works import Index, entry_works
from tests.parse.texts import document, whole

ENTRIES = """# T

Text.

## Bibliography

1. Harper, J. (2019). *Bridges over the river*. London: Quay.
2. Harper, J. (2019b). *Roads without end*. London: Quay.
3. Roe, R. & Poe, E. (2018). *The long harbour*. London: Quay.
4. "What the tide brought back". (2016). *Coast News*.
5. "Ce que la marée a rendu". (2016). *Nouvelles*.
6. Bergström Surveyors. About the survey of tides. <https://survey.example/about>.
"""


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    index = Index()
    for work in entry_works(document(ENTRIES)):
        index.add(work)
    return Lookup(index)


def keys(works: list[Work]) -> list[str]:
    return [work.key for work in works]


def citation(*families: str, suffix: str = "") -> Citation:
    return Citation(whole("x"), CitationKind.SHORT, tuple(Person(family) for family in families), suffix=suffix)


@pytest.mark.parametrize(
    ("families", "year", "found"),
    [
        (("Harpr",), "2019", ["entry:1"]),
        (("Harpr",), "2018", None),
        (("Roe", "Pae"), "2018", None),
        (("Smith",), "2019", None),
    ],
)
def test_a_slip_of_the_pen(lookup: Lookup, families: tuple[str, ...], year: str, found: list[str] | None) -> None:
    near = lookup.misspelt(citation(*families), " & ".join(families), year)
    assert (sorted({work.key for work, _ in near[1]}) if near is not None else None) == found


def test_what_is_asked_twice_is_answered_once(lookup: Lookup) -> None:
    asked = citation("Harpr")
    assert lookup.misspelt(asked, "Harpr", "2019") is lookup.misspelt(asked, "Harpr", "2019")


@pytest.mark.parametrize(
    ("title", "found"), [("Roads without end", ["entry:2"]), ("Bridges", ["entry:1"]), ("Canals", [])]
)
def test_the_works_of_an_author_by_their_title(lookup: Lookup, title: str, found: list[str]) -> None:
    assert keys(lookup.titled((Person("Harper"),), "Harper", False, title)) == found


@pytest.mark.parametrize(
    ("text", "year", "found"),
    [
        ("What the tide brought back", "2016", "entry:4"),
        ("What the tide", "2016", "entry:4"),
        ("What", "2016", None),
        ("What the tide", "2017", None),
        ("Ce que la marée", "2016", "entry:5"),
        ("", "2016", None),
    ],
)
def test_a_title_may_stand_for_an_author(lookup: Lookup, text: str, year: str, found: str | None) -> None:
    work = lookup.title_as_author(text, year)
    assert (work.key if work is not None else None) == found


def test_an_entry_without_a_date_begins_with_its_author(lookup: Lookup) -> None:
    assert keys(lookup.undated_start([Person("Bergström Surveyors")], "Bergström Surveyors")) == ["entry:6"]
    assert lookup.undated_start([Person("Berg")], "Berg") == []


def test_titles_that_are_the_same_or_similar(lookup: Lookup) -> None:
    assert keys(lookup.same_title("the LONG harbour")) == ["entry:3"]
    assert keys(lookup.similar("The long harbors", "2018", 70.0)) == ["entry:3"]
    assert lookup.similar("The long harbors", "2019", 70.0) == []
    assert keys(lookup.akin("What the tide brought back", "2016", 0.9)) == ["entry:4"]


@pytest.mark.parametrize(
    ("families", "year", "found"),
    [
        (("Poe", "Roe"), "2018", ["entry:3"]),
        (("Roe", "Fenn"), "2018", []),
        (("Roe",), "2018", []),
        (("Poe", "Roe"), "2019", []),
    ],
)
def test_authors_in_another_order_are_the_same(
    lookup: Lookup, families: tuple[str, ...], year: str, found: list[str]
) -> None:
    cited = structs.replace(citation(*families), year=year)
    assert [work.key for _, work in lookup.reordered(cited)] == found
