"""Plants one error at a time in a clean document, so that the document contradicts itself.

Every kind is a function that is given the document and a random generator and makes `Plant`s, or none where the kind
does not apply. The documents stay as they are otherwise: a kind that would have a second, honest consequence (a note that
is dropped and held the only citation of an entry) passes that place over.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from documents import ANON, BY_HAND, JOIN, Cite, Clean, Entry, Marker, Note, relabelled

FAMILY, TITLE, YEAR = "Zwingelstein", "The parable of the lost ledger", "1987"
COUNTED = 5
"""Labelled notes up to which their numbers say nothing of their order."""
STRANGER = "Kowalczykova"
COMMENT = ("The figures in this paragraph are rounded.", "Les chiffres de ce paragraphe sont arrondis.")
IGNORE = re.IGNORECASE
T = TypeVar("T")
Edit = tuple[int, int, str]
"""Replace what stands from here to there by this text."""


@dataclass(frozen=True)
class Plant:
    """A changed document. ``spots`` are where the error shows, in the changed text; ``codes`` what finds it.

    ``base`` is the text without the error: the document's, or that of a carrier.
    """

    kind: str
    what: str
    text: str
    spots: tuple[tuple[int, int], ...]
    codes: tuple[str, ...]
    base: str


Kind = Callable[[Clean, random.Random], Iterator[Plant]]
KINDS: dict[str, Kind] = {}
ACCEPTED: dict[str, tuple[str, ...]] = {}
FOLLOWS: dict[str, tuple[str, ...]] = {}
"""Rules that may find something besides, by kind: what such a plant also makes untrue, and the first finding does not say.

No kind needs it. Where a plant would have a second, honest consequence, it passes that place over: a note that declares a
rate, an entry before one that begins with a dash, a note that a translation merged with others, an Ibid in a form of its
own. A kind that cannot do so says here which rule follows and why; the bench counts those findings as *allowed*."""


def kind(name: str, *codes: str, follows: tuple[str, ...] = ()) -> Callable[[Kind], Kind]:
    """Registers a kind of error with the rules that count as finding it.

    Several codes count where the finding that says more stands for the other: a page that the other version gives is BIL003
    there and PAG002 in a document alone; a source in full that stands for another one is BIL002 there, and CIT006 else.
    """

    def register(function: Kind) -> Kind:
        KINDS[name] = function
        ACCEPTED[name] = codes
        FOLLOWS[name] = follows
        return function

    return register


def plants(clean: Clean, name: str, seed: int, each: int) -> list[Plant]:
    """At most ``each`` plants of one kind in one document, the same for the same seed."""
    chance = random.Random(f"{seed}/{name}/{clean.name}")
    made: list[Plant] = []
    for plant in KINDS[name](clean, chance):
        if plant.text != plant.base:
            made.append(plant)
        if len(made) >= each:
            break
    return made


def make(clean: Clean, name: str, what: str, edits: Sequence[Edit], spots: Sequence[tuple[int, int]]) -> Plant:
    """Applies edits; ``spots`` are places of the clean text, moved along (what was put in is part of its spot)."""
    ordered = sorted(edits)
    text, at = [], 0
    for start, end, new in ordered:
        text += [clean.text[at:start], new]
        at = end
    text.append(clean.text[at:])

    def moved(place: int, right: bool) -> int:
        shift = 0
        for start, end, new in ordered:
            if end < place or (end <= place and (right or start < place)):
                shift += len(new) - (end - start)
            elif start < place:
                shift += (len(new) if right else 0) - (place - start)
        return place + shift

    shown = tuple((moved(start, False), moved(end, True)) for start, end in spots)
    return Plant(name, what, "".join(text), shown, ACCEPTED[name], clean.text)


def shuffled(chance: random.Random, items: Sequence[T]) -> list[T]:
    return chance.sample(list(items), len(items))


def place_of(note: Note) -> tuple[int, int]:
    return note.start, note.end


def body_of(clean: Clean, note: Note) -> str:
    return clean.text[note.body : note.end]


def said_in(clean: Clean, note: Note) -> str:
    """What a note says, in the same words in each language."""
    return re.sub(r"\W|pp?\.|\b(?:and|et(?! al))\b", "", body_of(clean, note)).casefold()


def _merged(clean: Clean, number: int) -> bool:
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


def _pointed(clean: Clean) -> bool:
    """Whether notes point to other notes or earlier citations, so that no note can go without consequence."""
    return re.search(r"op\. cit|art\. cit|supra|note \d+ above", clean.text) is not None


def _still_cited(clean: Clean, start: int, end: int) -> bool:
    """Whether all entries stay cited when a passage goes."""
    gone = [cite for cite in clean.cites if start <= cite.start < end]
    return all(
        any(not start <= other.start < end for other in clean.cited(cite.entry)) for cite in gone
    ) and not re.search(r"\b[A-Z]{3,}, (?:\d{4}|n\.d)", clean.text[start:end])


def _expendable(clean: Clean, number: int) -> bool:
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
        and _still_cited(clean, note.start, note.end)
    )


def _whole_lines(clean: Clean, note: Note) -> Edit:
    """Takes a note out with the blank line behind it."""
    end = note.end
    while clean.text[end : end + 1] == "\n":
        end += 1
    return note.start, end, ""


def _numbered_labels(clean: Clean) -> bool:
    return all(note.form in BY_HAND or note.label.isdigit() for note in clean.notes)


def _page(clean: Clean, number: int) -> str:
    """A page as the document writes them in its notes."""
    notes = " ".join(body_of(clean, note) for note in clean.notes)
    return f"p. {number}" if re.search(r"\bpp?\. ?\d", notes) or not re.search(r", \d{1,3}\b", notes) else str(number)


def _form_of_ibid(clean: Clean) -> str:
    """Ibid as the document's notes mostly write it."""
    found = [form for note in clean.notes for form in re.findall(r"^\W*?(\*?ibid\.?\*?)", body_of(clean, note), IGNORE)]
    return max(found, key=found.count) if found else "*Ibid.*"


