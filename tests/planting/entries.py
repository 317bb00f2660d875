"""The entries of a bibliography: where they stand, how they are numbered, and one of our own in their form."""

from __future__ import annotations

import re

from tests.planting.documents import Clean, Entry
from tests.planting.plants import Edit

STRANGER = "Kowalczykova"
"""Whom no entry is by."""
FAMILY, TITLE, YEAR = "Zwingelstein", "The parable of the lost ledger", "1987"


def listed(clean: Clean) -> list[Entry]:
    return [entry for entry in clean.entries if not entry.further]


def renumbered_behind(clean: Clean, edits: list[Edit], behind: int, by: int) -> list[Edit]:
    """The numbers of the entries behind a place, moved by ``by``."""
    entry_at = next(entry for entry in clean.entries if entry.start >= behind) if behind < len(clean.text) else None
    if entry_at is None:
        return edits
    for entry in clean.entries:
        if entry.start >= behind and entry.number and entry.version == entry_at.version:
            number = clean.text.index(entry.number, entry.start)
            edits.append((number, number + len(entry.number), str(int(entry.number) + by)))
    return edits


def by_number(clean: Clean) -> bool:
    """Whether the text cites entries by their numbers, so that no number can change."""
    return not clean.notes and any(entry.number for entry in clean.entries)


def line_behind(clean: Clean, entry: Entry) -> int:
    end = entry.end
    while clean.text[end : end + 1] == "\n":
        end += 1
    return end


def opening_of(clean: Clean, entry: Entry) -> str:
    return clean.text[entry.start : entry.end][:40]


def invented(clean: Clean, number: int) -> tuple[str, str] | None:
    """An invented entry in the form of the document's, and the year in it; by whichever form its last entries have."""
    entries = [entry for entry in listed(clean) if entry.version == clean.entries[number].version]
    text = clean.text[entries[-1].body : entries[-1].end]
    place = "Paris : Éditions du Nord" if clean.french(entries[0].start) else "London: Northern Press"
    forms = (
        (r".*?\((?:1[5-9]|20)\d\d[^()]*\)\.", f"{FAMILY}, Q. ({YEAR}). *{TITLE}*. {place}."),
        (r"[^.]*?, [A-Z]\., \d{4}", f"{FAMILY}, Q., {YEAR}. {TITLE}. {place}."),
        (r"[^.]*?\. \d{4}\. ", f"{FAMILY}, Quentin. {YEAR}. *{TITLE}*. {place}."),
        (r"\w\. [A-ZÀ-Þ]\w+.*?[\"*]", f"Q. {FAMILY}, *{TITLE}*. {place}, {YEAR}."),
        (r"(?:[A-ZÀ-Þ][\w-]+ [A-Z]{1,2}[,.] ?)+", f"{FAMILY} Q. {TITLE}. {place}; {YEAR}."),
    )
    for like in (text, clean.text[entries[0].body : entries[0].end]):
        for pattern, made in forms:
            if re.match(pattern, like):
                return made, YEAR
    if re.match(r"[A-ZÀ-Þ-]{4,} [A-Z][a-z]+, \d{4},", clean.text[entries[0].body : entries[0].end]):
        return f"{FAMILY.upper()} Quentin, {YEAR}, *{TITLE}*, Paris, Éditions du Nord.", YEAR
    return None


def numbered_like(clean: Clean, last: Entry, text: str) -> str:
    """An entry's text with the number or bullet that follows that of ``last``."""
    head = clean.text[last.start : last.body]
    return (head.replace(last.number, str(int(last.number) + 1)) if last.number else head) + text
