"""Names that one version spells as the other one does.

Both versions of a report write some names often, each in its own way, and the two ways differ by one letter within the
word. A place where one version has the other's way is a slip of the translator. No list of words is needed: the versions
themselves say which way is whose.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from citecheck.checks.style.vocabulary import Vocabulary
from citecheck.model.citations import Citations
from citecheck.model.document import BlockKind, Name, Paragraph
from citecheck.model.finding import Place
from citecheck.model.order import gathered

SHORTEST = 5
"""Letters of a word from which one letter more or less is likely to be the same word in another spelling."""
OFTEN = 3
"""Uses of its own spelling before a version is known to have one; and how many times rarer the other spelling must be."""
BEFORE = re.compile(r"([^\W\d_]+)['’]?[^\w.!?;:]{0,3}\Z")
AFTER = re.compile(r"[^\w.!?;:]{0,3}([^\W\d_]+)")
OPENING = re.compile(r"[«“„‘\"'*_][\s\u00a0\u202f]?\Z")
CLOSING = re.compile(r"[\s\u00a0\u202f]?[»”“’\"'*_]")
NEAR = 400
"""Characters before a word in which emphasis may begin."""


class Spelling(Struct, frozen=True):
    """A word in the other version's spelling, this version's own spelling of it, and how often it has that."""

    place: Place
    own: str
    count: int


def spellings(left: Vocabulary, right: Vocabulary) -> Iterator[Spelling]:
    """The names of each version that are spelt as in the other one."""
    for own, other in ((left, right), (right, left)):
        wanted = _wanted(own, other)
        if not wanted:
            continue
        prose = _Prose(own.version)
        for name in own.version.document.names:
            word = name.span.text.casefold()
            if word in wanted and prose.may_hold(name) and not _quoted(name, own, other):
                better = wanted[word]
                shown = better.upper() if name.span.text.isupper() else better.capitalize()
                if name.span.text.isupper() or not own.printed.get(better):
                    yield Spelling(Place(name.span, own.version.lang), shown, own.folded[better])


def _wanted(own: Vocabulary, other: Vocabulary) -> dict[str, str]:
    """For each word that a version hardly uses and the other one often does, how this version spells it otherwise."""
    names = {name.span.text.casefold() for name in own.version.document.names}
    rare = [word for word in names if len(word) >= SHORTEST and _is_others(word, own, other)]
    usual = _usual(rare, own) if rare else {}
    near = ((word, {one for pattern in _patterns(word) for one in usual.get(pattern, ())}) for word in rare)
    sure = ((word, [one for one in ones if _prevails(one, word, own, other)]) for word, ones in near)
    return {word: ones[0] for word, ones in sure if len(ones) == 1}


def _usual(rare: Iterable[str], own: Vocabulary) -> dict[str, list[str]]:
    """The words that a version often uses and that may be one of some others, by what they have in common with these."""
    edges = {(word[0], word[-1]) for word in rare}
    often = (word for word, count in own.folded.items() if count >= OFTEN and len(word) >= SHORTEST)
    alike = (word for word in often if (word[0], word[-1]) in edges and word.isalpha())
    return gathered((pattern, word) for word in alike for pattern in _patterns(word))


def _is_others(word: str, own: Vocabulary, other: Vocabulary) -> bool:
    """Whether the other version often has a word, and more often than this one."""
    return other.folded.get(word, 0) >= OFTEN and own.folded.get(word, 0) < other.folded[word]


def _prevails(usual: str, word: str, own: Vocabulary, other: Vocabulary) -> bool:
    """Whether a word is another one's spelling of this version, which rather has that, while the other version has the word."""
    mine = own.folded[usual] >= OFTEN * own.folded[word]
    return mine and other.folded[word] >= OFTEN * other.folded.get(usual, 0) and _alike(usual, word)


def _patterns(word: str) -> Iterator[str]:
    """What a word has in common with those that differ from it by one letter between the first and the last."""
    yield word
    for at in range(1, len(word) - 1):
        yield f"{word[:at]}\x00{word[at + 1 :]}"
        yield word[:at] + word[at + 1 :]


def _alike(one: str, other: str) -> bool:
    """Whether two words differ by one letter: another, one more or one less, and by no accent that one of them lacks.

    An accent says that the writer means the foreign word.
    """
    if one == other or abs(len(one) - len(other)) > 1 or not (one.isascii() and other.isascii()):
        return False
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long) - 1))


class _Prose:
    """The paragraphs of running text of a version, and its citations in brackets."""

    def __init__(self, version: Citations) -> None:
        self._paragraphs: Mapping[int, Paragraph] = {one.index: one for one in version.document.paragraphs}
        self._brackets = sorted(
            (id(one.span.source), one.span.start, one.span.end) for one in version.document.brackets
        )

    def may_hold(self, name: Name) -> bool:
        """Whether a name stands in running text of the version's own, and not in a citation."""
        paragraph = self._paragraphs.get(name.paragraph)
        if paragraph is None or paragraph.kind not in (BlockKind.PROSE, BlockKind.LIST):
            return False
        source = id(name.span.source)
        at = bisect_right(self._brackets, (source, name.span.start, name.span.end)) - 1
        return at < 0 or self._brackets[at][0] != source or self._brackets[at][2] <= name.span.start


def _quoted(name: Name, own: Vocabulary, other: Vocabulary) -> bool:
    """Whether a name is quoted by itself or emphasised, or belongs to words of the other language, or to a longer name:
    all these are as their owner writes them."""
    span = name.span
    text = span.source.text
    before = text[max(0, span.start - NEAR) : span.start].rpartition("\n\n")[2]
    after = text[span.end : span.end + NEAR].partition("\n\n")[0]
    if before.count("*") % 2 or (OPENING.search(before) and CLOSING.match(after)):
        return True
    neighbours = BEFORE.search(before[-40:]), AFTER.match(after)
    return any(_strange(one[1], own, other) for one in neighbours if one is not None)


def _strange(word: str, own: Vocabulary, other: Vocabulary) -> bool:
    """Whether a word next to a name is of the other language, or capitalised as part of a longer name."""
    plain = word.casefold()
    mine = own.tongue.stop_words | own.tongue.function_words
    theirs = other.tongue.stop_words | other.tongue.function_words
    if plain in mine:
        return False
    if plain in theirs or word[:1].isupper():
        return True
    return other.folded.get(plain, 0) > own.folded.get(plain, 0)
