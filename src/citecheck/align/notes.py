"""Aligning notes: by where their markers stand in passages that are each other's translation, and by what they cite.

The running text of both versions is laid side by side by its anchors (names, figures, amounts: whatever a translation
keeps). That tells where in the one text the place of a marker of the other is. Then a dynamic programme over groups of one
to one, several to one, one to several and one to none finds the likeliest grouping in order (Gale and Church, 1993, do so
for sentences by length). Position and passage decide; the cited source is evidence only, or a wrong source would never
be found.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from types import MappingProxyType

from msgspec import Struct

from citecheck.align.features import Anchor, Positions, amount_key
from citecheck.languages.folding import fold
from citecheck.model.citations import Citations, Resolved, Status
from citecheck.model.document import Marker, Note
from citecheck.model.order import gathered, longest_ascent, only
from citecheck.model.reference import Person
from citecheck.model.source import Span

NOTHING_KNOWN = "cited:"
"""What is cited where a citation goes back to nothing."""
LONGER = 2.0
"""How many times as long as its translation a text is not."""
NEAR = 40.0
"""Characters within which two markers stand at the same place, translation being no exact copy: beside an anchor."""
DRIFT = 3.0
"""By how much that grows with the (square root of the) distance from the next anchor."""
WIDEST = 60
"""Pages of a range up to which it is taken as its pages."""
REMARK = 10
"""Letters outside of citations from which on a note is a remark of its own."""


class Placed(Struct, frozen=True):
    """A note with the place of its marker, the place of the marker before it, and what it cites: ``count`` citations, and
    ``remark`` letters beside them, with ``amounts`` where it cites nothing; ``passage`` are the anchors of the text back to
    the marker before it."""

    note: Note
    at: int
    since: int
    sources: frozenset[str]
    pages: frozenset[str]
    years: frozenset[str]
    section: int
    paragraph: int = 0
    count: int = 0
    remark: int = 0
    amounts: frozenset[str] = frozenset()
    passage: frozenset[str] = frozenset()
    ahead: tuple[int, int, int] | None = None
    """Of a note that nothing calls at the end of a section: the place, section and paragraph of the next marker."""

    def says_as(self, other: Placed) -> bool:
        """Whether both notes cite the same pages of the same sources, at least one."""
        return bool(self.sources) and self.sources == other.sources and self.pages == other.pages


def placed_notes(
    version: Citations,
    positions: Positions,
    names: Mapping[str, str],
    lacking: Mapping[str, str] = MappingProxyType({}),
    marks: Sequence[Anchor] = (),
) -> tuple[Placed, ...]:
    """The notes of a version in the order of their markers; notes without marker stand behind the note before them.

    ``names`` gives works of both versions a common name, by key; ``lacking`` those that only the other version has, by
    `short_name`; ``marks`` are the anchors of the text, in order.
    """
    remarked = _remarked(version)
    made, since = [], 0
    for (at, section, paragraph), note, ahead in sorted(_called(version, positions), key=lambda one: one[0][0]):
        own = version.of_note(note)
        first, last = (bisect_left(marks, place, key=lambda mark: mark.at) for place in (since, at))
        made.append(
            Placed(
                note,
                at,
                since,
                sources=frozenset(_source(one, names, lacking) for one in own),
                pages=frozenset(page for one in own if one.pages for page in _pages(one.pages)),
                years=frozenset(one.origin.citation.year or "" for one in own) - {""},
                section=section,
                paragraph=paragraph,
                count=len(own),
                remark=_remark(note),
                amounts=remarked.get(id(note), frozenset()),
                passage=frozenset(mark.key for mark in marks[first:last]),
                ahead=ahead,
            )
        )
        since = at
    return tuple(made)


Spot = tuple[int, int, int]
"""A place with its section and its paragraph."""


def _called(version: Citations, positions: Positions) -> Iterator[tuple[Spot, Note, Spot | None]]:
    """Where each note is called; and of one that nothing calls at the end of a section, where the next marker is."""

    def spot(call: Marker | None) -> Spot | None:
        return (positions.place(call.paragraph, call.offset), call.section, call.paragraph) if call else None

    notes = version.document.notes
    calls = {marker.note_id: marker for marker in reversed(version.document.markers)}
    for note, (call, later) in zip(notes, _nearest_calls(notes, calls), strict=True):
        place, ahead = spot(call) or (0, note.section, 0), spot(later)
        yield place, note, None if ahead is None or ahead[1] == place[1] else ahead


def _nearest_calls(notes: Sequence[Note], calls: Mapping[str, Marker]) -> Iterator[tuple[Marker | None, Marker | None]]:
    """The marker of each note; of a note without one, that of the last note before it in its run that has one, and that of
    the first behind it: notes may all stand at the end of a text, far from the section that they belong to."""
    for _, run in groupby(notes, key=lambda note: note.note_id.rpartition("/")[0]):
        own = [calls.get(note.note_id) for note in run]
        before = accumulate(own, _latest)
        behind = [*accumulate(reversed(own), _latest)][::-1]
        for call, last, later in zip(own, before, behind, strict=True):
            yield last or later, later if last is not None and call is None else None


def _latest(last: Marker | None, call: Marker | None) -> Marker | None:
    return call or last


def _pages(text: str) -> Iterator[str]:
    """The pages of a locator, each of a range's own."""
    for piece in text.replace(" ", "").split(","):
        low, dash, high = piece.replace("–", "-").partition("-")
        if not (dash and low.isdecimal() and high.isdecimal() and len(low) <= 6 and len(high) <= 6):
            yield piece
            continue
        high = low[: max(len(low) - len(high), 0)] + high
        pages = range(int(low), int(high) + 1)
        yield from map(str, pages) if 0 < len(pages) <= WIDEST else (piece,)


