"""Jupyter notebooks (nbformat 3 and 4): their Markdown cells as one text, each line with its cell; code and its output are no text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from citecheck.errors import InputError
from citecheck.model.source import Anchor, Source
from citecheck.read.files import decoded, moved, read_source

__all__ = ["ENDINGS", "NAME", "source"]

NAME = "Jupyter notebook"
ENDINGS = (".ipynb",)

BETWEEN = "\n\n"
"""What stands between two cells."""
FRONT = "---"
"""How a raw cell begins that holds the front matter of a notebook for Quarto."""


def source(path: str, raw: bytes) -> Source:
    """The text of the Markdown cells, in their order. Raises InputError where ``raw`` is no notebook."""
    text, _ = decoded(raw, path)
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} is no notebook, which is JSON: {_reason(error)}; save it anew") from None
    pieces: list[str] = []
    begun: list[tuple[int, int, int]] = []
    at = 0
    for number, cell in _cells(whole, path):
        for line, words in enumerate(cell.split("\n"), 1):
            begun.append((at, number, line))
            pieces.append(f"{words}\n")
            at += len(words) + 1
        pieces.append(BETWEEN)
        at += len(BETWEEN)
    read = read_source(path, "".join(pieces).encode("utf-8", "replace"))
    anchors = (Anchor(moved(offset, read.composed), f"cell {number}", line, at=0) for offset, number, line in begun)
    return replace(read, sha256=hashlib.sha256(raw).hexdigest(), anchors=tuple(anchors))


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, ValueError) else "it is nested too deep"


def _cells(whole: Any, path: str) -> Iterator[tuple[int, str]]:
    """The number of each cell that holds text, counted with all cells from 1, and that text."""
    cells = whole.get("cells") if isinstance(whole, dict) else None
    if cells is None and isinstance(whole, dict) and isinstance(whole.get("worksheets"), list):
        cells = [one for sheet in whole["worksheets"] if isinstance(sheet, dict) for one in sheet.get("cells") or ()]
    if not isinstance(cells, list):
        raise InputError(f"{path} is no notebook: it has no cells; save it anew")
    for number, cell in enumerate(cells, 1):
        text = _text(cell) if isinstance(cell, dict) else None
        if text is not None and text.strip():
            yield number, text.replace("\r\n", "\n").replace("\r", "\n")


def _text(cell: Mapping[str, Any]) -> str | None:
    """The text of a cell of Markdown, of a heading (nbformat 3) or of front matter; None of any other."""
    held = cell.get("source")
    text = "".join(map(str, held)) if isinstance(held, list) else held
    if not isinstance(text, str):
        return None
    match cell.get("cell_type"):
        case "markdown":
            return text
        case "heading":
            level = cell.get("level")
            return f"{'#' * (level if isinstance(level, int) and 1 <= level <= 6 else 1)} {text}"
        case "raw" if text.startswith(FRONT):
            return text
    return None
