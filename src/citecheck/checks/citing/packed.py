"""Entries that stand right below each other in lines of one block, as a text that was made from a PDF has them: where each begins
and ends is told by what it looks like, so that no rule says of one what it lacks."""

from __future__ import annotations

import re

from citecheck.model.document import Document, Entry

ADDRESS = re.compile(r"//|10\.\d{4}")
PAGE = re.compile(r"\n[ \t]*\d{1,4}[ \t]*\Z")
SHORTEST, LONGEST_WORDS = 40, 16
"""Characters of a text from which its words are counted, and how many they have on average where they are several each."""

__all__ = ["packed_entries"]


def packed_entries(document: Document) -> frozenset[str]:
    """The identifiers of the entries without a number or mark of which at least one of a run has several lines, and no blank line stands
    between them."""
    packed: set[str] = set()
    run: list[Entry] = []
    for entry in document.printed_entries:
        if run and not _is_right_below(run[-1], entry):
            packed.update(_of_run(run))
            run = []
        run.append(entry)
    packed.update(_of_run(run))
    packed.update(
        one.entry_id for one in document.printed_entries if _is_run_together(one.body.text) or _is_cut(one.body.text)
    )
    return frozenset(packed)


def _is_cut(text: str) -> bool:
    """Whether a page break cut off the rest: the number of the page is the last line."""
    return PAGE.search(text) is not None


def _is_run_together(text: str) -> bool:
    """Whether the spaces between words were lost."""
    words = [word for word in text.split() if ADDRESS.search(word) is None]
    length = len(text) - sum(len(word) for word in text.split()) + sum(map(len, words))
    return length > SHORTEST and length > LONGEST_WORDS * len(words)


def _of_run(run: list[Entry]) -> list[str]:
    several = len(run) > 1 and any("\n" in entry.span.text for entry in run)
    return [entry.entry_id for entry in run] if several else []


def _is_right_below(above: Entry, entry: Entry) -> bool:
    """Whether nothing but the end of a line stands between two entries that have no numbers."""
    source = above.span.source
    if source is not entry.span.source or above.number is not None or entry.span.start != entry.body.start:
        return False
    between = source.text[above.span.end : entry.span.start]
    return not between.strip() and between.count("\n") == 1
