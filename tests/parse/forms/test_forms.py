"""Forms: each has its page and its examples, stands in its order, and is read wherever it stands."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from citecheck.model.reference import Citation, Person
from citecheck.model.source import Version
from citecheck.parse import forms
from citecheck.parse.citations import read_citations
from citecheck.parse.forms import Example, Form, citing, form_kinds, load_forms, notes
from citecheck.parse.layout import read_structure
from citecheck.parse.reference import read_reference
from citecheck.parse.urls import find_urls
from tests.parse.texts import document, whole

FORMS = [pytest.param(form, id=f"{form.kind}-{form.name}") for kind in form_kinds() for form in load_forms(kind)]
EXAMPLES = [
    pytest.param(form, example, id=f"{form.kind}-{form.name}-{at}")
    for kind in form_kinds()
    for form in load_forms(kind)
    for at, example in enumerate(form.examples, 1)
]


# What a form makes of a text.


def named(person: Person) -> str:
    return f"{person.family}, {person.given}" if person.given else person.family


def fields_of(citation: Citation) -> dict[str, str]:
    """The fields of a citation that an example may name."""
    reference = citation.reference
    fields = {
        "kind": citation.kind.value,
        "authors": "; ".join(map(named, citation.authors)),
        "year": citation.year,
        "suffix": citation.suffix,
        "title": citation.title,
        "pages": citation.locator and citation.locator.text,
        "target": citation.target,
        "url": reference and reference.url,
    }
    return {name: value for name, value in fields.items() if value}


def cited(text: str, name: str) -> dict[str, str] | None:
    """The last citation of a text, if the form read it."""
    span = whole(text)
    citations = read_citations(span, find_urls(span))
    return fields_of(citations[-1]) if citations and citations[-1].read_by == name else None


def noted(text: str, name: str) -> dict[str, str] | None:
    """The calls and the notes of a text that the form read; ``^`` stands for one without a label."""
    structure = read_structure(Version("en", (whole(text),)))
    labels = {
        "calls": " ".join(call.label or "^" for call in structure.calls if call.read_by == name),
        "notes": " ".join(note.label or "^" for note in structure.definitions if note.read_by == name),
    }
    return labels if any(labels.values()) else None


def referred(text: str, name: str) -> dict[str, str] | None:
    """What the form makes of a text that is a reference, if no other reads it before."""
    span = whole(text)
    first = next(form for form in load_forms("references") if form.module.read(text) is not None)
    reference = read_reference(span, find_urls(span))
    fields = {
        "authors": "; ".join(map(named, reference.authors)),
        "year": reference.year or "",
        "date": reference.date or "",
        "title": reference.title or "",
    }
    return fields if first.name == name else None


READINGS: dict[str, Callable[[str, str], dict[str, str] | None]] = {
    "citing": cited,
    "notes": noted,
    "references": referred,
}


@pytest.mark.parametrize(("form", "example"), EXAMPLES)
def test_every_example_is_read_as_it_says(form: Form, example: Example) -> None:
    reading = READINGS[form.kind](example.text, form.name)
    if example.reading is None or reading is None:
        assert reading == example.reading
    else:
        assert {name: reading.get(name) for name in example.reading} == example.reading


@pytest.mark.parametrize("form", FORMS)
def test_every_form_shows_what_it_reads_and_what_it_does_not(form: Form) -> None:
    assert any(example.reading is not None for example in form.examples), "nothing shows what it reads"
    assert any(example.reading is None for example in form.examples), "nothing shows what it does not read"


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_a_page_with_an_example_in_its_title(form: Form) -> None:
    assert "``" in form.title
    assert form.doc.count("\n\n") >= 1, "the page says nothing beyond the title"


# The order among forms, and what a form must have.

Added = Callable[[str, str, str], None]
PAGE = '"""A form: ``x``.\n\nWritten by nobody.\n"""\n'
HEADER = PAGE + "import re\nfrom citecheck.parse.forms import Example\nEXAMPLES = ()\n"


@pytest.fixture
def add_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Added]:
    """A function that adds a form of a kind, in a folder of its own; afterwards it is gone."""

    def add(kind: str, name: str, code: str) -> None:
        package = {"citing": citing, "notes": notes}[kind]
        (tmp_path / kind).mkdir(exist_ok=True)
        (tmp_path / kind / f"{name}.py").write_text(code, encoding="utf-8")
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path / kind)])
        monkeypatch.delitem(sys.modules, f"{package.__name__}.{name}", raising=False)
        load_forms.cache_clear()

    yield add
    for kind in ("citing", "notes"):
        for path in (tmp_path / kind).glob("*.py"):
            sys.modules.pop(f"{forms.__name__}.{kind}.{path.stem}", None)
    load_forms.cache_clear()


def test_a_form_is_tried_before_those_that_it_names(add_form: Added) -> None:
    add_form("citing", "zzz", HEADER + "BEFORE = ('key',)\ndef read(reader, at):\n    return None\n")
    names = [form.name for form in load_forms("citing")]
    assert names.index("zzz") < names.index("key")


def test_no_form_stands_before_one_that_there_is_not(add_form: Added) -> None:
    add_form("citing", "zzz", HEADER + "BEFORE = ('nothing',)\ndef read(reader, at):\n    return None\n")
    with pytest.raises(ValueError, match=r"citing\.zzz: BEFORE names 'nothing', and there is no such form"):
        load_forms("citing")


def test_no_forms_stand_before_each_other(add_form: Added) -> None:
    for name, later in (("yyy", "zzz"), ("zzz", "yyy")):
        add_form("citing", name, HEADER + f"BEFORE = ({later!r},)\ndef read(reader, at):\n    return None\n")
    with pytest.raises(
        ValueError, match=r"BEFORE goes in a circle: (yyy before zzz before yyy|zzz before yyy before zzz)"
    ):
        load_forms("citing")


@pytest.mark.parametrize(
    ("kind", "code", "said"),
    [
        ("citing", "EXAMPLES = ()\ndef read(reader, at): pass\n", "the docstring"),
        ("citing", PAGE + "def read(reader, at): pass\n", "EXAMPLES must be a tuple"),
        ("citing", HEADER, "read is missing"),
        ("notes", HEADER, "read_call or find_calls or .* is missing"),
    ],
)
def test_an_incomplete_form_is_told(add_form: Added, kind: str, code: str, said: str) -> None:
    add_form(kind, "zzz", code)
    with pytest.raises(TypeError, match=rf"{kind}\.zzz: {said}"):
        load_forms(kind)


# A form is read everywhere.

BRACED = (
    HEADER
    + """
