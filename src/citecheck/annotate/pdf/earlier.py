"""What citecheck added to a PDF before: the end of the file that is its own, and its annotations among those of others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from citecheck.annotate.pdf.writing import MARK
from citecheck.read.remarked import AUTHOR

if TYPE_CHECKING:
    from pypdf import PdfWriter

__all__ = ["remove", "without_own_end"]

END = b"%%EOF"


def without_own_end(raw: bytes) -> bytes:
    """The file without what citecheck added last, where nothing else was added behind that."""
    at = raw.rfind(MARK)
    return raw[:at] if at >= 0 and raw.count(END, at) == 1 else raw


def remove(writer: PdfWriter) -> int:
    """Takes citecheck's annotations off the pages, but for those that somebody has answered; returns how many there were."""
    removed = 0
    for page in writer.pages:
        held = page.get("/Annots")
        if held is None:
            continue
        annotations = list(held.get_object())
        answered = {_name(one.get_object()["/IRT"]) for one in annotations if "/IRT" in one.get_object()}
        kept = [one for one in annotations if not _is_own(one.get_object()) or _name(one) in answered]
        if len(kept) < len(annotations):
            from pypdf.generic import ArrayObject, NameObject

            removed += len(annotations) - len(kept)
            page[NameObject("/Annots")] = ArrayObject(kept)
    return removed


def _is_own(annotation: Any) -> bool:
    return annotation.get("/T") == AUTHOR and str(annotation.get("/NM", "")).startswith("v1:")


def _name(reference: Any) -> str:
    """What an annotation is called."""
    return str(reference.get_object().get("/NM", ""))
