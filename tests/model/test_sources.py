"""What is known of the works of a report."""

from __future__ import annotations

from citecheck.model.sources import Source, SourceClass, SourceReport, SourceStatus, Subject

ONE = Subject("a", SourceClass.BOOK, (), titles=(("fr", "Glace"), ("en", "Ice")))


def test_what_is_searched_for() -> None:
    assert (ONE.title, ONE.sought) == ("Glace", "Ice")
    assert Subject("b", SourceClass.BOOK, (), titles=(("fr", "Glace"),)).sought == "Glace"
    assert Subject("c", SourceClass.NOBODY, ()).title == ""


def test_counts() -> None:
    report = SourceReport((), (Source(ONE, SourceStatus.CONFIRMED), Source(ONE, SourceStatus.CONFIRMED)))
    assert report.counts[SourceStatus.CONFIRMED] == 2
    assert report.counts[SourceStatus.RETRACTED] == 0
