"""How findings about two copies name them, their notes and their words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import PurePath

from citecheck.model.collation import Collated, Collation, Differing
from citecheck.model.document import Document, Entry, Note
from citecheck.model.finding import Place

__all__ = ["differences", "excerpt", "names", "note_place", "numbers", "runs", "subject"]

SHOWN = 60
"""Characters of a note that a message shows."""
MANY = 4
"""Differences that a message shows."""


def names(x: Collation) -> tuple[str, str]:
    """What the copies are called: their files, with the folders where both have one name."""
    paths = [_path(version.document) for version in x.versions]
    short = [PurePath(path).name or path for path in paths]
    return (short[0], short[1]) if short[0] != short[1] else (paths[0], paths[1])


def _path(document: Document) -> str:
    return document.sources[0].path if document.sources else "-"


def excerpt(thing: Note | Entry) -> str:
    """How a note or an entry begins."""
    plain = " ".join(thing.body.text.replace("*", "").split())
    return textwrap.shorten(plain, SHOWN, placeholder=" …") or plain[:SHOWN]


def subject(*things: Note | Entry) -> str:
    """What findings about notes and entries are about, whatever their numbers."""
    return " / ".join(" ".join(one.body.text.split())[:80] for one in things)


def note_place(x: Collation, note: Note, side: int) -> Place:
    """The place of a note of one copy."""
    return Place.of(note, x.versions[side].lang, note.body)


def numbers(notes: Iterable[Note]) -> tuple[str, ...]:
    """The numbers of notes, with the chapter where numbers start anew."""
    return tuple(note.note_id if "/" in note.note_id else note.number for note in notes)


def differences(found: Sequence[Differing], side: int) -> str:
    """The words of one side in which two texts differ; a dash where it has none."""
    told = [" ".join((one.left, one.right)[side].text.split()) or "–" for one in found]
    shown = [textwrap.shorten(text, SHOWN, placeholder=" …") or text[:SHOWN] for text in told[:MANY]]
    return " … ".join(shown) + (" …" if len(told) > MANY else "")


def runs(x: Collation, side: int, wanted: Iterable[Collated]) -> Iterator[list[Note]]:
    """The notes of one side among those wanted, those that follow each other together."""
    order = {id(note): at for at, note in enumerate(x.versions[side].document.notes)}
    notes = [note for one in wanted if (note := (one.left, one.right)[side]) is not None]
    notes.sort(key=lambda note: order[id(note)])
    for _, run in groupby(enumerate(notes), key=lambda one: order[id(one[1])] - one[0]):
        yield [note for _, note in run]
