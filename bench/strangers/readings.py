"""Places of a document where something is read: a note, an entry or a citation, each with a checksum of what is read there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from auditing import Listed

from citecheck.api import audit
from citecheck.errors import CitecheckError
from citecheck.model.citations import Citations, Resolved, Status
from citecheck.model.document import Entry, Marker, Note, NoteForm
from citecheck.model.reference import CitationKind, Person, Reference
from citecheck.model.source import Source, Span

KINDS = ("note", "call", "entry", "citation")
"""What is judged; places of the kind ``whole``, references that stand for themselves, are only shown."""
MARKS = {"note": "¶¶", "call": "‹›", "entry": "◆◇", "citation": "⟦⟧", "whole": "⟨⟩"}
"""What stands before and behind a place where a page is shown."""
FOUND = frozenset((Status.ENTRY, Status.NOTE))
ALONE = frozenset((CitationKind.FULL, CitationKind.LINK, CitationKind.LAW))
"""Kinds of citations that stand for themselves."""
NOTHING_READ = "–"
PAGE = 25
"""Lines of a page that hold text."""
LONGEST = 3000
"""Characters from which on a page ends with its line."""
LISTS = (".bib", ".json", ".yaml", ".yml")
"""Ends of the names of bibliography files, which are no text."""
CITES = re.compile(r"\[\^|<sup>|\[@|\^\[|\(\D{2,60}\d{4}|https?://|\d{4}\)|\bp\. ?\d|\b[Ii]bid|\bop\. cit", re.ASCII)
"""What makes a line of a page one on which something may be missed."""


@dataclass(frozen=True)
class Spot:
    """A stretch of a line: the checksum of the line, and the columns (from 0) at which it begins and ends."""

    line: str
    start: int
    end: int

    @classmethod
    def of(cls, written: str) -> Spot:
        """The stretch as `__str__` writes it."""
        line, _, columns = written.partition("@")
        start, _, end = columns.partition("-")
        return cls(line, int(start), int(end))

    def __str__(self) -> str:
        return f"{self.line}@{self.start}-{self.end}"

    def touches(self, other: Spot) -> bool:
        """Whether both share a character of their line."""
        return self.line == other.line and self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Place:
    """Something that is read: where, what (``state``), and for a person the lines there and what is made of them.

    ``resolves`` tells whether a citation has its source, ``keyed`` whether it cites by the key of a bibliography file.
    """

    kind: str
    spot: Spot
    span: Span
    state: str
    shown: tuple[str, ...]
    resolves: bool = True
    keyed: bool = False


def versions_of(document: Listed, contents: Mapping[str, bytes]) -> tuple[Citations, ...]:
    """The versions of a document; none where it is refused."""
    try:
        return audit(document.paths, contents=contents, bibliography=document.bibliography, select=("CIT001",)).versions
    except CitecheckError:
        return ()


def places_of(versions: Sequence[Citations]) -> list[Place]:
    """All places where something is read, in the order of the text."""
    places: list[Place] = []
    for version in versions:
        called = {marker.note_id for marker in version.document.markers}
        places += [_note(note, note.note_id in called) for note in version.document.notes]
        places += [_call(marker) for marker in version.document.markers]
        places += [_entry(entry) for entry in version.document.printed_entries]
        places += [_citation(one) for one in version.resolved]
    return places


def spot_state(places: Sequence[Place], kind: str, spot: Spot) -> str:
    """What is read at a spot now; a dash where nothing is."""
    own = [place for place in places if place.kind == kind and place.spot.touches(spot)]
    states = [place.state for place in own if place.spot == spot] or [place.state for place in own]
    return "+".join(dict.fromkeys(states)) or NOTHING_READ


def spot_of(span: Span) -> Spot:
    """Where a span begins, up to the end of it or of its line."""
    source = span.source
    begins = source.line_starts[source.place(span.start)[0] - 1] if not source.numbers else 0
    ends = source.text.find("\n", begins)
    ends = len(source.text) if ends < 0 else ends
    start = span.start - begins
    return Spot(checksum(source.told.text[begins:ends]), start, max(start + 1, min(span.end, ends) - begins))


def checksum(text: str) -> str:
    """Twelve digits that tell a text from others, however it is spaced."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def _note(note: Note, called: bool) -> Place:
    body = " ".join(note.body.text.split())
    state = checksum(f"{note.label} {called} {body}")
    shown = f"note {note.label}{'' if called else ' NOT CALLED'}: {body}"
    return Place("note", spot_of(note.span), note.span, state, (*_lines(note.span, 1), shown))


