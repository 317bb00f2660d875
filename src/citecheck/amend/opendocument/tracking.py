"""Tracked changes in the paragraphs of an OpenDocument text: what comes stands between two signs, what goes in the list of changes,
with a sign where it stood (ISO/IEC 26300-1, 5.5)."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import TYPE_CHECKING

from citecheck.amend.spots import Change, impossible
from citecheck.patch.elements import take_out
from citecheck.read.elements import attribute, child, name
from citecheck.read.opendocument.traces import Kind, Piece
from citecheck.read.remarked import AUTHOR

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Tracking", "in_insertions", "is_open"]

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
DUBLIN = "http://purl.org/dc/elements/1.1/"
XML = "http://www.w3.org/XML/1998/namespace"
NAMES = {"office": OFFICE, "text": TEXT, "dc": DUBLIN}
PARAGRAPHS = ("p", "h")
CARRIER = "carrier"
"""What only carries text from one place to another."""
OPEN = frozenset(("span", "a"))
"""What words may stand in; the text of fields is no one's but theirs."""


def is_open(piece: Piece) -> bool:
    """Whether words may be changed where a piece stands: in a paragraph, its spans and its links."""
    return _paragraph(_holder(piece)) is not None


def in_insertions(root: _Element) -> frozenset[tuple[_Element, bool]]:
    """What stands in insertions that nobody has settled: elements, each with whether the text behind it is meant, or that within."""
    from lxml import etree

    begun: set[str] = set()
    found: set[tuple[_Element, bool]] = set()
    for event, one in etree.iterwalk(root, events=("start", "end")):
        kind = name(one) if event == "start" else ""
        if kind == "change-start":
            begun.add(attribute(one, "change-id") or "")
        elif kind == "change-end":
            begun.discard(attribute(one, "change-id") or "")
        if begun:
            found.add((one, event == "end"))
    return frozenset(found)


class Tracking:
    """Makes changes in the text with this ``root`` of the document at ``path``; ``day`` is the ISO date that they bear, empty for
    none. They are listed at the end."""

    def __init__(self, root: _Element, path: str, day: str) -> None:
        self.root = root
        self.path = path
        self.day = day
        self.regions: list[_Element] = []
        self.taken = {attribute(one, "id") for one in root.iter("{*}changed-region")}

    def change(self, pieces: Sequence[Piece], change: Change, link: _Element | None = None) -> None:
        """Makes a change in the paragraph that has some ``pieces``. Of several, the last one comes first. Where the words of a ``link``
        are changed, what comes stands in a second one behind it."""
        signs: list[_Element] = []
        if change.start < change.end:
            gone = [one for one in pieces if one.length and one.at < change.end and change.start < one.at + one.length]
            if not gone or not all(map(is_open, gone)):
                raise impossible(self.path)
            signs = [self._deletion(gone, change)]
            if link is not None:
                self._link(link, change.new)
            elif change.new:
                signs += self._insertion(change.new)
            for one in reversed(gone[1:]):
                self._cut(one, 0, min(change.end - one.at, one.length), [])
            first = gone[0]
            self._cut(first, change.start - first.at, min(change.end - first.at, first.length), signs)
            return
        at = change.start if change.behind else change.start - 1
        beside = next((one for one in pieces if one.at <= at < one.at + one.length), None)
        if beside is None or not is_open(beside):
            raise impossible(self.path)
        place = change.start - beside.at
        self._cut(beside, place, place, self._insertion(change.new))

    def _link(self, old: _Element, address: str) -> None:
        """Sets a link to an address, which it prints, behind an old one."""
        start, end = self._insertion("")
        new = _shell(old)
        own = next(str(name) for name in old.attrib if str(name).endswith("}href"))
        new.set(own, address.strip())
        new.text = address
        above = old.getparent()
        if above is None:
            raise impossible(self.path)
        behind, old.tail = old.tail or "", None
        _insert(above, above.index(old) + 1, [start, new, end, *_blanked(above, behind)])

    def list_changes(self) -> None:
        """Adds the changes to the list of the text, which is made where there is none."""
        text = child(self.root, "body", "text")
        if text is None or not self.regions:
            return
        listed = child(text, "tracked-changes")
        if listed is None:
            listed = text.makeelement(_text("tracked-changes"), {_text("track-changes"): "false"}, nsmap={"text": TEXT})
            text.insert(1 if len(text) and name(text[0]) == "forms" else 0, listed)
        listed.extend(self.regions)

    def _deletion(self, gone: Sequence[Piece], change: Change) -> _Element:
        """Lists what goes; returns the sign that stands for it."""
        paragraph = _paragraph(_holder(gone[0]))
        if paragraph is None:
            raise impossible(self.path)
        key, region = self._region("deletion")
        held = _shell(paragraph)
        region.append(held)
        for one in gone:
            start, end = max(change.start - one.at, 0), min(change.end - one.at, one.length)
            inner = _chain(held, _holder(one))
            if one.kind is Kind.SIGN:
                sign = copy(one.element)
                sign.tail = None
                inner.append(sign)
            else:
                _fill(inner, _held(one)[start:end])
        return self._sign("change", key)

    def _insertion(self, words: str) -> list[_Element]:
        """Lists what comes; returns the words between two signs."""
        key, _ = self._region("insertion")
        start, end = self._sign("change-start", key), self._sign("change-end", key)
        blanks = len(words) - len(words.lstrip(" ")), len(words) - len(words.rstrip(" "))
        before, after = (
            [self.root.makeelement(_text("s")) for _ in range(blanks[0])],
            [self.root.makeelement(_text("s")) for _ in range(blanks[1] if words.strip(" ") else 0)],
        )
        signs = [start, *before]
        signs[-1].tail = words.strip(" ") or None
        return [*signs, *after, end]

    def _region(self, kind: str) -> tuple[str, _Element]:
        """An entry of the list of changes: its identifier, and what says what it is."""
        key = next(f"ct{number}" for number in range(1, len(self.taken) + 2) if f"ct{number}" not in self.taken)
        self.taken.add(key)
        region = self.root.makeelement(_text("changed-region"), {f"{{{XML}}}id": key, _text("id"): key}, nsmap=NAMES)
        told = region.makeelement(_text(kind))
        info = told.makeelement(f"{{{OFFICE}}}change-info")
        creator = info.makeelement(f"{{{DUBLIN}}}creator")
        creator.text = AUTHOR
        info.append(creator)
        if self.day:
            date = info.makeelement(f"{{{DUBLIN}}}date")
            date.text = f"{self.day}T00:00:00"
            info.append(date)
        told.append(info)
        region.append(told)
        self.regions.append(region)
        return key, told

    def _sign(self, kind: str, key: str) -> _Element:
        return self.root.makeelement(_text(kind), {_text("change-id"): key}, nsmap={"text": TEXT})

    def _cut(self, piece: Piece, start: int, end: int, signs: Sequence[_Element]) -> None:
        """Takes the characters from ``start`` to ``end`` of a piece out and sets signs there."""
        element = piece.element
        if piece.kind is Kind.SIGN:
            above = _holder(piece)
            at = above.index(element)
            if start < end or not start:
                _insert(above, at, signs)
                if start < end:
                    take_out(element)
            else:
                behind, element.tail = element.tail or "", None
                _insert(above, at + 1, [*signs, *_blanked(above, behind)])
            return
        text = _held(piece)
        before, after = text[:start], text[end:]
        above, at = (element, 0) if piece.kind is Kind.TEXT else (_holder(piece), _holder(piece).index(element) + 1)
        if not signs:
            _set_held(piece, before + after)
            return
        _set_held(piece, before)
        _insert(above, at, [*signs, *_blanked(above, after)])


