"""The table as data."""

from __future__ import annotations

import json

from citecheck.report.json import json_text
from citecheck.report.table.json import alignment_data
from tests.report.table.decided import decided


def test_the_keys_are_those_of_the_contract() -> None:
    data = alignment_data(decided())
    assert list(data)[:4] == ["schema", "languages", "groups", "summary"]
    assert data["schema"] == "citecheck/alignment/1"
    for group in data["groups"]:
        assert set(group) == {"notes", "labels", "section", "shape", "verdict", "confidence", "differences", "decision"}
    assert data["summary"] == {
        "shapes": {"one_to_one": 4, "merged": 1, "split": 0, "only": 1},
        "verdicts": {"same": 2, "differs": 2, "accepted": 1, "not_compared": 1},
    }


def test_json_is_json() -> None:
    assert json.loads(json_text(alignment_data(decided())))["languages"] == ["fr", "en"]
