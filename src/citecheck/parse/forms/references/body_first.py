"""A body, its title and a date behind it: ``Ministry of Harbours. Annual traffic report, 2019``, ``OECD. A title. 2020``.

What offices and databases make of a report without a form of their own (ISO 690:2021, 5.2.6, with the date at the end).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from citecheck.languages.letters import OPENING, UPPER
from citecheck.languages.patterns import any_of, conjunctions
from citecheck.model.reference import Person
from citecheck.parse.forms import Example
from citecheck.parse.forms.reading import Reading, count_words, last_year
from citecheck.parse.names import Authors
from citecheck.parse.titles import title_after, trimmed
from citecheck.parse.words import YEAR, stop_words

BEFORE = ("title_alone", "between_commas")
EXAMPLES = (
    Example(
        "Ministry of Harbours. Annual traffic report, 2019.",
        {"authors": "Ministry of Harbours", "year": "2019", "title": "Annual traffic report"},
    ),
    Example("NHRO. Ice in the north. 2020.", {"authors": "NHRO", "year": "2020", "title": "Ice in the north"}),
    Example("Conseil national des ports, La glace du Nord, 2015.", {"authors": "Conseil national des ports"}),
    Example("Green Harbours Foundation, The tide tables.", {"authors": "Green Harbours Foundation", "year": ""}),
    Example(
        "Sky / HarbourDAO. Emergency shutdown: the protocol documentation, 2025.",
        {"authors": "Sky / HarbourDAO", "year": "2025"},
    ),
    Example("Ports and councils. A story of the north, 2019.", None),
    Example("Annual Report. Northport Harbour Authority, 2019.", None),
)

FIRST = re.compile(
    rf"\s*(?P<body>[{UPPER}](?:[^.,;:()\[\]«»“”\"*\d\n]|\n(?!\s*\n)){{1,120}}?)(?:\s\([A-Z][\w-]{{1,10}}\))?(?P<sign>[.,])\s+(?=[{UPPER}\d])"
)
ACRONYM = re.compile(rf"(?!{UPPER}\.)[{UPPER}][{UPPER}&]{{1,6}}|[{UPPER}][a-zà-ÿ]+[{UPPER}][\w]*")
"""A body by its capitals, or by those within its name: ``NHRO``, ``HarbourDAO``."""
BRACKETED = re.compile(rf"\(\s?{YEAR}[a-z]?\s?[,)]")
"""A date in brackets, which stands behind authors or a place."""
DATED = re.compile(rf",\s(?:\d{{1,2}}\s)?(?:[^\W\d_]+\.?\s)?(?:\d{{1,2}},\s)?{YEAR}[a-z]?\s*\.?\s*\Z")
LONGEST, LONGEST_UNCALLED = 12, 4
"""Words of the name of a body, and of one with nothing that bodies are called."""
SENTENCE = re.compile(r"(?<!\w)[^\W\d_]{4,}(?!\w)")
SENTENCE_CASE = 3
"""Long words in small letters of which a title behind a name of capitals needs so many: a publisher's name has none."""


@cache
def _institution() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('institutions')}(?!\w)", re.IGNORECASE)


@cache
def _listing() -> re.Pattern[str]:
    """``Ports and councils``: what is said of two things is no body's name."""
    return re.compile(rf"[^\W\d_]+\s{conjunctions()}\s[^\W\d_]+\Z", re.IGNORECASE)


def read(text: str) -> Reading | None:
    first = FIRST.match(text)
    if BRACKETED.search(text) is not None:
        return None
    stopped = first is not None and first.group("sign") == "."
    if first is None:
        return None
    title = title_after(text, first.end())
    if title is None or count_words(text[slice(*title)]) < 2:
        return None
    name = " ".join(first.group("body").split())
    if not _is_body(name, stopped) and not (stopped and _may_be_body(name) and _is_sentence(text[slice(*title)])):
        return None
    title = _undated(text, *title) if stopped else _up_to_comma(text, *title)
    year, suffix, date = last_year(text, title[1])
    undated = not text[title[0]].isdigit() and _is_called(name)
    if year is None and not undated:
        return None
    body = Person(name, corporate=True)
    return Reading(
        Authors((body,), False, True), trimmed(text, *first.span("body")), year, suffix, date, title, title[1]
    )


def _up_to_comma(text: str, start: int, end: int) -> tuple[int, int]:
    """A title between commas, where it has no marks of its own."""
    comma = -1 if text[start] in f"*{OPENING}" else text.find(",", start, end)
    return (start, comma) if comma != -1 else (start, end)


def _undated(text: str, start: int, end: int) -> tuple[int, int]:
    """A title without the date behind its comma: ``A title, March 2019``."""
    dated = DATED.search(text, start, end)
    return (start, dated.start()) if dated is not None else (start, end)


def _is_body(name: str, stopped: bool) -> bool:
    """Whether a name is a body's: an acronym, where a stop stands behind it, or words that begin with what bodies are called, or are
    capitals and have it."""
    words = name.split()
    if len(words) > LONGEST or _listing().fullmatch(name):
        return False
    if len(words) == 1:
        return stopped and ACRONYM.fullmatch(name) is not None
    called = _institution().search(name)
    return called is not None and (called.start() == 0 or _is_capital(words))


def _may_be_body(name: str) -> bool:
    """Whether a few words, all of them capitals, may be a body's name although nothing in them says that it is one."""
    words = [word for word in name.split() if word not in ("/", "&")]
    return 2 <= len(words) <= LONGEST_UNCALLED and all(word[:1].isupper() for word in words)


def _is_sentence(title: str) -> bool:
    """Whether a title is written as a sentence is, in small letters."""
    return sum(word.group().islower() for word in SENTENCE.finditer(title)) >= SENTENCE_CASE


def _is_called(name: str) -> bool:
    """Whether a name of capitals has what bodies are called, so that it needs no date to be one."""
    return _institution().search(name) is not None and _is_capital(name.split())


def _is_capital(words: Sequence[str]) -> bool:
    return all(word[:1].isupper() for word in words if word.casefold() not in stop_words())
