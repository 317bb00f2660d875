"""Source to Document: markers, notes, entries, citations, amounts, dates and URLs, each with its exact span."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from citecheck.languages import Language, language
from citecheck.model.document import (
    Amount,
    BlockKind,
    Bracket,
    Conversion,
    Date,
    Document,
    Entry,
    Figure,
    Marker,
    Missing,
    Note,
    NoteForm,
    Paragraph,
    Rate,
)
from citecheck.model.reference import Citation, CitationKind, Reference
from citecheck.model.source import Span, Version
from citecheck.parse.amounts import find_amounts
from citecheck.parse.authoryear import strengthened
from citecheck.parse.citations import read_citations
from citecheck.parse.conversions import find_conversions
from citecheck.parse.dates import find_dates
from citecheck.parse.figures import find_figures, hide
from citecheck.parse.glued import split_entry
from citecheck.parse.layout import read_structure
from citecheck.parse.lost import lost_notes, untold
from citecheck.parse.numbers import Numbered, number
from citecheck.parse.places import Covered, Spots, Within
from citecheck.parse.rates import find_rates
from citecheck.parse.reference import read_reference
from citecheck.parse.running import around, find_brackets, find_names, numbers_of
from citecheck.parse.structure import Call, EntryText, Structure, numbers_as_citations, numbers_as_labels
from citecheck.parse.uncoloned import without_uncoloned
from citecheck.parse.urls import find_urls
from citecheck.parse.waivers import find_waivers

__all__ = ["parse"]


def parse(version: Version) -> Document:
    """The document that one language version is. Never raises on any text: what cannot be read is said in the result."""
    lang = language(version.lang)
    structure = without_uncoloned(numbers_as_citations(numbers_as_labels(read_structure(version))))
    urls = Within(url for part in version.parts for url in find_urls(part))
    numbered = number(structure)
    paragraphs, owner = _paragraphs(structure)
    offsets = _offsets(structure, owner)
    markers = tuple(
        _marker(structure, paragraphs, owner, offsets, at, *numbered.calls[at]) for at in range(len(structure.calls))
    )
    notes = _notes(structure, numbered, urls)
    entries = _entries(structure.entries, urls)
    brackets = strengthened(_brackets(version, structure, paragraphs, owner, notes, markers, urls), entries)
    dates = {piece: find_dates(piece) for paragraph in paragraphs for piece in paragraph.pieces}
    amounts, conversions, figures = _sums(lang, paragraphs, notes, markers, brackets, urls, dates)
    return Document(
        lang=version.lang,
        sources=tuple(dict.fromkeys(part.source for part in version.parts)),
        headings=tuple(structure.headings),
        paragraphs=paragraphs,
        markers=markers,
        notes=notes,
        entries=entries,
        brackets=brackets,
        names=tuple(name for paragraph in paragraphs for name in find_names(paragraph, urls)),
        urls=urls.all,
        amounts=amounts,
        conversions=conversions,
        rates=_rates(lang, notes, paragraphs),
        figures=figures,
        dates=_dates(version, notes, entries, dates),
        unreadable=(*structure.unreadable, *lost_notes(structure, version.parts), *untold(version.parts)),
        missing=_missing(bibliography=entries, notes=notes, markers=markers, numbering=numbered.clear),
        bibliography_heading=structure.bibliography_heading,
        waivers=tuple(waiver for part in version.parts for waiver in find_waivers(part)),
    )


def _notes(structure: Structure, numbered: Numbered, urls: Within) -> tuple[Note, ...]:
    """The notes with their numbers and citations."""
    return tuple(
        Note(
            span=definition.span,
            label_span=definition.label_span,
            body=definition.body,
            form=definition.form,
            label=definition.label or shown,
            number=shown,
            note_id=note_id,
            section=definition.section,
            citations=read_citations(definition.body, urls.of(definition.body)),
        )
        for definition, (shown, note_id) in zip(structure.definitions, numbered.definitions, strict=True)
    )


def _brackets(
    version: Version,
    structure: Structure,
    paragraphs: Sequence[Paragraph],
    owner: dict[int, int],
    notes: Sequence[Note],
    markers: Sequence[Marker],
    urls: Within,
) -> tuple[Bracket, ...]:
    """The brackets and phrases of the running text that cite, outside notes and markers."""
    taken = [note.span for note in notes if note.form is NoteForm.INLINE]
    taken += [marker.span for marker in markers if marker.form is NoteForm.SUPERSCRIPT]
    sources = dict.fromkeys(part.source for part in version.parts)
    covered = {source: Covered(Span(source, 0, len(source.text)), taken) for source in sources}
    listed = {entry.number for entry in structure.entries if entry.number} if not (notes or structure.calls) else set()
    numbers = None if structure.brackets_call else numbers_of([piece.span for piece in structure.pieces], listed)
    brackets = [bracket for paragraph in paragraphs for bracket in find_brackets(paragraph, urls, numbers)]
    return _in_order(
        version,
        (
            *(one for one in brackets if not covered[one.span.source].hold(one.span.start, one.span.end)),
            *(_cited_number(call, owner) for call in structure.cited_numbers),
        ),
    )


def _rates(lang: Language, notes: Sequence[Note], paragraphs: Sequence[Paragraph]) -> tuple[Rate, ...]:
    """The exchange rates that notes and running text declare."""
    rates = [rate for note in notes for rate in find_rates(note.body, lang, note.note_id)]
    pieces = (piece for paragraph in paragraphs for piece in paragraph.pieces)
    return (*rates, *(rate for piece in pieces for rate in find_rates(piece, lang, None)))


def _missing(**present: object) -> tuple[Missing, ...]:
    """What the version has nothing of, by its name."""
    return tuple(Missing(what) for what, there in present.items() if not there)


def _paragraphs(structure: Structure) -> tuple[tuple[Paragraph, ...], dict[int, int]]:
    """The paragraphs, whole again, and the ordinal of the paragraph that each piece of running text belongs to."""
    owner: dict[int, int] = {}
    pieces: list[list[int]] = []
    for at, piece in enumerate(structure.pieces):
        if piece.joins is not None:
            owner[at] = owner[piece.joins]
            pieces[owner[at]].append(at)
        else:
            owner[at] = len(pieces)
            pieces.append([at])
    made = tuple(
        Paragraph(
            tuple(structure.pieces[one].span for one in group),
            structure.pieces[group[0]].section,
            index,
            structure.pieces[group[0]].kind,
        )
        for index, group in enumerate(pieces)
    )
    return made, owner


def _offsets(structure: Structure, owner: dict[int, int]) -> list[tuple[int, Span | None]]:
    """For each piece, how many characters its paragraph has before it, and the piece that goes on behind it."""
    reached: dict[int, int] = {}
    last: dict[int, int] = {}
    found: list[tuple[int, Span | None]] = []
    for at, piece in enumerate(structure.pieces):
        paragraph = owner[at]
        if paragraph in last:
            found[last[paragraph]] = (found[last[paragraph]][0], piece.span)
        found.append((reached.get(paragraph, 0), None))
        reached[paragraph] = found[at][0] + piece.span.end - piece.span.start
        last[paragraph] = at
    return found


def _marker(
    structure: Structure,
    paragraphs: Sequence[Paragraph],
    owner: dict[int, int],
    offsets: Sequence[tuple[int, Span | None]],
    at: int,
    shown: str,
    note_id: str,
) -> Marker:
    call = structure.calls[at]
    index = owner.get(call.piece, len(paragraphs))
    if index < len(paragraphs) and structure.pieces[call.piece].span.holds(call.span):
        piece = structure.pieces[call.piece].span
        offset, later = offsets[call.piece]
        offset += call.span.start - piece.start
        before, after, spaced, glued = around(piece, call.span, later)
        kind = paragraphs[index].kind
    else:
        # A marker in a heading stands before the first paragraph of its section.
        offset, before, after, spaced, glued, kind = 0, "", "", False, False, BlockKind.PROSE
    return Marker(
        call.span,
        call.form,
        call.label or shown,
        shown,
        note_id,
        call.section,
        index,
        offset,
        before,
        after,
        kind,
        spaced,
        glued,
    )


def _in_order(version: Version, brackets: Iterable[Bracket]) -> tuple[Bracket, ...]:
    order = {part.source: at for at, part in enumerate(version.parts)}
    return tuple(sorted(brackets, key=lambda bracket: (order[bracket.span.source], bracket.span.start)))


def _cited_number(call: Call, owner: dict[int, int]) -> Bracket:
    """A superscript number that cites an entry."""
    citation = Citation(call.span, CitationKind.NUMBER, target=call.label)
    return Bracket(call.span, owner.get(call.piece, 0), (citation,))


def _entries(texts: Sequence[EntryText], urls: Within) -> tuple[Entry, ...]:
    made: list[Entry] = []
    taken: dict[str, int] = {}
    for ordinal, text in enumerate(texts, 1):
        key = text.number or str(ordinal)
        taken[key] = taken.get(key, 0) + 1
        unique = key if taken[key] == 1 else f"{key}-{taken[key]}"
        own = urls.of(text.body)
        before = made[-1].references[-1] if made else None
        references: tuple[Reference, ...] = tuple(
            read_reference(part, urls.touching(part), before) for part in split_entry(text.body, own)
        )
        made.append(Entry(text.span, text.body, text.number, unique, text.section, references, text.further_reading))
    return tuple(made)


def _sums(
    lang: Language,
    paragraphs: Sequence[Paragraph],
    notes: Sequence[Note],
    markers: Sequence[Marker],
    brackets: Sequence[Bracket],
    urls: Within,
    dates: Mapping[Span, Sequence[Date]],
) -> tuple[tuple[Amount, ...], tuple[Conversion, ...], tuple[Figure, ...]]:
    """The amounts, the conversions and the figures; ``dates`` are those of each piece of the running text."""
    amounts: list[Amount] = []
    conversions: list[Conversion] = []
    figures: list[Figure] = []
    called = Spots((marker.span, marker.note_id) for marker in markers)
    cited = Spots((bracket.span, "") for bracket in brackets)
    for paragraph in paragraphs:
        for piece in paragraph.pieces:
            hidden = hide(piece.text)
            found = find_amounts(piece, lang, paragraph.index, hidden)
            amounts.extend(found)
            calls = called.within(piece)
            conversions.extend(find_conversions(piece, found, calls))
            taken = [
                *(amount.span for amount in found),
                *(span for span, _ in calls),
                *(url.span for url in urls.of(piece)),
                *(span for span, _ in cited.within(piece)),
                *(date.span for date in dates[piece]),
            ]
            figures.extend(find_figures(piece, lang, paragraph.index, taken, hidden))
    for note in notes:
        found = find_amounts(note.body, lang)
        amounts.extend(found)
        conversions.extend(find_conversions(note.body, found, ()))
    return tuple(amounts), tuple(conversions), tuple(figures)


def _dates(
    version: Version, notes: Sequence[Note], entries: Sequence[Entry], dates: Mapping[Span, Sequence[Date]]
) -> tuple[Date, ...]:
    """The dates of notes, entries and running text; ``dates`` are those of each of its pieces."""
    spans = [*(note.body for note in notes), *(entry.body for entry in entries)]
    order = {part.source: at for at, part in enumerate(version.parts)}
    found = [date for span in spans for date in find_dates(span)]
    found += [date for piece in dates.values() for date in piece]
    unique = {(order[date.span.source], date.span.start, date.span.end): date for date in found}
    return tuple(unique[key] for key in sorted(unique))
