"""A source cited for a year for which its author has no entry.

The author is in the bibliography, with other years: either the year is wrong, or the entry is missing. The finding names
the years that exist and changes nothing, since only a person can tell. Where the entry says that it has no date, it is an
information: the citation may bear the year of consultation. Where no entry is within a lifetime of the year, it is a warning: another
author of that name, or the year of the first edition, may be meant.

Wrong: "Doe, 2021" where the bibliography has Doe 2017 and 2019. Right: "Doe, 2019", or an entry "Doe, J. (2021)".

To mend it, correct the year, or add the entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from citecheck.checks.citing.own_year import gives_own_year
from citecheck.checks.subjects import cited_key, clear_scheme, grouped, notes_of, work_key
from citecheck.likeness.called import source_name
from citecheck.model.citations import Citations, Resolved, Status
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.reference import CitationKind
from citecheck.model.rule import Example, Rule, Trust, Wording

RULE = Rule(
    code="CIT004",
    name="year-mismatch",
    severity=Severity.ERROR,
    in_pdf=Trust.LIKELY,
    messages={
        "one": {
            "en": Wording(
                "No entry by {author} for {year}; one for {years} exists.", "Correct the year, or add the entry."
            ),
            "fr": Wording(
                "Aucune entrée de {author} pour {year} ; il en existe une pour {years}.",
                "Corriger l'année, ou ajouter l'entrée.",
            ),
        },
        "several": {
            "en": Wording(
                "No entry by {author} for {year}; those for {years} exist.", "Correct the year, or add the entry."
            ),
            "fr": Wording(
                "Aucune entrée de {author} pour {year} ; il en existe pour {years}.",
                "Corriger l'année, ou ajouter l'entrée.",
            ),
        },
        "same-pages": {
            "en": Wording(
                "No entry by {author} for {year}; note {note} cites the same pages of {known}.",
                "Correct the year, or add the entry.",
            ),
            "fr": Wording(
                "Aucune entrée de {author} pour {year} ; la note {note} cite les mêmes pages de {known}.",
                "Corriger l'année, ou ajouter l'entrée.",
            ),
        },
    },
    explains=("CIT002", "CIT001", "BIL002", "BIL007"),
)

LIFETIME = 70
"""Years beyond which a source is rather another author's, or another edition."""
UNDATED = "n.d."
"""The year of an entry that says it has none: who cites it with one may mean the day of consultation."""

REST = (
    "B.<sup>2</sup> C.<sup>3</sup> D.<sup>4</sup>\n\n<sup>2</sup> Roe, 2020\n\n<sup>3</sup> Low, 2021\n\n<sup>4</sup> Doe, 2017\n\n"
    "## References\n\nDoe, J. (2017). One.\n\nDoe, J. (2019). Two.\n\nLow, L. (2021). Three.\n\nRoe, R. (2020). Four.\n"
)

EXAMPLES = (
    Example("A.<sup>1</sup>\n\n<sup>1</sup> Doe, 2021, p. 3\n\n" + REST, ("Doe, 2021, p. 3",)),
    Example("A.<sup>1</sup>\n\n<sup>1</sup> Doe, 2019, p. 3\n\n" + REST),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Citations whose author has entries, but none of that year; each source once with all its places."""
    for group in grouped(x, Status.YEAR, (CitationKind.SHORT, CitationKind.TITLE)):
        if all(map(gives_own_year, group)):
            continue
        reason = clear_scheme(x, group)
        if reason is not None:
            yield RULE.abstains(x.lang, reason)
            continue
        first = group[0]
        name, _, year = source_name(first).rpartition(", ")
        same = _at_the_same_pages(x, group)
        known: dict[str, Any] = (
            {"note": same.note.number, "known": source_name(same)} if same is not None and same.note is not None else {}
        )
        yield RULE.finding(
            [Place.of(one, x.lang) for one in group],
            "same-pages" if known else "one" if len(first.years) == 1 else "several",
            subject=source_name(first),
            about=[*(work_key(x.lang, work) for work in first.candidates), cited_key(x.lang, first)],
            confidence=Confidence.CERTAIN if _is_certain(first) else Confidence.LIKELY,
            severity=Severity.INFO if set(first.years) == {UNDATED} else None,
            author=name,
            year=year,
            years=first.years,
            notes=notes_of(group),
            **known,
        )


def _is_certain(one: Resolved) -> bool:
    """Whether the author can be the one of the entries: nobody publishes over a lifetime and more, but for what is printed again."""
    years = [int(year) for year in one.years if year.isdigit()]
    cited = one.citation.year or ""
    apart = cited.isdigit() and years and all(abs(year - int(cited)) > LIFETIME for year in years)
    return one.certain and one.citation.sure and not apart


def _at_the_same_pages(x: Citations, group: Sequence[Resolved]) -> Resolved | None:
    """A citation in a note of another year's source by that author at the very pages: mostly that year is meant."""
    pages = {one.pages for one in group if one.pages and any(sign.isdigit() for sign in one.pages)}
    candidates = {work.key for work in group[0].candidates}
    return next(
        (
            one
            for one in x.resolved
            if one.status is Status.ENTRY
            and one.note is not None
            and one.pages in pages
            and one.work is not None
            and one.work.key in candidates
            and one.citation.kind is not CitationKind.IBID
        ),
        None,
    )
