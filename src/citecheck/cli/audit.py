"""``citecheck audit``: runs the rules and reports what they find."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from citecheck.cli.asking import leave_if_interrupted, link_checker
from citecheck.cli.common import (
    Bibliography,
    Color,
    Exit,
    Lang,
    Output,
    Paths,
    Quiet,
    TextOrJson,
    Ui,
    Verbose,
    choose_inputs,
    decisions_file,
    emit,
    line_width,
    say,
    split_list,
    ui_of_locale,
    use_color,
)

if TYPE_CHECKING:
    from citecheck.model.decision import Decision
    from citecheck.model.report import Report


class Level(StrEnum):
    """From which severity on findings make the exit status 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


def audit(
    paths: Paths = None,
    lang: Lang = None,
    bibliography: Bibliography = None,
    format: Annotated[TextOrJson, typer.Option("--format", help="What to write.")] = TextOrJson.TEXT,
    output: Output = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar="RULES",
            help="Report only these: codes, the beginnings of codes, or names, with commas. May be repeated.",
            show_default=False,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore",
            metavar="RULES",
            help="Leave these out, also of those selected. May be repeated.",
            show_default=False,
        ),
    ] = None,
    fail_on: Annotated[
        Level | None,
        typer.Option(
            "--fail-on",
            help="Exit with status 1 where a finding is at least this severe.  [default: error]",
            show_default=False,
        ),
    ] = None,
    ui: Annotated[
        Ui | None,
        typer.Option(
            "--ui",
            help="The language of messages.  [default: the locale's for text, English for JSON]",
            show_default=False,
        ),
    ] = None,
    color: Annotated[Color, typer.Option("--color", help="When to use colours.")] = Color.AUTO,
    links: Annotated[
        bool, typer.Option("--links", help="Also ask the network for every URL ('citecheck links' has more options).")
    ] = False,
    offline: Annotated[
        bool,
        typer.Option("--offline", help="Guarantee that the network is not used, whatever else is said."),
    ] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check a report's footnotes, bibliography and citations.

    All PATHs together are one report, in one or several languages. The exit status is 0 where nothing is as severe as
    --fail-on says, 1 where something is, 2 where the command or an input is wrong, 3 where citecheck itself failed.
    """
    from citecheck.config import load_config
    from citecheck.errors import InputError
    from citecheck.model.finding import Severity
    from citecheck.read.decisions import read_decisions
    from citecheck.report import render_report

    config = load_config()
    inputs = choose_inputs(paths, lang, bibliography, config)
    if inputs.chosen and not quiet:
        say(inputs.chosen)
    from citecheck import pipeline

    told = ui.value if ui is not None else config.ui
    words = told or (ui_of_locale() if format is TextOrJson.TEXT else "en")
    checker = None
    if links:
        # Offline, what earlier runs know of the links is still told.
        settings = replace(config.links, offline=offline)
        checker = link_checker(settings, quiet=quiet, verbose=verbose, ui=words)
    file = decisions_file(config)
    decisions = read_decisions(file)
    report = pipeline.audit(
        inputs.paths,
        langs=inputs.langs,
        bibliography=inputs.bibliography,
        select=split_list(select) or config.select,
        ignore=split_list(ignore) or config.ignore,
        stdin=inputs.stdin,
        data=inputs.data,
        own_rates=config.rates,
        official_rates=config.official_rates,
        decisions=decisions,
        links=checker,
    )
    if not report.versions:
        raise InputError("there is no text in what was read: name a file with a report")
    emit(
        render_report(
            report,
            format.value,
            ui=words,
            color=use_color(color, output),
            width=line_width(output),
            verbose=verbose,
        ),
        output,
    )
    if output not in (None, "-") and not quiet:
        say(f"wrote {output}")
    if decisions and not quiet:
        _tell_stale(report, decisions, str(file))
    leave_if_interrupted(report.links)
    if report.crashes:
        codes = ", ".join(crash.code for crash in report.crashes)
        say(f"a rule failed ({codes}): the others' findings are reported, but this is a defect of citecheck")
        raise typer.Exit(Exit.FAILED)
    level = fail_on.value if fail_on is not None else config.fail_on or Level.ERROR.value
    if report.fails(None if level == Level.NEVER else Severity(level)):
        raise typer.Exit(Exit.FINDINGS)


def _tell_stale(report: Report, decisions: Sequence[Decision], file: str) -> None:
    """Says how many decisions match nothing any more: silence would let them rot."""
    from citecheck.reconcile.decisions import apply

    left = [apply(alignment, decisions).stale for alignment in report.alignments]
    stale = sum(all(one in found for found in left) for one in decisions) if left else 0
    if stale:
        say(f"{file}: {stale} of {len(decisions)} decisions match nothing any more ('citecheck reconcile' lists them)")
