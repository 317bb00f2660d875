"""A number in square brackets: ``a claim [12]``, ``[12] Doe, 2020, p. 4.``

Handwritten texts, and converters that take the raised number for plain text. It may as well cite an entry of a numbered
bibliography (IEEE, Vancouver), so that the whole document must say that it calls notes. Behind the words of a link it names the
link's target (``[the market][12]``).
"""

from __future__ import annotations

import re

from citecheck.parse.forms import Example
from citecheck.parse.forms.note_parts import MARGIN, SEVERAL, agreed_note, numbers_called
from citecheck.parse.forms.notes import Beginning, Called

AGREED = True
NUMBERS_ENTRIES = True
BEFORE = ("round",)
EXAMPLES = (
    Example(
        "A claim [1] and another [2].\n\n## Notes\n\n[1] Doe, 2020, p. 4.\n\n[2] Roe, 2021.",
        {"calls": "1 2", "notes": "1 2"},
    ),
    Example(
        "A claim [1] and another [2].\n\n## References\n\n[1] Doe, J. (2020). *A title*. Press.\n\n"
        "[2] Roe, R. (2021). *Another*. Press.",
        None,
    ),
    Example(
        "At [the market][1] and [the quay][2].\n\n[1]: https://example.org/market\n[2]: https://example.org/quay", None
    ),
    Example(
        "At dawn [1], it [was][2] low [3].\n\n[1]: https://example.org/dawn\n[2]: https://example.org/low\n[3]: https://example.org/3",
        None,
    ),
    Example("[1] The appellant sold a horse.\n\n[2] It died, as said at [1].", None),
)

CALL = re.compile(rf"(?<![\d_!^\\])(?<!\b[A-Za-z])\\?\[(?P<numbers>{SEVERAL})\\?\](?![(:])")
NOTE = re.compile(
    rf"{MARGIN}(?!\[[^\]]*\]:[ \t]*<?\w+://\S+(?:[ \t]+[\"'(][^\n]*)?[ \t]*$)"
    r"(?P<label>\\?\[(?P<number>\d{1,4})\\?\])[.:]?(?![(\w])[ \t]*",
    re.MULTILINE,
)
"""The beginning of a line that does not only say where links lead (CommonMark, 4.7)."""
WORDS = re.compile(r"\[(?=[^\[\]\n]{0,200}[^\W\d_])[^\[\]\n]{1,200}\]\Z")
"""The words of a link."""


def read_call(match: re.Match[str]) -> tuple[Called, ...]:
    start = match.start()
    named = match.string[start - 1 : start] == "]" and WORDS.search(match.string, max(0, start - 202), start)
    return () if named else numbers_called(match)


def read_note(match: re.Match[str]) -> Beginning | None:
    return agreed_note(match)
