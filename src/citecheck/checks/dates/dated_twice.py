"""One source that is given with two years.

Author, title, volume, issue and pages are the same, so that it is one article, and one of the two years is wrong. The reader
cannot tell which, and looks for the wrong volume. So it is where a note gives a person's book or article in full with another
year than its one entry has, and with the same press, or the same journal or newspaper.

The rule compares whole references, in notes and in entries: articles that name their volume or issue and their pages; and other
sources of persons, where neither reference names an edition or the other one's year too.

Wrong: "*Review* 12, no. 3 (2015): 44–61" in one note and "*Review* 12, no. 3 (2016): 44–61" in another. Right: the same
year in both.

To mend it, look at the article, and correct the wrong year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from citecheck.checks.subjects import source_subject, work_key
from citecheck.languages.folding import fold
from citecheck.languages.patterns import any_of
from citecheck.model.citations import Citations, Work
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.order import gathered
from citecheck.model.reference import Reference
from citecheck.model.rule import Example, Rule, Wording

SHORTEST = 2
"""Words of a title that is no other work's."""

RULE = Rule(
    code="DAT002",
    name="dated-twice",
    severity=Severity.WARNING,
    messages={
        "years": {
            "en": Wording(
                "This article is dated {year} here and {other} elsewhere, in one volume and on the same pages.",
                "Correct the wrong year.",
            ),
            "fr": Wording(
                "Cet article est daté de {year} ici et de {other} ailleurs, dans un même volume et aux mêmes pages.",
                "Corriger l'année fautive.",
            ),
        },
        "entry": {
            "en": Wording(
                "This source is dated {year} here and {other} in the bibliography, and is the same otherwise.",
                "Correct the wrong year.",
            ),
            "fr": Wording(
                "Cette source est datée de {year} ici et de {other} dans la bibliographie, tout le reste étant identique.",
                "Corriger l'année fautive.",
            ),
        },
    },
    explains=("CIT002", "CIT006"),
)

EXAMPLES = (
    Example(
        "A.[^1] B.[^2]\n\n[^1]: Jane Doe, “One Thing,” *Review* 12, no. 3 (2015): 44–61.\n\n"
        "[^2]: Jane Doe, “One Thing,” *Review* 12, no. 3 (2016): 44–61.\n",
        ("Jane Doe, “One Thing,” *Review* 12, no. 3 (2016): 44–61.",),
    ),
    Example(
        "A.[^1] B.[^2]\n\n[^1]: Jane Doe, “One Thing,” *Review* 12, no. 3 (2015): 44–61.\n\n"
        "[^2]: Jane Doe, “Another Thing,” *Review* 13, no. 1 (2016): 4–16.\n"
    ),
    Example(
        "A.[^1]\n\n[^1]: Jeanne Dupré, *Les Ponts de bois*, Lyon, Quai, 2017, p. 3.\n\n## Bibliographie\n\n"
        "DUPRÉ Jeanne, *Les Ponts de bois*, Lyon, Quai, 2016.\n",
        ("Jeanne Dupré, *Les Ponts de bois*, Lyon, Quai, 2017, p. 3.",),
    ),
    Example(
        "A.[^1]\n\n[^1]: Jeanne Dupré, *Les Ponts de bois*, 2e éd., Lyon, Quai, 2017, p. 3.\n\n## Bibliographie\n\n"
        "DUPRÉ Jeanne, *Les Ponts de bois*, Lyon, Quai, 2016.\n"
    ),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Articles of one author, title, volume, issue and pages with two years."""
    known = ((article, work) for work in _given(x) if (article := _article(work.reference)) is not None)
    for works in gathered(known).values():
        for first, second in pairwise(works):
            if first.reference.year != second.reference.year:
                yield RULE.finding(
                    Place.of(second, x.lang),
                    "years",
                    subject=source_subject(second),
                    related=[Place.of(first, x.lang)],
                    confidence=Confidence.LIKELY,
                    year=second.reference.year or "",
                    other=first.reference.year or "",
                )
    yield from _unlike_entries(x)


def _unlike_entries(x: Citations) -> Iterator[Finding]:
    """Sources that a note gives in full with another year than their one entry has."""
    entries = gathered((fold(work.reference.title or ""), work) for work in x.works if work.entry is not None)
    for work in x.works:
        known = entries.get(fold(work.reference.title or ""), []) if work.note is not None else []
        known = [one for one in known if len({other.reference.year for other in known}) == 1]
        known = [one for one in known if _is_redated(work.reference, one.reference)]
        if not known:
            continue
        yield RULE.finding(
            Place.of(work, x.lang),
            "entry",
            subject=source_subject(work),
            about=[work_key(x.lang, one) for one in (work, known[0])],
            related=[Place.of(known[0], x.lang)],
            confidence=Confidence.LIKELY,
            year=work.reference.year or "",
            other=known[0].reference.year or "",
        )


def _is_redated(given: Reference, known: Reference) -> bool:
    """Whether two references of one title differ in their years alone, as far as both say where and by whom it appeared."""
    if not (given.year and known.year and given.year.isdigit() and known.year.isdigit()) or given.year == known.year:
        return False
    if len(fold(known.title or "").split()) < SHORTEST or not _same_persons(given, known):
        return False
    printed = [reference.span.text for reference in (given, known)]
    if given.year in printed[1] or known.year in printed[0] or any(map(_edited().search, printed)):
        return False
    places = [(given.container, known.container), (given.publisher, known.publisher)]
    return any(one and other and fold(one) == fold(other) for one, other in places)


def _same_persons(given: Reference, known: Reference) -> bool:
    """Whether two references name the same persons as authors; bodies publish under one title every year."""
    from citecheck.likeness.names import same_person

    pairs = list(zip(given.authors, known.authors, strict=False))
    alike = len(given.authors) == len(known.authors) and all(same_person(*pair) for pair in pairs)
    return bool(pairs) and alike and all(other.given and not other.corporate for _, other in pairs)


@cache
def _edited() -> re.Pattern[str]:
    """What tells one edition of a book from another."""
    return re.compile(rf"(?<!\w)(?:{any_of('edition_labels')}|r[ée]{{1,2}}d\.|repr)(?!\w)", re.IGNORECASE)


def _given(x: Citations) -> Sequence[Work]:
    """Every whole reference of the entries and of the notes, those that describe a source again included."""
    again = [
        Work(f"again:{number}", one.citation.reference, note=one.note)
        for number, one in enumerate(x.resolved)
        if one.citation.reference is not None and one.note is not None
    ]
    return [*(work for work in x.works if work.entry is not None), *again]


def _article(reference: Reference) -> tuple[str, ...] | None:
    """What tells an article from every other; None where too little of it is known."""
    year, title, pages = reference.year, reference.title, reference.pages
    if not (reference.authors and year and year.isdigit() and title and (reference.volume or reference.issue)):
        return None
    parts = [fold(reference.authors[0].family), fold(title), reference.volume or "", reference.issue or "", pages or ""]
    return tuple(parts) if pages else None
