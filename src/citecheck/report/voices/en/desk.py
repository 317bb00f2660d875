"""What the pages of two versions say in English, beside the names of the table."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["DESK"]

DESK: Mapping[str, str] = {
    "table.ladder": "Numbers of the notes",
    "table.sort": "Order",
    "table.sort-document": "In reading order",
    "table.sort-verdict": "What differs first",
    "table.sort-confidence": "Least sure first",
    "table.filter-outside": "Outside the notes",
    "table.opposite": "Where it would stand:",
    "table.here": "decided here, not yet saved",
    "table.decide": "Decide",
    "table.decisions": "Decisions",
    "table.author": "Your name",
    "table.save": "Save decisions",
    "table.undo": "Undo",
    "table.cancel": "Cancel",
    "table.accept": "Accept, because …",
    "table.pair": "Pair with …",
    "table.back": "Take the decision back",
    "table.because": "Why may this differ?",
    "table.because-maybe": "Why? (may stay empty)",
    "table.reason-like": "for instance: merged on purpose",
    "table.reason-missing": "Say why: whoever reads the decision later wants to know.",
    "table.accept-now": "Accept",
    "table.pair-now": "Pair these and no others",
    "table.choose": "Notes: {language} (none: no counterpart)",
    "table.notes-missing": "Choose at least one note.",
    "table.made": "{n} decisions not yet saved",
    "table.made-one": "{n} decision not yet saved",
    "table.undone": "Undone: {what}",
    "table.saved": "Saved as {file}: put it in the place of the file beside the report, and run citecheck reconcile again.",
    "table.done-accept": "Accepted here, not yet saved: {why}",
    "table.done-pair": "Paired here, not yet saved: {what}",
    "table.done-back": "Taken back here, not yet saved: {what}",
    "table.keys-desk": "a accepts, w pairs, u undoes.",
    "table.search-text": "Search both texts",
    "table.to-section": "Go to section …",
    "table.previous": "Previous difference",
    "table.next": "Next difference",
    "table.elsewhere": "Differences that stand nowhere in the texts",
    "table.no-paragraph": "no paragraph here",
    "table.uncalled": "Notes that nothing calls",
    "table.keys-sheet": "Keys: n p go to the next and the previous difference, j k to the next and the previous paragraph, / searches.",
}
