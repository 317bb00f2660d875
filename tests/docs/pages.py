"""The pages of the manual, and the commands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
"""The pages that people write; those of the rules are generated, and decisions show no commands."""


class Block(NamedTuple):
    """A block of code: what its fence says, its text, and its first line in the page."""

    info: str
    text: str
    line: int


class Command(NamedTuple):
    """A command as a page shows it, with what it prints there."""

    words: str
    shown: str
    line: int


def blocks(page: Path, *infos: str) -> list[Block]:
    """The fenced blocks of a page with one of these words on their fences."""
    tokens = MarkdownIt().parse(page.read_text(encoding="utf-8"))
    return [
        Block(token.info.strip(), token.content, token.map[0] + 2)
        for token in tokens
        if token.type == "fence" and token.map and token.info.strip() in infos
    ]


def commands(page: Path) -> Iterator[Command]:
    """The commands of the ``console`` blocks: lines after ``$``, each with the lines below it."""
    for block in blocks(page, "console"):
        assert block.text.startswith("$ "), f"{page.name}:{block.line}: begins with no command"
        for match in re.finditer(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block.text, re.MULTILINE):
            yield Command(match[1], match[2], block.line + block.text.count("\n", 0, match.start()))


def named(page: Path) -> Iterator[tuple[int, str]]:
    """Every call of citecheck that a page names, in blocks of code and in running text, with its line."""
    for block in blocks(page, "sh", "console", "yaml"):
        for at, line in enumerate(re.sub(r"\\\n\s*", "", block.text).splitlines()):
            if match := re.match(r"\s*(?:\$ |- run: |- |run: )?citecheck ([a-z-].*)", line):
                yield block.line + at, match[1]
    text = page.read_text(encoding="utf-8")
    for token in MarkdownIt().enable("table").parse(text):
        for child in token.children or ():
            if child.type == "code_inline" and (match := re.fullmatch(r"citecheck ([a-z-].*)", child.content)):
                yield (token.map or [0])[0] + 1, match[1]
