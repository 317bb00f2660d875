"""A block of a bibliography file (BibTeX or CSL-JSON) that cannot be read.

What is lost there cannot be cited: its citations would seem to have no entry. Mostly a brace or a comma is missing, or a
key is used twice.

Wrong: `@book{doe, title = {One}` and no closing brace. Right: `@book{doe, title = {One}}`.

To mend it, correct the block at the line given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.model.document import Document, Unreadable
from citecheck.model.finding import Abstention, Finding, Place, Severity
from citecheck.model.reference import CitationKind
from citecheck.model.rule import Example, Rule, Wording

KEYED = re.compile(r"\s*@\w+\s*[{(]\s*([^\s,{}()]+)\s*,")
"""The key of a block of BibTeX."""

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
    """Every unreadable block of the bibliography file; where keys cite, only those that are cited."""
    keys = {one.target for bracket in x.brackets for one in bracket.citations if one.kind is CitationKind.KEY}
    keys |= {one.target for note in x.notes for one in note.citations if one.kind is CitationKind.KEY}
    for one in x.unreadable:
        if one.what == "bibliography" and _is_cited(one, keys):
            yield RULE.finding(
                Place(one.span, x.lang),
                "broken",
                subject=" ".join(one.span.text.split())[:160],
                reason=one.reason.rstrip(".") + ".",
            )


def _is_cited(block: Unreadable, keys: set[str | None]) -> bool:
    """Whether a block is cited by its key, or nothing tells that it is not."""
    key = KEYED.match(block.span.text)
    return not keys or key is None or key.group(1) in keys
