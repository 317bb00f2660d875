"""Corrections of documents whose programs know tracked changes: what is shown of them are the edits of the text themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from citecheck.amend.links import Printing
from citecheck.amend.spots import Change, SpotOf, changes, impossible
from citecheck.model.finding import Edit
from citecheck.model.source import Source

__all__ = ["TrackedDocument", "touched"]

P = TypeVar("P", bound=Printing)


class TrackedDocument:
    """The document at ``path``, of which these are the bytes. A format says what cannot be corrected, and writes the changes."""

    def __init__(self, path: str, raw: bytes) -> None:
        self.path = path
        self.raw = raw

    def tracked(self, edits: Sequence[Edit], day: str) -> bytes:
        """The document with the edits as tracked changes of the ISO date ``day``, empty for none. Raises InputError where they
        cannot be made."""
        raise NotImplementedError

    def rewritten(self, edits: Sequence[Edit]) -> tuple[tuple[Source, tuple[Edit, ...]], ...]:
        """The edits as they are: the document holds no text that they could be edits of."""
        return ((edits[0].span.source, tuple(edits)),)

    def made(self, edits: Sequence[Edit], day: str) -> dict[str, bytes]:
        """The document with the edits made, by its path."""
        return {self.path: self.tracked(edits, day)}

    def changes(self, edits: Sequence[Edit], spot: SpotOf) -> list[Change]:
        """What the edits change. Raises InputError where they would change more than words."""
        found: list[Change] = []
        for edit in edits:
            made = changes(edit, spot)
            if made is None:
                raise impossible(self.path)
            found += made
        return found


def touched(pieces: Iterable[P], change: Change) -> list[P]:
    """The pieces of a paragraph that a change takes something from, or stands in."""
    held = [one for one in pieces if one.length]
    if change.start < change.end:
        return [one for one in held if one.at < change.end and change.start < one.at + one.length]
    at = change.start if change.behind else change.start - 1
    return [one for one in held if one.at <= at < one.at + one.length]
