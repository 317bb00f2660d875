"""Ibid after a note with several sources.

The reader cannot tell which of the sources is meant, or whether all are.

Wrong: "Doe, 2019, p. 4; Roe, 2020, p. 5", then "Ibid." Right: "Roe, 2020, p. 6".

To mend it, write the citation out.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.subjects import number_key
from citecheck.model.citations import Citations
from citecheck.model.finding import Abstention, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="CIT009",
    name="ibid-ambiguous",
    severity=Severity.WARNING,
    messages={
        "several": {
            "en": Wording(
                "“{text}” follows a note with several sources (note {before}).", "Write out which source is meant."
            ),
            "fr": Wording(
                "« {text} » suit une note à plusieurs sources (note {before}).", "Écrire de quelle source il s'agit."
            ),
        },
    },
    explains=("BIL002",),
)

EXAMPLES = (
    Example(
        "A.<sup>1</sup> B.<sup>2</sup>\n\n<sup>1</sup> Doe, 2019, p. 4; Roe, 2020, p. 5\n\n<sup>2</sup> Ibid.\n",
        ("Ibid.",),
    ),
    Example("A.<sup>1</sup> B.<sup>2</sup>\n\n<sup>1</sup> Doe, 2019, p. 4; Doe, 2019, p. 9\n\n<sup>2</sup> Ibid.\n"),
    Example("A.<sup>1</sup> B.<sup>2</sup>\n\n<sup>1</sup> Doe, 2019, p. 4\n\n<sup>2</sup> Ibid.\n"),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Ibids right after several sources; those that follow such an Ibid are not repeated."""
    if not x.document.notes and not x.document.brackets:
        yield RULE.abstains(x.lang, "no-notes")
    for one in x.resolved:
        if not one.ambiguous or one.antecedent is None:
            continue
        note = one.antecedent.note
        related = [Place.of(note, x.lang, note.body)] if note is not None else []
        yield RULE.finding(
            Place.of(one, x.lang),
            "several",
            subject=" ".join(one.citation.span.text.split())
            + " / "
            + (" ".join(note.body.text.split()) if note else ""),
            about=[number_key(x.lang, one.note)] if one.note is not None else (),
            related=related,
            text=" ".join(one.citation.span.text.split()),
            before=note.number if note is not None else "",
        )
