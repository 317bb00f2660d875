"""HTML pages as a Layout: notes are told by the links between a mark and its note, whatever program wrote the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck.errors import InputError
from citecheck.model.layout import Layout
from citecheck.read.html.pages import Page, laid_out
from citecheck.read.html.traces import Traces

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["ENDINGS", "NAME", "layout", "traced"]

NAME = "HTML page"
ENDINGS = (".html", ".htm", ".xhtml", ".xht")


def layout(path: str, raw: bytes, *, rejected: bool = False) -> Layout:
    """What a page shows; ``rejected`` means nothing here. Raises InputError where there is no page."""
    return laid_out((_page(path, raw),))


def traced(path: str, raw: bytes) -> tuple[Layout, Traces, _Element]:
    """What a page shows, where its words stand, and its root element. Raises InputError where there is no page."""
    page, traces = _page(path, raw), Traces()
    return laid_out((page,), traces=traces), traces, page.root


def _page(path: str, raw: bytes) -> Page:
    page = Page.of("", raw, path, NAME)
    if page is None:
        raise InputError(f"{path} is empty: there is nothing to audit")
    return page
