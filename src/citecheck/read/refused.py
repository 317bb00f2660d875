"""Files in a format that is not read: refused by name and by what they begin with, and never taken for Markdown.

Markup of another language would be read as text: its commands as words, its notes not at all.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from citecheck.errors import InputError

__all__ = ["refuse_other_formats"]

NAMES = {
    "an old Word document": (".doc", ".dot"),
    "AsciiDoc": (".adoc", ".asciidoc"),
    "XML": (".xml", ".dbk", ".docbook", ".jats", ".tei"),
    "MediaWiki text": (".wiki", ".mediawiki"),
    "Textile": (".textile",),
    "an Apple Pages document": (".pages",),
}
"""Formats of texts with the endings of their files."""
BY_ENDING = {ending: name for name, endings in NAMES.items() for ending in endings}
READ_AS = {"HTML": ".html", "a Jupyter notebook": ".ipynb", "LaTeX": ".tex", "RTF": ".rtf"}
"""What is read under its own name."""
NO_READER = frozenset(("an Apple Pages document",))
"""What pandoc does not read either."""

BEGUN = 4000
"""Characters in which a text shows what it is."""
MARKUP = re.compile(
    r"""
    \A[\ufeff\s]*(?:
        (?P<HTML>(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->)){0,1000}-->\s*)?(?:<!doctype\s+html\b|<html\b))
      | (?P<XML><\?xml\b)
      | (?P<RTF>\{\\rtf\d)
      | (?P<LaTeX>(?:%[^\n]*\n\s*){0,99}\\document(?:class|style)\b)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
NOTEBOOK = re.compile(r'\A\s*\{[^\n]{0,200}\s*"(?:cells|nbformat|metadata)"\s*:')


def refuse_other_formats(path: str, text: str = "") -> None:
    """Raises InputError where the file at ``path`` is in a format that is not read, as its name or its text tells."""
    named = BY_ENDING.get(PurePath(path).suffix.lower())
    name = named or _by_text(text)
    if name is None:
        return
    if name in READ_AS:
        raise InputError(
            f"{path} holds {name}: name the file so that it ends in {READ_AS[name]}, and it is read as that"
        )
    # Under a name that is not its format's, pandoc would misread the file, and might write over it.
    by_hand = named is None or name in NO_READER
    advice = "save its text as Markdown first" if by_hand else f"{_command(path)} makes Markdown of it"
    raise InputError(f"{path} is {name}, which citecheck does not read: {advice}")


def _by_text(text: str) -> str | None:
    """The format that a text begins in, where it is none that is read."""
    begun = MARKUP.match(text, 0, BEGUN)
    if begun is not None:
        return begun.lastgroup
    return "a Jupyter notebook" if NOTEBOOK.match(text, 0, BEGUN) and '"nbformat"' in text else None


def _command(path: str) -> str:
    """How pandoc is called for a file."""
    quoted = f'"{path}"' if " " in path else path
    made = PurePath(path).with_suffix(".md").name
    return f"""'pandoc -t markdown -o {f'"{made}"' if " " in made else made} {quoted}'"""
