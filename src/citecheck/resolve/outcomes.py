"""What a citation may come to."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from citecheck.model.citations import Resolved, Status, Work
from citecheck.resolve.naming import wrong_name
from citecheck.resolve.works import first_published


def found(base: Resolved, work: Work) -> Resolved:
    """The citation as one of a work."""
    return replace(base, status=Status.ENTRY if work.entry is not None else Status.NOTE, work=work)


def repeated(base: Resolved, antecedent: Resolved, pages: bool = True) -> Resolved:
    """The citation as a repetition of another: the same source, and the same pages where it names none."""
    return replace(
        base,
        status=antecedent.status,
        work=antecedent.work,
        candidates=antecedent.candidates,
        antecedent=antecedent,
        root=antecedent.origin,
        pages=base.pages if base.pages is not None or not pages else antecedent.pages,
        years=antecedent.years,
        certain=antecedent.certain,
    )


def dated_otherwise(base: Resolved, works: Sequence[Work]) -> Resolved:
    """The citation as the one of works whose first edition is of its year, or as one of works that are all of other years."""
    first = first_published(works, base.citation.year)
    return found(base, first) if first is not None else misdated(base, works)


def misdated(base: Resolved, works: Sequence[Work], *, suffixed: bool = False) -> Resolved:
    """The citation as one of works that are all of other years; these are told with their letters where that is asked."""
    years = {f"{work.reference.year or ''}{work.reference.suffix if suffixed else ''}" for work in works}
    return replace(base, status=Status.YEAR, candidates=tuple(works), years=tuple(sorted(years)))


def misspelt(base: Resolved, work: Work, place: int, *, certain: bool = True) -> Resolved:
    """The citation as one of a work of which it misspells the author with this ordinal, or all of them where that is -1."""
    wrong = wrong_name(base.citation, work.reference, place)
    return replace(base, status=Status.MISSPELT, work=work, candidates=(work,), wrong=wrong, certain=certain)


def retitled(base: Resolved, work: Work) -> Resolved:
    """The citation as one of a work under another title."""
    return replace(base, status=Status.RETITLED, work=work, candidates=(work,))
