"""A numbering for one version that follows from the other's: a proposal for the translator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from citecheck.model.alignment import Alignment, Group
from citecheck.model.document import Note
from citecheck.reconcile.wording import text

__all__ = ["Renumbered", "Renumbering", "renumber", "renumbering_data", "renumbering_lines"]


class Renumbered(Struct, frozen=True):
    """One note: its number now (None where a note is missing), the proposed one, and the notes that it stands against.

    ``remarks`` are keys of what a translator should know: ``merged``, ``split``, ``only``, ``missing``, ``crossed``.
    """

    old: str | None
    new: str
    counterparts: tuple[str, ...]
    remarks: tuple[str, ...] = ()


class Renumbering(Struct, frozen=True):
    """The proposal: ``langs`` and ``names`` are of the version that is numbered anew and of the one that it follows."""

    langs: tuple[str, str]
    names: tuple[str, str]
    lines: tuple[Renumbered, ...]

    @property
    def changed(self) -> int:
        """How many numbers change."""
        return sum(one.old is not None and one.old != one.new for one in self.lines)

    def remark(self, one: Renumbered, ui: str) -> str:
        """The remarks of a line in words."""
        notes = f"{self.names[1]} {', '.join(one.counterparts)}"
        return ", ".join(text(f"remark-{key}", ui, notes=notes) for key in one.remarks)


def renumber(alignment: Alignment, lang: str, names: tuple[str, str]) -> Renumbering:
    """The numbers that the notes of ``lang`` get when they follow the other version's.

    A note gets the number of its counterpart, the first one where it stands for several; several that share one
    counterpart, and notes without one, get a letter behind the number (``10a``, ``10b``), so that no number after them
    changes. ``names`` are of the alignment's versions, in its order.
    """
    swapped = lang == alignment.left.lang
    langs = (alignment.left.lang, alignment.right.lang)
    made = []
    last = ""
    letters: dict[str, int] = {}
    for group in alignment.groups:
        own, twins = (group.left, group.right) if swapped else (group.right, group.left)
        made += list(_group(group, own, twins, last, letters))
        last = twins[-1].note_id if twins else last
    return Renumbering(
        langs if swapped else (langs[1], langs[0]),
        names if swapped else (names[1], names[0]),
        tuple(made),
    )


def _group(
    group: Group, own: Sequence[Note], twins: Sequence[Note], last: str, letters: dict[str, int]
) -> Iterator[Renumbered]:
    counterparts = tuple(note.note_id for note in twins)
    crossed = ("crossed",) if group.crossed else ()
    if not own:
        for note in twins:
            yield Renumbered(None, note.note_id, (note.note_id,), ("missing",))
    elif not twins:
        for note in own:
            yield Renumbered(note.note_id, _with_letter(last or "0", letters), (), ("only",))
    elif len(own) == 1:
        remarks = ("merged",) if len(twins) > 1 else ()
        yield Renumbered(own[0].note_id, counterparts[0], counterparts, (*remarks, *crossed))
    else:
        for note in own:
            yield Renumbered(note.note_id, _with_letter(counterparts[-1], letters), counterparts, ("split", *crossed))


def _with_letter(number: str, letters: dict[str, int]) -> str:
    """The number with the next free letter behind it; after z comes aa."""
    at = letters.get(number, 0)
    letters[number] = at + 1
    letter = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letter = chr(ord("a") + rest) + letter
    return number + letter


def renumbering_data(made: Renumbering) -> dict[str, Any]:
    """The proposal as JSON's own types: the schema ``citecheck/renumbering/1``."""
    return {
        "schema": "citecheck/renumbering/1",
        "language": made.langs[0],
        "after": made.langs[1],
        "notes": [
            {"old": one.old, "new": one.new, "counterparts": list(one.counterparts), "remarks": list(one.remarks)}
            for one in made.lines
        ],
    }


def renumbering_lines(made: Renumbering, ui: str) -> list[list[str]]:
    """The proposal as lines of cells, the header first."""
    other = made.names[1]
    lines = [[text("old", ui), text("new", ui), other[:1].upper() + other[1:], text("remark", ui)]]
    lines += [[one.old or "", one.new, ", ".join(one.counterparts), made.remark(one, ui)] for one in made.lines]
    return lines
