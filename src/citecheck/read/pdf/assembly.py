"""The pages of a PDF put together: text without running heads, in paragraphs, with its notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from citecheck.errors import InputError
from citecheck.model.layout import Block, Layout, NoteKind, Role
from citecheck.read.met import Met, identified
from citecheck.read.pdf.calling import Printed
from citecheck.read.pdf.endnotes import endnotes
from citecheck.read.pdf.furniture import Furnished, without_furniture
from citecheck.read.pdf.headings import Headings
from citecheck.read.pdf.joining import Passage, Vocabulary, joined
from citecheck.read.pdf.line_numbers import without_line_numbers
from citecheck.read.pdf.margins import flows_with_margin, text_size
from citecheck.read.pdf.marks import Mark
from citecheck.read.pdf.notes import footnotes
from citecheck.read.pdf.pages import Bookmark, Page
from citecheck.read.pdf.paragraphs import paragraphs
from citecheck.read.pdf.zones import Row, body_size

__all__ = ["assembled"]

PART = "pages"
UNPAIRED = 5
"""How far raised figures count up that call notes."""


def assembled(path: str, pages: Sequence[Page], bookmarks: Sequence[Bookmark], title: str, lang: str | None) -> Layout:
    """The document in some pages. Raises InputError where they are only pictures."""
    if not any(page.glyphs for page in pages):
        raise InputError(f"{path} is a scan: its pages are pictures without text. Have the text recognised (OCR) first")
    pages = without_line_numbers(pages)
    furnished = without_furniture(pages)
    rows = rows_of(furnished)
    size = body_size(rows)
    notes, marks = footnotes(rows, [page.rules for page in pages], size)
    notes = endnotes(rows, notes, marks)
    unpaired = _unpaired(marks, notes)
    vocabulary = Vocabulary(row.line for row in rows)
    blocks = _blocks(rows, notes, bookmarks, size, vocabulary)
    found = [_met(at, note, rows, vocabulary) for at, note in enumerate(notes)]
    placed, laid = identified(blocks, found)
    return Layout(
        blocks=placed,
        notes=laid,
        title=title if _says(title) else "",
        lang=lang,
        remarks=(*_remarks(pages), *(("marks-unpaired",) if unpaired else ())),
        labels=tuple(page.printed for page in furnished),
    )


def _blocks(
    rows: Sequence[Row], notes: Sequence[Printed], bookmarks: Sequence[Bookmark], size: float, vocabulary: Vocabulary
) -> list[Block]:
    """The text without its notes, in blocks."""
    calls: dict[int, list[tuple[int, int, int, bool]]] = defaultdict(list)
    for at, note in enumerate(notes):
        if note.mark is not None:
            calls[note.mark.row].append((note.mark.start, note.mark.end, at, not note.mark.raised))
    taken = {row for note in notes for row in note.rows}
    body = [at for at in range(len(rows)) if at not in taken]
    headings = Headings(rows, body, bookmarks, size)
    blocks = []
    for number, group in enumerate(paragraphs(rows, body, headings.marked), 1):
        role, level = headings.role(group)
        passages = [Passage(rows[at].line, rows[at].page + 1, 0, tuple(sorted(calls[at]))) for at in group]
        blocks.append(Block(role, joined(passages, vocabulary), PART, number, level))
    return blocks


def _unpaired(marks: Sequence[Mark], notes: Sequence[Printed]) -> bool:
    """Whether raised figures count up from 1 that call no note: powers and the like do not."""
    used = {id(note.mark) for note in notes}
    expected = 1
    for mark in marks:
        if mark.raised and id(mark) not in used and mark.sign == str(expected) and mark.weight > 0:
            expected += 1
    return not notes and expected > UNPAIRED


def rows_of(furnished: Sequence[Furnished]) -> list[Row]:
    """All lines in reading order."""
    size = text_size([held.lines for held in furnished])
    return [
        Row(page, flow, line)
        for page, held in enumerate(furnished)
        for flow, lines in enumerate(flows_with_margin(held.lines, size))
        for line in lines
    ]


def _met(at: int, note: Printed, rows: Sequence[Row], vocabulary: Vocabulary) -> Met:
    """A note with its text."""
    passages = [
        Passage(rows[row].line, rows[row].page + 1, note.behind if place == 0 else 0)
        for place, row in enumerate(note.rows)
    ]
    kind = NoteKind.ENDNOTE if note.endnote else NoteKind.FOOTNOTE
    block = Block(Role.PARAGRAPH, joined(passages, vocabulary), f"{kind.value}s", at + 1)
    return Met(kind, note.sign, not note.sign.isdecimal(), (block,))


def _says(title: str) -> bool:
    """Whether the title of the file is one of the text: programs write the name of a file there."""
    return (
        bool(title)
        and not title.casefold().endswith((".doc", ".docx", ".indd", ".tex", ".dvi", ".odt", ".qxd"))
        and "untitled" not in title.casefold()
    )


def _remarks(pages: Sequence[Page]) -> tuple[str, ...]:
    """What of the pages could not be read."""
    found = []
    if any(page.pictured for page in pages):
        found.append("pages-pictured")
    if any(page.recognised for page in pages):
        found.append("pages-recognised")
    if sum(page.nameless for page in pages) > 0.01 * sum(page.glyphs for page in pages):
        found.append("characters-unnamed")
    return tuple(found)
