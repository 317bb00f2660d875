"""What a note says, and whether it can go or say something else without any other consequence."""

from __future__ import annotations

import re

from tests.planting.documents import ANON, BY_HAND, Clean, Note
from tests.planting.plants import Edit

IGNORE = re.IGNORECASE


def place_of(note: Note) -> tuple[int, int]:
    return note.start, note.end


def body_of(clean: Clean, note: Note) -> str:
    return clean.text[note.body : note.end]


def said_in(clean: Clean, note: Note) -> str:
    """What a note says, in the same words in each language."""
    return re.sub(r"\W|pp?\.|\b(?:and|et(?! al))\b", "", body_of(clean, note)).casefold()


def merged(clean: Clean, number: int) -> bool:
    """Whether a note of one version of two has no counterpart that says the same: a translation may merge notes, and where
    such a note says something else, so many sources are left out besides."""
    note = clean.notes[number]
    others = [other for other in clean.notes if clean.version(other.start) != clean.version(note.start)]
    return bool(others) and said_in(clean, note) not in {said_in(clean, other) for other in others}


def repeats(clean: Clean, note: Note) -> bool:
    """Whether a note is Ibid or its kin."""
    return re.match(r"\W*(?:ibid|id\.|idem)", body_of(clean, note), re.IGNORECASE) is not None


def repeated_behind(clean: Clean, number: int) -> bool:
    """Whether the note behind is Ibid or its kin."""
    return number + 1 < len(clean.notes) and repeats(clean, clean.notes[number + 1])


def pointed(clean: Clean) -> bool:
    """Whether notes point to other notes or earlier citations, so that no note can go without consequence."""
    return re.search(r"op\. cit|art\. cit|supra|note \d+ above", clean.text) is not None


def still_cited(clean: Clean, start: int, end: int) -> bool:
    """Whether all entries stay cited when a passage goes."""
    gone = [cite for cite in clean.cites if start <= cite.start < end]
    return all(
        any(not start <= other.start < end for other in clean.cited(cite.entry)) for cite in gone
    ) and not re.search(r"\b[A-Z]{3,}, (?:\d{4}|n\.d)", clean.text[start:end])


def expendable(clean: Clean, number: int) -> bool:
    """Whether a note can go, or say something else, without any other consequence: it declares no rate, to begin with."""
    note = clean.notes[number]
    first_of_its_kind = not clean.entries and re.search(r"[12]\d{3}", body_of(clean, note)) is not None
    titled = bool(clean.entries) and any(mark in body_of(clean, note) for mark in ANON)
    return (
        not repeated_behind(clean, number)
        and not first_of_its_kind
        and not titled
        and not re.search(r"s\.d\.|n\.d\.|forthcoming", body_of(clean, note))
        and not re.search(r"@| = \d", body_of(clean, note))
        and still_cited(clean, note.start, note.end)
    )


def note_removed(clean: Clean, note: Note) -> Edit:
    """Takes a note out with the blank line behind it."""
    end = note.end
    while clean.text[end : end + 1] == "\n":
        end += 1
    return note.start, end, ""


def numbered_labels(clean: Clean) -> bool:
    return all(note.form in BY_HAND or note.label.isdigit() for note in clean.notes)


def page_printed(clean: Clean, number: int) -> str:
    """A page as the document writes them in its notes."""
    notes = " ".join(body_of(clean, note) for note in clean.notes)
    return f"p. {number}" if re.search(r"\bpp?\. ?\d", notes) or not re.search(r", \d{1,3}\b", notes) else str(number)


def form_of_ibid(clean: Clean) -> str:
    """Ibid as the document's notes mostly write it."""
    found = [form for note in clean.notes for form in re.findall(r"^\W*?(\*?ibid\.?\*?)", body_of(clean, note), IGNORE)]
    return max(found, key=found.count) if found else "*Ibid.*"


def ibid_with_page(clean: Clean, number: int) -> str:
    """Ibid in the document's form, with a page of the note before."""
    form = form_of_ibid(clean)
    before = body_of(clean, clean.notes[number - 1]) if number else ""
    pages = re.findall(r"(?:pp?\. ?|, )(\d{1,3})(?!\d)", before)
    return f"{form}, {page_printed(clean, int(pages[-1]) if pages else 7)}."


def bare_ibid(clean: Clean) -> str:
    """Ibid in the document's form, without a page."""
    form = form_of_ibid(clean)
    return form if form.endswith(".") else f"{form}."


def stopped(clean: Clean) -> bool:
    """Whether most notes end with a stop."""
    ends = [body_of(clean, note).rstrip().endswith(".") for note in clean.notes]
    return sum(ends) * 2 > len(ends)
