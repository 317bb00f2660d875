"""What describes a source again, in a note, and differs from its entry by a slip: a letter or an accent of a name, a word of a title."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from msgspec import Struct

from citecheck.languages.folding import fold
from citecheck.model.citations import Citations, Resolved, Status, Work
from citecheck.model.reference import CitationKind, Person
from citecheck.model.source import Span

SHORTEST = 5
"""Letters of a word of a title below which another spelling is another word."""
NAMED = (CitationKind.FULL, CitationKind.SHORT, CitationKind.OP_CIT)


class Slip(Struct, frozen=True):
    """A name or a title that a citation and an entry spell in two ways: what the citation prints, and what the entry has."""

    one: Resolved
    work: Work
    span: Span
    cited: str
    known: str


def name_slips(x: Citations) -> Iterator[Slip]:
    """Names of persons that differ by an accent, or, in a whole reference, by a letter."""
    for one, work in _described(x, NAMED):
        printed = one.citation.author_span
        cited, known = one.citation.authors, work.reference.authors
        if printed is None or not cited or len(cited) > len(known):
            continue
        whole = one.citation.kind is CitationKind.FULL and len(cited) == len(known)
        for own, other in zip(cited, known, strict=False):
            family = _family(own, other)
            at = printed.text.find(family) if _differ(family, other, whole) else -1
            if at >= 0:
                yield Slip(one, work, printed.part(at, at + len(family)), family, other.family)


def title_slips(x: Citations) -> Iterator[Slip]:
    """Titles of whole references with another form of one of their words, all the others being the same."""
    for one, work in _described(x, (CitationKind.FULL,)):
        reference = one.citation.reference
        span = reference.title_span if reference is not None else None
        title, known = one.citation.title, work.reference.title
        if span is not None and title and known and _is_slip(fold(title).split(), fold(known).split()):
            yield Slip(one, work, span, title, known)


def _described(x: Citations, kinds: Sequence[CitationKind]) -> Iterator[tuple[Resolved, Work]]:
    """The citations that name their source themselves, of the printed entries."""
    printed = {entry.entry_id for entry in x.document.printed_entries}
    for one in x.resolved:
        work, sure = one.work, one.status is Status.ENTRY and one.citation.kind in kinds
        if sure and work is not None and work.entry is not None and work.entry.entry_id in printed:
            yield one, work


def _family(cited: Person, known: Person) -> str:
    """The family name of a cited person, whose given name may stand before it, in as many words as the known one has."""
    if cited.given or cited.corporate:
        return cited.family
    return " ".join(cited.family.split()[-len(known.family.split()) :])


def _differ(family: str, known: Person, whole: bool) -> bool:
    """Whether a family name is the known one in another spelling."""
    if known.corporate or not known.given:
        return False
    if fold(family) != fold(known.family):
        from citecheck.likeness.names import misspelling

        return whole and misspelling(family, known.family) == 1
    accents = [_accents(name) for name in (family, known.family)]
    # What is printed in capitals may have lost its accents.
    lost = any(name.isupper() and not marks for name, marks in zip((family, known.family), accents, strict=True))
    return accents[0] != accents[1] and not lost


def _accents(name: str) -> list[tuple[int, str]]:
    """The accents of a name, each with its place among the letters."""
    letters, marks = 0, []
    for character in unicodedata.normalize("NFD", name):
        if unicodedata.combining(character):
            marks.append((letters, character))
        letters += character.isalnum()
    return marks


def _is_slip(cited: Sequence[str], known: Sequence[str]) -> bool:
    """Whether the longer words of two titles are the same but for a letter or two of one of them: no numbers, and no words
    more."""
    one, other = ([word for word in words if len(word) >= SHORTEST or word.isdigit()] for words in (cited, known))
    if len(one) != len(other) or len(one) < 2:
        return False
    from rapidfuzz.distance import OSA

    pairs = [(left, right) for left, right in zip(one, other, strict=True) if left != right]
    return len(pairs) == 1 and all(
        left.isalpha() and right.isalpha() and OSA.distance(left, right, score_cutoff=2) <= 2 for left, right in pairs
    )
