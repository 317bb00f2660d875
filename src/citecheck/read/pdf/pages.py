"""The pages of a PDF: lines, rules and labels of each, read one after the other."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from citecheck.errors import InputError
from citecheck.read.archive import EXTRA
from citecheck.read.files import LARGEST
from citecheck.read.pdf.lines import Line, lines_of
from citecheck.read.pdf.links import areas_of, linked
from citecheck.read.pdf.runs import drawn, turned
from citecheck.read.pdf.streams import unpacks_beyond

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

__all__ = ["Bookmark", "Page", "bookmarks_of", "declared", "opened", "pages_of"]

MOST_PAGES = 10_000
MOST_GLYPHS = 30_000_000
"""How much is read of one file: twenty times the longest books."""
MOST_OBJECTS = 20_000
"""Drawings and pictures of a page that are looked at."""
MOST_BOOKMARKS = 5_000
THIN = 3.0
"""Points of the thickest rule."""
SHORTEST = 18.0
"""Points of the shortest rule."""
COVERING = 0.5
"""The part of a page that a picture of it covers."""
FEW = 10
"""Glyphs of a page that is a picture, at most."""


class Page(Struct, gc=False):
    """A page: its ``number`` in the file, from 1, its printed ``label``, its lines from the top as they are drawn, and its rules
    (left, right, height). ``pictured`` says that it is only a picture, ``recognised`` that its text is hidden under one,
    ``nameless`` how many of its ``glyphs`` the file gives no character."""

    number: int
    label: str
    lines: list[Line]
    rules: list[tuple[float, float, float]]
    glyphs: int
    pictured: bool
    recognised: bool
    nameless: int


class Bookmark(Struct, gc=False):
    """A bookmark: what it names, on which page (from 1), at which height (None where it does not say), and how deep."""

    title: str
    page: int
    height: float | None
    level: int


def opened(path: str, raw: bytes) -> PdfDocument:
    """The document in some bytes. Raises InputError where there is none, or it cannot be read."""
    if find_spec("pypdfium2") is None:
        raise InputError(f"{path} is a PDF, for which a library is not installed: {EXTRA}")
    import pypdfium2

    if b"%PDF-" not in raw[:2048]:
        raise InputError(f"{path} is no PDF: it is something else under that name")
    if unpacks_beyond(raw, LARGEST):
        raise InputError(f"{path} would unpack to more than {LARGEST // 1_000_000} MB, which citecheck does not read")
    try:
        document = pypdfium2.PdfDocument(raw)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD or "password" in str(error).casefold():
            raise InputError(f"{path} is encrypted: save it without a password") from None
        raise InputError(f"{path} is a damaged PDF, or cut off: save it anew") from None
    if count == 0:
        raise InputError(f"{path} has no pages: save the PDF anew")
    if count > MOST_PAGES:
        raise InputError(f"{path} has {count} pages, and citecheck reads up to {MOST_PAGES}: split it")
    return document


def pages_of(path: str, document: PdfDocument) -> Iterator[Page]:
    """The pages, each read when it is asked for. Raises InputError where there is more than can be read."""
    import pypdfium2

    read = 0
    for at in range(len(document)):
        try:
            page = document[at]
            held = _page(document, page, at, document.get_page_label(at))
            page.close()
        except pypdfium2.PdfiumError:
            held = Page(at + 1, "", [], [], 0, False, False, 0)
        read += held.glyphs
        if read > MOST_GLYPHS:
            raise InputError(f"{path} has more than {MOST_GLYPHS // 1_000_000} million characters: split it")
        yield held


def _page(document: PdfDocument, page: PdfPage, at: int, label: str) -> Page:
    import pypdfium2.raw as raw

    text_page = page.get_textpage()
    sheet = drawn(raw, text_page.raw)
    text_page.close()
    areas = areas_of(raw, document.raw, page.raw, sheet.turned)
    lines = lines_of(linked(sheet.runs, areas))
    for line in lines:
        for run in line.runs:
            run.edges = [(run.left, run.right)]
    rules, covered = _drawings(raw, page, sheet.turned)
    hidden = sheet.hidden * 2 > sheet.glyphs
    pictured = sheet.glyphs < FEW and covered
    return Page(at + 1, label, lines, rules, sheet.glyphs, pictured, hidden, sheet.nameless)


def _drawings(raw: Any, page: PdfPage, quarter: int) -> tuple[list[tuple[float, float, float]], bool]:
    """The rules of a page, and whether a picture covers most of it."""
    rules: list[tuple[float, float, float]] = []
    sides = [ctypes.c_float() for _ in range(4)]
    refs = [ctypes.byref(side) for side in sides]
    width, height = page.get_size()
    pictured = 0.0
    for at in range(min(raw.FPDFPage_CountObjects(page.raw), MOST_OBJECTS)):
        drawing = raw.FPDFPage_GetObject(page.raw, at)
        kind = raw.FPDFPageObj_GetType(drawing)
        if kind not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            continue
        if not raw.FPDFPageObj_GetBounds(drawing, *refs):
            continue
        low_left, low, high_right, high = (side.value for side in sides)
        left, right, bottom, top = turned(quarter, low_left, high_right, low, high)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            pictured += max(0.0, right - left) * max(0.0, top - bottom)
        elif top - bottom <= THIN and right - left >= SHORTEST:
            rules.append((left, right, (top + bottom) / 2))
    return rules, pictured > COVERING * width * height


def bookmarks_of(document: PdfDocument) -> list[Bookmark]:
    """The bookmarks, in order; none where the file has none that can be read."""
    import pypdfium2

    found: list[Bookmark] = []
    try:
        for item in document.get_toc(max_depth=8):
            place = item.get_dest()
            page = place.get_index() if place is not None else None
            if page is not None:
                found.append(Bookmark(item.get_title().strip(), page + 1, _height(place), item.level + 1))
            if len(found) >= MOST_BOOKMARKS:
                break
    except (pypdfium2.PdfiumError, ValueError, RecursionError):
        pass
    return found


def _height(place: Any) -> float | None:
    """The height at which a bookmark leads to its page."""
    import pypdfium2.raw as raw

    mode, values = place.get_view()
    at = {raw.PDFDEST_VIEW_XYZ: 1, raw.PDFDEST_VIEW_FITH: 0, raw.PDFDEST_VIEW_FITBH: 0}.get(mode)
    if at is None or len(values) <= at or not values[at]:
        return None
    return float(values[at])


def declared(document: PdfDocument) -> tuple[str, str | None]:
    """The title and the language that a document says of itself."""
    import pypdfium2.raw as raw

    title = " ".join((document.get_metadata_value("Title") or "").split())
    lang = None
    if hasattr(raw, "FPDFCatalog_GetLanguage"):
        length = raw.FPDFCatalog_GetLanguage(document.raw, None, 0)
        if 2 < length <= 64:
            buffer = (raw.FPDF_WCHAR * (length // 2))()
            raw.FPDFCatalog_GetLanguage(document.raw, buffer, length)
            lang = bytes(buffer).decode("utf-16-le", "replace").rstrip("\0").partition("-")[0].lower() or None
    return title, lang
