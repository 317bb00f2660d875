"""Authors with bare initials: ``Doe J, Roe RA. Title. Journal. 2019;12(3):45-67``, ``Doe J. Title. Place: Press; 2019``.

The Vancouver system (NLM, *Citing Medicine*; ICMJE; AMA 11, 3.7), its titles plain or in italics.
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages.patterns import any_of
from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import UPPER, YEAR, name_particle
from citecheck.parse.forms.reading import Beginning, Reading, count_words, title_and_year
from citecheck.parse.names import read_authors
from citecheck.parse.titles import trimmed

BEFORE = ("marked_title",)
EXAMPLES = (
    Example(
        "Marlow J, Quill BA. Ice and trade in small harbours. *J North Stud*. 2019;12(3):45-67.",
        {"authors": "Marlow, J; Quill, BA", "year": "2019", "title": "Ice and trade in small harbours"},
    ),
    Example(
        "Marlow J. The northern harbours. Northport: Harbour Press; 2019.",
        {"authors": "Marlow, J", "year": "2019", "title": "The northern harbours"},
    ),
    Example("Plan B. The other plan was made in 2019.", None),
)

NUMBERED = re.compile(rf"(?<!\d){YEAR}(?:\s[A-Z][a-z]{{2}}(?:\s\d{{1,2}})?)?;|;\s?{YEAR}(?!\d)")
"""``2019;12``, ``2019 Mar 4;12``, ``Press; 2019``."""


@cache
def _names() -> re.Pattern[str]:
    family = rf"(?:{name_particle()}\s){{0,3}}[{UPPER}][\w’'-]{{1,30}}(?:\s[{UPPER}][\w’'-]{{1,30}})?"
    author = rf"{family}\s[{UPPER}]{{1,3}}"
    others = rf"(?:,?\s{any_of('et_al')})?"
    return re.compile(
        rf"\s*(?P<names>{author}(?P<more>,\s{{1,4}}{author}){{0,40}}{others})(?:[.:]\s+)(?=[{UPPER}“«*\d])"
    )


def begins(beginning: Beginning) -> bool | None:
    names = _names().match(beginning.plain)
    if names is None or NUMBERED.search(beginning.plain, names.end()) is None:
        return None
    return count_words(beginning.plain[names.end() :]) >= 3 or None


def read(text: str) -> Reading | None:
    names = _names().match(text)
    if names is None or not (names.group("more") or NUMBERED.search(text, names.end())):
        return None
    authors = read_authors(names.group("names"), whole=True)
    title, year = title_and_year(text, names.end())
    if authors is None or title is None:
        return None
    return Reading(authors, trimmed(text, *names.span("names")), *year, title, title[1])
