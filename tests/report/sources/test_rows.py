"""The sources as rows."""

from __future__ import annotations

from citecheck.report.sources.rows import HEADER, cells, header, rows
from tests.report.sources.samples import hostile


def test_what_needs_a_person_comes_first() -> None:
    first, second = rows(hostile(), "en")
    assert (first.status, second.status) == ("differs", "confirmed")
    assert first.differences == ("its year: “2020” is printed, “2018” was found",)
    assert first.asked == ("not found in OpenLibrary (answered on 30 November 2026)",)
    assert first.printed[0].startswith("=Roe, R. (2020)")
    assert (second.address, second.differences, second.asked) == ("", (), ())


def test_each_column_has_a_name_and_a_cell() -> None:
    for ui in ("en", "fr"):
        assert len(set(header(ui))) == len(HEADER)
        assert {len(line) for line in cells(rows(hostile(), ui))} == {len(HEADER)}
    assert header("fr") != header("en")
