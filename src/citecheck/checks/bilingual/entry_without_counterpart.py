"""An entry that only one bibliography has.

The readers of one language cannot find a source that the other's are given. Mostly an entry was added late, in one version.
Where it stands inside another entry of the other bibliography, that is a finding of its own (CIT012) and this one stays
silent.

Wrong: the French bibliography has Kerbrat (2012), the English has not. Right: both have it.

To mend it, add the entry where it is missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.subjects import entry_key, source_name, work_name
from citecheck.languages.folding import fold
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations, Status, Work
from citecheck.model.document import Entry
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
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
    explains=("BIL005",),
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
    if x.unrelated or not x.left.document.entries or not x.right.document.entries:
        yield RULE.abstains(None, x.unrelated or "no-bibliography")
        return
    for pair in x.entries:
        if pair.left is not None and pair.right is not None:
            continue
        entry, version, other = (pair.left, x.left, x.right) if pair.left is not None else (pair.right, x.right, x.left)
        if entry is None:
            continue
        glued = _inside(entry, other)
        yield RULE.finding(
            Place.of(entry, version.lang, entry.body),
            "only",
            subject=" ".join(entry.body.text.split())[:160],
            about=[
                entry_key(version.lang, entry),
                *(entry_key(other.lang, one) for one in glued),
                *_cited_there(entry, other),
            ],
            confidence=Confidence.LIKELY,
            source=work_name(Work(entry.entry_id, entry.references[0], entry=entry)),
        )


def _cited_there(entry: Entry, other: Citations) -> Iterator[str]:
    """The keys of what the other version cites without an entry, where it means this one."""
    reference = entry.references[0]
    families = [fold(person.family) for person in reference.authors[:1]]
    for one in other.resolved:
        cited = one.origin.citation
        same = cited.year == reference.year and families == [fold(person.family) for person in cited.authors[:1]]
        if one.status is Status.MISSING and same:
            yield f"{other.lang}:cited:{source_name(one).casefold()}"


def _inside(entry: Entry, other: Citations) -> list[Entry]:
    """Entries of the other bibliography into which this one was glued."""
    reference = entry.references[0]
    found = []
    for one in other.document.entries:
        for glued in one.references[1:]:
            same_address = reference.url is not None and reference.url == glued.url
            families = [[person.family for person in side.authors] for side in (reference, glued)]
            if same_address or (families[0] and families[0] == families[1] and reference.year == glued.year):
                found.append(one)
    return found
