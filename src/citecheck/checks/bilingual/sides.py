"""What two versions cite at places that stand against each other: sources by a common name, pages as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from citecheck.checks.subjects import near_key, number_key
from citecheck.languages.folding import fold
from citecheck.languages.letters import DASH
from citecheck.languages.patterns import joint
from citecheck.model.alignment import Alignment, Group, Shape
from citecheck.model.citations import Citations, Resolved
from citecheck.model.document import Note
from citecheck.model.finding import Place
from citecheck.model.order import only
from citecheck.model.phrase import Phrase
from citecheck.model.reference import CitationKind
from citecheck.model.source import Span

SURE = 0.6
"""How near two markers must stand for their notes to be surely each other's counterpart (see `Group.closeness`)."""

RANGE = re.compile(rf"(\d{{1,6}})\s?[{DASH}]{{1,2}}\s?(\d{{1,6}})")
WIDEST = 400
"""Pages of a range beyond which it is compared as text: a slip of the pen, or a whole book."""


class Cited(Struct, frozen=True):
    """A source that one side of a group cites: ``name`` the same for the same source, its pages (as numbers where they are
    numbers), ``years``, and the first citation of it. ``known`` where it is an entry or a whole reference."""

    name: str
    pages: frozenset[str]
    year: str
    first: Resolved
    known: bool
    unclear: bool = False
    """Whether a page may be one of another source: an Ibid after several sources gives it."""
    choice: bool = False
    """Whether it is one of several sources that nothing but an Ibid without page may mean."""

    def beside(self, held: Cited) -> Cited:
        """The source as cited here and before."""
        unclear, choice = self.unclear or held.unclear, self.choice and held.choice
        return replace(self, pages=self.pages | held.pages, first=held.first, unclear=unclear, choice=choice)


Both = tuple[Mapping[str, Cited], Mapping[str, Cited]]
"""What both sides of a group cite, by the sources' common names."""


class Sides(Struct, frozen=True):
    """Two versions side by side, with the keys of the text around each note, by language and by its id: its own, and those of
    the markers next to its marker that have no note, or whose note is called elsewhere before."""

    alignment: Alignment
    near: Mapping[str, Mapping[str, Sequence[str]]]

    @staticmethod
    def of(x: Alignment) -> Sides:
        """The versions of an alignment."""
        return Sides(x, {version.lang: _near(version) for version in (x.left, x.right)})

    def notes(self, groups: Iterable[Group]) -> Iterator[tuple[Citations, Note]]:
        """The notes of groups, each with its version."""
        for group in groups:
            yield from ((self.alignment.left, note) for note in group.left)
            yield from ((self.alignment.right, note) for note in group.right)

    def cited(self, group: Group) -> Both:
        """What the notes of a group cite; notes merged by a translation are one citation of each source.

        An Ibid after a note with several sources may mean each of them.
        """
        left, right = (
            _joined(
                source
                for note in notes
                for one in version.of_note(note)
                for source in cited_by(self.alignment, version, one).values()
            )
            for version, notes in ((self.alignment.left, group.left), (self.alignment.right, group.right))
        )
        return left, right

    def about(self, first: int, last: int | None = None) -> list[str]:
        """The keys of the notes of groups, by their ordinals, on both sides."""
        groups = self.alignment.groups[first : (first if last is None else last) + 1]
        return [number_key(version.lang, note) for version, note in self.notes(groups)]

    def because(self, first: int, last: int | None = None, *, instead: bool = False) -> list[str]:
        """The keys of the text around the notes of groups: where a version has a slip in its numbers, the groups before and
        behind shift, too. But where each side says something ``instead`` of what the other says, notes that surely stand
        against each other differ by themselves: what a slip takes from its place only comes on top."""
        last = first if last is None else last
        groups = self.alignment.groups[first : last + 1]
        if instead and all(stand_against(group) and not group.crossed for group in groups):
            return [near_key(version.lang, note) for version, note in self.notes(groups)]
        around = self.notes(self.alignment.groups[max(first - 1, 0) : last + 2])
        return [key for version, note in around for key in self.near[version.lang][note.note_id]]


