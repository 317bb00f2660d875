"""A bibliography entry that the two copies have in other words, or that only one of them has.

Two entries that are each other's likest are one source. What a converter does to one text is no difference (see CMP003). Where a copy is the database of a reference manager, which prints
nothing, what it says of each source is compared: date, authors, title, volume, issue, pages, DOI. Entries that only one copy has and that follow each other are one finding; they are
a warning where the second copy lost them, and an info where it added them. An entry whose words the other copy has somewhere else was read otherwise, and nothing is said of it.
The rule abstains where a copy has no bibliography.

Wrong: "Doe, J. (2019)" in the manuscript, "Doe, J. (2021)" in print. Right: the same in both.

To mend it, see which of the two is right, and take it over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from citecheck.checks.copies.told import differences, excerpt, names, subject
from citecheck.checks.databases.database_differs import field_differences
from citecheck.checks.subjects import shown_entries
from citecheck.model.collation import CollatedEntry, Collation
from citecheck.model.document import Entry
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="CMP005",
    name="entry-differs",
    severity=Severity.WARNING,
    messages={
        "words": {
            "en": Wording(
                "The entry “{entry}” has “{theirs}” in {other} where {file} has “{ours}”.",
                "Take over whichever is right.",
            ),
            "fr": Wording(
                "L'entrée « {entry} » a « {theirs} » dans {other}, là où {file} a « {ours} ».",
                "Reprendre ce qui est juste.",
            ),
        },
        "lost": {
            "en": Wording("{other} lacks entries of {file}: {entries}.", "See whether they were dropped on purpose."),
            "fr": Wording(
                "Des entrées de {file} manquent dans {other} : {entries}.", "Voir si elles ont été retirées à dessein."
            ),
        },
        "added": {
            "en": Wording("{other} has entries that {file} lacks: {entries}.", "Take them over, or take them out."),
            "fr": Wording(
                "{other} a des entrées qui manquent dans {file} : {entries}.", "Les reprendre, ou les supprimer."
            ),
        },
    },
    wordless=True,
    of_source=False,
)

EXAMPLES = (Example("Nothing is compared here.\n\n## References\n\n- Doe, J. (2019). One. Press.\n"),)


def check(x: Collation) -> Iterator[Finding | Abstention]:
    """The entries that differ, and those that only one copy has."""
    for version in x.versions:
        if not version.document.entries:
            yield RULE.abstains(version.lang, "no-bibliography")
            return
    for one in x.entries:
        if one.left is not None and one.right is not None:
            yield from _differing(x, one, one.left, one.right)
    for side in (0, 1):
        for run in _alone(x, side):
            yield _lone(x, side, run)


def _differing(x: Collation, one: CollatedEntry, left: Entry, right: Entry) -> Iterator[Finding]:
    told = [(differences(one.differing, 0), differences(one.differing, 1))] if one.differing else []
    if one.by_fields:
        told = [(ours, theirs) for _, ours, theirs in field_differences(left.references[0], right.references[0])]
    here, there = names(x)
    for ours, theirs in told:
        yield RULE.finding(
            Place.of(right, x.right.lang),
            "words",
            subject=subject(left, right),
            counterparts=[Place.of(left, x.left.lang)],
            confidence=Confidence.CERTAIN,
            entry=excerpt(right),
            ours=ours,
            theirs=theirs,
            file=here,
            other=there,
        )


def _alone(x: Collation, side: int) -> Iterator[list[Entry]]:
    """The entries that only one copy has, those that follow each other together."""
    # Of a database only what is cited is printed.
    shown = {id(entry) for entry in shown_entries(x.versions[side])}
    lone = {id(entry) for one in x.entries if not one.unread and (entry := _only(one, side)) is not None} & shown
    for alone, run in groupby(x.versions[side].document.entries, key=lambda entry: id(entry) in lone):
        if alone:
            yield list(run)


def _only(one: CollatedEntry, side: int) -> Entry | None:
    sides = one.left, one.right
    return sides[side] if sides[1 - side] is None else None


def _lone(x: Collation, side: int, entries: Sequence[Entry]) -> Finding:
    here, there = names(x)
    return RULE.finding(
        [Place.of(entry, x.versions[side].lang) for entry in entries],
        "added" if side else "lost",
        subject=subject(*entries[:3]),
        confidence=Confidence.LIKELY,
        severity=Severity.INFO if side else Severity.WARNING,
        entries=tuple(f"“{excerpt(entry)}”" for entry in entries[:3]) + (("…",) if len(entries) > 3 else ()),
        file=here,
        other=there,
    )
