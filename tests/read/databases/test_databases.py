"""Reading the bibliographies of other programs, and what was exported to them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from citecheck.errors import InputError
from citecheck.extract.bibtex import biblatex, bibtex, bibtex_references
from citecheck.extract.csl import csl_export, csl_reference
from citecheck.extract.csl_yaml import csl_yaml
from citecheck.extract.exported import Exported, exported
from citecheck.extract.hayagriva import hayagriva
from citecheck.extract.ris import ris
from citecheck.model.credentials import masked as mask
from citecheck.model.reference import Person, Reference
from citecheck.model.source import Source, Span
from citecheck.parse import parse
from citecheck.read.databases import read_bibliography
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


WRITERS = {
    "a.bib": bibtex,
    "a.bibtex": biblatex,
    "a.json": csl_export,
    "a.yaml": csl_yaml,
    "a.yml": hayagriva,
    "a.ris": ris,
}
"""What writes a file of each name."""
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


@settings(max_examples=tried(15, 240), deadline=None, suppress_health_check=list(HealthCheck))
@example(made=list(HAND_MADE))
@given(made=st.lists(references(), min_size=1, max_size=3))
def test_csl_yaml_comes_back(tmp_path: Path, made: list[Reference]) -> None:
    back, unreadable = read(tmp_path, "a.yaml", csl_yaml([Exported(f"k{n}", "fr", one) for n, one in enumerate(made)]))
    assert not unreadable
    assert [told(one) for one in back] == [told(masked(one)) for one in made]


@settings(max_examples=tried(15, 240), deadline=None, suppress_health_check=list(HealthCheck))
@example(made=list(HAND_MADE))
@given(made=st.lists(references(), min_size=1, max_size=3))
def test_biblatex_comes_back(tmp_path: Path, made: list[Reference]) -> None:
    back, unreadable = read(tmp_path, "a.bib", biblatex([Exported(f"k{n}", "fr", one) for n, one in enumerate(made)]))
    assert not unreadable
    assert [told(one) for one in back] == [told(joined(masked(unsignalled(one)))) for one in made]


@settings(max_examples=tried(15, 240), deadline=None, suppress_health_check=list(HealthCheck))
@example(made=list(HAND_MADE))
@given(made=st.lists(references(), min_size=1, max_size=3))
def test_ris_comes_back(tmp_path: Path, made: list[Reference]) -> None:
    made = [uncommaed(replace(one, authors=tuple(filter(of_ris, one.authors)))) for one in made]
    back, unreadable = read(tmp_path, "a.ris", ris([Exported(f"k{n}", "fr", one) for n, one in enumerate(made)]))
    assert not unreadable
    assert [told(one) for one in back] == [told(masked(unsignalled(one))) for one in made]


def uncommaed(reference: Reference) -> Reference:
    """A reference as RIS has it: without the commas within the names of institutions."""
    names = (replace(one, family=one.family.replace(",", "")) if one.corporate else one for one in reference.authors)
    return replace(reference, authors=tuple(names))


def stands_for_others(person: Person) -> bool:
    """Whether a format that has no sign of its own for "et al." would take an institution for that."""
    return person.corporate and person.family.casefold() in ("others", "et al", "et al.")


def of_ris(person: Person) -> bool:
    """Whether RIS can tell a name: it has the comma between family and given name, and no sign of "et al."."""
    return (person.corporate or "," not in person.family) and not (stands_for_others(person))


@settings(max_examples=tried(15, 240), deadline=None, suppress_health_check=list(HealthCheck))
@example(made=list(HAND_MADE))
@given(made=st.lists(references(), min_size=1, max_size=3))
def test_hayagriva_comes_back(tmp_path: Path, made: list[Reference]) -> None:
    made = [
        replace(one, authors=tuple(person for person in one.authors if not stands_for_others(person))) for one in made
    ]
    back, unreadable = read(tmp_path, "a.yml", hayagriva([Exported(f"k{n}", "fr", one) for n, one in enumerate(made)]))
    assert not unreadable
    assert [of_hayagriva(one) for one in back] == [of_hayagriva(masked(one)) for one in made]


def of_hayagriva(reference: Reference) -> Reference:
    """What Hayagriva tells of a reference: dates only in ISO 8601, no letter of a year, and no more than its own types."""
    date = reference.date or (reference.year if re.fullmatch(r"\d{4}", reference.year or "") else None)
    names = tuple((one.family, one.given) for one in reference.authors)
    looked = reference.accessed if re.fullmatch(r"\d{4}-\d\d-\d\d", reference.accessed or "") else None
    return replace(
        told(reference),
        authors=tuple(Person(*one) for one in names),
        year=date[:4] if date else None,
        suffix="",
        date=date,
        accessed=looked if reference.url else None,
        type="",
    )


@pytest.mark.parametrize("name", ["a.bib", "a.bibtex", "a.json", "a.yaml", "a.ris"])
def test_an_exported_document_comes_back(tmp_path: Path, name: str) -> None:
    document = sample()
    text = WRITERS[name](exported([document]))
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
    begins = (f"@book{{{KEYS[0]}", f'{{\n    "id": "{KEYS[0]}"', f'id: "{KEYS[0]}"', f"TY  - BOOK\nID  - {KEYS[0]}")
    assert entries[0].span.text.startswith(begins)
    assert [entry.number for entry in entries] == [None] * 3


@needs_report
@pytest.mark.parametrize("name", ["a.bib", "a.bibtex", "a.json", "a.yaml", "a.ris"])
def test_the_real_bibliography_comes_back(tmp_path: Path, name: str) -> None:
    documents = [parse(one) for one in versions([(read_source(str(REPORT)), None)])]
    back, unreadable = read(tmp_path, name, WRITERS[name](exported(documents)))
    assert not unreadable
    made = [told(one) for document in documents for entry in document.entries for one in entry.references]
    made = [uncommaed(one) for one in made] if name == "a.ris" else made
    assert [told(one) for one in back] == made


# --- BibTeX of others -----------------------------------------------------------------------------------------------


def test_a_file_without_entries(tmp_path: Path) -> None:
    for name, text in (("a.bib", "just text"), ("b.bib", ""), ("a.json", "[]")):
        assert read(tmp_path, name, text) == ([], ["the file holds no entries"])


@pytest.mark.parametrize(
    ("name", "says"),
    [("a.json", "is no CSL-JSON"), ("a.txt", r"give BibTeX \(\.bib or"), ("absent.bib", "does not exist")],
)
def test_other_files_are_refused(tmp_path: Path, name: str, says: str) -> None:
    if name != "absent.bib":
        (tmp_path / name).write_text('{"items": []}', "utf-8")
    with pytest.raises(InputError, match=says):
        read_bibliography(tmp_path / name)
