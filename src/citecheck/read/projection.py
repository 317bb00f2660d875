"""Layout to Source: a document without lines as the Markdown that `parse` knows, with the place of every stretch of it.

Signs that Markdown would take for its own are guarded with a backslash. Notes get their identifiers as labels, and the Source tells
what is printed for each. They stand at the end of the section that calls them, so that each belongs to the language of its section.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from citecheck.model.layout import Block, Call, Inline, LaidNote, Layout, Lost, ManagedField, Role, Words
from citecheck.model.source import Anchor, Managed, Printed, Source

__all__ = ["Stretch", "projected", "stretches", "unguarded"]

GUARDED = re.compile(
    r"\*|\[(?=\^)|<(?=[A-Za-z/!?])(?!https?:)|(?<=\w)_(?=\W)|(?<!\w)_(?=\w)|\\(?=[*\[\]<_^\\(])|\^(?=\[)|\](?=\()"
)
"""What Markdown would read as the beginning or the end of something."""
LINE_BEGUN = re.compile(r"(?=#{1,6}[ \t]|>|[-+][ \t]|~{3}|`{3}|:[ \t]|\|)|(?<=\A\d)(?=[.)][ \t])")
GUARD = re.compile(r"(?=\\[*\[\]<_^\\#>.)+~`:|-])")
"""Where a guarded sign begins."""
GUARD_SIGN = re.compile(r"\\(?=[*\[\]<_^\\#>.)+~`:|-])")
BLANK = " \t"
BLANKS = re.compile(rf"[{BLANK}]+")
DEEPEST = 6
"""The deepest heading of Markdown."""


class Stretch(Struct, frozen=True):
    """Words of the document, from ``offset`` to ``end`` of its text: so many of the ``paragraph``-th paragraph of a ``part``, from
    ``at`` characters on. A marker has the ``note_id`` that it calls; ``note`` is the note that the words are in,
    ``page`` the page that has them, where there are pages."""

    offset: int
    end: int
    part: str
    paragraph: int
    at: int
    note_id: str = ""
    note: str = ""
    page: int = 0


def stretches(layout: Layout) -> tuple[Stretch, ...]:
    """The words that a document's text has from the document, in order: what is between them are signs of Markdown."""
    written = _Writer(layout.labels, traces=True)
    _write(layout, written)
    return tuple(written.stretches)


def projected(path: str, layout: Layout, sha256: str) -> Source:
    """The document at ``path`` as text. Its title and its declared language stand in front matter, which is no text."""
    written = _Writer(layout.labels)
    front = _write(layout, written)
    lost = tuple(written.lost(one) for one in layout.lost)
    text = "".join(written.pieces)
    return Source(
        path,
        " " * len(front.rstrip("\n")) + text[len(front.rstrip("\n")) :] if front else text,
        sha256,
        comments=tuple(written.comments),
        unprinted=((0, front.rstrip("\n")),) if front else (),
        anchors=tuple(written.anchors),
        remarks=layout.remarks,
        lost=lost,
        fields=written.managed(layout.fields),
        items=tuple(dict.fromkeys([*(item for field in layout.fields for item in field.items), *layout.items])),
        flat=tuple(written.flat),
        known=layout.known,
        printed=tuple(Printed(note.note_id, note.printed, note.note_id) for note in layout.notes),
    )


def _write(layout: Layout, written: _Writer) -> str:
    """Writes a document, each note at the end of the section that calls it; returns its front matter."""
    front = _front(layout)
    written.add(front)
    waiting = {note.note_id: note for note in layout.notes}
    called: list[str] = []
    for block in layout.blocks:
        if block.role in (Role.HEADING, Role.TITLE):
            written.notes(waiting.pop(note_id) for note_id in called)
            called = []
        written.block(block, "")
        calls = (inline.note_id for inline in block.inlines if isinstance(inline, Call))
        called += [note_id for note_id in dict.fromkeys(calls) if note_id in waiting and note_id not in called]
    written.notes(waiting.pop(note_id) for note_id in called)
    written.notes(waiting.values())
    return front


