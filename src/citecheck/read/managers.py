"""What reference managers keep in the fields of office documents: the text that they printed, and its sources as CSL-JSON.

Zotero and Mendeley keep both as JSON beside the printed text (``plainCitation``, ``plainTextFormattedCitation``; a text that was edited
within Mendeley is its own, ``manualFormatting``; ``citationItems`` with their ``itemData``), EndNote as XML (``<DisplayText>``, ``<record>``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from citecheck.model.layout import ManagedField

__all__ = ["LONGEST", "managed_field"]

CITED = re.compile(r"\s*(?:ADDIN\s+)?(?P<manager>ZOTERO_ITEM|CSL_CITATION|Mendeley Citation)\b")
ENDNOTE = re.compile(r"\s*ADDIN EN\.CITE ")
DISPLAYED = re.compile(r"<DisplayText>(.*?)</DisplayText>", re.DOTALL)
RECORD = re.compile(r"<record>(.*?)</record>", re.DOTALL)
TAG = re.compile(r"</?[A-Za-z][^<>]{0,100}>")
LONGEST = 2_000_000
"""Characters of the longest code of a field that is looked into."""
MOST_RECORDS = 500
"""Sources of one field of EndNote that are read."""

ENDNOTE_FIELDS = {
    "title": "title",
    "secondary-title": "container-title",
    "publisher": "publisher",
    "pub-location": "publisher-place",
    "volume": "volume",
    "number": "issue",
    "pages": "page",
    "electronic-resource-num": "DOI",
}
"""What the elements of a record are in CSL."""
ENDNOTE_TYPES = {
    "0": "article-journal",
    "5": "chapter",
    "6": "book",
    "10": "paper-conference",
    "12": "webpage",
    "17": "article-journal",
    "19": "article-magazine",
    "23": "article-newspaper",
    "27": "report",
    "28": "book",
    "32": "thesis",
}
"""What EndNote's types are in CSL; any other is a ``document``."""


def managed_field(code: str) -> ManagedField | None:
    """What the code of a field, or the name of a mark, says that a reference manager printed there, and its sources; None for
    another field, and where it says nothing."""
    if len(code) > LONGEST:
        return None
    if ENDNOTE.match(code):
        displayed = DISPLAYED.search(code)
        items = tuple(_distinct(_endnote_items(code)))
        return ManagedField("EndNote", _plain(displayed[1]) if displayed else "", items) if displayed or items else None
    match = CITED.match(code)
    if match is None or "{" not in code:
        return None
    try:
        held, _ = json.JSONDecoder().raw_decode(code[code.index("{") :])
    except (ValueError, RecursionError):
        return None
    zotero = match["manager"] == "ZOTERO_ITEM"
    written = (
        _written(held, "properties", ("plainCitation",))
        if zotero
        else _written(held, "mendeley", ("manualFormatting", "plainTextFormattedCitation"))
    )
    items = tuple(_distinct(_csl_items(held)))
    return ManagedField("Zotero" if zotero else "Mendeley", written, items) if written or items else None


def _written(held: Any, place: str, names: tuple[str, ...]) -> str:
    """The text that a manager says it printed; empty where it says none."""
    inner = held.get(place) if isinstance(held, dict) else None
    said = (inner.get(name) for name in names) if isinstance(inner, dict) else iter(())
    return next((text for text in said if isinstance(text, str) and text.strip()), "")


def _csl_items(held: Any) -> Iterator[dict[str, Any]]:
    """The sources of a citation of Zotero's or Mendeley's, each with its identifier in the library."""
    cited = held.get("citationItems") if isinstance(held, dict) else None
    for one in cited if isinstance(cited, list) else ():
        data = one.get("itemData") if isinstance(one, dict) else None
        if not isinstance(data, dict):
            continue
        addresses = one.get("uris") or one.get("uri")
        known = addresses[0] if isinstance(addresses, list) and addresses else data.get("id", one.get("id"))
        if isinstance(known, str | int):
            yield data | {"id": str(known)}


def _endnote_items(code: str) -> Iterator[dict[str, Any]]:
    for record in list(RECORD.finditer(code))[:MOST_RECORDS]:
        item = _of_record(record[1])
        if item is not None:
            yield item


def _of_record(record: str) -> dict[str, Any] | None:
    """A record of EndNote as a CSL item; None where it has no number."""
    number = _element(record, "rec-number")
    if not number:
        return None
    authors = re.findall(r"<author>(.*?)</author>", _inside(record, "authors") or "", re.DOTALL)
    kind = re.search(r'<ref-type name="[^"]{0,60}">(\d+)</ref-type>', record)
    year, address = _element(record, "year"), _element(record, "url")
    item: Mapping[str, Any] = {
        "id": number,
        "type": ENDNOTE_TYPES.get(kind[1], "document") if kind else "document",
        "author": [_name(_plain(one)) for one in authors if _plain(one)],
        "issued": {"literal": year} if year and not year.isdecimal() else {"date-parts": [[year]]} if year else None,
        "URL": address,
        **{name: _element(record, element) for element, name in ENDNOTE_FIELDS.items()},
    }
    return {name: value for name, value in item.items() if value}


def _name(text: str) -> dict[str, str]:
    """``Doe, Jane``; what ends in a comma, or has none, is an institution's name."""
    family, _, given = (part.strip() for part in text.partition(","))
    return {"family": family, "given": given} if given else {"literal": family}


def _inside(record: str, element: str) -> str | None:
    match = re.search(rf"<{element}>(.*?)</{element}>", record, re.DOTALL)
    return match[1] if match else None


def _element(record: str, element: str) -> str | None:
    """The text of the first element of that name; None where there is none."""
    inner = _inside(record, element)
    return _plain(inner) or None if inner is not None else None


def _plain(marked: str) -> str:
    return " ".join(unescape(TAG.sub("", marked)).split())


def _distinct(items: Iterator[dict[str, Any]]) -> Iterator[str]:
    """Items as JSON, each on one line."""
    return iter(dict.fromkeys(json.dumps(item, ensure_ascii=False) for item in items))
