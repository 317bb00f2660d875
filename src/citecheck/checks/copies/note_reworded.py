"""A note that both copies have at one place, in other words.

What a converter does to one text is no difference: ligatures, hyphens at the ends of lines, quotation marks and dashes of another form, spaces, capitals, italics, and
the address of a link. What is left was changed in one copy only: a page, a year, a name, or more. Between two drafts that is mostly meant; in a published copy it is not.

Wrong: "Doe, 2019, p. 12" in the manuscript, "Doe, 2019, p. 21" in print. Right: the same in both.

To mend it, see which of the two is right, and take it over.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.copies.told import differences, names, note_place, numbers, subject
from citecheck.model.collation import Collation, Standing
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="CMP003",
    name="note-reworded",
    severity=Severity.WARNING,
    messages={
        "words": {
            "en": Wording(
                "Note {note} has “{theirs}” in {other} where {file} has “{ours}”.",
                "Take over whichever is right.",
            ),
            "fr": Wording(
                "La note {note} a « {theirs} » dans {other}, là où {file} a « {ours} ».",
                "Reprendre ce qui est juste.",
            ),
        },
    },
    wordless=True,
    of_source=False,
)

EXAMPLES = (Example("Nothing is compared here.[^1]\n\n[^1]: Doe, J. (2019). *One*. Press.\n"),)


def check(x: Collation) -> Iterator[Finding | Abstention]:
    """The notes whose words differ."""
    here, there = names(x)
    for one in x.standing(Standing.REWORDED):
        if one.left is None or one.right is None:
            continue
        first = one.differing[0]
        places = [note_place(x, one.right, 1), note_place(x, one.left, 0)]
        spans = first.right, first.left
        place, counterpart = (
            at.within(span) if span.end > span.start else at for at, span in zip(places, spans, strict=True)
        )
        yield RULE.finding(
            place,
            "words",
            subject=subject(one.left, one.right),
            counterparts=[counterpart],
            note=numbers([one.right])[0],
            ours=differences(one.differing, 0),
            theirs=differences(one.differing, 1),
            file=here,
            other=there,
        )
