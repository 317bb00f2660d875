"""How a command that reports findings ends: from which severity on they make it fail, and with which exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from citecheck.cli.common import Exit, Level, tell

if TYPE_CHECKING:
    from citecheck.config import Config
    from citecheck.model.report import Report

__all__ = ["leave", "level_in_force", "status_of"]


def level_in_force(said: Level | None, config: Config) -> Level:
    """From which severity on findings make a command fail: as the command line says, else the configuration."""
    return said or Level(config.fail_on or Level.ERROR)


def status_of(report: Report, level: Level) -> Exit:
    """The exit status that a report comes to."""
    from citecheck.model.finding import Severity

    if report.crashes:
        return Exit.FAILED
    return Exit.FINDINGS if report.fails(None if level is Level.NEVER else Severity(level.value)) else Exit.CLEAN


def leave(report: Report, status: Exit, *, done: str) -> None:
    """Ends the command with a status, unless it is a clean one. Of rules that failed it says what was ``done`` without
    them."""
    if report.crashes:
        codes = ", ".join(crash.code for crash in report.crashes)
        tell(f"a rule failed ({{codes}}): the others' {done}, but this is a defect of citecheck", codes=codes)
    if status is not Exit.CLEAN:
        raise typer.Exit(status)
