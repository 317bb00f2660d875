"""What findings are about: keys by which a rule silences the consequences of what it found, and names for messages."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cache

from citecheck.likeness.called import source_name, work_name
from citecheck.model.citations import Citations, Fault, FaultKind, Habit, Resolved, Status, Work
from citecheck.model.document import Document, Entry, Marker, Note, NoteForm
from citecheck.model.finding import Place
from citecheck.model.order import gathered
from citecheck.model.reference import CitationKind

MOST = 1 / 3
"""The share of something from which on it is rather the reading that is wrong (`bench/strangers/bars.py`)."""
MANY = 6
"""Faults of one kind from which on they may be those of the reading."""
CLEAR = 3
"""Citations of a kind that must resolve before the document's way of citing counts as clear."""


def number_key(lang: str, item: Marker | Note, label: str | None = None) -> str:
    """The key of a note number: ``fr:number:12``, with the chapter where numbers start anew."""
    run = item.note_id.rpartition("/")[0]
    return f"{lang}:number:{run}/{label or item.label}"


def near_key(lang: str, item: Marker | Note, label: str | None = None) -> str:
    """The key of the text around a note's marker: what a slip in the order or the numbers of the notes upsets."""
    return f"{lang}:near:{item.note_id.rpartition('/')[0]}/{label or item.label}"


def numbering_keys(lang: str, items: Iterable[Marker | Note], label: str | None = None) -> list[str]:
    """The keys of numbers and of the text around them; beside those of a number that the first of these should have."""
    items = list(items)
    expected = [key(lang, items[0], label) for key in (number_key, near_key)] if label else []
    return [*(key(lang, item) for item in items for key in (number_key, near_key)), *expected]


def entry_order_key(lang: str, entry: Entry) -> str:
    """The key of an entry's place in its list, apart from its source."""
    return f"{lang}:order:entry:{entry.entry_id}"


def section_key(lang: str, section: int) -> str:
    """The key of a section, by its ordinal."""
    return f"{lang}:section:{section}"


def work_key(lang: str, work: Work) -> str:
    """The key of a source."""
    return f"{lang}:work:{work.key.partition('#')[0] if work.entry else work.key}"


def entry_key(lang: str, entry: Entry) -> str:
    """The key of an entry, the same as that of its source."""
    return f"{lang}:work:entry:{entry.entry_id}"


def lone_key(lang: str, entry: Entry) -> str:
    """The key of an entry as one that only this version's bibliography has."""
    return f"{lang}:lone:entry:{entry.entry_id}"


def instead_key(lang: str, work: Work) -> str:
    """The key of a whole reference as what a note cites where its counterpart cites another source."""
    return f"{lang}:instead:{work.key}"


def cited_key(lang: str, one: Resolved) -> str:
    """The key of what a citation cites, by its name: what has no entry has no other key."""
    return f"{lang}:cited:{source_name(one).casefold()}"


def shown(item: Marker | Note, expected: str | None = None) -> str:
    """A note's number as the reader sees it, with its label where that is another one: ``6 ([^doe])``. Beside the label that
    is ``expected`` in its place, its own label alone."""
    if item.form is NoteForm.LABEL and expected:
        return f"[^{item.label}]"
    if item.form is NoteForm.LABEL and item.label != item.number:
        return f"{item.number} ([^{item.label}])"
    return item.number if item.form is not NoteForm.LABEL else f"[^{item.label}]"


def expected(fault: Fault) -> str:
    """The number, or the label, that the sequence asks for at the place of a fault; empty where none is known."""
    if not fault.expected:
        return ""
    return fault.expected if fault.place.form is NoteForm.SUPERSCRIPT else f"[^{fault.expected}]"


def contexts(document: Document) -> Callable[[Iterable[Marker | Note]], str]:
    """A function that says what is known of notes and markers of a document without their numbers, which change.

    Of a note that is its text. Of a marker it is what stands beside it and the text of the note that it calls, or, where
    there is none, of the note that the marker before it calls: many markers stand behind a full stop and before nothing.
    """

    @cache
    def called() -> Mapping[tuple[str, int], str]:
        """What the notes say that are called at each place; few documents have anything of which that is asked."""
        texts = {note.note_id: " ".join(note.body.text.split())[:120] for note in document.notes}
        told: dict[tuple[str, int], str] = {}
        last = ""
        for marker in document.markers:
            last = told[_at(marker)] = texts.get(marker.note_id, last)
        return told

    def context(items: Iterable[Marker | Note]) -> str:
        return " / ".join(_beside(item, called()) for item in items)

    return context


def gap_subject(document: Document, section: int, missing: int) -> str:
    """What is known of a gap in a numbering without the numbers: how many are missing, and the title of its section.

    What stands beside a gap has nothing to do with it, and is corrected without closing it.
    """
    title = next((one.title for one in document.headings if one.section == section), "")
    return f"{missing} missing: {' '.join(title.split())[:80]}"


def _beside(item: Marker | Note, called: Mapping[tuple[str, int], str]) -> str:
    if isinstance(item, Note):
        return " ".join(item.body.text.split())[:120]
    return f"{item.before} | {item.after} | {called.get(_at(item), '')}"


def _at(marker: Marker) -> tuple[str, int]:
    return marker.span.source.path, marker.span.start


