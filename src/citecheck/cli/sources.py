"""``citecheck sources``: every work of a report held against the registries."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from citecheck.cli.asking import AllowPrivate, NoCache, Refresh, Retries, Timeout, cache_folder, overridden
from citecheck.cli.common import (
    Color,
    choose_inputs,
    configuration,
    load_documents,
    tell_inputs,
    ui_in_force,
    use_color,
)
from citecheck.cli.ending import leave, level_in_force, status_of
from citecheck.cli.endings import format_by_ending
from citecheck.cli.options import (
    Bibliography,
    Changes,
    Coloring,
    FailOn,
    Interface,
    Lang,
    Output,
    Paths,
    Quiet,
    Tracked,
    Verbose,
)
from citecheck.cli.writing import Destination, choose_destination
from citecheck.errors import UsageError
from citecheck.read.identity import STANDARD

if TYPE_CHECKING:
    from citecheck.model.report import Report
    from citecheck.model.sources import SourceReport


class Format(StrEnum):
    """What the sources can be written as."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    CSV = "csv"
    XLSX = "xlsx"


Mailto = Annotated[
    str | None,
    typer.Option(
        "--mailto",
        metavar="ADDRESS",
        help="Your e-mail address, which registries ask for and answer sooner with. It is told to them and to nobody else.",
        show_default=False,
    ),
]


RetractionFile = Annotated[
    str | None,
    typer.Option(
        "--retractions",
        metavar="FILE",
        help="A file of Retraction Watch (CSV): works are looked up in it on this machine, and nobody is told.",
        show_default=False,
    ),
]


def sources(
    paths: Paths = None,
    lang: Lang = None,
    bibliography: Bibliography = None,
    changes: Changes = Tracked.ACCEPT,
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="What to write; xlsx needs --output.  [default: what the name of --output ends in, else text]",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    mailto: Mailto = None,
    retractions: RetractionFile = None,
    timeout: Timeout = None,
    retries: Retries = None,
    allow_private: AllowPrivate = False,
    no_cache: NoCache = False,
    refresh: Refresh = False,
    fail_on: FailOn = None,
    ui: Interface = None,
    color: Coloring = Color.AUTO,
    offline: Annotated[
        bool, typer.Option("--offline", help="Use no network: answer from the cache, and skip the rest.")
    ] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Hold every work of a bibliography against the registries: Crossref, DataCite, OpenAlex, arXiv, PubMed, HAL, OpenLibrary.

    Each work is asked for once for all languages, by its DOI or number where it has one. What a registry does not have is not
    found there, and nothing more is said of it. Titles, names, years and identifiers leave the machine, and nothing else. The
    exit status is 0 where no finding is as severe as --fail-on says, 1 where one is, 2 where the command or an input is wrong,
    3 where citecheck itself failed, 130 and 143 where it was interrupted.
    """
    from citecheck import pipeline
    from citecheck.cli.verifying import check_sources

    config = configuration()
    links = overridden(config.links, timeout=timeout, retries=retries, allow_private=allow_private)
    settings = replace(
        config.sources,
        mailto=mailto or config.sources.mailto,
        retractions=retractions or config.sources.retractions,
        offline=offline,
        cache=not no_cache,
        refresh=refresh,
    )
    inputs = replace(choose_inputs(paths, lang, bibliography, config), rejected=changes is Tracked.REJECT)
    tell_inputs(inputs, quiet=quiet)
    destination = choose_destination(output, inputs.files)
    wanted = format or Format(format_by_ending(output or STANDARD, [one.value for one in Format]))
    if wanted is Format.XLSX and destination.file is None:
        raise UsageError("--format xlsx writes a workbook, no text: say where with --output FILE.xlsx")
    versions = pipeline.cite(load_documents(inputs))
    alignments = pipeline.align_all(versions)
    found = check_sources(versions, alignments, settings, links, folder=cache_folder(), quiet=quiet)
    report = pipeline.audit_sources(versions, alignments, found)
    words = ui_in_force(ui, config, for_people=wanted is not Format.JSON)
    _write(report, found, wanted, destination, (words, color, verbose, quiet))
    leave_if_stopped(found.interrupted)
    leave(report, status_of(report, level_in_force(fail_on, config)), done="findings are shown")


def _write(
    report: Report, found: SourceReport, wanted: Format, destination: Destination, manner: tuple[str, Color, bool, bool]
) -> None:
    """Writes the sources in a format; ``manner`` is the language, the colours, how much, and whether nothing is said of it."""
    ui, color, verbose, quiet = manner
    match wanted:
        case Format.XLSX:
            from citecheck.report.sources.sheet import xlsx_sources

            destination.write_bytes(xlsx_sources(found, ui=ui), quiet=quiet)
            return
        case Format.JSON:
            from citecheck.report.sources.json import json_sources

            text = json_sources(report, found)
        case Format.CSV:
            from citecheck.report.sources.sheet import csv_sources

            text = csv_sources(found, ui=ui)
        case Format.HTML:
            from citecheck.report.sources.html import html_sources

            text = html_sources(found, ui=ui)
        case Format.TEXT:
            from citecheck.report.sources.text import text_sources

            text = text_sources(found, ui=ui, color=use_color(color, destination.file), verbose=verbose)
    destination.write(text, quiet=quiet, lines=wanted is Format.TEXT)


def leave_if_stopped(signal: str | None) -> None:
    """Ends the command as the signal asks that ended the run."""
    from citecheck.cli.asking import INTERRUPTED
    from citecheck.cli.common import Exit, tell

    if signal is not None:
        tell("interrupted: what was known by then is shown")
        raise typer.Exit(INTERRUPTED.get(signal, Exit.INTERRUPTED))
