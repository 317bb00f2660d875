"""Author and year in the running text: in round brackets, in square ones, as the words of links."""

from __future__ import annotations

import pytest

from citecheck.model.citations import Status
from citecheck.resolve import resolve
from tests.parse.texts import document

ENTRIES = """
## References

Doe, J. (2001). *Elms*. London: Quay.

Roe, R. & Poe, A. (2003). *Oaks*. London: Quay.

Low, *et al.* (2005). *Ash trees*. London: Quay.
"""


def cited(text: str, entries: str = ENTRIES) -> list[tuple[str, str]]:
    """The citations of a text that count, with what they resolve to."""
    read = resolve(document(f"# Title\n\n{text}\n{entries}"))
    return [(f"{one.citation.authors[0].family} {one.citation.year}", one.status.value) for one in read.resolved]


FOUND = Status.ENTRY.value
WAYS = [
    "[{0}, {1}]",
    "[{0} {1}]",
    "\\[{0}, {1}\\]",
    "[see {0}, {1}, p. 4]",
    "[voir {0}, {1}, p. 4]",
    "([{0}, {1}](https://doi.org/10.5555/elms))",
    "([{0}, {1}, p. 4](https://doi.org/10.5555/elms_(1)))",
    "[({0}, {1})](https://doi.org/10.5555/elms)",
    "[{0}, {1}](https://doi.org/10.5555/elms)",
    "[{0} ({1})](https://doi.org/10.5555/elms)",
    "{0} ([{1}](https://doi.org/10.5555/elms))",
    "{0} ([{1}](#elms))",
    "[{0}, {1}](#elms)",
    "[{0} ({1})](#elms)",
    "([{0}, {1}](../sources.md#elms))",
    "[{0} & Hill, {1}](#elms)",
]


@pytest.mark.parametrize("way", WAYS)
def test_author_and_year_are_read_in_square_brackets_and_links(way: str) -> None:
    text = f"It grew {way.format('Doe', '2001')} and stood."
    assert cited(text.replace(" & Hill", ""))[0] == ("Doe 2001", FOUND)


@pytest.mark.parametrize("way", WAYS)
def test_what_has_no_entry_counts_where_the_document_cites_so(way: str) -> None:
    known = " ".join(
        f"It grew {way.format(name, year)}." for name, year in (("Doe", "2001"), ("Low", "2005"), ("Doe", "2001"))
    )
    found = cited(f"{known} It fell {way.format('Fenn', '2009')}.".replace(" & Hill", ""))
    narrative = way.endswith(("({1})](#elms)", "(#elms))", "10.5555/elms))", "({1})](https://doi.org/10.5555/elms)"))
    assert (("Fenn 2009", Status.MISSING.value) in found) or narrative


@pytest.mark.parametrize("way", WAYS)
def test_what_has_no_entry_may_be_something_else_where_the_document_does_not_cite_so(way: str) -> None:
    text = f"It grew (Doe, 2001). It fell {way.format('Fenn', '2009')}."
    assert [one for one in cited(text.replace(" & Hill", "")) if one[0] == "Fenn 2009" and "#elms" not in way] == []


@pytest.mark.parametrize(
    "text",
    [
        "He “went [to Paris, 2001] at last”.",
        "The [Doe, 2001][elms] link.",
        "The ![Doe, 2001](elms.png) image.",
        "The [[Doe, 2001]] page.",
        "See [Doe's tables for 2001](https://example.org/tables).",
        "See [the report of the Elm Office, 2001 edition](https://example.org/tables).",
        "[Doe, 2001]: https://example.org/elms",
    ],
)
def test_square_brackets_and_links_that_cite_nothing(text: str) -> None:
    assert cited(text) == []


def test_several_in_one_bracket_are_several() -> None:
    text = "It grew [Doe, 2001; Roe & Poe, 2003; Low et al., 2005]."
    assert cited(text) == [("Doe 2001", FOUND), ("Roe 2003", FOUND), ("Low 2005", FOUND)]
    linked = "([Doe, 2001](https://doi.org/10.5555/a); [Roe & Poe, 2003](https://doi.org/10.5555/b))"
    assert cited(linked) == [("Doe 2001", FOUND), ("Roe 2003", FOUND)]


def test_a_bracket_within_another_is_read_once() -> None:
    assert cited("It grew ([Doe, 2001]), as [Roe & Poe (2003)] say.") == [("Doe 2001", FOUND), ("Roe 2003", FOUND)]


def test_entries_make_a_way_of_citing_sure() -> None:
    text = "One [Doe, 2001]. Two [Roe & Poe, 2003]. Three [Low, 2005]. Four [Fenn, 2009]."
    brackets = document(f"# Title\n\n{text}\n{ENTRIES}").brackets
    assert [(one.signs, any(citation.weak for citation in one.citations)) for one in brackets] == [
        ("square", False)
    ] * 4
    few = document(f"# Title\n\nOne [Doe, 2001]. Four [Fenn, 2009].\n{ENTRIES}").brackets
    assert [any(citation.weak for citation in one.citations) for one in few] == [True, True]


def test_a_preposition_before_a_name_is_no_particle_of_it() -> None:
    text = "Selon l'ouvrage de Roe et Poe (2003), puis celui de Poe et Roe (2003) et l'article d'Elm (2004)."
    entries = f"{ENTRIES}\nElm, E. (2004). *Hornbeams*. London: Quay.\n"
    assert [status for _, status in cited(text, entries)] == [FOUND] * 3
