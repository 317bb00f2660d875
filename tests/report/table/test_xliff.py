"""The table as XLIFF, held to what the standard says of its elements."""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from citecheck import pipeline
from citecheck.model.job import Job
from citecheck.model.table import Only, Row, Table
from citecheck.reconcile.table import make_table
from citecheck.report.table.xliff import NAMESPACE, notes_of, state_of, unit_ids, xliff_table
from citecheck.triage.decisions import apply
from tests.reconcile.samples import TEXT, table
from tests.report.table.decided import decided
from tests.report.table.hostile import tables
from tests.tried import tried

GRAMMAR: dict[str, tuple[str, set[str], set[str]]] = {
    "xliff": ("file+", {"version", "srcLang", "trgLang"}, set()),
    "file": ("notes?(unit|group)+", {"id"}, {"original"}),
    "group": ("notes?(unit|group)*", {"id"}, {"name"}),
    "unit": ("notes?(segment)+", {"id"}, {"name", "canResegment"}),
    "notes": ("(note)+", set(), set()),
    "note": ("", set(), {"id", "category", "appliesTo"}),
    "segment": ("(source)(target)?", set(), {"state", "subState"}),
    "source": ("(mrk)*", set(), set()),
    "target": ("(mrk)*", set(), set()),
    "mrk": ("(mrk)*", {"id"}, {"type", "value"}),
}
"""For each element its children in order, the attributes that it must have, and others that it may have: of the core schema
what is written here."""
NMTOKEN = re.compile(r"[A-Za-z0-9._:-]+")
OWN_VALUE = re.compile(r"[^\s:]+:[^\s:]+")


def parsed(made: Table) -> Element:
    return ElementTree.fromstring(xliff_table(made))


def tag(element: Element) -> str:
    assert element.tag.startswith(f"{{{NAMESPACE}}}")
    return element.tag.rpartition("}")[2]


def hold(element: Element) -> None:
    """Holds an element and all in it to the grammar."""
    children, required, optional = GRAMMAR[tag(element)]
    order = "".join(tag(child) + " " for child in element)
    assert re.fullmatch(re.sub(r"([a-z]+)", r"(?:\1 )", children), order), (tag(element), order)
    assert required <= set(element.attrib) <= required | optional
    if "id" in element.attrib:
        assert NMTOKEN.fullmatch(element.attrib["id"])
    for name in ("type", "subState"):
        assert name not in element.attrib or OWN_VALUE.fullmatch(element.attrib[name])
    if tag(element) == "segment":
        assert element.attrib["state"] in ("initial", "translated", "reviewed", "final")
        assert len(element) == 2 or element.attrib["state"] == "initial"
    ids = [one.attrib["id"] for one in element.iter() if tag(one) in ("unit", "mrk") and "id" in one.attrib]
    if tag(element) in ("file", "unit"):
        assert len(ids) == len(set(ids)) or tag(element) == "file"
    for child in element:
        hold(child)


@pytest.mark.parametrize(
    "made",
    [table(), decided(), table().only(Only.MISSING), replace(table(), rows=(), unrelated="two different reports")],
    ids=["table", "decided", "missing", "unrelated"],
)
def test_the_file_is_as_the_standard_wants_it(made: Table) -> None:
    root = parsed(made)
    assert (root.attrib["version"], root.attrib["srcLang"], root.attrib["trgLang"]) == ("2.1", "fr", "en")
    hold(root)
    units = [one for one in root.iter() if tag(one) == "unit"]
    assert [one.attrib["id"] for one in units] == unit_ids(made)
    assert len({one.attrib["id"] for one in units}) == len(made.rows)


def test_each_unit_has_its_state_and_its_texts() -> None:
    units = [one for one in parsed(decided()).iter() if tag(one) == "unit"]
    segments = [next(one for one in unit if tag(one) == "segment") for unit in units]
    assert [one.attrib["state"] for one in segments] == [
        *("reviewed", "final", "reviewed", "translated", "translated", "translated")
    ]
    assert [one.attrib["subState"].partition(":")[2] for one in segments] == [
        *("same", "accepted", "same", "differs", "not-compared", "differs")
    ]
    source, target = segments[1]
    assert "".join(source.itertext()) == "Audic, 2011, p. 9 Ibid., p. 12"
    assert [one.attrib["value"] for one in source] == ["2", "3"]
    assert "".join(target.itertext()) == "Audic, 2011, p. 9-12"
    assert [one.text for one in target] == ["p. 9-12"]
    assert [unit.attrib["name"] for unit in units][1:6:4] == ["fr 2, 3 = en 2", "fr – = en 6"]
    assert segments[5][0].text is None


def test_a_note_that_is_not_translated_has_no_target() -> None:
    row = table().rows[5]
    lone = replace(table(), rows=(replace(row, left=row.right, right=()),))
    [segment] = [one for one in parsed(lone).iter() if tag(one) == "segment"]
    assert (segment.attrib["state"], [tag(one) for one in segment]) == ("initial", ["source"])
    hold(parsed(lone))


def test_a_unit_says_what_differs_what_was_decided_and_what_stands_around() -> None:
    assert [(kind, side) for kind, _, side in notes_of(decided().rows[1])] == [
        ("difference", None),
        ("decision", None),
        ("passage", "source"),
        ("passage", "source"),
        ("passage", "target"),
    ]
    assert [kind for kind, _, _ in notes_of(table().rows[5])] == ["difference", "passage", "passage"]


def test_ids_are_made_from_what_the_notes_say_and_not_from_their_numbers() -> None:
    renumbered = re.sub(r"<sup>(\d)</sup>", lambda one: f"<sup>{int(one[1]) + 7}</sup>", TEXT)
    first, second = ([note.key for note in _rows(text)] for text in (TEXT, renumbered))
    assert len(first) == 6
    assert first == second
    assert unit_ids(replace(table(), rows=_rows(TEXT))) == unit_ids(replace(table(), rows=_rows(renumbered)))
    row = table().rows[0]
    twice = unit_ids(replace(table(), rows=(row, row)))
    assert len(set(twice)) == 2


def _rows(text: str) -> tuple[Row, ...]:
    """The rows of a text as it is aligned."""
    [made] = pipeline.audit(Job(paths=("-",), stdin=text.encode())).alignments
    return make_table(apply(made, ()), (), word=lambda one: one.code, names=("French", "English")).rows


def test_states_follow_from_the_verdict() -> None:
    rows: tuple[Row, ...] = decided().rows
    assert [state_of(row) for row in rows[:2]] == ["reviewed", "final"]


@settings(max_examples=tried(15), deadline=None)
@given(made=tables)
def test_no_text_breaks_the_file(made: Table) -> None:
    written = xliff_table(made)
    root = ElementTree.fromstring(written)
    hold(root)
    assert len([one for one in root.iter() if tag(one) == "unit"]) == len(made.rows)
    assert not re.search("##|(?m:^[ \t]*::)", written)
