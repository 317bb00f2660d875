"""``citecheck compare``: two copies of one text in one language."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from citecheck.cli.common import Color, choose_inputs, configuration, job_of, line_width, ui_in_force, use_color
from citecheck.cli.ending import leave, level_in_force, status_of
from citecheck.cli.endings import format_by_ending
from citecheck.cli.gate import gate_of
from citecheck.cli.options import Changes, Coloring, FailOn, Interface, Output, Quiet, Tracked, Verbose
from citecheck.cli.tables import All
from citecheck.cli.writing import Destination, choose_destination
from citecheck.errors import InputError, UsageError
from citecheck.read.identity import STANDARD

if TYPE_CHECKING:
    from citecheck.cli.common import Inputs
    from citecheck.config import Config
    from citecheck.model.collation import Collation
    from citecheck.model.document import Document
    from citecheck.model.finding import Finding
    from citecheck.model.report import Report
    from citecheck.model.table import Table


class Format(StrEnum):
    """What a comparison can be written as."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def compare(
    first: Annotated[
        str, typer.Argument(metavar="A", help="The text: a manuscript, an earlier draft.", show_default=False)
    ],
    second: Annotated[
        str, typer.Argument(metavar="B", help="Its copy: a published file, a later draft.", show_default=False)
    ],
    language: Annotated[
        str | None,
        typer.Option(
            "--lang",
            metavar="LANG",
            help="Which language to compare, where a copy has several, as in fr.",
            show_default=False,
        ),
    ] = None,
    changes: Changes = Tracked.ACCEPT,
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="What to write.  [default: what the name of --output ends in, else text]",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    all: All = False,
    fail_on: FailOn = None,
    ui: Interface = None,
    color: Coloring = Color.AUTO,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Compare two copies of one text in one language, in any formats: notes lost, added, moved, renumbered or reworded.

    Markers that lead to another note and entries that differ are found too. What a converter does to a text is no difference. The
    exit status is 0 where nothing is as severe as --fail-on says, 1 where something is, 2 where the two are no copies of one
    text or cannot be read, 3 where citecheck itself failed.
    """
    config = configuration()
    copies = [_inputs(path, changes, config) for path in (first, second)]
    destination = choose_destination(output, [file for copy in copies for file in copy.files])
    wanted = format or Format(format_by_ending(output or STANDARD, [one.value for one in Format]))
    documents = [_document(copy, path, language) for copy, path in zip(copies, (first, second), strict=True)]
    _check_languages(documents, (first, second))
    from citecheck import pipeline

    job = job_of(copies[0], config, gate_of(config, None))
    report = pipeline.compare(documents[0], documents[1], replace(job, decisions=()))
    collation = _copies(report, (first, second))
    spoken = ui_in_force(ui, config, for_people=wanted is not Format.JSON)
    shown = _shown(report, collation, wanted, spoken, destination, (color, verbose, not all))
    destination.write(shown, quiet=quiet, lines=wanted is Format.TEXT)
    leave(report, status_of(report, level_in_force(fail_on, config)), done="findings are shown")


def _inputs(path: str, changes: Tracked, config: Config) -> Inputs:
    """What one copy is read from."""
    inputs = choose_inputs([path], None, None, config, data=False)
    if not inputs.texts:
        raise UsageError(
            f"{path}: is a bibliography and no text: compare it with 'citecheck audit --compare-bibliography'"
        )
    return replace(inputs, rejected=changes is Tracked.REJECT)


def _document(inputs: Inputs, path: str, language: str | None) -> Document:
    """The one document that a copy is. Raises InputError where it is none, or several."""
    from citecheck import pipeline

    found = pipeline.load(inputs.job)
    wanted = [one for one in found if language is None or one.lang.partition("-")[0] == language.partition("-")[0]]
    langs = ", ".join(one.lang for one in found)
    if not found:
        raise InputError(f"{path}: there is no text in it: name a file with a report")
    if not wanted:
        raise InputError(f"{path}: there is no text in {language!r}, but in {langs}: say one of these with --lang")
    if len(wanted) > 1:
        raise InputError(f"{path}: there are several languages in it ({langs}): say which one to compare with --lang")
    return wanted[0]


def _check_languages(documents: list[Document], paths: tuple[str, str]) -> None:
    """Raises InputError where the copies are in two languages."""
    langs = [document.lang.partition("-")[0] for document in documents]
    if langs[0] != langs[1]:
        raise InputError(
            f"{paths[0]} is in {langs[0]!r} and {paths[1]} in {langs[1]!r}: compare finds copies in one language; "
            f"two languages are compared with 'citecheck reconcile {paths[0]} {paths[1]}'"
        )


def _copies(report: Report, paths: tuple[str, str]) -> Collation:
    """The copies of a report. Raises InputError where they are none of one text."""
    collation = report.collation
    assert collation is not None
    if not collation.copies:
        share = round(100 * collation.shared)
        raise InputError(
            f"{paths[0]} and {paths[1]} are no copies of one text (they have {share} % of their words in common): name two "
            "copies, or compare a translation with 'citecheck reconcile'"
        )
    return collation


def _shown(
    report: Report,
    collation: Collation,
    wanted: Format,
    ui: str,
    destination: Destination,
    manner: tuple[Color, bool, bool],
) -> str:
    """The comparison in a format."""
    if wanted is Format.JSON:
        from citecheck.report.json import json_text
        from citecheck.report.table.comparison import comparison_data

        return json_text(comparison_data(report, collation, ui=ui))
    table = _table(report, collation, ui)
    if wanted is Format.HTML:
        from citecheck.report.table.html import html_page

        return html_page(table, ui=ui)
    from citecheck.report.table.text import table_text

    color, verbose, folded = manner
    return table_text(
        table,
        ui=ui,
        color=use_color(color, destination.file),
        width=line_width(destination.file),
        verbose=verbose,
        folded=folded,
    )


def _table(report: Report, collation: Collation, ui: str) -> Table:
    from citecheck.checks.copies.told import names
    from citecheck.reconcile.copies import copies_table
    from citecheck.report.voice import render

    def word(found: Finding) -> str:
        return render(found, report.rules[found.code], ui)[0]

    return copies_table(collation, report.findings, word=word, names=names(collation))
