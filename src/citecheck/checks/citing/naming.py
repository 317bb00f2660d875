"""Whether a text names a source in a form that was not read as a citation: by its title, address, number, or author and year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from citecheck.languages.folding import fold
from citecheck.languages.letters import CLOSING, OPENING, UPPER
from citecheck.model.citations import Citations
from citecheck.model.document import Entry
from citecheck.model.reference import Reference

__all__ = ["QUOTED", "Named"]

LONGEST_TITLE, FEWEST = 60, 12
"""Letters of a folded title that are looked for, and how many are enough to tell it."""
DOI = re.compile(r"10\.\d{4,9}/\S+")
SCHEME = re.compile(r"\A(?:https?://)?(?:www\.)?")
ADDRESS = re.compile(r"(?:https?://|www\.|10\.\d{4,9}/)[^\s<>\])]{5,300}")
QUOTED = re.compile(
    rf"[{OPENING}]\s?(?P<double>(?:[^\n{OPENING}{CLOSING}]|\n(?!\s*\n)){{5,300}})[{CLOSING}]"
    rf"|(?<![\w’'])[‘'](?P<single>[{UPPER}\d](?:[^‘\n]|\n(?!\s*\n)){{5,300}}?)[’'](?!\w)"
)
NUMBERS = re.compile(r"\\?\[(\d{1,4}(?:\s?[,;–-]\s?\d{1,4}){0,20})\\?\]")
RANGE = re.compile(r"(\d+)\s?[–-]\s?(\d+)")
LONGEST_RANGE = 50
INVERTED = re.compile(
    rf"\s*(?P<acronym>[{UPPER}]{{4,12}})(?!\w)|\s*(?P<family>[{UPPER}][\w’'-]+(?:[ -][{UPPER}][\w’'-]+){{0,2}}),\s+(?:[{UPPER}]\.|[{UPPER}][\w’'-]+)"
)
"""The family name, or the acronym, with which an entry begins, whatever became of what follows it."""
YEAR = re.compile(r"(?<!\d)((?:1[5-9]|20)\d\d)([a-z]?)(?!\w)")
APART = 10
"""Words that may stand between a name and its year."""


class Named:
    """The text and the notes of a version, as what may name the entries that no citation leads to; ``cited`` are the others."""

    def __init__(self, x: Citations, cited: frozenset[str]) -> None:
        self._x = x
        self._cited = cited

    def names(self, entry: Entry) -> bool:
        """Whether a source stands in the text or a note all the same."""
        if entry.number is not None and entry.number in self._numbers:
            return True
        if any(_bare(found.group()) in self._addresses for found in ADDRESS.finditer(entry.body.text)):
            return True
        titles = [*_quoted(entry.body.text), *(reference.title or "" for reference in entry.references)]
        return any(map(self._has_title, titles)) or any(self._has_author(entry, one) for one in entry.references)

    def _has_title(self, printed: str) -> bool:
        title = fold(printed)[:LONGEST_TITLE]
        return len(title) >= FEWEST and f" {title}" in self._text

    def _has_author(self, entry: Entry, reference: Reference) -> bool:
        """Whether the first author stands there, of whom nothing else is cited, or with the year of the source."""
        family = _family(entry, reference)
        if len(family) <= 2 or f" {family} " not in self._text:
            return False
        if family not in {name for name, _, _ in self._explained}:
            return True
        years = [(reference.year, reference.suffix)] if reference.year else YEAR.findall(entry.body.text)
        return any((family, *year) not in self._explained and self._dated(family, *year) for year in years)

    def _dated(self, family: str, year: str, suffix: str) -> bool:
        return re.search(rf" {family} (?:\S+ ){{0,{APART}}}?{year}{suffix} ", self._text) is not None

    @cached_property
    def _raw(self) -> str:
        document = self._x.document
        spans = [note.body for note in document.notes]
        spans += [piece for paragraph in document.paragraphs for piece in paragraph.pieces]
        lists = {(entry.span.source, entry.span.start) for entry in document.entries}
        return " ".join(span.text for span in spans if (span.source, span.start) not in lists)

    @cached_property
    def _text(self) -> str:
        return f" {fold(self._raw)} "

    @cached_property
    def _addresses(self) -> set[str]:
        return {_bare(match.group()) for match in ADDRESS.finditer(self._raw)}

    @cached_property
    def _numbers(self) -> set[str]:
        """The numbers in square brackets, those of ranges included."""
        found: set[str] = set()
        for match in NUMBERS.finditer(self._raw):
            found.update(re.findall(r"\d+", match.group(1)))
            for first, last in RANGE.findall(match.group(1)):
                found.update(map(str, range(int(first), min(int(last), int(first) + LONGEST_RANGE))))
        return found

    @cached_property
    def _explained(self) -> set[tuple[str, str | None, str]]:
        """The first authors of what is cited, each with the year of the source."""
        return {
            (_family(entry, reference), reference.year, reference.suffix)
            for entry in self._x.document.entries
            if entry.entry_id in self._cited
            for reference in entry.references
        }


def _family(entry: Entry, reference: Reference) -> str:
    """The family name of the first author, folded; where none was read, that with which the entry begins."""
    if reference.authors:
        return fold(reference.authors[0].family)
    begun = INVERTED.match(entry.body.text)
    return fold(begun.group("family") or begun.group("acronym")) if begun is not None else ""


def _quoted(text: str) -> Iterator[str]:
    """What stands in quotation marks, double or single."""
    for match in QUOTED.finditer(" ".join(text.split())):
        yield match.group("double") or match.group("single")


def _bare(address: str) -> str:
    """An address without what may differ in two places: of a DOI nothing but itself."""
    doi = DOI.search(address)
    bare = doi.group() if doi is not None else SCHEME.sub("", address)
    return bare.rstrip("/.,;").casefold()