def _front(layout: Layout) -> str:
    """What the document says of itself, as front matter; empty where it says nothing."""
    title = layout.title.replace("\n", " ").replace('"', "'")
    files = ", ".join(f'"{name}"' for name in layout.bibliographies if '"' not in name and "\n" not in name)
    fields = [
        *([f'title: "{title}"'] if title else []),
        *([f"lang: {layout.lang}"] if layout.lang else []),
        *([f"bibliography: [{files}]"] if files else []),
    ]
    return "\n".join(["---", *fields, "---", "", ""]) if fields else ""


class _Writer:
    """Writes blocks one after the other, and remembers where each stretch of words came from."""

    def __init__(self, labels: Sequence[str] = (), *, traces: bool = False) -> None:
        self.labels = labels
        self.traces = traces
        self.stretches: list[Stretch] = []
        self.pieces: list[str] = []
        self.anchors: list[Anchor] = []
        self.length = 0
        self.text_end = "\n"
        self.section = ""
        self.comments: list[tuple[int, str]] = []
        self.places: dict[int, tuple[int, int]] = {}
        self.flat: list[int] = []

    def managed(self, fields: Sequence[ManagedField]) -> tuple[Managed, ...]:
        """The fields of reference managers, each with the place of its text; none that is empty."""
        return tuple(
            Managed(start, end, fields[at].manager, fields[at].written)
            for at, (start, end) in sorted(self.places.items())
            if at < len(fields) and fields[at].written
        )

    def add(self, text: str) -> None:
        """Text that stands in no document: signs of Markdown."""
        self.pieces.append(text)
        self.length += len(text)
        self.text_end = text[-1:] or self.text_end

    def block(self, block: Block, note: str) -> None:
        """One block, with the blank line behind it."""
        inlines = _trimmed(block.inlines)
        if not inlines:
            return
        if block.role in (Role.HEADING, Role.TITLE):
            self.section = block.number.rstrip(".") or block.text.strip()[:80]
        self._comments(block)
        self._begin(block, note, block, page=inlines[0].page)
        self.add(_before(block))
        self._inlines(inlines, block, note)
        self.add("\n\n")

    def notes(self, notes: Iterable[LaidNote]) -> None:
        """Notes, one after the other."""
        for note in notes:
            self._note(note.note_id, note.blocks)

    def _note(self, note_id: str, blocks: Sequence[Block]) -> None:
        """A note, its later paragraphs set in."""
        if blocks:
            self._comments(blocks[0])
            self._begin(blocks[0], note_id, blocks[0], page=next((inline.page for inline in blocks[0].inlines), 0))
        self.add(f"[^{note_id}]: ")
        for at, block in enumerate(blocks):
            if at:
                self.add("    ")
            self._inlines(_trimmed(block.inlines), block, note_id)
            self.add("\n\n")
        if not blocks:
            self.add("\n\n")

    def _comments(self, block: Block) -> None:
        """What is said to citecheck about a block, each on a line of its own before it, which is blank."""
        for comment in block.comments:
            self.anchors.append(
                Anchor(self.length, block.part, block.paragraph, 0, "", "", comment.file, comment.line, comment.column)
            )
            written = f"<!-- {comment.text} -->"
            self.comments.append((self.length, written))
            self.add(" " * len(written) + "\n\n")

    def lost(self, lost: Lost) -> tuple[int, str]:
        """What could not be read, on a line of its own behind the text."""
        offset = self.length
        self.anchors.append(Anchor(offset, "text", 1, file=lost.file, line=lost.line, column=lost.column))
        self.add("\n")
        return offset, lost.key

    def _begin(self, block: Block, note: str, begun: Block | Inline, behind: int = 0, page: int = 0) -> None:
        """What follows comes from where a block or a piece of it begins, or from so many characters ``behind`` that."""
        at = 0 if isinstance(begun, Block) else begun.at + behind
        section = self.section if not note else ""
        column = begun.column + behind if begun.line else 0
        page = page if isinstance(begun, Block) else begun.page
        label = self.labels[page - 1] if 0 < page <= len(self.labels) else ""
        anchor = Anchor(self.length, block.part, block.paragraph, at, note, section, begun.file, begun.line, column)
        self.anchors.append(replace(anchor, page=page, label=label) if page else anchor)

    def _inlines(self, inlines: Sequence[Inline], block: Block, note: str) -> None:
        one_line = block.role in (Role.HEADING, Role.TITLE, Role.CELL, Role.CAPTION) or bool(note)
        begun = self.text_end == "\n"
        for shape, group in _shaped(inlines):
            if shape.open:
                self._begin(block, note, group[0])
            self.add(shape.open)
            begun = begun and not shape.open
            for inline in group:
                self._begin(block, note, inline)
                text = f"[^{inline.note_id}]" if isinstance(inline, Call) else _guarded(inline.text, begun)
                if self.traces:
                    self._trace(inline, text, block, note)
                if isinstance(inline, Call):
                    if inline.flat:
                        self.flat.append(self.length)
                    self.add(text)
                    continue
                start = self.length
                self._words(text.replace("\n", " ") if one_line else text, inline, block, note)
                if inline.field is not None:
                    self.places[inline.field] = (self.places.get(inline.field, (start, 0))[0], self.length)
                begun = False
            self.add(shape.close)

    def _trace(self, inline: Inline, text: str, block: Block, note: str) -> None:
        """Remembers where an inline stands that is written as ``text``, which may have guards, and fewer blanks."""
        note_id = inline.note_id if isinstance(inline, Call) else ""
        alike = [(0, 0, len(text))] if isinstance(inline, Call) else _alike(inline.text, text)
        for own, behind, length in alike:
            start = self.length + behind
            at = inline.at + own
            found = Stretch(start, start + length, block.part, block.paragraph, at, note_id, note, inline.page)
            self.stretches.append(found)

    def _words(self, text: str, words: Words, block: Block, note: str) -> None:
        """Words with their guards. Behind each guard the columns of a document in lines are less than those of the text."""
        if not words.line or len(text) == len(words.text):
            self.add(text)
            return
        at = 0
        for piece in GUARD.split(text):
            if piece.startswith("\\"):
                self.add("\\")
                self._begin(block, note, words, at)
            kept = piece.removeprefix("\\")
            self.add(kept)
            at += len(kept)


