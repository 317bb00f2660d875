"""Citations in notes: every form that people write, with the reading of each, and what never happens whatever the note."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model.reference import Citation, CitationKind
from citecheck.parse.citations import read_citations
from citecheck.parse.locators import expand
from citecheck.parse.urls import find_urls
from tests.parse.texts import ANY_NOTE, ANY_TEXT, QUICK, whole


def read(text: str) -> tuple[Citation, ...]:
    span = whole(text)
    return read_citations(span, find_urls(span))


def short(one: Citation) -> tuple[str, str, str]:
    """Authors, year and pages as one would say them."""
    names = " & ".join(author.family for author in one.authors) + (" et al." if one.et_al else "")
    return names, f"{one.year or ''}{one.suffix}", one.locator.text if one.locator else ""


# An author and a year.


SHORT = [
    ("Smith, 2019, p. 4", [("Smith", "2019", "4")]),
    ("Smith (2019), p. 4", [("Smith", "2019", "4")]),
    ("Smith (2019, p. 4-5)", [("Smith", "2019", "4-5")]),
    ("Smith 2019: 45", [("Smith", "2019", "45")]),
    ("Smith, 2019 : 45", [("Smith", "2019", "45")]),
    ("Smith, 2019, 45-7", [("Smith", "2019", "45-7")]),
    ("Smith, 2019 p.4", [("Smith", "2019", "4")]),
    ("Smith, 2019, p.4.", [("Smith", "2019", "4")]),
    ("Smith, 2019, p. 4, 12", [("Smith", "2019", "4, 12")]),
    ("Smith, 2019, 29", [("Smith", "2019", "29")]),
    ("Smith, 2019, p. 4 et 6.", [("Smith", "2019", "4 et 6")]),
    ("Smith, 2019, pp. 4, 6–8", [("Smith", "2019", "4, 6–8")]),
    ("Smith, 2019, p. xii", [("Smith", "2019", "xii")]),
    ("Smith, 2019, chap. 3", [("Smith", "2019", "3")]),
    ("NATO, 2022, para. 12", [("NATO", "2022", "12")]),
    ("Smith 2019", [("Smith", "2019", "")]),
    ("Smith & Jones 2019, 45–47", [("Smith & Jones", "2019", "45–47")]),
    ("Smith &amp; Jones, 2019, p. 4", [("Smith & Jones", "2019", "4")]),
    ("Smith and Jones, 2019", [("Smith & Jones", "2019", "")]),
    ("Martin et Durand, 2019, p. 4", [("Martin & Durand", "2019", "4")]),
    ("Li, Wang & Zhang, 2021, p. 5", [("Li & Wang & Zhang", "2021", "5")]),
    ("Li, Wang, and Zhang, 2021, p. 5", [("Li & Wang & Zhang", "2021", "5")]),
    ("Smith et al. (2020) p. 12", [("Smith et al.", "2020", "12")]),
    ("Smith et al, 2020, p. 12", [("Smith et al.", "2020", "12")]),
    ("Smith *et al*. 2020, p. 66", [("Smith et al.", "2020", "66")]),
    ("Smith, J., 2019a", [("Smith", "2019a", "")]),
    ("Smith, 2019a, 2019b", [("Smith", "2019a", ""), ("Smith", "2019b", "")]),
    ("Smith, 2019, p. 4, 2020, p. 7", [("Smith", "2019", "4"), ("Smith", "2020", "7")]),
    ("Smith, 2019, p. 4; 2020, p. 7", [("Smith", "2019", "4"), ("Smith", "2020", "7")]),
    ("Sberbank, n.d. ; Sberbank, 2020", [("Sberbank", "n.d.", ""), ("Sberbank", "2020", "")]),
    ("Dupont, s.d., p. 3", [("Dupont", "n.d.", "3")]),
    ("Smith, in press, p. 3", [("Smith", "n.d.", "3")]),
    ("van der Berg, 2015, p. 9", [("van der Berg", "2015", "9")]),
    ("de Gaulle, 1954, p. 1", [("de Gaulle", "1954", "1")]),
    ("O'Neill, 2016", [("O'Neill", "2016", "")]),
    ("Müller-Schmidt, 2020, p. 14", [("Müller-Schmidt", "2020", "14")]),
    ("L'Express, 2019", [("L'Express", "2019", "")]),
    ("WHO, 2020", [("WHO", "2020", "")]),
    ("World Health Organization, n.d.", [("World Health Organization", "n.d.", "")]),
    ("Ministère des Armées, 2021, p. 12", [("Ministère des Armées", "2021", "12")]),
    ("Agence internationale de l'énergie, 2019", [("Agence internationale de l'énergie", "2019", "")]),
    ("Commission européenne, 2020a, p. 3", [("Commission européenne", "2020a", "3")]),
    ("See Smith, 2019, p. 4; see also Jones et al., 2020, pp. 12-15.", [("Smith", "2019", "4"), ("Jones et al.", "2020", "12-15")]),
    ("Voir Dupont, 2018, p. 12 ; Martin et Durand, 2019, p. 4.", [("Dupont", "2018", "12"), ("Martin & Durand", "2019", "4")]),
    ("On this point see Smith, 2019, p. 4, and, for a contrary view, Jones (2020).", [("Smith", "2019", "4"), ("Jones", "2020", "")]),
    ("Cf. Dupont (2015, p. 12), Martin (2016) et Durand (2017, p. 3-4).", [("Dupont", "2015", "12"), ("Martin", "2016", ""), ("Durand", "2017", "3-4")]),
    ("Smith (2019) argues that the plan of 2015 failed.", [("Smith", "2019", "")]),
    ("According to the 2015 strategy, it rose (see Smith, 2016, p. 3).", [("Smith", "2016", "3")]),
    ("Cité dans Dupont, 2019, p. 4.", [("Dupont", "2019", "4")]),
    ("Smith, 2019, p. 4, n. 12", [("Smith", "2019", "4")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), SHORT, ids=[text for text, _ in SHORT])
def test_author_and_year(text: str, found: list[tuple[str, str, str]]) -> None:
    made = read(text)
    assert [one.kind for one in made] == [CitationKind.SHORT] * len(found)
    assert [short(one) for one in made] == found


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("Doe, 2019, p. 4", ((4, 4),)),
        ("Doe, 2019, p. 4-5", ((4, 5),)),
        ("Doe, 2019, p. 115–16", ((115, 116),)),
        ("Doe, 2019, p. 4, 6-8 et 12", ((4, 4), (6, 8), (12, 12))),
        ("Doe, 2019, pp. 4 & 6", ((4, 4), (6, 6))),
        ("Doe, 2019, p. 12-9", ((12, 19),)),
        ("Doe, 2019, p. 19-12", ((19, 12),)),
        ("Doe, 2019, p. iv-vi", ()),
        ("Doe, 2019, chap. 3", ()),
    ],
)
def test_the_pages_that_are_meant(text: str, ranges: tuple[tuple[int, int], ...]) -> None:
    locator = read(text)[0].locator
    assert locator is not None
    assert locator.ranges == ranges


@QUICK
@given(low=st.integers(1, 99_999), length=st.integers(1, 400))
def test_an_abbreviated_range_means_the_full_one(low: int, length: int) -> None:
    high = low + length
    first, last = str(low), str(high)
    assert expand(first, last) == last
    for digits in range(1, len(last)):
        if len(first) == len(last) and first[:-digits] == last[:-digits]:
            assert expand(first, last[-digits:]) == last


# Other forms.


OTHERS = [
    ("Ibid.", CitationKind.IBID, "", "", ""),
    ("*Ibid.*, p. 47", CitationKind.IBID, "", "", "47"),
    ("Ibid., 47.", CitationKind.IBID, "", "", "47"),
    ("Ibid p. 5", CitationKind.IBID, "", "", "5"),
    ("ibidem, p. 5", CitationKind.IBID, "", "", "5"),
    ("Id., p. 5.", CitationKind.IBID, "", "", "5"),
    ("Idem", CitationKind.IBID, "", "", ""),
    ("Loc. cit.", CitationKind.IBID, "", "", ""),
    ("Smith, op. cit., p. 45.", CitationKind.OP_CIT, "Smith", "", "45"),
    ("Smith, *op. cit.*, p. 45.", CitationKind.OP_CIT, "Smith", "", "45"),
    ("J. Smith, op. cit., p. 45.", CitationKind.OP_CIT, "Smith", "", "45"),
    ("Dupont, art. cit., p. 12-13.", CitationKind.OP_CIT, "Dupont", "", "12-13"),
    ("Jean Dupont, *Titre du livre*, op. cit., p. 45", CitationKind.OP_CIT, "Jean Dupont", "Titre du livre", "45"),
    ("Smith, supra note 12, at 45", CitationKind.NOTE, "Smith", "", "45"),
    ("Voir supra note 3.", CitationKind.NOTE, "", "", ""),
    ("voir note 12", CitationKind.NOTE, "", "", ""),
    ("See note 12 above.", CitationKind.NOTE, "", "", ""),
    ("“A title of a page”, 2019, p. 3", CitationKind.TITLE, "", "A title of a page", "3"),
    ("« Titre d'une page », 2019", CitationKind.TITLE, "", "Titre d'une page", ""),
    ('"A plain title" (2019)', CitationKind.TITLE, "", "A plain title", ""),
    ("*Livre blanc sur la défense*, 2013, p. 24.", CitationKind.TITLE, "", "Livre blanc sur la défense", "24"),
    ("Smith, *Short Title*, 45.", CitationKind.TITLE, "Smith", "Short Title", "45"),
    ("Smith, “Short Article,” 46.", CitationKind.TITLE, "Smith", "Short Article", "46"),
    ("https://example.org/page (accessed 3 May 2021)", CitationKind.LINK, "", "", ""),
    ("@doe2019, p. 4", CitationKind.KEY, "", "", "4"),
    ("@doe2019 [p. 4]", CitationKind.KEY, "", "", "4"),
    ("Jane Smith, *The Title of the Book* (Oxford: Press, 2015), 12.", CitationKind.FULL, "Jane Smith", "The Title of the Book", "12"),
    ("John Doe, “An Article,” *Journal of Things* 12, no. 3 (2019): 45–67.", CitationKind.FULL, "John Doe", "An Article", ""),
    ("Jean Dupont, *Titre du livre*, Paris, Gallimard, 2001, p. 45.", CitationKind.FULL, "Jean Dupont", "Titre du livre", "45"),
    ("Jean DUPONT, « Titre », *Revue française*, vol. 3, n° 2, 2019, p. 12-15.", CitationKind.FULL, "DUPONT", "Titre", ""),
    ("Smith, J. (2019). A title of something. Journal of Things, 4(2), 12-15.", CitationKind.FULL, "Smith", "A title of something", ""),
    ("Smith, J., 2019. A title of something. London: Routledge, p. 45.", CitationKind.FULL, "Smith", "A title of something", "45"),
    ("Smith, Jane. *The Title*. Oxford: OUP, 2015.", CitationKind.FULL, "Smith", "The Title", ""),
    ("Smith, J. (2019). *The Title*. Oxford: OUP. https://oup.example/title, p. 45.", CitationKind.FULL, "Smith", "The Title", "45"),
    ("Smith, J. (2019). *The Title*. Oxford: OUP. <https://oup.example/title>, p. 45.", CitationKind.FULL, "Smith", "The Title", "45"),
    ("Smith, J. (2019). A title of something. *Things*, 4(2), 12-15. https://oup.example/title, p. 14.", CitationKind.FULL, "Smith", "A title of something", "14"),
    ("Smith, J. (2019). A title of something. *Things*, 4(2), 12-15, p. 14.", CitationKind.FULL, "Smith", "A title of something", "14"),
    ("Smith, J. (2019). A title of something. *Things*, 4(2), p. 12-15.", CitationKind.FULL, "Smith", "A title of something", ""),
    ("European Commission, \"A strategy\", COM(2020) 66 final, 2020, p. 4.", CitationKind.FULL, "European Commission", "A strategy", "4"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "author", "title", "pages"), OTHERS, ids=[text for text, *_ in OTHERS])
def test_other_forms(text: str, kind: CitationKind, author: str, title: str, pages: str) -> None:
    [one] = read(text)
    assert one.kind is kind
    assert " & ".join(person.family for person in one.authors) == author
    assert (one.title or "") == title
    assert (one.locator.text if one.locator else "") == pages


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ibid., p. 12 ; Dupont, 2018, p. 5.", [CitationKind.IBID, CitationKind.SHORT]),
        ("Ibid, Nocetti, 2020, p. 42", [CitationKind.IBID, CitationKind.SHORT]),
        ("Hynek & Solvyeva, 2022, p. 65; Wei, C., Hu, T. & Liao, Z. (2023, 7 March). A title of it. A press.", [CitationKind.SHORT, CitationKind.FULL]),
        ("“A title”, 2019; “Another title”, 2020.", [CitationKind.TITLE, CitationKind.TITLE]),
        ("Voir https://a.org/b et https://c.org/d", [CitationKind.LINK, CitationKind.LINK]),
    ],
)  # fmt: skip
def test_several_in_one_note(text: str, kinds: list[CitationKind]) -> None:
    assert [one.kind for one in read(text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A remark.",
        "Directive 2009/81/CE du 13 juillet 2009.",
        "Loi n° 2018-607 du 13 juillet 2018 relative à la programmation militaire.",
        "Les montants sont convertis au taux de 2019.",
        "Entretien avec un officier, Paris, 12 mai 2021.",
        "Le Monde, 12 mars 2020",
        "In 2019, the budget rose by 3 %.",
        "Between 2019 and 2021, p. 4 was lost.",
        "Identify them in 2019.",
    ],
)
def test_a_remark_cites_nothing(text: str) -> None:
    assert [one for one in read(text) if not one.weak] == []


@pytest.mark.parametrize(
    ("text", "sure", "weak"),
    [
        ("Smith, 2019, p. 4", True, False),
        ("Smith, 2019", True, False),
        ("Smith 2019", True, True),
        ("Ministère des armées, 2021", False, False),
        ("Some talk before it, Smith, 2019", True, True),
        ("Some talk before it (Smith, 2019, p. 4)", True, False),
        ("(Rio, 1992)", True, True),
        ("Dupont, 2019, cité par Martin, 2020, p. 5.", True, True),
    ],
)
def test_how_sure_a_citation_is(text: str, sure: bool, weak: bool) -> None:
    one = read(text)[0]
    assert (one.sure, one.weak) == (sure, weak)


# Whatever the note.


@QUICK
@given(text=ANY_NOTE | ANY_TEXT)
def test_any_note_is_read_from_left_to_right(text: str) -> None:
    made = read(text)
    for one in made:
        assert 0 <= one.span.start < one.span.end <= len(text)
    for one, other in pairwise(made):
        assert one.span.end <= other.span.start + 1


FAMILY = st.sampled_from(
    ["Doe", "Roe", "Dupont", "Łukasz", "O'Neill", "Müller-Schmidt", "de Gaulle", "van der Berg", "WHO"]
)
YEAR = st.one_of(st.integers(1900, 2029).map(str), st.sampled_from(["2019a", "n.d.", "s.d."]))
PAGES = st.sampled_from(["", ", p. 4", ", pp. 4-6", ", 45", ": 45"])


@st.composite
def one_citation(draw: st.DrawFn) -> tuple[list[str], str, str]:
    names = draw(st.lists(FAMILY, min_size=1, max_size=3, unique=True))
    join = draw(st.sampled_from([" & ", " and ", " et "]))
    return names, draw(YEAR), ", ".join(names[:-1]) + (join if len(names) > 1 else "") + names[-1]


@QUICK
@given(
    plan=st.lists(st.tuples(one_citation(), PAGES), min_size=1, max_size=4), separator=st.sampled_from(["; ", " ; "])
)
def test_citations_in_a_row_are_all_read(plan: list[tuple[tuple[list[str], str, str], str]], separator: str) -> None:
    text = separator.join(f"{names}, {year}{pages}" for (_, year, names), pages in plan) + "."
    made = read(text)
    assert [[author.family for author in one.authors] for one in made] == [families for (families, _, _), _ in plan]
    years = ["n.d." if year == "s.d." else year for (_, year, _), _ in plan]
    assert [f"{one.year}{one.suffix}" for one in made] == years
    pages = [re.sub(r"[^\d-]", "", pages) for _, pages in plan]
    assert [one.locator.text if one.locator else "" for one in made] == pages


@pytest.mark.parametrize("raised", ["^*ème*^", "^_ème_^", "<sup>*ème*</sup>"])
def test_the_raised_end_of_an_ordinal_is_no_title(raised: str) -> None:
    (cited,) = read(f"« Un bilan du 19{raised} siècle dit que les ormes ont disparu de nos rives. » (Doe 2015, 8)")
    assert short(cited) == ("Doe", "2015", "8")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Jane Doe, “A Title,” *Tides* 48, no. 1 (2022): 12; cf. Roe 2021b, 3.", ["2022", "2021b"]),
        ("Jane Doe, “A Title,” *Tides* 48, no. 1 (2022): 12; Roe 2021.", ["2022", "2021"]),
        ("Jane Doe, *A Title*, Leeds; Paris 2022, 12.", ["2022"]),
    ],
)
def test_a_whole_reference_ends_before_names_and_a_year(text: str, years: list[str]) -> None:
    assert [f"{one.year}{one.suffix}" for one in read(text)] == years


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("For a clear account, Jane Doe, *A Title* (Leeds: Quay, 2022), 12.", ["Jane Doe"]),
        ("Sur le ciment, voir la synthèse de Jeanne Dupré, *Un titre*, Lyon, Quai, 2022, p. 12.", ["Jeanne Dupré"]),
        ("Calcul d'après Direction des routes, *op. cit.*, p. 44.", ["Direction des routes"]),
    ],
)
def test_a_sentence_before_a_citation_is_no_name(text: str, authors: list[str]) -> None:
    assert [person.family for one in read(text) for person in one.authors] == authors
