"""A raised number in HTML: ``a claim<sup>12</sup>``, ``<sup>12</sup> Doe, 2020, p. 4.``

What converters make of the raised numbers of a PDF or a word processor's file; the number may stand in square brackets or
in a link to its note. A number behind a unit or a ten (``km<sup>2</sup>``) is a power, and one before a symbol an isotope.
"""

from __future__ import annotations

import re

from citecheck.model.document import NoteForm
from citecheck.parse.forms import Example
from citecheck.parse.forms.note_parts import BULLETED, is_power, numbers_called, raised_note
from citecheck.parse.forms.notes import Beginning, Called

NUMBERING = NoteForm.SUPERSCRIPT
BEFORE = ("raised",)
EXAMPLES = (
    Example(
        "A claim<sup>1</sup> and another.<sup>2</sup>\n\n<sup>1</sup> Doe, 2020, p. 4.\n\n<sup>2</sup> Roe, 2021.",
        {"calls": "1 2", "notes": "1 2"},
    ),
    Example("A claim<sup>1</sup>.\n\n<sup>1</sup>. Doe, 2020, p. 4.", {"calls": "1", "notes": "1"}),
    Example("Claims<sup>3, 4</sup> and more<sup>5-7</sup>.", {"calls": "3 4 5 6 7"}),
    Example('A claim<sup id="r1"><a href="#n1">1</a></sup>.', {"calls": "1"}),
    Example("An area of 12 km<sup>2</sup>, and 10<sup>6</sup> trees, dated with <sup>14</sup>C.", None),
    Example("The 13<sup>th</sup> century.", None),
)

_SUP = r"<sup(?:\s[^<>]{0,120})?>"
CALL = re.compile(
    rf"{_SUP}\s{{0,3}}(?:<a\s[^<>]{{0,200}}>)?(?:\\?\[){{0,2}}"
    r"(?P<numbers>\d{1,6}(?:\s?[,;–-]\s?\d{1,6}){0,9})"
    r"(?:\\?\]){0,2}(?:\(\\?#[^()\s]{0,80}\))?(?:</a>)?\s{0,3}</sup>",
    re.IGNORECASE,
)
NOTE = re.compile(
    rf"{BULLETED}(?P<label>{_SUP}[ \t]*(?:<a\s[^<>]{{0,200}}>)?(?:\\?\[)?(?P<number>\d{{1,6}})(?:\\?\])?(?:</a>)?[ \t]*</sup>)",
    re.IGNORECASE,
)
ISOTOPE = re.compile(r"<sup>\d{1,3}</sup>[A-Z][a-z]?(?![\w’'])")


def read_call(match: re.Match[str]) -> tuple[Called, ...]:
    return numbers_called(match)


def is_other(match: re.Match[str]) -> bool:
    """Whether the numbers are a power or an isotope."""
    text, start = match.string, match.start()
    if ISOTOPE.match(text, start) and (not start or text[start - 1].isspace() or text[start - 1] in "(["):
        return True
    return is_power(text, start, match.group("numbers"))


def read_note(match: re.Match[str]) -> Beginning | None:
    return raised_note(match)
