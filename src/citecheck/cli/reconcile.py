"""``citecheck reconcile``: the notes of one language against those of the other."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from citecheck.cli import candidates
from citecheck.cli.audit import Level
from citecheck.cli.common import (
    Color,
    Exit,
    Ui,
    choose_inputs,
    configuration,
    decisions_file,
    job_of,
    line_width,
    say,
    ui_of_locale,
    use_color,
)
from citecheck.cli.gate import day_of, gate_of
from citecheck.cli.options import Bibliography, Lang, Output, Paths, Quiet, Verbose
from citecheck.cli.writing import Destination, choose_destination, encoded, replace_files
from citecheck.errors import InputError, UsageError

if TYPE_CHECKING:
    from citecheck.model.alignment import Alignment, Group
    from citecheck.model.citations import Citations
    from citecheck.model.decision import Decision
    from citecheck.model.document import Note
    from citecheck.model.finding import Finding
    from citecheck.model.job import Job
    from citecheck.model.report import Report
    from citecheck.model.table import Table
    from citecheck.read.git import Command
    from citecheck.triage.decisions import Applied


class Format(StrEnum):
    """What the table can be written as."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    HTML = "html"


class Filter(StrEnum):
    """Which groups to show."""

    DIFFERING = "differing"
    MISSING = "missing"
    MERGED = "merged"


