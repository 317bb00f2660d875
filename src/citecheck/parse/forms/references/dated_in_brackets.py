"""The date in brackets: ``Doe, J. (2020). *Title*. Press``, ``Doe, J. (2020, March 4). Title``, ``Body. (n.d.). Title``.

Authors, then the date (APA 7, 9.2; Harvard; Québec's presentation in French; the German habit ``Doe, Jane (2020): Title``).
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages.patterns import any_of, conjunctions
from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import ACRONYM as NAMES_ACRONYM
from citecheck.parse.forms.parts import ITALIC, NAMES, OPENING, UPPER, YEAR, name_particle, no_date, page_label
from citecheck.parse.forms.reading import (
    FIRST_YEAR,
    Beginning,
    Place,
    Reading,
    before_year,
    bracketed_date,
    count_words,
    tells_span,
    year_of,
)
from citecheck.parse.fullnames import CAPITALISED
from citecheck.parse.locators import is_locator_text
from citecheck.parse.names import Authors, has_initials, read_authors, read_persons
from citecheck.parse.titles import APART, title_after, trimmed

BEFORE = ("marked_title",)
EXAMPLES = (
    Example(
        "Marlow, J., & Quill, B. (2019). *The northern harbours*. Harbour Press.",
        {"authors": "Marlow, J.; Quill, B.", "year": "2019", "title": "The northern harbours"},
    ),
    Example("Marlow, Jane (2019): Ice. In: *Studies* 12.", {"authors": "Marlow, Jane", "title": "Ice"}),
    Example("Harbour Office. (n.d.). Annual traffic report.", {"authors": "Harbour Office", "year": "n.d."}),
    Example("Marlow, Quill & Poe (2019)", {"authors": "Marlow; Quill; Poe", "year": "2019"}),
    Example("Marlow, J., 2019. Ice.", None),
)

REPRINT = re.compile(rf"{FIRST_YEAR}{YEAR}[a-z]?\s?[.,:](?=\s|$)")
PLACE = re.compile(
    rf"([{UPPER}][\w.’' -]{{1,40}}(?:,\s*[A-Z][\w.]{{1,20}})?)\s*:\s*([{UPPER}][^:]{{2,100}}?)\s*"
    r"(?:[.,;]\s|[.,;)]?$|,\s*\d)"
)
"""``Paris: Press``."""
ACRONYM = re.compile(r"\s*\([A-Z][\w.&-]{1,12}\)")
SENTENCE = re.compile(rf"[^\W\d_]{{3}}\.\s+[{UPPER}]")
"""A sentence that ends before the names begin."""
REMARK = re.compile(r"\([^()]*\)")
"""What an author says of a work in brackets, in the place of a title."""
ENDS_WITH_YEAR = re.compile(rf"[^\W\d_]\s{YEAR}\.?\s*\Z")
FARTHEST = 700


@cache
def press() -> str:
    """``, Paris, Gallimard`` behind a title."""
    town = rf"{CAPITALISED}(?:(?:\s|/|\s?-\s?){CAPITALISED}){{0,3}}"
    return rf",\s+{town},\s+[{UPPER}][^,;()\d]{{1,60}}(?:,\s+{any_of('series_labels')}[^,;]{{2,60}})?"


@cache
def _titled_behind_initial() -> re.Pattern[str]:
    """An inverted name that ends with an initial, and a title behind its stop: ``Marlow, J. Ice Mapping: …``, ``Marlow, Jane E. Stories of …``."""
    second = rf"(?:[{UPPER}]\w{{2,}}|(?!(?:{conjunctions()}|{name_particle()})\s)[a-zà-ÿ]{{2,}})"
    return re.compile(
        rf"\W*[{UPPER}][\w’'-]+,\s(?:[{UPPER}][\w’'-]+\s)?(?:[{UPPER}]\.\s?){{1,3}}\s?[{UPPER}]\w{{2,}}\s{second}[\s:;]"
    )


@cache
def _listed_title() -> re.Pattern[str]:
    """A title between commas behind the date."""
    return re.compile(rf",\s+(?P<title>[{UPPER}][^;()]{{2,240}}?){press()}(?:,\s+[^;]{{1,30}})?\.?\s*$")


@cache
def _start() -> re.Pattern[str]:
    day = rf"(?:\s*,(?!\s*{page_label()}\s?\d)[^()]{{1,40}})?"
    return re.compile(
        rf"(?P<names>{NAMES}{{2,240}}?){NAMES_ACRONYM}\s*+(?:,\s*+)?\(\s*+"
        rf"(?:(?:{before_year()}|{YEAR}/)?\[?{YEAR}\]?[a-z]?{day}|{no_date()})\s*+\)",
        re.IGNORECASE,
    )


def begins(beginning: Beginning) -> bool | None:
    dated = _start().match(beginning.plain) if "(" in beginning.plain else None
    if dated is None or APART.search(dated.group("names")) or SENTENCE.search(dated.group("names")):
        return None
    rest = beginning.plain[dated.end() :]
    if (
        not read_persons(dated.group("names"), whole=True)
        or count_words(rest) < 2
        or is_locator_text(rest.rstrip(" ."))
    ):
        return False
    if has_initials(dated.group("names")) or beginning.linked or _listed_title().match(rest):
        return True
    return (
        rest.lstrip()[:1] in tuple('.;:“"«')
        or re.match(rf",\s[{OPENING}]", rest) is not None
        or beginning.text[dated.end() : dated.end() + 3].strip()[:1]
        in (
            "*",
            "_",
        )
    )


def starts(plain: str, at: int) -> bool:
    """Whether authors with their date in brackets stand at ``at``."""
    dated = _start().match(plain, at)
    return dated is not None and read_persons(dated.group("names"), whole=True) is not None


def read(text: str) -> Reading | None:
    date = bracketed_date().search(text, 0, FARTHEST)
    if date is None or date.start() < 2 or REPRINT.match(text, date.start()) or tells_span(text, date.start()):
        return None
    head = text[: date.start()]
    if _holds_title(head) or _titled_behind_initial().match(head):
        return None
    # An acronym in parentheses belongs to a corporate name.
    authors = read_authors(ACRONYM.sub("", head), whole=True)
    title = _title(text, date.end())
    if title is None and not has_initials(head):
        # A work that is only named, as citations do: "Doe, Roe & Poe (2017)".
        authors = read_authors(ACRONYM.sub("", head), whole=False)
    before = trimmed(text, 0, date.start())
    if authors is None or _is_title(head, authors, "" if title is None else text[slice(*title)]):
        return Reading(None, None, *year_of(date), before, date.end())
    return Reading(authors, before, *year_of(date), title, title[1] if title else date.end())


def _holds_title(head: str) -> bool:
    """Whether a title with its marks stands before the date."""
    return any(mark in head for mark in OPENING) or bool(ITALIC.search(head) or APART.search(head))


def _title(text: str, start: int) -> Place | None:
    """The title behind the date: between commas before its press, or as any title."""
    listed = _listed_title().match(text, start)
    if listed is None or re.search(rf"[{OPENING}*]", listed.group()):
        return title_after(text, start)
    return trimmed(text, *listed.span("title"))


def _is_title(head: str, authors: Authors, title: str) -> bool:
    """Whether what stands before the date is rather a title: no title follows it, but nothing or a publisher."""
    if not title or REMARK.fullmatch(title.strip(" .")):
        several = len(authors.persons) > 1 or authors.et_al
        return not (has_initials(head) or (several and authors.sure)) and len(head.split()) > 1
    # "Annual report. (2020). Paris: Office.", "Annual report 2019. (2020). Office"
    if authors.sure:
        return False
    return PLACE.fullmatch(title.strip(" .")) is not None or ENDS_WITH_YEAR.search(head) is not None