from citecheck.parse.forms.note_parts import number_called, raised_note
CALL = re.compile(r"\\{\\{(?P<number>\\d{1,4})\\}\\}")
NOTE = re.compile(r"[ \\t>]*(?P<label>\\{\\{(?P<number>\\d{1,4})\\}\\}):[ \\t]*")

def read_call(match):
    return number_called(match)

def read_note(match):
    return raised_note(match)
"""
)
TILDED = (
    HEADER
    + """
from citecheck.parse.forms.note_parts import agreed_note, numbers_called
AGREED = True
CALL = re.compile(r"~(?P<numbers>\\d{1,4})(?![~\\w])")
NOTE = re.compile(r"(?P<label>~(?P<number>\\d{1,4}))[ \\t]+")

def read_call(match):
    return numbers_called(match)

def read_note(match):
    return agreed_note(match)
"""
)
DOUBLE_DOTTED = (
    HEADER
    + """
from citecheck.model.reference import Citation, CitationKind, Person
PATTERN = re.compile(r"(?P<name>[A-Z][a-z]+) \\.\\. (?P<year>\\d{4})")
BEFORE = ("short",)

def read(reader, at):
    match = PATTERN.match(reader.plain, at)
    if match is None:
        return None
    span = reader.trimmed(at, match.end())
    return Citation(span, CitationKind.SHORT, authors=(Person(match["name"]),), year=match["year"])
"""
)


def test_an_added_form_of_notes_is_read_everywhere(add_form: Added) -> None:
    text = (
        "# A title{{1}}\n\nA claim{{2}} is made and\n\n{{1}}: Doe, 2019.\n\n{{2}}: Roe, 2020.\n\ngoes on{{3}}.\n{{3}}: Poe, 2021.\n\n"
        "> Quoted.{{4}}\n\n- An item.{{5}}\n\n| a{{6}} | b |\n|---|---|\n| c | d |\n\n> {{4}}: Doe, 2019.\n\n"
        "<p>{{5}}: Roe, 2020.</p>\n\n## Bibliography\n\nDoe, J. (2019). *Ships*. Quay.\n\n{{6}}: Poe, 2021.\n"
    )
    assert document(text).notes == ()
    add_form("notes", "braced", BRACED)
    found = document(text)
    assert [marker.label for marker in found.markers] == ["1", "2", "3", "4", "5", "6"]
    assert [note.label for note in found.notes] == ["1", "2", "3", "4", "5", "6"]
    assert [note.citations[0].authors[0].family for note in found.notes] == ["Doe", "Roe", "Poe"] * 2
    assert [heading.title for heading in found.headings] == ["A title", "Bibliography"]
    assert [len(paragraph.pieces) for paragraph in found.paragraphs] == [2, 1, 1, 1]
    assert len(found.entries) == 1


def test_an_added_form_of_notes_is_missed_where_its_notes_are_lost(add_form: Added) -> None:
    text = "A claim{{1}} and another{{2}}.\n"
    assert document(text).unreadable == ()
    add_form("notes", "braced", BRACED)
    assert [lost.span.text for lost in document(text).unreadable] == ["{{1}}"]


def test_an_added_form_that_needs_agreement_is_read_where_the_document_agrees(add_form: Added) -> None:
    text = "A claim~1 and another~2, about ~5 m off.\n\n~1 Doe, 2019.\n\n~2 Roe, 2020.\n"
    add_form("notes", "tilded", TILDED)
    found = document(text)
    assert [(note.label, note.body.text) for note in found.notes] == [("1", "Doe, 2019."), ("2", "Roe, 2020.")]
    assert document("It is ~5 m off, or ~6 m.\n").markers == ()


def test_an_added_form_of_citing_is_read_everywhere(add_form: Added) -> None:
    text = (
        "A claim (Doe .. 2019), more<sup>1</sup> and more.^[See Doe .. 2019.]\n\nFigure 1: Ships. Source: Doe .. 2019\n\n"
        "<sup>1</sup> Roe, 2020, p. 4; see also Doe .. 2019.\n"
    )
    add_form("citing", "double_dotted", DOUBLE_DOTTED)
    found = document(text)
    noted = [citation for note in found.notes for citation in note.citations]
    bracketed = [citation for bracket in found.brackets for citation in bracket.citations]
    assert [citation.read_by for citation in noted] == ["double_dotted", "short", "double_dotted"]
    assert [citation.read_by for citation in bracketed] == ["double_dotted"] * 2
