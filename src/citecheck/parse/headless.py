"""Bibliographies without a heading: a file that is nothing else, and numbered sources at the end of a text that cites them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from citecheck.parse.blocks import Block, Kind
from citecheck.parse.entrytexts import defines_links, items_of_list
from citecheck.parse.forms.notes import note_ways
from citecheck.parse.headings import heading_text, is_bibliography
from citecheck.parse.prose import looks_like_prose, looks_like_reference
from citecheck.parse.reference import is_line_of_its_own

__all__ = ["first_entry", "is_all_entries"]

FEWEST = 3
"""Sources that a list must have to be known without a heading."""
NUMBERED = re.compile(r"[ \t>]*(?:[-*+][ \t]+)?\\?\[(?P<number>\d{1,4})\\?\](?![(:])[ \t]+(?=\S)")
CITED = re.compile(
    r"(?<![\w!\]^])\\?\[(?P<numbers>\d{1,4}(?:\s?[,;–-]\s?\d{1,4}){0,12})(?:,[^\[\]\n]{1,40})?\\?\](?![(:])"
)
DIGITS = re.compile(r"\d+")


def is_all_entries(stream: Sequence[Block]) -> bool:
    """Whether a file is nothing but a list of references, perhaps with headings between them: each line of it that begins one
    looks like one, and nearly all plainly are. A heading of a bibliography says itself where that begins."""
    if any(block.kind is Kind.HEADING and is_bibliography(heading_text(block.span)) for block in stream):
        return False
    texts = list(_items(stream))
    if len(texts) < FEWEST or not all(looks_like_reference(text) and not looks_like_prose(text) for text in texts):
        return False
    return is_line_of_its_own(texts[0]) and sum(map(is_line_of_its_own, texts)) * 10 >= len(texts) * 9


def _items(stream: Sequence[Block]) -> Iterator[str]:
    """The texts of a file that may each be a reference; one that cannot, where something else stands there."""
    for block in stream:
        text = block.span.text
        if block.kind in (Kind.HEADING, Kind.RULE) or defines_links(text):
            continue
        if block.kind not in (Kind.PARAGRAPH, Kind.LIST) or note_ways().note.match(text) is not None:
            yield ""
            continue
        yield from (text[item.body : item.end] for item in items_of_list(text))


def first_entry(stream: Sequence[Block], taken: Container[int]) -> int | None:
    """The place of the first of the numbered sources with which a text ends, where the text cites most of them by number; None
    where it has no such list. ``taken`` are the places of blocks that are notes."""
    first, numbers = _numbered_end(stream, taken)
    if len(numbers) < FEWEST or any(number >= following for number, following in pairwise(numbers)):
        return None
    cited = {
        int(number)
        for block in stream[:first]
        for match in CITED.finditer(block.span.text)
        for number in DIGITS.findall(match.group("numbers"))
    }
    return first if len(cited & set(numbers)) * 2 >= len(numbers) else None


def _numbered_end(stream: Sequence[Block], taken: Container[int]) -> tuple[int, list[int]]:
    """Where the numbered references at the end of a file begin, and their numbers."""
    first = len(stream)
    numbers: list[int] = []
    for at in range(len(stream) - 1, -1, -1):
        block, text = stream[at], stream[at].span.text
        if block.kind is Kind.RULE or defines_links(text):
            continue
        begun = [match for line in text.split("\n") if (match := NUMBERED.match(line)) is not None]
        if at in taken or not begun or NUMBERED.match(text) is None or not looks_like_reference(text):
            break
        first, numbers = at, [*(int(match.group("number")) for match in begun), *numbers]
    return first, numbers
