"""Names as they are spoken, set off by stops: ``Jane Doe and Richard R. Roe. A title. Journal, 12(3):45-67, 2020.``

BibTeX's ``plain`` and its kin, the date at the end (Patashnik, *BibTeXing*; ACM; ``natbib``).
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import UPPER, conjunction_sign, name_particle
from citecheck.parse.forms.reading import Beginning, Reading, any_year, count_words, title_and_year
from citecheck.parse.names import Authors, natural_name
from citecheck.parse.titles import trimmed
from citecheck.parse.words import conjunction, et_al, is_particle

BEFORE = ("initials_first",)
EXAMPLES = (
    Example(
        "Jane R. Marlow and Bill Quill. The northern harbours. Journal of Ice, 12(3):45-67, 2015.",
        {"authors": "Marlow, Jane R.; Quill, Bill", "year": "2015", "title": "The northern harbours"},
    ),
    Example("Marlow, J. The northern harbours. 2015.", None),
)

INITIAL = re.compile(rf"(?<![\w’'-])[{UPPER}]\.")
FARTHEST = 700
"""Characters within which the title begins."""


@cache
def _start() -> re.Pattern[str]:
    """One full name, or several with a conjunction before the last, or with "et al." behind them."""
    word = rf"[{UPPER}][\w’'-]{{1,30}}"
    given = rf"(?:{word}|[{UPPER}]\.(?:-[{UPPER}]\.)?)"
    name = rf"{given}(?:\s{given}){{0,3}}(?:\s{name_particle()}){{0,3}}\s{word}"
    several = rf"{name}(?:,\s{name}){{0,40}},?\s{conjunction_sign()}\s{name}"
    return re.compile(rf"\s*(?P<names>{several}|{name})(?P<others>,?\s{et_al().pattern})?\.?\s+(?=[{UPPER}«“\"*])")


def begins(beginning: Beginning) -> bool | None:
    reading = read(beginning.plain) if ". " in beginning.plain else None
    if reading is None or reading.title_place is None or not INITIAL.search(beginning.plain[: reading.title_place[0]]):
        return None
    return any_year().search(beginning.plain, reading.title_place[1]) is not None and (
        count_words(beginning.plain[slice(*reading.title_place)]) >= 3 or None
    )


def read(text: str) -> Reading | None:
    start = _start().match(text, 0, FARTHEST)
    if start is None or text[: start.end()].rstrip()[-1:] != ".":
        return None
    names = start.group("names")
    several = conjunction().search(names) is not None or start.group("others") is not None
    if is_particle(names.split()[0].casefold()) or not (several or INITIAL.search(names)):
        return None
    pieces = [piece.strip(" ,") for part in names.split(",") for piece in conjunction().split(f" {part.strip()} ")]
    persons = [natural_name(piece) for piece in pieces if piece]
    title, year = title_and_year(text, start.end())
    if not all(persons) or title is None or year[0] is None:
        return None
    known = tuple(person for person in persons if person is not None)
    authors = Authors(known, start.group("others") is not None, True)
    return Reading(authors, trimmed(text, *start.span("names")), *year, title, title[1])
