"""The files of a document as tokens, with what they and the packages beside them define as listings."""

from __future__ import annotations

import re
from collections.abc import Mapping

from citecheck.read.inclusion import Inclusion
from citecheck.read.tex.tokens import Tokens, listings, tokens

__all__ = ["Files"]

NAMED = re.compile(
    r"\\(?:usepackage|RequirePackage|documentclass|input|include)(?:\[[^\]]{0,500}\])?\{([^{}\\]{1,500})\}"
)
BEGINS = "\\begin{document}"
MOST_NAMED = 100
"""How many files are looked at for what they define before the text is read."""


class Files(Inclusion):
    """The files of the document whose main file is at ``main``, as tokens."""

    def __init__(self, main: str, raw: bytes, contents: Mapping[str, bytes]) -> None:
        super().__init__(main, raw, contents)
        self._known: dict[str, Tokens] = {}
        self._own = frozenset[str]()

    def tokens(self, path: str) -> Tokens:
        """The tokens of a file that was found. Raises InputError where all files together are too large."""
        if path not in self._known:
            text = self.text(path)
            self.take(len(text))
            self._own |= self._listings(text) if path == self.main else listings(text)
            self._known[path] = tokens(text, "" if path == self.main else path, self._own)
        else:
            self.take(sum(len(one.text) for one in self._known[path].items))
        return self._known[path]

    def _listings(self, main: str) -> frozenset[str]:
        """The listings that the main file defines, or what it names before its text."""
        own = listings(main)
        names = [name.strip() for match in NAMED.finditer(main.partition(BEGINS)[0]) for name in match[1].split(",")]
        for name in names[:MOST_NAMED]:
            found = self.find(name, (".sty", ".cls", ".tex"), ())
            if found.path and found.path not in self._known:
                own |= listings(self.text(found.path))
        return own

    @property
    def read(self) -> tuple[Tokens, ...]:
        """The tokens of the files that were read so far."""
        return tuple(self._known.values())
