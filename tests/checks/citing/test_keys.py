"""CIT001 says nothing of keys that are none of this bibliography's."""

from __future__ import annotations

import pytest

from citecheck import audit
from citecheck.model.finding import Severity
from citecheck.model.report import Report

BIB = "".join(
    f"@book{{{key}, title = {{{title}}}, author = {{{name}, Jane}}, year = {year}}}\n"
    for key, title, name, year in [
        ("doe2019", "Elms", "Doe", 2019),
        ("roe_oaks_2020", "Oaks", "Roe", 2020),
        ("low2021", "Firs", "Low", 2021),
    ]
)
CITED = "Elms fall [@doe2019; @roe_oaks_2020]. Firs stand [@low2021]. "
FRENCH = "Les ormes tombent dans la forêt [@doe2019 ; @roe_oaks_2020]. Les sapins sont là [@low2021]. "


def audited(text: str, bib: str = BIB) -> Report:
    return audit(["a.md"], contents={"a.md": text.encode(), "trees.bib": bib.encode()}, bibliography="trees.bib")


def missing(text: str, bib: str = BIB) -> list[tuple[str, Severity]]:
    return [(one.place.span.text, one.severity) for one in audited(text, bib).findings if one.code == "CIT001"]


@pytest.mark.parametrize("text", [CITED, FRENCH])
@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("Also [@hill2018].", [("@hill2018", Severity.ERROR)]),
        ("As @hill2018 says.", [("@hill2018", Severity.ERROR)]),
        ("Also [@cite].", [("@cite", Severity.WARNING)]),
        ("As @Harrow wrote on her wall.", []),
        ("As @TheTreesOfHarrow wrote on her wall.", []),
        ("See Figure @map_all_of_2020.", []),
        ("Voir la carte @map_all_of_2020.", []),
        ("See @map_all_oaks.", []),
        # A slip of the pen is one without brackets, too.
        ("As @roe_oaks_202 says.", [("@roe_oaks_202", Severity.ERROR)]),
        ("As @roe_oak says.", [("@roe_oak", Severity.WARNING)]),
    ],
)
def test_what_is_said_of_a_key_without_entry(text: str, more: str, said: list[tuple[str, Severity]]) -> None:
    assert missing(text + more) == said


def test_other_keys_of_an_entry_cite_it() -> None:
    bib = BIB.replace("title = {Firs}", "title = {Firs}, ids = {low_old, low-firs}")
    assert not missing(CITED + "Also [@low_old; @low-firs].", bib)


@pytest.mark.parametrize(
    ("front", "judged"),
    [
        ("bibliography: trees.bib", True),
        ("bibliography: lists/trees.json", True),
        ("bibliography: [trees.bib, tools.bib]", False),
        ("bibliography:\n- trees.bib\n- 'tools.bib'", False),
        ("bibliography: others.bib", False),
    ],
)
def test_another_bibliography_file(front: str, judged: bool) -> None:
    made = audited(f"---\n{front}\ntitle: Trees\n---\n\n{CITED}Also [@hill2018].")
    assert [one.code for one in made.findings if one.code == "CIT001"] == ["CIT001"] * judged
    told = [one.reason for one in made.abstained if one.code == "CIT001"]
    assert told == ["other-bibliography"] * (not judged)


@pytest.mark.parametrize(
    ("more", "judged"),
    [
        ("Also [@R-base].", False),
        ("Also [@pkg:one; @pkg:two] and [@pkg:three].", False),
        ("Also [@pkg:one].", True),
        ("Also [@roe_elms_2021].", True),
    ],
)
def test_keys_of_a_kind_that_has_no_entry(more: str, judged: bool) -> None:
    assert bool(missing(CITED + more)) is judged


@pytest.mark.parametrize(("more", "said"), [("[@elmtools; @oaklib]", 2), ("[@elmtools; @oaklib; @firs]", 0)])
def test_several_keys_without_a_year_beside_dated_ones_are_of_another_file(more: str, said: int) -> None:
    assert len(missing(f"{CITED * 4}Also {more}.")) == said
    assert len(missing(f"{CITED * 4}Also {more} and [@hill2018].")) == said + 1
