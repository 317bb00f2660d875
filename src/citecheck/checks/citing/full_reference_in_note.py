"""A source that a note gives in full and the bibliography lacks.

The reader who looks for the source in the bibliography does not find it. One finding for each source, with every short
citation of it. The rule abstains where there is no bibliography, and where whole references in notes are the document's habit,
unless the bibliography has nearly all of them too: then what it lacks was forgotten.

Wrong: a note "Roe, R. (2020). Title. Press." and no such entry. Right: an entry, and a note "Roe, 2020".

To mend it, add the entry, and shorten the note.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.subjects import instead_key, source_subject, work_key
from citecheck.likeness.called import work_name
from citecheck.model.citations import Citations
from citecheck.model.finding import Abstention, Finding, Place, Severity
from citecheck.model.reference import CitationKind
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="CIT006",
    name="full-reference-in-note",
    severity=Severity.INFO,
    messages={
        "full": {
            "en": Wording(
                "“{source}” is given in full here, and the bibliography lacks it.",
                "Add an entry, and shorten the note.",
            ),
            "fr": Wording(
                "« {source} » est donné en entier ici et manque à la bibliographie.",
                "Ajouter une entrée, et abréger la note.",
            ),
        },
    },
)

MANY, SHARE = 8, 4
"""Sources of the notes that the bibliography has from which on it is meant to have them all, and how many for each that it lacks."""

REST = "## References\n\nDoe, J. (2019). One.\n\nLow, L. (2021). Three.\n"

EXAMPLES = (
    Example(
        "A.<sup>1</sup> B.<sup>2</sup>\n\n<sup>1</sup> Doe, 2019\n\n<sup>2</sup> Roe, R. (2020). A long title. Good Press.\n\n"
        + REST,
        ("Roe, R. (2020). A long title. Good Press.",),
    ),
    Example("A.<sup>1</sup> B.<sup>2</sup>\n\n<sup>1</sup> Doe, 2019\n\n<sup>2</sup> Low, 2021, p. 3\n\n" + REST),
    Example("A.<sup>1</sup>\n\n<sup>1</sup> Roe, R. (2020). A long title. Good Press.\n"),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Whole references in notes that are no entries."""
    if not x.document.entries:
        yield RULE.abstains(x.lang, "no-bibliography")
        return
    if x.habit.full_notes and not _lists_all(x):
        yield RULE.abstains(x.lang, "full-notes-habit")
        return
    for work in x.works:
        if work.entry is not None or work.note is None:
            continue
        citing = [one for one in x.resolved if one.work is work and one.citation.reference is not work.reference]
        yield RULE.finding(
            Place.of(work.note, x.lang, work.reference.span),
            "full",
            subject=source_subject(work),
            about=[work_key(x.lang, work)],
            # Which source a note means is settled first; what is cited elsewhere too is meant.
            because=[] if citing else [instead_key(x.lang, work)],
            related=[Place.of(one, x.lang) for one in citing],
            source=work_name(work),
        )


def _lists_all(x: Citations) -> bool:
    """Whether the bibliography has nearly all sources that the notes give in full."""
    given = {one.work.key: one.work for one in x.resolved if one.citation.kind is CitationKind.FULL and one.work}
    lacking = sum(work.entry is None for work in given.values())
    return len(given) - lacking >= max(MANY, SHARE * lacking)
