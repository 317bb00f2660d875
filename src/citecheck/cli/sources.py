"""``citecheck sources``: every work of a report held against the registries."""

from __future__ import annotations

from typing import Annotated

import typer
from msgspec.structs import replace

from citecheck.cli.asking import AllowPrivate, NoCache, Refresh, Retries, Timeout, cache_folder, overridden
from citecheck.cli.common import (
    Color,
    TextOrJson,
    choose_inputs,
    configuration,
    load_documents,
    tell_inputs,
    ui_in_force,
    use_color,
)
from citecheck.cli.ending import leave, level_in_force, status_of
from citecheck.cli.endings import shown_format
from citecheck.cli.options import (
    Bibliography,
    Changes,
    Coloring,
    FailOn,
    Lang,
    Output,
    Paths,
    Quiet,
    Shown,
    SpokenInText,
    Tracked,
    Verbose,
)
from citecheck.cli.writing import choose_destination

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
    format: Shown = None,
    output: Output = None,
    mailto: Mailto = None,
    retractions: RetractionFile = None,
    timeout: Timeout = None,
    retries: Retries = None,
    allow_private: AllowPrivate = False,
    no_cache: NoCache = False,
    refresh: Refresh = False,
    fail_on: FailOn = None,
    ui: SpokenInText = None,
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
    from citecheck.cli.verifying import SourceSettings, check_sources
    from citecheck.report.sources.json import json_sources
    from citecheck.report.sources.text import text_sources

    config = configuration()
    links = overridden(config.links, timeout=timeout, retries=retries, allow_private=allow_private)
    settings = SourceSettings(
        mailto=mailto or "", offline=offline, cache=not no_cache, refresh=refresh, retractions=retractions
    )
    inputs = replace(choose_inputs(paths, lang, bibliography, config), rejected=changes is Tracked.REJECT)
    tell_inputs(inputs, quiet=quiet)
    destination = choose_destination(output, inputs.files)
    wanted = shown_format(format, output)
    versions = pipeline.cite(load_documents(inputs))
    alignments = pipeline.align_all(versions)
    found = check_sources(versions, alignments, settings, links, folder=cache_folder(), quiet=quiet)
    report = pipeline.audit_sources(versions, alignments, found)
    words = ui_in_force(ui, config, for_people=wanted is TextOrJson.TEXT)
    if wanted is TextOrJson.JSON:
        text = json_sources(report, found)
    else:
        text = text_sources(found, ui=words, color=use_color(color, destination.file), verbose=verbose)
    destination.write(text, quiet=quiet, lines=wanted is TextOrJson.TEXT)
    leave_if_stopped(found.interrupted)
    leave(report, status_of(report, level_in_force(fail_on, config)), done="findings are shown")


def leave_if_stopped(signal: str | None) -> None:
    """Ends the command as the signal asks that ended the run."""
    from citecheck.cli.asking import INTERRUPTED
    from citecheck.cli.common import Exit, tell

    if signal is not None:
        tell("interrupted: what was known by then is shown")
        raise typer.Exit(INTERRUPTED.get(signal, Exit.INTERRUPTED))