class _Shape(Struct, frozen=True):
    """What stands around a stretch of words."""

    open: str = ""
    close: str = ""


PLAIN = _Shape()


def _shaped(inlines: Sequence[Inline]) -> Iterator[tuple[_Shape, list[Inline]]]:
    """The inlines in groups of one shape: emphasis and links go around several runs, as the reader sees them."""
    group: list[Inline] = []
    kind: tuple[bool, bool, str | None] = (False, False, None)
    for inline in inlines:
        own = (inline.italic, inline.raised, inline.target) if isinstance(inline, Words) else (False, False, None)
        blank = isinstance(inline, Words) and not inline.text.strip()
        if group and own != kind and not (blank and kind[0] and own[2] == kind[2]):
            yield from _wrapped(group, kind)
            group = []
        if not group:
            kind = own
        group.append(inline)
    if group:
        yield from _wrapped(group, kind)


def _wrapped(group: list[Inline], kind: tuple[bool, bool, str | None]) -> Iterator[tuple[_Shape, list[Inline]]]:
    """A group with the signs of its shape; blanks at its ends stay outside of them."""
    italic, raised, target = kind
    text = "".join(inline.text for inline in group if isinstance(inline, Words))
    if not text.strip() or not (italic or raised or target):
        yield PLAIN, group
        return
    before, group, after = _apart(group)
    if before:
        yield PLAIN, before
    if target is not None:
        yield _link(text.strip(), target), group
    elif raised:
        yield _Shape("<sup>", "</sup>"), group
    else:
        yield _Shape("*", "*"), group
    if after:
        yield PLAIN, after