def _call(marker: Marker) -> Place:
    state = checksum(f"{marker.label} {marker.note_id}")
    return Place("call", spot_of(marker.span), marker.span, state, (f"call {marker.label}",))


def _entry(entry: Entry) -> Place:
    made = " || ".join(_described(reference) for reference in entry.references) or "no reference"
    body = " ".join(entry.body.text.split())
    shown = f"entry {entry.number or ''}: {made}"
    return Place("entry", spot_of(entry.span), entry.span, checksum(f"{body} {made}"), (*_lines(entry.span, 1), shown))


def _described(reference: Reference) -> str:
    authors = "; ".join(map(_named, reference.authors)) + (" et al." if reference.et_al else "")
    return f"{authors} | {reference.year}{reference.suffix} | {reference.title}"


def _named(person: Person) -> str:
    return f"{person.family}, {person.given}" if person.given else f"[{person.family}]"


def _citation(one: Resolved) -> Place:
    work = one.work or one.origin.work
    span = one.citation.span
    source = f"{_described(work.reference)}" if work is not None else ""
    made = f"{one.citation.kind.value} {one.status.value} {source}"
    around = span.source.text[max(0, span.start - 80) : span.start], span.source.text[span.end : span.end + 40]
    before, after = (" ".join(part.split()) for part in around)
    shown = f"…{before} ⟦{' '.join(span.text.split())}⟧ {after}… → {made}"
    alone = one.citation.kind in ALONE or one.status is Status.NOTHING
    return Place(
        "whole" if alone else "citation",
        spot_of(span),
        span,
        checksum(f"{span.text} {made}"),
        (shown,),
        one.status in FOUND,
        one.citation.kind is CitationKind.KEY,
    )


def _lines(span: Span, after: int) -> Iterator[str]:
    """The lines of a span and some behind it, cut where they are long."""
    lines = span.source.text.split("\n")
    for line in lines[span.line - 1 : min(span.end_line, span.line + 12) + after]:
        yield f"| {line[:600]}"


@dataclass(frozen=True)
class Page:
    """Some lines of a document on which something may be cited, and what is read there."""

    checksum: str
    source: Source
    start: int
    end: int
    inside: tuple[Place, ...]

    @property
    def marked(self) -> str:
        """The text with signs around all that is read."""
        signs = [
            (at, sign)
            for place in self.inside
            for at, sign in zip((place.span.start, place.span.end), MARKS[place.kind], strict=True)
        ]
        text = self.source.told.text
        reached, parts = self.start, []
        for at, sign in sorted(signs):
            parts += [text[reached:at], sign]
            reached = max(reached, at)
        return "".join(parts) + text[reached : self.end]


def pages_of(versions: Sequence[Citations], places: Sequence[Place]) -> Iterator[Page]:
    """The pages of a document on which something may be cited."""
    sources = dict.fromkeys(source for version in versions for source in version.document.sources)
    for source in sources:
        if source.path.endswith(LISTS):
            continue
        own = [place for place in places if place.span.source is source]
        begun, offset, lines = 0, 0, 0
        text = source.told.text
        for line in text.splitlines(keepends=True):
            offset += len(line)
            lines += bool(line.strip())
            if (lines < PAGE and offset - begun < LONGEST) and offset < len(text):
                continue
            if CITES.search(text, begun, offset):
                inside = tuple(place for place in own if begun <= place.span.start < offset)
                yield Page(checksum(text[begun:offset]), source, begun, offset, inside)
            begun, lines = offset, 0


def made_as(versions: Sequence[Citations]) -> str:
    """How a document was made, by what it cites with."""
    notes = [note for version in versions for note in version.document.notes]
    keys = any(one.citation.kind is CitationKind.KEY for version in versions for one in version.resolved)
    if keys:
        return "keys of a bibliography file"
    if any(note.form is NoteForm.SUPERSCRIPT for note in notes):
        return "printed numbers (converted)"
    if notes:
        return "notes of Markdown"
    return "no notes"
