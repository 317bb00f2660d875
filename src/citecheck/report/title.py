"""What a report is called: as its front matter says, or its first heading that heads a text."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from pathlib import PurePath

from citecheck.languages import words
from citecheck.languages.folding import fold
from citecheck.model.document import Document, Heading
from citecheck.model.frontmatter import front_title
from citecheck.model.report import Report

__all__ = ["document_title"]

_LISTS = ("bibliography_headings", "further_reading_headings", "notes_headings")
"""The headings of lists behind a text, which say nothing of it."""

_LINK = re.compile(r"!?\[(?P<text>[^\[\]]*)\]\([^()\s]*\)")
_REST = re.compile(
    r"\[\^[^\[\]\s]{1,60}\]|<sup>[^<>]{0,20}</sup>|</?[A-Za-z][^<>\n]{0,120}>|\s*\{[#.][^{}\n]*\}|\\(?=\W)|`"
)
"""What stands in a heading beside its words: calls of notes, tags, attributes, escapes."""


def document_title(report: Report) -> str:
    """The title of a report in its first version that has one; the names of its files where none has."""
    documents = [version.document for version in report.versions]
    titles = chain((_front(document) for document in documents), (_heading(document) for document in documents))
    paths = (source.path for document in documents for source in document.sources)
    return next(filter(None, titles), "") or ", ".join(dict.fromkeys(PurePath(path).name for path in paths))


def _front(document: Document) -> str:
    return next(filter(None, (front_title(source.front) for source in document.sources)), "")


def _heading(document: Document) -> str:
    """The first heading of a version that is no heading of a list behind the text."""
    return next((title for heading in document.headings if (title := _worded(heading, document))), "")


def _worded(heading: Heading, document: Document) -> str:
    """A heading's words; nothing for the heading of a list."""
    listed = document.bibliography_heading
    if listed is not None and listed.touches(heading.span):
        return ""
    return "" if fold(heading.title) in _lists() else _REST.sub("", _LINK.sub(r"\g<text>", heading.title)).strip()


@cache
def _lists() -> frozenset[str]:
    """The titles of lists behind a text, in all languages."""
    return frozenset(fold(title) for field in _LISTS for title in words(field))
