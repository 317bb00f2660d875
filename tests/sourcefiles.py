"""The program's own files, taken apart for tests of what they may do."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import citecheck

SOURCE = Path(citecheck.__file__).parent
FILES = sorted(SOURCE.rglob("*.py"))


def within(file: Path) -> str:
    """The path of a file below the package."""
    return file.relative_to(SOURCE).as_posix()


def nodes(file: Path, worth: str) -> Iterator[ast.AST]:
    """The nodes of a file's tree; none where its text lacks the pattern without which there is nothing to look for."""
    text = file.read_text(encoding="utf-8")
    if re.search(worth, text):
        yield from ast.walk(ast.parse(text))
