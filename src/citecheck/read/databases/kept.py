"""The sources that a reference manager keeps within a document: the entries of a bibliography that is not printed."""

from __future__ import annotations

import json

from citecheck.model.document import Entry
from citecheck.model.source import Anchor, Source
from citecheck.read.databases.csl_json import KNOWN
from citecheck.read.databases.csl_json import entries as csl_entries

__all__ = ["WITHIN", "kept_entries"]

WITHIN = "#sources"
"""What stands behind the name of a document where its sources are meant."""


def kept_entries(source: Source) -> tuple[Entry, ...]:
    """The entries of the CSL items that a document keeps, the first of each identifier; the place of each is its item."""
    if not source.items:
        return ()
    text, anchors = "[\n", []
    for number, item in enumerate(source.items, 1):
        anchors.append(Anchor(len(text), f"item {number}", 1))
        # What is not read of an item (abstracts, numbers, attachments) is in the manager alone, and no text of the document.
        known = {name: value for name, value in json.loads(item).items() if name in KNOWN}
        text += json.dumps(known, ensure_ascii=False, indent=1) + ",\n"
    listed = Source(f"{source.path}{WITHIN}", text[:-2] + "\n]\n", source.sha256, anchors=tuple(anchors))
    return csl_entries(listed)[0]
