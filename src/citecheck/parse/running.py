"""Running text: what the paragraphs hold besides markers: citations in brackets, names, and the words around a marker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from functools import cache

from msgspec.structs import replace

from citecheck.languages.letters import UPPER
from citecheck.languages.patterns import any_of
from citecheck.model.document import BlockKind, Bracket, Name, Paragraph, Url
from citecheck.model.reference import Citation, CitationKind, Locator
from citecheck.model.source import Span
from citecheck.parse.authoryear import find_dated
from citecheck.parse.calls import without_calls
from citecheck.parse.citations import read_bracket, read_citations
from citecheck.parse.locators import read_locator
from citecheck.parse.places import Covered, Within
from citecheck.parse.prose import TAGS
from citecheck.parse.reader import Reader
from citecheck.parse.words import (
    elided,
    stop_words,
)

_NUMBER = r"\d{1,4}(?:\s?[–-]\s?\d{1,4}(?!\s?[–-]))?"
NUMBERS = re.compile(
    rf"(?<![\d_!^])(?<!\b[A-Za-z])\\?\[((?!0\d){_NUMBER}(?:\s?[,;]\s?{_NUMBER}){{0,12}})(?:,\s*([A-Za-z§][^\[\]\n]{{0,40}}))?"
    r"\\?\](?![(:])"
)
ROUND = re.compile(r"(?<!\w)\((\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,12})(?:,\s*([A-Za-z§][^()\n]{0,40}))?\)(?![(\w])")
"""Numbers that cite entries, in square brackets or in round ones."""
KEYS = re.compile(
    r"\[[^\[\]]{0,80}(?<![\w.@/}\\])@[\w{][^\[\]]{0,300}\](?!\()"
    r"|(?<![\w.@/}\\+-])@(?:\{[^{}\s@]{1,200}\}|[A-Za-z][\w:.#$%&+?<>~/-]{1,80}(?![\w@]))(?:\s\[[^\[\]]{1,80}\])?"
)
BEHIND_LABEL = re.compile(r"\s{1,9}<?(?:https?://|www\.)")
BRACKETED = re.compile(r"\\?\[\d{1,4}\\?\]")
LONGEST_WORD = 80
STOPS = str.maketrans("", "", ".,;:!?…'’-")
SIGN_OR_WORD_BEFORE = re.compile(r"([^\W_]+(?:['’-][^\W_]+){0,4}['’]?|[^\w\s]{1,4})\s*$")
SIGN_OR_WORD_AFTER = re.compile(r"\s*([^\W_]+(?:['’-][^\W_]+){0,4}['’]?|[^\w\s]{1,4})")


@cache
def _name() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?:{elided()})?[{UPPER}][\w’-]{{2,40}}")


@cache
def _below_figure() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('source_labels')}\s*:\s*", re.IGNORECASE)


def numbers_of(pieces: Sequence[Span], listed: Set[str]) -> re.Pattern[str]:
    """The pattern of the numbers that cite entries: in round brackets where the entries bear the numbers ``listed`` and
    nearly all the numbers in round brackets are among them, but none stands in square ones."""
    if len(listed) < FEWEST:
        return NUMBERS
    texts = [piece.text for piece in pieces]
    if any(NUMBERS.search(text) for text in texts):
        return NUMBERS
    printed = _in_round_brackets(texts)
    known = [number for number in printed if number in listed]
    clear = len(set(known)) >= max(FEWEST, len(listed) // 2) and len(known) * 10 >= 9 * len(printed)
    return ROUND if clear else NUMBERS


def _in_round_brackets(texts: Iterable[str]) -> list[str]:
    """The numbers that stand in round brackets as those that cite do."""
    brackets = (match.group(1) for text in texts for match in ROUND.finditer(text))
    return [number for bracket in brackets for number in re.findall(r"\d+", bracket)]


LEADS = re.compile(rf"\s*\[\d{{1,4}}\][ \t\u00a0\u202f]+[{UPPER}«“\"]")
"""A number before a paragraph of its own, as a note or an entry has it; "[4] shows that" cites."""
FEWEST = 3
"""Numbers that must be cited for it to be a way of citing."""


def find_brackets(paragraph: Paragraph, urls: Within, numbers: re.Pattern[str] | None) -> tuple[Bracket, ...]:
    """The brackets and phrases of a paragraph that hold citations; ``numbers`` finds those by number."""
    found: list[Bracket] = []
    for piece in paragraph.pieces:
        text = piece.text
        own = urls.touching(piece)
        found.extend(find_dated(piece, text, own, paragraph))
        # Most texts have neither sign: asking costs less than searching.
        if numbers is not None and ("(" if numbers is ROUND else "[") in text:
            found.extend(_numbers(piece, text, paragraph, numbers))
        if "@" in text:
            found.extend(_keys(piece, text, own, paragraph))
        if paragraph.kind is BlockKind.CAPTION:
            found.extend(_caption(piece, text, own, paragraph))
    return tuple(sorted(found, key=lambda bracket: bracket.span.start))


def _numbers(piece: Span, text: str, paragraph: Paragraph, numbers: re.Pattern[str]) -> list[Bracket]:
    found: list[Bracket] = []
    reader: Reader | None = None
    last: tuple[int, int] | None = None
    for match in numbers.finditer(text):
        if BEHIND_LABEL.match(text, match.end()) and not text[: match.start()].strip(" -*+\\"):
            continue  # The number of an address in a list.
        locator = None
        if match.group(2):
            reader = reader or Reader.of(piece, ())
            locator = read_locator(reader, match.end(1))[0]
        citations = _numbered(piece, match, locator)
        if not citations or (not text[: match.start()].strip() and LEADS.match(text)):
            continue
        first = int(citations[0].target or 0)
        if last is not None and re.fullmatch(r"\s?[–-]\s?", text[last[0] : match.start()]):
            # "[4]–[6]"
            between = range(last[1] + 1, first)[:30]
            citations[:0] = [Citation(citations[0].span, CitationKind.NUMBER, target=str(one)) for one in between]
        found.append(Bracket(piece.part(*match.span()), paragraph.index, tuple(citations)))
        last = match.end(), int(citations[-1].target or 0)
    return found


def _numbered(piece: Span, match: re.Match[str], locator: Locator | None) -> list[Citation]:
    """The citations of a bracket by their numbers, each of a range too."""
    citations = []
    for printed in re.finditer(r"(\d{1,4})(?:\s?[–-]\s?(\d{1,4}))?", match.group(1)):
        low, high = int(printed.group(1)), int(printed.group(2) or printed.group(1))
        span = piece.part(match.start(1) + printed.start(), match.start(1) + printed.end())
        targets = range(low, high + 1) if 0 <= high - low <= 30 else (low, high)
        citations += [
            Citation(span, CitationKind.NUMBER, target=str(target), locator=locator) for target in targets if target
        ]
    return citations


def _keys(piece: Span, text: str, urls: Sequence[Url], paragraph: Paragraph) -> list[Bracket]:
    found = []
    linked = Covered(piece, (url.span for url in urls))
    for match in KEYS.finditer(text):
        sign = piece.start + match.start() + match.group().index("@")
        if linked.touch(sign, sign + 1):
            continue
        citations = tuple(one for one in read_citations(piece.part(*match.span()), ()) if one.kind is CitationKind.KEY)
        if citations:
            found.append(Bracket(piece.part(*match.span()), paragraph.index, citations))
    return found


def _caption(piece: Span, text: str, urls: Sequence[Url], paragraph: Paragraph) -> list[Bracket]:
    """``Figure 1: …, Source: Doe, 2019, p. 17``."""
    match = _below_figure().search(text)
    if match is None:
        return []
    span = piece.part(match.end(), len(text.rstrip(" *_\n")))
    citations = tuple(replace(one, weak=True) for one in read_bracket(span, urls))
    return [Bracket(span, paragraph.index, citations)] if citations else []


def find_names(paragraph: Paragraph, urls: Within) -> tuple[Name, ...]:
    """The capitalised words of a paragraph that may be proper names: no stop words, none within a URL."""
    found = []
    for piece in paragraph.pieces:
        linked = Covered(piece, (url.span for url in urls.touching(piece)))
        for match in _name().finditer(piece.text):
            if match.group().casefold() in stop_words() or linked.touch(
                piece.start + match.start(), piece.start + match.end()
            ):
                continue
            found.append(Name(piece.part(*match.span()), paragraph.index))
    return tuple(found)


def around(piece: Span, marker: Span, later: Span | None) -> tuple[str, str, bool, bool]:
    """The word or sign before a marker and the one after it, whether space stands before it, and whether none after.

    Markers and emphasis in between are passed over; at a page break ``later``, the next piece of the paragraph, goes on.
    """
    text = piece.source.text
    head = _bare_end(text[max(piece.start, marker.start - 300) : marker.start])
    tail = _bare_beginning(text[marker.end : min(piece.end, marker.end + 300)])
    if not tail.strip():
        tail = " " + _bare(text[later.start : min(later.end, later.start + 300)]) if later else ""
    last = head.rstrip().rsplit(None, 1)[-1:]
    before = SIGN_OR_WORD_BEFORE.search(last[0][-LONGEST_WORD:]) if last else None
    after = SIGN_OR_WORD_AFTER.match(tail)
    return (
        before.group(1) if before else "",
        after.group(1) if after else "",
        bool(head) and head[-1:].isspace(),
        bool(after) and not tail[:1].isspace(),
    )


def _bare_end(text: str) -> str:
    """The end of a text without markers and emphasis: of most texts the last word will do."""
    word = text.rstrip().rsplit(None, 1)[-1:]
    return text[text.rindex(word[0]) :] if word and _is_plain(word[0]) else _bare(text)


def _bare_beginning(text: str) -> str:
    """The beginning of a text without markers and emphasis: of most texts the first word will do."""
    word = text.split(None, 1)[:1]
    return text[: text.index(word[0]) + len(word[0])] if word and _is_plain(word[0]) else _bare(text)


def _is_plain(word: str) -> bool:
    """Whether what stands between white space has but letters and stops, or digits and stops: no part of a marker, a tag or
    emphasis."""
    letters = word.translate(STOPS)
    return not letters or letters.isalpha() or letters.isdecimal()


def _bare(text: str) -> str:
    return BRACKETED.sub("", TAGS.sub("", without_calls(text))).replace("*", "")
