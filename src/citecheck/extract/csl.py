"""The bibliography as CSL-JSON, which Zotero, pandoc and citeproc read: ``bibliography.json``, and the export.

One item stands for one source: an entry in which two were glued together makes two. In ``bibliography.json`` every item
has under ``custom`` what is needed to rebuild its entry exactly; the export goes without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from citecheck.extract.encoding import encode
from citecheck.extract.exported import Exported
from citecheck.extract.footnotes import layout
from citecheck.model.document import Document, Entry
from citecheck.model.reference import CSL_FIELDS, CSL_TYPES, Person, Reference

OTHERS = {"literal": "others"}
"""How "et al." stands in a list of names, as pandoc writes it."""

ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Keyed(Struct, frozen=True):
    """A source of a bibliography under the key that it has in ``bibliography.json``. ``index`` is its place in the entry;
    an entry of which nothing could be told has no reference."""

    key: str
    lang: str
    entry: Entry
    index: int
    reference: Reference | None


def keyed(documents: Sequence[Document]) -> Iterator[Keyed]:
    """The sources of all entries in order, each with a key of its own: ``fr-18``, ``fr-23-2`` for entry 23's second."""
    taken: set[str] = set()
    for document in documents:
        for entry in document.entries:
            for index, reference in enumerate(entry.references or (None,)):
                key = f"{document.lang}-{entry.entry_id}" + (f"-{index + 1}" if index else "")
                while key in taken:
                    key += "+"
                taken.add(key)
                yield Keyed(key, document.lang, entry, index, reference)


def csl_items(documents: Sequence[Document]) -> list[dict[str, Any]]:
    """The items of ``bibliography.json``: one for every source of every entry, with the entry under ``custom``."""
    versions = encode(documents)["versions"]
    encoded = {
        (document.lang, id(entry)): data
        for document in documents
        for entry, data in zip(document.entries, versions[document.lang]["entries"], strict=True)
    }
    return [_item(one) | {"custom": _custom(one, encoded[one.lang, id(one.entry)])} for one in keyed(documents)]


def bibliography_json(documents: Sequence[Document]) -> str:
    """The text of ``bibliography.json``, one value per line."""
    return layout(csl_items(documents), 2, "custom") + "\n"


def csl_export(sources: Sequence[Exported]) -> str:
    """Sources as plain CSL-JSON for other programs."""
    return layout([{"id": one.key, "language": one.lang} | csl_reference(one.reference) for one in sources], 2) + "\n"


def _item(one: Keyed) -> dict[str, Any]:
    return {"id": one.key, "language": one.lang} | (
        {"type": "document"} if one.reference is None else csl_reference(one.reference)
    )


def _custom(one: Keyed, encoded: dict[str, Any]) -> dict[str, Any]:
    entry = one.entry
    custom = {
        "number": entry.number,
        "entry_id": entry.entry_id,
        "further_reading": entry.further_reading,
        "section": entry.section,
        **encoded,
        "file": entry.span.path,
    }
    del custom["references"]
    if one.reference is not None:
        custom["reference"] = encoded["references"][one.index]
    return custom


def csl_reference(reference: Reference) -> dict[str, Any]:
    """A reference's type, names, dates and other fields as CSL-JSON has them, without ``id``."""
    found: dict[str, Any] = {"type": reference.type if reference.type in CSL_TYPES else "document"}
    names = [_name(person) for person in reference.authors] + ([OTHERS] if reference.et_al else [])
    if names:
        found["author"] = names
    if issued := _issued(reference):
        found["issued"] = issued
    if reference.suffix:
        found["year-suffix"] = reference.suffix
    for name, key in CSL_FIELDS.items():
        if (value := getattr(reference, name)) is not None:
            found[key] = value
    if accessed := _date(reference.accessed):
        found["accessed"] = accessed
    return found


def _name(person: Person) -> dict[str, str]:
    if person.corporate:
        return {"literal": person.family}
    return {"family": person.family} | ({"given": person.given} if person.given else {})


def _issued(reference: Reference) -> dict[str, Any] | None:
    if reference.date is None and reference.year and ISO.fullmatch(reference.year):
        # Only the year could be read; as a string it reads back as one that is no date.
        return {"date-parts": [[reference.year]]}
    return _date(reference.date or reference.year)


def _date(text: str | None) -> dict[str, Any] | None:
    """A date as parts where it is one, otherwise (``n.d.``, a date in words) as it is."""
    if text is None:
        return None
    if match := ISO.fullmatch(text):
        # A year as a number loses its leading zeros, and CSL allows strings.
        year, *rest = (part for part in match.groups() if part is not None)
        return {"date-parts": [[int(year) if year[0] != "0" else year, *map(int, rest)]]}
    return {"literal": text}
