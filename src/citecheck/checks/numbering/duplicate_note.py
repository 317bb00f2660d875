"""One number defined twice.

Two notes bear one number, so the reader cannot tell which one a marker means, and renderers drop one of them without a
word. Mostly a note was pasted in without renumbering.

Wrong: notes 1, 2, 2, 3. Right: notes 1, 2, 3, 4.

To mend it, renumber, or delete the note that is not needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.subjects import contexts, expected, faults_of, numbering_keys, places, shown
from citecheck.model.citations import Citations, FaultKind
from citecheck.model.document import Note
from citecheck.model.finding import Abstention, Edit, Finding, Fix, Severity
from citecheck.model.rule import Example, Rule, Trust, Wording

RULE = Rule(
    code="NUM004",
    name="duplicate-note",
    severity=Severity.ERROR,
    in_pdf=Trust.LIKELY,
    wordless=True,
    messages={
        "twice": {
            "en": Wording(
                "Two notes are numbered {note}.", "Renumber the second one, or delete the one that is not needed."
            ),
            "fr": Wording(
                "Deux notes portent le numéro {note}.", "Renuméroter la seconde, ou supprimer celle qui est de trop."
            ),
        },
        "instead": {
            "en": Wording(
                "Two notes are numbered {note}; this one stands where note {expected} is expected, which the text calls.",
                "Correct the number to {expected}.",
            ),
            "fr": Wording(
                "Deux notes portent le numéro {note} ; celle-ci est à la place de la note {expected}, que le texte appelle.",
                "Corriger le numéro en {expected}.",
            ),
        },
    },
    explains=("NUM001", "NUM002", "NUM005", "CIT008", "BIL001", "BIL002", "BIL003", "BIL011"),
)

EXAMPLES = (
    Example(
        "One.<sup>1</sup> Two.<sup>2</sup>\n\n<sup>1</sup> A\n\n<sup>2</sup> B\n\n<sup>2</sup> C\n", ("<sup>2</sup>",)
    ),
    Example(
        "One.<sup>1</sup> Two.<sup>2</sup> Three.<sup>3</sup>\n\n<sup>1</sup> A\n\n<sup>2</sup> B\n\n<sup>2</sup> C\n",
        ("<sup>2</sup>",),
    ),
    Example("One.[^a]\n\n[^a]: Doe, 2020\n\n[^a]: Roe, 2021\n", ("[^a]",)),
    Example("One.<sup>1</sup> Two.<sup>2</sup>\n\n<sup>1</sup> A\n\n<sup>2</sup> B\n"),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Notes of a number that another note has too."""
    if x.numbering_unclear:
        yield RULE.abstains(x.lang, x.numbering_unclear)
    context_of = contexts(x.document)
    for fault in faults_of(x, FaultKind.DUPLICATE_NOTE):
        fix = None
        if fault.expected and isinstance(fault.place, Note):
            span = fault.place.label_span
            fix = Fix((Edit(span, span.text.replace(fault.place.label, fault.expected)),), safe=False)
        yield RULE.finding(
            places(x, (fault.place, *fault.others)),
            "instead" if fault.expected else "twice",
            subject=context_of((fault.place,)),
            about=numbering_keys(x.lang, (fault.place,), fault.expected),
            fix=fix,
            note=shown(fault.place, fault.expected),
            expected=expected(fault),
        )
