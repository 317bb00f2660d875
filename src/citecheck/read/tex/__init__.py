r"""LaTeX documents as a Layout: read by a scanner of their own, with what classes and packages print.

A document has lines, in several files: each word knows the file, the line and the column that hold it. Files are included from the folder
of the document only. A file without ``\documentclass`` is a part, and is read as the text that it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from citecheck.model.layout import Block, LaidNote, Layout, Lost, NoteKind
from citecheck.read.tex.bibitems import bibitems
from citecheck.read.tex.body import read_all
from citecheck.read.tex.files import Files
from citecheck.read.tex.notes import APART
from citecheck.read.tex.state import State
from citecheck.read.tex.tokens import Kind, Slice, Token

__all__ = ["ENDINGS", "INCLUDES", "NAME", "layout"]

NAME = "LaTeX document"
ENDINGS = (".tex", ".ltx", ".latex")
INCLUDES = True
BY_PAGE = "note-numbers-by-page"
UNRESOLVED = "??"
"""What LaTeX prints for a label that is nowhere."""


def layout(path: str, raw: bytes, *, rejected: bool = False, contents: Mapping[str, bytes] | None = None) -> Layout:
    """What a document prints; ``rejected`` means nothing here. ``contents`` are bytes to read instead of those of files that it
    includes. Raises InputError where it cannot be read."""
    files = Files(path, raw, contents or {})
    main = files.tokens(path)
    state = State(files, bibitems(files, main))
    state.begun = not any(
        one.kind is Kind.COMMAND and one.text in ("documentclass", "documentstyle") for one in main.items
    )
    state.macros.room += 4 * len(main.items)
    state.stream.push(Slice(main, 0, len(main.items)), path)
    read_all(state)
    return _laid_out(state)


def _laid_out(state: State) -> Layout:
    """What was read."""
    names = _identifiers(state)
    notes = tuple(
        LaidNote(names[note.key], note.printed, note.kind, _blocks(state, note.key, names), note.custom)
        for note in state.notes
        if note.key in names and note.flow is not None
    )
    for note in state.notes:
        if note.flow is not None and note.key not in names:
            # What is printed at the foot of a page without a mark.
            state.text.drafts += note.flow.drafts
    blocks = tuple(state.text.blocks(lambda key: _number(state, key), lambda key: names.get(key, "")))
    by_page = state.settings.by_page and any(note.counter == "footnote" for note in state.notes)
    return Layout(
        blocks=blocks,
        notes=notes,
        title=_title(state, blocks),
        lang=state.settings.lang or state.settings.global_language,
        remarks=(BY_PAGE,) if by_page else (),
        lost=tuple(Lost(key, token.file, token.line, token.column) for key, token in state.remarks),
        bibliographies=tuple(state.bibliographies),
    )


def _identifiers(state: State) -> dict[int, str]:
    """The identifiers of the notes that have a mark: what is printed, made unique."""
    marked = [note for note in state.notes if note.marked]
    kinds = {note.counter for note in marked}
    chapters = {kind: {note.prefix for note in marked if note.counter == kind} for kind in kinds}
    taken = Counter[str]()
    names: dict[int, str] = {}
    for note in marked:
        apart = APART.get(note.counter, "") if len(kinds) > 1 or note.kind is not NoteKind.ENDNOTE else ""
        prefix = f"{note.prefix}/" if len(chapters[note.counter]) > 1 and note.prefix else ""
        name = f"{apart}{prefix}{note.printed or '?'}".replace(" ", "").replace("]", "")
        taken[name] += 1
        names[note.key] = name if taken[name] == 1 else f"{name}.{taken[name]}"
    return names


def _blocks(state: State, key: int, names: dict[int, str]) -> tuple[Block, ...]:
    flow = state.notes[key].flow
    if flow is None:
        return ()
    return tuple(flow.blocks(lambda label: _number(state, label), lambda inner: names.get(inner, ""), 1))


def _number(state: State, key: str) -> str:
    return state.labels.get(key) or UNRESOLVED


def _title(state: State, blocks: tuple[Block, ...]) -> str:
    """The title, whether it is printed or not."""
    for block in blocks:
        if block.role.value == "title":
            return block.text.strip()
    return " ".join("".join(map(_plain, state.title)).split())


def _plain(token: Token) -> str:
    return token.text if token.kind is Kind.TEXT else " " if token.kind in (Kind.SPACE, Kind.TIE) else ""
