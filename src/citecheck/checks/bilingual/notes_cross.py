"""Counterparts that stand in another order.

Two notes of one version stand against two of the other the other way round: mostly two citations were swapped in one of the
versions, or two sentences were exchanged in translation together with their notes. The latter is told from notes that stayed
alone in order, by what they cite and by the names and figures of their sentences; it is right where it is on purpose.

Wrong: French notes 4 and 5 cite Morvan and Kerbrat, the English ones at the same sentences Kerbrat and Morvan. Right: the
same order.

To mend it, exchange the notes of one version.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citecheck.checks.bilingual.sides import Both, Sides, note_places, notes_of, numbers
from citecheck.model.alignment import Alignment, Group
from citecheck.model.finding import Abstention, Confidence, Finding, Severity
from citecheck.model.rule import Example, Rule, Wording

SIZES = (2, 3)
"""How many groups in a row may be what crosses: two, or two with a note between them that found no place."""

RULE = Rule(
    code="BIL011",
    name="notes-cross",
    severity=Severity.WARNING,
    messages={
        "crossed": {
            "en": Wording(
                "Notes {notes} cite what {others} cite, in the other order.",
                "Exchange the notes of one version.",
            ),
            "fr": Wording(
                "Les notes {notes} citent ce que citent {others}, dans l'autre ordre.",
                "Échanger les notes d'une des versions.",
            ),
        },
        "moved": {
            "en": Wording(
                "Note {notes} stands among other notes than its counterpart, {others}: the sentence has moved.",
                "Put the sentence with its note in the same place in both versions, or accept that it moved.",
            ),
            "fr": Wording(
                "La note {notes} se trouve parmi d'autres notes que son équivalent, {others} : la phrase a "
                "changé de place.",
                "Mettre la phrase et sa note au même endroit dans les deux versions, ou accepter le déplacement.",
            ),
        },
        "exchanged": {
            "en": Wording(
                "Notes {notes} stand in another order than their counterparts, {others}.",
                "Put the sentences with their notes in the same order in both versions, or accept that they moved.",
            ),
            "fr": Wording(
                "Les notes {notes} se suivent dans un autre ordre que leurs équivalents, {others}.",
                "Mettre les phrases et leurs notes dans le même ordre dans les deux versions, ou accepter le déplacement.",
            ),
        },
    },
    explains=("BIL001", "BIL002", "BIL003"),
)

ENTRIES = "1. Kerbrat, A. (2012). *Ports*. Brest: Quai.\n2. Morvan, J. (2005). *Sardines*. Brest: Quai.\n\n"
FRENCH = (
    "# Rapport\n\nLe port de Brest a doublé en 2004<sup>1</sup>. Celui de Lorient a fermé en 2011<sup>2</sup>.\n\n"
    "<sup>1</sup> Morvan, 2005, p. 3\n\n<sup>2</sup> Kerbrat, 2012, p. 7\n\n## Bibliographie\n\n" + ENTRIES
)
ENGLISH = "# Report\n\nThe port of Brest has doubled in 2004.<sup>1</sup> The one of Lorient has closed in 2011.<sup>2</sup>\n\n"

MOVED = (
    "# Report\n\nThe port of Lorient has closed in 2011.<sup>1</sup> The port of Brest has doubled in 2004.<sup>2</sup> "
    "The port of Douarnenez has lost 40 boats.<sup>3</sup>\n\n<sup>1</sup> Kerbrat, 2012, p. 7\n\n"
    "<sup>2</sup> Morvan, 2005, p. 3\n\n<sup>3</sup> Kerbrat, 2012, p. 19\n\n"
)

EXAMPLES = (
    Example(
        "# Rapport\n\nLe port de Brest a doublé en 2004<sup>1</sup>. Celui de Lorient a fermé en 2011<sup>2</sup>. "
        "Celui de Douarnenez a perdu 40 bateaux<sup>3</sup>.\n\n<sup>1</sup> Morvan, 2005, p. 3\n\n"
        "<sup>2</sup> Kerbrat, 2012, p. 7\n\n<sup>3</sup> Kerbrat, 2012, p. 19\n\n## Bibliographie\n\n"
        + ENTRIES
        + MOVED
        + "## Bibliography\n\n"
        + ENTRIES,
        ("Morvan, 2005, p. 3",),
        lang=None,
    ),
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
    """Groups that stand in another order, and neighbours each of whose sides cites what the other's other side does."""
    sides = Sides.of(x)
    content = [sides.cited(group) for group in x.groups]
    moved = _moved(x.groups)
    for run in moved:
        yield _finding(sides, run)
    seen = {at for run in moved for at in range(run[0], run[-1] + 1)}
    at = 0
    while at < len(x.groups):
        sizes = () if at in seen else SIZES
        size = next((size for size in sizes if _crossed(x.groups[at : at + size], content[at : at + size], size)), 0)
        if size:
            yield _finding(sides, range(at, at + size), "crossed")
        at += max(size, 1)


def _moved(groups: Sequence[Group]) -> list[list[int]]:
    """The ordinals of groups that stand in another order, those together that may have changed places."""
    runs: list[list[int]] = []
    for at, group in enumerate(groups):
        if not group.crossed:
            continue
        near = runs and at - runs[-1][-1] < max(SIZES) and groups[runs[-1][-1]].section == group.section
        if near:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _crossed(groups: Sequence[Group], content: Sequence[Both], size: int) -> bool:
    """Whether the first and the last of some groups in a row differ in what their sides cite, and all together do not."""
    if len(groups) < size or any(group.section != groups[0].section for group in groups):
        return False
    if any(left.keys() == right.keys() for left, right in (content[0], content[-1])):
        return False
    left, right = ({name for sides in content for name in sides[side]} for side in (0, 1))
    return left == right


def _finding(sides: Sides, at: Sequence[int], message: str | None = None) -> Finding:
    """A finding about the groups with these ordinals."""
    x = sides.alignment
    groups = [x.groups[one] for one in at]
    left, right = ([note for group in groups for note in (group.left, group.right)[side]] for side in (0, 1))
    return RULE.finding(
        note_places(x.right, right),
        message or ("exchanged" if len(right) > 1 else "moved"),
        subject=" / ".join(" ".join(note.body.text.split())[:80] for note in right),
        about=sides.about(at[0], at[-1]),
        because=sides.because(at[0], at[-1]),
        counterparts=note_places(x.left, left),
        confidence=Confidence.LIKELY,
        notes=numbers(right),
        others=notes_of(x.left, left),
    )
