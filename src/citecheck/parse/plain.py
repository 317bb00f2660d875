"""A reference without the markup that is none of its own: links around its words, bold letters around its names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from citecheck.languages.patterns import any_of, conjunctions
from citecheck.likeness.archives import is_archived
from citecheck.model.document import Url
from citecheck.model.source import Span
from citecheck.parse.names import read_authors
from citecheck.parse.urls import SCHEME
from citecheck.parse.words import YEAR, evened

__all__ = ["addresses", "cites_in_link", "plain_reference", "printed_address", "unlinked"]

BOLD = re.compile(r"(?<![*\w])\*\*(?=[^\s*])([^*]{1,2000})(?<=\S)\*\*([,.:;]?)")
WHOLE = re.compile(r"(\s*)\*\*(?=[^\s*])((?:[^*]|\*(?!\*)){1,4000})\*\*(\s*\.?\s*)")
"""All of a reference in bold letters, italics within them."""
LABEL = re.compile(
    rf"\A\s*(?:\[[^\[\]]{{1,60}}?(?:{YEAR}|\d\d)[a-z]?\]\s+(?=[^\W\d_*«“])|\([a-z]\)\s{{0,3}}(?=[A-ZÀ-ÖØ-Þ]))"
)
"""The label by which an entry is cited: ``[Doe, 2005]``, ``[Doe05]``, and a letter that tells two of a year apart."""
SEVERAL = re.compile(r"\w[^\w\s]{0,3}\s+[^\w\s]{0,3}\w")
"""Several words, perhaps with signs between them: ``Doe, J.``, ``Doe (2020)``."""
SIGN_APART = re.compile(r"(?<=[^\W\d_])(\s{0,4})\*([,.:;])\*(?=\s)")
"""A sign that is alone in italics behind a name: ``Doe*,* Jane``."""
ESCAPED = re.compile(r"\\([()\[\]])")
"""A bracket with the sign before it that keeps it from being one of Markdown."""
LONGEST_CITATION = 14
"""Words of a link beyond which it is no citation."""
NUMBER = re.compile(r"[\d\s(),.:;–-]+")


@cache
def _others() -> re.Pattern[str]:
    """``*et al.*``, ``*et al*.``: the words for further authors in italics, which are no title's."""
    return re.compile(rf"(?<!\*)\*{any_of('et_al')}\.?\*(?!\*)\.?", re.IGNORECASE)


@cache
def _behind_names() -> re.Pattern[str]:
    """What stands behind the names of a reference."""
    return re.compile(rf"\s?[,.(:]|\s/\s|\s+(?:[A-Z]\.|&|{conjunctions()}\b|\()")


def plain_reference(span: Span, urls: Sequence[Url]) -> str:
    """The text of a reference as `evened` has it, at the same length, without the label before it, the signs of links around words of it and
    of bold letters that mark no title: those around all of it, a name in front, a volume."""
    text = LABEL.sub(lambda label: " " * len(label.group()), evened(span.text))
    text = unlinked(text, span, [url for url in urls if _is_worded(url)])
    if "*" in text:
        text = _others().sub(lambda words: f" {words.group().replace('*', '')} ", text)
        text = SIGN_APART.sub(r"\2 \1 ", text)
    if "\\" in text:
        text = ESCAPED.sub(r" \1", text)
    if "**" not in text:
        return text
    whole = WHOLE.fullmatch(text)
    if whole is not None:
        return f"{whole.group(1)}  {whole.group(2)}  {whole.group(3)}"
    return BOLD.sub(lambda bold: _unbold(bold, text), text)


def unlinked(text: str, span: Span, urls: Sequence[Url]) -> str:
    """The text of ``span`` with blanks for the signs and the targets of links, at the same length: their words stay."""
    kept, at = [], 0
    for url in urls:
        start, end = url.span.start - span.start, url.span.end - span.start
        label = text.find("](", max(start, start + len(url.text or "") - 1), end)
        if start >= at and label != -1:
            kept += [text[at:start], " ", text[start + 1 : label], " " * (end - label)]
            at = end
    return "".join([*kept, text[at:]]) if kept else text


@cache
def _citing() -> re.Pattern[str]:
    """Words of a link that may cite: a name and a year in any of the usual signs, or a year alone."""
    year = rf"{YEAR}[a-z]?(?![\d/])"
    behind = r"(?:[\s,;:\])]|[^\W\d_]{1,4}\.|\d|[–-]){0,30}"
    return re.compile(rf"(?:[(\[*\s]{{0,4}}[^\W\d_](?:[^\d\[\]\n/]{{1,120}})[\s,(]|[(\[]?){year}{behind}")


def cites_in_link(url: Url) -> bool:
    """Whether the words of a link are those of a citation, and not its address or a title: ``[Doe, 2005](https://…)``."""
    words = " ".join((url.text or "").replace("*", "").split())
    return len(words.split()) <= LONGEST_CITATION and _citing().fullmatch(words) is not None


def addresses(urls: Sequence[Url]) -> list[Url]:
    """The URLs that are printed, not only led to by words."""
    return [url for url in urls if not _is_worded(url)]


def printed_address(url: Url) -> str:
    """The address of a source: where a link prints it and opens a copy in an archive, what is printed."""
    return url.text if url.text is not None and SCHEME.match(url.text) and is_archived(url.target) else url.target


def _is_worded(url: Url) -> bool:
    """Whether words lead to the URL, and not its own address."""
    return url.text is not None and url.span.text.startswith("[") and SEVERAL.search(url.text) is not None


def _unbold(bold: re.Match[str], text: str) -> str:
    """The words without their stars, at the same length, where they are no title."""
    before, behind = text[: bold.start()].strip(), text[bold.end(1) + 2 :]
    authors = None if before else read_authors(bold.group(1), whole=True)
    named = authors is not None and authors.sure and _behind_names().match(behind) is not None
    if named or NUMBER.fullmatch(bold.group(1)):
        # The stop behind stays at the words.
        return f"  {bold.group(1)}{bold.group(2)}  "
    return bold.group()
