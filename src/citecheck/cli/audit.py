"""``citecheck audit``: runs the rules and reports what they find."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from citecheck.cli import candidates
from citecheck.cli.asking import leave_if_interrupted, link_checker
from citecheck.cli.common import (
    Color,
    Exit,
    Inputs,
    Level,
    Ui,
    choose_inputs,
    complain,
    configuration,
    decisions_file,
    emit,
    job_of,
    line_width,
    split_list,
    tell,
    tell_inputs,
    ui_in_force,
    use_color,
)
from citecheck.cli.ending import leave, level_in_force, status_of
from citecheck.cli.gate import Baseline, Memory, NoWaivers, Since, Today, UpdateBaseline, gate_of
from citecheck.cli.options import (
    Bibliography,
    Changes,
    Coloring,
    CompareBibliography,
    FailOn,
    Ignore,
    Interface,
    Lang,
    Paged,
    Paths,
    Quiet,
    Select,
    Sort,
    Tracked,
    Verbose,
)
from citecheck.cli.outputs import Order, Output, choose_outputs, project_root
from citecheck.cli.sources import RetractionFile, leave_if_stopped
from citecheck.cli.terminal import show
from citecheck.cli.writing import append_file, choose_destination, encoded, write_files
from citecheck.errors import CitecheckError, InputError
from citecheck.report import FOR_PEOPLE, FORMATS, render_report

STALE = "{file}: {stale} of {all} decisions match nothing any more ('citecheck reconcile' lists them)"

if TYPE_CHECKING:
    from citecheck.config import Config
    from citecheck.model.decision import Decision
    from citecheck.model.report import Report
    from citecheck.report.brief import Named


def audit(
    paths: Paths = None,
    lang: Lang = None,
    bibliography: Bibliography = None,
    compare_bibliography: CompareBibliography = None,
    changes: Changes = Tracked.ACCEPT,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar=f"[{'|'.join(FORMATS)}]",
            help="What to write.  [default: what the name of --output ends in, else text]",
            show_default=False,
            autocompletion=candidates.formats,
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="[FORMAT=]FILE",
            help="Write to FILE instead of standard output (-), in FORMAT, or the format of --format, or what the name "
            "ends in. May be repeated.",
            show_default=False,
            autocompletion=candidates.outputs,
        ),
    ] = None,
    sort: Sort = Order.SEVERITY,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = None,
    since: Since = None,
    baseline: Baseline = None,
    update_baseline: UpdateBaseline = False,
    no_waivers: NoWaivers = False,
    today: Today = None,
    ui: Interface = None,
    color: Coloring = Color.AUTO,
    links: Annotated[
        bool, typer.Option("--links", help="Also ask the network for every URL ('citecheck links' has more options).")
    ] = False,
    sources: Annotated[
        bool,
        typer.Option(
            "--sources", help="Also ask the registries for every work ('citecheck sources' has more options)."
        ),
    ] = False,
    retractions: RetractionFile = None,
    offline: Annotated[
        bool,
        typer.Option("--offline", help="Guarantee that the network is not used, whatever else is said."),
    ] = False,
    pager: Paged = True,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check a report's footnotes, bibliography and citations.

    All PATHs together are one report, in one or several languages. The exit status is 0 where nothing is as severe as
    --fail-on says, 1 where something is, 2 where the command or an input is wrong, 3 where citecheck itself failed.
    """
    config = configuration()
    memory = Memory(config, baseline, update_baseline, since)
    gate = gate_of(config, today, no_waivers)
    inputs = replace(
        choose_inputs(paths, lang, bibliography, config),
        databases=tuple(compare_bibliography or ()) or config.compare_bibliography,
        rejected=changes is Tracked.REJECT,
    )
    memory.keep_off(inputs)
    outputs = choose_outputs(format, output, (*inputs.files, *memory.files))
    tell_inputs(inputs, quiet=quiet)
    from citecheck import pipeline

    checker = None
    if links:
        # Offline, what earlier runs know of the links is still told.
        settings = replace(config.links, offline=offline)
        spoken = ui_in_force(ui, config, for_people=outputs[0].format in FOR_PEOPLE)
        checker = link_checker(settings, quiet=quiet, verbose=verbose, ui=spoken)
    verifier = None
    looked_into = retractions or config.sources.retractions
    if sources or looked_into is not None:
        from citecheck.cli.verifying import source_checker

        # A file of retractions is looked into without the network, too.
        asking = replace(config.sources, offline=offline or not sources, retractions=looked_into)
        verifier = source_checker(asking, config.links, quiet=quiet)
    job = job_of(inputs, config, gate)
    job = replace(job, select=split_list(select) or job.select, ignore=split_list(ignore) or job.ignore)
    known = memory.known_to(job, pipeline.audit, quiet)
    report = memory.settled(pipeline.audit(replace(job, gate=known, links=checker, sources=verifier)), quiet)
    report = replace(report, configuration=config.shown)
    if not report.versions:
        raise InputError("there is no text in what was read: name a file with a report")
    level = level_in_force(fail_on, config)
    status = status_of(report, level)
    manner = _Manner(ui, config, color, verbose, level, status, sort, inputs)
    _write(outputs, [manner.written(report, one) for one in outputs], quiet=quiet, pager=pager)
    if any(one.format == "github" for one in outputs):
        _summarise(report, ui_in_force(ui, config, for_people=False), manner.named, inputs)
    if job.decisions and not quiet:
        _tell_stale(report, job.decisions, str(decisions_file(config)))
    leave_if_interrupted(report.links)
    leave_if_stopped(report.sources.interrupted if report.sources is not None else None)
    leave(report, status, done="findings are reported")


