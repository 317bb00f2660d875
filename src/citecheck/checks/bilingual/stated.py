"""What notes name without citing an entry: the official numbers of laws, and addresses that stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from citecheck.languages.patterns import any_of
from citecheck.likeness.addresses import are_in_two_languages, are_variants
from citecheck.likeness.archives import archived, is_archived
from citecheck.model.document import Note
from citecheck.model.reference import CitationKind
from citecheck.model.source import Span

__all__ = ["comparable_addresses", "differing", "name_one_law"]

NUMBER = re.compile(
    r"""
    (?<!\w)[Nn][°ºo]\.?\s{0,2}(?P<signed>\d{1,4}[-/.]\d[\d./-]{0,8})
  | (?<![\w/])(?P<directive>\d{2,4}/\d{1,4})/[A-Z]{2,3}(?!\w)
  | \([A-Z]{2,3}\)\s(?:[Nn][°ºo]\.?\s)?(?P<regulation>\d{1,4}/\d{2,4})
    """,
    re.VERBOSE,
)
"""The number of a law or decree: ``n° 2006-1772``, ``2014/24/EU``, ``(EU) 2016/679``."""
REMARK = 10
"""Letters beside its addresses from which on a note says more than these."""


def differing(left: Sequence[Note], right: Sequence[Note]) -> tuple[Span, Span] | None:
    """What the notes of either side name of which the other side names nothing: the first number of each, or address;
    nothing where they have one in common, or a side names none."""
    for named in (_law_numbers, _law_parts, _lone_addresses):
        ones, others = named(left), named(right)
        if ones and others and not _common(ones, others):
            return next(iter(ones.values())), next(iter(others.values()))
    return None


def name_one_law(left: Sequence[Note], right: Sequence[Note]) -> bool:
    """Whether both sides name a law by the same official number."""
    return not _law_numbers(left).keys().isdisjoint(_law_numbers(right))


def comparable_addresses(left: Sequence[Note], right: Sequence[Note]) -> bool:
    """Whether it can be told of addresses that stand alone on both sides whether they are the same: one that names its
    language, or a copy in an archive, may be another way to the same page. True where none stand alone."""
    ones, others = _lone_addresses(left), _lone_addresses(right)
    return not ones or not others or any(are_variants(one, other) for one in ones for other in others)


def _common(ones: Iterable[str], others: Iterable[str]) -> bool:
    others = tuple(others)
    return any(one == other or _may_be_one(one, other) for one in ones for other in others)


def _law_numbers(notes: Sequence[Note]) -> Mapping[str, Span]:
    """The official numbers in notes, each with the place of the first."""
    found: dict[str, Span] = {}
    for note in notes:
        for match in NUMBER.finditer(note.body.text):
            found.setdefault(match[match.lastgroup or 0].rstrip("./-"), note.body.part(*match.span()))
    return found


def _law_parts(notes: Sequence[Note]) -> Mapping[str, Span]:
    """The articles and sections in notes that name a law by its number, each with its place."""
    if not _law_numbers(notes):
        return {}
    found: dict[str, Span] = {}
    for note in notes:
        for match in _part().finditer(note.body.text):
            found.setdefault(re.sub(r"\W", "", match["number"]).upper(), note.body.part(*match.span()))
    return found


@cache
def _part() -> re.Pattern[str]:
    """An article or a section: ``art. L. 111-1``, ``s 4``."""
    return re.compile(
        rf"(?<!\w)(?:{any_of('act_parts')})\.?\s{{1,3}}(?P<number>(?:[A-Z]\.?\s?)?\d{{1,5}}(?:-\d{{1,3}}){{0,3}})(?!\w)",
        re.IGNORECASE,
    )


def _lone_addresses(notes: Sequence[Note]) -> Mapping[str, Span]:
    """The addresses in notes that say nothing else, each with its place; nothing where one says more."""
    found: dict[str, Span] = {}
    for note in notes:
        links = [one for one in note.citations if one.kind is CitationKind.LINK and one.reference is not None]
        said = sum(map(str.isalpha, note.body.text)) - sum(sum(map(str.isalpha, one.span.text)) for one in links)
        if not links or len(links) < len(note.citations) or said >= REMARK:
            return {}
        found.update((one.reference.url or "", one.span) for one in links if one.reference is not None)
    return found


def _may_be_one(one: str, other: str) -> bool:
    """Whether two addresses may lead to one source: variants of one, the copy of another, or pages of one site in the
    languages that they name."""
    if "://" not in one or "://" not in other:
        return False
    kept, twin = archived(one), archived(other)
    if is_archived(one) != is_archived(other) and kept is twin is None:
        return True
    one, other = kept or one, twin or other
    return are_variants(one, other) or are_in_two_languages(one, other)
