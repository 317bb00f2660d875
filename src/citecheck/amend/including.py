"""Corrections of Markdown that includes other files (Quarto, R Markdown): in the file that holds the words."""

from __future__ import annotations

from citecheck.amend.spots import Change, Spot
from citecheck.amend.texts import Texts
from citecheck.model.source import Source

__all__ = ["Including"]


class Including(Texts):
    """A text with those that it includes."""

    def spot(self, source: Source, offset: int) -> Spot | None:
        """Where a character stands, as far as it stands there as it is read."""
        path, line, column = source.spot(offset)
        file = self.file(path)
        if not 1 <= line <= len(file.line_starts) or offset >= len(source.text):
            return None
        at = file.line_starts[line - 1] + column - 1
        return Spot((path, 0), at, at + 1) if file.text[at : at + 1] == source.text[offset] else None

    def written(self, change: Change) -> str:
        """The words as they are."""
        return change.new
