"""Notes that the two copies number otherwise.

Endnotes that count anew in each chapter become one row of numbers, or the reverse: each note is there and leads where it should. It is one remark, since a text that
refers to "note 12" may have to follow. Numbers that only run apart because a note was lost, added or moved before are none.

Wrong: "see note 12" where note 12 has become 3/4. Right: the number that the copy prints.

To mend it, look at the references to notes in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.copies.told import names, note_place, numbers
from citecheck.model.collation import Collation
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="CMP007",
    name="notes-renumbered",
    severity=Severity.INFO,
    messages={
        "renumbered": {
            "en": Wording(
                "{count} notes have other numbers in {other} than in {file}: {runs}.",
                "See whether the text refers to notes by their numbers.",
            ),
            "fr": Wording(
                "{count} notes ont d'autres numéros dans {other} que dans {file} : {runs}.",
                "Voir si le texte renvoie à des notes par leur numéro.",
            ),
        },
    },
    wordless=True,
    of_source=False,
)

EXAMPLES = (Example("Nothing is compared here.[^1]\n\n[^1]: Doe, J. (2019). *One*. Press.\n"),)

MANY = 6
"""Runs of notes that a message names."""


def check(x: Collation) -> Iterator[Finding | Abstention]:
    """All runs of notes with other numbers, as one finding."""
    if not x.renumbered:
        return
    here, there = names(x)
    shown = []
    for run in x.renumbered[:MANY]:
        first, last = numbers(run.first), numbers(run.last)
        ours, theirs = (one if one == other else f"{one}–{other}" for one, other in zip(first, last, strict=True))
        shown.append(f"{ours} → {theirs}")
    yield RULE.finding(
        [note_place(x, run.first[1], 1) for run in x.renumbered],
        "renumbered",
        subject=" / ".join(shown),
        count=sum(run.count for run in x.renumbered),
        runs=tuple(shown) + (("…",) if len(x.renumbered) > MANY else ()),
        file=here,
        other=there,
    )
