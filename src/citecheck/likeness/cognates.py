"""Comparing a text with its translation: by the cognates and figures that the two share.

The texts of two versions are compared both ways, and a title with the titles of one bibliography from one side only:
the two measures differ in their bounds, too, which were set on different texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct, field
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from citecheck.languages import words
from citecheck.languages.folding import fold

AKIN = 0.87
"""The likeness (0 to 1) from which words of two versions are likely cognates."""
KIN = 0.86
"""The likeness (0 to 1) from which words of two titles are likely cognates."""
COGNATES = 0.5
"""The share of a title's words that must have a cognate in its translation."""
LEAST_WORDS = 3
"""Words that a title must have to be told by its cognates."""


@lru_cache(maxsize=8192)
def content(text: str) -> tuple[str, ...]:
    """The words of a text that say something, folded."""
    small = {fold(word) for word in words("stop_words")} | {fold(word) for word in words("connectors")}
    return tuple(word for word in fold(text).split() if word not in small and (len(word) > 3 or word.isdigit()))


def cognate_share(one: str, other: str) -> float:
    """The share (0 to 1) of the words of the shorter text that have a cognate in the other."""
    left, right = sorted((content(one), content(other)), key=len)
    if not left:
        return 0.0
    return sum(any(akin(word, twin) for twin in right) for word in left) / len(left)


@lru_cache(maxsize=131_072)
def akin(word: str, twin: str) -> bool:
    """Whether two folded words of two versions are the same name or likely cognates; figures must be equal."""
    return word == twin or (
        len(word) > 4 and len(twin) > 4 and not word.isdigit() and JaroWinkler.similarity(word, twin) >= AKIN
    )


class Translations(Struct):
    """Titles by their ordinals and their words, so that a translation of one is found without going through all."""

    count: int = 0
    worded: dict[str, list[int]] = field(default_factory=dict)
    kin: dict[str, frozenset[int]] = field(default_factory=dict)
    """The titles that have a word or a cognate of it, as far as it was asked for."""

    @staticmethod
    def of(titles: Iterable[str]) -> Translations:
        """The titles, in their order."""
        made = Translations()
        for title in titles:
            made.add(title)
        return made

    def add(self, title: str) -> None:
        """Adds a title behind the others; one of few words is never found."""
        said = content(title)
        for word in set(said) if len(said) >= LEAST_WORDS else ():
            self.worded.setdefault(word, []).append(self.count)
        self.count += 1

    def akin(self, title: str, least: float) -> list[int]:
        """Those that have so large a share of the words of this title or their cognates."""
        said = content(title)
        if len(said) < LEAST_WORDS:
            return []
        hits = Counter(at for word in said for at in self._kin(word))
        return [at for at in sorted(hits) if hits[at] / len(said) >= least]

    def _kin(self, word: str) -> frozenset[int]:
        """Those with this word or a likely cognate of it; of a word with figures, those with the same figures, too."""
        if word not in self.kin:
            figures = "".join(char for char in word if char.isdigit())
            alike = process.extract(
                word, list(self.worded), scorer=JaroWinkler.similarity, score_cutoff=KIN, limit=None
            )
            near = {twin for twin, _, _ in alike} | {twin for twin in self.worded if figures and figures in twin}
            self.kin[word] = frozenset(at for twin in near for at in self.worded[twin])
        return self.kin[word]
