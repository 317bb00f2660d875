"""Entry texts: the items of a list or of lines that are each an entry, with their printed numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct

from citecheck.languages import words
from citecheck.languages.patterns import alternatives
from citecheck.model.source import Span
from citecheck.parse.prose import looks_like_introduction, looks_like_prose, looks_like_reference
from citecheck.parse.reference import OPEN_DATE, is_line_of_its_own
from citecheck.parse.words import UPPER, YEAR

ENTRY_NUMBER = re.compile(r"[ \t]*(?:\\?\[(\d{1,5})\\?\]|(\d{1,5})[.)])[ \t]+(?=\S)")
BULLET = re.compile(rf"[ \t]*(?![–—][ \t]+\(?{YEAR})[-+•–—▪*][ \t]+(?=\S)")
"""A bullet; a dash before a year stands for the author above it."""
ENTRY_START = re.compile(
    rf"\[[^\[\]]{{1,60}}\d{{2,4}}[a-z]?\]\s|[«“\"*_]|[^\W\d_][\w’'-]*(?:\s[\w’'-]+)?,\s+(?:[^\W\d_]\.|[^\W\d_][\w-]+[.,])|[^.()]{{2,90}}\.?\s*\(\s*{YEAR}"
)
"""How an entry begins: the label by which it is cited, a quotation or italics, a name with initials or a given name, or a name and a year."""
URL_FIRST = re.compile(r"[ \t]*[<\[]?https?://", re.IGNORECASE)
DOI_FIRST = re.compile(r"[ \t]*(?:doi:?[ \t]*)?10\.\d{4,9}/", re.IGNORECASE)
SMALL_FIRST = re.compile(r"[a-zà-öø-ÿ]")
REMARK = re.compile(r"\*\*[^*\n]{2,40}(?::\*\*|\*\*[ \t]?:)[ \t]|[^\W\d_]{2,12}\.?[ \t]\d{1,3}[.:][ \t]")
"""How a remark or a caption begins: ``**Citation format:** …``, ``App. 1. …``"""
PAGE_NUMBER = re.compile(r"[ \t]*\d{1,4}[ \t]*\n(?=[^\n])")
MAY_BEGIN = re.compile(rf"[{UPPER}«“\"*_\[]|-{{3}}|[–—]")
ENDED = re.compile(r"[.!?»”\"/)\]]$|https?://\S+$|\d$")
"""How an entry begins at least, and how the line above it ends."""
MANY_LINES = 6
FEW_OTHERS = 1 / 3
"""Lines from which a list may have some that look like nothing, and the share of these."""
LARGEST_STEP = 20
"""Numbers that may be left out between two entries."""
LONGEST_LABEL_WORDS = 40
"""Words beyond which a text that has nothing of a reference is no entry."""
DEEPEST = 20
"""Columns within which a further paragraph of an entry begins."""
ENDING = 400
"""Characters at the end of a note or an entry that tell whether it goes on."""


LINKS = re.compile(
    r"(?:[ \t]*\[(?!\^|\d+\])[^\[\]\n]{1,200}\]:[ \t]*(?:<[^<>\n]*>|\S+)"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*(?:\n|\Z))+"
)
"""Definitions of links and images, which Markdown prints nowhere: ``[elms]: https://example.org "Elms"``."""


COLOPHON = re.compile(r"\s*(?:\*[^*]{20,2000}\*|_[^_]{20,2000}_)\s*")
"""A paragraph that is all in italics, as the imprint of the text itself is below a rule."""


def defines_links(text: str) -> bool:
    """Whether a text is nothing but definitions of links and images."""
    return LINKS.fullmatch(text) is not None


class ListItem(Struct, frozen=True):
    """An item: where it starts, where its text does, its end and its printed number."""

    start: int
    body: int
    end: int
    number: str | None


def items_of_list(text: str) -> Iterator[ListItem]:
    """The items of a block: by number, by bullet, one a line where each line is an entry, or one for all of it."""
    first = _below_page(text)
    lines = [first] + [match.end() for match in re.finditer(r"\n", text) if match.end() > first]
    marks = _ascending([match for at in lines if (match := _mark(text, at)) is not None])
    return _marked(text, marks) if marks and marks[0].start() == first else _unmarked(text, lines)


def is_marked(text: str) -> bool:
    """Whether a text begins with a number or a bullet."""
    return _mark(text, _below_page(text)) is not None


def _below_page(text: str) -> int:
    """Where a block begins below the number of a page, which a converter left on its first line."""
    page = PAGE_NUMBER.match(text)
    return page.end() if page is not None else 0


def _mark(text: str, at: int) -> re.Match[str] | None:
    return ENTRY_NUMBER.match(text, at) or BULLET.match(text, at)


def _printed(match: re.Match[str] | None) -> str | None:
    """The number of a mark; None where it is a bullet."""
    return next(filter(None, match.groups()), None) if match else None


