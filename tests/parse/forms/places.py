"""The places where a reference may stand, and the marks its title may bear."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from citecheck.model.document import Document
from citecheck.model.reference import CitationKind, Reference
from citecheck.model.source import Source, Span, Version
from citecheck.parse import parse
from tests.parse.forms.styles import Style


def read(text: str) -> Document:
    source = Source("a.md", text)
    return parse(Version("en", (Span(source, 0, len(text)),)))


def _entries(body: str) -> list[Reference]:
    document = read(f"# Report\n\nText.\n\n## Bibliography\n\n{body}\n")
    return [reference for entry in document.entries for reference in entry.references]


def _notes(body: str) -> list[Reference]:
    [note] = read(f"# Report\n\nThe text says so.[^1]\n\n[^1]: {body}\n").notes
    return [
        citation.reference for citation in note.citations if citation.kind is CitationKind.FULL and citation.reference
    ]


def _wrapped(text: str) -> str:
    words = text.split(" ")
    return "\n".join(" ".join(words[at : at + 6]) for at in range(0, len(words), 6))


FIRST_NAME = re.compile(r"[^“«‘*]+?(?=,|\. (?=[A-Z*“])|\.?\s?\(|:| and | et | & | / )")


def _bold_name(text: str) -> str:
    """The reference with the name of its first author in bold letters."""
    name = FIRST_NAME.match(text)
    return f"**{name.group()}**{text[name.end() :]}" if name else text


def _bold(text: str) -> str:
    return f"**{text.replace('**', '')}**"


PLACES: Mapping[str, Callable[[str, str], list[Reference]]] = {
    "entry": lambda first, second: _entries(f"{first}\n\n{second}"),
    "note": lambda first, second: _notes(first),
    "note, behind another": lambda first, second: _notes(f"{second.rstrip('.')}; {first}")[1:],
    "glued": lambda first, second: _entries(f"{second} {first}")[1:],
    "one a line": lambda first, second: _entries(f"{first}\n{second}\n{first}\n{second}")[2:3],
    "inside a link": lambda first, second: _entries(f"[{first}](https://example.org/x)\n\n{second}"),
    "bold": lambda first, second: _entries(f"{_bold(first)}\n\n{second}"),
    "bold name": lambda first, second: _entries(f"{_bold_name(first)}\n\n{second}"),
    "bulleted": lambda first, second: _entries(f"- {first}\n- {second}"),
    "wrapped": lambda first, second: _entries(f"{_wrapped(first)}\n\n{_wrapped(second)}"),
    "wrapped in a note": lambda first, second: _notes(_wrapped(first)),
}


Said = tuple[tuple[str, ...], str | None, str]
"""Family names, year and title, as they are compared."""


def said(reference: Reference, style: Style) -> Said:
    """What a reading says, names by the family names that it must have: which of two names in full is the family's, no text
    tells."""
    names = []
    for number, person in enumerate(reference.authors):
        whole = f"{person.given} {person.family}"
        family = style.authors[number] if number < len(style.authors) else ""
        known = family and re.search(rf"\b{family}\b", whole, re.IGNORECASE) and len(whole.split()) <= 4
        names.append(family if known else whole)
    return tuple(names), reference.year, (reference.title or "").strip(" .,")


def wanted(style: Style) -> Said:
    return style.authors, style.year, style.title
