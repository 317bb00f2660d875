"""A block of a bibliography file (BibTeX or CSL-JSON) that cannot be read.

What is lost there cannot be cited: its citations would seem to have no entry. Mostly a brace or a comma is missing, or a
key is used twice.

Wrong: `@book{doe, title = {One}` and no closing brace. Right: `@book{doe, title = {One}}`.

To mend it, correct the block at the line given.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="CIT013",
    name="unreadable-entry",
    severity=Severity.WARNING,
    messages={
        "broken": {
            "en": Wording(
                "This block of the bibliography file cannot be read: {reason}",
                "Correct it; until then it counts as missing.",
            ),
            "fr": Wording(
                "Ce bloc du fichier bibliographique est illisible : {reason}",
                "Le corriger ; d'ici là, il compte comme absent.",
            ),
        },
    },
)

EXAMPLES = (Example("A printed bibliography has no blocks.\n\n## References\n\n- Doe, J. (2019). One.\n"),)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """Every unreadable block of the bibliography file."""
    for one in x.unreadable:
        if one.what == "bibliography":
            yield RULE.finding(
                Place(one.span, x.lang),
                "broken",
                subject=" ".join(one.span.text.split())[:160],
                reason=one.reason.rstrip(".") + ".",
            )
