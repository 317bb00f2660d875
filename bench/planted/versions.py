"""Errors in one of two language versions: each version is right by itself, and the two contradict each other.

Whatever is changed is changed in the whole of one version (numbers go on, citations follow their entry), so that nothing
but the other version tells.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from carriers import PAGES, bilingual
from documents import BY_HAND, HEADING, JOIN, SUP_CALL, UNIT, Cite, Clean, Entry, relabelled
from plant import (
    Edit,
    Plant,
    _expendable,
    _listed,
    _numbered_like,
    _template,
    _whole_lines,
    body_of,
    kind,
    make,
    place_of,
    repeated_behind,
    repeats,
    said_in,
    shuffled,
)

MONEY = r"US\$|[$€£]|d[’']euros|euros?|dollars?|roubles?|rubles?|livres[ \u00a0]sterling|pounds|yuans?"
SCALE = r"(?:[ \u00a0](?:millions?|billions?|milliards?|mille|thousand))?"
NUMBER = r"\d{1,3}(?:[ \u00a0\u202f,]\d{3})+(?:[.,]\d{1,2})?|\d{1,4}(?:[.,]\d{1,2})?"
AMOUNT = re.compile(
    rf"(?:€|US\$|\$|£)(?P<sign>{NUMBER})\b{SCALE}|(?<![\d.,])(?P<word>{NUMBER}){SCALE}[ \u00a0](?:{MONEY})\b"
)
FIGURE = re.compile(
    rf"(?<![\d.,\w$€£/–<>\[^-])(?P<figure>{NUMBER})(?![\d\w<>\]/–-]|[.,]\d|[ \u00a0\u202f]\d| (?:à|to) \d|[ \u00a0](?:{MONEY}))"
)
URL = re.compile(r"https?://[^\s<>()\[\]]+[\w/]")
CLOSE = 15
"""Figures up to this one are words as often as figures."""
SCALED = re.compile(rf"[ \u00a0](?:millions?|billions?|milliards?|{MONEY})")


def versions(clean: Clean) -> list[tuple[int, int]]:
    """The versions of a report in two languages; none where it is in one."""
    return clean.spans if bilingual(clean) and len(clean.spans) == 2 else []


def twins(clean: Clean) -> dict[int, int]:
    """The notes that say, alone in their version, what a note of the other says in the same words."""
    if not versions(clean):
        return {}
    sides: tuple[list[int], list[int]] = ([], [])
    for number, note in enumerate(clean.notes):
        sides[clean.version(note.start)].append(number)
    said = [[said_in(clean, clean.notes[number]) for number in side] for side in sides]
    found: dict[int, int] = {}
    for number, words in zip(sides[0], said[0], strict=True):
        if said[0].count(words) == said[1].count(words) == 1:
            other = sides[1][said[1].index(words)]
            found[number], found[other] = other, number
    return found


def _paired(clean: Clean, chance: random.Random) -> list[int]:
    """Short notes with a twin, called once each, in any order."""
    called = {marker.note for marker in clean.markers}
    return [
        number
        for number in shuffled(chance, sorted(twins(clean)))
        if number in called and len(body_of(clean, clean.notes[number])) < 100
    ]


def _calls(clean: Clean, number: int) -> tuple[int, int]:
    marker = next(one for one in clean.markers if one.note == number)
    return marker.start, marker.end


def _without(clean: Clean, numbers: Sequence[int]) -> list[Edit]:
    """Takes notes and their markers out, and lets the numbers of their version go on."""
    gone = [clean.notes[number] for number in numbers]
    side = clean.version(gone[0].start)
    edits = [_whole_lines(clean, note) for note in gone]
    edits += [(one.start, one.end, "") for one in clean.markers if one.note in numbers]
    start, end = clean.spans[side]
    form = gone[0].form
    notes = [note for note in clean.notes if clean.version(note.start) == side]
    notes = [note for note in notes if note.form in (BY_HAND if form in BY_HAND else (form,))]
    if not all(note.label.isdigit() for note in notes):
        return edits
    taken = {edit[0] for edit in edits}
    # Numbers that something is wrong with go on, too.
    places = {(note.start, note.body): note.label for note in notes}
    places |= {
        (start + call.start(), start + call.end()): call.group(1)
        for call in SUP_CALL.finditer(clean.text[start:end])
        if not UNIT.search(clean.text[start + call.start() - 6 : start + call.start()])
        and not any(note.start == start + call.start() for note in notes)
    }
    places |= {(one.start, one.end): one.label for one in clean.markers if clean.version(one.start) == side}
    for (at, to), label in places.items():
        by = sum(int(note.label) < int(label) for note in gone)
        if by and at not in taken:
            edits.append((at, to, relabelled(clean.text[at:to], label, str(int(label) - by))))
    return edits


def _ranged(clean: Clean, entry: Entry) -> bool:
    """Whether an entry says on which pages it stands, so that not every page is one of it."""
    return re.search(r"\d[-–]\d", URL.sub("", clean.text[entry.body : entry.end])) is not None


def _of_note(clean: Clean, number: int) -> list[Cite]:
    return [cite for cite in clean.cites if cite.note == number]


def _families(clean: Clean, numbers: Sequence[int]) -> set[str]:
    """Whom notes cite."""
    return {clean.entries[cite.entry].family for number in numbers for cite in _of_note(clean, number)}


def _apart(clean: Clean, number: int, *families: str) -> bool:
    """Whether the notes beside a note and beside its twin cite others: a translation may merge notes on one source."""
    beside = [at + by for at in (number, twins(clean)[number]) for by in (-1, 1)]
    return _families(clean, [at for at in beside if 0 <= at < len(clean.notes)]).isdisjoint(families)


# Notes


@kind("versions: note missing", "BIL001")
def note_missing(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """One version lacks a note; its numbers go on."""
    paired = twins(clean)
    for number in _paired(clean, chance):
        note = clean.notes[number]
        apart = _apart(clean, number, *_families(clean, [number]))
        if _expendable(clean, number) and not repeats(clean, note) and apart:
            twin = clean.notes[paired[number]]
            yield make(
                clean,
                "versions: note missing",
                f"note {note.label}: {body_of(clean, note)}",
                _without(clean, [number]),
                [place_of(twin), _calls(clean, number)],
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
        and not _ranged(clean, clean.entries[other.entry])
        and not re.search(r"[()\[\]]", clean.text[other.start : other.end])
        and re.match(r",? (?:and |et )?(?:1[5-9]|20)\d\d", clean.text[other.end :]) is None
    ]
    return chance.choice(others) if others else None


@kind("versions: another source", "BIL002")
def another_source(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """A note of one version cites another source."""
    for number in _paired(clean, chance):
        cites = _of_note(clean, number)
        if len(cites) != 1 or len(clean.cited(cites[0].entry)) < 2 or not _expendable(clean, number):
            continue
        cite = cites[0]
        other = _foreign(clean, chance, cite)
        if other is None or "(" in clean.text[cite.start : cite.end]:
            continue
        if not _apart(clean, number, clean.entries[cite.entry].family, clean.entries[other.entry].family):
            continue
        new = clean.text[other.start : other.end]
        yield make(
            clean,
            "versions: another source",
            f"{clean.text[cite.start : cite.end]} > {new}",
            [(cite.start, cite.end, new)],
            [place_of(clean.notes[number])],
        )


@kind("versions: source left out", "BIL002")
def source_left_out(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """A note of one version cites one source less."""
    for number in _paired(clean, chance):
        cites, note = _of_note(clean, number), clean.notes[number]
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
            "versions: source left out",
            clean.text[last.start : end],
            [(first.end + cut.start(), end, "")],
            [place_of(note)],
        )


@kind("versions: source added", "BIL004")
def source_added(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """A note or a bracket of one version cites a further source, which its bibliography alone has."""
    for cite in shuffled(chance, clean.cites) if versions(clean) else ():
        entries = [one for one in _listed(clean) if one.version == clean.entries[cite.entry].version]
        made = _template(clean, clean.entries.index(entries[0]))
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
            "versions: source added",
            clean.text[cite.start : page.end()] + added,
            [
                (page.end(), page.end(), added),
                (entries[-1].end, entries[-1].end, gap + _numbered_like(clean, entries[-1], made[0])),
            ],
            [(page.end(), page.end()), (entries[-1].end, entries[-1].end)],
        )


def _own_pages(clean: Clean, chance: random.Random) -> Iterator[tuple[int, re.Match[str]]]:
    """The single pages of notes with a twin, where any other page would do as well."""
    for number in _paired(clean, chance):
        note = clean.notes[number]
        cites = _of_note(clean, number)
        if any(_ranged(clean, clean.entries[cite.entry]) for cite in cites):
            continue
        if not cites and not repeats(clean, note):
            continue
        if repeats(clean, note):
            before = number - 1
            while before > 0 and repeats(clean, clean.notes[before]):
                before -= 1
            if any(_ranged(clean, clean.entries[cite.entry]) for cite in _of_note(clean, before)):
                continue
        pages = list(re.finditer(r"(?:pp?\. ?|, )(\d{1,3})(?![\d-])(?=[.;]|\Z| ;)", body_of(clean, note)))
        if pages:
            yield number, chance.choice(pages)


@kind("versions: another page", "BIL003")
def another_page(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """A note of one version cites another page."""
    for number, page in _own_pages(clean, chance):
        note = clean.notes[number]
        new = str(int(page.group(1)) + chance.choice((1, 3, 10, 30)))
        yield make(
            clean,
            "versions: another page",
            f"note {note.label}: {body_of(clean, note)} > {new}",
            [(note.body + page.start(1), note.body + page.end(1), new)],
            [place_of(note)],
        )


@kind("versions: page left out", "BIL003")
def page_left_out(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """A note of one version cites no page."""
    for number, page in _own_pages(clean, chance):
        note = clean.notes[number]
        body = body_of(clean, note)
        if repeated_behind(clean, number) or repeats(clean, note) or len(_of_note(clean, number)) != 1:
            continue
        start = note.body + page.start() - (body[: page.start()].endswith(", ") * 2)
        yield make(
            clean,
            "versions: page left out",
            f"note {note.label}: {body}",
            [(start, note.body + page.end(), "")],
            [place_of(note)],
        )


@kind("versions: notes exchanged", "BIL011")
def notes_exchanged(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """Two neighbouring notes of one version have changed places."""
    paired = twins(clean)
    for number in _paired(clean, chance):
        other = number + 1
        if other not in paired or paired[other] - paired[number] != 1 or repeated_behind(clean, other):
            continue
        one, two = clean.notes[number], clean.notes[other]
        own, others = ({cite.entry for cite in _of_note(clean, at)} for at in (number, other))
        if not own or not others or own & others or repeats(clean, one) or repeats(clean, two):
            continue
        if abs(_calls(clean, number)[0] - _calls(clean, other)[0]) > 400:
            continue
        if HEADING.search(clean.text[_calls(clean, number)[0] : _calls(clean, other)[0]]):
            continue
        yield make(
            clean,
            "versions: notes exchanged",
            f"notes {one.label} and {two.label}",
            [(one.body, one.end, body_of(clean, two)), (two.body, two.end, body_of(clean, one))],
            [place_of(one), place_of(two)],
        )


# Entries


def _same_number(clean: Clean, entry: Entry) -> bool:
    """Whether both bibliographies have an entry under one number."""
    return any(
        other.number == entry.number and other.version != entry.version and other.family == entry.family
        for other in clean.entries
    )


def _moved(clean: Clean, run: Sequence[Entry], order: Sequence[int]) -> list[Edit]:
    """Entries in another order under the numbers of their places."""
    return [
        (place.body, place.end, clean.text[run[at].body : run[at].end]) for place, at in zip(run, order, strict=True)
    ]


def _in_list(clean: Clean, size: int) -> list[list[Entry]]:
    """Numbered entries in a row under the numbers that the other version has."""
    listed = [entry for entry in _listed(clean) if entry.number] if versions(clean) else []
    alike = [entry for entry in listed if _same_number(clean, entry)]
    if len(alike) < 0.9 * len(listed):
        return []
    runs = [listed[at : at + size] for at in range(len(listed) - size + 1)]
    return [run for run in runs if len({entry.version for entry in run}) == 1 and all(entry in alike for entry in run)]


@kind("versions: entries exchanged", "BIL005", "NUM009")
def entries_exchanged(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """Two neighbouring entries of one bibliography have changed places."""
    for run in shuffled(chance, _in_list(clean, 2)):
        yield make(
            clean,
            "versions: entries exchanged",
            f"{run[0].number} {run[0].family}, {run[1].family}",
            _moved(clean, run, (1, 0)),
            [(run[0].start, run[-1].end)],
        )


@kind("versions: entry moved", "BIL005", "NUM009")
def entry_moved(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """An entry of one bibliography stands three places further on."""
    for run in shuffled(chance, _in_list(clean, 4)):
        yield make(
            clean,
            "versions: entry moved",
            f"{run[0].number} {run[0].family} behind {run[-1].family}",
            _moved(clean, run, (1, 2, 3, 0)),
            [(run[0].start, run[-1].end)],
        )


def _twin_entries(clean: Clean, chance: random.Random) -> Iterator[tuple[Entry, Entry]]:
    """Entries by persons that both bibliographies have under one name and year."""
    listed = _listed(clean) if versions(clean) else []
    for entry in shuffled(chance, listed):
        own = [one for one in listed if (one.family, one.year[:4]) == (entry.family, entry.year[:4])]
        if entry.person and entry.year and len(own) == 2 and own[0].version != own[1].version:
            yield entry, own[1] if own[0] is entry else own[0]


@kind("versions: another address", "BIL006")
def another_url(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """The address of an entry lacks a letter, or has one twice, in one version."""
    for entry in shuffled(chance, _listed(clean)) if versions(clean) else ():
        urls = list(URL.finditer(clean.text, entry.body, entry.end))
        # An address that leads only its author anywhere need not be the same.
        if len(urls) != 1 or "?" in clean.text[urls[0].start() : entry.end] or clean.text.count(urls[0].group()) != 2:
            continue
        paths = list(re.finditer(r"(?<=[a-z])[a-z](?=[a-z]{2})", urls[0].group()))
        paths = [one for one in paths if one.start() > urls[0].group().index("/", 8)]
        if "doi.org" in urls[0].group() or not paths:
            continue
        at = urls[0].start() + chance.choice(paths).start()
        new = chance.choice(("", clean.text[at] * 2))
        yield make(
            clean,
            "versions: another address",
            f"{urls[0].group()}: {clean.text[at]} > {new or 'nothing'}",
            [(at, at + 1, new)],
            [(entry.start, entry.end)],
        )


@kind("versions: another date", "BIL007")
def another_date(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """An entry of one version has another year, and so have all its citations."""
    for entry, _ in _twin_entries(clean, chance):
        if not entry.year.isdigit() or entry.year_at is None:
            continue
        number = clean.entries.index(entry)
        new = str(int(entry.year) + chance.choice((-1, 1, -10)))
        stretch = clean.spans[entry.version]
        told = len(re.findall(rf"{re.escape(entry.family)}[^\n;]{{0,60}}{entry.year}", clean.text[slice(*stretch)]))
        cites = clean.cited(number)
        taken = any(other.family == entry.family and other.year[:4] == new for other in clean.entries)
        if not cites or taken or told != len(cites) + 1 or entry.year in clean.text[entry.year_at[1] : entry.end]:
            continue
        spots = [(entry.start, entry.end), *((cite.start, cite.end) for cite in cites)]
        edits = [(*entry.year_at, new), *((*cite.year_at, new) for cite in cites)]
        yield make(clean, "versions: another date", f"{entry.family}, {entry.year} > {new}", edits, spots)


@kind("versions: another spelling of an author", "BIL008")
def another_spelling(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """An author has another name in one version, wherever it is told."""
    for entry, _ in _twin_entries(clean, chance):
        name = entry.family
        same = [one for one in clean.entries if one.version == entry.version and one.family == name]
        if len(name) < 6 or len(same) != 1:
            continue
        at = chance.randint(2, len(name) - 2)
        new = name[:at] + name[at + 1 :]
        start, end = clean.spans[entry.version]
        found = [match.span() for match in re.finditer(re.escape(name), clean.text[start:end])]
        if new == name or not found or new in clean.text:
            continue
        edits = [(start + a, start + b, new) for a, b in found]
        yield make(
            clean, "versions: another spelling of an author", f"{name} > {new}", edits, [(entry.start, entry.end)]
        )


@kind("versions: author left out", "BIL008")
def author_left_out(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """The second of two authors is missing in one version, wherever the source is told."""
    for entry, _ in _twin_entries(clean, chance):
        text = clean.text[entry.body : entry.end]
        second = re.match(
            rf"{re.escape(entry.family)}, [A-Z]\.,?(?P<cut> (?:&|et|and) (?P<name>[^\W\d_][\w’'-]+), [A-Z]\.)", text
        )
        if second is None:
            continue
        start, end = clean.spans[entry.version]
        both = re.compile(rf"{re.escape(entry.family)}( (?:&|et|and) {re.escape(second.group('name'))})\b")
        cites = [match.span(1) for match in both.finditer(clean.text, start, end)]
        told = len(re.findall(re.escape(second.group("name")), clean.text[start:end]))
        others = re.findall(rf"{re.escape(entry.family)} (?:&|et|and) ", clean.text[start:end])
        if len(others) != len(cites):
            continue
        if told != len(cites) + 1:
            continue
        edits: list[Edit] = [(entry.body + second.start("cut"), entry.body + second.end("cut"), "")]
        edits += [(a, b, "") for a, b in cites]
        yield make(clean, "versions: author left out", second.group(), edits, [(entry.start, entry.end)])


# Text


def _prose(clean: Clean) -> Iterator[tuple[int, int]]:
    """The paragraphs of the running text."""
    for block in re.finditer(r"(?m)^(?![#<\[>|⁰-⁹²³¹\d-])[^\n]{60,}$", clean.text):
        if not clean.in_bibliography(block.start()) and clean.note_at(block.start()) is None:
            yield block.span()


def _changed(printed: str, chance: random.Random) -> str:
    """A number with another first digit."""
    first = chance.choice([digit for digit in "123456789" if digit != printed[0]])
    return first + printed[1:]


@kind("versions: another figure", "BIL009")
def another_figure(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """A figure of the running text is another one in one version."""
    found = []
    for start, end in _prose(clean) if versions(clean) else ():
        cites = [
            (cite.start, (PAGES.match(clean.text, cite.end) or re.compile("").match(clean.text, cite.end)).end())
            for cite in clean.cites
        ]
        for match in FIGURE.finditer(clean.text, start, end):
            at, printed = match.start("figure"), match.group("figure")
            plain = re.sub(r"[ \u00a0\u202f,.]", "", printed)
            year = len(printed) == 4 and printed.isdigit()
            if year or int(plain) <= CLOSE or SCALED.match(clean.text, match.end()):
                continue
            if "(" in clean.text[max(start, at - 40) : at].rpartition(")")[2] or any(a <= at < b for a, b in cites):
                continue
            if re.search(
                r"(?i)\b(?:pp?\.|n°|no\.|art\.|article|note|notes|section|chapter|chapitre) ?$",
                clean.text[at - 10 : at],
            ):
                continue
            months = r" (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|January|February|March|April|May|June|July|August|September|October|November|December)"
            if re.match(months, clean.text[match.end() :]) or re.search(months + "$", clean.text[at - 12 : at - 1]):
                continue
            found.append((at, match.end("figure"), printed))
    for start, end, printed in shuffled(chance, found):
        new = _changed(printed, chance)
        if new in clean.text or int(re.sub(r"\D", "", new)) <= CLOSE or new in ("50", "100"):
            continue
        yield make(
            clean,
            "versions: another figure",
            f"{clean.text[start - 20 : end + 15]!r}: {new}",
            [(start, end, new)],
            [(start, end)],
        )


@kind("versions: another amount", "CUR004")
def another_amount(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """An amount of the running text is another one in one version."""
    found = []
    for start, end in _prose(clean) if versions(clean) else ():
        for match in AMOUNT.finditer(clean.text, start, end):
            name = "sign" if match.group("sign") else "word"
            # A sum beside its conversion would contradict that, too.
            beside = "(" in clean.text[match.start() - 5 : match.start()] or clean.text.startswith(" (", match.end())
            if not beside:
                found.append((*match.span(name), match.group(name)))
    for start, end, printed in shuffled(chance, found):
        new = _changed(printed, chance)
        if new not in clean.text:
            yield make(
                clean,
                "versions: another amount",
                f"{clean.text[start - 20 : end + 15]!r}: {new}",
                [(start, end, new)],
                [(start, end)],
            )


@kind("versions: paragraph missing", "BIL001")
def paragraph_missing(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """A paragraph of one version is missing with its notes."""
    for start, end in shuffled(chance, list(_prose(clean))) if twins(clean) else ():
        numbers = sorted(marker.note for marker in clean.markers if start <= marker.start < end)
        if len(numbers) < 2 or not all(_expendable(clean, number) or number + 1 in numbers for number in numbers):
            continue
        cites = [cite for cite in clean.cites if cite.note in numbers or start <= cite.start < end]
        gone = {cite.entry for cite in cites}
        if any(all(other in cites for other in clean.cited(entry)) for entry in gone):
            continue
        if any(number not in twins(clean) for number in numbers):
            continue
        edits = [edit for edit in _without(clean, numbers) if not start <= edit[0] < end]
        behind = end
        while clean.text[behind : behind + 1] == "\n":
            behind += 1
        spots = [place_of(clean.notes[twins(clean)[number]]) for number in numbers]
        yield make(
            clean,
            "versions: paragraph missing",
            clean.text[start : start + 50],
            [*edits, (start, behind, "")],
            spots,
        )


def _headings(clean: Clean) -> list[re.Match[str]]:
    """The headings of the text below the title."""
    return [
        match
        for match in HEADING.finditer(clean.text)
        if len(match.group(1)) > 1 and not clean.in_bibliography(match.start()) and JOIN not in match.group()
    ]


@kind("versions: heading missing", "BIL010")
def heading_missing(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """One version lacks a heading; its text stands below the one before."""
    for match in shuffled(chance, _headings(clean)) if versions(clean) else ():
        own = [other for other in _headings(clean) if clean.version(other.start()) != clean.version(match.start())]
        ours = [other for other in _headings(clean) if clean.version(other.start()) == clean.version(match.start())]
        if len(own) != len(ours):
            continue
        twin = own[[other.start() for other in ours].index(match.start())]
        yield make(
            clean,
            "versions: heading missing",
            match.group(),
            [(match.start(), match.end() + 2, "")],
            [twin.span(), (match.start(), match.start())],
        )


@kind("versions: heading numbered otherwise", "BIL010")
def heading_number(clean: Clean, chance: random.Random) -> Iterator[Plant]:
    """The last heading of one version skips a number."""
    for match in shuffled(chance, _headings(clean)) if versions(clean) else ():
        number = re.match(r"(?P<before>(?:\d+\.)*?)(?P<last>\d+)(?=\.? )", match.group(2))
        if number is None:
            continue
        behind = [other for other in _headings(clean) if clean.version(other.start()) == clean.version(match.start())]
        same = re.compile(re.escape(number.group("before")) + r"(\d+)(?=\.? )")
        taken = [int(found.group(1)) for other in behind if (found := same.match(other.group(2)))]
        if int(number.group("last")) != max(taken):
            continue
        if any(re.match(rf"{re.escape(number.group())}\.\d", other.group(2)) for other in behind):
            # Its sub-headings would keep the old number: as many defects more.
            continue
        at = match.start(2) + number.start("last")
        for further in (1, 2):
            yield make(
                clean,
                "versions: heading numbered otherwise",
                match.group(),
                [(at, at + len(number.group("last")), str(max(taken) + further))],
                [match.span()],
            )
