"""Headings: their numbers and titles, and what they announce."""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages import all_languages, words
from citecheck.languages.folding import unaccented
from citecheck.languages.patterns import conjunctions
from citecheck.model.source import Span
from citecheck.parse.words import YEAR, alternatives

NUMBERED_TITLE = re.compile(r"((?:\d{1,3}\.){0,5}\d{1,3}|[IVXLC]{1,6}|[A-Z])(?:[.)\]:]\s*|\s*[–—-]\s+|\s+)(?=\S)")
YEAR_ALONE = re.compile(YEAR)
UNDERLINE = re.compile(r"\n[ \t]*(?:=+|-+)[ \t]*$")
SIGNS = re.compile(r"^[ \t]*#{1,6}[ \t]*|(?<![ \t])[ \t]++#++[ \t]*+$")
EMPHASIS = re.compile(r"[*_`]+|<[^<>]{0,200}>")


def heading_text(span: Span) -> str:
    """A heading's text without the line below it that makes it one."""
    return UNDERLINE.sub("", span.text.rstrip())


@cache
def _chapter() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{alternatives(words('chapter_words'))})\s+(\d{{1,3}}(?:\.\d{{1,3}})*|[IVXLC]{{1,6}})\b[ .:–—-]*",
        re.IGNORECASE,
    )


def heading_parts(text: str) -> tuple[str | None, str]:
    """The printed number of a heading, if it has one, and its title, without emphasis: ``## **2.1 Title**``."""
    plain = EMPHASIS.sub("", SIGNS.sub("", text)).strip()
    chapter = _chapter().match(plain)
    if chapter:
        return chapter.group(1), plain[chapter.end() :].strip() or plain
    number = NUMBERED_TITLE.match(plain)
    if number and (number.group(1)[0].isdigit() or plain[number.end(1) : number.end(1) + 1] in ".)"):
        if YEAR_ALONE.fullmatch(number.group(1)):
            return None, plain
        return number.group(1), plain[number.end() :].strip()
    return None, plain


def title_span(span: Span, title: str) -> Span:
    """The stretch of a heading that is its title: from its first word to its last, emphasis inside included."""
    text = span.text
    title_words = title.split()
    start = text.find(title_words[0], max(0, text.find(title))) if title_words else 0
    if start == -1:
        start = len(text) - len(text.lstrip("#*_ "))
    end = text.rfind(title_words[-1]) + len(title_words[-1]) if title_words else 0
    return span.part(start, max(start, end))


@cache
def _titles(field_name: str) -> frozenset[str]:
    return frozenset(unaccented(title) for each in all_languages() for title in getattr(each, field_name))


def _plain_title(text: str) -> str:
    return unaccented(heading_parts(text)[1].strip(" .:")).replace("’", "'")


def _joined_titles(title: str) -> list[str]:
    """The titles that a heading joins: ``References and Further Reading``."""
    return [part.strip() for part in re.split(rf",|/|&|\s{conjunctions()}\s", title)]


def is_bibliography(text: str) -> bool:
    """Whether a heading's text announces a bibliography."""
    title = _plain_title(text)
    if title in _titles("bibliography_headings"):
        return True
    if len(title.split()) <= 5 and "bibliograph" in title:
        # "Creating bibliographies" teaches how to write one.
        return _titles("teaching_words").isdisjoint(title.split())
    parts = _joined_titles(title)
    known = _titles("bibliography_headings") | _titles("further_reading_headings")
    return known.issuperset(parts) and not _titles("bibliography_headings").isdisjoint(parts)


def is_further_reading(text: str) -> bool:
    """Whether a heading's text announces sources that need not be cited."""
    return not _titles("further_reading_headings").isdisjoint(_joined_titles(_plain_title(text)))


def is_notes(text: str) -> bool:
    """Whether a heading's text announces notes."""
    return _plain_title(text) in _titles("notes_headings")
