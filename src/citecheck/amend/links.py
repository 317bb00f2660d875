"""Changes of an address that a link prints and leads to, as one change of all the link's words: where a link leads cannot be tracked, so
a corrected address is a link of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from citecheck.amend.spots import Change, Key

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Printing", "with_links"]


class Printing(Protocol):
    """So many characters of a paragraph, ``at`` characters behind its beginning, that an element prints."""

    @property
    def at(self) -> int:
        """How many characters stand before them."""

    @property
    def length(self) -> int:
        """How many they are."""


P = TypeVar("P", bound=Printing)


def with_links(
    changes: Sequence[Change],
    pieces: Mapping[Key, Sequence[P]],
    link_of: Callable[[P], _Element | None],
    text_of: Callable[[P], str | None],
    leads_to: Callable[[Key, _Element, str], bool],
) -> Iterator[tuple[Change, _Element | None]]:
    """The changes, those of a link that prints where it leads as one of all its words, with the link.

    ``link_of`` tells the link that a piece is in, ``text_of`` what it prints, None for what is no text, ``leads_to`` whether a link
    of a paragraph leads to an address.
    """
    groups: dict[tuple[Key, _Element | None], list[Change]] = {}
    for one in changes:
        links = {link_of(piece) for piece in pieces.get(one.key, ()) if _touches(piece, one)}
        groups.setdefault((one.key, links.pop() if len(links) == 1 else None), []).append(one)
    for (key, link), own in groups.items():
        if link is None:
            yield from ((one, None) for one in own)
            continue
        held = [piece for piece in pieces[key] if piece.length and link_of(piece) is link]
        texts = [text_of(piece) for piece in held]
        text = "".join(filter(None, texts))
        if None in texts or not leads_to(key, link, text):
            yield from ((one, None) for one in own)
        else:
            yield _whole(key, held[0].at, text, own), link


def _touches(piece: Printing, change: Change) -> bool:
    """Whether a change takes something from a piece, or stands at it."""
    start, end = (change.start, change.end) if change.start < change.end else (change.start - 1, change.start + 1)
    return piece.length > 0 and piece.at < end and start < piece.at + piece.length


def _whole(key: Key, first: int, text: str, changes: Sequence[Change]) -> Change:
    """Changes of a text that begins at the character ``first`` of a paragraph as one of all of it."""
    made = text
    for one in sorted(changes, key=lambda one: one.start, reverse=True):
        made = made[: one.start - first] + one.new + made[one.end - first :]
    return Change(key, first, first + len(text), made)
