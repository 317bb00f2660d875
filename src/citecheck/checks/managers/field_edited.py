"""A reference manager's field whose printed text is not what the manager wrote.

Zotero, Mendeley and EndNote keep what they printed in a field of the Word document, beside its sources. A page that was added by hand, or a
number that was written out, is not in the manager: the next refresh overwrites it, and then it is gone. Blanks do not count.

Wrong: "Doe, The ports, 18-19." where Zotero wrote "Doe, The ports." Right: the pages as the citation's locator in Zotero.

To mend it, open the citation in the manager and enter there what was added, or take the field out (unlink it) if it shall stay as it is.
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
    if is_without_fields(x):
        yield RULE.abstains(x.lang, NEEDS_SOURCE)
        return
    for field, printed, place in field_places(x):
        if field.manager != NOTE_REFERENCE and words_of(printed) != words_of(field.written):
            yield RULE.finding(
                [place],
                "edited",
                subject=f"{field.manager} {words_of(field.written)}",
                manager=field.manager,
                written=words_of(field.written),
            )
