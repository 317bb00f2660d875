"""A note that no marker in the text calls.

The reader never gets to the note, and the statement that it supports stands without its source. Mostly the marker was
lost when the sentence was rewritten, or its number was mistyped.

Wrong: notes 1 to 3, but the text calls only 1 and 3. Right: the text calls every note once.

To mend it, put the marker back where the note belongs, or delete the note and renumber.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.subjects import contexts, faults_of, mostly, numbering_keys, places, shown
from citecheck.model.citations import Citations, FaultKind
from citecheck.model.document import Marker, Note, NoteForm
from citecheck.model.finding import Abstention, Edit, Finding, Fix, Severity
from citecheck.model.rule import Example, Rule, Trust, Wording

RULE = Rule(
    code="NUM001",
    name="note-without-marker",
    severity=Severity.ERROR,
    in_pdf=Trust.LIKELY,
    wordless=True,
    messages={
        "one": {
            "en": Wording(
                "No marker in the text calls note {note}.", "Put its marker back in the text, or delete the note."
            ),
            "fr": Wording(
                "Aucun appel dans le texte ne renvoie à la note {note}.",
                "Remettre l'appel dans le texte, ou supprimer la note.",
            ),
        },
        "several": {
            "en": Wording(
                "No marker in the text calls notes {notes}: a passage with its markers may be missing.",
                "Put the markers back in the text, or delete the notes.",
            ),
            "fr": Wording(
                "Aucun appel dans le texte ne renvoie aux notes {notes} : un passage et ses appels manquent peut-être.",
                "Remettre les appels dans le texte, ou supprimer les notes.",
            ),
        },
        "turned": {
            "en": Wording(
                "No marker in the text calls note {note}: the signs of its marker are turned about ({word}), so that this is a note of its own.",
                "Write {marker} in the text.",
            ),
            "fr": Wording(
                "Aucun appel dans le texte ne renvoie à la note {note} : les signes de son appel sont inversés ({word}), ce qui en fait une note à part.",
                "Écrire {marker} dans le texte.",
            ),
        },
    },
    explains=("NUM005", "NUM006", "BIL001", "BIL002", "BIL003", "BIL011"),
)

EXAMPLES = (
    Example(
        "One.<sup>1</sup> Two. Three.<sup>3</sup>\n\n<sup>1</sup> A\n\n<sup>2</sup> B\n\n<sup>3</sup> C\n",
        ("<sup>2</sup>",),
    ),
    Example("One.[^a] Two.\n\n[^a]: Doe, 2020\n\n[^b]: Roe, 2021\n", ("[^b]",)),
    Example("One.[^a] Two.^[b]\n\n[^a]: Doe, 2020\n\n[^b]: Roe, 2021\n", ("[^b]",)),
    Example("One.<sup>1</sup> Two.<sup>2</sup>\n\n<sup>1</sup> A\n\n<sup>2</sup> B\n"),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Notes without a marker; neighbours that lost theirs together are one finding."""
    if mostly(x.reading.called.all - x.reading.called.good, x.reading.called.all):
        yield RULE.abstains(x.lang, "no-markers" if not x.document.markers else "notes-uncalled")
        return
    if x.numbering_unclear:
        yield RULE.abstains(x.lang, x.numbering_unclear)
    elif x.document.notes and not x.document.markers:
        yield RULE.abstains(x.lang, "no-markers")
    context_of = contexts(x.document)
    for fault in faults_of(x, FaultKind.NOTE_WITHOUT_MARKER):
        items = (fault.place, *fault.others)
        if all(map(_is_called_unread, items)):
            continue
        turned = [item for item in fault.others if item.form is NoteForm.INLINE]
        marker = f"[^{fault.place.label}]"
        yield RULE.finding(
            places(x, items),
            "turned" if turned else "several" if fault.others else "one",
            subject=context_of(items),
            about=numbering_keys(x.lang, items),
            note=shown(fault.place),
            notes=tuple(shown(item) for item in items),
            fix=Fix((Edit(turned[0].span, marker),), safe=False) if turned else None,
            word=turned[0].span.text if turned else "",
            marker=marker,
        )


def _is_called_unread(item: Marker | Note) -> bool:
    """Whether the call of a note stands where it was not read: in a box of another program, or in the title of the front
    matter."""
    sign, source = f"[^{item.label}]", item.span.source
    return item.form is NoteForm.LABEL and (source.text.count(sign) > 1 or sign in source.front)
