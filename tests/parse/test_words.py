"""Patterns made from the words of all languages, and texts evened out for them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from citecheck import audit
from citecheck.parse import words
from tests.parse.texts import ANY_TEXT, QUICK


@QUICK
@given(text=ANY_TEXT)
def test_evening_out_keeps_the_length(text: str) -> None:
    assert len(words.evened(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "even"),
    [
        ("<i>Tides</i>", "  *Tides*   "),
        ("<b>Doe</b>", "   Doe    "),
        ("_Tides_, file_name_x", "*Tides*, file_name_x"),
        ("Doe &amp; Roe", "Doe &     Roe"),
        ("Doe, 'The tides', 2019", "Doe, ‘The tides’, 2019"),
        ("l'eau d'un port", "l'eau d'un port"),
        ("([Doe 1990](#doe))", "( Doe 1990       )"),
        ("20^*th*^ century", "20  th   century"),
    ],
)
def test_texts_evened_out(text: str, even: str) -> None:
    assert words.evened(text) == even


@pytest.mark.parametrize("text", [" et al.", ", *et al*.", " et coll.", ", et al"])
def test_and_others(text: str) -> None:
    found = words.et_al().match(text)
    assert found is not None
    assert found.end() == len(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [("Doe and Roe", 2), ("Doe et Roe", 2), ("Doe, & Roe", 2), ("Doe &amp; Roe", 2), ("Doe Roe", 1), ("Landes", 1)],
)
def test_conjunctions_between_names(text: str, parts: int) -> None:
    assert len(words.conjunction().split(text)) == parts


def test_tables_hold_the_words_of_both_languages() -> None:
    months = words.month_names()
    assert (months["march"], months["mars"]) == (3, 3)
    assert {"the", "les"} <= words.stop_words()
    assert words.not_authors() >= set(months)
    assert re.fullmatch(words.no_date(), "n.d.")
    assert re.fullmatch(words.no_date(), "s.d.")
    assert re.fullmatch(words.editor(), "(ed.)")
    assert re.fullmatch(words.editor(), "(dir.)")


@pytest.mark.parametrize(("word", "particle"), [("de", True), ("Von", True), ("d’", True), ("Doe", False), ("", False)])
def test_particles_of_names(word: str, particle: bool) -> None:
    assert words.is_particle(word) is particle


def test_words_that_introduce_a_citation() -> None:
    for text in ("see also ", "*Voir* ", "cf. "):
        found = words.lead_in().match(text)
        assert found is not None
        assert found.end() == len(text)
    assert words.lead_in().match("seeds") is None
    assert "see" in words.lead_words()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("D<span>í</span>ez, M.", "             Díez, M."),
        ('Poe & Gar<span class="x">ç</span>on', "Poe & Garçon"),
        ("13<sup>e</sup> siècle", "13<sup>e</sup> siècle"),
        ("<span>Doe</span>, J.", "             Doe, J."),
    ],
)
def test_words_with_tags_around_letters(text: str, read: str) -> None:
    whole = words.unparted(text)
    assert (len(whole), whole.split()) == (len(text), read.split())


@pytest.mark.parametrize("dash", ["———.", "---------.", "\\_\\_\\_\\_\\_.", "\\_\\_\\_\\_\\_. ", "___.", "——, "])
def test_a_dash_stands_for_the_author_above(dash: str) -> None:
    text = f"Elms.\n\n## References\n\nDoe, Jane. *Elms*. Oslo: Press, 2019.\n\n{dash}'Oaks of the North', *Trees* 3 (2018).\n"
    [version] = audit(["a.md"], contents={"a.md": text.encode()}).versions
    _, second = version.document.entries
    assert [(one.authors[0].family, one.title, one.year) for one in second.references] == [
        ("Doe", "Oaks of the North", "2018")
    ]


def test_a_citation_of_a_name_with_tags() -> None:
    text = (
        "Elms fall (D<span>í</span>ez et al., 2010; Harr<span>ä</span>nen & Numers, 2009).\n\n## References\n\n"
        "D<span>í</span>ez, S. J., Poe, M. & Doe, V. (2010). Trees. *Forests*, *19*(1), 181–197.\n\n"
        "Harr<span>ä</span>nen, S., & Numers, M. von. (2009). Modelling trees. *Forests*, *15*(2), 266–279.\n"
    )
    made = audit(["a.md"], contents={"a.md": text.encode()})
    cited = [(one.citation.span.text, one.work is not None) for one in made.versions[0].resolved]
    assert cited == [
        ("D<span>í</span>ez et al., 2010", True),
        ("Harr<span>ä</span>nen & Numers, 2009", True),
    ]


def test_a_comma_before_the_mark_that_closes_a_title() -> None:
    assert words.evened("Doe, 'Elms and Oaks,' 2018") == "Doe, ‘Elms and Oaks,’ 2018"


@QUICK
@given(text=ANY_TEXT)
def test_what_introduces_a_citation_is_known_by_its_beginning(text: str) -> None:
    if words.lead_in().match(text):
        assert words.beginning(text, 0) in words.lead_beginnings()


@pytest.mark.parametrize(
    ("text", "begun"), [("See Doe", "se"), ("à Doe", "à"), ("d'après", "d"), ("$5", "$"), ("€", "€"), ("", "")]
)
def test_a_text_begins_with_two_letters_or_one_sign(text: str, begun: str) -> None:
    assert words.beginning(text, 0) == begun
    assert words.beginnings([text]) == {begun}


@pytest.mark.parametrize(
    ("names", "introduced"),
    [
        ("For a clear account, Jane Doe", True),
        ("On cement, see the survey by Jane Doe", True),
        ("Pour une présentation claire, Jeanne Dupré", True),
        ("Sur le ciment, voir la synthèse de Jeanne Dupré", True),
        ("Calcul d'après Direction des routes", True),
        ("Direction des routes", False),
        ("Lire et faire lire", False),
        ("For the Record, Inc.", False),
        ("de la Tour, Jeanne", False),
        ("Dupré", False),
    ],
)
def test_sentences_that_introduce_names(names: str, introduced: bool) -> None:
    assert words.is_introduced(names) is introduced


def test_the_brackets_of_a_title_that_lead_nowhere_are_no_part_of_names() -> None:
    assert words.evened('Morley, Iain. ["A title."] 2003') == 'Morley, Iain.  "A title."  2003'
    for kept in ('Morley. ["A title."](a.html)', 'Лёд ["Ice"]', "Morley. [A title]"):
        assert words.evened(kept) == kept
