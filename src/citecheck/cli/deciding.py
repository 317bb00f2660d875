"""Decisions about the notes of two versions: the options that say them, and the file that keeps them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from citecheck.cli import candidates
from citecheck.cli.speech import spoken
from citecheck.cli.writing import encoded, replace_files
from citecheck.errors import UsageError

if TYPE_CHECKING:
    from citecheck.model.alignment import Alignment
    from citecheck.model.decision import Decision
    from citecheck.model.report import Report
    from citecheck.model.table import Table
    from citecheck.read.git import Command
    from citecheck.reconcile.deciding import Written
    from citecheck.triage.decisions import Applied

__all__ = ["Accept", "Asked", "Pair", "Reason", "States", "decide", "decide_by_states", "text_of"]

Accept = Annotated[
    list[str] | None,
    typer.Option(
        "--accept",
        metavar="LANG:NOTE",
        help="Accept the differences of this note, as in fr:31; needs --reason. May be repeated.",
        autocompletion=candidates.notes,
        show_default=False,
    ),
]
Pair = Annotated[
    list[str] | None,
    typer.Option(
        "--pair",
        metavar="NOTES=NOTES",
        help="Say that these notes and no others stand against each other: fr:62=en:49, fr:61,62=en:49, or "
        "fr:62=none. May be repeated.",
        autocompletion=candidates.pairs,
        show_default=False,
    ),
]
States = Annotated[
    str | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        help="Take the states of an XLIFF file of --format xliff as decisions: what differs and is reviewed or final is "
        "accepted, for the reason noted to it or given by --reason; what was accepted and is neither any more is taken "
        "back.",
        show_default=False,
    ),
]
Reason = Annotated[
    str | None, typer.Option("--reason", metavar="TEXT", help="Why it is decided so.", show_default=False)
]


class Asked(Struct, frozen=True):
    """The decisions that the command line asks for."""

    accept: tuple[str, ...] = ()
    pair: tuple[str, ...] = ()
    reason: str = ""
    states: str | None = None

    @classmethod
    def of(
        cls, accept: Sequence[str] | None, pair: Sequence[str] | None, reason: str | None, states: str | None = None
    ) -> Asked:
        """The decisions of the four options. Raises UsageError where one is without a reason, or the other way
        round."""
        asked = cls(tuple(accept or ()), tuple(pair or ()), reason or "", states)
        if states is not None and (asked.accept or asked.pair):
            raise UsageError("--decisions goes without --accept and --pair: give one after the other")
        if asked.accept and not asked.reason.strip():
            raise UsageError("--accept needs a reason, for whoever reads the decision later: add --reason TEXT")
        if reason is not None and not asked:
            raise UsageError("--reason goes with --accept, --pair or --decisions")
        return asked

    def __bool__(self) -> bool:
        return bool(self.accept or self.pair or self.states is not None)


def decide(
    asked: Asked, report: Report, applied: Applied, known: Sequence[Decision], file: Path, day: date, ui: str
) -> list[str]:
    """Writes decisions down, and returns what is to be said of it in the language ``ui``. Nothing is written where one
    of them cannot be made."""
    from citecheck.reconcile.deciding import Signature, acceptances, pairing

    signature = Signature(asked.reason, _author(), day)
    made = [pairing(applied.alignment, said, signature) for said in asked.pair]
    for said in asked.accept:
        made += acceptances(report, applied, said, signature)
    return _written(made, (), applied.alignment, known, file, ui)


def decide_by_states(
    asked: Asked, table: Table, alignment: Alignment, known: Sequence[Decision], file: Path, day: date, ui: str
) -> list[str]:
    """Writes down what the states of an XLIFF file decide, and returns what is to be said of it. ``table`` knows what
    accepting its rows writes."""
    from citecheck.read.xliff import read_xliff
    from citecheck.reconcile.deciding import Signature
    from citecheck.reconcile.states import changed_states

    path = asked.states or ""
    changed = changed_states(table, known, read_xliff(path), Signature(asked.reason, _author(), day), path)
    told = [spoken(UNKNOWN, ui, file=path, count=changed.unknown)] if changed.unknown else []
    if not changed.made and not changed.back:
        return [*told, spoken("{file}: its states decide nothing new", ui, file=path)]
    return [*told, *_written(changed.made, changed.back, alignment, known, file, ui)]


def _written(
    made: Sequence[Written],
    back: Sequence[Decision],
    alignment: Alignment,
    known: Sequence[Decision],
    file: Path,
    ui: str,
) -> list[str]:
    """Writes decisions to the file, without those that are taken back, and returns what is to be said of it."""
    from citecheck.reconcile.deciding import with_decisions
    from citecheck.reconcile.decisions import comments

    new = not file.is_file()
    text = with_decisions(text_of(file), known, made, comments(alignment), back)
    replace_files([(file, encoded(text))])
    told = [_told_of(DONE[decision.kind.value], decision, alignment, file, ui) for decision, _ in made]
    told += [_told_of("{file}: taken back {notes}", decision, alignment, file, ui) for decision in back]
    if new and _unset_in_git(file):
        told.append(spoken(MERGING, ui, file=file.name))
    return told


def text_of(file: Path) -> str:
    """The text of the file of decisions; empty where there is none."""
    from citecheck.read.files import read_bytes

    return read_bytes(str(file)).decode("utf-8-sig") if file.is_file() else ""


DONE = {"accept": "{file}: accepted {notes}", "pair": "{file}: paired {notes}"}
UNKNOWN = "{file}: {count} of its units are of notes that were changed since: they decide nothing"
MERGING = "in Git, put the line '{file} merge=union' into .gitattributes: then what two people write merges"


def _told_of(text: str, decision: Decision, alignment: Alignment, file: Path, ui: str) -> str:
    """A text about a decision, with the languages of its notes named."""
    from citecheck.report.table.cells import named
    from citecheck.report.voice import language_name

    langs = alignment.left.lang, alignment.right.lang
    notes = named(decision.about, langs, [language_name(lang, ui) for lang in langs])
    return spoken(text, ui, file=file, notes=notes)


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
