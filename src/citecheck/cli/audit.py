"""``citecheck audit``: runs the rules and reports what they find."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from citecheck.cli.common import (
    Bibliography,
    Color,
    Exit,
    Inputs,
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
from citecheck.cli.gate import Baseline, Memory, NoWaivers, Since, Today, UpdateBaseline, gate_of

if TYPE_CHECKING:
    from citecheck.model.decision import Decision
    from citecheck.model.gate import Gate
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
    since: Since = None,
    baseline: Baseline = None,
    update_baseline: UpdateBaseline = False,
    no_waivers: NoWaivers = False,
    today: Today = None,
    ui: Annotated[
        Ui | None,
        typer.Option(
            "--ui",
            help="The language of messages.  [default: the locale's for text, English for JSON]",
            show_default=False,
        ),
    ] = None,
    color: Annotated[Color, typer.Option("--color", help="When to use colours.")] = Color.AUTO,
    offline: Annotated[
        bool, typer.Option("--offline", help="Guarantee that the network is not used. An audit never uses it.")
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

    del offline  # Nothing that an audit does could use the network; the option is a promise to whoever asks for it.
    config = load_config()
    memory = Memory(config, baseline, update_baseline, since)
    gate = gate_of(config, today, no_waivers)
    inputs = choose_inputs(paths, lang, bibliography, config)
    if inputs.chosen and not quiet:
        say(inputs.chosen)
    from citecheck import pipeline

    file = decisions_file(config)
    decisions = read_decisions(file)

    def audited(inputs: Inputs, gate: Gate) -> Report:
        return pipeline.audit(
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
            gate=gate,
            contents=inputs.contents,
        )

    report = memory.settled(audited(inputs, memory.gate(gate, inputs, audited, quiet)), quiet)
    if not report.versions:
        raise InputError("there is no text in what was read: name a file with a report")
    told = ui.value if ui is not None else config.ui
    emit(
        render_report(
            report,
            format.value,
            ui=told or (ui_of_locale() if format is TextOrJson.TEXT else "en"),
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
    if report.crashes:
        codes = ", ".join(crash.code for crash in report.crashes)
        say(f"a rule failed ({codes}): the others' findings are reported, but this is a defect of citecheck")
        raise typer.Exit(Exit.FAILED)
    level = fail_on.value if fail_on is not None else config.fail_on or Level.ERROR.value
    if report.fails(None if level == Level.NEVER else Severity(level)):
        raise typer.Exit(Exit.FINDINGS)


def _tell_stale(report: Report, decisions: Sequence[Decision], file: str) -> None:
    """Says how many decisions match nothing any more: silence would let them rot."""
    from citecheck.reconcile.decisions import outdated

    stale = len(outdated(report.alignments, decisions))
    if stale:
        say(f"{file}: {stale} of {len(decisions)} decisions match nothing any more ('citecheck reconcile' lists them)")