def reconcile(
    paths: Paths = None,
    lang: Lang = None,
    bibliography: Bibliography = None,
    format: Annotated[Format, typer.Option("--format", help="What to write; xlsx needs --output.")] = Format.TEXT,
    output: Output = None,
    only: Annotated[
        Filter | None,
        typer.Option(
            "--only", help="Only the groups that differ, lack a counterpart or are merged.", show_default=False
        ),
    ] = None,
    note: Annotated[
        str | None,
        typer.Option(
            "--note",
            metavar="LANG:NOTE",
            help="One note with its passage and its counterpart, as in fr:39.",
            autocompletion=candidates.notes,
            show_default=False,
        ),
    ] = None,
    section: Annotated[
        str | None,
        typer.Option(
            "--section",
            metavar="NUMBER",
            help="Only this section and those below it, as in 2.2.",
            show_default=False,
            autocompletion=candidates.sections,
        ),
    ] = None,
    accept: Annotated[
        list[str] | None,
        typer.Option(
            "--accept",
            metavar="LANG:NOTE",
            help="Accept the differences of this note, as in fr:31; needs --reason. May be repeated.",
            autocompletion=candidates.notes,
            show_default=False,
        ),
    ] = None,
    pair: Annotated[
        list[str] | None,
        typer.Option(
            "--pair",
            metavar="NOTES=NOTES",
            help="Say that these notes and no others stand against each other: fr:62=en:49, fr:61,62=en:49, or "
            "fr:62=none. May be repeated.",
            autocompletion=candidates.pairs,
            show_default=False,
        ),
    ] = None,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help="Why it is decided so.", show_default=False)
    ] = None,
    renumber: Annotated[
        str | None,
        typer.Option(
            "--renumber",
            metavar="LANG",
            help="Propose a numbering for this version that follows the other's.",
            autocompletion=candidates.note_languages,
            show_default=False,
        ),
    ] = None,
    fail_on: Annotated[
        Level | None,
        typer.Option(
            "--fail-on",
            help="Exit with status 1 where a difference is at least this severe.  [default: error]",
            show_default=False,
        ),
    ] = None,
    ui: Annotated[
        Ui | None,
        typer.Option(
            "--ui",
            help="The language of messages.  [default: the locale's for text and HTML, English for the others]",
            show_default=False,
        ),
    ] = None,
    today: Annotated[
        str | None,
        typer.Option(
            "--today",
            metavar="DATE",
            help="The date of a decision.  [default: SOURCE_DATE_EPOCH, else now]",
            show_default=False,
        ),
    ] = None,
    color: Annotated[Color, typer.Option("--color", help="When to use colours.")] = Color.AUTO,
    offline: Annotated[
        bool, typer.Option("--offline", help="Guarantee that the network is not used. This command never uses it.")
    ] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Lay the notes of two languages side by side, and show where they differ.

    All PATHs together are one report in two languages. With --accept or --pair it writes down a decision, in
    citecheck.decisions.toml, and shows nothing. The exit status is 0 where no difference is as severe as --fail-on says,
    1 where one is, 2 where the command or an input is wrong or there are no two languages, 3 where citecheck itself failed.
    """
    from citecheck.triage.decisions import apply

    del offline  # Nothing here could use the network; the option is a promise to whoever asks for it.
    config = configuration()
    deciding = bool(accept or pair)
    _check_options(format, output, renumber, any((only, note, section)), deciding, reason, bool(accept))
    day = day_of(today) or date.today()
    inputs = choose_inputs(paths, lang, bibliography, config)
    if inputs.chosen and not quiet:
        say(inputs.chosen)
    file = decisions_file(config)
    destination = choose_destination(output, inputs.files)
    if deciding:
        choose_destination(str(file), inputs.reports, "--accept and --pair write")
    job = job_of(inputs, config, gate_of(config, today))
    report = _audited(job)
    applied = apply(_alignment(report), job.decisions)
    if deciding:
        _decide(report, applied, job.decisions, file, accept or [], pair or [], reason or "", day, quiet)
        return
    told = ui.value if ui is not None else config.ui
    words = told or (ui_of_locale() if format in (Format.TEXT, Format.HTML) else "en")
    names = _names(applied.alignment, words)
    if renumber is not None:
        _renumber(applied.alignment, renumber, names, format, destination, words, color, quiet)
        return
    table = _filtered(_table(report, applied, names, words), only, note, section)
    if format is Format.XLSX:
        from citecheck.report.table.xlsx import xlsx_table

        destination.write_bytes(xlsx_table(table, ui=words), quiet=quiet)
    else:
        colored, width = use_color(color, destination.file), line_width(destination.file)
        shown = _written(table, format, words, colored, width, verbose, note)
        destination.write(shown, quiet=quiet, lines=format not in (Format.JSON, Format.HTML))
    if report.crashes:
        codes = ", ".join(crash.code for crash in report.crashes)
        say(f"a rule failed ({codes}): the others' findings are shown, but this is a defect of citecheck")
        raise typer.Exit(Exit.FAILED)
    level = fail_on.value if fail_on is not None else config.fail_on or Level.ERROR.value
    if _fails(report, level):
        raise typer.Exit(Exit.FINDINGS)


def _check_options(
    format: Format,
    output: str | None,
    renumber: str | None,
    filtered: bool,
    deciding: bool,
    reason: str | None,
    accepting: bool,
) -> None:
    """Raises UsageError where options do not go together."""
    if format is Format.XLSX and output in (None, "-"):
        raise UsageError("--format xlsx writes a workbook, no text: say where with --output FILE.xlsx")
    if renumber is not None and format in (Format.XLSX, Format.HTML):
        raise UsageError(f"--renumber cannot be written as {format.value}: use text, json or csv")
    if renumber is not None and filtered:
        raise UsageError("--renumber is about all notes: leave --only, --note and --section out")
    if accepting and not (reason or "").strip():
        raise UsageError("--accept needs a reason, for whoever reads the decision later: add --reason TEXT")
    if reason is not None and not deciding:
        raise UsageError("--reason goes with --accept or --pair")


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
    from citecheck.report.voice import reason, render

    def word(found: Finding) -> str:
        return render(found, report.rules[found.code], ui)[0] if found.code in report.rules else found.message

    abstained = {one.code for one in report.abstained}
    unrelated = applied.alignment.unrelated
    return make_table(
        applied,
        report.findings,
        word=word,
        names=names,
        ran=[code for code in report.run if code not in abstained],
        explained=report.explained,
        unrelated=reason(unrelated, ui) if unrelated else None,
    )


def _filtered(table: Table, only: Filter | None, note: str | None, section: str | None) -> Table:
    """The table with the rows that were asked for. Raises UsageError where there is no such note or section."""
    from citecheck.model.table import Only

    if section is not None:
        kept = table.in_section(section)
        if not kept.rows:
            known = ", ".join(one for one in table.sections if one)
            raise UsageError(f"--section {section}: there is no note in it: use one of {known}")
        table = kept
    if note is not None:
        lang, number = _note_name("--note", note, table.langs)
        kept = table.of_note(lang, number)
        if not kept.rows:
            raise UsageError(f"--note {note}: there is no note {number} in {lang!r}")
        table = kept
    return table if only is None else table.only(Only(only.value))


def _note_name(option: str, said: str, langs: Sequence[str]) -> tuple[str, str]:
    """The language and the number of ``fr:39``."""
    lang, sign, number = said.partition(":")
    if not sign or not number.strip():
        raise UsageError(f"{option} {said}: write a language and a note, as in {langs[0]}:39")
    if lang.strip() not in langs:
        raise UsageError(f"{option} {said}: there is no version in {lang.strip()!r}: use one of {', '.join(langs)}")
    return lang.strip(), number.strip()


def _written(table: Table, format: Format, ui: str, color: bool, width: int, verbose: bool, note: str | None) -> str:
    """The table in one of the formats that are text."""
    match format:
        case Format.JSON:
            from citecheck.report.json import json_text
            from citecheck.report.table.json import alignment_data

            return json_text(alignment_data(table))
        case Format.CSV:
            from citecheck.report.table.csv import csv_table

            return csv_table(table, ui=ui)
        case Format.HTML:
            from citecheck.report.table.html import html_page

            return html_page(table, ui=ui)
        case _ if note is not None:
            from citecheck.report.table.text import detail_text

            return detail_text(table, ui=ui, color=color, width=width)
        case _:
            from citecheck.report.table.text import table_text

            return table_text(table, ui=ui, color=color, width=width, verbose=verbose)


def _fails(report: Report, level: str) -> bool:
    """Whether a new BIL finding is at or above the level."""
    from msgspec.structs import replace

    from citecheck.model.finding import Severity

    own = tuple(found for found in report.findings if found.code.startswith("BIL"))
    return replace(report, findings=own).fails(None if level == Level.NEVER else Severity(level))


def _renumber(
    alignment: Alignment,
    lang: str,
    names: tuple[str, str],
    format: Format,
    destination: Destination,
    ui: str,
    color: Color,
    quiet: bool,
) -> None:
    """Writes a numbering for one version that follows the other's."""
    from citecheck.reconcile.renumber import renumber
    from citecheck.report.table.renumbering import renumbering_data, renumbering_lines

    langs = alignment.left.lang, alignment.right.lang
    if lang not in langs:
        raise UsageError(f"--renumber {lang}: there is no version in {lang!r}: use one of {', '.join(langs)}")
    made = renumber(alignment, lang, names)
    match format:
        case Format.JSON:
            from citecheck.report.json import json_text

            shown = json_text(renumbering_data(made))
        case Format.CSV:
            from citecheck.report.sheet import csv_lines

            shown = csv_lines(renumbering_lines(made, ui))
        case _:
            from citecheck.report.table.text import renumbering_text

            file = destination.file
            shown = renumbering_text(made, ui=ui, color=use_color(color, file), width=line_width(file))
    destination.write(shown, quiet=quiet, lines=format is not Format.JSON)


