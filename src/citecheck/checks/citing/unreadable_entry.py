"""A block of a bibliography file (BibTeX, RIS, CSL-JSON …) that cannot be read, or whose key is used before.

What is lost there cannot be cited: its citations would seem to have no entry. Mostly a brace or a comma is missing. Where two
blocks have one key, only the first counts: that is a warning where they are of different sources, since the second cannot be
cited, and an info where they are the same.

Wrong: `@book{doe, title = {One}` and no closing brace. Right: `@book{doe, title = {One}}`.

To mend it, correct the block at the line given, or delete the one that is a copy.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.document import Document, Unreadable
from citecheck.model.finding import Abstention, Finding, Place, Severity
from citecheck.model.phrase import Phrase
from citecheck.model.reference import CitationKind
from citecheck.model.rule import Example, Rule, Wording

SAID = {
    "bibliography": ("broken", Severity.WARNING),
    "repeated": ("twice", Severity.INFO),
    "reused": ("reused", Severity.WARNING),
}
"""The message and the severity by what a block is."""

RULE = Rule(
    code="CIT013",
    name="unreadable-entry",
    severity=Severity.WARNING,
    messages={
        "broken": {
            "en": Wording(
                "This block of the bibliography file cannot be read: {reason}.",
                "Correct it; until then it counts as missing.",
            ),
            "fr": Wording(
                "Ce bloc du fichier bibliographique est illisible : {reason}.",
                "Le corriger ; d'ici là, il compte comme absent.",
            ),
        },
        "twice": {
            "en": Wording(
                "The key of this block is used before, for the same entry: {reason}.", "Delete one of the two blocks."
            ),
            "fr": Wording(
                "La clé de ce bloc a déjà servi, pour la même entrée : {reason}.", "Supprimer l'un des deux blocs."
            ),
        },
        "reused": {
            "en": Wording(
                "The key of this block is used before, for another entry: {reason}.",
                "Give it another key, or delete the block that is wrong.",
            ),
            "fr": Wording(
                "La clé de ce bloc a déjà servi, pour une autre entrée : {reason}.",
                "Lui donner une autre clé, ou supprimer le bloc qui est faux.",
            ),
        },
    },
)

EXAMPLES = (Example("A printed bibliography has no blocks.\n\n## References\n\n- Doe, J. (2019). One.\n"),)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """Every unreadable block of the bibliography file; where keys cite, only those that are cited."""
    keys = {one.target for bracket in x.brackets for one in bracket.citations if one.kind is CitationKind.KEY}
    keys |= {one.target for note in x.notes for one in note.citations if one.kind is CitationKind.KEY}
    for one in x.unreadable:
        if one.what in SAID and _is_cited(one, keys):
            message, severity = SAID[one.what]
            yield RULE.finding(
                Place(one.span, x.lang),
                message,
                subject=" ".join(one.span.text.split())[:160],
                severity=severity,
                reason=Phrase.of("error", text=one.reason),
            )


def _is_cited(block: Unreadable, keys: set[str | None]) -> bool:
    """Whether a block is cited by its key, or nothing tells that it is not."""
    return not keys or not block.key or block.key in keys