def _ibid(clean: Clean, number: int) -> str:
    """Ibid in the document's form, with a page of the note before."""
    form = _form_of_ibid(clean)
    before = body_of(clean, clean.notes[number - 1]) if number else ""
    pages = re.findall(r"(?:pp?\. ?|, )(\d{1,3})(?!\d)", before)
    return f"{form}, {_page(clean, int(pages[-1]) if pages else 7)}."


def _bare_ibid(clean: Clean) -> str:
    """Ibid in the document's form, without a page."""
    form = _form_of_ibid(clean)
    return form if form.endswith(".") else f"{form}."


def _stopped(clean: Clean) -> bool:
    """Whether most notes end with a stop."""
    ends = [body_of(clean, note).rstrip().endswith(".") for note in clean.notes]
    return sum(ends) * 2 > len(ends)


# Notes and markers


@kind("dropped marker", "NUM001")
def dropped_marker(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """The marker goes, the note stays."""
    for marker in shuffled(chance, clean.markers):
        note = clean.notes[marker.note]
        yield make(
            clean,
            "dropped marker",
            f"marker {marker.label}",
            [(marker.start, marker.end, "")],
            [place_of(note), (marker.start, marker.end)],
        )


@kind("dropped note", "NUM002")
def dropped_note(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """The note goes, the marker stays."""
    if _pointed(clean):
        return
    for marker in shuffled(chance, clean.markers):
        if _expendable(clean, marker.note):
            note = clean.notes[marker.note]
            yield make(
                clean,
                "dropped note",
                f"note {marker.label}",
                [_whole_lines(clean, note)],
                [(marker.start, marker.end)],
            )


@kind("duplicated marker", "NUM003")
def duplicated_marker(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """A marker is called a second time, at the end of a later sentence that has none, on the side that is usual."""
    behind = sum(clean.text[marker.start - 1] in ".,;:" for marker in clean.markers)
    side = 1 if behind * 2 > len(clean.markers) else 0
    ends = [
        match.start() + side
        for match in re.finditer(r"(?<=[a-zà-ÿ])(?:\.(?= [A-ZÀ-Þ])|,(?= [a-z]))", clean.text)
        if clean.note_at(match.start()) is None and not clean.in_bibliography(match.start())
    ]
    for marker in shuffled(chance, clean.markers):
        stop = next((other.start for other in clean.notes if other.start > clean.notes[marker.note].start), None)
        later = [at for at in ends if at > marker.end and at - marker.end < 600]
        later = [at for at in later if JOIN not in clean.text[marker.end : at]]
        later = [at for at in later if "\n# " not in clean.text[marker.end : at]]
        if later and stop is not None:
            at = chance.choice(later)
            yield make(
                clean,
                "duplicated marker",
                f"marker {marker.label}",
                [(at, at, clean.text[marker.start : marker.end])],
                [(marker.start, marker.end), (at, at)],
            )


@kind("duplicated note number", "NUM004", "NUM002")
def duplicated_note(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """A note bears the number of the note before it."""
    pairs = [
        (before, note)
        for before, note in zip(clean.notes, clean.notes[1:], strict=False)
        if before.form == note.form != "inline" and note.label != "1"
    ]
    for before, note in shuffled(chance, pairs):
        head = clean.text[note.start : note.body]
        spots = [place_of(note), place_of(before)]
        spots += [(marker.start, marker.end) for marker in clean.markers if clean.notes[marker.note] == note]
        yield make(
            clean,
            "duplicated note number",
            f"note {note.label} as {before.label}",
            [(note.start, note.body, relabelled(head, note.label, before.label))],
            spots,
        )


@kind("mistyped marker, no such note", "NUM002", "NUM001")
def mistyped_marker(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """A marker bears a number that no note has."""
    numbers = [int(note.label) for note in clean.notes if note.label.isdigit()]
    for marker in shuffled(chance, clean.markers):
        if marker.label.isdigit():
            wrong = str(max(numbers) + chance.randint(2, 40))
            yield _mistyped(clean, "mistyped marker, no such note", marker.note, wrong)


@kind("mistyped marker, another note", "NUM001", "NUM003")
def confused_marker(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """A marker bears the number of another note."""
    for marker in shuffled(chance, clean.markers):
        others = [
            other.label
            for other in clean.markers
            if other.label != marker.label
            and JOIN not in clean.text[min(other.start, marker.start) : max(other.end, marker.end)]
            and "\n# " not in clean.text[min(other.start, marker.start) : max(other.end, marker.end)]
        ]
        if others:
            yield _mistyped(clean, "mistyped marker, another note", marker.note, chance.choice(others))


def _mistyped(clean: Clean, name: str, number: int, wrong: str) -> Plant:
    marker = next(one for one in clean.markers if one.note == number)
    note = clean.notes[number]
    new = relabelled(clean.text[marker.start : marker.end], marker.label, wrong)
    return make(
        clean,
        name,
        f"marker {marker.label} as {wrong}",
        [(marker.start, marker.end, new)],
        [(marker.start, marker.end), place_of(note)],
    )


def _counted(clean: Clean, markers: Sequence[Marker]) -> bool:
    """Whether numbers say anything: labels are rendered as numbers anew, and count only where there are several."""
    return all(clean.notes[marker.note].form == "sup" for marker in markers) or len(markers) > COUNTED


@kind("note and marker dropped", "NUM005")
def gap(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """Note and marker go, the numbers of the others stay."""
    if _pointed(clean) or not _numbered_labels(clean):
        return
    for marker in shuffled(chance, clean.markers):
        number = marker.note
        if not _expendable(clean, number) or not 0 < number < len(clean.notes) - 1:
            continue
        before, after = clean.notes[number - 1], clean.notes[number + 1]
        if not before.label.isdigit() or int(after.label or 0) != int(before.label) + 2:
            continue
        if not _counted(
            clean, [one for one in clean.markers if clean.version(one.start) == clean.version(marker.start)]
        ):
            continue
        spots = [place_of(before), place_of(after)]
        spots += [(one.start, one.end) for one in clean.markers if clean.notes[one.note] in (before, after)]
        yield make(
            clean,
            "note and marker dropped",
            f"number {marker.label}",
            [(marker.start, marker.end, ""), _whole_lines(clean, clean.notes[number])],
            spots,
        )


@kind("markers swapped", "NUM006")
def swapped(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """Two neighbouring markers change places."""
    if not _numbered_labels(clean):
        return
    pairs = [
        (one, other)
        for one, other in zip(clean.markers, clean.markers[1:], strict=False)
        if one.label.isdigit() and other.label.isdigit() and int(other.label) == int(one.label) + 1
    ]
    for one, other in shuffled(chance, pairs):
        if not _counted(
            clean, [each for each in clean.markers if clean.version(each.start) == clean.version(one.start)]
        ):
            continue
        a, b = clean.text[one.start : one.end], clean.text[other.start : other.end]
        yield make(
            clean,
            "markers swapped",
            f"{one.label} and {other.label}",
            [(one.start, one.end, b), (other.start, other.end, a)],
            [(one.start, one.end), (other.start, other.end)],
        )


# Citations


def _alone(clean: Clean, cite: Cite) -> bool:
    """Whether a citation stands for itself: not the head of ``Doe, 2019a, 2019b``."""
    return re.match(r",? (?:and |et )?(?:1[5-9]|20)\d\d", clean.text[cite.end :]) is None


@kind("wrong year", "CIT004")
def wrong_year(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """A citation has a year for which its author has no entry."""
    for cite in shuffled(chance, clean.cites):
        entry = clean.entries[cite.entry]
        years = {int(other.year[:4]) for other in clean.entries if other.year}
        year = next(year for year in shuffled(chance, range(1951, 2023)) if year not in years)
        if _alone(clean, cite):
            yield make(
                clean,
                "wrong year",
                f"{clean.text[cite.start : cite.end]} > {year}",
                [(*cite.year_at, f"{year}{entry.year[4:]}" if len(clean.cited(cite.entry)) > 1 else str(year))],
                [(cite.start, cite.end)],
            )


def _misspelt(
    clean: Clean, chance: random.Random, name: str, slip: Callable[[str, int], str], person: bool = True
) -> Iterator[Plant]:
    for cite in shuffled(chance, clean.cites):
        entry = clean.entries[cite.entry]
        if entry.person is not person:
            continue
        family = clean.text[cite.start : cite.start + len(entry.family)]
        words = list(re.finditer(r"[^\W\d_]{6,}", family))
        if not words:
            continue
        word = chance.choice(words)
        places = shuffled(chance, range(1, len(word.group()) - 1))
        wrong = next((made for at in places if (made := slip(word.group(), at)) != word.group()), None)
        if wrong is not None and wrong.casefold() not in clean.text.casefold():
            at = cite.start + word.start()
            yield make(
                clean,
                name,
                f"{family}: {word.group()} > {wrong}",
                [(at, at + len(word.group()), wrong)],
                [(cite.start, cite.end)],
            )


def _transpose(word: str, at: int) -> str:
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _drop(word: str, at: int) -> str:
    return word[:at] + word[at + 1 :]


def _double(word: str, at: int) -> str:
    return word[:at] + word[at] + word[at:] if word[at - 1] != word[at] != word[at + 1] else word


@kind("name: letters transposed", "CIT003")
def transposed(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """Two letters of a cited name change places."""
    yield from _misspelt(clean, chance, "name: letters transposed", _transpose)


@kind("name: letter dropped", "CIT003")
def letter_dropped(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """A cited name lacks a letter."""
    yield from _misspelt(clean, chance, "name: letter dropped", _drop)


@kind("name: letter doubled", "CIT003")
def letter_doubled(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """A cited name has a letter twice."""
    yield from _misspelt(clean, chance, "name: letter doubled", _double)


@kind("corporate name: letter dropped", "CIT003")
def corporate(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """The cited name of a body lacks a letter."""
    yield from _misspelt(clean, chance, "corporate name: letter dropped", _drop, person=False)


@kind("unknown source cited", "CIT001")
def unknown(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """A citation has an author whom no entry has."""
    for cite in shuffled(chance, clean.cites):
        entry = clean.entries[cite.entry]
        whole = clean.text[cite.start : cite.year_at[0]]
        if re.search(r"(?i)\b(?:the|le|la)\s$", clean.text[: cite.start][-5:]):
            continue
        if len(clean.cited(cite.entry)) > 1 and _alone(clean, cite) and not re.search(r"&|\b(?:et|and)\b", whole):
            name = clean.text[cite.start : cite.start + len(entry.family)]
            if _note_is_repeated(clean, cite):
                continue
            yield make(
                clean,
                "unknown source cited",
                f"{name} > {STRANGER}",
                [(cite.start, cite.start + len(name), STRANGER)],
                [(cite.start, cite.end)],
            )


def _note_is_repeated(clean: Clean, cite: Cite) -> bool:
    return cite.note is not None and repeated_behind(clean, cite.note)


NUMBERS = re.compile(
    r"(?<!\n)(?:\[|\((?=[\d,– ]+\))|(?<![\dm])<sup>(?=[\d,–]+</sup>))(?P<first>\d{1,3})(?P<rest>[^\])<\n]*)[\])<]"
)
"""Numbers of entries in square or round brackets, or raised."""


@kind("unknown number cited", "CIT001")
def unknown_number(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """``[99]`` where the entries end at 12."""
    if not any(entry.number for entry in clean.entries) or clean.notes or clean.markers:
        return
    entries = {entry.number for entry in clean.entries}
    found = [
        match
        for match in NUMBERS.finditer(clean.text)
        if match.group("first") in entries and not clean.in_bibliography(match.start())
    ]
    # Behind a comma and a label stand pages, not numbers of entries.
    listed = [re.match(r"[\d,–\s]*", match.group("first") + match.group("rest")) for match in found]
    counts = [number for one in listed if one for number in re.findall(r"\d+", one.group())]
    for match in shuffled(chance, found):
        if counts.count(match.group("first")) > 1 and match.group("rest")[:1] in ("", ","):
            for number in ("97", "212", "340"):
                yield make(
                    clean,
                    "unknown number cited",
                    f"[{match.group('first')}] > [{number}]",
                    [(*match.span("first"), number)],
                    [match.span()],
                )


# Entries


def _listed(clean: Clean) -> list[Entry]:
    return [entry for entry in clean.entries if not entry.further]


def _renumbered(clean: Clean, edits: list[Edit], behind: int, by: int) -> list[Edit]:
    """The numbers of the entries behind a place, moved by ``by``."""
    entry_at = next(entry for entry in clean.entries if entry.start >= behind) if behind < len(clean.text) else None
    if entry_at is None:
        return edits
    for entry in clean.entries:
        if entry.start >= behind and entry.number and entry.version == entry_at.version:
            number = clean.text.index(entry.number, entry.start)
            edits.append((number, number + len(entry.number), str(int(entry.number) + by)))
    return edits


def _by_number(clean: Clean) -> bool:
    """Whether the text cites entries by their numbers, so that no number can change."""
    return not clean.notes and any(entry.number for entry in clean.entries)


@kind("entry removed", "CIT001", "CIT004", "BIL004")
def entry_removed(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """A cited entry is not in the bibliography."""
    for entry in shuffled(chance, _listed(clean)):
        number = clean.entries.index(entry)
        cites = clean.cited(number)
        if not cites or not entry.year or entry.year[-1].isalpha() or _by_number(clean):
            continue
        if re.match(r"[\s\d.*-]*(?:—|[–_-]{2,})", clean.text[_behind(clean, entry) :]):
            # The dash of the entry behind would stand for another author.
            continue
        edits: list[Edit] = [(entry.start, _behind(clean, entry), "")]
        following = [other.start for other in clean.entries if other.start > entry.start]
        if entry.number and following and clean.version(following[0]) == clean.version(entry.start):
            edits = _renumbered(clean, edits, following[0], -1)
        yield make(clean, "entry removed", _head(clean, entry), edits, [(cite.start, cite.end) for cite in cites])


def _behind(clean: Clean, entry: Entry) -> int:
    end = entry.end
    while clean.text[end : end + 1] == "\n":
        end += 1
    return end


def _head(clean: Clean, entry: Entry) -> str:
    return clean.text[entry.start : entry.end][:40]


def _template(clean: Clean, number: int) -> tuple[str, str] | None:
    """An invented entry in the form of the document's, and the year in it; by whichever form its last entries have."""
    entries = [entry for entry in _listed(clean) if entry.version == clean.entries[number].version]
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


@kind("uncited entry added", "CIT002")
def uncited(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """An entry that nothing cites, at the end of the list."""
    for version in range(len(clean.spans)):
        entries = [entry for entry in _listed(clean) if entry.version == version]
        if len(entries) < 3:
            continue
        made = _template(clean, clean.entries.index(entries[0]))
        if made is None:
            continue
        last = entries[-1]
        gap = "\n" if clean.text[last.start - 1 : last.start] == "\n" and clean.text[last.start - 2] != "\n" else "\n\n"
        for year in (YEAR, str(int(YEAR) + chance.randint(1, 9))):
            text = _numbered_like(clean, last, made[0].replace(YEAR, year))
            spot = [(last.end, last.end)]
            yield make(clean, "uncited entry added", text[:40], [(last.end, last.end, gap + text)], spot)


def _numbered_like(clean: Clean, last: Entry, text: str) -> str:
    """An entry's text with the number or bullet that follows that of ``last``."""
    head = clean.text[last.start : last.body]
    return (head.replace(last.number, str(int(last.number) + 1)) if last.number else head) + text


@kind("entry duplicated", "CIT011")
def duplicated_entry(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """An entry stands in the list twice, one after the other; at the end where numbers are cited."""
    for entry in shuffled(chance, _listed(clean)):
        after = entry
        if _by_number(clean):
            entry = after = [other for other in _listed(clean) if other.version == entry.version][-1]
        text = _numbered_like(clean, after, clean.text[entry.body : entry.end])
        between = (
            "\n\n" if clean.text[after.end : after.end + 2] == "\n\n" or after.end >= len(clean.text) - 1 else "\n"
        )
        between = "\n" if entry.bullet else between
        edits: list[Edit] = [(after.end, after.end, between + text)]
        following = [other.start for other in clean.entries if other.start > after.start]
        if entry.number and following and clean.version(following[0]) == clean.version(entry.start):
            edits = _renumbered(clean, edits, following[0], 1)
        yield make(
            clean, "entry duplicated", _head(clean, entry), edits, [(entry.start, entry.end), (after.end, after.end)]
        )


@kind("entries glued", "CIT012")
def glued(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """Two entries stand on one line, as one."""
    if _by_number(clean):
        return
    pairs = [
        (one, other)
        for one, other in zip(clean.entries, clean.entries[1:], strict=False)
        if not clean.text[one.end : other.start].strip() and one.version == other.version
    ]
    for one, other in shuffled(chance, pairs):
        edits: list[Edit] = [(one.end, other.body, " ")]
        following = [third.start for third in clean.entries if third.start > other.start]
        if one.number and following and clean.version(following[0]) == clean.version(one.start):
            edits = _renumbered(clean, edits, following[0], -1)
        yield make(clean, "entries glued", _head(clean, other), edits, [(one.start, other.end)])


@kind("entry number skipped", "NUM007")
def number_skipped(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """The numbers of the list jump."""
    if _by_number(clean):
        return
    for entry in shuffled(chance, [one for one in clean.entries if one.number and int(one.number) > 2]):
        before = clean.entries[clean.entries.index(entry) - 1]
        for by in (1, 2):
            yield make(
                clean,
                "entry number skipped",
                f"{by} before number {entry.number}",
                _renumbered(clean, [], entry.start, by),
                [(entry.start, entry.end), (before.start, before.end)],
            )


@kind("entry number duplicated", "NUM008")
def number_duplicated(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """Two entries bear one number."""
    for entry in shuffled(chance, [one for one in clean.entries if one.number and int(one.number) > 1]):
        assert entry.number is not None
        before = clean.entries[clean.entries.index(entry) - 1]
        at = clean.text.index(entry.number, entry.start)
        yield make(
            clean,
            "entry number duplicated",
            f"{entry.number} as {before.number}",
            [(at, at + len(entry.number), before.number or "")],
            [(entry.start, entry.end), (before.start, before.end)],
        )


@kind("year removed from entry", "CIT010")
def year_removed(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """An entry has no date."""
    for entry in shuffled(chance, _listed(clean)):
        if entry.year_at is None or entry.year[-1].isalpha() or not entry.family:
            continue
        start, end = entry.year_at
        text = clean.text
        if text[start - 1] == "(" and ")" in text[end : end + 25]:
            start, end = start - 2, text.index(")", end) + 1
            end += text[end : end + 1] == "." and text[start - 1] == "."
        elif text[start - 2 : start] in (", ", ". "):
            start, end = start - 2, end + (text[end : end + 1] == text[start - 2])
            if text[end - 1] in ",.":
                end -= 1
        if not re.search(r"(?<!\d)(?:1[5-9]|20)\d\d", text[entry.start : start] + text[end : entry.end]):
            yield make(
                clean, "year removed from entry", _head(clean, entry), [(start, end, "")], [(entry.start, entry.end)]
            )


@kind("year suffix added", "CIT005")
def suffix_added(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """An entry is called 2019a, and there is no 2019b."""
    for entry in shuffled(chance, _listed(clean)):
        if entry.year_at is None or entry.year[-1].isalpha() or not entry.family or _by_number(clean):
            continue
        alike = [one for one in clean.entries if one.family == entry.family and one.year[:4] == entry.year]
        if len([one for one in alike if one.version == entry.version]) == 1:
            end = entry.year_at[1]
            yield make(clean, "year suffix added", _head(clean, entry), [(end, end, "a")], [(entry.start, entry.end)])


# Ibid, and whole references in notes


def _replaced(clean: Clean, name: str, number: int, body: str, extra: Sequence[Edit] = ()) -> Plant:
    note = clean.notes[number]
    old = body_of(clean, note)
    lead = len(old) - len(old.lstrip())
    text = body if _stopped(clean) else re.sub(r"(?<!ibid)\.$", "", body, flags=IGNORE)
    edit = (note.body + lead, note.end, text)
    return make(clean, name, f"note {note.label or number + 1}", [edit, *extra], [place_of(note)])


def _neighbours(clean: Clean, chance: random.Random) -> Iterator[int]:
    """Ordinals of notes of which the one before belongs to the same run of numbers."""
    for number in shuffled(chance, range(1, len(clean.notes))):
        before, note = clean.notes[number - 1], clean.notes[number]
        if note.label == "1" or JOIN in clean.text[before.start : note.start] or before.form != note.form:
            continue
        if clean.version(before.start) == clean.version(note.start):
            yield number


@kind("Ibid after a comment", "CIT008")
def ibid_after_comment(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """Ibid goes back to a note that only comments."""
    if _pointed(clean):
        return
    for number in _neighbours(clean, chance):
        before, note = clean.notes[number - 1], clean.notes[number]
        if not _expendable(clean, number) or not _still_cited(clean, before.start, note.end):
            continue
        if _merged(clean, number - 1):
            continue
        if re.search(r"[“«”»]|s\.d\.|n\.d\.|forthcoming", clean.text[before.start : note.end]):
            continue
        comment = COMMENT[clean.french(note.start)]
        comment = comment.rstrip(".") if before.form == "inline" else comment
        extra = [(before.body, before.end, (" " if body_of(clean, before)[:1] == " " else "") + comment)]
        yield _replaced(clean, "Ibid after a comment", number, _ibid(clean, number), extra)


@kind("Ibid put first", "CIT008")
def ibid_first(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """The first note is Ibid."""
    firsts = [0] + [
        number
        for number, note in enumerate(clean.notes)
        if number and clean.version(note.start) != clean.version(clean.notes[number - 1].start)
    ]
    for number in firsts:
        if clean.notes and _expendable(clean, number) and not _pointed(clean):
            paged = f"{_form_of_ibid(clean)}, {_page(clean, 8)}."
            for words in dict.fromkeys((_ibid(clean, number), _bare_ibid(clean), paged, "Idem.")):
                yield _replaced(clean, "Ibid put first", number, words)


@kind("Ibid after two sources", "CIT009")
def ibid_ambiguous(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """Ibid goes back to a note with two sources."""
    for number in _neighbours(clean, chance):
        before = clean.notes[number - 1]
        sources = {cite.entry for cite in clean.cites if before.start <= cite.start < before.end}
        free = _expendable(clean, number) or repeats(clean, clean.notes[number])
        if len(sources) > 1 and free and not repeated_behind(clean, number):
            for words in dict.fromkeys((_ibid(clean, number), _bare_ibid(clean))):
                yield _replaced(clean, "Ibid after two sources", number, words)


@kind("op. cit. of nobody", "CIT008")
def op_cit(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """Op. cit. of an author who was not cited before."""
    for number in shuffled(chance, range(len(clean.notes))):
        if _expendable(clean, number) and (
            clean.entries or re.search(r"op\. cit|art\. cit", body_of(clean, clean.notes[number]))
        ):
            yield _replaced(clean, "op. cit. of nobody", number, f"{STRANGER}, *op. cit.*, {_page(clean, 8)}.")


@kind("pointer to no note", "CIT008")
def pointer(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """``voir supra note 99`` where there is none."""
    nobody = len(clean.notes) + 87
    for number in shuffled(chance, range(len(clean.notes))):
        note = clean.notes[number]
        if _expendable(clean, number) and note.form in BY_HAND:
            words = f"Voir *supra*, note {nobody}." if clean.french(note.start) else f"See supra note {nobody}."
            yield _replaced(clean, "pointer to no note", number, words)


@kind("pointer the wrong way", "CIT008")
def wrong_way(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """``voir supra note 9`` in note 4."""
    for number in shuffled(chance, range(len(clean.notes) - 1)):
        note = clean.notes[number]
        if _expendable(clean, number) and note.form in BY_HAND and note.label.isdigit():
            later = int(note.label) + chance.randint(1, len(clean.notes) - 1 - number)
            if any(one.label == str(later) and one.start > note.start for one in clean.notes):
                words = f"Voir *supra*, note {later}." if clean.french(note.start) else f"See supra note {later}."
                yield _replaced(clean, "pointer the wrong way", number, words)


@kind("entry given in full in a note", "CIT007")
def repeated(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """A note gives an entry's whole reference where short ones are the habit."""
    for cite in shuffled(chance, clean.cites):
        entry = clean.entries[cite.entry]
        if cite.note is None or repeated_behind(clean, cite.note):
            continue
        note = clean.notes[cite.note]
        own = {one.entry for one in clean.cites if one.note == cite.note}
        if len(own) == 1 and _alone(clean, cite) and ";" not in body_of(clean, note) and len(body_of(clean, note)) < 90:
            text = clean.text[entry.body : entry.end].replace("\n", " ")
            page = re.search(r",? (?:pp?\. ?)?\d[\d–-]*(?=\.?\Z)", clean.text[cite.end : note.end].rstrip())
            if page is not None:
                text = f"{text.rstrip('.')}{page.group()}."
            yield _replaced(clean, "entry given in full in a note", cite.note, text)


@kind("unknown source given in full in a note", "CIT006", "BIL002")
def full_unknown(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """A note gives a whole reference that the bibliography lacks."""
    for number in shuffled(chance, range(len(clean.notes))):
        note = clean.notes[number]
        entries = [entry for entry in _listed(clean) if entry.version == clean.version(note.start)]
        if not entries or not _expendable(clean, number) or _merged(clean, number):
            continue
        made = _template(clean, clean.entries.index(entries[0]))
        if made is not None and clean.cites:
            yield _replaced(clean, "unknown source given in full in a note", number, made[0])
