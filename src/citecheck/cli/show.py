"""``citecheck show``: the value that a stage produced, for debugging and teaching."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec import Struct
from msgspec.structs import replace

from citecheck.cli import candidates
from citecheck.cli.common import TextOrJson, choose_inputs, configuration, load_documents, tell_inputs, ui_in_force
from citecheck.cli.endings import shown_format
from citecheck.cli.layouts import layouts_data, layouts_of, layouts_text
from citecheck.cli.options import Bibliography, Changes, Interface, Lang, Output, Paths, Quiet, Shown, Tracked, Verbose
from citecheck.cli.speech import worded
from citecheck.cli.writing import choose_destination
from citecheck.errors import UsageError
from citecheck.model.naming import called

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from citecheck.cli.speech import Word
    from citecheck.model.citations import Citations, Resolved
    from citecheck.model.document import Document, Marker, Note


class Stage(StrEnum):
    """What can be shown."""

    DOCUMENT = "document"
    CITATIONS = "citations"
    NUMBERING = "numbering"
    READING = "reading"
    FORMS = "forms"
    LAYOUT = "layout"


def show(
    stage: Annotated[
        Stage,
        typer.Argument(
            metavar="STAGE",
            help="document: what was read; citations: what the notes cite and what that is; numbering: which marker "
            "calls which note; reading: how well each version was read, which rules of absence ask; forms: the ways of citing and of writing notes that are recognised, "
            "whatever the report; layout: the blocks, notes and numbers of a document such as report.docx, before they are parsed.",
            show_default=False,
        ),
    ],
    paths: Paths = None,
    lang: Lang = None,
    bibliography: Bibliography = None,
    changes: Changes = Tracked.ACCEPT,
    note: Annotated[
        str | None,
        typer.Option(
            "--note",
            metavar="LANG:NOTE",
            help="Only this note, as in fr:39.",
            show_default=False,
            autocompletion=candidates.notes,
        ),
    ] = None,
    format: Shown = None,
    output: Output = None,
    ui: Interface = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Show what citecheck makes of a report: how it reads the notes, and what their citations resolve to."""
    if stage is Stage.FORMS:
        words = ui_in_force(ui, configuration(), for_people=True)
        _write_catalogue(shown_format(format, output), output, any((paths, lang, bibliography, note)), words)
        return
    from citecheck import pipeline
    from citecheck.report.json import json_text

    config = configuration()
    words = ui_in_force(ui, config, for_people=True)
    inputs = replace(choose_inputs(paths, lang, bibliography, config), rejected=changes is Tracked.REJECT)
    tell_inputs(inputs, quiet=quiet)
    destination = choose_destination(output, inputs.files)
    wanted_format = shown_format(format, output)
    if stage is Stage.LAYOUT:
        layouts = layouts_of(inputs)
        as_data = wanted_format is TextOrJson.JSON
        destination.write(
            json_text(layouts_data(layouts)) if as_data else layouts_text(layouts), quiet=True, lines=not as_data
        )
        return
    documents = load_documents(inputs)
    versions = pipeline.cite(documents)
    wanted = _wanted(note, documents)
    if wanted_format is TextOrJson.JSON:
        shown = [_version_data(stage, version, wanted) for version in versions if _includes(wanted, version)]
        text = json_text({"schema": "citecheck/show/1", "stage": stage.value, "versions": shown})
    else:
        lines = [
            line
            for version in versions
            if _includes(wanted, version)
            for line in _version_lines(stage, version, wanted, verbose, _words(words))
        ]
        text = "".join(f"{line}\n" for line in lines)
    destination.write(text, quiet=True, lines=wanted_format is TextOrJson.TEXT)


def _words(ui: str) -> Word:
    """What gives a text in the language of the interface, and also why something could not be read."""
    from citecheck.report.errors import error_text

    return lambda text: error_text(worded(text, ui), ui)


def _write_catalogue(format: TextOrJson, output: str | None, of_a_report: bool, ui: str) -> None:
    """Writes the forms of all kinds. Raises UsageError where those of a report are asked for."""
    from citecheck.parse.forms import load_catalogue
    from citecheck.report.formpage import forms_json, forms_text

    if of_a_report:
        raise UsageError("show forms: the forms are the same for every report: leave out the files and their options")
    forms = load_catalogue()
    text = forms_json(forms) if format is TextOrJson.JSON else forms_text(forms, ui)
    choose_destination(output, ()).write(text, quiet=True, lines=format is TextOrJson.TEXT)


def _wanted(note: str | None, documents: Sequence[Document]) -> tuple[str, str] | None:
    """The language that ``--note`` names, and what it calls the note. Raises UsageError where there is no such note."""
    if note is None:
        return None
    lang, sign, number = note.partition(":")
    if not sign:
        lang, number = documents[0].lang, note
    found = [document for document in documents if document.lang == lang]
    if not found:
        langs = ", ".join(document.lang for document in documents)
        raise UsageError(f"--note {note}: there is no version in {lang!r}: use one of {langs}")
    if not any(called(document.notes, number) for document in found):
        raise UsageError(f"--note {note}: there is no note {number} in {lang!r}")
    return lang, number


