"""The bibliography as RIS, which Zotero, EndNote, Mendeley and library catalogues read.

RIS has no escapes and knows only persons by their comma: a name without one is an institution, so a family name alone ends in
a comma, and those within the name of an institution are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citecheck.extract.exported import Exported
from citecheck.model.escapes import STEERING
from citecheck.model.reference import CSL_TYPES, Person, Reference

__all__ = ["ris"]

TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "map": "MAP",
    "motion_picture": "MPCT",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "periodical": "JFULL",
    "personal_communication": "PCOMM",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "software": "COMP",
    "song": "SOUND",
    "speech": "SLIDE",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
"""What the types of CSL are in RIS; any other is a ``GEN`` with its name as the kind of work."""
CONTAINERS = {"article-journal": "JO"}
RANGE = re.compile(r"([^-\s,]+)-([^-\s,]+)")
BLANKS = re.compile(r"[ \t\r\n]+")
ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def ris(sources: Sequence[Exported]) -> str:
    """Sources as RIS, a record for each, with its key as ``ID``."""
    return "\n".join(_record(one) for one in sources)


def _record(one: Exported) -> str:
    lines = (f"{tag}  - {_plain(value)}\n" for tag, value in _fields(one) if value is not None)
    return "".join(lines) + "ER  - \n"


def _plain(value: str) -> str:
    """A value on one line, without what would steer a terminal or be a command to the service whose log it is printed in."""
    return STEERING.sub(" ", BLANKS.sub(" ", value)).replace("##", "# #").strip(" ")


def _fields(one: Exported) -> Iterator[tuple[str, str | None]]:
    reference = one.reference
    kind = TYPES.get(reference.type, "GEN")
    yield "TY", kind
    yield "ID", one.key
    for person in reference.authors:
        yield "AU", _name(person)
    yield "AU", "et al." if reference.et_al else None
    yield "PY", f"{reference.year or ''}{_suffix(reference)}" or None
    # An empty one says that no more is known than how the year is printed.
    yield "DA", _date(reference.date) or ("" if ISO.fullmatch(reference.year or "") else None)
    yield "TI", reference.title
    yield CONTAINERS.get(reference.type, "T2"), reference.container
    yield "VL", reference.volume
    yield "IS", reference.issue
    yield from _pages(reference.pages)
    yield "PB", reference.publisher
    yield "CY", reference.place
    yield "DO", reference.doi
    yield "UR", _address(reference.url)
    yield "Y2", _date(reference.accessed)
    yield "M3", reference.type if kind == "GEN" and reference.type in CSL_TYPES - {"document"} else None
    yield "LA", one.lang


def _address(url: str | None) -> str | None:
    """An address, whose second hash, which none has, is percent-encoded."""
    return None if url is None else url.replace("##", "#%23")


def _name(person: Person) -> str:
    if person.corporate:
        return person.family.replace(",", "")
    return f"{person.family}, {person.given}" if person.given else f"{person.family},"


def _suffix(reference: Reference) -> str:
    joined = (reference.year or "").isdigit()
    return reference.suffix if joined or not reference.suffix else f"-{reference.suffix}"


def _date(date: str | None) -> str | None:
    """``2020/05/03/`` for an ISO date, which says that there is no more; words as they are."""
    match = ISO.fullmatch(date) if date else None
    if match is None:
        return date
    return "/".join([*(part or "" for part in match.groups()), ""])


def _pages(pages: str | None) -> Iterator[tuple[str, str | None]]:
    """First and last page, or all of it where it is no plain range."""
    match = RANGE.fullmatch(pages) if pages else None
    yield "SP", match[1] if match else pages
    yield "EP", match[2] if match else None
