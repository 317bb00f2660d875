"""A reference without the markup that is none of its own: links around its words, bold letters around its names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from citecheck.languages.patterns import conjunctions
from citecheck.likeness.archives import is_archived
from citecheck.model.document import Url
from citecheck.model.source import Span
from citecheck.parse.names import read_authors
from citecheck.parse.urls import SCHEME
from citecheck.parse.words import YEAR, evened

__all__ = ["addresses", "plain_reference", "printed_address"]

BOLD = re.compile(r"(?<![*\w])\*\*(?=[^\s*])([^*]{1,2000})(?<=\S)\*\*([,.:;]?)")
WHOLE = re.compile(r"(\s*)\*\*(?=[^\s*])((?:[^*]|\*(?!\*)){1,4000})\*\*(\s*\.?\s*)")
"""All of a reference in bold letters, italics within them."""
LABEL = re.compile(rf"\A\s*\[[^\[\]]{{1,60}}?(?:{YEAR}|\d\d)[a-z]?\]\s+(?=[^\W\d_*«“])")
"""The label by which an entry is cited: ``[Doe, 2005]``, ``[Doe05]``."""
NUMBER = re.compile(r"[\d\s(),.:;–-]+")


@cache
def _behind_names() -> re.Pattern[str]:
    """What stands behind the names of a reference."""
    return re.compile(rf"\s?[,.(:]|\s/\s|\s+(?:[A-Z]\.|&|{conjunctions()}\b|\()")


def plain_reference(span: Span, urls: Sequence[Url]) -> str:
    """The text of a reference as `evened` has it, at the same length, without the label before it, the signs of links around words of it and
    of bold letters that mark no title: those around all of it, a name in front, a volume."""
    text = LABEL.sub(lambda label: " " * len(label.group()), evened(span.text))
    for url in urls:
        if _is_worded(url):
            start = url.span.start - span.start
            label = start + 1 + len(url.text or "")
            label = text.find("](", max(start, label - 2), url.span.end - span.start)
            if start >= 0 and label != -1:
                end = url.span.end - span.start
                text = f"{text[:start]} {text[start + 1 : label]}{' ' * (end - label)}{text[end:]}"
    if "**" not in text:
        return text
    whole = WHOLE.fullmatch(text)
    if whole is not None:
        return f"{whole.group(1)}  {whole.group(2)}  {whole.group(3)}"
    return BOLD.sub(lambda bold: _unbold(bold, text), text)


def addresses(urls: Sequence[Url]) -> list[Url]:
    """The URLs that are printed, not only led to by words."""
    return [url for url in urls if not _is_worded(url)]


def printed_address(url: Url) -> str:
    """The address of a source: where a link prints it and opens a copy in an archive, what is printed."""
    return url.text if url.text is not None and SCHEME.match(url.text) and is_archived(url.target) else url.target


def _is_worded(url: Url) -> bool:
    """Whether words lead to the URL, and not its own address."""
    return url.text is not None and url.span.text.startswith("[") and re.search(r"\w\s+\w", url.text) is not None


def _unbold(bold: re.Match[str], text: str) -> str:
    """The words without their stars, at the same length, where they are no title."""
    before, behind = text[: bold.start()].strip(), text[bold.end(1) + 2 :]
    authors = None if before else read_authors(bold.group(1), whole=True)
    named = authors is not None and authors.sure and _behind_names().match(behind) is not None
    if named or NUMBER.fullmatch(bold.group(1)):
        # The stop behind stays at the words.
        return f"  {bold.group(1)}{bold.group(2)}  "
    return bold.group()
