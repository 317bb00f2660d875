"""The same source with different persons as authors.

The readers of one language look under the wrong name. Corporate names are not compared: they are translated.

Wrong: "Le Goff, Y. & Tanguy, M." in French, "Le Goff, Y." in English. Right: the same persons in both.

To mend it, look the authors up, and give them in both.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.subjects import entry_key
from citecheck.languages.folding import fold
from citecheck.likeness.called import work_name
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Work
from citecheck.model.document import Entry
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.reference import Reference
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.source import Span

RULE = Rule(
    code="BIL008",
    name="author-differs",
    severity=Severity.WARNING,
    messages={
        "differs": {
            "en": Wording(
                "“{source}” is by {authors} here and by {others} in the other version.",
                "Look the authors up, and give them in both.",
            ),
            "fr": Wording(
                "« {source} » est de {authors} ici et de {others} dans l'autre version.",
                "Vérifier les auteurs, et les donner dans les deux.",
            ),
        },
    },
)

START = "# {title}\n\n{text}<sup>1</sup>.\n\n<sup>1</sup> {cited}, 2005, p. 3\n\n## {heading}\n\n1. {authors} (2005). *Sardines*. https://quai.example/sardines\n\n"
FRENCH = START.format(
    title="Rapport",
    text="Le port de Brest a doublé, et celui de Lorient a fermé",
    heading="Bibliographie",
    cited="Le Goff & Tanguy",
    authors="Le Goff, Y. & Tanguy, M.",
)
TEXT = "The port of Brest has doubled, and that of Lorient has closed"

EXAMPLES = (
    Example(
        FRENCH
        + START.format(title="Report", text=TEXT, heading="Bibliography", cited="Le Goff", authors="Le Goff, Y."),
        ("Le Goff, Y.",),
        lang=None,
    ),
    Example(
        FRENCH
        + START.format(
            title="Report",
            text=TEXT,
            heading="Bibliography",
            cited="Le Goff & Tanguy",
            authors="Le Goff, Y. & Tanguy, M.",
        ),
        lang=None,
    ),
)


def check(x: Alignment) -> Iterator[Finding | Abstention]:
    """Pairs of entries with other persons as authors."""
    for pair in x.twins:
        left, right = pair.left.references[0], pair.right.references[0]
        authors, others = _persons(right), _persons(left)
        if not authors or not others or list(map(fold, authors)) == list(map(fold, others)):
            continue
        yield RULE.finding(
            Place.of(pair.right, x.right.lang, _span(pair.right, right)),
            "differs",
            subject=f"{'/'.join(others)} > {'/'.join(authors)}",
            about=[entry_key(x.left.lang, pair.left), entry_key(x.right.lang, pair.right)],
            counterparts=[Place.of(pair.left, x.left.lang, _span(pair.left, left))],
            confidence=Confidence.CERTAIN if pair.certain else Confidence.LIKELY,
            source=work_name(Work("", right, entry=pair.right)),
            authors=tuple(authors),
            others=tuple(others),
        )


def _persons(reference: Reference) -> list[str]:
    """The family names of a reference that names all its authors, and only persons; none where it does not."""
    names = [person.family for person in reference.authors if person.given]
    return names if len(names) == len(reference.authors) and not reference.et_al else []


def _span(entry: Entry, reference: Reference) -> Span:
    return reference.author_span or entry.body
