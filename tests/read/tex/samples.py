"""Small LaTeX documents, and what is read of them."""

from __future__ import annotations

from pathlib import Path

from citecheck.model.layout import Block, Call, Layout
from citecheck.read.tex import layout
from citecheck.read.tex.files import Files
from citecheck.read.tex.state import State
from citecheck.read.tex.tokens import Slice, tokens

NOWHERE = "/nonexistent/main.tex"


def laid(text: str, path: Path | str = NOWHERE) -> Layout:
    """What is read of a text that is the file at ``path``, which need not be there."""
    return layout(str(path), text.encode())


def document(body: str, preamble: str = "", kind: str = "article", given: str = "") -> str:
    """A whole document."""
    return f"\\documentclass[{given}]{{{kind}}}\n{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"


def shown(block: Block) -> str:
    """The words of a block, each mark as the note in brackets, italic ones between slashes, raised ones behind a caret."""
    pieces = []
    for one in block.inlines:
        if isinstance(one, Call):
            pieces.append(f"[{one.note_id}]")
        else:
            sign = "/" if one.italic else ""
            pieces.append(f"{sign}{'^' if one.raised else ''}{one.text}{sign}")
    return "".join(pieces)


def texts(text: str) -> list[str]:
    """The blocks of a text."""
    return [shown(block) for block in laid(text).blocks]


def notes(text: str) -> dict[str, str]:
    """The notes of a text by their identifiers."""
    return {note.note_id: " ".join(map(shown, note.blocks)) for note in laid(text).notes}


def state(text: str = "", path: str = NOWHERE) -> State:
    """A document at its beginning, with a text to read."""
    made = State(Files(path, b"", {}), {})
    made.begun = True
    held = tokens(text, "")
    made.stream.push(Slice(held, 0, len(held.items)), path)
    return made


def piece(text: str) -> Slice:
    """All tokens of a text."""
    made = tokens(text, "")
    return Slice(made, 0, len(made.items))
