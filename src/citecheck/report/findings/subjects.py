"""What findings are about, for lists: the sections of the report and its sources, each once in all
versions."""

from __future__ import annotations

import textwrap
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from citecheck.model.citations import Resolved
from citecheck.model.document import Heading, Marker, Note
from citecheck.model.finding import Place
from citecheck.model.reference import Person, Reference
from citecheck.model.report import Report
from citecheck.model.source import Span
from citecheck.report.visible import visible

__all__ = ["Section", "Sections", "Sources"]

LONGEST = 90
"""How many characters of a title or a name are shown."""


class Section(Struct, frozen=True):
    """A section: its title in the first version that has it, and its titles in the others."""

    title: str
    others: tuple[str, ...] = ()


class Sections:
    """The sections of all versions. Those that are each other's translation are one."""

    def __init__(self, report: Report, before: str) -> None:
        self.names: list[list[str]] = [[before]]
        self._at: dict[tuple[str, int], int] = {}
        self._headings: dict[tuple[str, str], list[Heading]] = {}
        self._calls: dict[tuple[str, str], Marker] = {}
        self._notes: dict[tuple[str, str], Note] = {}
        twins = {
            (alignment.right.lang, pair.right.section): (alignment.left.lang, pair.left.section)
            for alignment in report.alignments
            for pair in alignment.sections
            if pair.left is not None and pair.right is not None
        }
        for version in report.versions:
            lang = version.lang
            self._at[lang, 0] = 0
            for heading in version.document.headings:
                self._headings.setdefault((lang, heading.span.source.path), []).append(heading)
                self._add(heading, lang, self._at.get(twins.get((lang, heading.section), ("", 0))))
            for marker in version.document.markers:
                self._calls.setdefault((lang, marker.note_id), marker)
            for note in version.document.notes:
                self._notes.setdefault((lang, note.note_id), note)

    def _add(self, heading: Heading, lang: str, known: int | None) -> None:
        """Adds the section below a heading, or its title to the one that is ``known`` as its translation."""
        title = _shortened(f"{heading.number} {heading.title}" if heading.number else heading.title)
        if known is None:
            self._at[lang, heading.section] = len(self.names)
            self.names.append([title])
            return
        self._at[lang, heading.section] = known
        # Its number is the same, as a rule, and said already.
        same = heading.number is not None and self.names[known][0].startswith(f"{heading.number} ")
        self.names[known].append(_shortened(heading.title) if same else title)

    def all(self) -> list[Section]:
        """The sections in reading order; the first is what stands before the first heading."""
        return [Section(names[0], tuple(dict.fromkeys(names[1:]))) for names in self.names]

    def of(self, place: Place) -> int:
        """The section of a place; for a note, the one that calls it."""
        heading = self.heading(place)
        return self._at.get((place.lang or "", heading.section), 0) if heading is not None else 0

    def heading(self, place: Place) -> Heading | None:
        """The heading that a place stands below; for what is in a note, the one that the note is called below.

        None where it stands before the first. A note that nothing calls is where its text is.
        """
        lang = place.lang or ""
        call = self._calls.get((lang, place.note_id or ""))
        span = place.span
        if call is not None and self._in_note(place):
            span = call.span
        headings = self._headings.get((lang, span.source.path), [])
        at = bisect_right(headings, span.start, key=lambda one: one.span.start)
        return headings[at - 1] if at else None

    def _in_note(self, place: Place) -> bool:
        """Whether a place is in the note itself, and not a marker that calls it."""
        note = self._notes.get((place.lang or "", place.note_id or ""))
        if note is None:
            return True
        whole, part = note.span, place.span
        return whole.source.path == part.source.path and whole.start <= part.start and part.end <= whole.end


class Sources:
    """The sources of all versions. One that several versions cite is one, where the alignment says so."""

    def __init__(self, report: Report) -> None:
        self.names: list[str] = []
        self._at: dict[tuple[str, str], int] = {}
        self._taken: Counter[str] = Counter()
        self._spans: dict[tuple[str, int], list[tuple[Span, int]]] = {}
        self._entries: dict[tuple[str, str], int] = {}
        self._notes: dict[tuple[str, str], set[int]] = {}
        same = {key: name for alignment in report.alignments for key, name in alignment.sources.items()}
        for version in report.versions:
            lang = version.lang
            for work in version.works:
                name = same.get((lang, work.key))
                key = ("same", name) if name is not None else (lang, work.key)
                at = self._index(key, _named(work.reference), work.reference.title or "")
                self._at[lang, work.key] = at
                if work.entry is not None:
                    self._entries.setdefault((lang, work.entry.entry_id), at)
            for one in version.resolved:
                if one.work is not None:
                    at = self._at.get((lang, one.work.key), -1)
                else:
                    said = _said(one)
                    at = self._index(("said", said), said, "")
                if one.note is not None:
                    self._notes.setdefault((lang, one.note.note_id), set()).add(at)
                span = one.citation.span
                self._spans.setdefault((lang, id(span.source)), []).append((span, at))
        for spans in self._spans.values():
            spans.sort(key=lambda one: one[0].start)

    def of(self, place: Place) -> int | None:
        """The source that a place is about: the one of its entry, or of the citation that it touches."""
        lang = place.lang or ""
        if place.entry_id is not None:
            return self._entries.get((lang, place.entry_id))
        spans = self._spans.get((lang, id(place.span.source)), [])
        at = max(bisect_right(spans, place.span.start, key=lambda one: one[0].start) - 1, 0)
        return next((index for span, index in spans[at : at + 2] if span.touches(place.span)), None)

    def of_note(self, place: Place) -> int | None:
        """The one source that the note of a place cites."""
        cited = self._notes.get((place.lang or "", place.note_id or ""), set())
        return next(iter(cited)) if len(cited) == 1 else None

    def _index(self, key: tuple[str, str], name: str, title: str) -> int:
        """The index of a source; two of one name are told apart by their titles."""
        if key not in self._at:
            self._at[key] = len(self.names)
            taken = self._taken[name]
            self._taken[name] += 1
            title = textwrap.shorten(visible(title), 40, placeholder=" …")
            told = f", {title}" if title else f" ({taken + 1})"
            self.names.append(name + told if taken else name)
        return self._at[key]


def _named(reference: Reference) -> str:
    """A source in few words: authors and year, or what else it has."""
    authors = _authors(reference.authors, reference.et_al) or reference.author_text
    name = authors or reference.title or reference.url or reference.span.text[:LONGEST]
    year = f"{reference.year or ''}{reference.suffix}"
    return f"{_shortened(name)}, {year}" if year else _shortened(name)


def _said(one: Resolved) -> str:
    """What a citation that resolves to nothing says itself."""
    cited = one.origin.citation
    name = _authors(cited.authors, cited.et_al) or cited.title or cited.target or cited.span.text[:LONGEST]
    year = f"{cited.year or ''}{cited.suffix}"
    return f"{_shortened(name)}, {year}" if year and cited.authors else _shortened(name)


def _authors(persons: Sequence[Person], et_al: bool) -> str:
    """The first authors by their family names."""
    names = [person.family for person in persons]
    if len(names) > 2 or (et_al and names):
        return f"{names[0]} et al."
    return " & ".join(names)


def _shortened(written: str) -> str:
    text = visible(" ".join(written[: 4 * LONGEST].split()))
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
