"""A marker whose note does not exist.

The reader looks for the note and finds nothing: the source of the statement cannot be found. Mostly the note was
deleted without its marker, lost in a conversion, or a number was mistyped.

Wrong: the text calls note 4, the notes end at 3. Right: every marker has its note.

To mend it, write the note, or take the marker out and renumber.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.subjects import contexts, expected, faults_of, mostly, numbering_keys, places, shown
from citecheck.model.citations import Citations, FaultKind
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="NUM002",
    name="marker-without-note",
    severity=Severity.ERROR,
    wordless=True,
    messages={
        "one": {
            "en": Wording(
                "The text calls note {note}, which does not exist.", "Write the note, or take the marker out."
            ),
            "fr": Wording(
                "Le texte renvoie à la note {note}, qui n'existe pas.", "Écrire la note, ou retirer l'appel."
            ),
        },
        "several": {
            "en": Wording(
                "The text calls notes {notes}, which do not exist.", "Write the notes, or take the markers out."
            ),
            "fr": Wording(
                "Le texte renvoie aux notes {notes}, qui n'existent pas.", "Écrire les notes, ou retirer les appels."
            ),
        },
        "instead": {
            "en": Wording(
                "The text calls note {note}, which does not exist, where note {expected} is expected; nothing else calls note {expected}.",
                "Correct the number to {expected}.",
            ),
            "fr": Wording(
                "Le texte renvoie à la note {note}, qui n'existe pas, là où l'on attend la note {expected}, que rien d'autre n'appelle.",
                "Corriger le numéro en {expected}.",
            ),
        },
    },
    explains=("NUM001", "NUM005", "NUM006", "CIT008", "BIL001", "BIL002", "BIL003", "BIL011"),
)

EXAMPLES = (
    Example("One.<sup>1</sup> Two.<sup>2</sup>\n\n<sup>1</sup> A\n", ("<sup>2</sup>",)),
    Example(
        "One.<sup>1</sup> Two.<sup>7</sup> Three.<sup>3</sup>\n\n<sup>1</sup> A\n\n<sup>2</sup> B\n\n<sup>3</sup> C\n",
        ("<sup>7</sup>",),
    ),
    Example("One.[^a] Two.[^b]\n\n[^a]: Doe, 2020\n", ("[^b]",)),
    Example("The 13<sup>th</sup> plan covers 40 km<sup>2</sup>.<sup>1</sup>\n\n<sup>1</sup> A\n"),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Markers without a note; neighbours that lost theirs together are one finding."""
    if x.numbering_unclear:
        yield RULE.abstains(x.lang, x.numbering_unclear)
    elif x.document.markers and not x.document.notes:
        yield RULE.abstains(x.lang, "no-notes")
    faults = list(faults_of(x, FaultKind.MARKER_WITHOUT_NOTE))
    if mostly(sum(1 + len(fault.others) for fault in faults), len(x.document.markers)):
        yield RULE.abstains(x.lang, "markers-unanswered")
        return
    context_of = contexts(x.document)
    for fault in faults:
        items = (fault.place, *fault.others)
        yield RULE.finding(
            places(x, items),
            "instead" if fault.expected else "several" if fault.others else "one",
            subject=context_of(items),
            about=numbering_keys(x.lang, items, fault.expected),
            note=shown(fault.place, fault.expected),
            notes=tuple(shown(item) for item in items),
            expected=expected(fault),
        )
