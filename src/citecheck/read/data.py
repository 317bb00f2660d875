"""Reading the data files back: ``footnotes.json`` and ``bibliography.json`` to Documents with sparse sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from citecheck.errors import InputError, MissingFileError
from citecheck.model.credentials import masked
from citecheck.model.document import Document, Entry
from citecheck.read.decoding import decode
from citecheck.read.files import read_bytes
from citecheck.read.kept import kept_places
from citecheck.read.values import Malformed, json_values, typed
from citecheck.wire import FOOTNOTES_SCHEMA, bibliography_type, item_type

FOOTNOTES, BIBLIOGRAPHY = "footnotes.json", "bibliography.json"
AGAIN = "write it anew with `citecheck extract PATH… -o {folder}`"


def read_data(folder: Path) -> tuple[Document, ...]:
    """The documents that were extracted to ``folder``: every value as it was, without the running text.

    Raises InputError where a file is missing, damaged or not what ``citecheck extract`` writes.
    """
    footnotes_path, bibliography_path = folder / FOOTNOTES, folder / BIBLIOGRAPHY
    data, footnotes = _load(footnotes_path)
    if not isinstance(data, dict) or data.get("schema") != FOOTNOTES_SCHEMA:
        said = data.get("schema") if isinstance(data, dict) else None
        found = f"its schema is {said!r}" if isinstance(said, str) else "it has no schema"
        raise _wrong(footnotes_path, f"{found}, citecheck reads {FOOTNOTES_SCHEMA!r}")
    items, bibliography = _load(bibliography_path)
    try:
        entries = _entries(items, data)
    except Malformed as error:
        raise _wrong(bibliography_path, str(error)) from None
    try:
        kept = kept_places(data.get("sources"), (footnotes_path, footnotes), (bibliography_path, bibliography))
        return decode(data, entries, kept)
    except Malformed as error:
        # Entries are looked at with all the rest; the message begins with the place.
        path = bibliography_path if ".entries[" in str(error).partition(" ")[0] else footnotes_path
        raise _wrong(path, str(error)) from None


def _entries(items: Any, data: Mapping[str, Any]) -> dict[str, list[Any]]:
    """The entries by language, as items of the shape's type. One with several references stands in several items."""
    versions, sources = data.get("versions"), data.get("sources")
    by_lang: dict[str, list[Any]] = {lang: [] for lang in (versions if isinstance(versions, dict) else ())}
    files: dict[str, int] = {}
    for index, source in enumerate(sources if isinstance(sources, list) else ()):
        if isinstance(source, dict):
            files.setdefault(str(source.get("path")), index)
    found: dict[tuple[str, str], tuple[Any, list[Any]]] = {}
    for index, item in enumerate(typed(items, bibliography_type())):
        custom = item.custom
        if item.language not in by_lang:
            raise Malformed(f"[{index}].language: {FOOTNOTES} has no version in {item.language!r}")
        if custom.file not in files:
            raise Malformed(f"[{index}].custom.file: {FOOTNOTES} has no source of that path")
        _, references = found.setdefault((item.language, custom.entry_id), (custom, []))
        references.append(custom.reference)
    for (lang, _), (custom, references) in found.items():
        by_lang[lang].append(_entry(custom, references, files[custom.file]))
    return by_lang


def _entry(custom: Struct, references: Sequence[Any], file: int) -> Any:
    """The item of an entry, which is as those of the other lists are."""
    values = {name: value for name, value in asdict(custom).items() if name != "reference"}
    return item_type(Entry)(**{**values, "file": file, "references": tuple(references)})


def _load(path: Path) -> tuple[Any, str]:
    """The values of a JSON file, and its text."""
    try:
        raw = read_bytes(str(path), AGAIN.format(folder=path.parent))
    except MissingFileError:
        raise InputError(f"{path} does not exist: {AGAIN.format(folder=path.parent)}") from None
    # What an earlier version wrote may have passwords in its addresses. Where it is no UTF-8, the reader says so.
    with suppress(UnicodeDecodeError):
        raw = masked(raw.decode("utf-8-sig"))[0].encode()
    try:
        return json_values(raw), raw.decode("utf-8-sig", "replace")
    except Malformed as error:
        raise _wrong(path, str(error)) from None


def _wrong(path: Path, what: str) -> InputError:
    return InputError(f"{path} is damaged or not from citecheck ({what}): {AGAIN.format(folder=path.parent)}")
