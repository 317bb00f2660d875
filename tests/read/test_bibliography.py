"""Reading BibTeX and CSL-JSON, and what was exported to them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from citecheck.errors import InputError
from citecheck.extract.bibtex import bibtex, bibtex_references
from citecheck.extract.csl import csl_export, csl_reference
from citecheck.extract.exported import exported
from citecheck.model.credentials import masked as mask
from citecheck.model.reference import Person, Reference
from citecheck.model.source import Source, Span
from citecheck.parse import parse
from citecheck.read.bibliography import read_bibliography
from citecheck.read.files import read_source
from citecheck.read.versions import versions
from tests.extract.samples import references, sample, told
from tests.read.bibliographies import read
from tests.skips import REPORT, needs_report
from tests.tried import tried

PARTLESS = re.compile(r"(?!(?:and|others)$)[^ ,]+", re.IGNORECASE)
"""A name that is one word for BibTeX, and none of its own words."""
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


KEYS = ["doe2020", "ministeredefensend", "muller2021a"]


def joined(reference: Reference) -> Reference:
    """A reference as BibTeX tells it, in which a name of several words without a given one is an organisation's."""
    authors = (
        replace(one, corporate=one.corporate or (not one.given and not PARTLESS.fullmatch(one.family)))
        for one in reference.authors
    )
    return replace(reference, authors=tuple(authors))


def unsignalled(reference: Reference) -> Reference:
    """A reference as BibTeX has it: without the two signs in its address that begin a command of a service."""
    return replace(reference, url=reference.url.replace("##", "#%23")) if reference.url else reference


def masked(reference: Reference) -> Reference:
    """A reference as reading leaves it: without the user name and password that its address may have."""
    return replace(reference, url=mask(reference.url)[0]) if reference.url else reference


# --- what is exported comes back ------------------------------------------------------------------------------------


@settings(max_examples=tried(15, 240), deadline=None, suppress_health_check=list(HealthCheck))
@example(made=list(HAND_MADE))
@given(made=st.lists(references(), min_size=1, max_size=3))
def test_bibtex_comes_back(tmp_path: Path, made: list[Reference]) -> None:
    back, unreadable = read(tmp_path, "a.bib", bibtex_references((f"k{n}", "fr", one) for n, one in enumerate(made)))
    assert not unreadable
    assert [told(one) for one in back] == [told(joined(masked(unsignalled(one)))) for one in made]


@settings(max_examples=tried(15, 240), deadline=None, suppress_health_check=list(HealthCheck))
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
    text = (bibtex if name == "a.bib" else csl_export)(exported([document]))
    (tmp_path / name).write_text(text, "utf-8")
    entries, unreadable = read_bibliography(tmp_path / name)
    assert not unreadable
    assert [entry.entry_id for entry in entries] == KEYS
    assert [told(entry.references[0]) for entry in entries] == [
        told(one) for entry in document.entries for one in entry.references
    ]
    assert [entry.references[0].author_text for entry in entries] == [
        "Doe, J",
        "Ministère de la Défense",
        "Müller, A. & Løvås, B",
    ]
    assert entries[0].span.text.startswith((f"@book{{{KEYS[0]}", f'{{\n    "id": "{KEYS[0]}"'))
    assert [entry.number for entry in entries] == [None] * 3


@needs_report
@pytest.mark.parametrize("name", ["a.bib", "a.json"])
def test_the_real_bibliography_comes_back(tmp_path: Path, name: str) -> None:
    documents = [parse(one) for one in versions([(read_source(str(REPORT)), None)])]
    back, unreadable = read(tmp_path, name, (bibtex if name == "a.bib" else csl_export)(exported(documents)))
    assert not unreadable
    made = [told(one) for document in documents for entry in document.entries for one in entry.references]
    assert [told(one) for one in back] == made


# --- BibTeX of others -----------------------------------------------------------------------------------------------


def test_a_file_without_entries(tmp_path: Path) -> None:
    for name, text in (("a.bib", "just text"), ("b.bib", ""), ("a.json", "[]")):
        assert read(tmp_path, name, text) == ([], ["the file holds no entries"])


@pytest.mark.parametrize(
    ("name", "says"), [("a.json", "is no CSL-JSON"), ("a.txt", "give a .bib file"), ("absent.bib", "does not exist")]
)
def test_other_files_are_refused(tmp_path: Path, name: str, says: str) -> None:
    if name != "absent.bib":
        (tmp_path / name).write_text('{"items": []}', "utf-8")
    with pytest.raises(InputError, match=says):
        read_bibliography(tmp_path / name)
