"""The addresses of sources that a text cites from a bibliography file, at their places in it: they will be printed with the text, so
what is said of printed ones holds for them, too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from citecheck.model.document import Document, Entry, Url

__all__ = ["addresses_of"]

ADDRESS = re.compile(r"https?://[^\s{}<>\\]{4,2000}", re.IGNORECASE)
"""An address that stands for one: a database also keeps several in one field, or what its program made of one."""
ESCAPED = re.compile(r"\\(?=[_%&#~])")
"""A backslash before a sign that means something in LaTeX, and is meant as it is in an address."""


def addresses_of(document: Document, cited: Set[str]) -> Iterator[Url]:
    """The address of each entry of a bibliography file that is one of the ``cited``, where the file has it as it is, or with
    its signs escaped as in BibTeX (``\\_``)."""
    printed = {id(entry) for entry in document.printed_entries}
    for entry in document.entries:
        if entry.entry_id in cited and id(entry) not in printed:
            yield from _addresses(entry)


def _addresses(entry: Entry) -> Iterator[Url]:
    """The addresses of an entry where it stands in its file."""
    for target in (ESCAPED.sub("", reference.url) for reference in entry.references if reference.url):
        pattern = "".join(rf"\\?{re.escape(sign)}" for sign in target) if ADDRESS.fullmatch(target) else "(?!)"
        written = re.search(rf"(?<=[\s{{\"]){pattern}(?=[\s}}\"]|$)", entry.span.text)
        if written is not None:
            yield Url(entry.span.part(*written.span()), target)
