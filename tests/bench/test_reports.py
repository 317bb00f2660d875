"""Two reports with mistakes planted by hand: what is found of them, as what it is, and what is said of the clean ones."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def bench() -> ModuleType:
    spec = spec_from_file_location("planted_reports", ROOT / "bench" / "planted" / "reports.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


REPORTS = bench()
BY_NAME = {report.name: report for report in REPORTS.reports()}


@pytest.mark.parametrize(("name", "lost"), [("ferries.en", 4), ("sable.fr", 4)])
def test_mistakes_are_found_as_what_they_are(name: str, lost: int) -> None:
    report = BY_NAME[name]
    outcome = REPORTS.judged(report, report.mistakes)
    assert len(report.mistakes) >= 32
    missed = [one.mistake.kind for one in outcome.told if not one.found]
    assert len(missed) <= lost, missed
    assert [f"{one.code} {one.place.span.line}" for one in outcome.false] == []


@pytest.mark.parametrize("name", ["ferries.en", "sable.fr"])
def test_nothing_is_wrong_with_the_clean_reports(name: str) -> None:
    report = BY_NAME[name]
    found = REPORTS.audited(report, report.text)
    assert [f"{one.code} {one.place.span.line}" for one in found if one.severity.value != "info"] == []


def test_an_edit_must_fit_once() -> None:
    mistake = REPORTS.Mistake("a slip", ("CIT003",), (("b", "c"),), ())
    with pytest.raises(ValueError, match="a slip: 'b' stands 2 times"):
        REPORTS.planted("a b b\n\n## Notes\n", [mistake])
