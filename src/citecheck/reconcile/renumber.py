"""A numbering for one version that follows from the other's: a proposal for the translator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citecheck.model.alignment import Alignment, Group
from citecheck.model.document import Note
from citecheck.model.renumbering import Renumbered, Renumbering

__all__ = ["renumber"]


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
