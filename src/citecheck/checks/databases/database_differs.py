"""A printed entry that says otherwise than the database.

One of the two was changed by hand, and the next export prints the other. Compared are year, persons, title, volume, issue, pages and DOI, each
only where both sides have it and it is plain: initials for names, subtitles left out, abbreviated ends of pages and signs are no differences, and
neither are titles in two languages. The rule speaks only with `--compare-bibliography`.

Wrong: "Kerbrat, A. (2012)" where the database says 2021. Right: one year in both.

To mend it, look the source up, and correct whichever is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from citecheck.checks.locators.pages import RANGE, completed
from citecheck.checks.subjects import entry_key
from citecheck.languages.folding import fold
from citecheck.likeness.called import work_name
from citecheck.model.compared import Compared
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.reference import Reference
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="DBS002",
    name="database-differs",
    severity=Severity.WARNING,
    messages={
        "date": {
            "en": Wording("“{source}” is dated {printed} here and {known} in {file}.", "Correct whichever is wrong."),
            "fr": Wording(
                "« {source} » est daté {printed} ici et {known} dans {file}.", "Corriger celui des deux qui est faux."
            ),
        },
        "authors": {
            "en": Wording("“{source}” is by {printed} here and by {known} in {file}.", "Correct whichever is wrong."),
            "fr": Wording(
                "« {source} » est de {printed} ici et de {known} dans {file}.", "Corriger celui des deux qui est faux."
            ),
        },
        "title": {
            "en": Wording("The title is “{printed}” here and “{known}” in {file}.", "Correct whichever is wrong."),
            "fr": Wording(
                "Le titre est « {printed} » ici et « {known} » dans {file}.", "Corriger celui des deux qui est faux."
            ),
        },
        "volume": {
            "en": Wording(
                "“{source}” is in volume {printed} here and in {known} in {file}.", "Correct whichever is wrong."
            ),
            "fr": Wording(
                "« {source} » est dans le volume {printed} ici et {known} dans {file}.",
                "Corriger celui des deux qui est faux.",
            ),
        },
        "issue": {
            "en": Wording(
                "“{source}” is in issue {printed} here and in {known} in {file}.", "Correct whichever is wrong."
            ),
            "fr": Wording(
                "« {source} » est dans le numéro {printed} ici et {known} dans {file}.",
                "Corriger celui des deux qui est faux.",
            ),
        },
        "pages": {
            "en": Wording(
                "“{source}” has the pages {printed} here and {known} in {file}.", "Correct whichever is wrong."
            ),
            "fr": Wording(
                "« {source} » a les pages {printed} ici et {known} dans {file}.",
                "Corriger celles des deux qui sont fausses.",
            ),
        },
        "doi": {
            "en": Wording(
                "“{source}” has the DOI {printed} here and {known} in {file}.", "Correct whichever is wrong."
            ),
            "fr": Wording(
                "« {source} » a le DOI {printed} ici et {known} dans {file}.", "Corriger celui des deux qui est faux."
            ),
        },
    },
    wordless=True,
)

EXAMPLES = (Example("Nothing is compared here.\n\n## References\n\n- Doe, J. (2019). One. Press.\n"),)

YEAR = re.compile(r"[12]\d{3}")
DOI = re.compile(r"10\.\d{4,9}/\S*[^\s.,;)\]]")
LETTERS = re.compile(r"[^\W\d_]")
CHANGED = 3
"""Signs by which two titles with the same words differ at most: what differs in more is a version of its own."""


class _Difference(Struct, frozen=True):
    """A field of which both sides say something else, as each says it."""

    field: str
    printed: str
    known: str


def check(x: Compared) -> Iterator[Finding | Abstention]:
    """What printed entries and the database say otherwise."""
    if not x.held and not x.absent:
        yield RULE.abstains(x.version.lang, "no-bibliography")
    for one in x.held:
        if one.work.entry is None:
            continue
        for field, printed, known in field_differences(one.work.reference, one.entry.references[0]):
            yield RULE.finding(
                Place.of(one.work, x.version.lang),
                field,
                subject=f"{field} {printed} > {known}",
                about=[entry_key(x.version.lang, one.work.entry)],
                related=[Place(one.entry.span, x.version.lang)],
                confidence=Confidence.CERTAIN if one.certain else Confidence.LIKELY,
                source=work_name(one.work),
                printed=printed,
                known=known,
                file=one.entry.span.source.path,
            )


def field_differences(one: Reference, other: Reference) -> Iterator[tuple[str, str, str]]:
    """The fields that two references to one source fill otherwise: the name of each, and what both say."""
    yield from ((found.field, found.printed, found.known) for found in _differences(one, other))


def _differences(one: Reference, other: Reference) -> Iterator[_Difference]:
    for differing in (_date, _authors, _title, _pages, _doi):
        if (found := differing(one, other)) is not None:
            yield found
    for name in ("volume", "issue"):
        printed, known = (getattr(side, name) for side in (one, other))
        if printed and known and printed.isdecimal() and known.isdecimal() and int(printed) != int(known):
            yield _Difference(name, printed, known)


def _date(one: Reference, other: Reference) -> _Difference | None:
    """Another year, or another day of it where both sides have one."""
    if not one.year or not other.year or not YEAR.fullmatch(one.year) or not YEAR.fullmatch(other.year):
        return None
    if one.year != other.year:
        return _Difference("date", one.year, other.year)
    first, second = one.date or "", other.date or ""
    shortest = min(len(first), len(second))
    return _Difference("date", first, second) if first[:shortest] != second[:shortest] else None


def _authors(one: Reference, other: Reference) -> _Difference | None:
    """Other persons, where both sides name all of theirs and no institution."""
    names = [
        [person for person in side.authors if person.given and not person.corporate] if not side.et_al else []
        for side in (one, other)
    ]
    printed, known = names
    if not printed or not known or len(printed) != len(one.authors) or len(known) != len(other.authors):
        return None
    # Particles stand before the family name or behind the given one.
    same = len(printed) == len(known) and all(
        fold(mine.family).split()[-1:] == fold(its.family).split()[-1:]
        for mine, its in zip(printed, known, strict=True)
    )
    told = [", ".join(person.family for person in side) for side in names]
    return None if same else _Difference("authors", *told)


def _title(one: Reference, other: Reference) -> _Difference | None:
    """A title with a slip in one of the two: the same number of words, nearly all the same."""
    if not one.title or not other.title:
        return None
    printed, known = fold(one.title).split(), fold(other.title).split()
    differing = [pair for pair in zip(printed, known, strict=False) if pair[0] != pair[1]]
    if len(printed) != len(known) or len(printed) < CHANGED or len(differing) != 1:
        return None
    return _Difference("title", one.title, other.title) if all(map(LETTERS.search, differing[0])) else None


def _pages(one: Reference, other: Reference) -> _Difference | None:
    """Other pages, where both sides have one range of plain numbers."""
    ranges = [RANGE.fullmatch((side.pages or "").strip()) for side in (one, other)]
    if ranges[0] is None or ranges[1] is None or any(match[1] or match[3] for match in ranges if match):
        return None
    plain = [(int(match[2]), completed(match[2], match[4])) for match in ranges if match]
    return _Difference("pages", one.pages or "", other.pages or "") if plain[0] != plain[1] else None


def _doi(one: Reference, other: Reference) -> _Difference | None:
    matches = [DOI.search(side.doi or "") for side in (one, other)]
    if matches[0] is None or matches[1] is None:
        return None
    printed, known = (match[0].casefold().rstrip("/") for match in matches if match)
    return _Difference("doi", printed, known) if printed != known else None
