"""What to ask for: each work that a report prints, once for all its languages, and who may have it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from citecheck.languages import words
from citecheck.languages.folding import fold
from citecheck.languages.patterns import any_of
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
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
LONG = 3
"""Letters of a word that tells a title."""
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
    used: Counter[str] = Counter()
    return tuple(_subject(_key(printed[0].reference, used), printed) for printed in groups.values())


def _key(reference: Reference, used: Counter[str]) -> str:
    """A name for a work: ``doe-2019-ice``, with a number where another one has it."""
    author = fold(reference.authors[0].family) if reference.authors else ""
    titled = fold(reference.title or "").split()
    first = next((word for word in titled if len(word) >= LONG and word not in words("stop_words")), "")
    name = "-".join(filter(None, (author.replace(" ", "-"), reference.year, first))) or "work"
    used[name] += 1
    return name if used[name] == 1 else f"{name}-{used[name]}"


def _subject(key: str, printed: Sequence[Printed]) -> Subject:
    references = [one.reference for one in printed]
    texts = [reference.span.text for reference in references]
    doi = next(filter(None, map(_doi, references)), None)
    arxiv, pubmed, isbn = (next(_matches(pattern, texts), None) for pattern in (ARXIV, PUBMED, ISBN))
    main = next((one for one in references if one.authors), references[0])
    year = _first([one.year if (one.year or "").isdigit() else None for one in references])
    return Subject(
        key=key,
        kind=_kind(references, bool(doi or arxiv or pubmed), isbn is not None),
        printed=tuple(printed),
        titles=_titles(printed),
        authors=main.authors,
        et_al=main.et_al,
        year=int(year) if year else None,
        container=_first([one.container for one in references]),
        volume=_first([one.volume for one in references]),
        pages=_first([one.pages for one in references]),
        doi=doi,
        isbn=re.sub(r"[ -]", "", isbn) if isbn else None,
        arxiv=arxiv,
        pubmed=pubmed,
        url=_first([one.url for one in references]),
    )


def _first(values: Sequence[str | None]) -> str | None:
    """The first of what several entries print."""
    return next(filter(None, values), None)


def _titles(printed: Sequence[Printed]) -> tuple[tuple[str, str], ...]:
    """The titles that are printed, each once, with its language."""
    titles = {one.reference.title: one.lang for one in printed if one.reference.title}
    return tuple((lang, title) for title, lang in titles.items() if title)


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