def _ascending(marks: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The marks without numbers that only happen to begin a line ("2021. [Online]"): entries count up in small steps."""
    kept: list[re.Match[str]] = []
    last: int | None = None
    for match in marks:
        printed = _printed(match)
        if printed is not None:
            if last is not None and not 0 <= int(printed) - last <= LARGEST_STEP:
                continue
            last = int(printed)
        kept.append(match)
    return kept


def _marked(text: str, marks: Sequence[re.Match[str]]) -> Iterator[ListItem]:
    for mark, end in zip(marks, [*(mark.start() for mark in marks[1:]), len(text)], strict=True):
        at = mark.start()
        number, body = _printed(mark), mark.end()
        # "- 1. Doe": the number stands behind a bullet.
        inner = ENTRY_NUMBER.match(text, body) if number is None else None
        if inner is not None:
            number, body = _printed(inner), inner.end()
        start = at + len(text[at:body]) - len(text[at:body].lstrip(" \t"))
        yield ListItem(start, body, max(mark.end(), at + len(text[at:end].rstrip())), number)


def _unmarked(text: str, lines: Sequence[int]) -> Iterator[ListItem]:
    starts = _one_a_line(text, lines)
    if not starts:
        start = lines[0] + len(text[lines[0] :]) - len(text[lines[0] :].lstrip())
        yield ListItem(start, start, len(text.rstrip()), None)
    for at, end in pairwise([*starts, len(text)]):
        yield ListItem(at, at, at + len(text[at:end].rstrip()), None)


def _one_a_line(text: str, lines: Sequence[int]) -> list[int]:
    """The starts of the lines where each is an entry of its own: they all begin like one and have a year, or nearly all of
    many do, and the others may, behind a line that is at its end."""
    if len(lines) < 2:
        return []
    kept: list[int] = []
    stars = others = 0
    above = "."
    for at, end in pairwise([*lines, len(text)]):
        line = text[at:end].strip()
        if line:
            begun = ENTRY_START.match(line) is not None and OPEN_DATE.search(line) is None
            entry = not stars % 2 and looks_like_reference(line) and (begun or is_line_of_its_own(line))
            if not entry and (stars % 2 or not (MAY_BEGIN.match(line) and ENDED.search(above))):
                return []
            others += not entry
            kept.append(at)
            above = line
        stars += text.count("*", at, end)
    few = not others or (len(kept) >= MANY_LINES and others <= len(kept) * FEW_OTHERS)
    return kept if len(kept) > 1 and few else []


def may_be_entry(text: str, first: bool) -> bool:
    """Whether a text without a number or bullet may be an entry; ``first`` says that none stands above it."""
    if looks_like_prose(text) or (first and looks_like_introduction(text)):
        return False
    words = len(text.split())
    if REMARK.match(text) and not looks_like_reference(text):
        return False
    return looks_like_reference(text) or not (text.endswith((":", "…")) or not 3 <= words <= LONGEST_LABEL_WORDS)


def continues_entry(body: Span, text: str, numbered: bool) -> bool:
    """Whether a text goes on with the entry above it, whose text is ``body``; ``numbered`` says that entries are."""
    last = ending(body)
    if DOI_FIRST.match(text):
        return True
    if URL_FIRST.match(text) and body.source.text.find("http", body.start, body.end) == -1:
        return True
    if not last.endswith(".") and SMALL_FIRST.match(text.lstrip("*_")) and not _particle_first().match(text):
        return True
    return numbered and not last.endswith((".", ">", ")")) and not looks_like_reference(text)


def is_further_paragraph(entry: Span, body: Span, below: Span) -> bool:
    """Whether a text is a further paragraph of the numbered entry above it, or an item of a list that its text, ``body``, begins
    with: it stands further in on its line, ``2. 1. Doe`` and below it ``   2. Roe``."""
    if _printed(ENTRY_NUMBER.match(entry.text)) is None or are_apart(entry, below):
        return False
    deeper = _indent(below) >= _indent(entry) + 2
    return deeper and (not is_marked(below.text) or ENTRY_NUMBER.match(body.text) is not None)


def _indent(span: Span) -> int:
    """How far in on its line a text begins; 0 where anything else stands before it there."""
    before = span.source.text[max(0, span.start - DEEPEST) : span.start].rpartition("\n")[2]
    text = before + span.text[:DEEPEST]
    return 0 if before.strip() else len(text) - len(text.lstrip(" "))


@cache
def _particle_first() -> re.Pattern[str]:
    """A family name that its particle begins: ``de Vries``, ``d’Alembert``, ``al-Rawi``; no article goes on with a title."""
    particles = {word for field in ("particles", "list_particles", "joined_particles") for word in words(field)}
    first = alternatives(particles.difference(words("filing_articles")))
    return re.compile(rf"(?:{first})\s?(?:(?:{alternatives(particles)})\s?){{0,2}}[{UPPER}]")


def ending(span: Span) -> str:
    """The last characters of a span without white space at the end: notes and entries may grow to any length."""
    text = span.source.text
    end = span.end
    while end > span.start and text[end - 1].isspace():
        end -= 1
    return text[max(span.start, end - ENDING) : end]


def are_apart(above: Span, below: Span) -> bool:
    """Whether anything but white space stands between two spans."""
    if above.source is not below.source or below.start - above.end > ENDING:
        return True
    return bool(above.source.text[above.end : below.start].strip())