def _link(text: str, target: str) -> _Shape:
    """The signs of a link; none around an address that is printed as it is."""
    if target.startswith("#") or target.rstrip("/") == text.rstrip("/"):
        return PLAIN
    if target.startswith("mailto:") or any(sign in target for sign in " \n<>"):
        return PLAIN
    return _Shape("[", f"]({target})")


def _apart(group: list[Inline]) -> tuple[list[Inline], list[Inline], list[Inline]]:
    """The blanks that a group begins with, the group without them, and those that it ends with."""
    before: list[Inline] = []
    after: list[Inline] = []
    first, last = group[0], group[-1]
    if isinstance(first, Words) and first.text[:1].isspace():
        kept = first.text.lstrip()
        gone = len(first.text) - len(kept)
        before = [_blank(first, 0, gone)]
        group = [replace(first, text=kept, at=first.at + gone, column=_column(first, gone)), *group[1:]]
        last = group[-1]
    if isinstance(last, Words) and last.text[-1:].isspace():
        kept = last.text.rstrip()
        after = [_blank(last, len(kept), len(last.text))]
        group = [*group[:-1], replace(last, text=kept)]
    return before, group, after


def _blank(words: Words, start: int, end: int) -> Words:
    """The blanks from ``start`` to ``end`` of some words, in no shape."""
    place = {"file": words.file, "line": words.line, "column": _column(words, start)}
    return Words(words.text[start:end], words.at + start, field=words.field, page=words.page, **place)  # type: ignore[arg-type]


def _column(words: Words, behind: int) -> int:
    return words.column + behind if words.line else 0


def _trimmed(inlines: Sequence[Inline]) -> list[Inline]:
    """The inlines without blanks at the ends of the block; none where there are only blanks."""
    left = list(inlines)
    while left and isinstance(left[0], Words) and not left[0].text.strip():
        left.pop(0)
    while left and isinstance(left[-1], Words) and not left[-1].text.strip():
        left.pop()
    return left


def _guarded(text: str, begun: bool) -> str:
    """Words with a backslash before every sign that Markdown would take for its own."""
    text = GUARDED.sub(lambda match: "\\" + match[0], BLANKS.sub(" ", text))
    if not begun:
        return text
    text = text.lstrip()
    return LINE_BEGUN.sub(lambda match: "\\", text, count=1) if LINE_BEGUN.match(text) else text


def unguarded(text: str) -> str:
    """Words without their guards, as they stand in a document."""
    return GUARD_SIGN.sub("", text)


def _alike(own: str, written: str) -> list[tuple[int, int, int]]:
    """The stretches that words and the text they are written as have in common: where each begins in both, and its length."""
    if own == written:
        return [(0, 0, len(own))] if own else []
    found: list[tuple[int, int, int]] = []
    at = 0
    for behind, sign in enumerate(written):
        while own[at : at + 1].isspace() and not sign.isspace():
            at += 1
        if own[at : at + 1] != sign and not (own[at : at + 1].isspace() and sign in BLANK):
            continue
        start, begun, length = found[-1] if found else (0, 0, 0)
        if length and (start + length, begun + length) == (at, behind):
            found[-1] = (start, begun, length + 1)
        else:
            found.append((at, behind, 1))
        at += 1
    return found


def _before(block: Block) -> str:
    """What stands before the words of a block: the signs of its role, and the number that is printed."""
    number = f"{block.number} " if block.number else ""
    match block.role:
        case Role.TITLE:
            return "# "
        case Role.HEADING:
            return f"{'#' * min(max(block.level, 1), DEEPEST)} {number}"
        case Role.ITEM:
            return number or "- "
        case Role.QUOTE:
            return "> "
        case _:
            return number
