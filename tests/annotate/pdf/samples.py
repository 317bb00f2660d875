"""Annotated PDFs, and what is seen in them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pypdf
import pypdfium2

from citecheck.annotate import Remark
from citecheck.read.documents import read_document
from tests.read.pdf.samples import noted_page, pdf

REPORT = pdf(noted_page(1), noted_page(2))


def on(*words: str, raw: bytes = REPORT, last: bool = False) -> list[Remark]:
    """Remarks on the first place of each of these words, or the last one."""
    text = read_document("a.pdf", raw).text
    starts = [text.rindex(one) if last else text.index(one) for one in words]
    return [
        Remark(start, start + len(word), at % 3, "CIT004 · error", ("No such year.", "Correct it."), f"v1:{at:016x}")
        for at, (start, word) in enumerate(zip(starts, words, strict=True))
    ]


def annotations(raw: bytes) -> list[tuple[int, Any]]:
    """The annotations, each with its page from 0."""
    pages = pypdf.PdfReader(BytesIO(raw)).pages
    return [(at, one.get_object()) for at, page in enumerate(pages) for one in page.get("/Annots") or ()]


def highlighted(raw: bytes) -> list[tuple[int, str]]:
    """The pages, and the words under each highlight."""
    document = pypdfium2.PdfDocument(raw)
    found = []
    for at, one in annotations(raw):
        points = [float(value) for value in one.get("/QuadPoints", ())]
        shown = document[at].get_textpage()
        texts = [
            shown.get_text_bounded(left + 0.3, bottom + 0.3, right - 0.3, top - 0.3)
            for left, top, right, _, _, bottom, _, _ in (points[i : i + 8] for i in range(0, len(points), 8))
        ]
        found.append((at, " ".join(" ".join(texts).split())))
    return found
