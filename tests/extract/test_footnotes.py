"""The text of footnotes.json."""

from __future__ import annotations

import json
import re
from enum import EnumType
from importlib.resources import files
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from citecheck.extract.footnotes import footnotes_json, layout
from citecheck.model.document import (
    Amount,
    Bracket,
    Conversion,
    Date,
    Document,
    Figure,
    Heading,
    Marker,
    Missing,
    Name,
    Note,
    Paragraph,
    Rate,
    Unreadable,
    Url,
)
from citecheck.model.reference import Citation, Locator, Person, Reference
from citecheck.parse import parse
from citecheck.read.files import read_source
from citecheck.read.versions import versions
from citecheck.wire import kept_fields
from tests.extract.samples import generated, other_language, sample
from tests.skips import REPORT, needs_report
from tests.tried import tried


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads((files("citecheck.extract") / "footnotes.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_it_is_valid_against_its_schema(validator: Draft202012Validator) -> None:
    document = sample()
    validator.validate(json.loads(footnotes_json([document, other_language(document)])))


@settings(max_examples=tried(8), deadline=None, suppress_health_check=list(HealthCheck))
@given(documents=generated())
def test_whatever_is_written_is_valid(validator: Draft202012Validator, documents: tuple[Document, ...]) -> None:
    validator.validate(json.loads(footnotes_json(documents)))


def test_the_schema_describes_every_key_that_is_written(validator: Draft202012Validator) -> None:
    definitions = validator.schema["$defs"]

    def known(node: Any) -> Any:
        while "$ref" in node:
            node = definitions[node["$ref"].rpartition("/")[2]]
        return node

    def check(value: Any, node: Any) -> None:
        node = known(node)
        properties = dict(node.get("properties", {}))
        for part in node.get("allOf", ()):
            properties |= known(part).get("properties", {})
        if isinstance(value, dict):
            for key, one in value.items():
                check(one, properties[key] if key in properties else node["additionalProperties"])
        elif isinstance(value, list) and "items" in node:
            for one in value:
                check(one, node["items"])

    check(json.loads(footnotes_json([sample()])), validator.schema)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("heading", Heading),
        ("paragraph", Paragraph),
        ("marker", Marker),
        ("note", Note),
        ("bracket", Bracket),
        ("name", Name),
        ("url", Url),
        ("amount", Amount),
        ("conversion", Conversion),
        ("rate", Rate),
        ("figure", Figure),
        ("date", Date),
        ("unreadable", Unreadable),
        ("missing", Missing),
        ("citation", Citation),
        ("reference", Reference),
        ("locator", Locator),
        ("person", Person),
    ],
)
def test_the_schema_keeps_up_with_the_model(validator: Draft202012Validator, name: str, kind: type[Any]) -> None:
    definition = validator.schema["$defs"][name]
    item = "allOf" in definition
    expected = {one.name for one in kept_fields(kind)} - ({"span"} if item else set())
    assert set(definition["properties"]) == {"printed" if item and one == "text" else one for one in expected}
    hints = get_type_hints(kind)
    enums = {one: {member.value for member in hint} for one, hint in hints.items() if isinstance(hint, EnumType)}
    assert enums == {
        one: set(described["enum"]) for one, described in definition["properties"].items() if "enum" in described
    }


@pytest.mark.parametrize(
    "kind", [Heading, Paragraph, Marker, Note, Bracket, Name, Amount, Conversion, Rate, Figure, Date]
)
def test_the_schema_has_the_bounds_of_the_model(validator: Draft202012Validator, kind: type[Any]) -> None:
    definitions = validator.schema["$defs"]
    properties = definitions[kind.__name__.lower()]["properties"]
    for name, hint in get_type_hints(kind, include_extras=True).items():
        for part in (hint, *get_args(hint)):
            if get_origin(part) is Annotated:
                meta = get_args(part)[1]
                held = definitions[properties[name]["$ref"].rpartition("/")[2]]
                bounds = [held.get(one) for one in ("minimum", "maximum", "maxLength", "pattern")]
                pattern = None if meta.pattern is None else meta.pattern.replace(r"\Z", "$")
                assert bounds == [meta.ge, meta.le, meta.max_length, pattern], name


@needs_report
def test_no_sentence_of_the_report_gets_in() -> None:
    documents = [parse(one) for one in versions([(read_source(str(REPORT)), None)])]
    text = footnotes_json(documents)
    bodies = [note.body.text for one in documents for note in one.notes]
    sentences = [
        sentence
        for one in documents
        for paragraph in one.paragraphs
        for piece in paragraph.pieces
        for sentence in re.split(r"(?<=[.!?])\s", piece.text)
        if len(sentence.split()) > 8
    ]
    assert len(sentences) > 500
    assert [found for found in sentences if found in text and not any(found in body for body in bodies)] == []


@pytest.mark.parametrize("key", ["schema", "sources", "versions"])
def test_the_schema_refuses_what_lacks_a_key(validator: Draft202012Validator, key: str) -> None:
    data = json.loads(footnotes_json([sample()]))
    del data[key]
    assert not validator.is_valid(data)


def test_one_item_stands_on_one_line() -> None:
    lines = footnotes_json([sample()]).splitlines()
    assert '        {"at": "3:4", "text": "Chine", "paragraph": 0},' in lines
    assert sum(line.startswith('        {"at": ') for line in lines) == 17
    assert '      "files": [0],' in lines


def test_it_holds_neither_entries_nor_prose() -> None:
    text = footnotes_json([sample()])
    assert "entries" not in json.loads(text)["versions"]["fr"]
    assert "continue sur" not in text
    assert "Éditeur" not in text
    assert "l'adresse" in text


def test_it_is_the_same_every_time() -> None:
    assert footnotes_json([sample()]) == footnotes_json([sample()])
    assert json.loads(footnotes_json([sample()]))["schema"] == "citecheck/footnotes/1"


def test_layout_opens_the_outer_levels_only() -> None:
    assert layout({"a": [{"b": [1]}], "c": {}}, 2) == '{\n  "a": [\n    {"b": [1]}\n  ],\n  "c": {}\n}'
    assert layout([{"a": [[1]], "é": {"b": [[2]]}}], 2, "é") == (
        '[\n  {\n    "a": [[1]],\n    "é": {\n      "b": [[2]]\n    }\n  }\n]'
    )
