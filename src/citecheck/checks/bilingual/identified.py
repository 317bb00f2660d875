"""What tells a source apart besides its authors, its year and its title: identifiers, and the numbers of what it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from citecheck.languages.folding import fold
from citecheck.languages.patterns import any_of
from citecheck.model.alignment import Alignment, Group
from citecheck.model.citations import Citations, Work
from citecheck.model.document import Note
from citecheck.model.order import gathered
from citecheck.model.reference import Reference

__all__ = ["described_pairs", "other_identifier", "other_number"]

ARXIV = re.compile(
    r"arxiv(?:\.[a-z]{3}/(?:abs|pdf)/|\s?:\s?)(?P<value>\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?/\d{7})",
    re.IGNORECASE,
)
PUBMED = re.compile(r"\b(?:PMID|PMC)(?:\s?:)?\s?(?P<value>\d{4,9})(?!\d)")
ISBN = re.compile(r"\bISBN(?:-1[03])?\s?:?\s?(?P<value>\d[\d –‐-]{8,15}[\dXx])(?!\w)")
DIGITS = re.compile(r"\d+")
SHORT = 10
"""Signs of a book number of the older kind, which is that of the newer one without the three digits in front."""


def described_pairs(x: Alignment, group: Group) -> Iterator[tuple[Work, Work]]:
    """The sources that notes on both sides of a group describe in full, by the same authors and of the same year."""
    twins = gathered((_author_and_year(work), work) for work in _described(x.right, group.right))
    for left in _described(x.left, group.left):
        for right in twins.get(_author_and_year(left), ()):
            yield left, right


def _described(version: Citations, notes: Sequence[Note]) -> Iterator[Work]:
    """The sources that notes describe in full."""
    for note in notes:
        yield from (cited.work for cited in version.of_note(note) if cited.work is not None and cited.work.note is note)


def _author_and_year(work: Work) -> tuple[str, ...]:
    return (*(fold(author.family) for author in work.reference.authors), work.reference.year or "")


def other_identifier(one: Reference, other: Reference) -> tuple[str, str] | None:
    """The first identifier that both references print and that is not the same, as each prints it."""
    told = _other(_identifiers(one), _identifiers(other))
    return told[1] if told is not None else None


def _identifiers(reference: Reference) -> Mapping[str, tuple[str, str]]:
    """The identifiers of a reference by their kind, each as it is compared and as it is told."""
    text = reference.span.text
    found = {"doi": (reference.doi.casefold().rstrip("/."), f"doi:{reference.doi}")} if reference.doi else {}
    for kind, pattern in (("arXiv", ARXIV), ("PMID", PUBMED), ("ISBN", ISBN)):
        match = pattern.search(text)
        if match is not None:
            value = match["value"]
            found[kind] = _bare_isbn(value) if kind == "ISBN" else value.casefold(), f"{kind} {value}"
    return found


def _bare_isbn(printed: str) -> str:
    """The digits of a book number that its older and its newer kind share."""
    digits = "".join(filter(str.isalnum, printed))
    return digits[:-1] if len(digits) <= SHORT else digits[3:-1]


def other_number(one: Reference, other: Reference) -> tuple[str, str] | None:
    """The first number of the volume, the issue, the pages or the report that both references print and that is not the same,
    with the words that tell where, as each prints them."""
    told = _other(_numbers(one), _numbers(other))
    known = [
        {value for each in (reference.volume, reference.issue, reference.year) if (value := each)}
        for reference in (one, other)
    ]
    # A volume that the other has as an issue, or for its year, is the same, only read as something else.
    return told[1] if told is not None and told[0][0] not in known[1] and told[0][1] not in known[0] else None


def _numbers(reference: Reference) -> Mapping[str, tuple[str, str]]:
    """The numbers of what a reference stands in, each as it is compared and as it is told."""
    volume, issue, pages = reference.volume or "", reference.issue or "", reference.pages or ""
    whole = f"{volume}({issue})" if volume and issue else volume or issue
    whole = f"{whole}, {pages}" if whole and pages else whole or pages
    # One page alone may be the one that is cited.
    named = {"volume": volume, "issue": issue, "pages": pages if len(DIGITS.findall(pages)) > 1 else ""}
    found = {
        kind: (first[0].lstrip("0"), whole)
        for kind, text in named.items()
        if text != reference.year and (first := DIGITS.findall(text))
    }
    reported = None if issue else _report().search(reference.span.text)
    if reported is not None:
        found["report"] = reported["value"].lstrip("0"), reported.group()
    return found


@cache
def _report() -> re.Pattern[str]:
    """The number of a report or a working paper: ``No. 45``."""
    return re.compile(rf"(?<!\w)(?i:{any_of('number_signs')})\s?(?P<value>\d{{1,5}})(?![\w/-])")


Two = tuple[str, str]


def _other(ones: Mapping[str, Two], others: Mapping[str, Two]) -> tuple[Two, Two] | None:
    """The first values of one kind that are not the same: as they are compared, and as they are told."""
    for kind, (value, told) in ones.items():
        if kind in others and others[kind][0] != value:
            return (value, others[kind][0]), (told, others[kind][1])
    return None
