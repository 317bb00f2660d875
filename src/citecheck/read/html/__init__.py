"""HTML pages as a Layout: notes are told by the links between a mark and its note, whatever program wrote the page."""

from __future__ import annotations

from citecheck.errors import InputError
from citecheck.model.layout import Layout
from citecheck.read.html.pages import Page, laid_out

__all__ = ["ENDINGS", "NAME", "layout"]

NAME = "HTML page"
ENDINGS = (".html", ".htm", ".xhtml", ".xht")


def layout(path: str, raw: bytes, *, rejected: bool = False) -> Layout:
    """What a page shows; ``rejected`` means nothing here. Raises InputError where there is no page."""
    page = Page.of("", raw, path, NAME)
    if page is None:
        raise InputError(f"{path} is empty: there is nothing to audit")
    return laid_out((page,))
