"""A cross-reference to a note that prints another number than the note has.

"See note 12" in Word is a field that keeps the number it printed last. Notes that were added or deleted since then move the note, not the number,
until all fields are updated, and a PDF made before that sends the reader to the wrong note.

Wrong: "see note 12" where the field leads to the note that is now 13. Right: the number of the note that it leads to.

To mend it, select all of the text and of the notes in Word and update the fields (F9).
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks import NEEDS_SOURCE
from citecheck.checks.managers.fields import field_places, is_without_fields, words_of
from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.layout import NOTE_REFERENCE
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="FLD002",
    name="note-reference-stale",
    severity=Severity.WARNING,
    wordless=True,
    messages={
        "stale": {
            "en": Wording(
                "The cross-reference prints “{printed}” and leads to note {target}.",
                "Update the fields of the document (F9).",
            ),
            "fr": Wording(
                "Le renvoi imprime « {printed} » et mène à la note {target}.",
                "Mettre à jour les champs du document (F9).",
            ),
        },
    },
)

EXAMPLES = (Example("A claim.[^1]\n\n[^1]: See note 3.\n"),)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """The fields whose number is not that of their note, each with the note that it is in."""
    if is_without_fields(x):
        yield RULE.abstains(x.lang, NEEDS_SOURCE)
        return
    for field, printed, place in field_places(x):
        if field.manager == NOTE_REFERENCE and words_of(printed).strip("()[]. ") != field.written:
            yield RULE.finding(
                [place],
                "stale",
                subject=f"{words_of(printed)} > {field.written}",
                printed=words_of(printed),
                target=field.written,
            )