def _includes(wanted: tuple[str, str] | None, version: Citations) -> bool:
    return wanted is None or wanted[0] == version.lang


def _notes(document: Document, wanted: tuple[str, str] | None) -> list[Note]:
    """The notes to show."""
    return list(document.notes) if wanted is None else called(document.notes, wanted[1])


def _version_lines(
    stage: Stage, version: Citations, wanted: tuple[str, str] | None, verbose: bool, word: Word
) -> Iterator[str]:
    """One version of a stage's value as lines of text."""
    from citecheck.report.visible import visible

    document = version.document
    yield f"{document.lang}: {', '.join(source.path for source in document.sources)}"
    match stage:
        case Stage.DOCUMENT:
            lines = _document_lines(document, wanted, verbose, word)
        case Stage.CITATIONS:
            lines = _citation_lines(version, wanted, word)
        case Stage.READING:
            lines = _reading_lines(version, word)
        case _:
            lines = _numbering_lines(version, word)
    for line in lines:
        yield f"  {visible(line)}"


def _document_lines(document: Document, wanted: tuple[str, str] | None, verbose: bool, word: Word) -> Iterator[str]:
    for heading in document.headings if wanted is None else ():
        yield f"{_at(heading)}  {word('heading')} {heading.section}  {heading.number or ''} {heading.title}"
    for note in _notes(document, wanted):
        yield f"{_at(note)}  {word('note')} {note.note_id}  {note.body.text}"
        for citation in note.citations:
            yield f"    {_at(citation)}  {word(citation.kind.value)}  {citation.span.text}"
    if wanted is None:
        yield from _lines_beside_notes(document, word)
        yield from _lines_in_text(document, word) if verbose else (_counts(document, word),)


def _lines_beside_notes(document: Document, word: Word) -> Iterator[str]:
    """What a document holds beside its headings and notes."""
    for entry in document.entries:
        yield f"{_at(entry)}  {word('entry')} {entry.entry_id}  {entry.body.text}"
        for reference in entry.references:
            yield f"    {_described(reference)}"
    for bracket in document.brackets:
        yield f"{_at(bracket)}  {word('bracket')}  {bracket.span.text}"
    for conversion in document.conversions:
        yield f"{_at(conversion)}  {word('conversion')}  {conversion.span.text}"
    for rate in document.rates:
        yield f"{_at(rate)}  {word('rate')}  1 {rate.base} = {rate.value} {rate.quote}"
    for unreadable in document.unreadable:
        yield f"{_at(unreadable)}  {word('unreadable')}  {word(unreadable.reason)}"
    for missing in document.missing:
        yield f"{word('missing')}  {missing.what}"


IN_TEXT = ("marker", "amount", "figure", "date", "url", "name")
"""What is read in the text itself, of which there is much."""


def _lines_in_text(document: Document, word: Word) -> Iterator[str]:
    for kind in IN_TEXT:
        for thing in getattr(document, f"{kind}s"):
            yield f"{_at(thing)}  {word(kind)}  {thing.span.text}"


def _counts(document: Document, word: Word) -> str:
    counts = (f"{len(getattr(document, f'{kind}s'))} {word(f'{kind}s')}" for kind in IN_TEXT)
    return word("{counts} (--verbose lists them)").format(counts=", ".join(counts))


def _citation_lines(version: Citations, wanted: tuple[str, str] | None, word: Word) -> Iterator[str]:
    for note in _notes(version.document, wanted):
        yield f"{_at(note)}  {word('note')} {note.note_id}  {note.body.text}"
        for resolved in version.of_note(note):
            yield f"    {_resolution(resolved, word)}"
    if wanted is None:
        for resolved in version.resolved:
            if resolved.note is None:
                yield f"{_at(resolved.citation)}  {word('text')}  {_resolution(resolved, word)}"


def _resolution(resolved: Resolved, word: Word) -> str:
    """A citation, what it resolves to, and how."""
    quoted = word("“{text}”").format(text=resolved.citation.span.text)
    said = f"{word(resolved.citation.kind.value)} {quoted} → {word(resolved.status.value)}"
    if resolved.work is not None:
        said += f" {resolved.work.key} ({_described(resolved.work.reference)})"
    elif resolved.candidates:
        said += word(", one of {works}").format(works=", ".join(work.key for work in resolved.candidates))
    if resolved.antecedent is not None and resolved.antecedent.note is not None:
        said += word(", from note {note}").format(note=resolved.antecedent.note.note_id)
    said += word(", pages {pages}").format(pages=resolved.pages) if resolved.pages else ""
    # Data that was extracted does not keep it.
    return said + (word(", form {form}").format(form=resolved.citation.read_by) if resolved.citation.read_by else "")


def _described(reference: Any) -> str:
    """A reference in few words."""
    authors = ", ".join(person.family for person in reference.authors) or reference.author_text or "?"
    return f"{authors}, {reference.year or '?'}{reference.suffix}, {reference.title or '?'}"


