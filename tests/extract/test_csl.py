"""The bibliography as CSL-JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft7Validator
from msgspec.structs import replace

from citecheck.extract.csl import bibliography_json, csl_export, csl_items, csl_reference
from citecheck.extract.exported import exported
from citecheck.model.document import Document
from citecheck.model.reference import CSL_TYPES, Person, Reference
from tests.extract.samples import generated, other_language, references, sample
from tests.tried import tried

SCHEMA = Path(__file__).parents[3] / "shared" / "schemas" / "csl-data.json"


@pytest.fixture(scope="module")
def schema() -> Any:
    if not SCHEMA.exists():
        pytest.skip("shared schemas absent")
    return json.loads(SCHEMA.read_text("utf-8"))


@pytest.fixture(scope="module")
def validator(schema: Any) -> Draft7Validator:
    return Draft7Validator(schema)


def test_the_data_file_is_valid_csl_json(validator: Draft7Validator) -> None:
    document = sample()
    validator.validate(json.loads(bibliography_json([document, other_language(document)])))
    validator.validate(json.loads(csl_export(exported([document]))))


@settings(max_examples=tried(8), deadline=None, suppress_health_check=list(HealthCheck))
@given(documents=generated())
def test_whatever_is_written_is_valid(validator: Draft7Validator, documents: tuple[Document, ...]) -> None:
    validator.validate(json.loads(bibliography_json(documents)))


@settings(max_examples=tried(15), deadline=None, suppress_health_check=list(HealthCheck))
@given(reference=references())
def test_every_reference_is_valid(validator: Draft7Validator, reference: Reference) -> None:
    validator.validate([{"id": "x", **csl_reference(reference)}])


def test_the_types_are_those_of_the_schema(schema: Any) -> None:
    assert set(schema["items"]["properties"]["type"]["enum"]) == CSL_TYPES


def test_one_item_per_source_of_every_entry() -> None:
    document = sample()
    items = csl_items([document, other_language(document)])
    assert [item["id"] for item in items] == ["fr-18", "fr-19", "fr-19-2", "en-18", "en-19", "en-19-2"]
    assert [item["language"] for item in items] == ["fr"] * 3 + ["en"] * 3


def test_fields() -> None:
    book, report, article = csl_items([sample()])
    custom = book.pop("custom")
    assert book == {
        "id": "fr-18",
        "language": "fr",
        "type": "book",
        "author": [{"family": "Doe", "given": "J."}],
        "issued": {"date-parts": [[2020, 3, 7]]},
        "title": "Un titre",
        "publisher": "Éditeur",
        "publisher-place": "Paris",
        "URL": "https://example.org/x?a=1&b=%20",
    }
    assert (custom["number"], custom["entry_id"], custom["section"], custom["further_reading"]) == (
        "18",
        "18",
        2,
        False,
    )
    assert (custom["file"], custom["at"], custom["text"][:12]) == ("rapport/fr.md", "13:1", "18. Doe, J. ")
    assert report["author"] == [{"literal": "Ministère de la Défense"}]
    assert report["issued"] == {"literal": "n.d."}
    assert article["issued"] == {"date-parts": [[2021]]}
    assert article["year-suffix"] == "a"
    assert (article["volume"], article["issue"], article["page"]) == ("164", "5-6", "26-34")


def test_et_al_and_odd_dates() -> None:
    [reference, *_] = sample().entries[0].references
    made = csl_reference(replace(reference, et_al=True, date=None, year="1850", accessed="hier", type="tweet"))
    assert made["author"][-1] == {"literal": "others"}
    assert made["issued"] == {"date-parts": [["1850"]]}
    assert made["accessed"] == {"literal": "hier"}
    assert made["type"] == "document"
    assert "author" not in csl_reference(replace(reference, authors=()))
    assert csl_reference(replace(reference, authors=(Person("Xi Jinping"),)))["author"] == [{"family": "Xi Jinping"}]


def test_an_entry_without_references_is_kept_in_the_data_only() -> None:
    document = sample()
    bare = replace(document, entries=(replace(document.entries[0], references=()),))
    [item] = csl_items([bare])
    assert (item["id"], item["type"]) == ("fr-18", "document")
    assert "reference" not in item["custom"]
    assert json.loads(csl_export(exported([bare]))) == []


def test_ids_are_unique() -> None:
    document = sample()
    entries = (document.entries[1], replace(document.entries[0], entry_id="19-2"))
    ids = [item["id"] for item in csl_items([replace(document, entries=entries)])]
    assert ids == ["fr-19", "fr-19-2", "fr-19-2+"]


def test_the_export_has_no_custom_fields() -> None:
    items = json.loads(csl_export(exported([sample()])))
    assert [item["id"] for item in items] == ["doe2020", "ministeredefensend", "muller2021a"]
    assert not any("custom" in item for item in items)


def test_one_value_stands_on_one_line() -> None:
    lines = bibliography_json([sample()]).splitlines()
    assert '    "author": [{"family": "Doe", "given": "J."}],' in lines
    assert '      "number": "18",' in lines
