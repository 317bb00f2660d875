"""Reading BibTeX and CSL-JSON, and what was exported to them."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from citecheck.errors import InputError
from citecheck.extract.bibtex import bibtex, bibtex_references
from citecheck.extract.csl import csl_export, csl_reference
from citecheck.model.credentials import masked as mask
from citecheck.model.reference import Person, Reference
from citecheck.model.source import Source, Span
from citecheck.parse import parse
from citecheck.read.bibliography import latex_text, read_bibliography
from citecheck.read.files import read_source
from citecheck.read.versions import versions
from tests.extract.samples import references, sample, told
from tests.skips import REPORT, needs_report
from tests.tried import tried

SPAN = Span(Source("", ""), 0, 0)
HAND_MADE = (
    Reference(
        SPAN,
        (Person("Šimůnková", "Ľ."), Person("Smith, Wesson and Sons, Ltd", corporate=True), Person("Xi Jinping")),
        year="2022",
        suffix="a",
        date="2022-12-01",
        title="50 % of {all} $ & #1: \"a_b\" 'c' ~ ^ \\ — « é »",
        url="https://example.org/a_b%20c?x=1&y=2#frag~z",
        doi="10.1016/S0140-6736(20)30183-5",
        accessed="2023-01-31",
        type="article-newspaper",
        et_al=True,
    ),
    Reference(SPAN, (Person("and"), Person("others")), year="n.d.", suffix="b", title="''--``", pages="1-2, 4–5"),
    Reference(SPAN, (Person("O’Neil, Jr", "A. and B."),), year="2020", accessed="le 3 mars", type="map"),
    Reference(
        SPAN, (Person("\\{x}", "é"), Person("{", corporate=True)), title="@book{x,", publisher="A}", type="report"
    ),
)


def read(folder: Path, name: str, text: str) -> tuple[list[Reference], list[str]]:
    (folder / name).write_text(text, "utf-8")
    entries, unreadable = read_bibliography(folder / name)
    assert all(entry.span == entry.body == entry.references[0].span for entry in entries)
    return [entry.references[0] for entry in entries], [one.reason for one in unreadable]


def bib(folder: Path, text: str) -> Reference:
    """The one reference of a BibTeX text."""
    [found], unreadable = read(folder, "a.bib", text)
    assert not unreadable
    return found


def masked(reference: Reference) -> Reference:
    """A reference as reading leaves it: without the user name and password that its address may have."""
    return replace(reference, url=mask(reference.url)[0]) if reference.url else reference


# --- what is exported comes back ------------------------------------------------------------------------------------


@settings(max_examples=tried(60), deadline=None, suppress_health_check=list(HealthCheck))
@example(made=list(HAND_MADE))
@given(made=st.lists(references(), min_size=1, max_size=3))
def test_bibtex_comes_back(tmp_path: Path, made: list[Reference]) -> None:
    back, unreadable = read(tmp_path, "a.bib", bibtex_references((f"k{n}", "fr", one) for n, one in enumerate(made)))
    assert not unreadable
    assert [told(one) for one in back] == [told(masked(one)) for one in made]


@settings(max_examples=tried(60), deadline=None, suppress_health_check=list(HealthCheck))
@example(made=list(HAND_MADE))
@given(made=st.lists(references(), min_size=1, max_size=3))
def test_csl_json_comes_back(tmp_path: Path, made: list[Reference]) -> None:
    items = [{"id": str(n), **csl_reference(one)} for n, one in enumerate(made)]
    back, unreadable = read(tmp_path, "a.json", json.dumps(items, ensure_ascii=False, indent=2))
    assert not unreadable
    assert [told(one) for one in back] == [told(masked(one)) for one in made]


@pytest.mark.parametrize("name", ["a.bib", "a.json"])
def test_an_exported_document_comes_back(tmp_path: Path, name: str) -> None:
    document = sample()
    text = bibtex([document]) if name == "a.bib" else csl_export([document])
    (tmp_path / name).write_text(text, "utf-8")
    entries, unreadable = read_bibliography(tmp_path / name)
    assert not unreadable
    assert [entry.entry_id for entry in entries] == ["fr-18", "fr-19", "fr-19-2"]
    assert [told(entry.references[0]) for entry in entries] == [
        told(one) for entry in document.entries for one in entry.references
    ]
    assert [entry.references[0].author_text for entry in entries] == [
        "Doe, J",
        "Ministère de la Défense",
        "Müller, A. & Løvås, B",
    ]
    assert entries[0].span.text.startswith(("@book{fr-18", '{\n    "id": "fr-18"'))
    assert [entry.number for entry in entries] == [None] * 3


@needs_report
@pytest.mark.parametrize("name", ["a.bib", "a.json"])
def test_the_real_bibliography_comes_back(tmp_path: Path, name: str) -> None:
    documents = [parse(one) for one in versions([(read_source(str(REPORT)), None)])]
    back, unreadable = read(tmp_path, name, bibtex(documents) if name == "a.bib" else csl_export(documents))
    assert not unreadable
    made = [told(one) for document in documents for entry in document.entries for one in entry.references]
    assert [told(one) for one in back] == made


# --- BibTeX of others -----------------------------------------------------------------------------------------------


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
    assert "the key a is used before" in unreadable[1].reason
    assert unreadable[2].reason == "given twice: title; the first counts"
    assert entries[2].references[0].title == "D"
    assert not caplog.records


def test_an_unfinished_file(tmp_path: Path) -> None:
    [], [reason] = read(tmp_path, "a.bib", "\n@book{a, title={A")
    assert reason == "Unexpectedly reached end of file."


def test_a_file_without_entries(tmp_path: Path) -> None:
    for name, text in (("a.bib", "just text"), ("b.bib", ""), ("a.json", "[]")):
        assert read(tmp_path, name, text) == ([], ["the file holds no entries"])


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (
            r"{\'E}t\'e \`{a} \^{\i}le \c{c}a \v{S} \~n \"o \H{o} \.z \=a \u g \k{a} \r{a} \d h \b{b}",
            "Été à île ça Š ñ ö ő ż ā ğ ą å ḥ ḇ",
        ),
        (r"\aa\ \O{} \ss{} {\l}\'od\'z \AE s", "å Ø ß łódź Æs"),
        (r"\textit{a} \emph {b} {\bf c} \mbox{d}", "a b c d"),
        (r"``a'' -- b --- c~d", "“a” – b — c\u00a0d"),
        (r"\& \% \$ \# \_ \{ \}", "& % $ # _ { }"),
        (r"a\\b\,c\-d", "a b cd"),
        ("100 % of\n  it", "100 % of it"),
        ("$E$", "E"),
        (r"$\alpha$-helix 5% off", "α-helix 5% off"),
        (r"\unknown{x} y", "x y"),
        ("\\", "\\"),
        ("é plain", "é plain"),
    ],
)
def test_latex(latex: str, text: str) -> None:
    assert latex_text(latex) == text


@settings(max_examples=tried(40), deadline=None)
@given(st.text(st.sampled_from("\\{}'\"`^~aéi$%& -\n") | st.characters(), max_size=20))
def test_no_latex_stops_a_run(text: str) -> None:
    assert isinstance(latex_text(text), str)


@settings(max_examples=tried(40), deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(st.sampled_from('@book{k,}="#()author = {a, b and c} \\\n%'), max_size=80))
def test_no_bibtex_stops_a_run(tmp_path: Path, text: str) -> None:
    read(tmp_path, "a.bib", "@book{x, author = {" + text)
    read(tmp_path, "a.bib", text)


# --- CSL-JSON of others ---------------------------------------------------------------------------------------------


def test_a_csl_item_of_another_program(tmp_path: Path) -> None:
    item = {
        "id": 7,
        "type": "book",
        "author": [
            {"family": "Gaulle", "non-dropping-particle": "de", "given": "Charles", "suffix": "Jr"},
            {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
            {"literal": "UNIDIR"},
            {},
        ],
        "issued": {"date-parts": [["2020", "3", 7], [2021]]},
        "accessed": {"raw": "3 May"},
        "volume": 3,
    }
    [found], unreadable = read(tmp_path, "a.json", json.dumps([item]))
    assert not unreadable
    assert found.authors == (
        Person("de Gaulle", "Charles, Jr"),
        Person("Humboldt", "Alexander von"),
        Person("UNIDIR", corporate=True),
    )
    assert (found.year, found.date, found.accessed, found.volume) == ("2020", "2020-03-07", "3 May", "3")


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("2020-03-07/2021", ("2020", "2020-03-07")),
        ({"date-parts": [[2020, None]]}, ("2020", "2020")),
        ({"date-parts": [[]], "literal": "s.d."}, ("n.d.", None)),
        ({"date-parts": [["MMXX"]], "raw": "2020"}, ("2020", "2020")),
        ({"date-parts": 3}, (None, None)),
        (3, (None, None)),
        (None, (None, None)),
    ],
)
def test_csl_dates(tmp_path: Path, issued: object, expected: tuple[str | None, str | None]) -> None:
    [found], _ = read(tmp_path, "a.json", json.dumps([{"id": "a", "issued": issued}]))
    assert (found.year, found.date) == expected
    assert found.type == "document"


def test_broken_csl_items_are_reported_at_their_place(tmp_path: Path) -> None:
    text = '[\n{"id": "a", "title": "A"},\n"x",\n{"title": "no id"},\n{"id": "a"},\n{"id": "b"} {"id": "c"}]'
    (tmp_path / "x.json").write_text(text, "utf-8")
    entries, unreadable = read_bibliography(tmp_path / "x.json")
    assert [(entry.entry_id, entry.span.line) for entry in entries] == [("a", 2), ("b", 6)]
    assert [(one.span.line, one.span.column) for one in unreadable] == [(3, 1), (4, 1), (5, 1), (6, 13)]
    assert "comma" in unreadable[-1].reason


@pytest.mark.parametrize(
    ("text", "says"), [('[{"id": "a"}, {"id": ]', "broken JSON"), ("[" + "[" * 100_000, "too deep")]
)
def test_broken_json_is_reported(tmp_path: Path, text: str, says: str) -> None:
    _, [reason] = read(tmp_path, "a.json", text)
    assert says in reason


@pytest.mark.parametrize(
    ("name", "says"), [("a.json", "is no CSL-JSON"), ("a.txt", "give a .bib file"), ("absent.bib", "does not exist")]
)
def test_other_files_are_refused(tmp_path: Path, name: str, says: str) -> None:
    if name != "absent.bib":
        (tmp_path / name).write_text('{"items": []}', "utf-8")
    with pytest.raises(InputError, match=says):
        read_bibliography(tmp_path / name)
