"""One number called twice.

Two places of the text send the reader to one note. Mostly the second one was copied along with a sentence or mistyped,
and from there on a note is cited for what it does not say. In tables it is a warning, for the same note may be meant; where the
format gives a note its number, as with `[^label]`, a label is used again on purpose: that is information, and a warning where
there are hardly any notes. Of a label that two notes have, NUM004 says what is wrong.

Wrong: markers 4, 5, 5, 6. Right: markers 4, 5, 6.

To mend it, give the second statement its own note, or take the second marker out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from citecheck.checks.subjects import contexts, expected, faults_of, numbering_keys, places, shown
from citecheck.model.citations import Citations, Fault, FaultKind
from citecheck.model.document import NoteForm
from citecheck.model.finding import Abstention, Edit, Finding, Fix, Severity
from citecheck.model.rule import Example, Rule, Trust, Wording

RULE = Rule(
    code="NUM003",
    name="duplicate-marker",
    severity=Severity.ERROR,
    in_pdf=Trust.LIKELY,
    wordless=True,
    messages={
        "twice": {
            "en": Wording(
                "Note {note} is called twice.", "Give this statement a note of its own, or take one marker out."
            ),
            "fr": Wording(
                "La note {note} est appelée deux fois.", "Donner à ce passage sa propre note, ou retirer un appel."
            ),
        },
        "instead": {
            "en": Wording(
                "Note {note} is called twice; here note {expected} is expected, which nothing calls.",
                "Correct the number to {expected}.",
            ),
            "fr": Wording(
                "La note {note} est appelée deux fois ; ici, on attend la note {expected}, que rien n'appelle.",
                "Corriger le numéro en {expected}.",
            ),
        },
    },
    explains=("NUM001", "NUM002", "NUM005", "NUM006", "BIL001", "BIL002", "BIL003", "BIL011"),
)

FEW = 5
"""Labelled notes of which none is rather used again than copied."""

EXAMPLES = (
    Example(
        "One.<sup>1</sup> Two.<sup>1</sup> Three.<sup>2</sup>\n\n<sup>1</sup> A\n\n<sup>2</sup> B\n", ("<sup>1</sup>",)
    ),
    Example(
        "One.<sup>1</sup> Two.<sup>2</sup> Three.<sup>2</sup>\n\n<sup>1</sup> A\n\n<sup>2</sup> B\n\n<sup>3</sup> C\n",
        ("<sup>2</sup>",),
    ),
    Example("One.[^a] Two.[^a]\n\n[^a]: Doe, 2020\n", ("[^a]",)),
    Example("One.<sup>1</sup> Two.<sup>2</sup>\n\n<sup>1</sup> A\n\n<sup>2</sup> B\n"),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Markers of a number that another marker has too."""
    if x.numbering_unclear:
        yield RULE.abstains(x.lang, x.numbering_unclear)
    context_of = contexts(x.document)
    notes = Counter(note.label for note in x.document.notes if note.form is NoteForm.LABEL)
    for fault in faults_of(x, FaultKind.DUPLICATE_MARKER):
        fix = None
        if fault.expected:
            corrected = fault.place.span.text.replace(fault.place.label, fault.expected)
            fix = Fix((Edit(fault.place.span, corrected),), safe=False)
        yield RULE.finding(
            places(x, (fault.place, *fault.others)),
            "instead" if fault.expected else "twice",
            subject=context_of((fault.place,)),
            about=numbering_keys(x.lang, (fault.place,), fault.expected),
            severity=_severity(fault, reusable=notes[fault.place.label] > 1 or notes.total() > FEW),
            fix=fix,
            note=shown(fault.place, fault.expected),
            expected=expected(fault),
        )


def _severity(fault: Fault, reusable: bool) -> Severity | None:
    """How sure it is that a number called twice is a slip; ``reusable`` says that its label may be used again on purpose."""
    if fault.certain or fault.expected:
        return None
    return Severity.INFO if fault.place.form is NoteForm.LABEL and reusable else Severity.WARNING
