"""An entry that only one bibliography has.

The readers of one language cannot find a source that the other's are given. Mostly an entry was added late, in one version.
Where it stands inside another entry of the other bibliography, that is a finding of its own (CIT012) and this one stays
silent.

Wrong: the French bibliography has Kerbrat (2012), the English has not. Right: both have it.

To mend it, add the entry where it is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations, product

from citecheck.checks.subjects import cited_key, entry_key, lone_key
from citecheck.languages.folding import fold
from citecheck.likeness.called import work_name
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations, Resolved, Status, Work
from citecheck.model.document import Entry, Note
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.order import gathered
from citecheck.model.reference import Citation, Reference
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="BIL004",
    name="entry-without-counterpart",
    severity=Severity.WARNING,
    messages={
        "only": {
            "en": Wording("The other bibliography does not have “{source}”.", "Add the entry there."),
            "fr": Wording("L'autre bibliographie n'a pas « {source} ».", "Y ajouter l'entrée."),
        },
    },
    explains=("BIL002", "BIL005"),
)

FRENCH = (
    "# Rapport\n\nLe port de Brest a doublé, et celui de Lorient a fermé<sup>1</sup>.\n\n<sup>1</sup> Morvan, 2005, p. 3\n\n"
    "## Bibliographie\n\n1. Kerbrat, A. (2012). *Ports*. Brest : Quai.\n2. Morvan, J. (2005). *Sardines*. Brest : Quai.\n\n"
)
ENGLISH = (
    "# Report\n\nThe port of Brest has doubled, and that of Lorient has closed.<sup>1</sup>\n\n<sup>1</sup> Morvan, 2005, p. 3\n\n"
    "## Bibliography\n\n"
)

EXAMPLES = (
    Example(
        FRENCH + ENGLISH + "1. Morvan, J. (2005). *Sardines*. Brest: Quai.\n",
        ("Kerbrat, A. (2012). *Ports*. Brest : Quai.",),
        lang=None,
    ),
    Example(
        FRENCH
        + ENGLISH
        + "1. Kerbrat, A. (2012). *Harbours*. Brest: Quai.\n2. Morvan, J. (2005). *Sardines*. Brest: Quai.\n",
        lang=None,
    ),
)


def check(x: Alignment) -> Iterator[Finding | Abstention]:
    """Entries without a pair, where both versions have a bibliography of their own."""
    if not x.left.document.entries or not x.right.document.entries:
        yield RULE.abstains(None, "no-bibliography")
        return
    glued = {version.lang: _glued(x, version) for version in (x.left, x.right)}
    uncovered = {version.lang: _cited_in_vain(version) for version in (x.left, x.right)}
    beside = _cited_beside(x)
    for version, entry in x.lone_entries:
        other = x.other(version)
        host = glued[other.lang].get(x.sources.get((version.lang, f"entry:{entry.entry_id}"), ""))
        yield RULE.finding(
            Place.of(entry, version.lang, entry.body),
            "only",
            subject=" ".join(entry.body.text.split())[:160],
            # What cites it may yet be wrong to cite it instead of another source: only its lack is explained.
            about=[lone_key(version.lang, entry)],
            because=[
                entry_key(version.lang, entry),
                *([entry_key(other.lang, host)] if host is not None else []),
                *uncovered[other.lang].get(_author_and_year(entry.references[0]), ()),
                *beside.get((version.lang, entry.entry_id), ()),
            ],
            confidence=Confidence.LIKELY,
            source=work_name(Work(entry.entry_id, entry.references[0], entry=entry)),
        )


def _glued(x: Alignment, version: Citations) -> dict[str, Entry]:
    """The entries of a version into which another source was glued, by the name of that source."""
    inside = [work for work in version.works if work.glued]
    named = [(x.sources.get((version.lang, work.key)), work.entry) for work in inside]
    return {name: entry for name, entry in named if name is not None and entry is not None}


def _cited_in_vain(version: Citations) -> dict[tuple[str, str | None], list[str]]:
    """The keys of what a version cites without an entry, by first author and year."""
    return gathered(
        (_author_and_year(one.origin.citation), cited_key(version.lang, one))
        for one in version.resolved
        if one.status is Status.MISSING
    )


def _cited_beside(x: Alignment) -> dict[tuple[str, str], list[str]]:
    """The keys of what one version cites without an entry where the other cites one of the same year, by that entry."""
    return gathered(
        ((other.lang, entry.entry_id), cited_key(version.lang, one))
        for group in x.groups
        for (version, notes), (other, twins) in permutations(((x.left, group.left), (x.right, group.right)))
        for one, entry in product(_missing(version, notes), _entries(other, twins))
        if one.citation.year == entry.references[0].year
    )


def _missing(version: Citations, notes: Sequence[Note]) -> list[Resolved]:
    return [one for note in notes for one in version.of_note(note) if one.status is Status.MISSING]


def _entries(version: Citations, notes: Sequence[Note]) -> list[Entry]:
    works = [one.work for note in notes for one in version.of_note(note)]
    return [work.entry for work in works if work is not None and work.entry is not None]


def _author_and_year(source: Reference | Citation) -> tuple[str, str | None]:
    return "".join(fold(person.family) for person in source.authors[:1]), source.year
