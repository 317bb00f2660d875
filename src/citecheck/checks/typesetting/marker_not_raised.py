"""A marker of a PDF that is printed like the text around it.

A marker is raised, or small, or stands in brackets. Where its shape is lost, in a heading, in italics or when text was pasted, the reader sees a
word with figures at its end. It is told by the note of that number, which nothing else calls, and by the markers before and behind it.

Wrong: "as the committee wrote12", where the other markers are raised. Right: "as the committee wrote¹²".

To mend it, raise the marker where the PDF was made.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks import NEEDS_SOURCE
from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="FMT001",
    name="marker-not-raised",
    severity=Severity.WARNING,
    wordless=True,
    of_source=False,
    messages={
        "flat": {
            "en": Wording("The marker {note} is printed like the text around it.", "Raise it."),
            "fr": Wording("L'appel de note {note} est imprimé comme le texte qui l'entoure.", "Le mettre en exposant."),
        },
    },
)

EXAMPLES = (Example("A claim.[^1]\n\n[^1]: Doe, *The ports*, 18-19.\n"),)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """The markers that are not raised."""
    if x.sparse and any(source.is_paged for source in x.sources):
        yield RULE.abstains(x.lang, NEEDS_SOURCE)
        return
    flat = {(source.path, offset) for source in x.sources for offset in source.flat}
    for marker in x.markers if flat else ():
        if (marker.span.source.path, marker.span.start) in flat:
            yield RULE.finding(
                Place.of(marker, x.lang),
                "flat",
                subject=f"marker {marker.note_id}",
                confidence=Confidence.LIKELY,
                note=marker.number,
            )
