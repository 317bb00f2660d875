"""EPUB books as a Layout: their pages in the order of the spine (EPUB 3.3, 5.7), notes across pages."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from citecheck.errors import InputError
from citecheck.model.layout import Layout
from citecheck.read.archive import Archive
from citecheck.read.elements import attribute, child, children
from citecheck.read.html.pages import Page, laid_out

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["ENDINGS", "NAME", "layout"]

NAME = "EPUB"
ENDINGS = (".epub",)
CONTAINER = "META-INF/container.xml"
TYPES = ("application/xhtml+xml", "text/html")


def layout(path: str, raw: bytes, *, rejected: bool = False) -> Layout:
    """What a book shows; ``rejected`` means nothing here. Raises InputError where it cannot be read."""
    archive = Archive(path, raw, NAME)
    found = child(archive.root(CONTAINER), "rootfiles", "rootfile")
    name = attribute(found, "full-path") if found is not None else None
    package = archive.root(name) if name else None
    if package is None or name is None:
        raise InputError(f"{path} has no list of its pages ({CONTAINER}), so it is no {NAME}: save it anew")
    pages = [
        page
        for file in _spine(package, dirname(name))
        if file in archive.names and (page := Page.of(file, archive.read(file), path, NAME)) is not None
    ]
    if not pages:
        raise InputError(f"{path} lists no page that is in it: save the {NAME} anew")
    said = child(package, "metadata")
    return laid_out(tuple(pages), _text(child(said, "title")), _text(child(said, "language"))[:2].lower() or None)


def _spine(package: _Element, folder: str) -> list[str]:
    """The files of the pages, in reading order."""
    manifest, spine = child(package, "manifest"), child(package, "spine")
    items = {
        attribute(one, "id"): normpath(join(folder, unquote(attribute(one, "href") or "")))
        for one in (children(manifest, "item") if manifest is not None else ())
        if attribute(one, "media-type") in TYPES and "nav" not in (attribute(one, "properties") or "").split()
    }
    order = [attribute(one, "idref") for one in (children(spine, "itemref") if spine is not None else ())]
    return list(dict.fromkeys(items[key] for key in order if key in items))


def _text(element: _Element | None) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split()) if element is not None else ""