class _Manner:
    """How reports are written: in which language, with which colours, and what is told of the run."""

    def __init__(
        self,
        ui: Ui | None,
        config: Config,
        color: Color,
        verbose: bool,
        level: Level,
        status: Exit,
        sort: Order,
        inputs: Inputs,
    ) -> None:
        from citecheck.report.brief import named_below

        self.ui = ui
        self.config = config
        self.color = color
        self.verbose = verbose
        self.level = level
        self.status = status
        self.sort = sort
        self.inputs = inputs
        self.named = named_below(str(project_root()), str(Path.cwd()))

    def written(self, report: Report, output: Output) -> str:
        """A report in the format of an output."""
        return render_report(
            report,
            output.format,
            ui=ui_in_force(self.ui, self.config, for_people=output.format in FOR_PEOPLE),
            color=use_color(self.color, output.file),
            width=line_width(output.file),
            verbose=self.verbose,
            named=self.named,
            status=self.status,
            fail_on=self.level.value,
            sort=self.sort.value,
            offered=_offered(self.inputs) if output.format == "html" else (),
        )


def _offered(inputs: Inputs) -> list[str]:
    """The commands that write the findings into the documents among the inputs."""
    from citecheck.annotate import endings

    named = [Path(path) for path in inputs.texts]
    return [
        shlex.join(["citecheck", "annotate", str(path), "-o", f"{path.stem}.checked{path.suffix}"])
        for path in named
        if path.suffix.lower() in endings()
    ]


def _write(outputs: Sequence[Output], written: Sequence[str], *, quiet: bool, pager: bool) -> None:
    """Writes each report to its destination: the files first, all of them or none. Text for somebody who is looking goes
    through the ``pager``, where that is wanted."""
    reports = list(zip(outputs, written, strict=True))
    write_files([(Path(one.file), encoded(made)) for one, made in reports if one.file is not None])
    for one, made in reports:
        if one.file is None and pager and one.format == "text":
            show(made)
        elif one.file is None:
            emit(made)
        elif not quiet:
            tell("wrote {files}", files=one.file)


def _summarise(report: Report, ui: str, named: Named, inputs: Inputs) -> None:
    """Adds the report to GitHub's page of the job, where the service says which file makes it."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return
    from citecheck.report.findings.markdown import SUMMARY, markdown_report

    try:
        choose_destination(file, inputs.files, "GITHUB_STEP_SUMMARY")
        append_file(Path(file), encoded(markdown_report(report, ui=ui, named=named, longest=SUMMARY) + "\n"))
    except CitecheckError as error:
        # The findings are written already; a page that cannot be is no reason to fail.
        complain(f"the summary of the job is not written: {error}")


def _tell_stale(report: Report, decisions: Sequence[Decision], file: str) -> None:
    """Says how many decisions match nothing any more: silence would let them rot."""
    from citecheck.triage.decisions import outdated

    stale = len(outdated(report.alignments, decisions))
    if stale:
        tell(STALE, file=file, stale=stale, all=len(decisions))
