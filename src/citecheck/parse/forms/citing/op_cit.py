"""Op. cit.: ``Doe, op. cit., p. 4``, ``Doe, *Title*, op. cit.``, ``*Title*, op. cit.``, ``Doe, art. cit.``.

That author's work cited before; usual in French (Imprimerie nationale, *Lexique*, "op. cit."), discouraged in English
(Chicago Manual of Style 17, 14.36).
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages import words
from citecheck.languages.patterns import alternatives
from citecheck.model.reference import Citation, CitationKind
from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import NAMES, OPENING
from citecheck.parse.locators import read_locator
from citecheck.parse.names import read_persons
from citecheck.parse.reader import Reader
from citecheck.parse.titles import closed_title
from citecheck.parse.words import is_introduced

BEFORE = ("case", "full", "short")
EXAMPLES = (
    Example("Doe, op. cit., p. 4", {"kind": "op-cit", "authors": "Doe", "pages": "4"}),
    Example("Doe, *Un titre*, op. cit., p. 4", {"kind": "op-cit", "authors": "Doe", "title": "Un titre"}),
    Example("Doe, *Un titre, op. cit.*, p. 4", {"kind": "op-cit", "authors": "Doe", "title": "Un titre", "pages": "4"}),
    Example("*Un titre*, *op. cit*., p. 4", {"kind": "op-cit", "title": "Un titre", "pages": "4"}),
    Example("*Un titre, op. cit.*, p. 4", {"kind": "op-cit", "title": "Un titre", "pages": "4"}),
    Example("« Un titre », art. cit.", {"kind": "op-cit", "title": "Un titre"}),
    Example("Doe, éd. cit., p. 4", {"kind": "op-cit", "authors": "Doe", "pages": "4"}),
    Example("DOE J., art. cit.", {"kind": "op-cit"}),
    Example("DOE (J.), op. cit., p. 4", {"kind": "op-cit", "pages": "4"}),
    Example("the work cited above", None),
)


GIVEN_IN_BRACKETS = r"\((?:[^\W\d_]{1,2}\.[ -]?){1,4}\)"
"""Initials as some French styles have them: ``DOE (J.)``."""


ITALIC_BEGUN = re.compile(r"(?<![*\w])\*{1,2}(?P<title>[^\s*][^*]{1,300})")
"""A title in italics, which may go on behind it."""


@cache
def pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<names>(?:{NAMES}|{GIVEN_IN_BRACKETS}){{2,120}}?){_cited_before()}", re.IGNORECASE)


@cache
def behind_title() -> re.Pattern[str]:
    """``op. cit.`` or ``art. cit.`` behind a short title, with the bracket around it."""
    return re.compile(rf"{_cited_before()}\)?", re.IGNORECASE)


@cache
def _cited_before() -> str:
    """``, op. cit.``: that the work was cited before, in one of the phrases that are more than a word."""
    phrases = alternatives({*words("op_cit"), *(word for word in words("loc_cit") if " " in word)})
    return rf"(?:\s*+,)?\s++\(?(?:{phrases})(?!\w)(?:\s?\.)?"


def read(reader: Reader, at: int) -> Citation | None:
    if not reader.speaks("op_cit", "loc_cit"):
        return None
    titled = _by_title(reader, at)
    if titled is not None:
        return titled
    match = pattern().match(reader.plain, at)
    if match is None:
        return None
    author_end, title = match.end("names"), None
    if is_introduced(match.group("names")):
        return None
    italic = ITALIC_BEGUN.search(reader.text, at, author_end)
    if italic:
        author_end, title = italic.start(), italic.group("title").strip(" ,*")
    names = re.sub(r"[()]", " ", reader.plain[at:author_end])
    persons = read_persons(" ".join(names.split()).strip(" ,"))
    if persons is None:
        return None
    locator, end = read_locator(reader, match.end())
    return Citation(
        reader.trimmed(at, end),
        CitationKind.OP_CIT,
        authors=persons[0],
        author_span=reader.trimmed(at, author_end),
        et_al=persons[1],
        title=title,
        locator=locator,
    )


def _by_title(reader: Reader, at: int) -> Citation | None:
    """The repetition that names its title alone, in italics or in quotation marks."""
    begins = at - 1 if at and reader.text[at - 1] == "*" else at
    if reader.text[begins] not in f"*‘{OPENING}":
        return None
    closed = closed_title(reader.text, begins, len(reader.text))
    again = behind_title().match(reader.plain, closed) if closed is not None else None
    title = reader.text[begins:closed]
    if again is None:
        # All of it may be in italics, or only the title and the first word behind it.
        match = pattern().match(reader.plain, at) if begins < at else None
        if match is None or "*" in reader.text[at : match.end("names")]:
            return None
        again, title = match, match.group("names")
    locator, end = read_locator(reader, again.end())
    return Citation(
        reader.trimmed(begins, end),
        CitationKind.OP_CIT,
        title=" ".join(title.strip('*“”"«»‘ ,.’').split()),
        locator=locator,
    )
