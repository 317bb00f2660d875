"""What a source is called in a sentence, by what cites it and by its reference."""

from __future__ import annotations

import re

from citecheck.model.citations import Resolved, Work
from citecheck.model.reference import CitationKind

__all__ = ["source_name", "work_name"]

TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")


def source_name(one: Resolved) -> str:
    """What a citation cites, in words: ``Doe & Roe, 2020``; of an Ibid, what it goes back to."""
    citation = one.origin.citation
    year = f"{citation.year or ''}{citation.suffix}"
    if citation.kind is CitationKind.NUMBER:
        return f"[{citation.target}]"
    if citation.kind is CitationKind.KEY:
        return f"@{citation.target}"
    if citation.author_span is not None:
        name = " ".join(TAG.sub("", citation.author_span.text).replace("*", "").split()).strip(" ,.")
    else:
        name = " & ".join(person.family for person in citation.authors)
    name = name or (citation.title or " ".join(citation.span.text.split()))
    return f"{name}, {year}" if year else name


def work_name(work: Work) -> str:
    """A source in words: its authors and its year, or as much of its title as tells it apart."""
    reference = work.reference
    families = [person.family for person in reference.authors]
    title = reference.title or " ".join(reference.span.text.split())
    title = title if len(title) <= 50 else title[:49].rstrip() + "…"
    if not families:
        name = title
    elif len(families) > 3:
        name = f"{families[0]} et al."
    else:
        name = " & ".join([", ".join(families[:-1]), families[-1]] if len(families) > 1 else families)
    if reference.year:
        return f"{name}, {reference.year}{reference.suffix}"
    return f"{name}, {title}" if families else name
