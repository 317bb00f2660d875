"""The JSON report: the schema that scripts build on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from citecheck.report import FORMATS, render_report
from citecheck.report.findings.json import json_report
from tests.report.samples import TEXT, report

SNAPSHOT = Path(__file__).parent / "snapshots" / "findings.json"

FINDING_KEYS = [
    *("code", "name", "severity", "confidence", "message", "hint", "help_uri", "source"),
    *("lang", "note", "note_id", "note_label", "entry", "entry_id"),
    *("path", "line", "column", "end_line", "end_column", "excerpt"),
    *("counterparts", "related", "fix", "state", "waiver", "fingerprint", "occurrences", "twin"),
]


def parsed(**options: str) -> dict[str, Any]:
    data = json.loads(json_report(report(), **options))
    assert isinstance(data, dict)
    return data


def test_the_report_is_as_in_the_snapshot() -> None:
    # The version changes with every release, and nothing else should.
    assert parsed() | {"tool": None} == json.loads(SNAPSHOT.read_text(encoding="utf-8")) | {"tool": None}
    assert parsed()["tool"]["data"] == {"ecb": "2026-10-30"}


def test_the_same_report_gives_the_same_bytes() -> None:
    assert json_report(report()) == json_report(report())


def test_every_key_is_there_also_where_it_is_empty() -> None:
    data = parsed()
    assert list(data) == [
        "schema", "tool", "configuration", "inputs", "reading", "summary", "coverage", "unreadable", "crashes", "since",
        "fixed", "findings",
    ]  # fmt: skip
    assert all(list(finding) == FINDING_KEYS for finding in data["findings"])
    clean = json.loads(json_report(report(clean=True)))
    assert list(clean) == list(data)
    assert clean["findings"] == clean["unreadable"] == clean["crashes"] == clean["fixed"] == []
    assert clean["summary"] == {"error": 0, "warning": 0, "info": 0, "by_code": {}}


def test_positions_lead_to_the_excerpt() -> None:
    lines = TEXT.split("\n")
    data = parsed()
    places = [
        *data["findings"],
        *data["unreadable"],
        *(place for found in data["findings"] for place in found["related"] + found["counterparts"]),
    ]
    for place in places:
        assert place["line"] == place["end_line"]
        assert lines[place["line"] - 1][place["column"] - 1 : place["end_column"] - 1] == place["excerpt"]


def test_the_language_of_messages_changes_nothing_else() -> None:
    english, french = parsed(), parsed(ui="fr")
    assert french["findings"][0]["message"].startswith("Durand, 2019\xa0: «")
    for data in (english, french):
        for finding in data["findings"]:
            del finding["message"], finding["hint"]
        del data["coverage"]
    assert english == french


def test_nothing_raw_in_the_bytes_steers_a_terminal() -> None:
    text = json_report(report())
    assert all(char == "\n" or char.isprintable() for char in text)
    assert "\\u202e" in text


def test_each_place_of_a_finding_has_a_fingerprint() -> None:
    [missing] = [found for found in parsed()["findings"] if found["code"] == "CIT001"]
    assert len(set(missing["occurrences"])) == 1 + len(missing["related"])


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_can_be_rendered(format: str) -> None:
    assert render_report(report(), format).endswith("\n")


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="text, concise, json"):
        render_report(report(), "xml")
