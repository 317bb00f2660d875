"""A note with no counterpart in the other language.

The reader of one language is given a source, or a comment, that the reader of the other is not. Mostly a sentence was added
or dropped in one version only; sometimes that is on purpose.

Wrong: the English has a note on a clause that the French lacks. Right: both versions source the same statements.

To mend it, translate the note and its sentence, or drop both. Neighbouring notes without counterpart are one finding: a
passage is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from citecheck.checks.bilingual.sides import Sides, note_places, numbers
from citecheck.model.alignment import Alignment, Group, Shape
from citecheck.model.finding import Abstention, Confidence, Finding, Severity
from citecheck.model.rule import Example, Rule, Wording

FEW = 3
"""Notes in a row that a slip of one number in the other version may leave alone; more are a passage that is missing."""

RULE = Rule(
    code="BIL001",
    name="note-without-counterpart",
    severity=Severity.WARNING,
    messages={
        "one": {
            "en": Wording(
                "Note {note} has no counterpart in the other version.",
                "Translate the note and its sentence, or drop both.",
            ),
            "fr": Wording(
                "La note {note} n'a pas d'équivalent dans l'autre version.",
                "Traduire la note et sa phrase, ou supprimer les deux.",
            ),
        },
        "several": {
            "en": Wording(
                "Notes {notes} have no counterpart in the other version: a passage may be missing there.",
                "Translate the passage with its notes, or drop it.",
            ),
            "fr": Wording(
                "Les notes {notes} n'ont pas d'équivalent dans l'autre version : un passage y manque peut-être.",
                "Traduire le passage et ses notes, ou le supprimer.",
            ),
        },
    },
    explains=("BIL009", "CUR004"),
)

FRENCH = (
    "# Rapport\n\nLe port de Brest a doublé en 2004<sup>1</sup>. Celui de Lorient a fermé en 2011<sup>2</sup>.\n\n"
    "<sup>1</sup> Morvan, 2005, p. 3\n\n<sup>2</sup> Kerbrat, 2012, p. 7\n\n"
)

EXAMPLES = (
    Example(
        FRENCH
        + "# Report\n\nThe port of Brest has doubled in 2004.<sup>1</sup> It is the largest of the coast for fish.<sup>2</sup> "
        "The port of Lorient has closed in 2011.<sup>3</sup>\n\n<sup>1</sup> Morvan, 2005, p. 3\n\n<sup>2</sup> Tanguy, 2009, p. 8\n\n"
        "<sup>3</sup> Kerbrat, 2012, p. 7\n",
        ("Tanguy, 2009, p. 8",),
        lang=None,
    ),
    Example(
        FRENCH
        + "# Report\n\nThe port of Brest has doubled in 2004.<sup>1</sup> The port of Lorient has closed in 2011.<sup>2</sup>\n\n"
        "<sup>1</sup> Morvan, 2005, p. 3\n\n<sup>2</sup> Kerbrat, 2012, p. 7\n",
        lang=None,
    ),
)


def check(x: Alignment) -> Iterator[Finding | Abstention]:
    """Notes alone on their side; neighbours are one finding."""
    sides = Sides.of(x)
    at = 0
    for (alone, _), groups in groupby(x.groups, key=lambda group: (group.shape is Shape.ONLY, bool(group.left))):
        run = list(groups)
        if alone:
            yield _finding(sides, at, run)
        at += len(run)


def _finding(sides: Sides, at: int, run: Sequence[Group]) -> Finding:
    found = list(sides.notes(run))
    version, notes = found[0][0], [note for _, note in found]
    return RULE.finding(
        note_places(version, notes),
        "several" if len(notes) > 1 else "one",
        subject=" / ".join(" ".join(note.body.text.split())[:80] for note in notes),
        about=sides.about(at, at + len(run) - 1),
        # A slip of one number takes no more notes from their counterparts than one note may stand for.
        because=sides.because(at, at + len(run) - 1) if len(run) <= FEW else (),
        confidence=Confidence.LIKELY,
        note=notes[0].number,
        notes=numbers(notes),
    )
