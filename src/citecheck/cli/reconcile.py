"""``citecheck reconcile``: the notes of one language against those of the other."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from citecheck.cli.common import (
    Color,
    Level,
    choose_inputs,
    configuration,
    decisions_file,
    job_of,
    say,
    tell_inputs,
    ui_in_force,
    ui_of_run,
)
from citecheck.cli.deciding import Accept, Asked, Pair, Reason, States, decide, decide_by_states
from citecheck.cli.ending import leave, level_in_force, status_of
from citecheck.cli.gate import day_of, gate_of
from citecheck.cli.options import (
    Bibliography,
    Changes,
    Coloring,
    Interface,
    Lang,
    Output,
    Paths,
    Quiet,
    Tracked,
    Verbose,
)
from citecheck.cli.tables import (
    All,
    Format,
    Formats,
    Manner,
    Only,
    OnlyNote,
    OnlySection,
    Renumber,
    Rows,
    Sort,
    Texts,
    check_table,
    check_texts,
    chosen_format,
    write_numbering,
    write_table,
)
from citecheck.cli.writing import choose_destination
from citecheck.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from citecheck.model.alignment import Alignment
    from citecheck.model.finding import Finding
    from citecheck.model.job import Job
    from citecheck.model.report import Report
    from citecheck.model.table import Table
    from citecheck.triage.decisions import Applied


def reconcile(
    paths: Paths = None,
    lang: Lang = None,
    bibliography: Bibliography = None,
    changes: Changes = Tracked.ACCEPT,
    format: Formats = None,
    output: Output = None,
    only: Only = None,
    note: OnlyNote = None,
    section: OnlySection = None,
    sort: Sort = None,
    all: All = False,
    text: Texts = False,
    accept: Accept = None,
    pair: Pair = None,
    decisions: States = None,
    reason: Reason = None,
    renumber: Renumber = None,
    fail_on: Annotated[
        Level | None,
        typer.Option(
            "--fail-on",
            help="Exit with status 1 where a difference is at least this severe.  [default: error]",
            show_default=False,
        ),
    ] = None,
    ui: Interface = None,
    today: Annotated[
        str | None,
        typer.Option(
            "--today",
            metavar="DATE",
            help="The date of a decision.  [default: SOURCE_DATE_EPOCH, else now]",
            show_default=False,
        ),
    ] = None,
    color: Coloring = Color.AUTO,
    offline: Annotated[
        bool, typer.Option("--offline", help="Guarantee that the network is not used. This command never uses it.")
    ] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Lay the notes of two languages side by side, and show where they differ.

    All PATHs together are one report in two languages. With --accept, --pair or --decisions it writes down decisions,
    in citecheck.decisions.toml, and shows nothing. The exit status is 0 where no difference is as severe as --fail-on
    says, 1 where one is, 2 where the command or an input is wrong or there are no two languages, 3 where citecheck
    itself failed.
    """
    from citecheck.triage.decisions import apply

    del offline  # Nothing here could use the network; the option is a promise to whoever asks for it.
    config = configuration()
    rows = Rows(only, note, section)
    asked = Asked.of(accept, pair, reason, decisions)
    day = day_of(today) or date.today()
    inputs = replace(choose_inputs(paths, lang, bibliography, config), rejected=changes is Tracked.REJECT)
    tell_inputs(inputs, quiet=quiet)
    file = decisions_file(config)
    destination = choose_destination(output, inputs.files)
    wanted = chosen_format(format, output)
    check_table(wanted, output, renumber, rows)
    if text:
        check_texts(wanted, renumber, rows)
    if asked:
        choose_destination(str(file), inputs.reports, "--accept, --pair and --decisions write")
    job = job_of(inputs, config, gate_of(config, today))
    report = _audited(job)
    applied = apply(_alignment(report), job.decisions)
    spoken = ui_in_force(ui, config, for_people=wanted in (Format.TEXT, Format.HTML))
    if asked:
        for told in _decided(asked, report, applied, job, file, day):
            if not quiet:
                say(told)
        return
    names = _names(applied.alignment, spoken)
    folded = not (all or only or note)
    manner = Manner(wanted, spoken, color, quiet, verbose, sort, folded)
    if renumber is not None:
        write_numbering(applied.alignment, renumber, names, manner, destination)
        return
    table = _table(report, applied, names, spoken)
    if note is not None or wanted in (Format.HTML, Format.XLIFF):
        table = _opposed(table, applied)
    if wanted is Format.HTML:
        table = _furnished(table, report, applied, job, file)
    if text:
        destination.write(_texts(report, applied, table, spoken), quiet=quiet, lines=False)
    else:
        write_table(rows.of(table), manner, destination, detailed=note is not None)
    leave(report, status_of(report, level_in_force(fail_on, config)), done="findings are shown")


