"""Pages of HTML, one or several in the order of a book: what they show, as a Layout."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

from msgspec import Struct

from citecheck.errors import InputError
from citecheck.model.layout import Layout
from citecheck.read.archive import EXTRA
from citecheck.read.met import identified

if TYPE_CHECKING:
    from lxml.etree import _Element

    from citecheck.read.html.traces import Traces

__all__ = ["Page", "laid_out"]


class Page(Struct, frozen=True):
    """A page: its name among others, by which links lead to it, and its root element."""

    name: str
    root: _Element

    @classmethod
    def of(cls, name: str, raw: bytes, path: str, what: str) -> Page | None:
        """The page in some bytes, read as UTF-8 unless they say otherwise; None where they hold nothing. Raises InputError
        where the library is not installed."""
        if find_spec("lxml") is None:
            raise InputError(f"{path} is an {what}, for which a library is not installed: {EXTRA}")
        from lxml import etree

        if not raw.strip():
            return None
        parser = etree.HTMLParser(encoding=_encoding(raw), remove_comments=True, remove_pis=True, no_network=True)
        try:
            root = etree.fromstring(raw, parser)
        except (etree.XMLSyntaxError, ValueError, LookupError):
            return None
        return None if root is None else cls(name, root)

    @property
    def lang(self) -> str | None:
        """The language that the page declares."""
        said = self.root.get("lang") or self.root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
        return said.partition("-")[0].lower() or None

    @property
    def title(self) -> str:
        """The title that the page declares."""
        held = self.root.find(".//title")
        return " ".join("".join(str(text) for text in held.itertext()).split()) if held is not None else ""


def _encoding(raw: bytes) -> str | None:
    """The encoding to read a page in: UTF-8 where it is that; else None, and the page says it itself."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return None
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def laid_out(pages: Sequence[Page], title: str = "", lang: str | None = None, traces: Traces | None = None) -> Layout:
    """What pages show, in their order; notes that one page calls may stand on another. ``title`` and ``lang`` are what a book
    says of itself; ``traces`` are told where words stand."""
    from citecheck.read.html.body import Body
    from citecheck.read.html.notes import noted

    body = Body(noted(pages), traces)
    blocks = tuple(block for page in pages for block in body.blocks(page))
    blocks, notes = identified(blocks, body.met(blocks))
    return Layout(
        blocks=blocks,
        notes=notes,
        title=title or next((page.title for page in pages if page.title), ""),
        lang=lang or next((page.lang for page in pages if page.lang), None),
    )
