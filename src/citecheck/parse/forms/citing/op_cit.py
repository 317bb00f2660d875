"""Op. cit.: ``Doe, op. cit., p. 4``, ``Doe, *Title*, op. cit.``, ``Doe, art. cit.``.

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
from citecheck.parse.forms.parts import ITALIC, NAMES
from citecheck.parse.locators import read_locator
from citecheck.parse.names import read_persons
from citecheck.parse.reader import Reader

BEFORE = ("case", "full", "short")
EXAMPLES = (
    Example("Doe, op. cit., p. 4", {"kind": "op-cit", "authors": "Doe", "pages": "4"}),
    Example("Doe, *Un titre*, op. cit., p. 4", {"kind": "op-cit", "authors": "Doe", "title": "Un titre"}),
    Example("DOE J., art. cit.", {"kind": "op-cit"}),
    Example("the work cited above", None),
)


@cache
def pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<names>{NAMES}{{2,120}}?){_cited_before()}", re.IGNORECASE)


@cache
def behind_title() -> re.Pattern[str]:
    """``op. cit.`` or ``art. cit.`` behind a short title, with the bracket around it."""
    return re.compile(rf"{_cited_before()}\)?", re.IGNORECASE)


@cache
def _cited_before() -> str:
    """``, op. cit.``: that the work was cited before, in one of the phrases that are more than a word."""
    phrases = alternatives({*words("op_cit"), *(word for word in words("loc_cit") if " " in word)})
    return rf"(?:\s*+,)?+\s++\(?(?:{phrases})(?!\w)\.?"


def read(reader: Reader, at: int) -> Citation | None:
    match = pattern().match(reader.plain, at)
    if match is None:
        return None
    names = match.group("names")
    author_end = match.end("names")
    title = None
    italic = ITALIC.search(reader.text, at, match.end())
    if italic:
        title, author_end = (italic.group(1) or italic.group(2)).strip(), italic.start()
        names = reader.plain[at:author_end]
    persons = read_persons(names.strip(" ,"))
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
