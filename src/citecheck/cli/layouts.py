"""``citecheck show layout``: what the reader of a document makes of it, before its text is parsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from citecheck.errors import UsageError

if TYPE_CHECKING:
    from citecheck.cli.common import Inputs
    from citecheck.model.layout import Block, Inline, Layout

__all__ = ["layouts_data", "layouts_of", "layouts_text"]

Layouts = Sequence[tuple[str, "Layout"]]


def layouts_of(inputs: Inputs) -> Layouts:
    """The layouts of the documents among the inputs, each with its path. Raises UsageError where there is none."""
    from citecheck.read.documents import read_layout
    from citecheck.read.readers import is_document

    documents = [path for path in inputs.texts if is_document(path)]
    if not documents:
        raise UsageError("show layout: files of text have no layout: name a document such as report.docx")
    return [(path, read_layout(path, rejected=inputs.rejected)) for path in documents]


def layouts_text(layouts: Layouts) -> str:
    """The layouts for people: one line for each block and each note."""
    from citecheck.report.visible import visible

    return "".join(f"{visible(line)}\n" for path, layout in layouts for line in _lines(path, layout))


def layouts_data(layouts: Layouts) -> dict[str, Any]:
    """The layouts for programs."""
    return {
        "schema": "citecheck/show/1",
        "stage": "layout",
        "documents": [
            {
                "path": path,
                "lang": layout.lang,
                "title": layout.title or None,
                "remarks": list(layout.remarks),
                "blocks": [_block(block) for block in layout.blocks],
                "notes": [
                    {
                        "note_id": note.note_id,
                        "printed": note.printed,
                        "kind": note.kind.value,
                        "custom": note.custom,
                        "blocks": [_block(block) for block in note.blocks],
                    }
                    for note in layout.notes
                ],
            }
            for path, layout in layouts
        ],
    }


def _lines(path: str, layout: Layout) -> Iterator[str]:
    declared = f" ({layout.lang})" if layout.lang else ""
    yield f"{path}{declared}: {len(layout.blocks)} blocks, {len(layout.notes)} notes"
    for block in layout.blocks:
        level = f" {block.level}" if block.level else ""
        number = f"{block.number} " if block.number else ""
        where = f"{block.file or path}:{block.line}" if block.line else f"¶{block.paragraph}"
        yield f"  {where} {block.role.value}{level}: {number}{_words(block)}"
    for note in layout.notes:
        kind = f"{note.kind.value}, by hand" if note.custom else note.kind.value
        yield f"  {note.note_id} ({kind}, printed {note.printed}): {' '.join(map(_words, note.blocks))}"


def _words(block: Block) -> str:
    """The words of a block, each mark as the note that it calls in brackets."""
    from citecheck.model.layout import Call

    return "".join(f"[{one.note_id}]" if isinstance(one, Call) else one.text for one in block.inlines)


def _block(block: Block) -> dict[str, Any]:
    return {
        "role": block.role.value,
        "part": block.part,
        "paragraph": block.paragraph,
        "level": block.level or None,
        "number": block.number or None,
        **_lines_of(block, block.line),
        "inlines": [_inline(one) for one in block.inlines],
    }


def _inline(inline: Inline) -> dict[str, Any]:
    from citecheck.model.layout import Call

    if isinstance(inline, Call):
        return {"note_id": inline.note_id, "at": inline.at, **_lines_of(inline, inline.line)}
    shapes = {"italic": inline.italic, "raised": inline.raised, "target": inline.target}
    shown = {name: shape for name, shape in shapes.items() if shape}
    return {"text": inline.text, "at": inline.at, **shown, **_lines_of(inline, inline.line)}


def _lines_of(piece: Block | Inline, line: int) -> dict[str, Any]:
    """Where a piece stands in a document that is written in lines."""
    return {"file": piece.file or None, "line": line, "column": piece.column} if line else {}
