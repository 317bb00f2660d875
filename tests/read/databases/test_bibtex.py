"""Reading BibTeX of other programs."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citecheck.model.reference import Person
from citecheck.read.databases import read_bibliography
from tests.read.bibliographies import bib, read
from tests.tried import tried


def test_a_bibtex_entry_of_another_program(tmp_path: Path) -> None:
    text = r"""
@string{rusi = "The {RUSI} Journal"}
Some comment.

  @Article(kania2019,
    Author = "Kania, Elsa B. and {Center for a New American Security} and von der Leyen, Ursula
              and de Gaulle, Jr, Charles and \'Eluard, Paul",
    title  = {Chinese {Military} Innovation in the {AI} Revolution: \emph{a {\"U}berblick},
              50\% --- caf\'{e}, na\"{\i}ve},
    journal = rusi, month = dec, day = 3, year = 2019, volume = 164, number = {5--6}, pages = {26--34},
    url = {http://doi.org/10.1_0/%20#x}, doi = {10.1080/03071847.2019.1693803},
  )
"""
    found = bib(tmp_path, text)
    assert found.authors == (
        Person("Kania", "Elsa B."),
        Person("Center for a New American Security", corporate=True),
        Person("von der Leyen", "Ursula"),
        Person("de Gaulle", "Charles, Jr"),
        Person("Éluard", "Paul"),
    )
    assert found.title == "Chinese Military Innovation in the AI Revolution: a Überblick, 50% — café, naïve"
    assert found.container == "The RUSI Journal"
    assert (found.year, found.date) == ("2019", "2019-12-03")
    assert (found.volume, found.issue, found.pages) == ("164", "5–6", "26-34")
    assert (found.url, found.type) == ("http://doi.org/10.1_0/%20#x", "article-journal")
    assert (found.span.line, found.span.column, found.span.end_line) == (5, 3, 12)
    assert found.author_text.startswith("Kania, Elsa B., Center for")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("date = {2021-03-07}", ("2021", "", "2021-03-07")),
        ("date = {2021-03/2021-05}", ("2021", "", "2021-03")),
        ("date = {2021}", ("2021", "", "2021")),
        ("date = {n.d.}", ("n.d.", "", None)),
        ("year = 2021, month = {March}", ("2021", "", "2021-03")),
        ("year = 2021, month = 4, day = 9", ("2021", "", "2021-04-09")),
        ("year = 2021, month = {Spring}", ("2021", "", "2021")),
        ("year = 2021, month = 13", ("2021", "", "2021")),
        ("year = 2021, month = sep # {~12}", ("2021", "", "2021-09")),
        ("year = {2021b}", ("2021", "b", "2021")),
        ("year = {s. d.}", ("n.d.", "", None)),
        ("year = {in press}", ("n.d.", "", None)),
        ("year = {[2021?]}", ("[2021?]", "", None)),
        ("year = 2021, date = {}", ("2021", "", None)),
        ("year = {21}", ("21", "", None)),
        ("pubstate = {inpress}", ("n.d.", "", None)),
        ("note = {x}", (None, "", None)),
    ],
)
def test_dates(tmp_path: Path, fields: str, expected: tuple[str | None, str, str | None]) -> None:
    found = bib(tmp_path, f"@misc{{k, {fields}}}")
    assert (found.year, found.suffix, found.date) == expected


def test_an_address_in_a_command(tmp_path: Path) -> None:
    assert bib(tmp_path, r"@misc{k, howpublished = {Online: \url{http://a.org/x_y%20}}}").url == "http://a.org/x_y%20"
    assert bib(tmp_path, r"@misc{k, howpublished = {Online}}").url is None
    assert bib(tmp_path, r"@misc{k, url = {http://a.org/a\_b}}").url == r"http://a.org/a\_b"


def test_crossref_gives_what_an_entry_lacks(tmp_path: Path) -> None:
    [child, parent], unreadable = read(
        tmp_path,
        "a.bib",
        "@inproceedings{a, title={T}, author={Doe, J.}, crossref={B}}\n"
        "@proceedings{b, title={Proc.}, editor={Roe, R.}, year=2020, publisher={P}}",
    )
    assert not unreadable
    assert (child.title, child.container, child.publisher, child.year) == ("T", "Proc.", "P", "2020")
    assert parent.authors == (Person("Roe", "R."),)


def test_strings_may_be_joined(tmp_path: Path) -> None:
    assert bib(tmp_path, '@string{x = {A & B}} @book{k, publisher = x # " and " # {C}}').publisher == "A & B and C"


def test_whole_author_field_in_braces(tmp_path: Path) -> None:
    assert bib(tmp_path, "@misc{k, author = {{Ministry of War and Peace}}}").authors == (
        Person("Ministry of War and Peace", corporate=True),
    )
    assert bib(tmp_path, "@misc{k, author = {{A} and {B}}}").authors == (
        Person("A", corporate=True),
        Person("B", corporate=True),
    )


def test_broken_blocks_are_reported_at_their_line(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    text = (
        "@book{a, title={A}}\n\n@book{b, title={B\n@book{c, title={C}}\n"
        "@book{a, title={A2}}\n@book{d, title={D}, title={E}}\n"
    )
    (tmp_path / "x.bib").write_text(text, "utf-8")
    with caplog.at_level(logging.DEBUG):
        entries, unreadable = read_bibliography(tmp_path / "x.bib")
    assert [entry.entry_id for entry in entries] == ["a", "c", "d"]
    assert [one.span.line for one in unreadable] == [3, 5, 6]
    assert unreadable[0].reason.startswith("Unexpected block start")
    assert unreadable[0].span.text.startswith("@book{b")
    assert (unreadable[1].what, unreadable[1].reason) == ("reused", "the first entry with the key a counts")
    assert unreadable[2].reason == "given twice: title; the first counts"
    assert entries[2].references[0].title == "D"
    assert not caplog.records


def test_an_unfinished_file(tmp_path: Path) -> None:
    [], [reason] = read(tmp_path, "a.bib", "\n@book{a, title={A")
    assert reason == "Unexpectedly reached end of file."


@settings(max_examples=tried(15, 160), deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(st.sampled_from('@book{k,}="#()author = {a, b and c} \\\n%'), max_size=80))
def test_no_bibtex_stops_a_run(tmp_path: Path, text: str) -> None:
    read(tmp_path, "a.bib", "@book{x, author = {" + text)
    read(tmp_path, "a.bib", text)


def test_other_keys_of_an_entry(tmp_path: Path) -> None:
    (tmp_path / "x.bib").write_text("@book{a, ids = {b, c:2,}, title={A}}\n@book{d, title={D}}\n", "utf-8")
    entries, _ = read_bibliography(tmp_path / "x.bib")
    assert [entry.aliases for entry in entries] == [("b", "c:2"), ()]


@pytest.mark.parametrize(
    ("author", "persons"),
    [
        (
            "family=Gogh, given=Vincent, prefix=van, useprefix=true and given={Jane M.}, family=Doe",
            (Person("van Gogh", "Vincent"), Person("Doe", "Jane M.")),
        ),
        (
            "family=Roe, suffix=Jr, given=Richard, given-i=R and Low, A.",
            (Person("Roe", "Richard, Jr"), Person("Low", "A.")),
        ),
        ("family = {World Bank}", (Person("World Bank"),)),
    ],
)
def test_names_whose_parts_are_named(tmp_path: Path, author: str, persons: tuple[Person, ...]) -> None:
    assert bib(tmp_path, f"@book{{x, author = {{{author}}}}}").authors == persons


def test_what_holds_fields_or_names_entries_is_no_work(tmp_path: Path) -> None:
    text = (
        "@xdata{press, publisher={Harrow}, location={London}}\n@XData{place, location={Paris}}\n"
        "@book{x, title={Elms}, xdata={place, press}}\n@set{both, entryset={x,y}}\n@book{y, title={Oaks}, crossref={y}}\n"
    )
    made, unreadable = read(tmp_path, "a.bib", text)
    assert not unreadable
    assert [(one.title, one.publisher, one.place) for one in made] == [
        ("Elms", "Harrow", "Paris"),
        ("Oaks", None, None),
    ]
    assert made[1].container is None
