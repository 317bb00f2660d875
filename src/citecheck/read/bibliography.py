"""Reading a bibliography that another program keeps: BibTeX (``.bib``) or CSL-JSON (``.json``) to entries.

What cannot be read becomes an `Unreadable` at its place.
"""

from __future__ import annotations

from pathlib import Path

from citecheck.errors import InputError
from citecheck.model.document import Unreadable
from citecheck.model.frontmatter import is_bibliography
from citecheck.model.source import Span
from citecheck.read.bibtex import bibtex_entries
from citecheck.read.csl import csl_entries
from citecheck.read.entries import Entries
from citecheck.read.files import read_source

__all__ = ["read_bibliography"]


def read_bibliography(path: Path, raw: bytes | None = None) -> Entries:
    """The entries of a ``.bib`` or CSL-JSON file, in order, and what of it could not be read.

    ``raw`` are its bytes where these are at hand. An entry's ``entry_id`` is its key, its span the block or item that describes it. Raises InputError where the file
    cannot be opened or is neither of the two.
    """
    if not is_bibliography(path):
        raise InputError(
            f"{path} is no bibliography that citecheck reads: give a .bib file or CSL-JSON in a .json file"
        )
    source = read_source(str(path), raw, joined=False)
    found = bibtex_entries(source) if path.suffix.casefold() == ".bib" else csl_entries(source)
    if not any(found):
        return (), (Unreadable(Span(source, 0, 0), "the file holds no entries"),)
    return found
