"""Errors in Ibid and its kin, in pointers to other notes, and whole references in notes."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from tests.planting.documents import BY_HAND, JOIN, Clean, stands_alone
from tests.planting.entries import STRANGER, invented, listed
from tests.planting.notes import (
    IGNORE,
    bare_ibid,
    body_of,
    expendable,
    form_of_ibid,
    ibid_with_page,
    merged,
    page_printed,
    place_of,
    pointed,
    repeated_behind,
    repeats,
    still_cited,
    stopped,
)
from tests.planting.plants import Change, Edit, kind, make, shuffled

COMMENT = ("The figures in this paragraph are rounded.", "Les chiffres de ce paragraphe sont arrondis.")


def _replaced(clean: Clean, number: int, body: str, extra: Sequence[Edit] = ()) -> Change:
    note = clean.notes[number]
    old = body_of(clean, note)
    lead = len(old) - len(old.lstrip())
    text = body if stopped(clean) else re.sub(r"(?<!ibid)\.$", "", body, flags=IGNORE)
    edit = (note.body + lead, note.end, text)
    return make(clean, f"note {note.label or number + 1}", [edit, *extra], [place_of(note)])


def _neighbours(clean: Clean, chance: random.Random) -> Iterator[int]:
    """Ordinals of notes of which the one before belongs to the same run of numbers."""
    for number in shuffled(chance, range(1, len(clean.notes))):
        before, note = clean.notes[number - 1], clean.notes[number]
        if note.label == "1" or JOIN in clean.text[before.start : note.start] or before.form != note.form:
            continue
        if clean.version(before.start) == clean.version(note.start):
            yield number


@kind("Ibid after a comment", "CIT008")
def ibid_after_comment(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """Ibid goes back to a note that only comments."""
    if pointed(clean):
        return
    for number in _neighbours(clean, chance):
        before, note = clean.notes[number - 1], clean.notes[number]
        if not expendable(clean, number) or not still_cited(clean, before.start, note.end):
            continue
        if merged(clean, number - 1):
            continue
        if re.search(r"[“«”»]|s\.d\.|n\.d\.|forthcoming", clean.text[before.start : note.end]):
            continue
        comment = COMMENT[clean.french(note.start)]
        comment = comment.rstrip(".") if before.form == "inline" else comment
        extra = [(before.body, before.end, (" " if body_of(clean, before)[:1] == " " else "") + comment)]
        yield _replaced(clean, number, ibid_with_page(clean, number), extra)


def _is_met_first(clean: Clean, number: int) -> bool:
    """Whether no label calls another note before a note that is written in its place."""
    note = clean.notes[number]
    before = clean.text[clean.notes[number - 1].end if number else 0 : note.start]
    return note.form != "inline" or re.search(r"\[\^[^\]\s]+\]", before) is None


@kind("Ibid put first", "CIT008")
def ibid_first(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """The first note is Ibid."""
    firsts = [0] + [
        number
        for number, note in enumerate(clean.notes)
        if number and clean.version(note.start) != clean.version(clean.notes[number - 1].start)
    ]
    for number in firsts:
        if clean.notes and expendable(clean, number) and not pointed(clean) and _is_met_first(clean, number):
            paged = f"{form_of_ibid(clean)}, {page_printed(clean, 8)}."
            for words in dict.fromkeys((ibid_with_page(clean, number), bare_ibid(clean), paged, "Idem.")):
                yield _replaced(clean, number, words)


@kind("Ibid after two sources", "CIT009")
def ibid_ambiguous(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """Ibid goes back to a note with two sources."""
    for number in _neighbours(clean, chance):
        before = clean.notes[number - 1]
        sources = {cite.entry for cite in clean.cites if before.start <= cite.start < before.end}
        free = expendable(clean, number) or repeats(clean, clean.notes[number])
        if len(sources) > 1 and free and not repeated_behind(clean, number):
            for words in dict.fromkeys((ibid_with_page(clean, number), bare_ibid(clean))):
                yield _replaced(clean, number, words)


@kind("op. cit. of nobody", "CIT008")
def op_cit(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """Op. cit. of an author who was not cited before."""
    for number in shuffled(chance, range(len(clean.notes))):
        if expendable(clean, number) and (
            clean.entries or re.search(r"op\. cit|art\. cit", body_of(clean, clean.notes[number]))
        ):
            yield _replaced(clean, number, f"{STRANGER}, *op. cit.*, {page_printed(clean, 8)}.")


@kind("pointer to no note", "CIT008")
def pointer(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """``voir supra note 99`` where there is none."""
    nobody = len(clean.notes) + 87
    for number in shuffled(chance, range(len(clean.notes))):
        note = clean.notes[number]
        if expendable(clean, number) and note.form in BY_HAND:
            words = f"Voir *supra*, note {nobody}." if clean.french(note.start) else f"See supra note {nobody}."
            yield _replaced(clean, number, words)


@kind("pointer the wrong way", "CIT008")
def wrong_way(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """``voir supra note 9`` in note 4."""
    for number in shuffled(chance, range(len(clean.notes) - 1)):
        note = clean.notes[number]
        if expendable(clean, number) and note.form in BY_HAND and note.label.isdigit():
            later = int(note.label) + chance.randint(1, len(clean.notes) - 1 - number)
            if any(one.label == str(later) and one.start > note.start for one in clean.notes):
                words = f"Voir *supra*, note {later}." if clean.french(note.start) else f"See supra note {later}."
                yield _replaced(clean, number, words)


@kind("entry given in full in a note", "CIT007")
def repeated(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A note gives an entry's whole reference where short ones are the habit."""
    for cite in shuffled(chance, clean.cites):
        entry = clean.entries[cite.entry]
        if cite.note is None or repeated_behind(clean, cite.note):
            continue
        note = clean.notes[cite.note]
        own = {one.entry for one in clean.cites if one.note == cite.note}
        if (
            len(own) == 1
            and stands_alone(clean, cite)
            and ";" not in body_of(clean, note)
            and len(body_of(clean, note)) < 90
        ):
            text = clean.text[entry.body : entry.end].replace("\n", " ")
            page = re.search(r",? (?:pp?\. ?)?\d[\d–-]*(?=\.?\Z)", clean.text[cite.end : note.end].rstrip())
            if page is not None:
                text = f"{text.rstrip('.')}{page.group()}."
            yield _replaced(clean, cite.note, text)


@kind("unknown source given in full in a note", "CIT006", "BIL002")
def full_unknown(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A note gives a whole reference that the bibliography lacks."""
    for number in shuffled(chance, range(len(clean.notes))):
        note = clean.notes[number]
        entries = [entry for entry in listed(clean) if entry.version == clean.version(note.start)]
        if not entries or not expendable(clean, number) or merged(clean, number):
            continue
        made = invented(clean, clean.entries.index(entries[0]))
        if made is not None and clean.cites:
            yield _replaced(clean, number, made[0])
