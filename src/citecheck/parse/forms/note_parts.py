"""Named parts that the patterns of note forms are made of, and what several of them read alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from citecheck.languages.letters import UPPER
from citecheck.parse.forms.notes import Beginning, Called

MARGIN = r"[ \t>]*"
"""What may stand before a note on its line: spaces and marks of quotation."""
ANCHORS = r"(?:<(?:span|a)\b[^<>\n]{0,200}>[ \t]*</(?:span|a)>[ \t]*){0,4}"
"""The empty elements that a link may lead to."""
BULLETED = rf"{MARGIN}(?:[-*+][ \t]+)?{ANCHORS}"
"""What may stand before a raised or linked number: a bullet and anchors as well."""
SEVERAL = r"\d{1,4}(?:\s?[,;–-]\s?\d{1,4}){0,9}"
"""Numbers of several notes in one call."""
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
ATTRIBUTES = r"(?:\{[^{}\n]{0,160}\})?"
"""What pandoc writes behind a link."""
NOTE_NAMES = "fn|ftn|edn|note"
"""What programs call notes in the names of anchors."""
BACK = rf"[^()\s<>]{{0,60}}(?:ref|anc|back|call|appel|rtn|src|{NOTE_NAMES})[^()\s<>]{{0,60}}"
"""The target of the link by which a note goes back to its call, or a call to its note."""
TARGET = (
    rf"\\?#[^()\s\"'<>]{{0,60}}?(?:{NOTE_NAMES})s?[-_.:\\]{{0,3}}"
    r"(?:ref|anc|sym|back|call)?[-_.:\\]{0,3}\d{1,4}(?:ref|anc|sym|back|call)?"
)
"""The target of a link between a note and its call, by its name and number."""
ARROWS = "↩↑⏎↵^"
NOTE_ID = re.compile(
    rf"\bid\s?=\s?[\"']?(?![^\"'<>\s]{{0,40}}ref)[^\"'<>\s]{{0,40}}?(?:{NOTE_NAMES})[^\"'<>\s\d]{{0,20}}"
    r"(?P<number>\d{1,4})[\"'\s>]",
    re.IGNORECASE,
)
"""The identifier of an element that is a note."""
RETURN = re.compile(
    rf"\s*(?:<a\b[^<>]{{0,240}}>\s*(?:[{ARROWS}]|&#\w{{1,8}};)[^<]{{0,8}}</a>"
    rf"|\[(?:\\?[{ARROWS}])[^\[\]]{{0,4}}\]\(\\?#[^()\s]{{0,80}}\){ATTRIBUTES})\s*\Z",
    re.IGNORECASE,
)
"""The arrow behind a note that leads back to its call."""
CLOSING = re.compile(r"(?:</?(?:p|li|ol|ul|div|section|dd|dl|aside|hr|br)\b[^<>]{0,200}>)\Z", re.IGNORECASE)
OF_A_NOTE = re.compile(rf"#[^()\s\"'<>]{{0,60}}(?:{NOTE_NAMES})", re.IGNORECASE)
"""The target of a link that has to do with a note."""
WINDOW = 500
"""Characters at the end of a note in which the link back and closing tags are looked for."""


def canonical(number: str) -> str:
    """A number without zeros in front."""
    return number.lstrip("0") or "0"


ANCHOR = re.compile(
    r"<a\s(?:[^<>]{0,200}\s)?(?:name|id)\s?=\s?[\"']?(?P<name>[^\"'<>\s]{1,120})[\"']?(?:\s[^<>]{0,200})?>",
    re.IGNORECASE,
)
"""An anchor that a link may lead to, with its name."""
LEADING = re.compile(
    r"\[(?:\\?\[)?(?:<sup>)?(?P<linked>\d{1,4})(?:</sup>)?(?:\\?\])?\]\(\\?#(?P<target>[^()\s]{1,120})\)"
    r"|<a\s(?:[^<>]{0,200}\s)?href\s?=\s?[\"']?#(?P<anchor>[^\"'<>\s]{1,120})[^<>]{0,200}>(?:<sup>)?(?:\\?\[)?"
    r"(?P<number>\d{1,4})(?:\\?\])?(?:</sup>)?</a>",
    re.IGNORECASE,
)
"""A number that leads to an anchor of the same file, whatever its name."""


@lru_cache(maxsize=2)
def numbers_leading(text: str) -> frozenset[tuple[str, str]]:
    """The names of the anchors that numbers of a text lead to, each with the number."""
    return frozenset(
        (match.group("target") or match.group("anchor"), canonical(match.group("linked") or match.group("number")))
        for match in LEADING.finditer(text)
    )


SPACE = re.compile(r"\s*")


def skip_space(text: str, start: int, end: int) -> int:
    """Where a text that may begin with white space begins."""
    space = SPACE.match(text, start, end)
    return space.end() if space else start


def numbers_called(match: re.Match[str]) -> tuple[Called, ...]:
    """What the part ``numbers`` of a call names, each at its own place: ``12``, ``12, 13``, ``12-14``."""
    called = tuple(_numbers(match.string, *match.span("numbers")))
    return called if len(called) > 1 else (Called(called[0].label, *match.span()),)


LONGEST_RANGE = 20


def _numbers(text: str, start: int, end: int) -> Iterator[Called]:
    """Each number of a list; those within a range stand where it begins."""
    for piece in PIECE.finditer(text, start, end):
        ends = list(DIGITS.finditer(text, *piece.span()))
        low, high = int(ends[0].group()), int(ends[-1].group())
        if len(ends) == 2 and 0 < high - low <= LONGEST_RANGE:
            yield from (Called(str(number), *ends[0].span()) for number in range(low, high))
            yield Called(str(high), *ends[1].span())
        else:
            yield from (Called(canonical(number.group()), *number.span()) for number in ends)


PIECE = re.compile(r"[^,;]+")
DIGITS = re.compile(r"\d+")


def number_called(match: re.Match[str]) -> tuple[Called, ...]:
    """What a call with a ``number`` names."""
    return (Called(canonical(match.group("number")), *match.span()),)


UNIT_BEFORE = re.compile(
    r"(?:(?<![^\W\d_])(?:[a-z]|[kcdmµnhM]?m|[kcm]?mi|ft|in|yd|km|ha|mc|s|R|r|χ|σ|x|n|CO|H)|(?<!\d)10)$"
)


def is_power(text: str, start: int, numbers: str) -> bool:
    """Whether raised numbers are no call but belong to what stands before them: ``km²``, ``10⁶``."""
    if not numbers.isdigit() or numbers == "0":
        return numbers == "0"
    before = UNIT_BEFORE.search(text[max(0, start - 8) : start])
    return before is not None and (before.group() == "10" or numbers in ("2", "3"))


ELEMENT_BEHIND = re.compile(r"[A-Z][a-z]?\s[a-z]")


STOPPED = re.compile(rf"[.)][ \t]+[*_«“\"]{{0,2}}\s?[{UPPER}]")
"""A stop behind the number, and the beginning of a sentence."""


def goes_on(match: re.Match[str]) -> bool:
    """Whether what stands behind a number at the beginning of a line shows that the line begins no note.

    Running text that begins with a call, cut off by a page break, goes on with a sign; ``<sup>14</sup>C dates`` begins with
    an isotope.
    """
    following = match.string[match.end() : match.end() + 2]
    if following.strip() and following.lstrip()[:1] in ".,;:)":
        return STOPPED.match(match.string, match.end()) is None
    return ELEMENT_BEHIND.match(match.string, match.end()) is not None


def raised_note(match: re.Match[str]) -> Beginning | None:
    """The note that begins with the ``number`` in a ``label``, or None where the line only goes on."""
    if goes_on(match):
        return None
    return Beginning(canonical(match.group("number")), match.span("label"), behind_stop(match))


def behind_stop(match: re.Match[str]) -> int:
    """Where the text of a note begins: behind its number, and behind the stop that the number may have."""
    return match.end() + (STOPPED.match(match.string, match.end()) is not None)


def agreed_note(match: re.Match[str]) -> Beginning | None:
    """The note that begins with the ``number`` in a ``label``, or None where no text follows."""
    if not match.string[match.end() : match.end() + 1].strip():
        return None
    return Beginning(canonical(match.group("number")), match.span("label"), match.end())


def without_return(text: str, start: int, end: int) -> int:
    """Where a note's text ends: before the tags that close it and the link back to its call."""
    while end > start:
        window = text[max(start, end - WINDOW) : end]
        # Nobody writes thousands of spaces there, but what is hidden from a reader may be blank.
        if blanks := len(window) - len(window.rstrip()):
            end -= blanks
            continue
        match = RETURN.search(window) or CLOSING.search(window)
        if match is None or match.end() == match.start():
            return end
        end -= len(window) - match.start()
    return end


def leads_back(text: str) -> bool:
    """Whether a text ends with the arrow that leads from a note back to its call."""
    match = RETURN.search(text[-WINDOW:])
    return match is not None and OF_A_NOTE.search(match.group()) is not None
