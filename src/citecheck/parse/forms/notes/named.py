"""A number in an anchor of any name: ``a claim<sup>[12](#oaks)</sup>``, ``<a name="oaks">12</a> Doe, 2020, p. 4.``

Handwritten Markdown: the writer named the anchors, so that nothing in their names tells them from others. That a number
leads to them does.
"""

from __future__ import annotations

import re

from citecheck.parse.forms import Example
from citecheck.parse.forms.note_parts import (
    ANCHOR,
    ATTRIBUTES,
    BULLETED,
    agreed_note,
    canonical,
    number_called,
    numbers_leading,
)
from citecheck.parse.forms.notes import Beginning, Called

AGREED = True
BEFORE = ("square",)
EXAMPLES = (
    Example(
        'A claim<sup>[1](#oaks)</sup> and another.<sup>[2](#elms)</sup>\n\n<a name="oaks">1</a>: Doe, 2020, p. 4.\n\n'
        '<a name="elms">2</a>: Roe, 2021.',
        {"notes": "1 2"},
    ),
    Example(
        "A claim[1](#oaks) and another.[[2]](#elms)\n\n- <a id='oaks'>[1]</a> Doe, 2020, p. 4.\n- <a id='elms'>[2]</a> Roe, 2021.",
        {"calls": "1 2", "notes": "1 2"},
    ),
    Example(
        '<a id="elms"></a>1. Elms\n\n<a id="oaks"></a>2. Oaks\n\nSee [the oaks](#oaks) and [figure 1](#elms).', None
    ),
)

CALL = re.compile(
    r"(?<!!)(?:\[(?:\\?\[)?(?=\d{1,4}(?:\\?\])?\]\(\\?#)|<a\s[^<>]{0,200}href\s?=\s?[\"']?#[^<>]{1,200}>(?:\\?\[)?)"
    rf"(?P<number>\d{{1,4}})(?:(?:\\?\])?\]\(\\?#[^()\s]{{1,120}}\){ATTRIBUTES}|(?:\\?\])?</a>)",
    re.IGNORECASE,
)
NOTE = re.compile(
    rf"{BULLETED}(?:<small>)?(?P<label>{ANCHOR.pattern}(?:[ \t]*</a>)?(?:<sup>)?(?:\\?\[|\()?(?P<number>\d{{1,4}})(?:\\?\]|\))?(?:</sup>)?"
    r"(?:</a>)?)[.:)]?(?:</a>)?[ \t]*(?:\n[ \t]*)?(?=\S)",
    re.IGNORECASE,
)


def read_call(match: re.Match[str]) -> tuple[Called, ...]:
    return number_called(match)


def is_called(match: re.Match[str]) -> bool:
    """Whether the number of a note leads to its anchor somewhere in the text."""
    return (match.group("name"), canonical(match.group("number"))) in numbers_leading(match.string)


def read_note(match: re.Match[str]) -> Beginning | None:
    return agreed_note(match)
