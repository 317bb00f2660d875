"""A title in quotation marks or italics: ``Jane Doe, “Title,” *Journal* 12 (2020)``, ``Doe, Jane. *Title*. Press, 2020``.

Authors, then a title that its marks set apart, the date near the end (Chicago Manual of Style 17, 14.23–14.24; MLA 9; IEEE;
OSCOLA 4, 3; McGill; Bluebook 15–16; Dalloz; French university presses), or, in Chicago's author–date style, the year between
the two (15.6).
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages.patterns import any_of
from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import ITALIC, OPENING, UPPER, YEAR, conjunction_sign, no_date
from citecheck.parse.forms.reading import FIRST_YEAR, Beginning, Place, Reading, any_year, count_words, last_year
from citecheck.parse.initials import initialled
from citecheck.parse.names import read_authors, read_persons
from citecheck.parse.titles import APART, closed_title, closing_mark, trimmed
from citecheck.parse.words import editor, et_al

BEFORE = ("year_between_stops",)
EXAMPLES = (
    Example(
        "Jane Marlow, “Ice and Trade,” *Journal of Northern Studies* 12, no. 3 (2019): 45–67.",
        {"authors": "Jane Marlow", "year": "2019", "title": "Ice and Trade"},
    ),
    Example("Marlow, Jane. *The Northern Harbours*. Harbour Press, 2019.", {"title": "The Northern Harbours"}),
    Example(
        "Marlow, Jane. 2019. *The Northern Harbours*. Northport: Harbour Press.",
        {"authors": "Marlow, Jane", "year": "2019", "title": "The Northern Harbours"},
    ),
    Example("Marlow, J. The northern harbours. Harbour Press, 2019.", None),
)

TITLE_START = re.compile(rf"[{OPENING}]|(?<![\w*])\*{{1,2}}(?=[^\s*])|{APART.pattern}")
MARK = re.compile(rf"[{OPENING}*‘]")
"""What `TITLE_START` has, so that other texts need no closer look."""
FARTHEST_TITLE = 240
UPPER_NEXT = r"(?![a-zß-öø-ÿ])"
FARTHEST = 400


@cache
def author_year() -> re.Pattern[str]:
    """The year between stops or commas: the groups are the year, its letter, and "no date"."""
    return re.compile(
        rf"(?:[.,]\*?\s+|(?<=[^\W\d_][^\W\d_])\.)(?:{FIRST_YEAR})?(?:({YEAR})([a-z])?|({no_date()}))\s*[.,:](?=\s|$)",
        re.IGNORECASE,
    )


@cache
def _spaced_year() -> re.Pattern[str]:
    """One or two family names and a year, with nothing but a blank between them: ``Doe & Roe 2005.``"""
    name = rf"[{UPPER}][\w’'-]{{1,60}}"
    return re.compile(
        rf"\s*(?P<names>{name}(?:\s{conjunction_sign()}\s{name})?(?:\s{any_of('et_al')}\.?)?)\s({YEAR})([a-z])?[.,:]?\s*"
    )


@cache
def _part_of() -> re.Pattern[str]:
    """``*A title* in the *Journal* of 1893``"""
    return re.compile(
        rf"\*(?=[^\s*])[^*\n]{{8,200}}\*,?\s{any_of('in_words')}\s(?:[^\W\d_]{{1,4}}\s|[^\W\d_][’'])?"
        rf"\*[^*\n]{{3,200}}\*.{{1,40}}?(?<!\d){YEAR}(?!\d)",
        re.IGNORECASE,
    )


def begins_within(text: str) -> bool:
    """Whether a text begins with the title of a part, in italics, and what it appeared in, in italics too, and a year."""
    return text.startswith("*") and _part_of().match(text) is not None


def begins(beginning: Beginning) -> bool | None:
    text, plain = beginning.text, beginning.plain
    if MARK.search(text) is None:
        return None
    marks = TITLE_START.finditer(text, 0, min(len(text), FARTHEST_TITLE))
    first = next((mark for mark in marks if not et_al().match(text, mark.start())), None)
    head = plain[: first.start()].strip(" ,.:;\n") if first is not None else ""
    if begins_within(text):
        return True
    if first is None or not head:
        return None
    unopened = "*" in first.group() and "," in head and any(mark in head for mark in "»”")
    if unopened:
        # The mark that opens the quotation is missing: the names end at the first comma.
        head = head.partition(",")[0]
    if re.search(rf"(?<!\d){YEAR}(?!\d)", head) or _holds_title(head):
        return None
    closed = first.start() if unopened else _closed(text, first.start())
    if closed is None or "?" in head or read_persons(head, whole=True) is None:
        return False
    dated = any_year().search(plain, first.end()) is not None
    return beginning.linked or (dated and count_words(plain[closed:]) >= 1)


def _closed(text: str, start: int) -> int | None:
    """Where the title that begins with its mark at ``start`` ends; None where it does not."""
    single = APART.match(text, start)
    return single.end() if single else closed_title(text, start, len(text))


def read(text: str) -> Reading | None:
    italic = next((one for one in ITALIC.finditer(text, 0, FARTHEST) if not et_al().match(one.group())), None)
    title = _first_title(text, italic)
    if title is None:
        return None
    start, end = title
    head = text[:start]
    early = author_year().search(head)
    if early:
        return _year_first(text, head, early, title)
    spaced = _spaced_year().fullmatch(head)
    if spaced:
        return _year_spaced(text, spaced, title)
    if italic is not None and start == italic.start() and re.search(r"[»”]\s*,\s*$", head):
        # The mark that opens the quotation is missing.
        start, end = head.index(",") + 1, start
        head = head[: start - 1]
    if _holds_title(head):
        return None
    if not head.strip(" ,.;:"):
        return Reading(None, None, *last_year(text, end), (start, end), end)
    authors = read_authors(head, whole=True) if _within().search(head) is None else None
    if authors is None:
        return None
    return Reading(authors, trimmed(text, 0, start), *last_year(text, end), (start, end), end)


@cache
def _within() -> re.Pattern[str]:
    """``, in the`` right before a title: what stands before it is the title of what appeared there."""
    return re.compile(rf",\s{any_of('in_words')}\s(?:{any_of('articles')}\s?)?\Z", re.IGNORECASE)


def _first_title(text: str, italic: re.Match[str] | None) -> Place | None:
    """The first title in quotation marks or ``italic``; None where there is none, or where it does not end."""
    quote = re.search(rf"[{OPENING}]", text[:FARTHEST])
    single = APART.search(text, 0, FARTHEST)
    start = min((mark.start() for mark in (quote, italic, single) if mark is not None), default=None)
    if start is None:
        return None
    if single is not None and start == single.start():
        return single.span()
    end = _end(text, start, italic, italic is not None and start == italic.start())
    return None if end is None else (start, end)


def _end(text: str, start: int, italic: re.Match[str] | None, slanted: bool) -> int | None:
    """Where the title ends."""
    if slanted and italic is not None:
        return italic.end()
    close = closing_mark(text, start)
    if close != -1 or italic is None:
        return None if close == -1 else close + 1
    # Where the closing mark is missing, the title of the journal follows.
    return italic.start() if text[: italic.start()].rstrip()[-1:] == "," else None


def _year_spaced(text: str, spaced: re.Match[str], title: Place) -> Reading | None:
    """A year behind the names without a sign between them."""
    authors = read_authors(spaced.group("names"), whole=True)
    if authors is None:
        return None
    year, place = spaced.group(2), spaced.span("names")
    return Reading(authors, place, year, spaced.group(3) or "", year, title, title[1])


def _year_first(text: str, head: str, early: re.Match[str], title: tuple[int, int]) -> Reading | None:
    """Chicago's author-date style has the year between the authors and the title."""
    authors = read_authors(head[: early.start() + 1], whole=True)
    if authors is None or head[early.end() :].strip():
        return None
    year, date = ("n.d." if early.group(3) else early.group(1)), early.group(1)
    place = trimmed(text, 0, early.start() + 1)
    return Reading(authors, place, year, early.group(2) or "", date, title, title[1])


def _holds_title(head: str) -> bool:
    """Whether what stands before a quotation or italics is authors and a title: more follows the names' stop."""
    names = initialled().match(head)
    rest = head[names.end() :] if names else re.split(rf"(?<=[^\W\d_][^\W\d_])\.\s+{UPPER_NEXT}", head, maxsplit=1)[-1]
    # "Dept. of Roads" goes on behind its stop.
    if names is None and not re.search(rf"[^\W\d_]{{2}}\.\s+{UPPER_NEXT}\S", head):
        return False
    rest = re.sub(rf"^\s*{editor()}", "", rest, flags=re.IGNORECASE)
    return len(re.findall(r"[^\W\d_]{2,}", rest)) >= 2
