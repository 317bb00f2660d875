"""Two copies as data."""

from __future__ import annotations

from citecheck import pipeline
from citecheck.model.job import Job
from citecheck.report.table.comparison import SCHEMA, comparison_data
from tests.collate.copies import cited, noted

NOTES = ("Marlowe, 1951, p. 3, on Brest.", "Perrin, 1962, p. 7, on Hull.", "Oduya, 1999, p. 1, on Kiel.")


def test_every_note_stands_once_with_how_it_stands() -> None:
    first, second = cited(noted(*NOTES), "a.md"), cited(noted("", NOTES[1].replace("7", "9"), NOTES[2]), "b.md")
    report = pipeline.compare(first.document, second.document, Job())
    assert report.collation is not None
    data = comparison_data(report, report.collation)
    assert data["schema"] == SCHEMA
    assert [(one["first"], one["second"], one["standing"]) for one in data["notes"]] == [
        ("1", None, "alone"),
        ("2", "1", "reworded"),
        ("3", "2", "same"),
    ]
    assert data["notes"][1]["differing"] == [["7", "9"]]
    assert [copy["path"] for copy in data["copies"]] == ["a.md", "b.md"]
    assert data["summary"]["notes"]["alone"] == 1
    assert data["summary"]["by_code"] == {"CMP001": 1, "CMP003": 1}
    assert {one["code"] for one in data["findings"]} == {"CMP001", "CMP003"}