def _decide(
    report: Report,
    applied: Applied,
    decisions: Sequence[Decision],
    file: Path,
    accept: Sequence[str],
    pair: Sequence[str],
    reason: str,
    day: date,
    quiet: bool,
) -> None:
    """Writes decisions down. Nothing is written where one of them cannot be made."""
    from citecheck.read.files import read_bytes
    from citecheck.reconcile.decisions import comments, removed, with_decision

    author = _author()
    made = [
        *(one for said in pair for one in _pairing(applied.alignment, said, reason, author, day)),
        *(one for said in accept for one in _acceptances(report, applied, said, reason, author, day)),
    ]
    new = not file.is_file()
    text = "" if new else read_bytes(str(file)).decode("utf-8-sig")
    order = comments(applied.alignment)
    outdated = sorted((one for one in decisions if _replaced(one, [new for new, _ in made])), key=_line, reverse=True)
    for old in outdated:
        text = removed(text, old)
    for decision, above in made:
        text = with_decision(text, decision, above, order)
    replace_files([(file, encoded(text))])
    if not quiet:
        for decision, _ in made:
            say(f"{file}: {'accepted' if decision.kind.value == 'accept' else 'paired'} {decision.about}")
        if new and _unset_in_git(file):
            say(
                f"in Git, put the line '{file.name} merge=union' into .gitattributes: then what two people write merges"
            )


def _line(decision: Decision) -> int:
    return int(decision.place.rpartition(":")[2])


def _replaced(old: Decision, made: Sequence[Decision]) -> bool:
    """Whether a new decision takes an old one's place: an acceptance of the same notes, or another pair of one of them."""
    from citecheck.model.decision import DecisionKind

    def keys(decision: Decision) -> set[tuple[str, str]]:
        return {(lang, key) for lang, own in decision.notes for key in own}

    return any(
        new.kind is old.kind
        and (keys(new) == keys(old) if new.kind is DecisionKind.ACCEPT else bool(keys(new) & keys(old)))
        for new in made
    )


