"""The sources that citations can mean, by the names they may be cited under."""

from __future__ import annotations

import pytest

from citecheck.api import audit
from citecheck.model.citations import Status
from citecheck.model.reference import Person, Reference
from citecheck.parse.reference import read_reference
from citecheck.parse.urls import find_urls
from citecheck.resolve.works import Index, entry_works, first_sentence, first_word, note_works
from tests.parse.texts import document, whole

TEXT = """# T

One<sup>1</sup>, two<sup>2</sup>.

<sup>1</sup> Jane Doe, *Tides of the port* (London: Quay, 2001), 4; Roe, 2018.

<sup>2</sup> Ibid.

## Bibliography

1. Doe, J. (2019). *Bridges over the river*. London: Quay. https://doi.org/10.1234/bridges
2. Roe, R. & Poe, E. (2018). *The long harbour*. London: Quay. https://quai.example/harbour
3. World Health Organization (WHO). (2021). *Water for all*. Geneva: WHO.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    made = Index()
    for work in entry_works(document(TEXT)):
        made.add(work)
    return made


def read(text: str) -> Reference:
    span = whole(text)
    return read_reference(span, find_urls(span))


def test_entries_and_whole_references_in_notes_are_works() -> None:
    made = document(TEXT)
    assert [work.key for work in entry_works(made)] == ["entry:1", "entry:2", "entry:3"]
    assert [work.key for work in note_works(made)] == ["note:1#1"]
    assert not any(work.glued for work in entry_works(made))


@pytest.mark.parametrize(
    ("authors", "text", "et_al", "years", "found"),
    [
        (("Doe",), "Doe", False, (), ["entry:1"]),
        (("Doe",), "Doe", False, ("2018",), []),
        (("Roe", "Poe"), "Roe & Poe", False, ("2018", "2019"), ["entry:2"]),
        (("Roe",), "Roe", True, (), ["entry:2"]),
        ((), "WHO", False, (), ["entry:3"]),
        (("Smith",), "Smith", False, (), []),
    ],
)
def test_works_by_their_authors(
    index: Index, authors: tuple[str, ...], text: str, et_al: bool, years: tuple[str, ...], found: list[str]
) -> None:
    persons = [Person(family) for family in authors]
    assert [work.key for _, work in index.by_authors(persons, text, et_al, *years)] == found


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Smith, X. (1990). *Another*. https://dx.doi.org/10.1234/BRIDGES", "entry:1"),
        ("Poe, E. (2018). *The long harbour*. Oslo.", "entry:2"),
        ("Doe, J. (2019). *Bridges over a river*. London.", "entry:1"),
        ("Doe, J. (2017). *Bridges over the river*. London.", None),
        ("Doe, J. (2019). *Canals*. London.", None),
        ("Smith, X. (1990). *Another book altogether*. Oslo.", None),
    ],
)
def test_the_work_that_a_reference_describes_again(index: Index, text: str, same: str | None) -> None:
    found = index.same(read(text))
    assert (found.key if found is not None else None) == same


def test_the_beginning_of_a_text() -> None:
    assert (first_word("Évry, ville"), first_word("")) == ("evry", "")
    assert (first_sentence("Institute of Ports. Tides."), first_sentence("")) == ("Institute of Ports", "")


@pytest.mark.parametrize(
    ("entry", "year", "fits"),
    [
        ("Doe, Jane. *Ports*. Paris : Quai, 2005 [1963].", "1963", True),
        ("Doe, Jane. *Ports*. Paris: Quay, 2005 (1963).", "1963", True),
        ("Doe, Jane. *Ports*. Paris : Quai, 2005 [1963].", "2005", True),
        ("Doe, Jane. *Ports*. Paris : Quai, 2005 [1963].", "1964", False),
        ("Doe, Jane. *Ports of 1963*. Paris : Quai, 2005.", "1963", False),
    ],
)
def test_a_work_may_be_cited_by_the_year_of_its_first_edition(entry: str, year: str, fits: bool) -> None:
    text = f"# A report\n\nIt grew (Doe, {year}).\n\n## References\n\n{entry}\n\nRoe, R. (2012). *Lines*. Quay.\n"
    [version] = audit(["a.md"], contents={"a.md": text.encode()}).versions
    assert [one.status is Status.ENTRY for one in version.resolved] == [fits]
