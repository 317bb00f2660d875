"""A reference manager's field whose printed text is not what the manager wrote.

Zotero, Mendeley and EndNote keep what they printed in a field of the Word document, beside its sources. A page that was added by hand, or a
number that was written out, is not in the manager: the next refresh overwrites it, and then it is gone. Blanks do not count.

Wrong: "Doe, The ports, 18-19." where Zotero wrote "Doe, The ports." Right: the pages as the citation's locator in Zotero.

To mend it, open the citation in the manager and enter there what was added, or take the field out (unlink it) if it shall stay as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks import NEEDS_SOURCE
from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Finding, Place, Severity
from citecheck.model.printed import plain
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.source import Managed, Source, Span

RULE = Rule(
    code="FLD001",
    name="field-edited",
    severity=Severity.WARNING,
    wordless=True,
    messages={
        "edited": {
            "en": Wording(
                "The text of this {manager} field was changed by hand: {manager} wrote “{written}”.",
                "Enter the change in {manager}; its next refresh overwrites what is printed here.",
            ),
            "fr": Wording(
                "Le texte de ce champ {manager} a été modifié à la main : {manager} avait écrit « {written} ».",
                "Faire la modification dans {manager} ; son prochain rafraîchissement écrase ce qui est imprimé ici.",
            ),
        },
    },
)

EXAMPLES = (Example("A claim.[^1]\n\n[^1]: Doe, *The ports*, 18-19.\n"),)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """The fields whose text differs, each with the note that it is in."""
    if x.sparse and any(source.anchors and not source.is_lined for source in x.sources):
        yield RULE.abstains(x.lang, NEEDS_SOURCE)
        return
    for source in x.sources:
        for field in source.fields:
            span = Span(source, field.start, field.end)
            if _differs(source, field) and (place := _place(x, span)) is not None:
                yield RULE.finding(
                    [place],
                    "edited",
                    subject=f"{field.manager} {_words(field.written)}",
                    manager=field.manager,
                    written=_words(field.written),
                )


def _differs(source: Source, field: Managed) -> bool:
    """Whether what is printed in a field is not what its manager wrote."""
    return _words(plain(source.text[field.start : field.end], source)) != _words(field.written)


def _words(text: str) -> str:
    return " ".join(text.split())


def _place(x: Document, span: Span) -> Place | None:
    """The place of a field: in its note, or in the text; None where it is in the text of another version."""
    for note in x.notes:
        if note.span.holds(span):
            return Place.of(note, x.lang, span)
    for entry in x.entries:
        if entry.span.holds(span):
            return Place.of(entry, x.lang, span)
    pieces = (piece for paragraph in x.paragraphs for piece in paragraph.pieces)
    return Place(span, x.lang) if any(piece.touches(span) for piece in pieces) else None