def source_subject(work: Work) -> str:
    """What a finding about a source is about: the source, whatever else its reference says and is corrected of."""
    title = " ".join((work.reference.title or "").split())[:80]
    return f"{work_name(work)}: {title}" if title else work_name(work)


def faults_of(citations: Citations, kind: FaultKind) -> Iterable[Fault]:
    """The faults of numbering of one kind."""
    return (fault for fault in citations.faults if fault.kind is kind)


def places(citations: Citations, items: Iterable[Marker | Note]) -> tuple[Place, ...]:
    """The places of markers, or of notes at their labels."""
    lang = citations.lang
    return tuple(Place.of(item, lang, item.label_span if isinstance(item, Note) else item.span) for item in items)


def notes_of(found: Iterable[Resolved]) -> tuple[str, ...]:
    """The numbers of the notes of citations, once each, in order."""
    return tuple(dict.fromkeys(one.note.number for one in found if one.note is not None))


def grouped(citations: Citations, status: Status, kinds: Container[CitationKind]) -> list[list[Resolved]]:
    """Citations of one status by what they cite, in order; an Ibid goes with the citation it goes back to."""
    found = (one for one in citations.resolved if one.status is status and one.origin.citation.kind in kinds)
    return list(gathered((_identity(one.origin), one) for one in found).values())


def _identity(one: Resolved) -> tuple[str, ...]:
    citation = one.citation
    names = "/".join(person.family.casefold() for person in citation.authors)
    return names, citation.year or "", citation.suffix, (citation.title or "").casefold(), citation.target or ""


def _located(one: Resolved) -> bool:
    locator = one.origin.citation.locator
    return locator is not None and bool(locator.ranges) and locator.label is not None


def cited_entries(citations: Citations) -> frozenset[str]:
    """The entries that a citation means, or may mean, by their ``entry_id``."""
    meant = (work for one in citations.resolved for work in (_meant(one)))
    return frozenset(work.entry.entry_id for work in meant if work.entry is not None)


def _meant(one: Resolved) -> Sequence[Work]:
    if one.status is Status.AMBIGUOUS:
        return one.candidates
    return (one.work,) if one.work is not None else ()


def shown_works(citations: Citations) -> tuple[Work, ...]:
    """The works that a reader sees: of a bibliography file only what is cited is printed."""
    shown = {id(entry) for entry in shown_entries(citations)}
    return tuple(work for work in citations.works if work.entry is None or id(work.entry) in shown)


def shown_entries(citations: Citations) -> tuple[Entry, ...]:
    """The entries that a reader sees: of a bibliography file only what is cited is printed."""
    entries = citations.document.entries
    printed = {id(entry) for entry in citations.document.printed_entries}
    cited = cited_entries(citations) if len(printed) < len(entries) else frozenset[str]()
    return tuple(entry for entry in entries if id(entry) in printed or entry.entry_id in cited)


def mostly(wrong: int, all: int) -> bool:
    """Whether so much is wrong that it is rather the reading, or what was given to read, than the text."""
    return wrong >= MANY and wrong > all * MOST


def clear_scheme(citations: Citations, found: Iterable[Resolved]) -> str | None:
    """Why a citation that resolves to nothing proves nothing in this document; None where it does.

    The sources of a document are known where it has a bibliography, or where it gives whole references in its notes;
    its way of citing is known where at least three citations of the kind resolve, and most do; in a short document, where
    all others do, and this one can be nothing else. Other slips count as resolved (see `_shown`).
    """
    habit, document = citations.habit, citations.document
    if not document.entries and habit.full < CLEAR:
        return "no-bibliography"
    found = list(found)
    kinds = {one.note is not None for one in found}
    in_notes, in_brackets = _shown(habit, found)
    resolved = (True in kinds) * in_notes + (False in kinds) * in_brackets
    total = (True in kinds) * habit.short + (False in kinds) * habit.brackets
    if resolved < CLEAR <= in_notes + in_brackets:
        # Author and year in notes and in brackets are one way of citing.
        resolved, total = in_notes + in_brackets, habit.short + habit.brackets
    if resolved < CLEAR:
        own = [one for one in found if one.antecedent is None]
        plain = all(one.certain and one.origin.citation.sure and _located(one) for one in found)
        return None if plain and document.entries and 0 < total - len(own) <= resolved else "few-citations"
    if resolved * 2 < total:
        return "mixed-schemes"
    return "poorly-resolved" if mostly(total - resolved, total) else None


def _shown(habit: Habit, judged: Sequence[Resolved]) -> tuple[int, int]:
    """The citations in notes and those in brackets that show how the document cites: all that resolve, those with a slip
    in a name, and as many again with a wrong year; never those ``judged``."""
    own = [
        one for one in judged if one.certain and one.status is Status.YEAR and one.citation.kind is CitationKind.SHORT
    ]
    noted = sum(one.note is not None for one in own)
    in_notes = habit.short_resolved + habit.short_misspelt
    in_brackets = habit.brackets_resolved + habit.brackets_misspelt
    return (
        in_notes + min(in_notes, habit.short_misdated - noted),
        in_brackets + min(in_brackets, habit.brackets_misdated - (len(own) - noted)),
    )
