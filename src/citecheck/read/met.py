"""Notes as they are met in a file that says what is printed for each: they get identifiers, unique in the document and as near to
what is printed as that allows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from citecheck.model.layout import Block, Call, Inline, LaidNote, NoteKind

__all__ = ["Met", "identified"]


class Met(Struct, frozen=True):
    """A note: what the file says is printed for it, and its text. A `Call` names it by its ordinal among those that were met."""

    kind: NoteKind
    printed: str
    custom: bool
    blocks: tuple[Block, ...]


def identified(blocks: Sequence[Block], found: Sequence[Met]) -> tuple[tuple[Block, ...], tuple[LaidNote, ...]]:
    """The blocks, each mark naming its note by its identifier, and the notes in the order of their marks. Endnotes have
    an ``e`` before their number where there are footnotes too; where a number comes again, its chapter stands before it. A note
    without a mark stands behind the one before it."""
    order = [int(one.note_id) for block in blocks for one in block.inlines if isinstance(one, Call)]
    called = set(order)
    for at in range(len(found)):
        if at not in called:
            order.insert(order.index(at - 1) + 1 if at else 0, at)
    both = len({note.kind for note in found}) > 1
    chapters = _chapters([found[at] for at in order])
    taken: Counter[str] = Counter()
    ids: dict[int, str] = {}
    for at, chapter in zip(order, chapters, strict=True):
        note = found[at]
        sign = "e" if both and note.kind is NoteKind.ENDNOTE else ""
        note_id = f"{sign}{chapter}{note.printed}"
        taken[note_id] += 1
        ids[at] = note_id if taken[note_id] == 1 else f"{note_id}.{taken[note_id]}"
    notes = tuple(
        LaidNote(ids[at], found[at].printed, found[at].kind, found[at].blocks, found[at].custom) for at in order
    )
    return tuple(replace(block, inlines=_named(block, ids)) for block in blocks), notes


def _named(block: Block, ids: dict[int, str]) -> tuple[Inline, ...]:
    return tuple(replace(one, note_id=ids[int(one.note_id)]) if isinstance(one, Call) else one for one in block.inlines)


def _chapters(notes: Sequence[Met]) -> list[str]:
    """The chapter of numbers that each note is in, as ``2/``; nothing where numbers of its kind never begin anew."""
    reached: dict[NoteKind, int] = {}
    run: Counter[NoteKind] = Counter()
    runs = []
    for note in notes:
        number = int(note.printed) if note.printed.isdecimal() and not note.custom else None
        if number is not None:
            if number <= reached.get(note.kind, 0) and number == 1:
                run[note.kind] += 1
            reached[note.kind] = number
        runs.append((note.kind, run[note.kind] + 1))
    return [f"{chapter}/" if run[kind] else "" for kind, chapter in runs]
