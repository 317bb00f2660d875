"""Corrections of LaTeX documents, in the file that holds the words: never of a command, a formula, or what is printed as typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from citecheck.amend.spots import Change, Spot
from citecheck.amend.texts import Texts
from citecheck.model.source import Source
from citecheck.read.tex.names import LIGATURES
from citecheck.read.tex.tokens import Kind, tokens

__all__ = ["ENDINGS", "Document", "opened"]

ENDINGS = (".tex", ".ltx", ".latex")
BLANK = re.compile(r"[ \t]*\n?[ \t]*")
LONGEST = 3
"""Characters of the longest sign that stands for another one."""
ESCAPED = "%&#_${}"
WRITTEN = {
    **{sign: f"\\{sign}" for sign in ESCAPED},
    "\\": "\\textbackslash{}",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
    "\u00a0": "~",
    "\u202f": "\\,",
}
"""How characters are written that mean something else in LaTeX."""


def opened(path: str, read: Callable[[str], bytes]) -> Document:
    """The document at ``path``."""
    return Document(path, read)


class Document(Texts):
    """A LaTeX document to be corrected."""

    def spot(self, source: Source, offset: int) -> Spot | None:
        """Where a character stands in the file that holds it, as far as it stands there."""
        if not source.is_lined or offset >= len(source.text):
            return None
        path, line, column = source.spot(offset)
        file = self.file(path)
        if line < 1 or line > len(file.line_starts):
            return None
        at = file.line_starts[line - 1] + column - 1
        length = _length(file.text, at, source.text[offset])
        return Spot((path, 0), at, at + length) if length else None

    def written(self, change: Change) -> str:
        """How words are written; in an address all signs are their own."""
        path = change.key[0]
        if any(start <= change.start <= end for start, end in self._addresses(path)):
            return change.new
        return "".join(WRITTEN.get(sign, sign) for sign in change.new)

    @cached_property
    def _known(self) -> dict[str, list[tuple[int, int]]]:
        return {}

    def _addresses(self, path: str) -> list[tuple[int, int]]:
        """Where the addresses of a file stand."""
        if path not in self._known:
            file = self.file(path)
            raw = (one for one in tokens(file.text, path).items if one.kind is Kind.RAW)
            starts = ((file.line_starts[one.line - 1] + one.column - 1, len(one.text)) for one in raw)
            self._known[path] = [(start, start + length) for start, length in starts]
        return self._known[path]


def _length(text: str, at: int, sign: str) -> int:
    """How many characters of a file stand for one that is printed; 0 where what stands there is something else."""
    found = text[at : at + 1]
    if sign == " " and found and found in " \t\n":
        blank = BLANK.match(text, at)
        return len(blank[0]) if blank is not None and not text.startswith("\n", blank.end()) else 0
    if found == sign:
        return 1
    if (found, sign) == ("~", "\u00a0"):
        return 1
    if found == "\\" and sign in ESCAPED and text.startswith(sign, at + 1):
        return 2
    return next((size for size in range(LONGEST, 1, -1) if LIGATURES.get(text[at : at + size]) == sign), 0)