def _decided(asked: Asked, report: Report, applied: Applied, job: Job, file: Path, day: date) -> list[str]:
    """Writes decisions down, and returns what is to be said of it."""
    ui = ui_of_run()
    if asked.states is None:
        return decide(asked, report, applied, job.decisions, file, day, ui)
    table = _table(report, applied, _names(applied.alignment, ui), ui)
    table = _furnished(table, report, applied, job, file)
    return decide_by_states(asked, table, applied.alignment, job.decisions, file, day, ui)


def _audited(job: Job) -> Report:
    """An audit with only the findings that compare two versions. Raises InputError where there are no two."""
    from citecheck import pipeline
    from citecheck.triage.decisions import compares

    # What is wrong with one version alone explains a difference, and yet it is one.
    report = pipeline.audit(replace(job, select=_selected(), apart=True))
    found = [version.lang for version in report.versions]
    if not found:
        raise InputError("there is no text in what was read: name a file with a report")
    if len(found) == 1:
        from citecheck.languages import all_languages

        files = "" if len(job.paths) + len(job.langs) == 1 else ", as all files of one language are one version"
        other = next((one.code for one in all_languages() if one.code != found[0]), "en")
        own = found[0].partition("-")[0]
        drafts = f"; two drafts in one language are --lang {own}-x-old=FILE --lang {own}-x-new=FILE" if files else ""
        raise InputError(
            f"only one language was read ({found[0]}{files}): name the other version's file too, "
            f"or say its language with --lang {other}=FILE{drafts}"
        )
    return replace(report, findings=tuple(one for one in report.findings if compares(one)))


def _worded(report: Report, ui: str) -> Callable[[Finding], str]:
    """What gives the message of a finding in the language of the interface."""
    from citecheck.report.voice import render

    def word(found: Finding) -> str:
        return render(found, report.rules[found.code], ui)[0] if found.code in report.rules else found.message

    return word


def _texts(report: Report, applied: Applied, table: Table, ui: str) -> str:
    """The page of both texts. Raises InputError where there are none."""
    from citecheck.reconcile.parallel import make_parallel
    from citecheck.report.table.reading import reading_page

    if any(version.document.sparse for version in (applied.alignment.left, applied.alignment.right)):
        raise InputError("the data files hold no running text: name the files of the report")
    made = make_parallel(applied.alignment, table, report.findings, _worded(report, ui))
    return reading_page(made, ui=ui)


def _opposed(table: Table, applied: Applied) -> Table:
    """The table with what the other version says where notes without counterpart would stand, which takes its time."""
    from citecheck.reconcile.passages import with_opposites

    return with_opposites(table, applied.alignment)


def _furnished(table: Table, report: Report, applied: Applied, job: Job, file: Path) -> Table:
    """The table with what it takes to decide about it in the page."""
    from citecheck.cli.deciding import text_of
    from citecheck.reconcile.desk import furnished

    return furnished(table, report, applied, job.decisions, file.name, text_of(file))


def _selected() -> tuple[str, ...]:
    """The codes of the rules that compare two versions."""
    from citecheck.checks import load_rules
    from citecheck.triage.decisions import FAMILY

    return tuple(module.code for module in load_rules() if module.code.startswith(FAMILY))


def _alignment(report: Report) -> Alignment:
    if len(report.alignments) > 1:
        langs = ", ".join(version.lang for version in report.versions)
        raise UsageError(f"{len(report.versions)} languages were read ({langs}): name the files of two of them")
    return report.alignments[0]


def _names(alignment: Alignment, ui: str) -> tuple[str, str]:
    from citecheck.report.voice import language_name

    return language_name(alignment.left.lang, ui), language_name(alignment.right.lang, ui)


def _table(report: Report, applied: Applied, names: tuple[str, str], ui: str) -> Table:
    from citecheck.reconcile.table import make_table
    from citecheck.report.voice import reason

    abstained = {one.code for one in report.abstained}
    unrelated = applied.alignment.unrelated
    return make_table(
        applied,
        report.findings,
        word=_worded(report, ui),
        names=names,
        ran=[code for code in report.run if code not in abstained],
        explained=report.explained,
        unrelated=reason(unrelated, ui) if unrelated else None,
    )
