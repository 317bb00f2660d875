"""Markers that do not ascend in reading order.

The reader who follows the text meets a number that is lower than the one before. Mostly a passage was moved without
renumbering, or two numbers were swapped. In tables and captions it is a warning: converters move those about.

Wrong: markers 4, 6, 5, 7. Right: markers 4, 5, 6, 7.

To mend it, renumber markers and notes in the order of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citecheck.checks.subjects import contexts, faults_of, near_key, number_key, places, shown
from citecheck.model.citations import Citations, FaultKind
from citecheck.model.document import Marker, Note
from citecheck.model.finding import Abstention, Confidence, Finding, Severity
from citecheck.model.rule import Example, Rule, Trust, Wording

RULE = Rule(
    code="NUM006",
    name="marker-out-of-order",
    severity=Severity.ERROR,
    in_pdf=Trust.LIKELY,
    wordless=True,
    messages={
        "one": {
            "en": Wording("Marker {note} stands out of order.", "Renumber markers and notes in the order of the text."),
            "fr": Wording(
                "L'appel {note} n'est pas à sa place dans la suite.",
                "Renuméroter appels et notes dans l'ordre du texte.",
            ),
        },
        "several": {
            "en": Wording(
                "Markers {notes} stand out of order.", "Renumber markers and notes in the order of the text."
            ),
            "fr": Wording(
                "Les appels {notes} ne sont pas à leur place dans la suite.",
                "Renuméroter appels et notes dans l'ordre du texte.",
            ),
        },
    },
    explains=("BIL001", "BIL002", "BIL003", "BIL011"),
)

EXAMPLES = (
    Example(
        "One.<sup>1</sup> Three.<sup>3</sup> Two.<sup>2</sup> Four.<sup>4</sup>\n\n"
        "<sup>1</sup> A\n\n<sup>2</sup> B\n\n<sup>3</sup> C\n\n<sup>4</sup> D\n",
        ("<sup>3</sup>",),
    ),
    Example("One.<sup>1</sup> Two.<sup>2</sup>\n\n<sup>1</sup> A\n\n<sup>2</sup> B\n"),
    Example("One.[^b] Two.[^a]\n\n[^a]: Doe, 2020\n\n[^b]: Roe, 2021\n"),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Markers outside the longest ascending sequence; neighbours that moved together are one finding."""
    if x.numbering_unclear:
        yield RULE.abstains(x.lang, x.numbering_unclear)
    context_of = contexts(x.document)
    for fault in faults_of(x, FaultKind.OUT_OF_ORDER):
        items = (fault.place, *fault.others)
        yield RULE.finding(
            places(x, items),
            "several" if fault.others else "one",
            subject=context_of(items),
            about=[*(number_key(x.lang, item) for item in items), *_around(x.lang, items)],
            confidence=Confidence.CERTAIN if fault.certain else Confidence.LIKELY,
            note=shown(fault.place),
            notes=tuple(shown(item) for item in items),
        )


def _around(lang: str, items: Sequence[Marker | Note]) -> Iterator[str]:
    """The keys of the text around the markers and around those that they changed places with."""
    for item in items:
        number = int(item.label)
        yield from (near_key(lang, item, str(near)) for near in (number - 1, number, number + 1))
