"""Errors in the running text of one of two language versions, which only the other version tells."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from tests.planting.carriers import PAGES
from tests.planting.documents import HEADING, JOIN, Clean
from tests.planting.notes import expendable, place_of
from tests.planting.plants import Change, kind, make, shuffled
from tests.planting.twins import twins, versions, without_notes

MONEY = r"US\$|[$€£]|d[’']euros|euros?|dollars?|roubles?|rubles?|livres[ \u00a0]sterling|pounds|yuans?"
SCALE = r"(?:[ \u00a0](?:millions?|billions?|milliards?|mille|thousand))?"
NUMBER = r"\d{1,3}(?:[ \u00a0\u202f,]\d{3})+(?:[.,]\d{1,2})?|\d{1,4}(?:[.,]\d{1,2})?"
AMOUNT = re.compile(
    rf"(?:€|US\$|\$|£)(?P<sign>{NUMBER})\b{SCALE}|(?<![\d.,])(?P<word>{NUMBER}){SCALE}[ \u00a0](?:{MONEY})\b"
)
FIGURE = re.compile(
    rf"(?<![\d.,\w$€£/–<>\[^-])(?P<figure>{NUMBER})(?![\d\w<>\]/–-]|[.,]\d|[ \u00a0\u202f]\d| (?:à|to) \d|[ \u00a0](?:{MONEY}))"
)
CLOSE = 15
"""Figures up to this one are words as often as figures."""
SCALED = re.compile(rf"[ \u00a0](?:millions?|billions?|milliards?|{MONEY})")


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
def another_figure(clean: Clean, chance: random.Random) -> Iterator[Change]:
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
            f"{clean.text[start - 20 : end + 15]!r}: {new}",
            [(start, end, new)],
            [(start, end)],
        )


@kind("versions: another amount", "CUR004")
def another_amount(clean: Clean, chance: random.Random) -> Iterator[Change]:
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
                f"{clean.text[start - 20 : end + 15]!r}: {new}",
                [(start, end, new)],
                [(start, end)],
            )


@kind("versions: paragraph missing", "BIL001")
def paragraph_missing(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A paragraph of one version is missing with its notes."""
    for start, end in shuffled(chance, list(_prose(clean))) if twins(clean) else ():
        numbers = sorted(marker.note for marker in clean.markers if start <= marker.start < end)
        if len(numbers) < 2 or not all(expendable(clean, number) or number + 1 in numbers for number in numbers):
            continue
        cites = [cite for cite in clean.cites if cite.note in numbers or start <= cite.start < end]
        gone = {cite.entry for cite in cites}
        if any(all(other in cites for other in clean.cited(entry)) for entry in gone):
            continue
        if any(number not in twins(clean) for number in numbers):
            continue
        edits = [edit for edit in without_notes(clean, numbers) if not start <= edit[0] < end]
        behind = end
        while clean.text[behind : behind + 1] == "\n":
            behind += 1
        spots = [place_of(clean.notes[twins(clean)[number]]) for number in numbers]
        yield make(
            clean,
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
def heading_missing(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """One version lacks a heading; its text stands below the one before."""
    for match in shuffled(chance, _headings(clean)) if versions(clean) else ():
        own = [other for other in _headings(clean) if clean.version(other.start()) != clean.version(match.start())]
        ours = [other for other in _headings(clean) if clean.version(other.start()) == clean.version(match.start())]
        if len(own) != len(ours):
            continue
        twin = own[[other.start() for other in ours].index(match.start())]
        yield make(
            clean,
            match.group(),
            [(match.start(), match.end() + 2, "")],
            [twin.span(), (match.start(), match.start())],
        )


@kind("versions: heading numbered otherwise", "BIL010")
def heading_number(clean: Clean, chance: random.Random) -> Iterator[Change]:
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
                match.group(),
                [(at, at + len(number.group("last")), str(max(taken) + further))],
                [match.span()],
            )
