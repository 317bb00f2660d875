"""Chapters or sections missing in one version, or numbered otherwise.

Cross-references by section number lead the readers of one language to the wrong place, and a missing section is missing
content. Heading levels are not compared: converters lose them. Sections that stand alone on both sides at one place are one.
Where more than a third of the sections (six or more) have no counterpart, one version is a summary of the other: then nothing is
said of those that are missing.

Wrong: French sections 2.1, 2.2, 2.3, English 2.1, 2.3. Right: the same sections under the same numbers.

To mend it, translate the missing section, or renumber.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from citecheck.checks.subjects import mostly, number_key, section_key
from citecheck.languages.folding import fold
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.document import Heading
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.frontmatter import front_title
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="BIL010",
    name="heading-differs",
    severity=Severity.WARNING,
    messages={
        "moved": {
            "en": Wording(
                "“{title}” stands at another place in the other version.", "Put it at the same place in both."
            ),
            "fr": Wording(
                "« {title} » se trouve à un autre endroit dans l'autre version.",
                "La mettre au même endroit dans les deux.",
            ),
        },
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
    explains=("BIL001", "BIL002", "BIL003", "BIL009", "BIL011", "CUR004"),
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
    for pair in x.sections:
        if pair.both is not None:
            yield from _renumbered(x, *pair.both)
    lone = list(x.lone_sections)
    moved = list(_moved(lone, x))
    for one, twin in moved:
        yield RULE.finding(
            Place(twin.span, x.right.lang),
            "moved",
            subject=twin.title,
            about=[*_keys(one, x.left), *_keys(twin, x.right)],
            counterparts=[Place(one.span, x.left.lang)],
            confidence=Confidence.LIKELY,
            title=_titled(twin),
        )
    told = {id(heading) for pair in moved for heading in pair} | _at_one_place(x)
    # The title page of a document with both versions is of neither.
    missing = [
        (version, heading)
        for version, heading in lone
        if id(heading) not in told and fold(heading.title) != fold(front_title(heading.span.source.front))
    ]
    if mostly(len(missing), len(x.left.document.headings) + len(x.right.document.headings)):
        yield RULE.abstains(None, "sections-unanswered")
        return
    for version, heading in missing:
        yield RULE.finding(
            Place(heading.span, version.lang),
            "missing",
            subject=heading.title,
            about=_keys(heading, version),
            confidence=Confidence.LIKELY,
            title=_titled(heading),
        )


def _renumbered(x: Alignment, left: Heading, right: Heading) -> Iterator[Finding]:
    if left.number and right.number and left.number != right.number:
        yield RULE.finding(
            Place(right.span, x.right.lang),
            "number",
            subject=f"{right.title}",
            counterparts=[Place(left.span, x.left.lang)],
            confidence=Confidence.LIKELY,
            title=right.title,
            number=right.number,
            other=left.number,
        )


def _moved(lone: Sequence[tuple[Citations, Heading]], x: Alignment) -> Iterator[tuple[Heading, Heading]]:
    """Sections alone on both sides with one number or one title: the same section at another place."""
    free = [heading for version, heading in lone if version is x.right]
    for version, heading in lone:
        if version is not x.left:
            continue
        for twin in free:
            if (heading.number and heading.number == twin.number) or fold(heading.title) == fold(twin.title):
                free.remove(twin)
                yield heading, twin
                break


def _at_one_place(x: Alignment) -> set[int]:
    """The sections that stand alone on both sides behind the same pair, at the same level and in the same turn: one section
    whose title is translated freely, or stands in the report more than once."""
    paired: dict[int, int] = {}
    for at, pair in enumerate(x.sections):
        paired |= {id(heading): at for heading in pair.both or ()}
    sides = [_places(version.document.headings, paired) for version in (x.left, x.right)]
    common = sides[0].keys() & sides[1].keys()
    return {id(side[place]) for side in sides for place in common}


def _places(headings: Sequence[Heading], paired: Mapping[int, int]) -> dict[tuple[int, int, int], Heading]:
    """The sections without a pair by the pair before them, their level, and how many of that level stand between."""
    places: dict[tuple[int, int, int], Heading] = {}
    before, turns = -1, Counter[int]()
    for heading in headings:
        if id(heading) in paired:
            before, turns = paired[id(heading)], Counter()
        else:
            places[before, heading.level, turns[heading.level]] = heading
            turns[heading.level] += 1
    return places


def _keys(heading: Heading, version: Citations) -> list[str]:
    """The keys of a section and of the notes called in it: what differs there is a consequence."""
    markers = version.document.markers
    first = bisect_left(markers, heading.section, key=lambda marker: marker.section)
    last = bisect_right(markers, heading.section, key=lambda marker: marker.section)
    return [section_key(version.lang, heading.section), *(number_key(version.lang, one) for one in markers[first:last])]


def _titled(heading: Heading) -> str:
    return f"{heading.number} {heading.title}" if heading.number else heading.title
