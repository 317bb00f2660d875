"""An address alone: ``<https://example.org/a>``.

A URL that belongs to no other citation.
"""

from __future__ import annotations

from citecheck.model.reference import Citation, CitationKind, Reference
from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import BLANK
from citecheck.parse.reader import Reader

EXAMPLES = (
    Example("<https://example.org/a>", {"kind": "link", "url": "https://example.org/a"}),
    Example("example", None),
)


def read(reader: Reader, at: int) -> Citation | None:
    url = reader.url_at(at) if reader.plain[at] == BLANK else None
    if url is None:
        return None
    reference = Reference(url.span, url=url.target, type="webpage")
    return Citation(url.span, CitationKind.LINK, reference=reference)