def _numbering_lines(version: Citations, word: Word) -> Iterator[str]:
    document = version.document
    yield word("{markers} markers, {notes} notes").format(markers=len(document.markers), notes=len(document.notes))
    if version.numbering_unclear:
        yield word("unclear: {why}").format(why=word(version.numbering_unclear))
    markers: dict[str, list[Marker]] = {}
    for marker in document.markers:
        markers.setdefault(marker.note_id, []).append(marker)
    for note in document.notes:
        calls = ", ".join(_at(marker) for marker in markers.pop(note.note_id, []))
        called = word("called at {places}").format(places=calls or word("no place"))
        yield f"{_at(note)}  {word('note')} {note.note_id}  {called}"
    for note_id, left in markers.items():
        yield f"{', '.join(_at(marker) for marker in left)}  {word('marker')} {note_id}  {word('has no note')}"
    for fault in version.faults:
        also = word(" (also {places})").format(places=", ".join(_at(other) for other in fault.others))
        others = also if fault.others else ""
        yield f"{_at(fault.place)}  {word('fault')}  {word(fault.kind.value)} {fault.place.note_id}{others}"


NOTES_READ = "notes      {all}: {called} called, {citing} citing, {commentary} commentary, {unread} unread"
ENTRIES_READ = "entries    {all}: author {authored}, date {dated}, title {titled}, all three {complete}"


def _reading_lines(version: Citations, word: Word) -> Iterator[str]:
    found = version.reading
    notes = {"called": found.called.good, "citing": found.citing}
    yield word(NOTES_READ).format(all=found.called.all, commentary=found.commentary, unread=found.unread, **notes)
    for kind, tally in found.citations:
        told = word("citations  {kind}: {good} of {all} resolved")
        yield told.format(kind=word(kind), good=tally.good, all=tally.all)
    read = {"authored": found.authored.good, "dated": found.dated.good, "titled": found.titled.good}
    yield word(ENTRIES_READ).format(all=found.complete.all, complete=found.complete.good, **read)
    yield word("cites by   {scheme}").format(scheme=word(found.scheme.value))
    yield word("part of    {what}").format(what=word(found.part_of.value if found.part_of else "nothing longer"))


def _at(thing: Any) -> str:
    """``line:column`` of anything with a span; in a document without lines its paragraph or note."""
    from citecheck.report.places import told_place

    if thing.span.anchor is not None:
        return told_place(thing.span.anchor)
    return f"{thing.span.line}:{thing.span.column}"


def _version_data(stage: Stage, version: Citations, wanted: tuple[str, str] | None) -> dict[str, Any]:
    """One version of a stage's value, as JSON's own types."""
    from citecheck.report.reading import reading_data

    document = version.document
    notes = _notes(document, wanted)
    match stage:
        case Stage.DOCUMENT:
            if wanted is not None:
                return {"lang": document.lang, "notes": _plain(tuple(notes), "")}
            return {name: _plain(getattr(document, name), "") for name in document.__struct_fields__}
        case Stage.READING:
            return reading_data(version)
        case Stage.CITATIONS:
            shown = (one for one in version.resolved if any(one.note is note for note in notes))
            if wanted is not None:
                return {"lang": version.lang, "resolved": _plain(tuple(shown), "resolved")}
            return {
                "lang": version.lang,
                "resolved": _plain(version.resolved, "resolved"),
                "works": _plain(version.works, "works"),
                "habit": _plain(version.habit, ""),
            }
        case _:
            return {
                "lang": version.lang,
                "markers": [_plain(marker, "") for marker in document.markers],
                "notes": [note.note_id for note in notes],
                "unclear": version.numbering_unclear,
                "faults": _plain(version.faults, "faults"),
            }


def _plain(value: Any, within: str) -> Any:
    """A value as JSON's own types. What it only points to (a citation's note, a work's entry) is named, not told."""
    match value:
        case Enum():
            return value.value
        case None | bool() | int() | float() | str():
            return value
        case tuple() | list():
            return [_plain(item, within) for item in value]
        case frozenset() | set():
            return sorted(_plain(item, within) for item in value)
        case Struct():
            return _plain_struct(value, within)
        case _:
            return str(value)


def _plain_struct(value: Struct, within: str) -> Any:
    """A value with fields: named where it is only pointed to, else all that it holds."""
    from citecheck.model.citations import Resolved, Work
    from citecheck.model.document import Bracket, Entry, Marker, Note
    from citecheck.model.source import Source, Span

    match value:
        case Source():
            return {"path": value.path, "sha256": value.sha256, "encoding": value.encoding, "sparse": value.sparse}
        case Span():
            places = {name: getattr(value, name) for name in ("line", "column", "end_line", "end_column", "text")}
            return {"path": value.path, **places}
        case Note() | Marker() if within:
            return value.note_id
        case Entry() if within:
            return value.entry_id
        case Bracket() if within:
            return _plain(value.span, within)
        case Work() if within != "works":
            return value.key
        case Resolved() if within == "antecedent":
            return {"note": value.note and value.note.note_id, "span": _plain(value.citation.span, within)}
    return {
        name: _plain(getattr(value, name), "antecedent" if name == "antecedent" else within and "inside")
        for name in value.__struct_fields__
        if name != "root"  # It only saves following the antecedents.
    }
