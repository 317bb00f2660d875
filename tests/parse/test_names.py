"""Author lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.parse.names import has_initials, is_initials, read_authors
from tests.parse.texts import ANY_NOTE, QUICK

WHOLE = [
    ("Doe, J.", ["Doe|J."]),
    ("Doe, J. A.", ["Doe|J. A."]),
    ("Doe, J.-P.", ["Doe|J.-P."]),
    ("Doe J.", ["Doe|J."]),
    ("Doe JA", ["Doe|JA"]),
    ("J. Doe", ["Doe|J."]),
    ("Doe, Jane", ["Doe|Jane"]),
    ("Doe, Jane, and Richard Roe", ["Doe|Jane", "Roe|Richard"]),
    ("Doe, Jane, Richard B. Roe, and Ann Poe", ["Doe|Jane", "Roe|Richard B.", "Poe|Ann"]),
    ("Doe, Jane, Hein de Haan, Ann Poe et al.", ["Doe|Jane", "de Haan|Hein", "Poe|Ann"]),
    ("Doe, Richard H., Jr., and Ann Poe", ["Doe|Richard H.", "Poe|Ann"]),
    ("Doe, Richard H., III, and Ann Poe", ["Doe|Richard H.", "Poe|Ann"]),
    ("Doe, R. H., Jr., & Poe, A.", ["Doe|R. H.", "Poe|A."]),
    ("Richard Doe III", ["Richard Doe|"]),
    ("Doe, Richard, and Roe, Ann", ["Doe|Richard", "Roe|Ann"]),
    ("Doe, Karl von, & Roe, Ann", ["von Doe|Karl", "Roe|Ann"]),
    ("Doe, K. von", ["von Doe|K."]),
    ("Oe, Jean d’", ["d’Oe|Jean"]),
    ("Doe, M. J, et R. L. Roe", ["Doe|M. J", "Roe|R. L."]),
    ("Doe II, Roe IV", ["Doe|II", "Roe|IV"]),
    ("Jane J. N. Doe, Ann Poe and Marc T. Roe", ["Doe|Jane J. N.", "Poe|Ann", "Roe|Marc T."]),
    ("’t Doe, M.", ["’t Doe|M."]),
    ("Lowe Harper, Jane", ["Lowe Harper|Jane"]),
    ("Lowe Harper, Jane, and Ann Poe", ["Lowe Harper|Jane", "Poe|Ann"]),
    ("Jane Doe, Richard Roe, and Ann Poe", ["Doe|Jane", "Roe|Richard", "Poe|Ann"]),
    ("ROUX Jane", ["ROUX|Jane"]),
    ("Jane ROUX", ["ROUX|Jane"]),
    ("Doe, J. & Roe, R.", ["Doe|J.", "Roe|R."]),
    ("Doe, J., & Roe, R.", ["Doe|J.", "Roe|R."]),
    ("Doe, J. and Roe, R.", ["Doe|J.", "Roe|R."]),
    ("Doe, J. et Roe, R.", ["Doe|J.", "Roe|R."]),
    ("Doe, J., Roe, R., & Poe, E.", ["Doe|J.", "Roe|R.", "Poe|E."]),
    ("Doe, J.; Roe, R.", ["Doe|J.", "Roe|R."]),
    ("Smith J, Doe A", ["Smith|J", "Doe|A"]),
    ("Jane Doe and Richard Roe", ["Doe|Jane", "Roe|Richard"]),
    ("van der Berg, P.", ["van der Berg|P."]),
    ("O’Neill, C.", ["O’Neill|C."]),
    ("Müller-Schmidt, K.", ["Müller-Schmidt|K."]),
    ("Łukasz, A.", ["Łukasz|A."]),
    ("Brown, A. (Ed.)", ["Brown|A."]),
    ("Ministère des Armées", ["Ministère des Armées|"]),
    ("Department of Health, Education and Welfare", ["Department of Health, Education and Welfare|"]),
    ("Ministry of Trade and Industry", ["Ministry of Trade and Industry|"]),
    ("World Health Organization (WHO)", ["World Health Organization|"]),
    ("Roe & Sons Ltd.", ["Roe & Sons Ltd|"]),
    ("Doe, J., Roe, R., ... Poe, E.", ["Doe|J.", "Roe|R.", "Poe|E."]),
    ("Doe, J., Roe, R., … Poe, E.", ["Doe|J.", "Roe|R.", "Poe|E."]),
    (", ".join(f"Doe{letter}, J." for letter in "abcdefghijklmnop"), [f"Doe{letter}|J." for letter in "abcdefghijklmnop"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), WHOLE, ids=[text for text, _ in WHOLE])
def test_the_authors_of_a_whole_reference(text: str, names: list[str]) -> None:
    authors = read_authors(text, whole=True)
    assert authors is not None
    assert [f"{one.family}|{one.given}" for one in authors.persons] == names
    assert authors.et_al == text.endswith("et al.")


CITED = [
    ("Doe", ["Doe"], False),
    ("Doe, Roe", ["Doe", "Roe"], False),
    ("Doe & Roe", ["Doe", "Roe"], False),
    ("Doe &amp; Roe", ["Doe", "Roe"], False),
    ("Doe, Roe and Poe", ["Doe", "Roe", "Poe"], False),
    ("Doe, dir.", ["Doe"], False),
    ("Doe, dir", ["Doe"], False),
    ("Doe (dir.)", ["Doe"], False),
    ("Doe et Roe, dir.", ["Doe", "Roe"], False),
    ("Doe & Roe, eds", ["Doe", "Roe"], False),
    ("Doe, Dir", ["Doe", "Dir"], False),
    ("Doe et al.", ["Doe"], True),
    ("Doe *et al*.", ["Doe"], True),
    ("Doe, et al", ["Doe"], True),
    ("Doe and others", ["Doe"], True),
    ("Doe’s", ["Doe"], False),
    ("*Doe*", ["Doe"], False),
    ("Doe Jr.", ["Doe"], False),
    ("Doe III & Roe", ["Doe", "Roe"], False),
    ("’t Doe", ["’t Doe"], False),
    ("’s-Doe", ["’s-Doe"], False),
    ("de Gaulle", ["de Gaulle"], False),
    ("Human Rights Watch", ["Human Rights Watch"], False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "others"), CITED, ids=[text for text, *_ in CITED])
def test_the_authors_of_a_short_citation(text: str, names: list[str], others: bool) -> None:
    authors = read_authors(text, whole=False)
    assert authors is not None
    assert ([one.family for one in authors.persons], authors.et_al) == (names, others)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "the budget of the state",
        "in March",
        "see",
        "https://x.org",
        "Juillet",
        "a b c d",
        "...",
        "et al.",
        "&",
    ],
)
def test_what_is_no_list_of_authors(text: str) -> None:
    assert read_authors(text, whole=False) is None


@pytest.mark.parametrize(
    ("text", "sure"), [("Doe", True), ("Doe & Roe", True), ("Ministère des armées", False), ("Doe of the north", False)]
)
def test_lower_case_words_make_a_list_unsure(text: str, sure: bool) -> None:
    authors = read_authors(text, whole=False)
    assert authors is not None
    assert authors.sure is sure


@pytest.mark.parametrize(
    ("text", "so"),
    [("J.", True), ("J. P.", True), ("J.-P.", True), ("D.C.", True), ("JP", False), ("St.", False), ("Doe", False)],
)
def test_initials(text: str, so: bool) -> None:
    assert is_initials(text) is so
    assert has_initials(f"Doe, {text}" if so else text) is so


@QUICK
@given(text=ANY_NOTE, whole=st.booleans())
def test_any_text_gives_names_that_stand_in_it(text: str, whole: bool) -> None:
    authors = read_authors(text, whole=whole)
    if authors is None:
        return
    printed = " ".join(text.replace("&amp;", "&").replace("*", " ").replace("_", " ").split())
    for one in authors.persons:
        assert one.family.strip() or one.given.strip() or not authors.sure or not authors.persons
        assert all(word.strip(".") in printed for word in f"{one.given} {one.family}".split())


NAME = st.sampled_from(["Doe", "Roe", "Łukasz", "O'Neill", "Müller-Schmidt", "van der Berg", "Solvyeva", "Ng"])
GIVEN = st.sampled_from(["J.", "A. B.", "J.-P.", "É."])


@QUICK
@given(
    people=st.lists(st.tuples(NAME, GIVEN), min_size=1, max_size=6),
    join=st.sampled_from([" & ", ", & ", " and ", " et "]),
)
def test_a_list_of_names_with_initials_is_read_back(people: list[tuple[str, str]], join: str) -> None:
    printed = [f"{family}, {given}" for family, given in people]
    text = ", ".join(printed[:-1]) + (join if len(printed) > 1 else "") + printed[-1]
    authors = read_authors(text, whole=True)
    assert authors is not None
    assert authors.sure
    assert [(one.family, one.given) for one in authors.persons] == people
