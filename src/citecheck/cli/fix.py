"""``citecheck fix``: the corrections that need no person, as a diff or in the files."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from citecheck.amend import OTHER, is_amendable, is_correctable, is_tracked
from citecheck.cli.amending import Files, by_source
from citecheck.cli.common import (
    DATA_FILES,
    Color,
    Exit,
    Inputs,
    choose_inputs,
    configuration,
    emit_lines,
    job_of,
    on_terminal,
    parse_langs,
    path_from_here,
    say,
    split_list,
    tell,
    tell_inputs,
    ui_in_force,
    use_color,
    writing_output,
)
from citecheck.cli.correcting import LEFT, by_word, trying
from citecheck.cli.ending import leave
from citecheck.cli.gate import Today, day_of, gate_of
from citecheck.cli.options import (
    Bibliography,
    Coloring,
    Ignore,
    Lang,
    Output,
    Quiet,
    Select,
    SourcePaths,
    Spoken,
    Verbose,
)
from citecheck.cli.speech import counted, spoken
from citecheck.cli.writing import Destination, choose_destination, encoded, replace_files
from citecheck.errors import InputError, UsageError
from citecheck.read.books import is_book
from citecheck.read.databases import is_bibliography

if TYPE_CHECKING:
    from citecheck.config import Config
    from citecheck.fix import Outcome
    from citecheck.model.finding import Edit, Finding
    from citecheck.model.job import CheckLinks
    from citecheck.model.links import LinkReport
    from citecheck.model.report import Report
    from citecheck.model.source import Source

STDIN = "stdin"
"""How the diff names standard input."""


def fix(
    paths: SourcePaths = None,
    lang: Lang = None,
    bibliography: Bibliography = None,
    select: Select = None,
    ignore: Ignore = None,
    write: Annotated[bool, typer.Option("--write", "-w", help="Make the corrections in the files.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Exit with status 1 where there is a correction.")] = False,
    unsafe: Annotated[
        bool,
        typer.Option("--unsafe", help="Make those too that a person should look at: they may change what is said."),
    ] = False,
    links: Annotated[
        bool,
        typer.Option(
            "--links", help="Also use the new addresses of pages that 'citecheck links' found moved. Uses no network."
        ),
    ] = False,
    links_from: Annotated[
        str | None,
        typer.Option(
            "--links-from",
            metavar="FILE",
            help="Use what 'citecheck links --format json' wrote to FILE instead, archived copies too (with --unsafe).",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    color: Coloring = Color.AUTO,
    ui: Spoken = None,
    today: Today = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Show the safe corrections as a diff, or make them with --write.

    All PATHs together are one report. The diff suits "git apply" and "patch -p1". The exit status is 0 unless --check
    says otherwise, 2 where the command or an input is wrong, 3 where citecheck itself failed.
    """

    config = configuration()
    inputs = _inputs(paths, lang, bibliography, config)
    if write:
        _check_writable(inputs, output)
    tell_inputs(inputs, quiet=quiet)
    destination = choose_destination(output, (*inputs.files, *filter(None, [links_from])))
    files = Files(_contents(inputs), _day(today))
    known = _checker(config, links, links_from)
    with trying(quiet=quiet) as watch:
        outcome = _correct(inputs, files, config, select, ignore, unsafe, today, known, watch)
    if not outcome.before.versions:
        raise InputError("there is no text in what was read: name a file with a report")
    edited = by_source(outcome.edits)
    if write:
        _write(outcome.edits, files)
    else:
        _show(edited, files, destination, use_color(color, destination.file), quiet)
    if not quiet:
        words = ui_in_force(ui, config, for_people=True)
        changed = {source.path for _, own in edited for source, _ in files.rewritten(own)}
        _summarise(outcome, len(changed), write, verbose, words, files)
        _tell_unknown(outcome.before.links, words)
    status = Exit.FAILED if outcome.after.crashes else Exit.FINDINGS if check and edited else Exit.CLEAN
    leave(outcome.after, status, done="corrections are made")


def _inputs(
    paths: Sequence[str] | None, lang: Sequence[str] | None, bibliography: Sequence[str] | None, config: Config
) -> Inputs:
    """What to read. Data files hold no text that could be corrected."""
    nothing_named = not paths and not lang and not config.documents and not config.langs
    if nothing_named and all(file.is_file() for file in DATA_FILES):
        raise UsageError(
            f"{DATA_FILES[0].as_posix()} holds what was extracted from a report and cannot be corrected: "
            "name the report's files"
        )
    for path in (*(paths or ()), *(path for _, path in parse_langs(lang))):
        if is_bibliography(path) and not is_book(path):
            raise UsageError(f"{path} is data and cannot be corrected: name the report's own files")
        if not is_amendable(path):
            raise UsageError(
                f"{path} is of a format that citecheck does not write: 'citecheck audit' says what to mend"
            )
    return choose_inputs(paths, lang, bibliography, config, data=False)


