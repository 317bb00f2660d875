"""Two citations of one text to Collation: which notes, markers and entries of two copies are the same, and how they differ.

Both copies are in one language, so words count: the running texts are laid on each other word by word, which says where a marker
of the one stands in the other, and the words of the notes say what it leads to.
"""

from __future__ import annotations

from citecheck.collate.entries import collate_entries
from citecheck.collate.matching import match, shared_runs
from citecheck.collate.notes import collate_notes
from citecheck.collate.numbers import renumbered
from citecheck.collate.texts import copy_of
from citecheck.model.citations import Citations
from citecheck.model.collation import Collation

__all__ = ["collate"]

RELATED = 0.1
"""The share of runs of words in common below which two texts are no copies of one: two texts of one field have 0.01."""
FEW = 60
"""Words below which that says nothing."""


def collate(left: Citations, right: Citations) -> Collation:
    """The collation of two copies; of two texts that are no copies of one, it says so, and no more."""
    copies = copy_of(left.document), copy_of(right.document)
    words = copies[0].text.keys, copies[1].text.keys
    shared = shared_runs(*words)
    if min(map(len, words)) >= FEW and shared < RELATED:
        return Collation(left, right, round(shared, 2), copies=False)
    notes = collate_notes(*copies, match(*words))
    entries = collate_entries((left, right), copies)
    return Collation(left, right, round(shared, 2), True, notes, entries, renumbered(notes, copies))