def _acceptances(
    report: Report, applied: Applied, said: str, reason: str, author: str, day: date
) -> list[tuple[Decision, str]]:
    """A decision, with the comment it stands under, for each group that the differences of a note concern."""
    from citecheck.model.decision import Decision, DecisionKind
    from citecheck.reconcile.decisions import about, comment
    from citecheck.triage.decisions import Keys, touched

    alignment = applied.alignment
    langs = alignment.left.lang, alignment.right.lang
    lang, number = _note_name("--accept", said, langs)
    note = _note("--accept", said, alignment, lang, number)
    home = next(group for group in alignment.groups if note.note_id in _ids(group, langs.index(lang)))
    here = {(one, own) for side, one in enumerate(langs) for own in _ids(home, side)}
    found = [one for one in report.findings if touched(one) & here]
    if not found:
        raise UsageError(f"--accept {said}: nothing differs there, so there is nothing to accept")
    concerned = {note for one in found for note in touched(one)}
    keys = Keys.of(alignment)
    made = []
    for group in alignment.groups:
        own = {(one, note_id) for side, one in enumerate(langs) for note_id in _ids(group, side)}
        if own & concerned:
            codes = sorted({one.code for one in found if touched(one) & own})
            made.append(
                (
                    Decision(
                        DecisionKind.ACCEPT,
                        keys.of_group(group),
                        tuple(codes),
                        about(group, langs),
                        reason,
                        author,
                        day.isoformat(),
                    ),
                    comment(group, langs),
                )
            )
    return made


def _pairing(alignment: Alignment, said: str, reason: str, author: str, day: date) -> list[tuple[Decision, str]]:
    """The decision that ``fr:61,62=en:49`` makes, with the comment it stands under."""
    from citecheck.model.alignment import Group
    from citecheck.model.decision import Decision, DecisionKind
    from citecheck.reconcile.decisions import about, comment
    from citecheck.triage.decisions import Keys

    langs = alignment.left.lang, alignment.right.lang
    first, sign, second = said.partition("=")
    if not sign or first.strip() == second.strip() == "none":
        raise UsageError(f"--pair {said}: write notes of both languages, as in {langs[0]}:62={langs[1]}:49")
    sides: dict[str, tuple[Note, ...]] = {}
    for part in (first.strip(), second.strip()):
        if part == "none":
            continue
        lang, numbers = _note_name("--pair", part, langs)
        if lang in sides:
            raise UsageError(f"--pair {said}: both sides are in {lang!r}: write notes of both languages")
        notes = [_note("--pair", said, alignment, lang, number.strip()) for number in numbers.split(",")]
        sides[lang] = tuple(dict.fromkeys(notes))
    left, right = sides.get(langs[0], ()), sides.get(langs[1], ())
    anchor = (left or right)[0]
    home = next(group for group in alignment.groups if anchor in (*group.left, *group.right))
    group = Group(left, right, home.section, 1.0)
    key = Keys.of(alignment).of_group(group)
    decision = Decision(DecisionKind.PAIR, key, (), about(group, langs), reason, author, day.isoformat())
    return [(decision, comment(home, langs))]


def _note(option: str, said: str, alignment: Alignment, lang: str, number: str) -> Note:
    """The note with that ``note_id``, or that printed number where only one has it."""
    version: Citations = alignment.left if alignment.left.lang == lang else alignment.right
    notes = version.document.notes
    found = [note for note in notes if note.note_id == number] or [note for note in notes if note.number == number]
    if not found:
        raise UsageError(f"{option} {said}: there is no note {number} in {lang!r}")
    if len(found) > 1:
        ids = ", ".join(note.note_id for note in found)
        raise UsageError(f"{option} {said}: several notes of {lang!r} have that number: use one of {ids}")
    return found[0]


def _ids(group: Group, side: int) -> list[str]:
    return [note.note_id for note in (group.left, group.right)[side]]


def _unset_in_git(file: Path) -> bool:
    """Whether a file is in a work tree of Git that does not say how to merge it."""
    from citecheck.read.git import work_tree

    top = work_tree(file.parent)
    if top is None:
        return False
    inside = os.path.relpath(os.path.realpath(file), top)
    return _told(top, "check-attr", "merge", "--", inside).endswith(": unspecified")


def _author() -> str:
    """Who decides: the name that Git knows, else that of the login."""
    import getpass

    from citecheck.read.git import work_tree

    here = Path.cwd()
    try:
        return _told(work_tree(here) or here, "config", "--get", "user.name") or getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _told(folder: Path, command: Command, *words: str) -> str:
    """What Git answers, on one line; nothing where it is not there, or will not."""
    from citecheck.read.git import Git, GitError, find_git

    program = find_git()
    try:
        answer = Git(program, folder).ask(command, *words) if program is not None else None
    except GitError:
        return ""
    return " ".join(answer.out.decode("utf-8", "replace").split()) if answer is not None and answer.ok else ""
