"""The same source with two dates.

One of the bibliographies misleads its readers, and short citations of one version do not resolve in the other. A date that is
only more precise on one side is no difference.

Wrong: "Morvan, J. (2005)" in French, "Morvan, J. (2006)" in English. Right: the same date in both.

To mend it, look the date up, and correct entry and citations.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.bilingual.identified import described_pairs
from citecheck.checks.bilingual.sides import Sides
from citecheck.checks.subjects import entry_key
from citecheck.likeness.called import work_name
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Work
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.reference import Reference
from citecheck.model.rule import Example, Rule, Trust, Wording

RULE = Rule(
    code="BIL007",
    name="date-differs",
    severity=Severity.ERROR,
    in_pdf=Trust.LIKELY,
    messages={
        "differs": {
            "en": Wording(
                "“{source}” is dated {date} here and {other} in the other version.",
                "Look the date up, and give it in both.",
            ),
            "fr": Wording(
                "« {source} » est daté {date} ici et {other} dans l'autre version.",
                "Vérifier la date, et la donner dans les deux.",
            ),
        },
    },
)

START = "# {title}\n\n{text}<sup>1</sup>.\n\n<sup>1</sup> Morvan, {year}, p. 3\n\n## {heading}\n\n1. Morvan, J. ({year}). *Sardines*. https://quai.example/sardines\n\n"
FRENCH = START.format(
    title="Rapport", text="Le port de Brest a doublé, et celui de Lorient a fermé", heading="Bibliographie", year=2005
)
TEXT = "The port of Brest has doubled, and that of Lorient has closed"

EXAMPLES = (
    Example(
        FRENCH + START.format(title="Report", text=TEXT, heading="Bibliography", year=2006),
        ("Morvan, J. (2006). *Sardines*. https://quai.example/sardines",),
        lang=None,
    ),
    Example(FRENCH + START.format(title="Report", text=TEXT, heading="Bibliography", year=2005), lang=None),
)


def check(x: Alignment) -> Iterator[Finding | Abstention]:
    """Pairs of entries, and of whole references in notes, whose dates contradict each other."""
    for pair in x.twins:
        left, right = pair.left.references[0], pair.right.references[0]
        if not _contradict(left, right):
            continue
        yield RULE.finding(
            Place.of(pair.right, x.right.lang, pair.right.body),
            "differs",
            subject=f"{left.date or left.year} > {right.date or right.year} {right.url or ''}",
            about=[entry_key(x.left.lang, pair.left), entry_key(x.right.lang, pair.right)],
            counterparts=[Place.of(pair.left, x.left.lang, pair.left.body)],
            # Without an address that both have, two entries of one author may be two sources.
            confidence=Confidence.CERTAIN if pair.certain else Confidence.LIKELY,
            source=work_name(Work("", right, entry=pair.right)),
            date=_printed(right),
            other=_printed(left),
        )

    sides = Sides.of(x)
    for at, group in enumerate(x.groups):
        for own, twin in described_pairs(x, group):
            if _contradict(own.reference, twin.reference):
                yield RULE.finding(
                    Place.of(twin, x.right.lang),
                    "differs",
                    subject=f"{own.reference.date} > {twin.reference.date} {twin.reference.url or ''}",
                    about=sides.about(at),
                    counterparts=[Place.of(own, x.left.lang)],
                    confidence=Confidence.LIKELY,
                    source=work_name(twin),
                    date=_printed(twin.reference),
                    other=_printed(own.reference),
                )


def _contradict(one: Reference, other: Reference) -> bool:
    if one.year is None or other.year is None:
        return False
    if one.year != other.year or one.suffix != other.suffix:
        return True
    first, second = one.date or "", other.date or ""
    shortest = min(len(first), len(second))
    return shortest >= 4 and first[:shortest] != second[:shortest]


def _printed(reference: Reference) -> str:
    return f"{reference.date or reference.year}{reference.suffix}"
