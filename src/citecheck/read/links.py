"""Reading what ``citecheck links --format json`` wrote: the verdicts of that run, archived copies included."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from citecheck.errors import InputError
from citecheck.model.document import Document
from citecheck.model.links import ADDRESS, Archived, Link, LinkReport, LinkStatus
from citecheck.model.phrase import Phrase
from citecheck.read.files import read_bytes

__all__ = ["read_links", "told_links"]

SCHEMA = "citecheck/links/1"


def read_links(path: str) -> Mapping[str, Link]:
    """The links of a file by their URL. Raises InputError where it is none of these files."""
    try:
        data = json.loads(read_bytes(path))
        if data["schema"] != SCHEMA:
            raise InputError(f"{path}: its schema is {data['schema']!r}, citecheck reads {SCHEMA!r}")
        links = [_link(one) for one in data["links"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(f"{path}: is not what 'citecheck links --format json' writes ({error})") from error
    return {link.url: link for link in links}


def _link(one: Mapping[str, Any]) -> Link:
    copy, day = _address(one["archived_url"]), one.get("archived_on") or ""
    return Link(
        url=str(one["url"]),
        status=LinkStatus(one["status"]),
        reason=Phrase.of("told", text=str(one["reason"])),
        new_url=_address(one.get("new_url")),
        missing_fragment=one.get("missing_fragment"),
        archived=Archived(copy, str(day)) if copy is not None else None,
    )


def _address(value: Any) -> str | None:
    """An address that may be put into a text. Raises ValueError where it is none."""
    if value is not None and not re.fullmatch(ADDRESS, value):
        raise ValueError(f"{value!r} is no address")
    return value if value is None else str(value)


def told_links(documents: Sequence[Document], links: Mapping[str, Link]) -> LinkReport:
    """The links of documents, as far as they are known; nothing is asked for."""
    return LinkReport(tuple(documents), tuple(_told(documents, links)))


def _told(documents: Sequence[Document], links: Mapping[str, Link]) -> Iterable[Link]:
    for url in dict.fromkeys(url.target for document in documents for url in document.urls):
        yield links.get(url) or Link(url, LinkStatus.SKIPPED, Phrase.of("offline"))
