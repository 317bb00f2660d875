"""Furniture: the heads and feet of pages that stand between the lines of a text that was made from a PDF."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from citecheck.languages.patterns import any_of
from citecheck.parse.blocks import Block, Kind

HEAD = re.compile(
    r"(?P<before>\d{1,4}[ \t|–—-]+)?(?P<text>[^\W\d_][^\n*_<>\[\]{}]{8,90}[^\W\d_])(?P<after>[ \t|–—-]+\d{1,4})?"
)
"""What may be the head or foot of a page: a few words, with or without its number."""
AROUND = "# \t\n[](){}*_–—-"
"""What may stand around the number of a page."""
LONGEST = 110
PAGES_ALIKE = 3
"""Pages that must have one head for it to be one."""


def without_furniture(stream: Sequence[Block]) -> Sequence[Block]:
    """The blocks with rules in place of the heads and feet of pages: the same words again and again, with numbers that
    count up, or numbers of pages alone (``## Page 34``, ``[p. 34]``)."""
    heads: dict[str, list[tuple[int, int]]] = {}
    for at, block in enumerate(stream):
        head = _head(block)
        if head is not None:
            heads.setdefault(head[0], []).append((head[1], at))
    furniture = {at for alike in heads.values() if _counts_up(alike) for _, at in alike}
    if not furniture:
        return stream
    return [Block(block.span, Kind.RULE) if at in furniture else block for at, block in enumerate(stream)]


def _head(block: Block) -> tuple[str, int] | None:
    """The words and the number of what may be the head of a page."""
    if block.kind not in (Kind.PARAGRAPH, Kind.HEADING) or block.span.end - block.span.start > LONGEST:
        return None
    page = _page().fullmatch(block.span.text.strip(AROUND))
    if page is not None:
        return page.group("word"), int(page.group("number"))
    if block.kind is Kind.HEADING:
        return None
    match = HEAD.fullmatch(block.span.text.strip())
    if match is None or (match.group("before") is None) == (match.group("after") is None):
        return None
    return match.group("text"), int(re.sub(r"\D", "", match.group("before") or match.group("after")))


@cache
def _page() -> re.Pattern[str]:
    """The number of a page, which may say of how many."""
    return re.compile(
        rf"(?P<word>{any_of('page_labels')})[ \t]*(?P<number>\d{{1,4}})(?:[ \t]*(?:/|[^\W\d_]{{2,3}})[ \t]*\d{{1,4}})?",
        re.IGNORECASE,
    )


def _counts_up(alike: Sequence[tuple[int, int]]) -> bool:
    """Whether numbers ascend; a converter may name a page that prints its own number."""
    numbers = [number for number, _ in alike]
    return len({*numbers}) >= PAGES_ALIKE and all(number <= following for number, following in pairwise(numbers))
