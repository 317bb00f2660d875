"""What goes into other programs: the sources of a bibliography, each under a key by its author and year (``doe2020``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count, product
from string import ascii_lowercase

from msgspec import Struct

from citecheck.languages.folding import fold
from citecheck.model.citations import Work
from citecheck.model.document import Document
from citecheck.model.reference import Reference

__all__ = ["Exported", "exported"]

NAMELESS = "source"
"""The name in the key of what has neither an author nor a title in Latin letters."""
MOST_WORDS = 3
"""So many words of an author's name go into a key."""
OWN_KEY = re.compile(r"[A-Za-z](?!\w*://)")
"""How the key of an entry begins that a bibliography file gives; what is counted or printed begins with a digit, and an address
identifies an item in a library."""


class Exported(Struct, frozen=True):
    """A source with the key that other programs cite it by, and the language of its version."""

    key: str
    lang: str
    reference: Reference


class _Listed(Struct, frozen=True):
    """A source without its key, but for ``own``: the one that a bibliography file gives it."""

    reference: Reference
    own: str = ""


def exported(documents: Sequence[Document], works: Iterable[tuple[str, Work]] = ()) -> tuple[Exported, ...]:
    """The sources of all entries, and those of ``works`` (each with its language) that no entry is of.

    A key depends on no number and on no place: on author, year and, among those of one author and year, the printed
    letter or the order of their titles. Where there are several versions, the keys of all but the first end in the
    version's language. What several versions take from one file is there once.
    """
    noted: dict[str, list[_Listed]] = {}
    for lang, work in works:
        if work.entry is None:
            noted.setdefault(lang, []).append(_Listed(work.reference))
    made: list[Exported] = []
    places: set[tuple[int, int, int]] = set()
    for number, document in enumerate(documents):
        taken = {one.key.casefold() for one in made}
        end = f"-{document.lang}" if number else ""
        entries = [one for one in _entries(document) if not _again(one.reference, places)]
        for part in (entries, noted.get(document.lang, [])):
            # The keys of entries are given first, so that those of notes never change them.
            made += (
                Exported(key, document.lang, one.reference)
                for one, key in zip(part, _keys(part, end, taken), strict=True)
            )
    return tuple(made)


def _entries(document: Document) -> Iterator[_Listed]:
    """The sources of a document's entries; nothing could be told of an entry that has none."""
    for entry in document.entries:
        own = entry.entry_id if entry.number is None and OWN_KEY.match(entry.entry_id) else ""
        for number, reference in enumerate(entry.references):
            yield _Listed(reference, own if not number else "")


def _again(reference: Reference, places: set[tuple[int, int, int]]) -> bool:
    """Whether a source stands where another version has taken it from; its place is noted."""
    span = reference.span
    place = (id(span.source), span.start, span.end)
    known = place in places and span.start < span.end
    places.add(place)
    return known


def _keys(sources: Sequence[_Listed], end: str, taken: set[str]) -> list[str]:
    """A key for each source, none of them ``taken``, whose set grows: no program tells them apart by case."""
    keys: dict[int, str] = {}
    for at in sorted(range(len(sources)), key=lambda at: _rank(sources[at])):
        one = sources[at]
        stem = one.own or _stem(one.reference)
        wanted = chain([stem + one.reference.suffix] if not one.own else [], [stem], (stem + x for x in _letters()))
        keys[at] = next(key for key in (f"{one}{end}" for one in wanted) if key.casefold() not in taken)
        taken.add(keys[at].casefold())
    return [keys[at] for at in range(len(sources))]


def _rank(one: _Listed) -> tuple[bool, bool, str, str]:
    """The order in which keys are given: those of files, those with a printed letter, the others by title."""
    reference = one.reference
    return not one.own, not reference.suffix, fold(reference.title or ""), fold(reference.span.text)


def _letters() -> Iterator[str]:
    """a, b, … z, aa, ab, …"""
    for length in count(1):
        yield from map("".join, product(ascii_lowercase, repeat=length))


def _stem(reference: Reference) -> str:
    """Author and year in small ASCII letters and digits."""
    return _named(reference) + _plain(reference.year or "")


def _named(reference: Reference) -> str:
    """The first author's name; the first long word of the title where no author is known."""
    author = reference.authors[0] if reference.authors else None
    if author is not None and not author.corporate:
        name = _plain("".join(author.family.split()[:MOST_WORDS]))
    else:
        words = (author.family if author is not None else reference.author_text).split()
        # Small words have no capital in any of the languages in which names of institutions have some.
        name = _plain("".join(([word for word in words if not word[:1].islower()] or words)[:MOST_WORDS]))
    titled = [plain for word in (reference.title or "").split() if (plain := _plain(word))]
    return name or next((word for word in titled if len(word) > MOST_WORDS), "".join(titled[:1])) or NAMELESS


def _plain(text: str) -> str:
    """The letters and digits of a text in small ASCII."""
    return "".join(char for char in fold(text) if char.isascii() and char.isalnum())
