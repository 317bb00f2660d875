"""The sources for a person: what needs one first, what was found where."""

from __future__ import annotations

from citecheck import audit
from citecheck.model.records import Outcome, Record
from citecheck.model.sources import Asked, Difference, Retractions, Source, SourceReport, SourceStatus
from citecheck.report.sources.text import ORDER, source_counts, text_sources
from citecheck.sources.plan import plan

TEXT = "A (Doe, 2019).\n\n## References\n\nDoe, J. (2019). *Ice*. Northport: Press.\n\nRoe, R. (2020). *Fog*. Northport: Press.\n"


def report(*sources: Source) -> SourceReport:
    made = audit(["a.md"], contents={"a.md": TEXT.encode()})
    return SourceReport(made.versions, sources, Retractions("rw.csv", "2026-11-28", 70512))


def sources() -> tuple[Source, Source]:
    made = audit(["a.md"], contents={"a.md": TEXT.encode()})
    one, two = plan(made.versions, ())
    asked = (
        Asked("openlibrary", "/search.json", Outcome.NOT_THERE, "2026-11-30"),
        Asked("openalex", "/works", Outcome.NO_ANSWER, ""),
    )
    record = Record("crossref", ("Ice",), years=(2018,), doi="10.5555/ice")
    return (
        Source(one, SourceStatus.CONFIRMED, record=record),
        Source(two, SourceStatus.DIFFERS, asked, record, (Difference("year", "2020", ("2018",), 2),)),
    )


def test_what_needs_a_person_is_shown() -> None:
    text = text_sources(report(*sources()))
    assert "Roe, 2020" in text
    assert "Doe, 2019" not in text
    assert "Crossref has: (2018) Ice." in text
    assert "https://doi.org/10.5555/ice" in text
    assert "its year: “2020” is printed, “2018” was found" in text
    assert "not found in OpenLibrary (answered on 30 November 2026)" in text
    assert "no answer from OpenAlex" in text
    assert "Doe, 2019" in text_sources(report(*sources()), verbose=True)


def test_counts() -> None:
    assert source_counts(report(*sources()), "en").startswith("2 works · 1 that differ")
    assert "retractions of 28 November 2026 (rw.csv, 70512 rows)" in source_counts(report(), "en")


def test_every_status_has_its_place() -> None:
    assert set(ORDER) == set(SourceStatus)
