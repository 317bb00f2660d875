"""One remark as an annotation of a page: a highlight on the words, or a note at the edge where they were not found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck.annotate.pdf.boxes import Place, Quad
from citecheck.annotate.remarks import Remark
from citecheck.read.remarked import AUTHOR

if TYPE_CHECKING:
    from pypdf import PdfWriter

__all__ = ["MARK", "add"]

MARK = b"\n%citecheck-remarks\n"
"""The line, a comment for other programs, behind which what citecheck adds begins."""
COLORS = ("ffb3a7", "ffe08a", "b9dcff")
"""Of an error, a warning and information."""
EDGE, ICON = 12.0, 18.0
"""Points from the edges of the page, and of the sign that stands there."""


def add(writer: PdfWriter, remark: Remark, place: Place, day: str) -> None:
    """Adds a remark to its page."""
    from pypdf.annotations import Highlight, Text
    from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

    page = writer.pages[place.page]
    if place.quads:
        points = ArrayObject([FloatObject(f"{value:.2f}") for quad in place.quads for value in _points(quad)])
        made: Highlight | Text = Highlight(
            rect=_around(place.quads), quad_points=points, highlight_color=COLORS[remark.rank]
        )
    else:
        left, top = float(page.mediabox.left) + EDGE, float(page.mediabox.top) - EDGE
        made = Text(rect=(left, top - ICON, left + ICON, top), text="", open=False)
    said = {"/T": AUTHOR, "/Contents": "\n".join((remark.head, *remark.paragraphs)), "/NM": remark.fingerprint}
    if day:
        said["/M"] = f"D:{day.replace('-', '')}"
    made.update({NameObject(key): TextStringObject(text) for key, text in said.items()})
    writer.add_annotation(place.page, made)


def _points(quad: Quad) -> tuple[float, ...]:
    """The corners as programs expect them: upper left, upper right, lower left, lower right."""
    left, bottom, right, top = quad
    return left, top, right, top, left, bottom, right, bottom


def _around(quads: tuple[Quad, ...]) -> Quad:
    return (
        min(quad[0] for quad in quads),
        min(quad[1] for quad in quads),
        max(quad[2] for quad in quads),
        max(quad[3] for quad in quads),
    )
