"""``citecheck annotate``: the findings as comments in the document itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from citecheck.cli.common import (
    choose_inputs,
    configuration,
    job_of,
    split_list,
    tell,
    ui_in_force,
    ui_of_run,
)
from citecheck.cli.ending import leave, level_in_force, status_of
from citecheck.cli.gate import Baseline, Memory, NoWaivers, Today, gate_of
from citecheck.cli.options import Bibliography, FailOn, Ignore, Lang, Quiet, Select, Spoken, Verbose
from citecheck.cli.speech import counted
from citecheck.cli.writing import Destination, choose_destination
from citecheck.errors import InputError, UsageError

if TYPE_CHECKING:
    from citecheck.annotate import Remark
    from citecheck.model.report import Report


def annotate(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The document to annotate.", show_default=False)],
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write the annotated document.", show_default=False
        ),
    ] = None,
    beside: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="PATH",
            help="Another file of the same report, which is read and not annotated. May be repeated.",
            show_default=False,
        ),
    ] = None,
    clean: Annotated[
        bool, typer.Option("--clean", help="Only take citecheck's comments out that nobody has answered or resolved.")
    ] = False,
    lang: Lang = None,
    bibliography: Bibliography = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = None,
    baseline: Baseline = None,
    no_waivers: NoWaivers = False,
    today: Today = None,
    ui: Spoken = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write the findings into the document itself, as comments on the words that they are about.

    Earlier comments of citecheck are replaced, but for those that somebody has answered or resolved: what these say counts
    as known. All other comments, tracked changes and notes stay as they are. The exit status is that of audit.
    """
    from citecheck.annotate import annotated, remarks_on
    from citecheck.read.files import read_bytes

    del verbose
    if output is None:
        raise UsageError(f"--output is missing: name the file to write, as in --output {_proposed(file)}")
    destination = choose_destination(output, (file, *(beside or ())))
    if destination.file is None:
        raise UsageError("--output -: a document is no text for a terminal: name a file")
    raw = read_bytes(file)
    if clean:
        destination.write_bytes(annotated(file, raw, ()), quiet=quiet)
        return
    config = configuration()
    memory = Memory(config, baseline, False, None)
    named = [path for path in (file, *(beside or ())) if path not in {pair.partition("=")[2] for pair in lang or ()}]
    inputs = choose_inputs(named, lang, bibliography, config, data=False)
    destination = choose_destination(output, (*inputs.files, *memory.files))
    job = job_of(inputs, config, gate_of(config, today, no_waivers))
    job = replace(job, select=split_list(select) or job.select, ignore=split_list(ignore) or job.ignore)
    from citecheck import pipeline

    report = pipeline.audit(replace(job, gate=memory.known_to(job, pipeline.audit, quiet)))
    if not report.versions:
        raise InputError("there is no text in what was read: name a file with a report")
    remarks = remarks_on(file, report, ui_in_force(ui, config, for_people=True))
    day = job.gate.today.isoformat() if job.gate.today is not None else ""
    destination.write_bytes(annotated(file, raw, remarks, day), quiet=True)
    status = status_of(report, level_in_force(fail_on, config))
    if not quiet:
        _tell(destination, remarks, report)
    leave(report, status, done="findings are written")


def _proposed(file: str) -> str:
    path = Path(file)
    return f"{path.stem}.checked{path.suffix}"


def _tell(destination: Destination, remarks: tuple[Remark, ...], report: Report) -> None:
    """Says what was written, and how many findings are in no word of the document."""
    from citecheck.model.finding import State

    tell("wrote {file} with {comments}", file=destination.path, comments=counted(len(remarks), "comment", ui_of_run()))
    others = sum(one.state is State.NEW for one in report.findings) - len(remarks)
    if others:
        tell(
            "{findings} in other files of the report: 'citecheck audit' tells them",
            findings=counted(others, "finding", ui_of_run()),
        )
