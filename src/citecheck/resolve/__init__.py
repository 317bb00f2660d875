"""Document to Citations: what every citation means, and what is wrong with the numbering."""

from __future__ import annotations

from citecheck.model.citations import Citations
from citecheck.model.document import Document
from citecheck.resolve.numbering import faults
from citecheck.resolve.reading import judge_reading
from citecheck.resolve.resolver import resolve_citations

__all__ = ["resolve"]


def resolve(document: Document) -> Citations:
    """The document with its citations resolved to entries, to whole references in notes, or to nothing, in reading order."""
    unclear = any(missing.what == "numbering" for missing in document.missing)
    works, resolved, habit = resolve_citations(document)
    return Citations(
        document=document,
        works=works,
        resolved=resolved,
        faults=() if unclear else faults(document),
        numbering_unclear="numbering-unclear" if unclear else None,
        habit=habit,
        reading=judge_reading(document, resolved),
    )
