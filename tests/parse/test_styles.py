"""Forms of references and citations that are met in reports of unlike style."""

from __future__ import annotations

import pytest

from citecheck.model.reference import Citation, CitationKind
from citecheck.parse.citations import read_citations
from citecheck.parse.reference import read_reference
from citecheck.parse.urls import find_urls
from tests.parse.texts import whole


def read(text: str) -> tuple[Citation, ...]:
    span = whole(text)
    return read_citations(span, find_urls(span))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Delattre *et al.*, 2018, pp. 203.", [CitationKind.SHORT]),
        ("Delattre et autres, 2018, p. 20.", [CitationKind.SHORT]),
        ("Smith (2019), A title of a book, London, Routledge.", [CitationKind.FULL]),
        ("Smith (2019), p. 12.", [CitationKind.SHORT]),
        ("John Smith, The Long War (London, 2019), 45.", [CitationKind.FULL]),
        ("John Smith, The Long War (1919; repr., London: Routledge, 2019), 45.", [CitationKind.FULL]),
        ("John Smith, The Long War (2nd edn, Hart Press 2019) 14.", [CitationKind.FULL]),
        ("The mayor, a friend of John Smith, spoke of the long war (London, 2019).", []),
        ("John Smith, The Long War (London: Routledge, 2019), 45.", [CitationKind.FULL]),
        ("Jean Dupont, La guerre longue, Paris, Gallimard, 2019, p. 45.", [CitationKind.FULL]),
        ("DUPONT Jean, *La guerre longue*, 2019, p. 45.", [CitationKind.TITLE]),
        ("World Health Organization [WHO], 2020, p. 4.", [CitationKind.SHORT]),
        ("Doe (n 12) 45–46.", [CitationKind.NOTE]),
        ("*Harrow v Pelling* [2015] EWHC 1190 (QB), [2015] 1 WLR 40.", [CitationKind.LAW]),
        ("[2017] EWHC 88 (Admin).", [CitationKind.LAW]),
        ("Civil Aviation Act 1982, s 76(2).", [CitationKind.LAW]),
        ("Cass. civ. 3e, 12 mars 2014, n° 13-11.402 ; CA Agen, 9 janvier 2019, n° 17/00902.", [CitationKind.LAW] * 2),
        ("Loi n° 2023-412 du 30 mai 2023 ; Doe, 2020, p. 4.", [CitationKind.LAW, CitationKind.SHORT]),
    ],
)
def test_what_a_citation_is(text: str, kinds: list[CitationKind]) -> None:
    assert [one.kind for one in read(text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "For a review, see Doe et al., 2020.",
        "For a contrary view, see also Doe, 2020.",
        "On this point see Roe, 2008, p. 4, and, for a contrary view, Le Doe (2020).",
        "Pour un état de la question, voir Doe *et al.*, 2020.",
        "Dans le même sens, Doe, 2020.",
        "En sens contraire, Doe, 2020.",
    ],
)
def test_a_citation_behind_words_that_send_the_reader_to_it_is_one(text: str) -> None:
    last = read(text)[-1]
    assert (last.authors[0].family[-3:], last.year, last.weak) == ("Doe", "2020", False)


@pytest.mark.parametrize(
    "text",
    [
        "The count was taken in a hurry, as Paris, 2020.",
        "For a review of the trade, the shops of Doe, 2020, were shut.",
    ],
)
def test_a_year_behind_a_name_in_a_comment_is_doubtful(text: str) -> None:
    assert all(one.weak for one in read(text))


def test_a_pointer_in_brackets_has_its_note_and_its_page() -> None:
    [found] = read("Doe (n 12) 45–46.")
    assert found.target == "12"
    assert found.locator is not None
    assert found.locator.ranges == ((45, 46),)


@pytest.mark.parametrize(
    ("text", "family", "title"),
    [
        ("Smith (2019), A title, London, Routledge.", "Smith", "A title"),
        ("Jean Dupont, La guerre longue, Paris, Gallimard, 2019.", "Dupont", "La guerre longue"),
        ("John Smith, The Long War (London: Routledge, 2019).", "Smith", "The Long War"),
        ("John Smith, The Long War (London, 2019), 45.", "Smith", "The Long War"),
        ("John Smith, The Long War (1919; repr., London: Routledge, 2019), 45.", "Smith", "The Long War"),
        ("Jean de La Tour, De la guerre longue (Paris, 1784), 30.", "Tour", "De la guerre longue"),
        ("John Smith, The Long War (2nd edn, Hart Press 2019) 14.", "Smith", "The Long War"),
        ("Doe, J. (2020). <em>Ships</em>. London: Quay.", "Doe", "Ships"),
        (
            'H. Tanaka, S. Ito, and K. Mori, "A probe," *Sens. Lett.*, vol. 9, no. 1, pp. 14–20, 2015.',
            "Tanaka",
            "A probe",
        ),
    ],
)
def test_references_of_many_styles_are_taken_apart(text: str, family: str, title: str) -> None:
    found = read_reference(whole(text), ())
    assert found.authors[0].family.split()[-1] == family
    assert found.title == title


def test_pages_behind_a_volume_in_italics_are_read() -> None:
    assert read_reference(whole("Doe, A. (2020). Ports. *Studies*, *18*(3), 160–178."), ()).pages == "160–178"


@pytest.mark.parametrize("name", ["Alfred", "Reed"])
def test_a_given_name_is_no_editor(name: str) -> None:
    [author] = read_reference(whole(f"Doe, {name}. *Ships*. Quay, 2019."), ()).authors
    assert author.given == name


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("See https:example.org/a.", "https:example.org/a"),
        ("<https://example.org/s?item=1&lang= all>", "https://example.org/s?item=1&lang= all"),
        ("https://example.org/s?item=1& lang=all", "https://example.org/s?item=1& lang=all"),
        ("http://[text](https://example.org/a)", "https://example.org/a"),
        ("http://[::1]/a", "http://[::1]/a"),
    ],
)
def test_misprinted_addresses_are_found_whole_and_once(text: str, target: str) -> None:
    assert [url.target for url in find_urls(whole(text))] == [target]