def _blanked(above: _Element, text: str) -> list[_Element]:
    """Text to stand behind a sign: programs pass over a blank behind a blank, so one that it begins with is a sign itself."""
    carrier = above.makeelement(_text("s") if text.startswith(" ") else CARRIER)
    carrier.tail = text.removeprefix(" ") or None
    return [carrier]


def _insert(above: _Element, at: int, elements: Sequence[_Element]) -> None:
    """Sets elements into another one; one that only carries text is that text."""
    real = [one for one in elements if one.tag != CARRIER]
    for number, one in enumerate(real):
        above.insert(at + number, one)
    for one in elements:
        if one.tag == CARRIER and one.tail:
            last = real[-1] if real else above[at - 1] if at else None
            if last is None:
                above.text = (above.text or "") + one.tail
            else:
                last.tail = (last.tail or "") + one.tail


def _held(piece: Piece) -> str:
    return (piece.element.text if piece.kind is Kind.TEXT else piece.element.tail) or ""


def _set_held(piece: Piece, text: str) -> None:
    if piece.kind is Kind.TEXT:
        piece.element.text = text or None
    else:
        piece.element.tail = text or None


def _holder(piece: Piece) -> _Element:
    """The element that a piece stands in."""
    if piece.kind is Kind.TEXT:
        return piece.element
    above = piece.element.getparent()
    return above if above is not None else piece.element


def _paragraph(element: _Element | None) -> _Element | None:
    """The paragraph that an element is, or is in; None where something is between that may not be opened."""
    while element is not None and name(element) in OPEN:
        element = element.getparent()
    return element if element is not None and name(element) in PARAGRAPHS else None


def _shell(element: _Element) -> _Element:
    """An element without what it holds."""
    kept = {str(key): str(held) for key, held in element.attrib.items() if not str(key).endswith("}id")}
    return element.makeelement(element.tag, kept)


def _chain(paragraph: _Element, holder: _Element) -> _Element:
    """Sets the spans and links that an element is in into a paragraph; returns the innermost one."""
    chain: list[_Element] = []
    above: _Element | None = holder
    while above is not None and name(above) in OPEN:
        chain.append(above)
        above = above.getparent()
    inner = paragraph
    for one in reversed(chain):
        shell = _shell(one)
        inner.append(shell)
        inner = shell
    return inner


def _fill(element: _Element, text: str) -> None:
    """Adds text to an element, its blanks at either end as signs: programs pass over others."""
    kept = text.strip(" ")
    begun = text[: len(text) - len(text.lstrip(" "))]
    for _ in begun:
        element.append(element.makeelement(_text("s")))
    if len(element):
        element[-1].tail = (element[-1].tail or "") + kept or None
    else:
        element.text = (element.text or "") + kept or None
    for _ in text[len(begun) + len(kept) :]:
        element.append(element.makeelement(_text("s")))


def _text(kind: str) -> str:
    return f"{{{TEXT}}}{kind}"
