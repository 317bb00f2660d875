"""``citecheck links``: asks for every URL that a report prints."""

from __future__ import annotations

from typing import Annotated

import typer
from msgspec.structs import replace

from citecheck.cli.asking import (
    AllowPrivate,
    BrowserHeaders,
    CacheTtl,
    Concurrency,
    Interval,
    MaxRedirects,
    NoCache,
    PerHost,
    Refresh,
    Retries,
    Timeout,
    leave_if_interrupted,
    link_checker,
    overridden,
)
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


def links(
    paths: Paths = None,
    lang: Lang = None,
    bibliography: Bibliography = None,
    changes: Changes = Tracked.ACCEPT,
    format: Shown = None,
    output: Output = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option(
            "--exclude",
            metavar="PATTERN",
            help="Leave out URLs that match this regular expression. May be repeated.",
            show_default=False,
        ),
    ] = None,
    archive: Annotated[
        bool, typer.Option("--archive", help="Look for an archived copy of what is gone, nearest to when it was read.")
    ] = False,
    save: Annotated[
        bool,
        typer.Option("--save", help="Ask the Wayback Machine to keep each living page that it lacks, four a minute."),
    ] = False,
    tell_queries: Annotated[
        bool,
        typer.Option("--tell-queries", help="Tell archives also of addresses whose query looks like a secret."),
    ] = False,
    concurrency: Concurrency = None,
    per_host: PerHost = None,
    interval: Interval = None,
    timeout: Timeout = None,
    retries: Retries = None,
    max_redirects: MaxRedirects = None,
    browser_headers: BrowserHeaders = False,
    allow_private: AllowPrivate = False,
    no_cache: NoCache = False,
    refresh: Refresh = False,
    cache_ttl: CacheTtl = None,
    fail_on: FailOn = None,
    ui: SpokenInText = None,
    color: Coloring = Color.AUTO,
    offline: Annotated[
        bool, typer.Option("--offline", help="Use no network: answer from the cache, and skip the rest.")
    ] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Ask for every URL of a report, and say which are gone, moved, behind a wall or not to be reached.

    Only what was seen to be gone twice is called dead. The exit status is 0 where no finding is as severe as --fail-on
    says, 1 where one is, 2 where the command or an input is wrong or there is no network, 3 where citecheck itself
    failed, 130 and 143 where it was interrupted: what was known by then is shown and kept.
    """
    from citecheck import pipeline
    from citecheck.report.links.json import json_links
    from citecheck.report.links.text import text_links

    config = configuration()
    settings = overridden(
        config.links,
        exclude=_patterns(config.links.exclude, exclude),
        archive=archive,
        save=save,
        tell_queries=tell_queries,
        concurrency=concurrency,
        per_host=per_host,
        interval=interval,
        timeout=timeout,
        retries=retries,
        max_redirects=max_redirects,
        browser_headers=browser_headers,
        allow_private=allow_private,
        no_cache=no_cache,
        refresh=refresh,
        cache_ttl=cache_ttl,
        offline=offline,
    )
    inputs = replace(choose_inputs(paths, lang, bibliography, config), rejected=changes is Tracked.REJECT)
    tell_inputs(inputs, quiet=quiet)
    destination = choose_destination(output, inputs.files)
    wanted = shown_format(format, output)
    documents = tuple(version.document for version in pipeline.cite(load_documents(inputs)))
    words = ui_in_force(ui, config, for_people=wanted is TextOrJson.TEXT)
    found = link_checker(settings, quiet=quiet, verbose=verbose, ui=words)(documents)
    report = pipeline.audit_links(documents, found)
    if wanted is TextOrJson.JSON:
        text = json_links(report, found)
    else:
        text = text_links(report, found, ui=words, color=use_color(color, destination.file), verbose=verbose)
    destination.write(text, quiet=quiet, lines=wanted is TextOrJson.TEXT)
    leave_if_interrupted(found)
    leave(report, status_of(report, level_in_force(fail_on, config)), done="findings are shown")


def _patterns(configured: tuple[str, ...], given: list[str] | None) -> tuple[str, ...]:
    """The configuration's patterns and the command line's. Raises UsageError where one is none."""
    from citecheck.errors import UsageError
    from citecheck.model.expression import Expression

    for pattern in given or ():
        try:
            Expression.of(pattern)
        except ValueError as error:
            raise UsageError(f"--exclude: {pattern!r} {error}") from error
    return (*configured, *(given or ()))
