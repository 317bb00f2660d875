"""A note that the two copies call at different places.

The words are the same, and the marker stands behind other words. Within a sentence that matters little; in another one the note proves another statement.

Wrong: the marker of the note on Brest behind the sentence on Lorient. Right: behind the same words in both.

To mend it, see which place is right, and move the marker in the other copy.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.copies.told import excerpt, names, numbers, subject
from citecheck.model.collation import Collation, Standing
from citecheck.model.finding import Abstention, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="CMP006",
    name="moved-note",
    severity=Severity.WARNING,
    messages={
        "moved": {
            "en": Wording(
                "Note {note} (“{text}”) is called behind “{after}” in {other}, and behind “{before}” in {file}.",
                "Move the marker in the copy where it stands wrong.",
            ),
            "fr": Wording(
                "La note {note} (« {text} ») est appelée après « {after} » dans {other}, et après « {before} » dans {file}.",
                "Déplacer l'appel dans la copie où il est mal placé.",
            ),
        },
    },
    wordless=True,
    of_source=False,
)

EXAMPLES = (Example("Nothing is compared here.[^1]\n\n[^1]: Doe, J. (2019). *One*. Press.\n"),)


def check(x: Collation) -> Iterator[Finding | Abstention]:
    """The notes that are called elsewhere."""
    here, there = names(x)
    for one in x.standing(Standing.MOVED):
        first, second = one.calls
        if one.left is None or one.right is None or first is None or second is None:
            continue
        yield RULE.finding(
            Place.of(second, x.right.lang),
            "moved",
            subject=subject(one.left),
            counterparts=[Place.of(first, x.left.lang)],
            note=numbers([one.right])[0],
            text=excerpt(one.right),
            before=first.before,
            after=second.before,
            file=here,
            other=there,
        )
