"""A note of the first copy that the second one lost.

A text and its published copy are to have the same notes. Where the second copy has the sentence and no note in it, its reader does not learn what the
statement rests on: mostly a marker was lost when the text was converted or typeset.

It is an error where the second copy has the words on both sides of the marker, and the words of the note nowhere. Where it lacks the passage too, somebody may have
cut it on purpose: that is a warning, once for all notes that follow each other. Where it has the words of the note and not as a note, it was read
otherwise: that is said, and nothing is called lost. A note that nothing calls any more is an error as well; in a PDF, where a marker that is printed flat is hard
to tell, a warning. So it is where the words of other notes stand in such a PDF as text. Where it lacks more than a third of the notes its reading is doubted, and all is a single warning.

Wrong: "The port doubled in 2004." where the manuscript has "The port doubled in 2004.³". Right: the marker and its note in both.

To mend it, put the note back in, or take it out of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citecheck.checks.copies.told import excerpt, names, note_place, numbers, runs, subject
from citecheck.checks.subjects import mostly
from citecheck.model.collation import Collated, Collation, Standing
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="CMP001",
    name="lost-note",
    severity=Severity.ERROR,
    messages={
        "lost": {
            "en": Wording(
                "Note {note} (“{text}”) of {file} is lost in {other}, which has the sentence.",
                "Put the note back in, or take it out of both.",
            ),
            "fr": Wording(
                "La note {note} (« {text} ») de {file} est perdue dans {other}, qui a la phrase.",
                "Rétablir la note, ou la supprimer des deux côtés.",
            ),
        },
        "many": {
            "en": Wording(
                "{count} of {all} notes of {file} are not in {other}: {notes}.",
                "See whether they are lost, or were not read.",
            ),
            "fr": Wording(
                "{count} des {all} notes de {file} ne sont pas dans {other} : {notes}.",
                "Voir si elles sont perdues, ou si elles n'ont pas été lues.",
            ),
        },
        "passage": {
            "en": Wording(
                "{other} lacks a passage of {file} with its notes {notes}.",
                "See whether it was cut on purpose.",
            ),
            "fr": Wording(
                "Un passage de {file} manque dans {other}, avec ses notes {notes}.",
                "Voir s'il a été coupé à dessein.",
            ),
        },
        "call": {
            "en": Wording(
                "{other} has the words of note {note} (“{text}”), and nothing calls them any more.",
                "Put the marker back where {file} has it.",
            ),
            "fr": Wording(
                "{other} a le texte de la note {note} (« {text} »), que plus rien n'appelle.",
                "Rétablir l'appel là où {file} l'a.",
            ),
        },
        "unread": {
            "en": Wording(
                "{other} has the words of the notes {notes} of {file}, and not as notes: they were read as text there.",
                "Look at them in {other}; nothing is said of what they lead to.",
            ),
            "fr": Wording(
                "{other} a le texte des notes {notes} de {file}, mais pas comme notes : il y est lu comme du texte.",
                "Les regarder dans {other} ; rien n'est dit de ce à quoi elles mènent.",
            ),
        },
    },
    wordless=True,
    of_source=False,
)

EXAMPLES = (Example("Nothing is compared here.[^1]\n\n[^1]: Doe, J. (2019). *One*. Press.\n"),)


def check(x: Collation) -> Iterator[Finding | Abstention]:
    """The notes of the first copy that the second one has not, or does not call."""
    paged = any(source.is_paged for source in x.right.document.sources)
    yield from _all_lost(x, paged)
    yield from _uncalled(x, Confidence.LIKELY if paged else Confidence.CERTAIN)
    absent = x.alone(0, Standing.WITHOUT_PASSAGE)
    for run in runs(x, 0, absent):
        kept = {id(note) for note in run}
        wanted = [one for one in absent if id(one.left) in kept]
        yield _together(x, "passage", wanted, Confidence.LIKELY, Severity.WARNING)
    if unread := x.alone(0, Standing.UNREAD):
        yield _together(x, "unread", unread, Confidence.POSSIBLE, Severity.INFO)


def _all_lost(x: Collation, paged: bool) -> Iterator[Finding]:
    """The notes whose passage the second copy has, one by one; as one where it is rather its reading that lacks them."""
    lost = x.alone(0, Standing.ALONE)
    count = len(x.left.document.notes)
    if mostly(len(lost), count) and (paged or len(lost) == count):
        yield _together(x, "many", lost, Confidence.LIKELY, Severity.WARNING, all=count)
        return
    doubtful = paged and x.alone(0, Standing.UNREAD)
    for one in lost:
        yield _lost(x, one, Confidence.LIKELY if doubtful else Confidence.CERTAIN)


def _lost(x: Collation, one: Collated, confidence: Confidence) -> Finding:
    assert one.left is not None
    here, there = names(x)
    near = [Place(one.near, x.right.lang)] if one.near is not None else []
    return RULE.finding(
        note_place(x, one.left, 0),
        "lost",
        subject=subject(one.left),
        counterparts=near,
        confidence=confidence,
        note=numbers([one.left])[0],
        text=excerpt(one.left),
        file=here,
        other=there,
    )


def _uncalled(x: Collation, confidence: Confidence) -> Iterator[Finding]:
    here, there = names(x)
    for one in x.standing(Standing.UNCALLED):
        if one.left is None or one.right is None or one.calls[0] is None:
            continue
        yield RULE.finding(
            note_place(x, one.right, 1),
            "call",
            subject=subject(one.left),
            counterparts=[Place.of(one.calls[0], x.left.lang)],
            confidence=confidence,
            note=numbers([one.right])[0],
            text=excerpt(one.right),
            file=here,
            other=there,
        )


def _together(
    x: Collation, key: str, found: Sequence[Collated], confidence: Confidence, severity: Severity, all: int = 0
) -> Finding:
    """One finding about several notes of the first copy."""
    notes = [one.left for one in found if one.left is not None]
    here, there = names(x)
    return RULE.finding(
        [note_place(x, note, 0) for note in notes],
        key,
        subject=subject(*notes[:3]),
        confidence=confidence,
        severity=severity,
        notes=numbers(notes),
        count=len(notes),
        all=all,
        file=here,
        other=there,
    )
