"""How the table of two versions is made: one row for each group of the alignment, with what differs."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace

from citecheck.checks.bilingual.stated import comparable_addresses, name_one_law
from citecheck.languages.folding import fold
from citecheck.model.alignment import Alignment, Group, Shape
from citecheck.model.citations import Citations, Resolved
from citecheck.model.document import Note
from citecheck.model.finding import Finding, State
from citecheck.model.reference import Person
from citecheck.model.source import Span
from citecheck.model.table import Difference, NoteText, Piece, Row, Shift, Table, Verdict, one_line
from citecheck.reconcile.passages import Passages
from citecheck.report.places import told_place
from citecheck.triage.decisions import Applied, Keys, touched

__all__ = ["Side", "by_note", "difference_of", "make_table", "rows", "shifts"]

COMPARING = ("BIL002", "BIL003")
"""The rules that compare what two notes cite: without them, silence does not mean that they agree."""

PAGES = "BIL003"
"""The rule that places its findings at pages, or at the citation that gives none."""

TITLE = 90
"""How many characters of a source's title are shown."""


def make_table(
    applied: Applied,
    findings: Sequence[Finding],
    *,
    word: Callable[[Finding], str],
    names: tuple[str, str],
    ran: Collection[str] = (),
    explained: Sequence[Finding] = (),
    unrelated: str | None = None,
) -> Table:
    """The table of an alignment whose decisions were applied.

    ``findings`` are those that compare the two versions, ``word`` gives the message of one, and ``ran`` are the codes
    of the rules that judged both versions. ``explained`` are differences that other findings stand for. ``unrelated``
    words why nothing was aligned.
    """
    alignment = applied.alignment
    ids = {
        (version.lang, note.note_id) for version in (alignment.left, alignment.right) for note in version.document.notes
    }
    documents = (alignment.left.document, alignment.right.document)
    return Table(
        langs=(alignment.left.lang, alignment.right.lang),
        names=names,
        rows=rows(applied, findings, word=word, ran=ran, explained=explained),
        shifts=shifts(alignment),
        others=tuple(difference_of(found, word) for found in findings if not touched(found) & ids),
        stale=applied.stale,
        unrelated=unrelated or alignment.unrelated,
        paths=tuple(dict.fromkeys(source.path for document in documents for source in document.sources)),
    )


def rows(
    applied: Applied,
    findings: Sequence[Finding],
    *,
    word: Callable[[Finding], str],
    ran: Collection[str] = (),
    explained: Sequence[Finding] = (),
) -> tuple[Row, ...]:
    """One row for each group, in the alignment's order."""
    alignment = applied.alignment
    keys = Keys.of(alignment)
    sides = Side(alignment.left, findings), Side(alignment.right, findings)
    of_note = by_note(findings)
    compared = any(code in ran for code in COMPARING)
    # What these cite differs, for a reason that is told elsewhere: they are not the same for that.
    doubtful = {note for found in explained if found.code in COMPARING for note in touched(found)}
    made = []
    twice = _twice(alignment)
    for group in alignment.groups:
        notes = _notes(group, keys.langs)
        here = sorted({at for note in notes for at in of_note.get(note, ())})
        if not twice.isdisjoint(notes):
            here = [at for at in here if _stands_in(findings[at], (*group.left, *group.right))]
        differences = [difference_of(findings[at], word) for at in here]
        verdict = _verdict(group, differences, compared and doubtful.isdisjoint(notes), sides)
        made.append(_row(group, sides, verdict, differences, applied, keys))
    return tuple(made)


def _notes(group: Group, langs: tuple[str, str]) -> list[tuple[str, str]]:
    """The language and the ``note_id`` of every note of a group."""
    sides = zip(langs, (group.left, group.right), strict=True)
    return [(lang, note.note_id) for lang, notes in sides for note in notes]


def _twice(alignment: Alignment) -> frozenset[tuple[str, str]]:
    """The language and the ``note_id`` of notes that a version defines twice."""
    versions = (alignment.left, alignment.right)
    often = Counter((version.lang, note.note_id) for version in versions for note in version.document.notes)
    return frozenset(note for note, count in often.items() if count > 1)


