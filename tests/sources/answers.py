"""Answers of registries for tests: small ones of our own for each shape, and the recorded ones where they are at hand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from citecheck.model.answer import Answer
from citecheck.model.reference import Person
from citecheck.model.sources import SourceClass, Subject

RECORDED = Path(__file__).parents[3] / "shared" / "registries"
ABSENT = "the recorded answers of the registries are not there"
HTML = b"<!doctype html><html><title>Just a moment</title><p>Checking your browser.</p></html>"

CROSSREF = {
    "DOI": "10.5555/ice.1",
    "type": "journal-article",
    "title": ["The ice of the northern harbours"],
    "subtitle": ["A survey"],
    "author": [{"family": "Doe", "given": "Jane"}, {"family": "Low", "given": "Ann"}],
    "issued": {"date-parts": [[2019, 3]]},
    "created": {"date-parts": [[2022]]},
    "container-title": ["Journal of Ice"],
    "volume": "12",
    "issue": "3",
    "page": "45-67",
    "language": "en",
}
SUBJECT = Subject(
    key="doe-2019-ice",
    kind=SourceClass.IDENTIFIER,
    printed=(),
    titles=(("en", "The ice of the northern harbours"),),
    authors=(Person("Doe", "J."), Person("Low", "A.")),
    year=2019,
    container="Journal of Ice",
    volume="12",
    pages="45–67",
    doi="10.5555/ice.1",
)


def answer(body: Any, status: int = 200, *, complete: bool = True) -> Answer:
    """An answer with that body: bytes as they are, anything else as JSON."""
    written = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Answer("u", "u", status, body=written, complete=complete)


def crossref(**changes: Any) -> Answer:
    """Crossref's answer for the work, with some fields otherwise."""
    return answer({"status": "ok", "message": {**CROSSREF, **changes}})


def recorded(service: str) -> Iterator[tuple[Mapping[str, Any], Answer]]:
    """The recorded answers of a service; the test is skipped where they are not there."""
    index = RECORDED / "index.json"
    if not index.exists():
        pytest.skip(ABSENT)
    for one in json.loads(index.read_text(encoding="utf-8")):
        if one["service"] == service:
            yield one, answer((RECORDED / one["file"]).read_bytes(), one["status"])
