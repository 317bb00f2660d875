"""RIS (``.ris``), which every reference manager writes, to the entries of a bibliography.

A record is lines of a tag of two signs, two spaces, a hyphen and a value, from ``TY`` to ``ER``. What programs make of that is
read as well: one space, no ``ER`` at the end of a record or of the file, values that go on in the next line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from citecheck.model.document import Entry, Unreadable
from citecheck.model.reference import CSL_TYPES, Person, Reference
from citecheck.model.source import Source, Span
from citecheck.read.databases.entries import ISO, Entries, author_text, collected, entry, printed_year

__all__ = ["ENDINGS", "NAME", "claims", "entries"]

NAME = "RIS"
ENDINGS = (".ris",)

TYPES = {
    "ABST": "article-journal",
    "BILL": "bill",
    "BLOG": "post-weblog",
    "BOOK": "book",
    "CASE": "legal_case",
    "CHAP": "chapter",
    "COMP": "software",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "CTLG": "book",
    "DATA": "dataset",
    "DBASE": "dataset",
    "DICT": "entry-dictionary",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia",
    "FIGURE": "figure",
    "HEAR": "hearing",
    "ICOMM": "personal_communication",
    "INPR": "article-journal",
    "JFULL": "periodical",
    "JOUR": "article-journal",
    "LEGAL": "legislation",
    "MANSCPT": "manuscript",
    "MAP": "map",
    "MGZN": "article-magazine",
    "MPCT": "motion_picture",
    "MUSIC": "musical_score",
    "NEWS": "article-newspaper",
    "PAMP": "pamphlet",
    "PAT": "patent",
    "PCOMM": "personal_communication",
    "RPRT": "report",
    "SER": "book",
    "SLIDE": "speech",
    "SOUND": "song",
    "STAND": "standard",
    "STAT": "legislation",
    "THES": "thesis",
    "UNPB": "manuscript",
    "VIDEO": "motion_picture",
    "WEB": "webpage",
}
"""What the types of RIS are in CSL; any other is a ``document``."""
TITLES = ("TI", "T1", "CT")
CONTAINERS = ("T2", "JO", "JF", "BT", "JA", "J2", "T3")
FIELDS = {
    "publisher": ("PB",),
    "place": ("CY", "PP"),
    "volume": ("VL",),
    "issue": ("IS", "M1"),
}
"""The tags that may hold a field of a Reference, the likeliest first."""
CREATORS = (("AU", "A1"), ("A2", "ED"), ("A3", "A4"))
"""The tags of who made a work: authors, editors, and editors of a series or translators."""
KEYS = ("ID", "LB")
DATES = ("DA", "PY", "Y1")
ADDRESSES = ("UR", "LK", "L2")
WHOLE = frozenset(("BOOK", "EBOOK", "EDBOOK", "SER", "CTLG"))
"""Types of which ``BT`` is the title."""
BLANKS = " \t\n"
OTHERS = frozenset(("others", "et al", "et al."))
LINE = re.compile(r"[ \t]*(?P<tag>[A-Z][A-Z0-9])[ \t]{1,4}-(?:[ \t]+(?P<value>[^\n]*))?\n?")
DOI = re.compile(r"10\.[0-9]{4,9}/\S+")
PAGE_RANGE = re.compile(r"\d+[-\u2013]\d+")
DATE = re.compile(r"(?P<year>\d{4})(?:/(?P<month>\d{0,2})(?:/(?P<day>\d{0,2})(?:/(?P<other>[^\n]*))?)?)?", re.ASCII)
PAGES = re.compile(r"^[ \t]*[SE]P[ \t]{1,4}-[ \t]*(?P<value>\S(?:[^\n]*\S)?)?", re.MULTILINE)


class _Record(Struct, frozen=True):
    """A record and the values of its tags, in order, without the line breaks within them."""

    span: Span
    values: Mapping[str, Sequence[str]]

    def first(self, tags: Iterable[str]) -> str | None:
        """The first value of the first of the tags that has one."""
        return next((value for tag in tags for value in self.values.get(tag, ()) if value), None)


class _Line(Struct, frozen=True):
    """A line from ``start`` to ``end``, with its tag, if it has one."""

    start: int
    end: int
    tag: str
    value: str


def claims(text: str) -> bool:
    """Whether a text is RIS: nothing else has the ending."""
    return True


def entries(source: Source) -> Entries:
    """The records, in order; text that belongs to none is unreadable, at its place."""
    return collected(
        (_entry(one, number) if isinstance(one, _Record) else one for number, one in enumerate(_records(source), 1)),
        "ID",
    )


def _entry(record: _Record, number: int) -> Entry:
    """The entry of a record; one without a key is named by its place, as no text can cite it by a key."""
    keys = [value for tag in KEYS for value in record.values.get(tag, ()) if value and " " not in value]
    return entry(keys[0] if keys else str(number), record.span, _reference(record), tuple(dict.fromkeys(keys[1:])))


def _records(source: Source) -> Iterator[_Record | Unreadable]:
    """The records of a text, and what stands outside of them."""
    for lines in _gathered(_lines(source.text)):
        span = _trimmed(source, lines[0].start, lines[-1].end)
        if lines[0].tag == "TY":
            yield _Record(span, _values(lines))
        elif any(line.value or line.tag not in ("", "ER") for line in lines):
            yield Unreadable(span, "it belongs to no record: a record begins with TY  - ")


def _lines(text: str) -> Iterator[_Line]:
    """The lines of a text; one without a tag is all value."""
    at = 0
    while at < len(text):
        match = LINE.match(text, at)
        end = match.end() if match else text.find("\n", at) + 1 or len(text)
        value = (match["value"] or "") if match else text[at:end]
        yield _Line(at, end, match["tag"] if match else "", value.strip(BLANKS))
        at = end


def _gathered(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    """Lines that belong together: a record ends with ``ER``, before the next ``TY`` or with the text."""
    held: list[_Line] = []
    for line in lines:
        if line.tag == "TY" and held:
            yield held
            held = []
        held.append(line)
        if line.tag == "ER":
            yield held
            held = []
    if held:
        yield held


def _values(lines: Iterable[_Line]) -> dict[str, list[str]]:
    """The values of each tag in order; a line without a tag goes on with the value before it."""
    values: dict[str, list[str]] = {}
    tag = ""
    for line in lines:
        if line.tag:
            tag = line.tag
            values.setdefault(tag, []).append(line.value)
        else:
            values[tag][-1] = f"{values[tag][-1]} {line.value}".strip(BLANKS)
    return values


def _trimmed(source: Source, start: int, end: int) -> Span:
    text = source.text[start:end]
    return Span(source, start + len(text) - len(text.lstrip()), start + len(text.rstrip()))


def _reference(record: _Record) -> Reference:
    kind = (record.first(("TY",)) or "").upper()
    authors, et_al = _authors(record)
    year, suffix, date = _date(record)
    whole = kind in WHOLE
    container = record.first(tag for tag in CONTAINERS if not (whole and tag == "BT"))
    texts: dict[str, Any] = {name: record.first(tags) for name, tags in FIELDS.items()}
    return Reference(
        record.span,
        authors,
        author_text(authors, et_al),
        year,
        suffix,
        date,
        title=record.first((*TITLES, "BT") if whole else TITLES),
        container=container,
        pages=_pages(record.first(("SP",)), record.first(("EP",))),
        url=record.first(ADDRESSES),
        doi=_doi(record),
        accessed=_accessed(record.first(("Y2",))),
        type=_type(kind, record),
        et_al=et_al,
        pages_span=_pages_span(record),
        **texts,
    )


def _type(kind: str, record: _Record) -> str:
    """The CSL type of a record; our own export has those that RIS lacks as the kind of a work (``M3``)."""
    named = record.first(("M3",)) or ""
    return named if kind == "GEN" and named in CSL_TYPES else TYPES.get(kind, "document")


def _authors(record: _Record) -> tuple[tuple[Person, ...], bool]:
    """Who made the work, and whether "et al." follows: ``Family, Given, Suffix``; what has no comma is an institution."""
    names = next(
        (names for tags in CREATORS if (names := [v for tag in tags for v in record.values.get(tag, ()) if v])), []
    )
    others = bool(names) and names[-1].casefold() in OTHERS
    return tuple(_person(name) for name in (names[:-1] if others else names)), others


def _person(name: str) -> Person:
    family, comma, given = (part.strip(BLANKS) for part in name.partition(","))
    return Person(family, given.rstrip(", ")) if comma and family else Person(name.strip(", "), corporate=True)


def _date(record: _Record) -> tuple[str | None, str, str | None]:
    """Year, suffix and ISO date; ``DA`` is more exact than ``PY``, which may have the letter of 2020a."""
    printed = [value for tag in DATES for value in record.values.get(tag, ()) if value]
    dates = [iso for value in printed if (iso := _iso(value))]
    said = record.first(("PY", "Y1", "DA"))
    if said is None:
        return None, "", None
    day = _iso(said)
    year, suffix = (day[:4], "") if day else printed_year(said.strip("/ "))
    # Our own export writes an empty date where no more is known than how the year is printed
    known = year if "DA" not in record.values and ISO.fullmatch(year or "") else None
    return year, suffix, max(dates, key=len, default=known)


def _iso(value: str) -> str | None:
    """``2020/05/03/`` or ``2020-05-03`` as an ISO date; None for a year alone, which says no more than it prints, and for words."""
    if ISO.fullmatch(value) and len(value) > len("2020"):
        return value
    match = DATE.fullmatch(value)
    if match is None or match["month"] is None:
        return None
    month, day = match["month"], match["day"]
    return match["year"] + (f"-{month:0>2}" + (f"-{day:0>2}" if day else "") if month else "")


def _accessed(value: str | None) -> str | None:
    return None if value is None else _iso(value) or value.strip("/ ")


def _pages(first: str | None, last: str | None) -> str | None:
    """``SP`` to ``EP``; programs put all of it into ``SP`` as well."""
    if first and last and first != last and not PAGE_RANGE.search(first):
        return f"{first}-{last}"
    return first or last


def _pages_span(record: _Record) -> Span | None:
    """Where the record has its pages: from ``SP`` to ``EP`` where they are two lines."""
    lines = [one for one in PAGES.finditer(record.span.text) if one["value"]]
    return record.span.part(lines[0].start("value"), lines[-1].end("value")) if lines else None


def _doi(record: _Record) -> str | None:
    """The DOI, which some programs give as a note, a number or an address."""
    said = record.first(("DO",))
    match = DOI.search(said) if said else None
    return match[0] if match else said