def _stands_in(found: Finding, notes: Sequence[Note]) -> bool:
    """Whether the place of a finding, or one of its counterparts, stands in one of some notes."""
    places = (found.place, *found.counterparts, *found.related)
    return any(note.span.holds(place.span) for note in notes for place in places)


def by_note(findings: Sequence[Finding]) -> dict[tuple[str, str], list[int]]:
    """The numbers of the findings that each note is touched by."""
    of_note: dict[tuple[str, str], list[int]] = {}
    for at, found in enumerate(findings):
        for note in touched(found):
            of_note.setdefault(note, []).append(at)
    return of_note


def _row(
    group: Group,
    sides: tuple[Side, Side],
    verdict: Verdict,
    differences: Iterable[Difference],
    applied: Applied,
    keys: Keys,
) -> Row:
    """One group as it is shown."""
    key = keys.of_group(group)
    return Row(
        left=tuple(sides[0].shown(note) for note in group.left),
        right=tuple(sides[1].shown(note) for note in group.right),
        section=group.section,
        shape=group.shape,
        verdict=verdict,
        differences=tuple(differences),
        confidence=group.confidence,
        crossed=group.crossed,
        decision=applied.accepted.get(key) or applied.paired.get(key),
        key=key,
    )


def _verdict(group: Group, differences: Sequence[Difference], compared: bool, sides: tuple[Side, Side]) -> Verdict:
    if differences:
        settled = all(one.accepted is not None for one in differences)
        return Verdict.ACCEPTED if settled else Verdict.DIFFERS
    told = (sides[0].cites(group.left) and sides[1].cites(group.right)) or name_one_law(group.left, group.right)
    if not (compared and told and comparable_addresses(group.left, group.right)):
        return Verdict.NOT_COMPARED
    # Names that no bibliography knows may be one name translated: then years and pages are the same.
    unknown, other = sides[0].unknown(group.left), sides[1].unknown(group.right)
    apart = bool(unknown) and bool(other) and unknown.keys().isdisjoint(other)
    return Verdict.NOT_COMPARED if apart and {*unknown.values()} != {*other.values()} else Verdict.SAME


def difference_of(found: Finding, word: Callable[[Finding], str]) -> Difference:
    """A finding in words."""
    span = found.place.span
    accepted = (found.waiver or "") if found.state is State.WAIVED else None
    return Difference(found.code, found.severity, one_line(word(found)), span.path, span.line, accepted, _place(span))


def _place(span: Span) -> str:
    """Where something stands in a document without lines; nothing where it has lines."""
    return told_place(span.anchor) if span.anchor is not None else ""


class Side:
    """What is shown of one version's notes."""

    def __init__(self, version: Citations, findings: Sequence[Finding]) -> None:
        document = version.document
        self.cited: dict[str, list[Resolved]] = {}
        for one in version.resolved:
            if one.note is not None:
                self.cited.setdefault(one.note.note_id, []).append(one)
        self.passages = Passages(version)
        self.order = {note.note_id: at for at, note in enumerate(document.notes)}
        self.wrong = _marked((found for found in findings if found.code != PAGES), document.lang)
        self.pages = _marked((found for found in findings if found.code == PAGES), document.lang)

    def cites(self, notes: Iterable[Note]) -> bool:
        """Whether any of the notes cites something."""
        return any(note.note_id in self.cited for note in notes)

    def unknown(self, notes: Iterable[Note]) -> dict[tuple[str, ...], tuple[str, str]]:
        """The authors and years that the notes cite, each with its year and pages, where none of them resolves to a
        source."""
        cited = [one for note in notes for one in self.cited.get(note.note_id, ())]
        if any(one.origin.work is not None for one in cited):
            return {}
        return {
            (*(fold(author.family) for author in said.authors), said.year or ""): (said.year or "", one.pages or "")
            for one in cited
            if (said := one.origin.citation).authors
        }

    def shown(self, note: Note) -> NoteText:
        """A note as it is shown."""
        return NoteText(
            note.note_id,
            note.number,
            tuple(_pieces(note, self._wrong(note))),
            self.passages.of(note),
            tuple(_source(one) for one in self.cited.get(note.note_id, ())),
            note.span.path,
            note.span.line,
            self.order.get(note.note_id, 0),
            note.label,
            _place(note.span),
        )

    def _wrong(self, note: Note) -> Iterator[Span]:
        """Where a note differs. One that differs as a whole is not marked, unless it is one citation without the pages
        that the other side gives, or with others than that: an Ibid, mostly."""
        body = note.body
        for span in self.wrong.get(note.note_id, ()):
            if (span.start, span.end) != (body.start, body.end):
                yield span
        citations = [one.citation.span for one in self.cited.get(note.note_id, ())]
        for span in self.pages.get(note.note_id, ()):
            whole = (span.start, span.end) == (body.start, body.end)
            if not whole or any((one.start, one.end) == (span.start, span.end) for one in citations):
                yield span


