"""What is wrong with the numbers of entries, each fault once: used by the rules on gaps and on duplicates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from msgspec import Struct

from citecheck.model.document import Document, Entry


class EntryFault(Struct, frozen=True):
    """``first`` to ``last`` are the numbers skipped before ``entry``, or the number expected in place of a mistyped one;
    ``twin`` is the entry that has the number too."""

    class Kind(Enum):
        """A number skipped, or given twice."""

        GAP = "gap"
        DUPLICATE = "duplicate"

    kind: Kind
    entry: Entry
    first: int
    last: int
    mistyped: bool = False
    twin: Entry | None = None


def entry_faults(document: Document) -> Iterator[EntryFault]:
    """The faults of each list of entries; a new section or a new start at 1 begins a new list."""
    entries = [entry for entry in document.printed_entries if entry.number is not None]
    start = 0
    for at in range(1, len(entries) + 1):
        ends = at == len(entries) or entries[at].section != entries[start].section
        if ends or (entries[at].number == "1" and at + 1 < len(entries) and entries[at + 1].number == "2"):
            yield from _of_list(entries[start:at])
            start = at


def _of_list(entries: Sequence[Entry]) -> Iterator[EntryFault]:
    if len(entries) < 2:
        return
    numbers = [int(entry.number or 0) for entry in entries]
    seen: dict[int, Entry] = {}
    expected = numbers[0]
    for at, (entry, number) in enumerate(zip(entries, numbers, strict=True)):
        follower = numbers[at + 1] if at + 1 < len(numbers) else None
        twin = seen.get(number)
        if number != expected and twin is not None:
            mistyped = follower is None or follower == expected + 1
            yield EntryFault(EntryFault.Kind.DUPLICATE, entry, expected, expected, mistyped, twin)
            expected += mistyped
        elif number != expected and follower == expected + 1:
            yield EntryFault(EntryFault.Kind.GAP, entry, expected, expected, mistyped=True)
            expected += 1
        elif number > expected:
            yield EntryFault(EntryFault.Kind.GAP, entry, expected, number - 1)
            expected = number + 1
        else:
            expected = number + 1
        seen.setdefault(number, entry)