def _check_writable(inputs: Inputs, output: str | None) -> None:
    """Raises UsageError where the corrections cannot be made in the files."""
    if output is not None:
        raise UsageError("--write changes the files and --output takes the diff: choose one")
    if inputs.stdin is not None and "-" in inputs.texts:
        raise UsageError("--write cannot change standard input (-): name a file, or leave --write out for the diff")


def _contents(inputs: Inputs) -> dict[str, bytes]:
    """The bytes of every text, and of bibliography files that can be corrected, read once: what is written must be what was
    audited."""
    from citecheck.read.files import read_bytes

    held = (*inputs.texts, *(path for path in inputs.bibliography if is_correctable(path)))
    return {path: (inputs.stdin or b"") if path == "-" else read_bytes(path) for path in held}


def _day(today: str | None) -> str:
    """The ISO date that tracked changes bear."""
    return (day_of(today) or datetime.now(UTC).date()).isoformat()


def _correct(
    inputs: Inputs,
    files: Files,
    config: Config,
    select: Sequence[str] | None,
    ignore: Sequence[str] | None,
    unsafe: bool,
    today: str | None,
    links: CheckLinks | None,
    watch: Callable[[int, int], None],
) -> Outcome:
    """The corrections of the rules that are wanted, in view of all rules that are not ignored."""
    from citecheck import pipeline
    from citecheck.checks import load_rules
    from citecheck.fix import correct
    from citecheck.triage.select import selected_codes

    ignored = split_list(ignore) or config.ignore
    rules = {module.code: module.rule for module in load_rules()}
    codes = selected_codes(rules, split_list(select) or config.select, ignored)
    job = replace(
        job_of(inputs, config, gate_of(config, today)),
        select=(),
        ignore=ignored,
        stdin=None,
        links=links,
        corrects=True,
    )

    def audit(edits: Sequence[Edit]) -> Report:
        return pipeline.audit(replace(job, contents={**files.contents, **files.with_edits(edits)}))

    def writable(edit: Edit) -> bool:
        return not files.refusal(edit)

    return correct(audit, codes=codes, unsafe=unsafe, writable=writable, watch=watch)


def _checker(config: Config, links: bool, links_from: str | None) -> CheckLinks | None:
    """What tells what became of the links, where that is wanted: only what is known already.

    A correction must not depend on what a server says this minute.
    """
    if links and links_from is not None:
        raise UsageError("--links takes what is known from earlier runs, --links-from what a file says: choose one")
    if links_from is not None:
        from citecheck.read.links import read_links, told_links

        told = read_links(links_from)
        return lambda documents: told_links(documents, told)
    if links:
        from citecheck.cli.asking import link_checker

        known = replace(config.links, offline=True, refresh=False, archive=False, save=False)
        return link_checker(known, quiet=True, verbose=False, ui="en")
    return None


def _write(edits: Sequence[Edit], files: Files) -> None:
    """Changes the files, all of them or none, and none where one has changed meanwhile."""
    from citecheck.read.files import read_bytes

    made = files.with_edits(edits)
    for path in made:
        if read_bytes(path) != files.contents[path]:
            raise InputError(f"{path} has changed while it was read: nothing was written; run it again")
    replace_files([(Path(path), data) for path, data in made.items()])


def _show(
    edited: Sequence[tuple[Source, list[Edit]]], files: Files, destination: Destination, colored: bool, quiet: bool
) -> None:
    """Writes the diff in the bytes of the files, or, for a person at a terminal, and of documents that are no text, each change by
    word."""
    shown = [one for _, edits in edited for one in files.rewritten(edits)]
    if destination.file is None and (colored or on_terminal()):
        emit_lines("".join(by_word(source, edits, _name(source.path, None), color=colored) for source, edits in shown))
        return
    texts = [one for one in shown if not is_tracked(one[0].path)]
    words = [
        by_word(source, edits, _name(source.path, None), color=False)
        for source, edits in shown
        if is_tracked(source.path)
    ]
    folder = _folder([source.path for source, _ in texts])
    if folder is not None and not quiet:
        tell("the diff's paths are relative to {folder}: apply it there", folder=folder)
    if not quiet and any(source.credentials for source, _ in texts):
        tell(
            "the diff may hold a user name and a password, as addresses in the files do: "
            "it would not apply without them"
        )
    diffs = (_diff(source, edits, files.read(source.path), folder) for source, edits in texts)
    _write_diff(b"".join([*map(encoded, words), *diffs]), destination, quiet)


