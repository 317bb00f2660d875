"""Documents of unlike style: silence on the clean ones, and each planted error found once."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCH = Path(__file__).parents[2] / "bench" / "planted" / "run.py"
SILENT = Path(__file__).parent / "silent"
"""Clean documents that the bench cannot plant in, since their entries or notes stand in markup or among page heads."""

MOST = 12
"""Documents in which one kind of error is planted here."""


@cache
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("planted_run", BENCH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def names() -> list[str]:
    return [clean.name for clean in every()]


def every() -> list[Any]:
    return [*bench().documents(bench().DOCUMENTS), *bench().documents(SILENT)]


@pytest.mark.parametrize("name", names())
def test_a_clean_document_raises_no_error_and_no_warning(name: str) -> None:
    run = bench()
    clean = next(one for one in every() if one.name == name)
    report = run._audit(clean, clean.text)
    assert report.crashes == ()
    alarms = [
        (found.code, found.place.span.line, found.place.span.text)
        for found in report.findings
        if found.severity.rank < 2
    ]
    assert alarms == []


@cache
def clean_audits() -> list[tuple[Any, Any]]:
    """The documents that errors are planted in, each with its audit."""
    run = bench()
    return [(clean, run._audit(clean, clean.text)) for clean in run.documents(run.DOCUMENTS)]


@pytest.mark.parametrize("kind", bench().KINDS)
def test_planted_errors_are_found_and_found_once(kind: str) -> None:
    run = bench()
    # From document to document by turns, so that all of them come up; the bench takes them all for each kind.
    turn = list(run.KINDS).index(kind) % len(clean_audits())
    order = [*clean_audits()[turn:], *clean_audits()[:turn]]
    planted = ((clean, before, plant) for clean, before in order for plant in run.plants(clean, kind, 11, 1))
    outcomes = [run._judge(*one) for one in islice(planted, MOST)]
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