def _marked(findings: Iterable[Finding], lang: str) -> dict[str, list[Span]]:
    """The places of findings in the notes of one version, by note."""
    marked: dict[str, list[Span]] = {}
    for found in findings:
        for place in (found.place, *found.counterparts, *found.related):
            if place.lang == lang and place.note_id is not None:
                marked.setdefault(place.note_id, []).append(place.span)
    return marked


def _pieces(note: Note, wrong: Iterable[Span]) -> Iterator[Piece]:
    """A note's text, cut where a difference begins and ends."""
    body = note.body
    shown = [(re.sub(r"\s+", " ", text), marked) for text, marked in _parts(body, wrong)]
    for place, (text, marked) in enumerate(shown):
        kept = text.lstrip() if place == 0 else text
        kept = kept.rstrip() if place == len(shown) - 1 else kept
        if kept:
            yield Piece("".join(char if char.isprintable() or char == "\u00a0" else "\ufffd" for char in kept), marked)


def _parts(body: Span, wrong: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    """The parts of a text, each with whether it is where it differs; of places that overlap the first counts."""
    at = body.start
    for start, end in sorted({(span.start, span.end) for span in wrong if body.holds(span) and span.end > span.start}):
        if start >= at:
            yield body.source.text[at:start], False
            yield body.source.text[start:end], True
            at = end
    yield body.source.text[at : body.end], False


def _source(one: Resolved) -> str:
    """What a citation resolves to, in few words; what it says itself where that is nothing."""
    pages = f", p. {one.pages}" if one.pages else ""
    if one.work is None:
        said = one.origin.citation
        if one.origin is one or not (said.authors or said.title):
            return one_line(said.span.text)
        return _listed(_families(said.authors), said.title, said.year) + pages
    reference = one.work.reference
    authors = _families(reference.authors) or reference.author_text
    title = textwrap.shorten(reference.title or "", TITLE, placeholder=" …")
    return _listed(authors, f"{reference.year or ''}{reference.suffix}", title) + pages


def _families(persons: Iterable[Person]) -> str:
    return ", ".join(person.family for person in persons)


def _listed(*parts: str | None) -> str:
    """What there is of some parts, on one line."""
    return one_line(", ".join(filter(None, parts)))


def shifts(alignment: Alignment) -> tuple[Shift, ...]:
    """Where the numbers of the two versions run apart: one shift for each run of one-to-one groups with the same
    distance.

    Where both have the same numbers there is none. Crossed groups say nothing about a shift.
    """
    found: list[Shift] = []
    last: int | None = 0
    for group in alignment.groups:
        if group.shape is not Shape.ONE_TO_ONE or group.crossed:
            continue
        own, twin = _number(group.left[0]), _number(group.right[0])
        if own is None or twin is None:
            continue
        label = group.left[0].note_id
        if twin - own == last:
            if found:
                found[-1] = replace(found[-1], left_last=label)
        else:
            found.append(Shift(label, label, twin - own))
        last = twin - own
    return tuple(found)


def _number(note: Note) -> int | None:
    return int(note.number) if note.number.isascii() and note.number.isdigit() else None
