"""Reading the data files back: ``footnotes.json`` and ``bibliography.json`` to Documents with sparse sources."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from citecheck.errors import InputError
from citecheck.model.codec import Malformed, decode
from citecheck.model.credentials import masked
from citecheck.model.document import Document

FOOTNOTES, BIBLIOGRAPHY = "footnotes.json", "bibliography.json"
SCHEMA = "citecheck/footnotes/1"
AGAIN = "write it anew with `citecheck extract PATH… -o {folder}`"


def read_data(folder: Path) -> tuple[Document, ...]:
    """The documents that were extracted to ``folder``: every value as it was, without the running text.

    Raises InputError where a file is missing, damaged or not what ``citecheck extract`` writes.
    """
    footnotes_path, bibliography_path = folder / FOOTNOTES, folder / BIBLIOGRAPHY
    data = _load(footnotes_path)
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        said = data.get("schema") if isinstance(data, dict) else None
        found = f"its schema is {said!r}" if isinstance(said, str) else "it has no schema"
        raise _wrong(footnotes_path, f"{found}, citecheck reads {SCHEMA!r}")
    entries = _entries(bibliography_path, data)
    try:
        return decode({**data, "versions": _with_entries(data.get("versions"), entries)})
    except Malformed as error:
        # One decoder reads both files; its message begins with the place.
        path = bibliography_path if ".entries[" in str(error) else footnotes_path
        raise _wrong(path, str(error)) from None


def _with_entries(versions: Any, entries: dict[str, list[dict[str, Any]]]) -> Any:
    if not isinstance(versions, dict):
        return versions
    return {
        lang: {**version, "entries": entries.get(lang, [])} if isinstance(version, dict) else version
        for lang, version in versions.items()
    }


def _entries(path: Path, data: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The encoded entries by language. An entry with several references stands in several items."""
    items = _load(path)
    if not isinstance(items, list):
        raise _wrong(path, "an array is expected")
    versions, sources = data.get("versions"), data.get("sources")
    langs = set(versions) if isinstance(versions, dict) else set()
    files: dict[str, int] = {}
    for index, source in enumerate(sources if isinstance(sources, list) else []):
        if isinstance(source, dict):
            files.setdefault(str(source.get("path")), index)
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for index, item in enumerate(items):
        custom = item.get("custom") if isinstance(item, dict) else None
        lang = item.get("language") if isinstance(item, dict) else None
        if not isinstance(custom, dict) or not isinstance(entry_id := custom.get("entry_id"), str):
            raise _wrong(path, f"item {index + 1} lacks what citecheck writes under `custom`")
        if not isinstance(lang, str) or lang not in langs:
            raise _wrong(path, f"item {index + 1} is in a language that {FOOTNOTES} lacks")
        if custom.get("file") not in files:
            raise _wrong(path, f"item {index + 1} is from a file that {FOOTNOTES} lacks")
        entry = found.setdefault((lang, entry_id), {**custom, "file": files[custom["file"]], "references": []})
        if "reference" in custom:
            entry["references"].append(custom["reference"])
    by_lang: dict[str, list[dict[str, Any]]] = {}
    for (lang, _), entry in found.items():
        by_lang.setdefault(lang, []).append(entry)
    return by_lang


def _load(path: Path) -> Any:
    try:
        # What an earlier version wrote may have passwords in its addresses.
        return json.loads(masked(path.read_bytes().decode("utf-8-sig"))[0])
    except FileNotFoundError:
        raise InputError(f"{path} does not exist: {AGAIN.format(folder=path.parent)}") from None
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror or error}): check its permissions") from None
    except json.JSONDecodeError as error:
        raise _wrong(path, f"line {error.lineno}: broken JSON, {error.msg}") from None
    except UnicodeDecodeError:
        raise _wrong(path, "it is not in UTF-8") from None
    except (ValueError, RecursionError):
        raise _wrong(path, "broken JSON: a number is too long or the nesting too deep") from None


def _wrong(path: Path, what: str) -> InputError:
    return InputError(f"{path} is damaged or not from citecheck ({what}): {AGAIN.format(folder=path.parent)}")
