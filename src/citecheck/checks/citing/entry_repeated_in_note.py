"""A whole reference in a note although the bibliography has the entry.

It takes space, and two descriptions of one source drift apart. The rule abstains where whole references in notes are the
document's habit.

Wrong: a note "Roe, R. (2020). Title. Press." beside an entry for the same. Right: a note "Roe, 2020".

To mend it, shorten the note to a short citation.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.subjects import source_subject, work_key
from citecheck.likeness.called import work_name
from citecheck.model.citations import Citations
from citecheck.model.finding import Abstention, Finding, Place, Severity
from citecheck.model.order import gathered
from citecheck.model.reference import CitationKind
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="CIT007",
    name="entry-repeated-in-note",
    severity=Severity.INFO,
    messages={
        "repeated": {
            "en": Wording(
                "This note gives “{source}” in full although the bibliography has it.",
                "Shorten it to a short citation.",
            ),
            "fr": Wording(
                "Cette note donne « {source} » en entier alors que la bibliographie l'a.",
                "L'abréger en citation courte.",
            ),
        },
        "numbered": {
            "en": Wording(
                "This note gives “{source}” in full although it is entry {entry}.", "Shorten it to a short citation."
            ),
            "fr": Wording(
                "Cette note donne « {source} » en entier alors que c'est l'entrée {entry}.",
                "L'abréger en citation courte.",
            ),
        },
    },
)

REST = "## References\n\nDoe, J. (2019). One.\n\nRoe, R. (2020). A long title. Good Press.\n"

EXAMPLES = (
    Example(
        "A.<sup>1</sup> B.<sup>2</sup>\n\n<sup>1</sup> Doe, 2019\n\n<sup>2</sup> Roe, R. (2020). A long title. Good Press.\n\n"
        + REST,
        ("Roe, R. (2020). A long title. Good Press.",),
    ),
    Example("A.<sup>1</sup> B.<sup>2</sup>\n\n<sup>1</sup> Doe, 2019\n\n<sup>2</sup> Roe, 2020, p. 3\n\n" + REST),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Whole references in notes that are entries too, each source once with all its places."""
    if not x.document.entries:
        yield RULE.abstains(x.lang, "no-bibliography")
        return
    if x.habit.full_notes:
        yield RULE.abstains(x.lang, "full-notes-habit")
        return
    whole = [(one.work, one) for one in x.resolved if one.citation.kind is CitationKind.FULL and one.work is not None]
    for group in gathered(
        (work.key, (work, work.entry, one)) for work, one in whole if work.entry is not None
    ).values():
        work, entry, _ = group[0]
        yield RULE.finding(
            [Place.of(one, x.lang) for *_, one in group],
            "numbered" if entry.number else "repeated",
            subject=source_subject(work),
            about=[work_key(x.lang, work)],
            related=[Place.of(entry, x.lang)],
            source=work_name(work),
            entry=entry.number or "",
        )
