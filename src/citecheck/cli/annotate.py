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
    say,
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
    from collections.abc import Sequence

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

    Earlier comments of citecheck are replaced, but for those that somebody has answered or resolved: what these are about counts
    as known. All other comments, tracked changes and notes stay as they are. The exit status is that of audit.
    """
    from citecheck.annotate import annotated, remarks_on
    from citecheck.read.files import read_bytes

    others = tuple(beside or ())
    destination = _destination(file, output, others)
    raw = read_bytes(file)
    if clean:
        destination.write_bytes(annotated(file, raw, ()), quiet=quiet)
        return
    config = configuration()
    memory = Memory(config, baseline, False, None)
    inputs = choose_inputs(_unsaid((file, *others), lang), lang, bibliography, config, data=False)
    choose_destination(output, (*inputs.files, *memory.files))
    job = job_of(inputs, config, gate_of(config, today, no_waivers))
    job = replace(job, select=split_list(select) or job.select, ignore=split_list(ignore) or job.ignore)
    from citecheck import pipeline

    report = pipeline.audit(replace(job, gate=memory.known_to(job, pipeline.audit, quiet)))
    remarks = remarks_on(file, report, ui_in_force(ui, config, for_people=True))
    day = job.gate.today.isoformat() if job.gate.today is not None else ""
    destination.write_bytes(annotated(file, raw, remarks, day), quiet=True)
    if not quiet:
        _tell(destination, remarks, report, verbose)
    leave(report, status_of(report, level_in_force(fail_on, config)), done="findings are written")


def _destination(file: str, output: str | None, others: tuple[str, ...]) -> Destination:
    """Where the annotated document goes. Raises UsageError or InputError where it cannot be made, or go there."""
    from citecheck.annotate import check_ending

    check_ending(file)
    if output is None:
        path = Path(file)
        proposed = f"{path.stem}.checked{path.suffix}"
        raise UsageError(f"--output is missing: name the file to write, as in --output {proposed}")
    destination = choose_destination(output, (file, *others))
    if destination.file is None:
        raise UsageError("--output -: a document is no text for a terminal: name a file")
    if Path(output).suffix.lower() != Path(file).suffix.lower():
        raise InputError(
            f"--output {output}: the annotated document is of the same format: name a {Path(file).suffix} file"
        )
    return destination


def _unsaid(paths: Sequence[str], lang: Sequence[str] | None) -> list[str]:
    """The paths whose language is not said."""
    said = {pair.partition("=")[2] for pair in lang or ()}
    return [path for path in paths if path not in said]


def _tell(destination: Destination, remarks: tuple[Remark, ...], report: Report, verbose: bool) -> None:
    """Says what was written, each comment where all is wanted, and how many findings are in no word of the document."""
    from citecheck.model.finding import State

    spoken = ui_of_run()
    tell("wrote {file} with {comments}", file=destination.path, comments=counted(len(remarks), "comment", spoken))
    for remark in remarks if verbose else ():
        say(f"{remark.head}: {remark.paragraphs[0]}")
    others = sum(one.state is State.NEW for one in report.findings) - len(remarks)
    if others:
        told = counted(others, "finding", spoken)
        tell("{findings} in other files of the report: 'citecheck audit' tells them", findings=told)
