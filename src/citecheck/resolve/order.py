"""The order in which a reader meets the citations of a document."""

from __future__ import annotations

from citecheck.model.document import Bracket, Document, Marker, Note


def reading_order(document: Document) -> list[Note | Bracket]:
    """Notes where they are called and brackets where they stand: the order in which a reader meets the citations.

    Notes keep the order of their numbers among themselves, because Ibid looks at the note before.
    """
    call: dict[str, Marker] = {}
    for marker in document.markers:
        call.setdefault(marker.note_id, marker)
    order = {source: at for at, source in enumerate(document.sources)}
    things: list[tuple[tuple[int, int], int, Note | Bracket]] = []
    reached = (0, -1)
    for number, note in enumerate(document.notes):
        called = call.get(note.note_id)
        at = (order[called.span.source], called.span.start) if called is not None else reached
        reached = max(reached, at)
        things.append((reached, number, note))
    for bracket in document.brackets:
        things.append(((order[bracket.span.source], bracket.span.start), -1, bracket))
    return [thing for _, _, thing in sorted(things, key=lambda one: (one[0], one[1]))]
