"""What a citation calls its source: the names as printed, and what else they may mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from citecheck.languages.folding import fold
from citecheck.languages.patterns import any_of
from citecheck.likeness.names import as_cited, full_name, same_person
from citecheck.model.citations import Resolved
from citecheck.model.reference import Citation, Person, Reference
from citecheck.model.source import Span

GIVEN_ACRONYM = re.compile(r"\s[(\[]([A-Z][\w.&-]{1,12})[)\]]")
"""The acronym that a citation gives behind a name in full."""


def author_text(citation: Citation) -> str:
    """The authors as printed, without emphasis."""
    if citation.author_span is not None:
        return citation.author_span.text.replace("*", "")
    return " & ".join(person.family for person in citation.authors)


def identity(one: Resolved) -> str:
    """What a citation means, as far as telling two apart goes: its work, or its authors and year."""
    if one.work is not None:
        return one.work.key
    origin = one.origin.citation
    return f"{fold(author_text(origin))}/{origin.year}{origin.suffix}/{fold(origin.title or '')}"


def is_by(one: Resolved, authors: Sequence[Person]) -> bool:
    """Whether all these authors are among those of a citation."""
    return all(
        any(same_person(name, other) or same_person(other, name) for other in one.citation.authors) for name in authors
    )


def is_by_others(one: Resolved, authors: Sequence[Person]) -> bool:
    """Whether a citation is one of a source whose authors are known, and none of these."""
    known = one.work.reference.authors if one.work is not None else one.citation.authors
    named = [fold(f"{person.given} {person.family}") for person in (*known, *one.citation.authors)]
    return bool(known) and not any(fold(name.family).rpartition(" ")[2] in " ".join(named) for name in authors)


def ends_with_first(cited: Citation, authors: Sequence[Person]) -> bool:
    """Whether the name of one of its authors ends with that of the first of others; of none, every one does."""
    family = fold(authors[0].family) if authors else ""
    return not family or any(fold(name.family).endswith(family) for name in cited.authors)


def given_acronym(citation: Citation) -> set[str]:
    """The acronym that a citation gives behind its author."""
    span = citation.author_span
    printed = GIVEN_ACRONYM.match(span.source.text, span.end) if span is not None else None
    return {fold(printed.group(1))} if printed is not None else set()


def shortened(citation: Citation) -> list[list[Person]]:
    """The authors of a citation without the first word ("Pace Doe"), without an initial that is none ("V. Doe" for "voir
    Doe"), or without what follows the first one ("Insee, Enquête emploi")."""
    if not citation.authors:
        return []
    first, *rest = citation.authors
    text = author_text(citation)
    listed = bool(rest) and "," in text and full_name(text) == fold(text)
    tries = [[Person(first.family), *rest]] if first.given else [[first]] if listed else []
    if " " in first.family:
        tries.append([Person(first.family.partition(" ")[2]), *rest])
    return tries


@cache
def _particle() -> re.Pattern[str]:
    """What stands before a family name, and is its particle or a preposition."""
    return re.compile(rf"(?:{any_of('particles', begun=True)}\s+|{any_of('elisions')})(?=\w)")


def without_particle(citation: Citation) -> Citation | None:
    """The citation without the particle of its first author, which may be a preposition before a name; None where there is
    none."""
    particle = _particle().match(citation.authors[0].family) if citation.authors else None
    printed = citation.author_span and _particle().match(citation.author_span.text)
    if particle is None or not printed or citation.author_span is None:
        return None
    first, *rest = citation.authors
    names = citation.author_span.part(printed.end(), len(citation.author_span.text))
    return replace(citation, authors=(replace(first, family=first.family[particle.end() :]), *rest), author_span=names)


def wrong_name(citation: Citation, known: Reference, place: int) -> tuple[Span, str] | None:
    """Where a citation misspells the author with this ordinal of a source, or all of them where that is -1, and how the
    source spells it."""
    span = citation.author_span
    if span is None:
        return None
    if place < 0:
        return None if known.author_text.isupper() else (span, known.author_text)
    family = citation.authors[place].family
    at = span.text.find(family)
    right = as_cited(citation.authors[place], known.authors[place])
    return (span.part(at, at + len(family)), right) if at >= 0 else None
