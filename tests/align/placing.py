"""Notes placed by hand, with what they cite."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from citecheck.align.notes import Placed
from tests.align.reports import cited, report

NOTE = cited("fr", report(1, 1)[0].text()).document.notes[0]


class At(Struct, frozen=True):
    place: int
    sources: str = ""
    pages: str = ""
    remark: int = 0
    years: str = ""


def placed(*notes: At) -> list[Placed]:
    made, since = [], 0
    for number, one in enumerate(notes, 1):
        note = replace(NOTE, number=str(number), note_id=str(number))
        sources, pages = frozenset(one.sources.split()), frozenset(one.pages.split())
        count, years = len(sources), frozenset(one.years.split())
        made.append(Placed(note, one.place, since, sources, pages, years, 1, count=count, remark=one.remark))
        since = one.place
    return made
