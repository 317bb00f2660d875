"""Verdicts of an earlier run, read back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citecheck.errors import InputError
from citecheck.model.links import Archived, LinkStatus
from citecheck.read.links import read_links, told_links
from tests.links.answers import document

URL = "https://quai.example/a"
LINK = {"url": URL, "status": "dead", "reason": "404 Not Found", "archived_url": None}


def written(folder: Path, value: object) -> str:
    path = folder / "links.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return str(path)


def test_verdicts_and_copies_come_back(tmp_path: Path) -> None:
    copied = LINK | {"archived_url": "https://archive.example/1", "archived_on": "2020-01-02", "more": 1}
    links = read_links(written(tmp_path, {"schema": "citecheck/links/1", "links": [copied]}))
    assert links[URL].status is LinkStatus.DEAD
    assert links[URL].archived == Archived("https://archive.example/1", "2020-01-02")
    assert dict(links[URL].reason.values) == {"text": "404 Not Found"}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ([], "is not what 'citecheck links --format json' writes"),
        ({"schema": "citecheck/links/2", "links": []}, "its schema is 'citecheck/links/2'"),
        ({"schema": "citecheck/links/1", "links": [{**LINK, "status": "well"}]}, r"links\[0\]\.status: "),
        ({"schema": "citecheck/links/1", "links": [{**LINK, "archived_url": "javascript:1"}]}, "of another form"),
        ({"schema": "citecheck/links/1", "links": [{**LINK, "new_url": 'https://a.example/"x'}]}, "of another form"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, value: object, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_links(written(tmp_path, value))


def test_what_is_not_known_of_a_document_was_not_asked_for(tmp_path: Path) -> None:
    links = read_links(written(tmp_path, {"schema": "citecheck/links/1", "links": [LINK]}))
    report = told_links([document("https://quai.example/b", URL), document(URL, lang="fr")], links)
    assert [(link.url, link.status.value) for link in report.links] == [
        ("https://quai.example/b", "skipped"),
        (URL, "dead"),
    ]
