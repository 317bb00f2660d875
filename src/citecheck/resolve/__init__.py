"""Document to Citations: what every citation means, and what is wrong with the numbering."""

from __future__ import annotations

from msgspec.structs import replace

from citecheck.model.citations import Citations
from citecheck.model.document import Document
from citecheck.resolve.addresses import addresses_of
from citecheck.resolve.numbering import faults
from citecheck.resolve.reading import judge_reading
from citecheck.resolve.resolver import resolve_citations

__all__ = ["resolve"]


def resolve(document: Document) -> Citations:
    """The document with its citations resolved to entries, to whole references in notes, or to nothing, in reading order; and with
    the addresses of what it cites from bibliography files, as if they were printed."""
    unclear = any(missing.what == "numbering" for missing in document.missing)
    works, resolved, habit = resolve_citations(document)
    cited = {one.work.entry.entry_id for one in resolved if one.work is not None and one.work.entry is not None}
    addresses = tuple(addresses_of(document, cited))
    return Citations(
        document=replace(document, urls=(*document.urls, *addresses)) if addresses else document,
        works=works,
        resolved=resolved,
        faults=() if unclear else faults(document),
        numbering_unclear="numbering-unclear" if unclear else None,
        habit=habit,
        reading=judge_reading(document, resolved),
    )
