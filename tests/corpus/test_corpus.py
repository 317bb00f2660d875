"""Documents of unlike style: silence on the clean ones, and each planted error found once."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from tests.planting.documents import Clean, documents
from tests.planting.judging import base_audited, judge, kinds
from tests.planting.plants import Kind
from tests.tried import tried

CLEAN = [*documents(Path(__file__).parent / "clean")]
SILENT = [*documents(Path(__file__).parent / "silent")]
"""Clean documents that the bench cannot plant in, since their entries or notes stand in markup or among page heads."""

MOST = tried(2, 12)
"""Documents in which one kind of error is planted here."""


@pytest.mark.parametrize("clean", [*CLEAN, *SILENT], ids=lambda clean: clean.name)
def test_a_clean_document_raises_no_error_and_no_warning(clean: Clean) -> None:
    report = base_audited(clean)
    assert report.crashes == ()
    alarms = [
        (finding.code, finding.place.span.line, finding.place.span.text)
        for finding in report.findings
        if finding.severity.rank < 2
    ]
    assert alarms == []


@pytest.mark.thorough
@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_planted_errors_are_found_and_found_once(kind: Kind) -> None:
    # From document to document by turns, so that all of them come up; the bench takes them all for each kind.
    turn = kinds().index(kind) % len(CLEAN)
    planted = ((clean, plant) for clean in [*CLEAN[turn:], *CLEAN[:turn]] for plant in kind.plants(clean, 11, 1))
    outcomes = [judge(clean, plant) for clean, plant in islice(planted, MOST)]
    assert outcomes
    raised = [(one.clean.name, [alarm.code for alarm in one.raised]) for one in outcomes if one.raised]
    assert not raised
    found = [one for one in outcomes if one.found]
    missed = [(one.clean.name, one.plant.what) for one in outcomes if not one.found]
    doubled = [(one.clean.name, one.plant.what, [extra.code for extra in one.extra]) for one in found if one.extra]
    # Two markers or a gap among three labelled notes, which whoever renders them numbers, are no defect that shows.
    allowed = max(1, len(outcomes) // 10)
    assert len(missed) <= allowed, missed
    assert len(doubled) <= 1, doubled
