"""An element of HTML that is a note: ``<li id="fn12">Doe, 2020, p. 4. <a href="#ref12">↩</a></li>``

HTML pages and EPUB files, whole or in part; pandoc and most converters number the identifiers. Below a heading "Notes", or
in an element that is called so, the place in a numbered list is the number.
"""

from __future__ import annotations

import re

from citecheck.parse.entrytexts import ENTRY_NUMBER
from citecheck.parse.forms import Example
from citecheck.parse.forms.note_parts import NOTE_ID, canonical, skip_space
from citecheck.parse.forms.notes import Written
from citecheck.parse.markup import Element

EXAMPLES = (
    Example('A claim<sup>1</sup>.\n\n<p id="fn1">Doe, 2020, p. 4. <a href="#r1">↩</a></p>', {"notes": "1"}),
    Example(
        'A claim<sup>1</sup>.\n\n<div class="footnotes"><ol><li>Doe, 2020, p. 4.</li><li>Roe, 2021.</li></ol></div>',
        {"notes": "1 2"},
    ),
    Example('<p id="figure1">A figure.</p>', None),
)

ANNOUNCES = re.compile(
    r"<(?:div|section|aside|ol)\b[^<>]{0,200}=[\"'][^\"'<>]{0,80}(?:footnotes|endnotes)", re.IGNORECASE
)


def read_element(text: str, element: Element, noted: bool) -> Written | None:
    named = NOTE_ID.search(text, element.start, element.body)
    number = named.group("number") if named else str(element.ordinal) if noted and element.ordinal else None
    if number is None:
        return None
    printed = ENTRY_NUMBER.match(text, element.body)
    body = printed.end() if printed and number in printed.groups() else element.body
    if body >= element.end:
        return None
    body = skip_space(text, body, element.end)
    return Written(canonical(number), (element.start, element.body), (element.start, element.end), (body, element.end))
