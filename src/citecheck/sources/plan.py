"""What to ask for: each work that a report prints, once for all its languages, and who may have it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from citecheck.languages.patterns import any_of
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.document import Entry
from citecheck.model.reference import Reference
from citecheck.model.sources import Printed, SourceClass, Subject

__all__ = ["plan"]

DOI = re.compile(r"(?:doi\.org/|doi:?\s*)?(10\.\d{4,9}/[^\s<>\"“”«»]{1,200})", re.IGNORECASE)
ARXIV = re.compile(
    r"(?:arxiv(?:\.org/(?:abs|pdf)/|[:\s]\s?)|10\.48550/arxiv\.)(\d{4}\.\d{4,5}|[a-z-]{2,10}(?:\.[A-Z]{2})?/\d{7})",
    re.IGNORECASE,
)
PUBMED = re.compile(r"(?:pubmed\.ncbi\.nlm\.nih\.gov/|PMID:?\s?)(\d{5,8})(?!\d)")
ISBN = re.compile(r"ISBN(?:-1[03])?:?\s?([\d][\d -]{8,16}[\dXx])")
BOOKS = frozenset(("book", "chapter", "thesis", "report"))
SHORTEST = 2
"""Words of a title that can be searched for."""


def plan(versions: Sequence[Citations], alignments: Sequence[Alignment]) -> tuple[Subject, ...]:
    """The works of all versions, in the order in which they are printed: an entry of another language is the same work where the
    alignment says so."""
    partners = {
        (alignment.right.lang, pair.right.entry_id): pair.left.entry_id
        for alignment in alignments
        for pair in alignment.entries
        if pair.left is not None and pair.right is not None
    }
    first = versions[0].lang if versions else ""
    groups: dict[tuple[str, str, int], list[Printed]] = {}
    by_doi: dict[str, tuple[str, str, int]] = {}
    for version in versions:
        for entry in version.document.entries:
            home = partners.get((version.lang, entry.entry_id)) if version.lang != first else entry.entry_id
            owner = (version.lang, entry.entry_id) if home is None else (first, home)
            for at, reference in enumerate(entry.references):
                doi = (_doi(reference) or "").casefold()
                group = by_doi.get(doi, (*owner, at)) if doi else (*owner, at)
                groups.setdefault(group, []).append(Printed(version.lang, entry, reference))
                if doi:
                    by_doi.setdefault(doi, group)
    return tuple(
        _subject(f"{lang}:{entry_id}" + (f"#{at + 1}" if at else ""), printed)
        for (lang, entry_id, at), printed in groups.items()
    )


def _subject(key: str, printed: Sequence[Printed]) -> Subject:
    references = [one.reference for one in printed]
    texts = [reference.span.text for reference in references]
    doi = next(filter(None, map(_doi, references)), None)
    arxiv, pubmed, isbn = (next(_matches(pattern, texts), None) for pattern in (ARXIV, PUBMED, ISBN))
    titles = {one.reference.title: one.lang for one in printed if one.reference.title}
    main = next((one for one in references if one.authors), references[0])
    year = next((one.year for one in references if one.year and one.year.isdigit()), None)
    return Subject(
        key=key,
        kind=_kind(references, bool(doi or arxiv or pubmed), isbn is not None),
        printed=tuple(printed),
        titles=tuple((lang, title) for title, lang in titles.items() if title),
        authors=main.authors,
        et_al=main.et_al,
        year=int(year) if year else None,
        container=next((one.container for one in references if one.container), None),
        volume=next((one.volume for one in references if one.volume), None),
        pages=next((one.pages for one in references if one.pages), None),
        doi=doi,
        isbn=re.sub(r"[ -]", "", isbn) if isbn else None,
        arxiv=arxiv,
        pubmed=pubmed,
        url=next((one.url for one in references if one.url), None),
    )


def _doi(reference: Reference) -> str | None:
    """The DOI of a reference, as it is printed, or in the address that it gives."""
    if reference.doi:
        return reference.doi
    found = DOI.search(reference.url) if reference.url and "doi.org/" in reference.url else None
    return found[1].rstrip(".,;)]>") if found is not None else None


def _matches(pattern: re.Pattern[str], texts: Sequence[str]) -> Iterator[str]:
    yield from (match[1] for text in texts for match in pattern.finditer(text))


def _kind(references: Sequence[Reference], identified: bool, isbn: bool) -> SourceClass:
    """The class of a source, by the most that any of its entries tells."""
    if identified:
        return SourceClass.IDENTIFIER
    if any(one.url for one in references) and not any(one.volume for one in references):
        return SourceClass.PAGE
    if any(_is_nobodys(one) for one in references):
        return SourceClass.NOBODY
    titled = any(len((one.title or "").split()) >= SHORTEST for one in references)
    if not titled:
        return SourceClass.NOBODY
    if any(one.container and (one.volume or one.pages) for one in references):
        return SourceClass.ARTICLE
    if isbn or any((one.publisher and one.authors) or one.type in BOOKS for one in references):
        return SourceClass.BOOK
    return SourceClass.NOBODY


def _is_nobodys(reference: Reference) -> bool:
    """Whether a reference is of what no registry has: a law, a decision, an interview, a work to come."""
    return _unregistered().search(reference.span.text) is not None


@cache
def _unregistered() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of('acts', 'courts')}|(?i:{any_of('laws', 'untitled')}))(?!\w)")


def entry_of(subject: Subject) -> Entry:
    """The first entry that prints a subject."""
    return subject.printed[0].entry
