"""The words of a version and how often it has them, counted once for all that compares two versions by their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from citecheck.languages import Language, language
from citecheck.model.citations import Citations

WORD = re.compile(r"https?://\S{1,600}|[^\W\d_]+")


class Vocabulary(Struct, frozen=True, dict=True):
    """The words of one version, addresses apart; nothing is counted before somebody asks."""

    version: Citations

    @property
    def tongue(self) -> Language:
        """The language of the version."""
        return language(self.version.lang)

    @cached_property
    def running(self) -> tuple[str, ...]:
        """The pieces of the running text."""
        return tuple(piece.text for paragraph in self.version.document.paragraphs for piece in paragraph.pieces)

    @cached_property
    def prose(self) -> Mapping[str, int]:
        """How often the running text has each word, as printed."""
        return Counter(WORD.findall("\n".join(self.running)))

    @cached_property
    def printed(self) -> Mapping[str, int]:
        """The same for the whole text, notes and entries as well."""
        document = self.version.document
        texts = [*(note.body.text for note in document.notes), *(entry.body.text for entry in document.entries)]
        found = Counter(self.prose)
        found.update(WORD.findall("\n".join(texts)))
        return found

    @cached_property
    def folded(self) -> Mapping[str, int]:
        """The words of the whole text, whatever their case."""
        found: dict[str, int] = {}
        for word, count in self.printed.items():
            plain = word.casefold()
            found[plain] = found.get(plain, 0) + count
        return found
