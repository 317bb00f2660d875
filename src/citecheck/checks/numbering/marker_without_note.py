"""A marker whose note does not exist.

The reader looks for the note and finds nothing: the source of the statement cannot be found. Mostly the note was
deleted without its marker, lost in a conversion, or a number was mistyped.

A definition that stands behind other text of its line, among the notes (``Doe, 2020, p. 4 [^5]: Roe, 2021``), is read by nobody as one, and
told here.

Wrong: the text calls note 4, the notes end at 3. Right: every marker has its note.

To mend it, write the note, or take the marker out and renumber.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.checks.subjects import contexts, expected, faults_of, mostly, numbering_keys, places, shown
from citecheck.likeness.labels import bare_label
from citecheck.model.citations import Citations, Fault, FaultKind
from citecheck.model.document import NoteForm
from citecheck.model.finding import Abstention, Edit, Finding, Fix, Severity
from citecheck.model.rule import Example, Rule, Trust, Wording

RULE = Rule(
    code="NUM002",
    name="marker-without-note",
    severity=Severity.ERROR,
    in_pdf=Trust.LIKELY,
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
        "glued": {
            "en": Wording(
                "The definition {label} stands behind other text of its line, so that its note is not read.",
                "Begin a line with it.",
            ),
            "fr": Wording(
                "La définition {label} suit un autre texte sur sa ligne : sa note n'est donc pas lue.",
                "La placer au début d'une ligne.",
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
        "capitals": {
            "en": Wording(
                "The text calls note {note}, the note is {expected}: GitHub passes over the difference of capitals, pandoc and most other programs lose the note.",
                "Write {expected}.",
            ),
            "fr": Wording(
                "Le texte renvoie à la note {note}, mais elle s'appelle {expected} : GitHub ne distingue pas les majuscules, mais pandoc et la plupart des logiciels perdent la note.",
                "Écrire {expected}.",
            ),
        },
        "alike": {
            "en": Wording(
                "The text calls note {note}, which does not exist; the note {expected} differs only in accents or signs.",
                "Write {expected}.",
            ),
            "fr": Wording(
                "Le texte renvoie à la note {note}, qui n'existe pas ; la note {expected} n'en diffère que par des accents ou des signes.",
                "Écrire {expected}.",
            ),
        },
        "turned": {
            "en": Wording(
                "The signs of this marker are turned about: it is a note that says “{word}”, and does not call note {expected}.",
                "Write {expected}.",
            ),
            "fr": Wording(
                "Les signes de cet appel sont inversés : c'est une note qui dit « {word} », et non un appel de la note {expected}.",
                "Écrire {expected}.",
            ),
        },
        "definition": {
            "en": Wording(
                "The text calls note {note}, which does not exist: the signs of its label are turned about ({word}).",
                "Write {note} where the note begins.",
            ),
            "fr": Wording(
                "Le texte renvoie à la note {note}, qui n'existe pas : les signes de son étiquette sont inversés ({word}).",
                "Écrire {note} au début de la note.",
            ),
        },
        "inline": {
            "en": Wording(
                "This is no note, since its signs are turned about: it is printed as it stands.", "Write ^[ for [^."
            ),
            "fr": Wording(
                "Ce n'est pas une note, car ses signes sont inversés : elle s'imprime telle quelle.",
                "Écrire ^[ au lieu de [^.",
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
    Example("One.[^1]\n\n[^1]: Doe, 2020\n\nRoe, 2021, p. 4 [^2]: Moe, 2022\n", ("[^2]",)),
    Example("One.[^Ngrams] Two.[^b]\n\n[^ngrams]: Doe, 2020\n\n[^b]: Roe, 2021\n", ("[^Ngrams]",)),
    Example("One.[^a] Two.[^b] Three.^[a]\n\n[^a]: Doe, 2020\n\n[^b]: Roe, 2021\n", ("^[a]",)),
    Example("One.[^a] Two.[^b]\n\n[^a]: Doe, 2020\n\n^[b]: Roe, 2021\n", ("[^b]",)),
    Example("One.[^a] Two.[^Roe, 2021, p. 4]\n\n[^a]: Doe, 2020\n", ("[^Roe, 2021, p. 4]",)),
    Example("The 13<sup>th</sup> plan covers 40 km<sup>2</sup>.<sup>1</sup>\n\n<sup>1</sup> A\n"),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Markers without a note; neighbours that lost theirs together are one finding."""
    if x.numbering_unclear:
        yield RULE.abstains(x.lang, x.numbering_unclear)
    elif x.document.markers and not x.document.notes:
        yield RULE.abstains(x.lang, "no-notes")
    faults = list(faults_of(x, FaultKind.MARKER_WITHOUT_NOTE))
    unexplained = [fault for fault in faults if _wording(fault) in ("one", "several", "instead")]
    if mostly(sum(1 + len(fault.others) for fault in unexplained), len(x.document.markers)):
        yield RULE.abstains(x.lang, "markers-unanswered")
        faults = [fault for fault in faults if fault not in unexplained]
    context_of = contexts(x.document)
    for fault in faults:
        items = (fault.place, *fault.others)
        yield RULE.finding(
            places(x, items),
            _wording(fault),
            subject=context_of(items),
            about=numbering_keys(x.lang, items, fault.expected),
            severity=None if fault.certain else Severity.WARNING,
            fix=_fix(fault),
            note=shown(fault.place, expected(fault) or _turned_label(fault)),
            notes=tuple(shown(item) for item in items),
            expected=expected(fault),
            word=_turned_label(fault) or fault.expected or "",
            label=fault.place.span.text,
        )


DEFINITION = re.compile(r"[ >]{0,8}\[\^[^\]\[\s]{1,100}\]:")
ABOVE = 2000
"""Characters above a marker among which the definition above it is sought."""


def _is_definition(fault: Fault) -> bool:
    """Whether a marker is the label of a definition behind other text: a colon follows, and the last line above its own that
    is not blank begins with a definition."""
    span = fault.place.span
    above, below = span.source.text[max(0, span.start - ABOVE) : span.start], span.source.text[span.end : span.end + 2]
    if not (span.text.startswith("[^") and above[-1:].isspace() and re.match(r":\s", below)):
        return False
    lines = [line for line in above.split("\n")[:-1] if line.strip()]
    return any(DEFINITION.match(line) for line in lines[-1:])


def _wording(fault: Fault) -> str:
    """Which message says what is wrong."""
    place = fault.place
    if place.form is NoteForm.INLINE:
        return "turned"
    if place.form is NoteForm.LABEL and fault.others:
        return "definition"
    if place.form is NoteForm.LABEL and any(map(str.isspace, place.label)):
        return "inline"
    if not fault.expected:
        return "several" if fault.others else "glued" if _is_definition(fault) else "one"
    if not fault.certain:
        return "capitals"
    return "alike" if bare_label(place.label) == bare_label(fault.expected) else "instead"


def _turned_label(fault: Fault) -> str:
    """The label of a note whose signs are turned about, as it is printed; empty where there is none."""
    labels = (item.span.text for item in fault.others if item.form is NoteForm.INLINE)
    return next(labels, "")


def _fix(fault: Fault) -> Fix | None:
    """The edit that turns the signs of a marker or of a label about, or writes the label as the note has it."""
    match _wording(fault):
        case "turned" | "alike" | "capitals":
            return Fix((Edit(fault.place.span, expected(fault)),), safe=False)
        case "definition":
            return Fix((Edit(fault.others[0].span, f"[^{fault.place.label}]"),), safe=False)
        case "inline":
            return Fix((Edit(fault.place.span, f"^[{fault.place.label}]"),), safe=False)
    return None
