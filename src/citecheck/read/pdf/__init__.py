"""PDFs as a Layout, by pdfium: characters with their places and sizes become lines, lines become text, notes and headings.

Nothing in a PDF says what a note is: marks are told by being raised, notes by standing at the foot in small type or below a rule, and both
by counting up together.
"""

from __future__ import annotations

from citecheck.model.layout import Layout
from citecheck.read.pdf.pages import bookmarks_of, declared, opened, pages_of

__all__ = ["ENDINGS", "NAME", "layout"]

NAME = "PDF"
ENDINGS = (".pdf",)


def layout(path: str, raw: bytes, *, rejected: bool = False) -> Layout:
    """What a PDF prints; ``rejected`` means nothing here. Raises InputError where it cannot be read, or is a scan."""
    from citecheck.read.pdf.assembly import assembled

    document = opened(path, raw)
    try:
        title, lang = declared(document)
        return assembled(path, list(pages_of(path, document)), bookmarks_of(document), title, lang)
    finally:
        document.close()
