"""Copies for the tests, from Markdown."""

from __future__ import annotations

from citecheck.collate import collate
from citecheck.collate.texts import Copy, copy_of
from citecheck.model.citations import Citations
from citecheck.model.collation import Collation, Standing
from citecheck.model.job import Job
from citecheck.pipeline import cite, load

FILLER = (
    "The boats came in late that year, and nobody on the quay asked them why.",
    "A second winter passed before the harbour master wrote to the capital again.",
    "His letter lay unread in a drawer while the ice closed one port after another.",
    "Only the salt merchants knew what it said, and they had reasons to keep quiet.",
)


def cited(text: str, name: str = "a.md") -> Citations:
    """The citations of a text in Markdown."""
    (version,) = cite(load(Job(langs=(("en", name),), contents={name: text.encode()})))
    return version


def copied(text: str, name: str = "a.md") -> Copy:
    return copy_of(cited(text, name).document)


def collated(first: str, second: str) -> Collation:
    return collate(cited(first, "a.md"), cited(second, "b.md"))


def standings(first: str, second: str) -> list[tuple[Standing, str | None, str | None]]:
    return [(one.standing, *(note and note.number for note in one.sides)) for one in collated(first, second).notes]


def noted(*notes: str, sentences: tuple[str, ...] = FILLER) -> str:
    """A text in which a note stands behind each sentence; an empty one is none."""
    marks = [f"[^{at}]" if note else "" for at, note in enumerate(notes, 1)]
    said = " ".join(f"{text}{mark}" for text, mark in zip(sentences, marks, strict=False))
    told = "\n\n".join(f"[^{at}]: {note}" for at, note in enumerate(notes, 1) if note)
    return f"# Ports\n\n{said}\n\n{told}\n"
