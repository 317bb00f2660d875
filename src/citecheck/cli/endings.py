"""Formats by the endings of file names: ``--output audit.html`` writes HTML where nobody says a format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from citecheck.cli.common import TextOrJson
from citecheck.errors import UsageError
from citecheck.read.identity import STANDARD

__all__ = ["ENDINGS", "format_by_ending", "shown_format"]

ENDINGS: Mapping[str, tuple[str, ...]] = {
    "text": (".txt", ".log"),
    "json": (".json",),
    "sarif": (".sarif",),
    "junit": (".xml",),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm"),
    "csv": (".csv",),
    "xlsx": (".xlsx",),
    "xliff": (".xlf", ".xliff"),
    "bibtex": (".bib",),
    "csl-json": (".json",),
    "csl-yaml": (".yaml", ".yml"),
    "ris": (".ris",),
}
"""The endings that each format's files have; a format that is not here has to be said."""


def format_by_ending(file: str, formats: Iterable[str], option: str = "--format") -> str:
    """The one of a command's ``formats`` that the name of a file ends in (``audit.html``).

    A name without an ending, as those of devices and pipes, means text. Raises UsageError where none of the formats has
    the ending: nobody expects plain text in a file that is named after something else.
    """
    known = {ending: name for name in formats for ending in ENDINGS.get(name, ())}
    ending = PurePath(file).suffix
    if not ending and "text" in formats:
        return "text"
    try:
        return known[ending.lower()]
    except KeyError:
        what = f"nothing that is written here ends in {ending}" if ending else "the name has no ending"
        raise UsageError(
            f"--output {file}: {what}: end the name in {', '.join(sorted(known))}, or say {option}"
        ) from None


def shown_format(said: TextOrJson | None, output: str | None) -> TextOrJson:
    """The format of what is shown: as it is said, else as the name of the file ends, else text. Raises UsageError."""
    return said or TextOrJson(format_by_ending(output or STANDARD, [one.value for one in TextOrJson]))
