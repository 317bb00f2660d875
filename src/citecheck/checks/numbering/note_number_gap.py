"""A number skipped in the sequence of notes.

Neither the text nor the notes have the number: the reader wonders what is missing, and often something is. Mostly a note
and its marker were deleted without renumbering the others, or a page was lost.

Wrong: notes 1, 2, 4. Right: notes 1, 2, 3.

To mend it, renumber from there on, or put the missing note back. Labelled notes (`[^12]`) are numbered by whoever renders
them: there a gap is information, and only where all other labels are numbers in order.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.subjects import faults_of, gap_subject, near_key, number_key, places, shown
from citecheck.model.citations import Citations, FaultKind
from citecheck.model.document import NoteForm
from citecheck.model.finding import Abstention, Confidence, Finding, Severity
from citecheck.model.rule import Example, Rule, Trust, Wording

RULE = Rule(
    code="NUM005",
    name="note-number-gap",
    severity=Severity.ERROR,
    in_pdf=Trust.LIKELY,
    of_source=False,
    wordless=True,
    messages={
        "one": {
            "en": Wording(
                "There is no note {missing}: the numbers go from {before} to {note}.",
                "Put note {missing} back, or renumber from here on.",
            ),
            "fr": Wording(
                "Il n'y a pas de note {missing} : la numérotation passe de {before} à {note}.",
                "Rétablir la note {missing}, ou renuméroter à partir d'ici.",
            ),
        },
        "several": {
            "en": Wording(
                "There are no notes {first} to {last}: the numbers go from {before} to {note}.",
                "Put the missing notes back, or renumber from here on.",
            ),
            "fr": Wording(
                "Il n'y a pas de notes {first} à {last} : la numérotation passe de {before} à {note}.",
                "Rétablir les notes manquantes, ou renuméroter à partir d'ici.",
            ),
        },
    },
    explains=("BIL001", "BIL002", "BIL003", "BIL011"),
)

EXAMPLES = (
    Example("One.<sup>1</sup> Two.<sup>3</sup>\n\n<sup>1</sup> A\n\n<sup>3</sup> B\n", ("<sup>3</sup>",)),
    Example("One.<sup>1</sup> Two.<sup>2</sup>\n\n<sup>1</sup> A\n\n<sup>2</sup> B\n"),
    Example("An extract.<sup>41</sup> More.<sup>42</sup>\n\n<sup>41</sup> A\n\n<sup>42</sup> B\n"),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Runs of numbers that neither a marker nor a note has."""
    if x.numbering_unclear:
        yield RULE.abstains(x.lang, x.numbering_unclear)
    for fault in faults_of(x, FaultKind.GAP):
        first, last = fault.missing[0], fault.missing[-1]
        labelled = fault.place.form is NoteForm.LABEL
        yield RULE.finding(
            places(x, (fault.place,)),
            "one" if first == last else "several",
            subject=gap_subject(x.document, fault.place.section, last - first + 1),
            about=[
                *(number_key(x.lang, fault.place, str(number)) for number in fault.missing),
                near_key(x.lang, fault.place),
            ],
            severity=Severity.INFO if labelled else None,
            confidence=Confidence.CERTAIN if fault.certain else Confidence.LIKELY,
            missing=str(first),
            first=str(first),
            last=str(last),
            before=str(first - 1),
            note=f"[^{fault.place.label}]" if labelled else shown(fault.place),
        )
