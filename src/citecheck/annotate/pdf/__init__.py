"""Remarks as highlights with pop-up text in a PDF (ISO 32000-2, 12.5.6.10), added behind the bytes that are there.

What citecheck adds begins with a line of its own. Where that is still the end of the file, it is taken off before anything is
added, so that a file never grows by being annotated again.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from citecheck.annotate.pdf.boxes import Boxes
from citecheck.annotate.pdf.earlier import remove, without_own_end
from citecheck.annotate.pdf.writing import MARK, add
from citecheck.annotate.remarks import Remark
from citecheck.errors import InputError
from citecheck.read.documents import read_layout, with_told_language
from citecheck.read.latex import quiet
from citecheck.read.pdf.pages import opened
from citecheck.read.projection import projected, stretches

__all__ = ["ENDINGS", "annotated"]

ENDINGS = (".pdf",)


def annotated(path: str, raw: bytes, remarks: Sequence[Remark], day: str) -> bytes:
    """The PDF with these remarks in place of citecheck's earlier ones, but for those that a person answered; ``day`` is the ISO date
    that they bear, empty for none. Raises InputError where it cannot be read, or not be added to."""
    from pypdf import PdfWriter
    from pypdf.errors import PyPdfError
    from pypdf.generic import NullObject

    base = without_own_end(raw)
    layout = with_told_language(read_layout(path, base))
    document = opened(path, base)
    try:
        boxes = Boxes(document, projected(path, layout, "").text, stretches(layout))
        places = [boxes.of(remark) for remark in remarks]
    finally:
        document.close()
    held = BytesIO()
    try:
        with quiet("pypdf"):
            writer = PdfWriter(BytesIO(base + MARK), incremental=True)
            removed = remove(writer)
            if not removed and not remarks:
                return base
            # The table that was added last may have the number that comes next: then it would be taken for what gets that.
            writer._add_object(NullObject())
            for remark, place in zip(remarks, places, strict=True):
                add(writer, remark, place, day)
            writer.write(held)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        told = " ".join(str(error).split())[:200]
        raise InputError(f"{path} cannot be added to ({told}): save the PDF anew with another program") from None
    return held.getvalue()
