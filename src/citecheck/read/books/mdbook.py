"""Books of mdBook: the chapters that ``SUMMARY.md`` links to, in the folder that ``book.toml`` names."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

from citecheck.errors import InputError
from citecheck.model.source import Source
from citecheck.read.books import Chapters
from citecheck.read.files import read_source
from citecheck.read.toml import TomlError, parse_toml

__all__ = ["FILE", "chapters"]

FILE = "book.toml"
FOLDER = "src"
SUMMARY = "SUMMARY.md"
LINK = re.compile(r"\[[^\[\]\n]{0,500}\]\((?P<target>[^()\s#]{1,500}\.md)\)", re.IGNORECASE)


def chapters(folder: Path, source: Source) -> Chapters:
    """The chapters of the summary, each in its order; drafts without a file have none."""
    try:
        settings = parse_toml(source.text)
    except TomlError as error:
        raise InputError(f"{source.path}:{error.line}:{error.column}: is no TOML: {error.problem}") from None
    book = settings.get("book")
    below = str(book.get("src", FOLDER)) if isinstance(book, dict) else FOLDER
    summary = folder / below / SUMMARY
    if not summary.resolve().is_relative_to(folder.resolve()) or not summary.is_file():
        raise InputError(f"{source.path} is of a book without {below}/{SUMMARY}: name the files to check")
    targets = (unquote(match["target"]) for match in LINK.finditer(read_source(str(summary)).text))
    return Chapters(tuple(f"{below}/{target}" for target in targets if "://" not in target))
