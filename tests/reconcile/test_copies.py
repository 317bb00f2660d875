"""The table of two copies."""

from __future__ import annotations

from citecheck import pipeline
from citecheck.model.job import Job
from citecheck.model.table import Verdict
from citecheck.reconcile.copies import copies_table
from tests.collate.copies import cited, noted

NOTES = ("Marlowe, 1951, p. 3, on Brest.", "Perrin, 1962, p. 7, on Hull.", "Oduya, 1999, p. 1, on Kiel.")


def test_each_pair_of_notes_has_a_row_with_what_differs() -> None:
    first, second = cited(noted(*NOTES), "a.md"), cited(noted("", NOTES[1].replace("7", "9"), NOTES[2]), "b.md")
    report = pipeline.compare(first.document, second.document, Job())
    assert report.collation is not None
    table = copies_table(report.collation, report.findings, word=lambda found: found.code, names=("A", "B"))
    assert (table.names, table.made_by, table.paths) == (("A", "B"), "compare", ("a.md", "b.md"))
    assert [(row.verdict, [one.code for one in row.differences]) for row in table.rows] == [
        (Verdict.DIFFERS, ["CMP001"]),
        (Verdict.DIFFERS, ["CMP003"]),
        (Verdict.SAME, []),
    ]
    assert {row.section for row in table.rows} == {"Ports"}
