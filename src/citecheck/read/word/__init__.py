"""Word documents (``.docx``, ECMA-376 part 1) as a Layout: read from their XML, with the numbers that Word prints.

Comments are no text. Tracked changes count as accepted. What converters lose (notes in tables and text boxes, custom marks, a mark and
text in one run) is in the XML.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from citecheck.errors import InputError
from citecheck.model.layout import Block, LaidNote, Layout, NoteKind, Role, Words
from citecheck.read.archive import Archive
from citecheck.read.elements import attribute
from citecheck.read.remarked import known_findings, told_blocks, told_by_key
from citecheck.read.word.body import Body
from citecheck.read.word.bookmarks import bookmarked_notes, with_targets
from citecheck.read.word.calls import Called, called_notes
from citecheck.read.word.changes import ACCEPTED, REJECTED, Changes
from citecheck.read.word.comments import comments_of
from citecheck.read.word.fields import Fields
from citecheck.read.word.lists import Lists
from citecheck.read.word.parts import Parts
from citecheck.read.word.sources import own_sources
from citecheck.read.word.styles import Styles
from citecheck.read.word.traces import Traces

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["ENDINGS", "NAME", "layout", "traced"]

NAME = "Word document"
ENDINGS = (".docx", ".docm")
MOSTLY = 2 / 3
"""The part of a text that must be declared to be in one language before the whole counts as in it."""


def layout(path: str, raw: bytes, *, rejected: bool = False) -> Layout:
    """What a document prints, with its tracked changes accepted, or ``rejected``. Raises InputError where it cannot be read."""
    return _read(path, raw, rejected, None)


def traced(path: str, raw: bytes) -> tuple[Layout, Traces]:
    """What a document prints, as for `layout`, and where its words stand. Raises InputError where it cannot be read."""
    traces = Traces()
    return _read(path, raw, False, traces), traces


def _read(path: str, raw: bytes, rejected: bool, traces: Traces | None) -> Layout:
    archive = Archive(path, raw, NAME)
    parts = Parts.of(archive)
    main = archive.root(parts.main)
    if main is None:
        raise InputError(f"{path} has no {parts.main}, so it is no {NAME}: save it anew")
    styles, lists = Styles.of(archive.root(parts.styles)), Lists.of(archive.root(parts.numbering))
    fields = Fields()
    changes = REJECTED if rejected else ACCEPTED
    called, remarks = called_notes(main, archive.root(parts.settings), changes)
    if traces is not None:
        traces.root("document", parts.main, main)
    comments = comments_of(archive.root(parts.comments), archive.root(parts.extended), main)
    said = told_by_key(comments)
    body = Body("document", styles, lists, parts.targets(archive, parts.main), changes, fields, traces, said)
    blocks = body.blocks(main)
    notes = [
        *_notes(archive, parts.footnotes, NoteKind.FOOTNOTE, called, parts, styles, lists, changes, fields, traces),
        *_notes(archive, parts.endnotes, NoteKind.ENDNOTE, called, parts, styles, lists, changes, fields, traces),
    ]
    order = {one.note_id: at for at, one in enumerate(called)}
    return Layout(
        blocks=blocks,
        notes=tuple(
            replace(note, blocks=told_blocks(note.blocks, body.of_notes.get(note.note_id, ())))
            for note in sorted(notes, key=lambda note: order[note.note_id])
        ),
        title=next((block.text.strip() for block in blocks if block.role is Role.TITLE), ""),
        lang=_mostly(body.languages),
        remarks=remarks,
        fields=with_targets(fields.known, bookmarked_notes(main), called),
        items=own_sources(archive),
        known=known_findings(comments),
    )


def _notes(
    archive: Archive,
    part: str,
    kind: NoteKind,
    called: Sequence[Called],
    parts: Parts,
    styles: Styles,
    lists: Lists,
    changes: Changes,
    fields: Fields,
    traces: Traces | None,
) -> list[LaidNote]:
    """The notes of one kind that marks call. One that its part lacks has no blocks."""
    root = archive.root(part)
    written = {attribute(one, "id") or "": one for one in root} if root is not None else {}
    if traces is not None and root is not None:
        traces.root(f"{kind.value}s", part, root)
    body = Body(f"{kind.value}s", styles, lists, parts.targets(archive, part), changes, fields, traces)
    return [
        LaidNote(one.note_id, one.printed, kind, _note(written.get(one.key), body, one), one.custom)
        for one in called
        if one.kind is kind
    ]


def _note(element: _Element | None, body: Body, called: Called) -> tuple[Block, ...]:
    """The text of a note, without the mark that it begins with."""
    blocks = body.blocks(element) if element is not None else ()
    return (_unmarked(blocks[0], called.printed if called.custom else ""), *blocks[1:]) if blocks else ()


def _unmarked(block: Block, mark: str) -> Block:
    """A block without the blanks, and the mark, that it begins with."""
    first, *others = block.inlines or (Words(""),)
    if not isinstance(first, Words):
        return block
    text = first.text.lstrip().removeprefix(mark).lstrip()
    if not text and others:
        return _unmarked(replace(block, inlines=tuple(others)), "" if first.text.strip() else mark)
    return replace(block, inlines=(replace(first, text=text, at=first.at + len(first.text) - len(text)), *others))


def _mostly(languages: Mapping[str, int]) -> str | None:
    """The language that most characters are declared to be in."""
    shares = Counter[str]()
    for tag, count in languages.items():
        shares[tag.partition("-")[0].lower()] += count
    [(lang, count)] = shares.most_common(1) or [("", 0)]
    return lang if lang and count >= MOSTLY * shares.total() else None