def _write_diff(diff: bytes, destination: Destination, quiet: bool) -> None:
    """Writes the diff in its own bytes, whatever encoding standard output has."""
    if destination.file is not None:
        destination.write_bytes(diff, quiet=quiet)
    elif sys.stdout is not None:
        with writing_output():
            sys.stdout.flush()
            sys.stdout.buffer.write(diff)
            sys.stdout.buffer.flush()


def _diff(source: Source, edits: Sequence[Edit], raw: bytes, folder: str | None) -> bytes:
    """The diff of one file, in its own bytes."""
    from citecheck.fix.diff import unified_diff
    from citecheck.read.places import byte_changes

    return unified_diff(_name(source.path, folder), raw, byte_changes(source.path, raw, edits))


def _folder(paths: Sequence[str]) -> str | None:
    """The folder that the diff's paths are relative to, where it is not the working directory.

    No program that applies diffs follows a path out of the folder it runs in.
    """
    files = [os.path.abspath(path) for path in paths if path != "-"]  # noqa: PTH100
    here = os.getcwd()  # noqa: PTH109
    if not files or _common([here, *files]) == here:
        return None
    folder = _common([os.path.dirname(file) for file in files])  # noqa: PTH120
    return None if folder is None else path_from_here(folder)


def _common(paths: Sequence[str]) -> str | None:
    """The folder that holds all of these; None where they are on several drives."""
    try:
        return os.path.commonpath(paths)
    except ValueError:
        return None


def _name(path: str, folder: str | None) -> str:
    """A file's path as the diff says it; of one on another drive the whole, so that no two have one name."""
    if path == "-":
        return STDIN
    try:
        return Path(os.path.relpath(path, folder or ".")).as_posix()
    except ValueError:
        return Path(path).as_posix()


def _summarise(outcome: Outcome, changed: int, write: bool, verbose: bool, ui: str, files: Files) -> None:
    """Says how much was corrected, and what was not and why."""
    made = counted(len(outcome.made), "correction", ui)
    if outcome.made:
        written = "{made} in {files} made" if write else "{made} in {files}; --write makes them"
        made = spoken(written, ui, made=made, files=counted(changed, "file", ui))
    say(made)
    if verbose:
        for found in outcome.made:
            say(f"  {_told(found, outcome, ui)}")
    if outcome.doubtful:
        many = len(outcome.doubtful) > 1
        more = (
            "{count} more only with --unsafe, because a person should look at them: {where}"
            if many
            else "1 more only with --unsafe, because a person should look at it: {where}"
        )
        say(spoken(more, ui, count=len(outcome.doubtful), where=_listed(outcome.doubtful, ui)))
    for findings, why in (
        (outcome.overlapping, "{what} overlapped with others, which went first: {where}"),
        (
            outcome.harmful,
            "{what} left out, because a new finding, or another encoding, would come of {them}: {where}",
        ),
        *((tuple(group), LEFT[key]) for key, group in _refused(outcome, files)),
    ):
        if findings:
            what, them = counted(len(findings), "correction", ui), "it" if len(findings) == 1 else "them"
            say(spoken(why, ui, what=what, them=them, where=_listed(findings, ui)))


def _refused(outcome: Outcome, files: Files) -> list[tuple[str, list[Finding]]]:
    """The findings whose corrections cannot be made, by the key of why."""
    groups: dict[str, list[Finding]] = {}
    for found in outcome.unwritable:
        groups.setdefault(files.refusal_of(found) or OTHER, []).append(found)
    return list(groups.items())


def _tell_unknown(links: LinkReport | None, ui: str) -> None:
    """Says how many links were left alone because nothing is known of them."""
    unknown = sum(link.reason.key == "offline" for link in links.links) if links is not None else 0
    if links is not None and unknown:
        told = "{unknown} of {links} not known: 'citecheck links' asks for them and keeps the good"
        say(spoken(told, ui, unknown=unknown, links=counted(len(links.links), "link", ui)))


FEW = 5


def _listed(findings: Sequence[Finding], ui: str) -> str:
    """Codes and places, the first few of many."""
    named = [f"{one.code} {_at(one)}" for one in findings[:FEW]]
    more = len(findings) - len(named)
    listed = ", ".join(named)
    return spoken("{named} and {more} more", ui, named=listed, more=more) if more else listed


def _at(found: Finding) -> str:
    from citecheck.report.brief import position

    return position(found.place.span)


def _told(found: Finding, outcome: Outcome, ui: str) -> str:
    """One correction: where, which rule, and what was found."""
    from citecheck.report.voice import render

    message, _ = render(found, outcome.before.rules[found.code], ui)
    return f"{_at(found)} {found.code} {message}"
