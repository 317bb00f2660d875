"""The sources as JSON, as the contract has it."""

from __future__ import annotations

import json

from citecheck import pipeline
from citecheck.model.sources import SourceStatus
from citecheck.report.sources.json import SCHEMA, json_sources
from tests.report.sources.test_text import report, sources


def test_the_contract() -> None:
    known = report(*sources())
    made = json.loads(json_sources(pipeline.audit_sources(known.versions, (), known), known))
    assert made["schema"] == SCHEMA
    assert set(made["summary"]) == {status.value for status in SourceStatus}
    assert made["retractions"] == {"file": "rw.csv", "date": "2026-11-28", "rows": 70512}
    _, two = made["sources"]
    assert two["differences"] == [{"code": "SRC002", "field": "year", "printed": "2020", "found": ["2018"]}]
    assert two["codes"] == ["SRC002"]
    assert two["asked"][0] == {
        "registry": "openlibrary",
        "request": "/search.json",
        "outcome": "not_there",
        "date": "2026-11-30",
    }
    assert two["asked"][1]["date"] is None
    assert set(two["record"]) == {
        "title",
        "authors",
        "years",
        "container",
        "volume",
        "issue",
        "pages",
        "doi",
        "published_as",
        "registry",
    }
