"""Word's own sources (ECMA-376 part 1, 22.6): a part of custom XML with ``b:Source`` elements, as CSL items."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from citecheck.read.archive import Archive
from citecheck.read.elements import child, children, name

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["own_sources"]

PART = re.compile(r"customXml/item\d+\.xml")
ROOT = "Sources"
NEEDLE = b"bibliography"
"""What the names of such a part hold: no other one is parsed."""
TYPES = {
    "ArticleInAPeriodical": "article-magazine",
    "Book": "book",
    "BookSection": "chapter",
    "Case": "legal_case",
    "ConferenceProceedings": "paper-conference",
    "DocumentFromInternetSite": "webpage",
    "Film": "motion_picture",
    "InternetSite": "webpage",
    "Interview": "interview",
    "JournalArticle": "article-journal",
    "Patent": "patent",
    "Report": "report",
    "SoundRecording": "song",
}
"""What Word's types are in CSL; any other is a ``document``."""
FIELDS = {
    "title": ("Title",),
    "container-title": ("JournalName", "PeriodicalTitle", "BookTitle", "ConferenceName", "InternetSiteTitle"),
    "publisher": ("Publisher", "Institution"),
    "publisher-place": ("City",),
    "volume": ("Volume",),
    "issue": ("Issue",),
    "page": ("Pages",),
    "URL": ("URL",),
    "DOI": ("DOI", "StandardNumber"),
}
DOI = re.compile(r"10\.\d{4,9}/\S+")
ROLES = ("Author", "Editor", "Translator")
YEAR = re.compile(r"\d{4}")


def own_sources(archive: Archive) -> tuple[str, ...]:
    """The sources of a document as JSON, in the order of the file."""
    items: list[str] = []
    for part in sorted(one for one in archive.names if PART.fullmatch(one)):
        root = archive.root(part) if NEEDLE in archive.read(part) else None
        if root is not None and name(root) == ROOT:
            items += (json.dumps(item, ensure_ascii=False) for one in children(root, "Source") for item in _item(one))
    return tuple(items)


def _item(source: _Element) -> Iterator[dict[str, Any]]:
    """The item of a source; none for one without a tag, which nothing can cite."""
    tag = _text(source, "Tag")
    if not tag:
        return
    texts: Mapping[str, Any] = {key: _first(source, names) for key, names in FIELDS.items()}
    doi = DOI.search(texts["DOI"] or "")
    item = {
        "id": tag,
        "type": TYPES.get(_text(source, "SourceType"), "document"),
        "author": next((names for role in ROLES if (names := list(_names(source, role)))), None),
        "issued": _date(source, ""),
        "accessed": _date(source, "Accessed"),
        **texts,
        "DOI": doi[0] if doi is not None else None,
    }
    yield {key: value for key, value in item.items() if value}


def _names(source: _Element, role: str) -> Iterator[dict[str, str]]:
    """The persons, or the institution, of a role."""
    held = child(source, "Author", role)
    if held is None:
        return
    if corporate := _text(held, "Corporate"):
        yield {"literal": corporate}
    listed = child(held, "NameList")
    for person in children(listed, "Person") if listed is not None else ():
        family = _text(person, "Last")
        given = " ".join(filter(None, (_text(person, "First"), _text(person, "Middle"))))
        if family or given:
            yield {"family": family, "given": given} if given else {"family": family}


def _date(source: _Element, what: str) -> dict[str, Any] | None:
    """``Year``, ``Month`` and ``Day``; words where the year is none."""
    year = _text(source, f"Year{what}")
    if not year:
        return None
    if YEAR.fullmatch(year) is None:
        return {"literal": year}
    parts = [year]
    for key in ("Month", "Day"):
        part = _text(source, f"{key}{what}")
        if not part.isdecimal():
            break
        parts.append(part)
    return {"date-parts": [parts]}


def _first(source: _Element, names: tuple[str, ...]) -> str | None:
    return next((text for one in names if (text := _text(source, one))), None)


def _text(element: _Element, wanted: str) -> str:
    """The text of a child; empty where there is none."""
    held = child(element, wanted)
    return " ".join("".join(map(str, held.itertext())).split()) if held is not None else ""