def _near(version: Citations) -> dict[str, list[str]]:
    """The keys of the text around each note of a version."""
    near = {note.note_id: [near_key(version.lang, note)] for note in version.document.notes}
    markers = version.document.markers
    called: set[str] = set()
    for at, marker in enumerate(markers):
        astray = marker.note_id not in near or marker.note_id in called
        called.add(marker.note_id)
        for beside in (*markers[max(at - 1, 0) : at], *markers[at + 1 : at + 2]) if astray else ():
            if beside.note_id in near:
                near[beside.note_id].append(near_key(version.lang, marker))
    return near


def _joined(sources: Iterable[Cited]) -> dict[str, Cited]:
    """Sources by their names, what is cited several times as one."""
    found: dict[str, Cited] = {}
    for own in sources:
        held = found.get(own.name)
        found[own.name] = own if held is None else own.beside(held)
    return found


def cited_by(alignment: Alignment, version: Citations, one: Resolved) -> dict[str, Cited]:
    """What one citation cites, by the sources' common names."""
    if one.origin.citation.kind in (CitationKind.LINK, CitationKind.LAW) and one.work is None:
        return {}
    meant: Sequence[Resolved] = [one]
    if one.ambiguous and one.antecedent is not None and one.antecedent.note is not None:
        meant = version.of_note(one.antecedent.note) or meant
    located = one.citation.locator is not None
    return _joined(
        Cited(
            source_id(alignment, version, source),
            pages_in(source.pages),
            (source.work and source.work.reference.year) or f"{source.origin.citation.year or ''}",
            one,
            source.work is not None,
            unclear=source is not one and located,
            choice=source is not one,
        )
        for source in meant
    )


def told_at(one: Resolved) -> Resolved:
    """The citation that says the page which a citation means: itself, or what an Ibid without page repeats."""
    while one.citation.locator is None and one.antecedent is not None:
        one = one.antecedent
    return one


def source_id(alignment: Alignment, version: Citations, one: Resolved) -> str:
    """A name of the source that is the same on both sides."""
    if one.work is not None:
        return alignment.sources.get((version.lang, one.work.key), one.work.key)
    name = only(alignment.sources.get((version.lang, work.key), work.key) for work in one.candidates)
    if name is not None:
        return name
    origin = one.origin.citation
    return "cited:" + "/".join(fold(author.family) for author in origin.authors) + f":{origin.year}{origin.suffix}"


@cache
def _joints() -> re.Pattern[str]:
    """What stands between the pages of a locator."""
    return re.compile(rf"\s*{joint()}\s*")


def pages_in(text: str | None) -> frozenset[str]:
    """The pages of a locator, each of a range for itself."""
    if not text:
        return frozenset()
    found: set[str] = set()
    for piece in _joints().split(text):
        match = RANGE.fullmatch(piece.strip())
        if match is None:
            found.add(piece.strip().casefold())
            continue
        low, high = match.group(1), match.group(2)
        if len(high) < len(low):
            high = low[: len(low) - len(high)] + high
        if 0 <= int(high) - int(low) <= WIDEST:
            found.update(str(page) for page in range(int(low), int(high) + 1))
        else:
            found.add(piece.strip())
    return frozenset(found)


def printed(pages: Iterable[str]) -> tuple[str, ...]:
    """Pages as a person writes them: runs of numbers as ranges, then what is no number."""
    numbers = sorted(int(page) for page in pages if page.isdigit())
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = [str(low) if low == high else f"{low}-{high}" for low, high in runs]
    return (*shown, *sorted(page for page in pages if not page.isdigit()))


def note_places(version: Citations, notes: Iterable[Note]) -> tuple[Place, ...]:
    """The places of notes, at their text."""
    return tuple(
        Place.of(note, version.lang, note.body if note.body.end > note.body.start else note.span) for note in notes
    )


def cited_place(version: Citations, one: Resolved, note: Note, span: Span | None = None) -> Place:
    """The place of a citation, or a part of it, in its note; of one in the text, that of a note."""
    if one.note is None:
        return note_places(version, [note])[0]
    return Place.of(one.note, version.lang, span or one.citation.span)


def numbers(notes: Iterable[Note]) -> tuple[str, ...]:
    """The printed numbers of notes."""
    return tuple(note.number for note in notes)


def notes_of(version: Citations, notes: Iterable[Note]) -> Phrase:
    """Notes of a version in words: ``French notes 2 and 3``."""
    return Phrase.of("notes-of", lang=version.lang, notes=numbers(notes))


def stand_against(group: Group) -> bool:
    """Whether two notes are surely each other's counterpart."""
    return group.shape is Shape.ONE_TO_ONE and group.closeness >= SURE
