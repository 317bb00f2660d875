"""Reading what ``citecheck links --format json`` wrote: the verdicts of that run, archived copies included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated

from msgspec import Meta, Struct

from citecheck.errors import InputError
from citecheck.model.document import Document
from citecheck.model.links import ADDRESS, Archived, Link, LinkReport, LinkStatus
from citecheck.model.phrase import Phrase
from citecheck.read.files import read_bytes
from citecheck.read.values import Malformed, json_values, typed

__all__ = ["read_links", "told_links"]

SCHEMA = "citecheck/links/1"
Address = Annotated[str, Meta(pattern=ADDRESS)]


class _Told(Struct, frozen=True):
    """One link of the file, as far as it is read back."""

    url: str
    status: LinkStatus
    reason: str
    archived_url: Address | None
    archived_on: str | None = None
    new_url: Address | None = None
    missing_fragment: str | None = None


class _File(Struct, frozen=True):
    """What `citecheck links --format json` writes."""

    schema: str
    links: tuple[_Told, ...]


def read_links(path: str) -> Mapping[str, Link]:
    """The links of a file by their URL. Raises InputError where it is none of these files."""
    raw = read_bytes(path, "name a file")
    try:
        values = json_values(raw)
        said = values.get("schema") if isinstance(values, dict) else None
        if isinstance(said, str) and said != SCHEMA:
            raise InputError(f"{path}: its schema is {said!r}, citecheck reads {SCHEMA!r}")
        links = typed(values, _File).links
    except Malformed as error:
        raise InputError(f"{path}: is not what 'citecheck links --format json' writes ({error})") from None
    return {link.url: _link(link) for link in links}


def _link(told: _Told) -> Link:
    return Link(
        url=told.url,
        status=told.status,
        reason=Phrase.of("told", text=told.reason),
        new_url=told.new_url,
        missing_fragment=told.missing_fragment,
        archived=Archived(told.archived_url, told.archived_on or "") if told.archived_url is not None else None,
    )


def told_links(documents: Sequence[Document], links: Mapping[str, Link]) -> LinkReport:
    """The links of documents, as far as they are known; nothing is asked for."""
    return LinkReport(tuple(documents), tuple(_told(documents, links)))


def _told(documents: Sequence[Document], links: Mapping[str, Link]) -> Iterable[Link]:
    for url in dict.fromkeys(url.target for document in documents for url in document.urls):
        yield links.get(url) or Link(url, LinkStatus.SKIPPED, Phrase.of("offline"))
