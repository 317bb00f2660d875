"""One article that is given with two years.

Author, title, volume, issue and pages are the same, so that it is one article, and one of the two years is wrong. The reader
cannot tell which, and looks for the wrong volume.

The rule compares whole references, in notes and in entries, that name their volume or issue and their pages.

Wrong: "*Review* 12, no. 3 (2015): 44–61" in one note and "*Review* 12, no. 3 (2016): 44–61" in another. Right: the same
year in both.

To mend it, look at the article, and correct the wrong year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from citecheck.checks.subjects import source_subject
from citecheck.languages.folding import fold
from citecheck.model.citations import Citations, Work
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.order import gathered
from citecheck.model.reference import Reference
from citecheck.model.rule import Example, Rule, Wording

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
    },
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
