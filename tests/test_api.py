"""The public API: what `citecheck.audit` takes."""

from __future__ import annotations

from inspect import signature
from pathlib import Path

import pytest
from msgspec.structs import fields

import citecheck
from citecheck.model.job import Job

EXAMPLE = Path(__file__).parents[1] / "docs" / "example" / "report.md"


def test_an_audit_takes_what_a_job_holds() -> None:
    assert sorted(signature(citecheck.audit).parameters) == sorted(field.name for field in fields(Job))


def test_an_audit_takes_lists_and_says_what_it_found() -> None:
    report = citecheck.audit([str(EXAMPLE)], select=["PAG"], ignore=["PAG003"])
    assert {code[:3] for code in report.run} == {"PAG"}
    assert "PAG003" not in report.run


def test_a_name_that_is_not_there_is_refused() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        _ = citecheck.nothing
