"""Path to Source: all knowledge of file formats ends here."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from citecheck.errors import InputError
from citecheck.model.document import Document, Entry
from citecheck.model.frontmatter import front_bibliographies
from citecheck.model.source import Source, Version
from citecheck.read.data import read_data
from citecheck.read.databases import is_bibliography, read_bibliography
from citecheck.read.databases.kept import kept_entries
from citecheck.read.documents import read_document
from citecheck.read.identity import identities
from citecheck.read.including import read_including
from citecheck.read.named import names_a_file
from citecheck.read.readers import is_document
from citecheck.read.versions import check_language, versions

__all__ = ["read", "read_data", "read_entries", "with_bibliography"]


def read(
    paths: Sequence[str],
    *,
    langs: Sequence[tuple[str, str]] = (),
    stdin: bytes | None = None,
    contents: Mapping[str, bytes] | None = None,
    rejected: bool = False,
) -> tuple[Version, ...]:
    """The language versions of one report: ``paths`` in reading order, then files whose language is said.

    ``contents`` are bytes to read instead of those of the files with these paths; ``rejected`` takes tracked changes as rejected.
    Raises InputError where a file cannot be read, is named twice, or where there is no text at all.
    """
    _refuse_twice([*paths, *(path for _, path in langs)])
    held = {**({"-": stdin} if stdin is not None else {}), **(contents or {})}
    sources = _whole([(_source(path, held, rejected), None) for path in paths])
    said = [(_source(path, held, rejected), check_language(lang)) for lang, path in langs]
    everything = [*sources, *said]
    if everything and not any(source.text.strip() for source, _ in everything):
        raise InputError(f"{everything[0][0].path} is empty: there is nothing to audit")
    return versions(everything)


def _source(path: str, held: Mapping[str, bytes], rejected: bool) -> Source:
    """The text of a file: a document by its reader, anything else as text."""
    raw = held.get(path)
    if is_document(path):
        return read_document(path, raw, rejected=rejected, contents=held)
    return read_including(path, raw, held)


def _whole(sources: list[tuple[Source, None]]) -> list[tuple[Source, None]]:
    """The sources without those that another one includes: they are read with it."""
    included = {os.path.realpath(path) for source, _ in sources for path in source.paths if path != source.path}
    return [one for one in sources if not included or os.path.realpath(one[0].path) not in included]


def _refuse_twice(paths: Sequence[str]) -> None:
    """Raises InputError where a file is named twice, under one name or two."""
    known: dict[object, str] = {}
    for path in paths:
        same = {path, *identities(path)}
        before = path if path in known else next((known[one] for one in same if one in known), None)
        if before is not None:
            also = "" if before == path else f" (also as {before})"
            raise InputError(f"{path} is named twice{also}: name each file once")
        known |= dict.fromkeys(same, path)


def _named_bibliographies(documents: Sequence[Document]) -> tuple[str, ...]:
    """The bibliography files that the front matter of texts without printed entries names, in their folders or below them."""
    named: list[str] = []
    for source in (source for document in documents if not document.entries for source in document.sources):
        folder = Path(source.path).parent
        for name in front_bibliographies(source.front):
            beside = folder / name
            if is_bibliography(beside) and names_a_file(beside) and beside.resolve().is_relative_to(folder.resolve()):
                named.append(str(beside))
    return tuple(dict.fromkeys(named))


def with_bibliography(
    documents: Sequence[Document], paths: Sequence[str], contents: Mapping[str, bytes] | None = None
) -> tuple[Document, ...]:
    """The documents with the entries of bibliography files in place of printed ones; without a path, of the files
    beside the text that its front matter names, or those that a reference manager keeps in it, or else as they are.

    Blocks of a file that cannot be read are kept as such. Of entries with one key in two files the first counts.
    """
    paths = tuple(dict.fromkeys(paths)) or _named_bibliographies(documents)
    if not paths:
        return tuple(_with_kept(document) for document in documents)
    files = [read_bibliography(Path(path), (contents or {}).get(path)) for path in paths]
    entries = _first_of_keys(entry for listed, _ in files for entry in listed)
    broken = tuple(
        replace(one, what="bibliography") if one.what == "text" else one
        for _, unreadable in files
        for one in unreadable
    )
    held = tuple(dict.fromkeys([*(one.span.source for one in entries), *(one.span.source for one in broken)]))
    return tuple(
        replace(
            document,
            entries=entries,
            sources=(*document.sources, *held),
            unreadable=(*document.unreadable, *broken),
            missing=tuple(one for one in document.missing if one.what != "bibliography" or not entries),
            bibliography_heading=None,
        )
        for document in documents
    )


def read_entries(paths: Sequence[str], contents: Mapping[str, bytes] | None = None) -> tuple[Entry, ...]:
    """The entries of bibliography files; of those with one key in two files the first counts."""
    return _first_of_keys(
        entry for path in paths for entry in read_bibliography(Path(path), (contents or {}).get(path))[0]
    )


def _first_of_keys(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    first: dict[str, Entry] = {}
    for entry in entries:
        first.setdefault(entry.entry_id, entry)
    return tuple(first.values())


def _with_kept(document: Document) -> Document:
    """A document that prints no bibliography with the sources that a reference manager keeps in it."""
    if document.entries or not any(source.items for source in document.sources):
        return document
    entries = _first_of_keys(entry for source in document.sources for entry in kept_entries(source))
    held = tuple(dict.fromkeys(entry.span.source for entry in entries))
    missing = tuple(one for one in document.missing if one.what != "bibliography" or not entries)
    return replace(document, entries=entries, sources=(*document.sources, *held), missing=missing)
