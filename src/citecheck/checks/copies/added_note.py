"""A note of the second copy that the first one does not have.

Mostly somebody wrote it after the first copy was made, and nothing is wrong with it; in a converted text it can be the rest of another note. Notes that follow each other
in a passage that the first copy lacks are one finding, and so are the words that the first copy has, but not as notes.

Wrong: the published text has a note 4 that the manuscript lacks. Right: both have it, or neither.

To mend it, take it over into the first copy, or take it out of the second.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citecheck.checks.copies.told import excerpt, names, note_place, numbers, runs, subject
from citecheck.model.collation import Collation, Standing
from citecheck.model.document import Note
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="CMP002",
    name="added-note",
    severity=Severity.WARNING,
    messages={
        "added": {
            "en": Wording(
                "Note {note} (“{text}”) of {other} is not in {file}, which has the sentence.",
                "Take it over into {file}, or take it out.",
            ),
            "fr": Wording(
                "La note {note} (« {text} ») de {other} n'est pas dans {file}, qui a la phrase.",
                "La reprendre dans {file}, ou la supprimer.",
            ),
        },
        "passage": {
            "en": Wording(
                "{other} has a passage that {file} lacks, with its notes {notes}.",
                "See whether it was added on purpose.",
            ),
            "fr": Wording(
                "{other} a un passage qui manque dans {file}, avec ses notes {notes}.",
                "Voir s'il a été ajouté à dessein.",
            ),
        },
        "call": {
            "en": Wording(
                "Note {note} (“{text}”) is called in {other}, and nothing calls it in {file}.",
                "Put the marker into {file} too.",
            ),
            "fr": Wording(
                "La note {note} (« {text} ») est appelée dans {other}, et rien ne l'appelle dans {file}.",
                "Mettre aussi l'appel dans {file}.",
            ),
        },
        "unread": {
            "en": Wording(
                "{file} has the words of the notes {notes} of {other}, and not as notes: they were read as text there.",
                "Look at them in {file}; nothing is said of what they lead to.",
            ),
            "fr": Wording(
                "{file} a le texte des notes {notes} de {other}, mais pas comme notes : il y est lu comme du texte.",
                "Les regarder dans {file} ; rien n'est dit de ce à quoi elles mènent.",
            ),
        },
    },
    wordless=True,
    of_source=False,
)

EXAMPLES = (Example("Nothing is compared here.[^1]\n\n[^1]: Doe, J. (2019). *One*. Press.\n"),)


def check(x: Collation) -> Iterator[Finding | Abstention]:
    """The notes of the second copy that the first one has not, or does not call."""
    for one in x.alone(1, Standing.ALONE):
        near = [Place(one.near, x.left.lang)] if one.near is not None else []
        yield from _each(x, "added", [one.right], near, Severity.WARNING)
    for one in x.standing(Standing.UNCALLED):
        if one.left is not None and one.calls[0] is None:
            yield from _each(x, "call", [one.right], [note_place(x, one.left, 0)], Severity.INFO)
    for run in runs(x, 1, x.alone(1, Standing.WITHOUT_PASSAGE)):
        yield _together(x, "passage", run, Confidence.LIKELY)
    if unread := [note for one in x.alone(1, Standing.UNREAD) if (note := one.right) is not None]:
        yield _together(x, "unread", unread, Confidence.POSSIBLE)


def _each(
    x: Collation, key: str, notes: Sequence[Note | None], counterparts: Sequence[Place], severity: Severity
) -> Iterator[Finding]:
    here, there = names(x)
    for note in notes:
        if note is not None:
            yield RULE.finding(
                note_place(x, note, 1),
                key,
                subject=subject(note),
                counterparts=counterparts,
                severity=severity,
                note=numbers([note])[0],
                text=excerpt(note),
                file=here,
                other=there,
            )


def _together(x: Collation, key: str, notes: Sequence[Note], confidence: Confidence) -> Finding:
    here, there = names(x)
    return RULE.finding(
        [note_place(x, note, 1) for note in notes],
        key,
        subject=subject(*notes[:3]),
        confidence=confidence,
        severity=Severity.INFO,
        notes=numbers(notes),
        file=here,
        other=there,
    )
