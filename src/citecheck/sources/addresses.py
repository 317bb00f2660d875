"""Addresses of registries: a path and a query that hold nothing of a report but what names a work."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

__all__ = ["address", "words_of"]

from citecheck.model.sources import Subject

LONGEST = 300
"""Characters of a title that are sent."""


def address(host: str, path: str, query: Mapping[str, str | None] | None = None) -> str:
    """``https://host/path?query``; what is empty is left out."""
    kept = {name: value for name, value in (query or {}).items() if value}
    return f"https://{host}{quote(path, safe='/:()')}" + (f"?{urlencode(kept)}" if kept else "")


def words_of(subject: Subject, *, year: bool = True) -> str:
    """What names a work to who searches: its title, its first author and its year."""
    first = subject.authors[0].family if subject.authors else ""
    parts = (subject.sought[:LONGEST], first, str(subject.year) if year and subject.year else "")
    return " ".join(filter(None, parts))
