"""How a command that reports findings ends."""

from __future__ import annotations

import pytest
import typer
from msgspec.structs import replace

from citecheck.cli.common import Exit, Level
from citecheck.cli.ending import leave, level_in_force, status_of
from citecheck.config import Config
from citecheck.model.evidence import Crash
from citecheck.model.finding import Finding, Place, Severity
from citecheck.model.report import Report
from citecheck.model.source import Source, Span

FINDING = Finding(
    code="STY001", place=Place(Span(Source("a.md", "text"), 0, 4)), message="m", severity=Severity.WARNING, subject="s"
)
REPORT = Report(findings=(FINDING,), versions=(), rules={})
CRASHED = replace(REPORT, crashes=(Crash("STY001", "KeyError: 'x'", "somewhere:1"),))


@pytest.mark.parametrize(
    ("said", "configured", "level"),
    [(None, None, Level.ERROR), (None, "info", Level.INFO), (Level.NEVER, "info", Level.NEVER)],
)
def test_the_command_line_goes_before_the_configuration(
    said: Level | None, configured: str | None, level: Level
) -> None:
    assert level_in_force(said, Config(fail_on=configured)) is level


@pytest.mark.parametrize(
    ("level", "status"),
    [
        (Level.INFO, Exit.FINDINGS),
        (Level.WARNING, Exit.FINDINGS),
        (Level.ERROR, Exit.CLEAN),
        (Level.NEVER, Exit.CLEAN),
    ],
)
def test_the_status_follows_the_severest_finding(level: Level, status: Exit) -> None:
    assert status_of(REPORT, level) is status


def test_a_rule_that_failed_outranks_all_findings() -> None:
    assert status_of(CRASHED, Level.NEVER) is Exit.FAILED


def test_a_clean_report_ends_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    leave(REPORT, Exit.CLEAN, done="findings are shown")
    assert capsys.readouterr() == ("", "")


def test_a_rule_that_failed_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as leaving:
        leave(CRASHED, Exit.FAILED, done="findings are shown")
    assert leaving.value.exit_code == Exit.FAILED
    assert capsys.readouterr().err == (
        "citecheck: a rule failed (STY001): the others' findings are shown, but this is a defect of citecheck\n"
    )
