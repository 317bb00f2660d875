"""A title, and behind it in brackets the acronym of the body that wrote it and the year: ``Annual traffic report (NHRO, 2019)``.

What offices write in tables of the documents that they refer to, often with the body's whole name before the bracket.
"""

from __future__ import annotations

import re

from citecheck.languages.letters import UPPER
from citecheck.model.reference import Person
from citecheck.parse.forms import Example
from citecheck.parse.forms.reading import Reading, count_words
from citecheck.parse.names import Authors
from citecheck.parse.titles import title_after, trimmed
from citecheck.parse.words import YEAR

BEFORE = ("title_alone", "dated_in_brackets", "body_first", "between_commas", "behind_colon")
EXAMPLES = (
    Example(
        "Annual traffic report (NHRO, 2019)", {"authors": "NHRO", "year": "2019", "title": "Annual traffic report"}
    ),
    Example(
        "The ice of the harbours, Northern Harbour Research Office (NHRO, 2019)",
        {"authors": "Northern Harbour Research Office", "year": "2019", "title": "The ice of the harbours"},
    ),
    Example("Annual traffic report (Northport, 2019)", None),
)

EARLIER = re.compile(rf"\([^()]*{YEAR}[^()]*\).*\(", re.DOTALL)
"""A date in brackets before that at the end."""
BEHIND = re.compile(
    rf"\s\((?P<acronym>[{UPPER}][{UPPER}&]{{2,8}}),\s(?P<year>{YEAR})(?P<suffix>[a-z])?\)\s*\.?\s*(?:[^\W\d_]{{2,10}}\s*)?\Z"
)
"""A word behind it is what leads to the document: "Link"."""
LONGEST, SHORTEST_TITLE = 60, 3
"""Words of a title with its body at most, and of a title at least."""


def read(text: str) -> Reading | None:
    behind = BEHIND.search(text) if ")" in text and len(text.split()) < LONGEST else None
    if behind is None or EARLIER.search(text) is not None or count_words(text[: behind.start()]) < SHORTEST_TITLE:
        return None
    acronym, year = behind.group("acronym"), behind.group("year")
    comma = text.rfind(",", 0, behind.start())
    name = text[comma + 1 : behind.start()].strip()
    named = comma != -1 and _stands_for(acronym, name)
    end = comma if named else behind.start()
    start = title_after(text, 0)
    if start is None:
        return None
    body = Person(" ".join(name.split()) if named else acronym, corporate=True)
    place = trimmed(text, comma + 1, behind.start()) if named else behind.span("acronym")
    title = trimmed(text, start[0], end)
    return Reading(Authors((body,), False, True), place, year, behind.group("suffix") or "", year, title, behind.end())


def _stands_for(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym begin words of a name, in their order."""
    if acronym in name:
        return False
    initials = iter(re.findall(r"(?<![^\W\d_])[^\W\d_]", name))
    return all(any(letter.upper() == sign for letter in initials) for sign in acronym if sign != "&")
