"""Meeting notes and brackets: the order in which a reader does, and which notes are numbered together."""

from __future__ import annotations

from citecheck.model.document import Bracket, Document, Note

__all__ = ["reading_order", "same_run"]


def same_run(one: Note, other: Note) -> bool:
    """Whether two notes are numbered together."""
    return one.note_id.rpartition("/")[0] == other.note_id.rpartition("/")[0]


def reading_order(document: Document) -> list[Note | Bracket]:
    """The notes of a document where they are called, and its brackets where they stand: as a reader meets the citations."""
    order = {source: at for at, source in enumerate(document.sources)}
    things: list[tuple[tuple[int, int], int, Note | Bracket]]
    things = [(place, number, note) for number, (place, note) in enumerate(document.note_places)]
    things += [((order[bracket.span.source], bracket.span.start), -1, bracket) for bracket in document.brackets]
    return [thing for _, _, thing in sorted(things, key=lambda one: (one[0], one[1]))]
