"""Errors in the bibliography of one of two language versions, which only the other version tells."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from tests.planting.documents import Clean, Entry
from tests.planting.entries import listed
from tests.planting.plants import Change, Edit, kind, make, shuffled
from tests.planting.twins import URL, versions


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
    numbered = [entry for entry in listed(clean) if entry.number] if versions(clean) else []
    alike = [entry for entry in numbered if _same_number(clean, entry)]
    if len(alike) < 0.9 * len(numbered):
        return []
    runs = [numbered[at : at + size] for at in range(len(numbered) - size + 1)]
    return [run for run in runs if len({entry.version for entry in run}) == 1 and all(entry in alike for entry in run)]


@kind("versions: entries exchanged", "BIL005", "NUM009")
def entries_exchanged(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """Two neighbouring entries of one bibliography have changed places."""
    for run in shuffled(chance, _in_list(clean, 2)):
        yield make(
            clean,
            f"{run[0].number} {run[0].family}, {run[1].family}",
            _moved(clean, run, (1, 0)),
            [(run[0].start, run[-1].end)],
        )


@kind("versions: entry moved", "BIL005", "NUM009")
def entry_moved(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """An entry of one bibliography stands three places further on."""
    for run in shuffled(chance, _in_list(clean, 4)):
        yield make(
            clean,
            f"{run[0].number} {run[0].family} behind {run[-1].family}",
            _moved(clean, run, (1, 2, 3, 0)),
            [(run[0].start, run[-1].end)],
        )


def _twin_entries(clean: Clean, chance: random.Random) -> Iterator[tuple[Entry, Entry]]:
    """Entries by persons that both bibliographies have under one name and year."""
    entries = listed(clean) if versions(clean) else []
    for entry in shuffled(chance, entries):
        own = [one for one in entries if (one.family, one.year[:4]) == (entry.family, entry.year[:4])]
        if entry.person and entry.year and len(own) == 2 and own[0].version != own[1].version:
            yield entry, own[1] if own[0] is entry else own[0]


@kind("versions: another address", "BIL006")
def another_url(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """The address of an entry lacks a letter, or has one twice, in one version."""
    for entry in shuffled(chance, listed(clean)) if versions(clean) else ():
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
            f"{urls[0].group()}: {clean.text[at]} > {new or 'nothing'}",
            [(at, at + 1, new)],
            [(entry.start, entry.end)],
        )


@kind("versions: another date", "BIL007")
def another_date(clean: Clean, chance: random.Random) -> Iterator[Change]:
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
        yield make(clean, f"{entry.family}, {entry.year} > {new}", edits, spots)


@kind("versions: another spelling of an author", "BIL008")
def another_spelling(clean: Clean, chance: random.Random) -> Iterator[Change]:
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
        yield make(clean, f"{name} > {new}", edits, [(entry.start, entry.end)])


@kind("versions: author left out", "BIL008")
def author_left_out(clean: Clean, chance: random.Random) -> Iterator[Change]:
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
        yield make(clean, second.group(), edits, [(entry.start, entry.end)])
