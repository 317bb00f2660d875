"""Chapters or sections missing in one version, or numbered otherwise.

Cross-references by section number lead the readers of one language to the wrong place, and a missing section is missing
content. Heading levels are not compared: converters lose them.

Wrong: French sections 2.1, 2.2, 2.3, English 2.1, 2.3. Right: the same sections under the same numbers.

To mend it, translate the missing section, or renumber.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.alignment import Alignment
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="BIL010",
    name="heading-differs",
    severity=Severity.WARNING,
    messages={
        "missing": {
            "en": Wording(
                "The section “{title}” has no counterpart in the other version.", "Translate it, or drop it."
            ),
            "fr": Wording(
                "La section « {title} » n'a pas d'équivalent dans l'autre version.", "La traduire, ou la supprimer."
            ),
        },
        "number": {
            "en": Wording(
                "The section “{title}” is numbered {number} here and {other} in the other version.",
                "Give it the same number in both.",
            ),
            "fr": Wording(
                "La section « {title} » porte le numéro {number} ici et {other} dans l'autre version.",
                "Lui donner le même numéro dans les deux.",
            ),
        },
    },
    explains=("BIL001",),
)

FRENCH = (
    "# 1. Les ports\n\nLe port de Brest a doublé, et celui de Lorient a fermé.\n\n# 2. Les navires de pêche\n\nIls sont moins nombreux.\n\n"
    "# 3. Conclusion générale\n\nLes ports ont changé.\n\n"
)

EXAMPLES = (
    Example(
        FRENCH
        + "# 1. The ports\n\nThe port of Brest has doubled, and that of Lorient has closed.\n\n# 3. General conclusion\n\n"
        "The ports have changed, and that is all.\n",
        ("# 2. Les navires de pêche",),
        lang=None,
    ),
    Example(
        FRENCH
        + "# 1. The ports\n\nThe port of Brest has doubled, and that of Lorient has closed.\n\n# 2. The fishing vessels\n\n"
        "There are fewer of them.\n\n# 3. General conclusion\n\nThe ports have changed, and that is all.\n",
        lang=None,
    ),
)


def check(x: Alignment) -> Iterator[Finding | Abstention]:
    """Sections without a pair, and pairs with different numbers."""
    if x.unrelated:
        yield RULE.abstains(None, x.unrelated)
        return
    for pair in x.sections:
        if pair.left is not None and pair.right is not None:
            if pair.left.number and pair.right.number and pair.left.number != pair.right.number:
                yield RULE.finding(
                    Place(pair.right.span, x.right.lang),
                    "number",
                    subject=f"{pair.right.title}",
                    counterparts=[Place(pair.left.span, x.left.lang)],
                    confidence=Confidence.LIKELY,
                    title=pair.right.title,
                    number=pair.right.number,
                    other=pair.left.number,
                )
            continue
        heading, version = (pair.left, x.left) if pair.left is not None else (pair.right, x.right)
        if heading is not None:
            own = [marker for marker in version.document.markers if marker.section == heading.section]
            yield RULE.finding(
                Place(heading.span, version.lang),
                "missing",
                subject=heading.title,
                about=[f"{version.lang}:number:{one.note_id.rpartition('/')[0]}/{one.label}" for one in own],
                confidence=Confidence.LIKELY,
                title=f"{heading.number} {heading.title}" if heading.number else heading.title,
            )
