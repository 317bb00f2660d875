"""Counterparts that stand in another order.

Two notes of one version stand against two of the other the other way round: mostly two citations were swapped in one of the
versions, or two sentences were exchanged in translation together with their notes.

Wrong: French notes 4 and 5 cite Morvan and Kerbrat, the English ones at the same sentences Kerbrat and Morvan. Right: the
same order.

To mend it, exchange the notes of one version.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.bilingual.sides import Index, about, cited, note_places, numbers
from citecheck.model.alignment import Alignment, Group, Shape
from citecheck.model.finding import Abstention, Confidence, Finding, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="BIL011",
    name="notes-cross",
    severity=Severity.WARNING,
    messages={
        "crossed": {
            "en": Wording(
                "Notes {notes} cite what notes {others} of the other version cite, in the other order.",
                "Exchange the notes of one version.",
            ),
            "fr": Wording(
                "Les notes {notes} citent ce que citent les notes {others} de l'autre version, dans l'autre ordre.",
                "Échanger les notes d'une des versions.",
            ),
        },
    },
    explains=("BIL002", "BIL003"),
)

ENTRIES = "1. Kerbrat, A. (2012). *Ports*. Brest: Quai.\n2. Morvan, J. (2005). *Sardines*. Brest: Quai.\n\n"
FRENCH = (
    "# Rapport\n\nLe port de Brest a doublé en 2004<sup>1</sup>. Celui de Lorient a fermé en 2011<sup>2</sup>.\n\n"
    "<sup>1</sup> Morvan, 2005, p. 3\n\n<sup>2</sup> Kerbrat, 2012, p. 7\n\n## Bibliographie\n\n" + ENTRIES
)
ENGLISH = "# Report\n\nThe port of Brest has doubled in 2004.<sup>1</sup> The one of Lorient has closed in 2011.<sup>2</sup>\n\n"

EXAMPLES = (
    Example(
        FRENCH
        + ENGLISH
        + "<sup>1</sup> Kerbrat, 2012, p. 7\n\n<sup>2</sup> Morvan, 2005, p. 3\n\n## Bibliography\n\n"
        + ENTRIES,
        ("Kerbrat, 2012, p. 7",),
        lang=None,
    ),
    Example(
        FRENCH
        + ENGLISH
        + "<sup>1</sup> Morvan, 2005, p. 3\n\n<sup>2</sup> Kerbrat, 2012, p. 7\n\n## Bibliography\n\n"
        + ENTRIES,
        lang=None,
    ),
)


def check(x: Alignment) -> Iterator[Finding | Abstention]:
    """Neighbouring groups each of whose sides cites what the other group's other side does."""
    if x.unrelated:
        yield RULE.abstains(None, x.unrelated)
        return
    indexes = Index.over(x.left), Index.over(x.right)
    content = [(cited(x, indexes[0], group.left), cited(x, indexes[1], group.right)) for group in x.groups]
    skip = -1
    for at, (group, following) in enumerate(zip(x.groups, x.groups[1:], strict=False)):
        if at == skip or Shape.ONLY in (group.shape, following.shape) or group.section != following.section:
            continue
        (left, right), (later_left, later_right) = content[at], content[at + 1]
        if not (left and right and later_left and later_right) or left.keys() & right.keys():
            continue
        crossed = left.keys() == later_right.keys() and later_left.keys() == right.keys()
        if crossed and left.keys() != later_left.keys():
            skip = at + 1
            yield _finding(x, indexes, group, following)


def _finding(x: Alignment, indexes: tuple[Index, Index], group: Group, following: Group) -> Finding:
    first, *rest = note_places(x.right, (*group.right, *following.right))
    return RULE.finding(
        first,
        "crossed",
        subject=" / ".join(" ".join(place.span.text.split())[:80] for place in (first, *rest)),
        about=[*about(indexes, group), *about(indexes, following)],
        related=rest,
        counterparts=note_places(x.left, (*group.left, *following.left)),
        confidence=Confidence.LIKELY,
        notes=numbers((*group.right, *following.right)),
        others=numbers((*group.left, *following.left)),
    )