def _remarked(version: Citations) -> dict[int, frozenset[str]]:
    """The amounts in notes that cite nothing, by the identity of the note."""
    inside = sorted(
        (one for one in version.document.amounts if one.paragraph is None),
        key=lambda one: (one.span.source.path, one.span.start),
    )
    found = {}
    for note in version.document.notes:
        if inside and not note.citations:
            path, body = note.body.source.path, note.body
            first, last = (
                bisect_left(inside, (path, place), key=lambda one: (one.span.source.path, one.span.start))
                for place in (body.start, body.end)
            )
            found[id(note)] = frozenset(amount_key(one) for one in inside[first:last])
    return found


def _remark(note: Note) -> int:
    """The letters of a note that belong to none of its citations."""
    return _letters(note.body) - sum(_letters(one.span) for one in note.citations)


def _letters(span: Span) -> int:
    return sum(map(str.isalpha, span.text))


def short_name(authors: Sequence[Person], year: str | None) -> str:
    """What a source is called that only its first author and its year are known of."""
    return "cited:" + "/".join(fold(author.family) for author in authors[:1]) + f":{year}"


def _source(one: Resolved, names: Mapping[str, str], lacking: Mapping[str, str]) -> str:
    if one.work is not None:
        return names.get(one.work.key, one.work.key)
    if one.status is Status.NO_ANTECEDENT:
        return NOTHING_KNOWN
    meant = only(names.get(work.key, work.key) for work in one.candidates)
    if meant is not None:
        return meant
    origin = one.origin.citation
    name = short_name(origin.authors, origin.year)
    return lacking.get(name, name)


class Mapped(Struct, frozen=True):
    """A function from places of the left text to places of the right one: the places ``lefts`` and ``rights`` stand for each
    other, and between two of them the place is interpolated."""

    lefts: Sequence[int]
    rights: Sequence[int]

    def __call__(self, place: int) -> float:
        """The place of the right text."""
        at = min(max(bisect_right(self.lefts, place) - 1, 0), len(self.lefts) - 2) if len(self.lefts) > 1 else 0
        if len(self.lefts) < 2 or self.lefts[at + 1] == self.lefts[at]:
            return float(self.rights[at])
        share = (place - self.lefts[at]) / (self.lefts[at + 1] - self.lefts[at])
        return self.rights[at] + share * (self.rights[at + 1] - self.rights[at])

    def moved(self, left: int, right: int) -> Mapped:
        """The same mapping of texts that begin at these places."""
        return Mapped([left + one for one in self.lefts], [right + one for one in self.rights])

    def gap(self, place: int) -> int:
        """How far the next place is that is known, not interpolated."""
        at = bisect_right(self.lefts, place)
        return min(abs(place - one) for one in self.lefts[max(at - 1, 0) : at + 1])


def mapping(left: Sequence[Anchor], right: Sequence[Anchor], ends: tuple[int, int]) -> Mapped:
    """The mapping of two texts by the anchors that both have in order.

    Only anchors that are rare on both sides count, and of those the longest chain that ascends on both. Behind the last one,
    the texts run side by side where one of them goes on for much longer: what follows has no translation.
    """
    pairs = _rare_pairs(left, right)
    chain = [pairs[at] for at in longest_ascent([other for _, other in pairs])]
    xs, ys = [0], [0]
    for x, y in chain:
        if x > xs[-1] and y >= ys[-1]:
            xs.append(x)
            ys.append(y)
    if ends[0] > xs[-1]:
        rest, other = ends[0] - xs[-1], max(ends[1] - ys[-1], 0)
        apart = len(xs) > 1 and abs(rest - other) > 2 * NEAR and max(rest, other) > LONGER * min(rest, other)
        xs.append(ends[0])
        ys.append(ys[-1] + (rest if apart else other))
    return Mapped(xs, ys)


def _rare_pairs(left: Sequence[Anchor], right: Sequence[Anchor]) -> list[tuple[int, int]]:
    """Anchors of one key that occur equally often (at most three times) on both sides, paired in order."""
    lefts, rights = (gathered((anchor.key, anchor.at) for anchor in side) for side in (left, right))
    pairs: list[tuple[int, int]] = []
    for key, places in lefts.items():
        others = rights.get(key, [])
        if len(places) == len(others) <= 3:
            pairs.extend(zip(places, others, strict=True))
    return sorted(pairs)
