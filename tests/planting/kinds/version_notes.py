"""Errors in the notes of one of two language versions: each version is right by itself, and the two contradict each other.

Whatever is changed is changed in the whole of one version (numbers go on, citations follow their entry), so that nothing
but the other version tells.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from tests.planting.carriers import PAGES
from tests.planting.documents import HEADING, Cite, Clean
from tests.planting.entries import invented, listed, numbered_like
from tests.planting.notes import body_of, expendable, place_of, repeated_behind, repeats
from tests.planting.plants import Change, kind, make, shuffled
from tests.planting.twins import apart, call_of, families, of_note, ranged, short_twins, twins, versions, without_notes


@kind("versions: note missing", "BIL001")
def note_missing(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """One version lacks a note; its numbers go on."""
    paired = twins(clean)
    for number in short_twins(clean, chance):
        note = clean.notes[number]
        alone = apart(clean, number, *families(clean, [number]))
        if expendable(clean, number) and not repeats(clean, note) and alone:
            twin = clean.notes[paired[number]]
            yield make(
                clean,
                f"note {note.label}: {body_of(clean, note)}",
                without_notes(clean, [number]),
                [place_of(twin), call_of(clean, number)],
            )


def _foreign(clean: Clean, chance: random.Random, cite: Cite) -> Cite | None:
    """A citation of another source of the same version, which every page is one of."""
    old = clean.entries[cite.entry]
    others = [
        other
        for other in clean.cites
        if clean.version(other.start) == clean.version(cite.start)
        and clean.entries[other.entry].family != old.family
        and clean.entries[other.entry].year != old.year
        and not ranged(clean, clean.entries[other.entry])
        and not re.search(r"[()\[\]]", clean.text[other.start : other.end])
        and re.match(r",? (?:and |et )?(?:1[5-9]|20)\d\d", clean.text[other.end :]) is None
    ]
    return chance.choice(others) if others else None


@kind("versions: another source", "BIL002")
def another_source(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A note of one version cites another source."""
    for number in short_twins(clean, chance):
        cites = of_note(clean, number)
        if len(cites) != 1 or len(clean.cited(cites[0].entry)) < 2 or not expendable(clean, number):
            continue
        cite = cites[0]
        other = _foreign(clean, chance, cite)
        if other is None or "(" in clean.text[cite.start : cite.end]:
            continue
        if not apart(clean, number, clean.entries[cite.entry].family, clean.entries[other.entry].family):
            continue
        new = clean.text[other.start : other.end]
        yield make(
            clean,
            f"{clean.text[cite.start : cite.end]} > {new}",
            [(cite.start, cite.end, new)],
            [place_of(clean.notes[number])],
        )


@kind("versions: source left out", "BIL002")
def source_left_out(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A note of one version cites one source less."""
    for number in short_twins(clean, chance):
        cites, note = of_note(clean, number), clean.notes[number]
        if len(cites) < 2 or repeated_behind(clean, number):
            continue
        first, last = cites[-2:]
        between = clean.text[first.end : last.start]
        cut = re.search(r"[ \u00a0]?; ?$", between)
        if cut is None or len(clean.cited(last.entry)) < 2 or last.entry in {cite.entry for cite in cites[:-1]}:
            continue
        end = note.end - (clean.text[note.start : note.end].endswith("."))
        yield make(
            clean,
            clean.text[last.start : end],
            [(first.end + cut.start(), end, "")],
            [place_of(note)],
        )


@kind("versions: source added", "BIL004")
def source_added(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A note or a bracket of one version cites a further source, which its bibliography alone has."""
    for cite in shuffled(chance, clean.cites) if versions(clean) else ():
        entries = [one for one in listed(clean) if one.version == clean.entries[cite.entry].version]
        made = invented(clean, clean.entries.index(entries[0]))
        page = PAGES.match(clean.text, cite.end)
        if made is None or page is None or clean.text[page.end()] == ";" or clean.text[page.end() + 1] == ";":
            continue
        if cite.note is not None and (repeated_behind(clean, cite.note) or cite.note not in twins(clean)):
            continue
        family, year = made[0].partition(",")[0], made[1]
        space = " ; " if clean.french(cite.start) else "; "
        gap = "\n" if clean.text[entries[-1].start - 2 : entries[-1].start - 1] != "\n" else "\n\n"
        added = f"{space}{family}, {year}, p. 5"
        yield make(
            clean,
            clean.text[cite.start : page.end()] + added,
            [
                (page.end(), page.end(), added),
                (entries[-1].end, entries[-1].end, gap + numbered_like(clean, entries[-1], made[0])),
            ],
            [(page.end(), page.end()), (entries[-1].end, entries[-1].end)],
        )


def _own_pages(clean: Clean, chance: random.Random) -> Iterator[tuple[int, re.Match[str]]]:
    """The single pages of notes with a twin, where any other page would do as well."""
    for number in short_twins(clean, chance):
        note = clean.notes[number]
        cites = of_note(clean, number)
        if any(ranged(clean, clean.entries[cite.entry]) for cite in cites):
            continue
        if not cites and not repeats(clean, note):
            continue
        if repeats(clean, note):
            before = number - 1
            while before > 0 and repeats(clean, clean.notes[before]):
                before -= 1
            if any(ranged(clean, clean.entries[cite.entry]) for cite in of_note(clean, before)):
                continue
        pages = list(re.finditer(r"(?:pp?\. ?|, )(\d{1,3})(?![\d-])(?=[.;]|\Z| ;)", body_of(clean, note)))
        if pages:
            yield number, chance.choice(pages)


@kind("versions: another page", "BIL003")
def another_page(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A note of one version cites another page."""
    for number, page in _own_pages(clean, chance):
        note = clean.notes[number]
        new = str(int(page.group(1)) + chance.choice((1, 3, 10, 30)))
        yield make(
            clean,
            f"note {note.label}: {body_of(clean, note)} > {new}",
            [(note.body + page.start(1), note.body + page.end(1), new)],
            [place_of(note)],
        )


@kind("versions: page left out", "BIL003")
def page_left_out(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A note of one version cites no page."""
    for number, page in _own_pages(clean, chance):
        note = clean.notes[number]
        body = body_of(clean, note)
        if repeated_behind(clean, number) or repeats(clean, note) or len(of_note(clean, number)) != 1:
            continue
        start = note.body + page.start() - (body[: page.start()].endswith(", ") * 2)
        yield make(
            clean,
            f"note {note.label}: {body}",
            [(start, note.body + page.end(), "")],
            [place_of(note)],
        )


@kind("versions: notes exchanged", "BIL011")
def notes_exchanged(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """Two neighbouring notes of one version have changed places."""
    paired = twins(clean)
    for number in short_twins(clean, chance):
        other = number + 1
        if other not in paired or paired[other] - paired[number] != 1 or repeated_behind(clean, other):
            continue
        one, two = clean.notes[number], clean.notes[other]
        own, others = ({cite.entry for cite in of_note(clean, at)} for at in (number, other))
        if not own or not others or own & others or repeats(clean, one) or repeats(clean, two):
            continue
        if abs(call_of(clean, number)[0] - call_of(clean, other)[0]) > 400:
            continue
        if HEADING.search(clean.text[call_of(clean, number)[0] : call_of(clean, other)[0]]):
            continue
        yield make(
            clean,
            f"notes {one.label} and {two.label}",
            [(one.body, one.end, body_of(clean, two)), (two.body, two.end, body_of(clean, one))],
            [place_of(one), place_of(two)],
        )
