"""What is said of a work: at its first entry, with the other language's as counterparts."""

from __future__ import annotations

import pytest

from citecheck import audit
from citecheck.checks.sources.told import TEXT
from citecheck.model.finding import Severity
from citecheck.model.records import Record
from citecheck.model.reference import Person
from citecheck.model.sources import Difference, Source, SourceReport, SourceStatus
from citecheck.sources.plan import plan

RECORD = Record("crossref", ("A grammar of tides",), (Person("Low"),), 1, doi="10.5555/ice.1")


def found(
    status: SourceStatus, record: Record | None = RECORD, *differs: Difference, text: str = TEXT
) -> list[tuple[str, str]]:
    made = audit(
        ["a.md"],
        contents={"a.md": text.encode()},
        select=["SRC"],
        sources=lambda versions, alignments: SourceReport(
            tuple(versions), tuple(Source(one, status, (), record, differs) for one in plan(versions, alignments))
        ),
    )
    assert made.crashes == ()
    return [(one.code, one.severity.value) for one in made.findings]


@pytest.mark.parametrize(
    ("status", "codes"),
    [
        (SourceStatus.CONFIRMED, []),
        (SourceStatus.NOT_ANSWERED, []),
        (SourceStatus.NOT_EXPECTED, []),
        (SourceStatus.SKIPPED, []),
        (SourceStatus.NOT_FOUND, [("SRC007", "info")]),
        (SourceStatus.UNREGISTERED, [("SRC005", "error")]),
        (SourceStatus.OTHER_WORK, [("SRC006", "error")]),
        (SourceStatus.RETRACTED, [("SRC004", "error")]),
    ],
)
def test_statuses(status: SourceStatus, codes: list[tuple[str, str]]) -> None:
    assert found(status) == codes


def test_an_entry_that_says_that_it_is_retracted() -> None:
    said = TEXT.replace("The ice of the northern", "RETRACTED: The ice of the northern")
    assert found(SourceStatus.RETRACTED, text=said) == [("SRC004", "info")]


def test_the_same_first_author_makes_another_work_a_warning() -> None:
    record = Record("crossref", ("A grammar of tides",), (Person("Doe"),), 1)
    assert found(SourceStatus.OTHER_WORK, record) == [("SRC006", "warning")]


@pytest.mark.parametrize(("distance", "severity"), [(1, Severity.INFO), (2, Severity.WARNING)])
def test_years(distance: int, severity: Severity) -> None:
    assert found(SourceStatus.DIFFERS, RECORD, Difference("year", "2019", ("2017",), distance)) == [
        ("SRC002", severity.value)
    ]
