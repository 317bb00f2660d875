"""Ibid after a note with several sources.

The reader cannot tell which of the sources is meant, or whether all are.

Wrong: "Doe, 2019, p. 4; Roe, 2020, p. 5", then "Ibid." Right: "Roe, 2020, p. 6".

To mend it, write the citation out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from citecheck.checks.subjects import number_key
from citecheck.languages import words
from citecheck.languages.patterns import alternatives, any_of, conjunctions
from citecheck.model.citations import Citations
from citecheck.model.document import Bracket, Note
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
        "bracket": {
            "en": Wording("“{text}” follows a citation of several sources.", "Write out which source is meant."),
            "fr": Wording("« {text} » suit une parenthèse à plusieurs sources.", "Écrire de quelle source il s'agit."),
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


@cache
def _between() -> re.Pattern[str]:
    """What stands between two sources: a semicolon, a full stop, a line of its own, "and", or a phrase such as "see also"."""
    return re.compile(
        rf"[;.]\s|\n\s*\n|\b{conjunctions()}\b|&|\b(?:{alternatives(words('lead_ins'))})(?!\w)|\)\s*\(", re.IGNORECASE
    )


def _several(before: Note | Bracket) -> bool:
    """Whether anything but commas, or the word for a source within another, stands between two citations of a note or a bracket: an
    address, or what else follows a title, belongs to it."""
    whole = before.body if isinstance(before, Note) else before.span
    text = whole.source.text
    return any(
        _between().search(text, max(one.span.end - 1, whole.start), other.span.start) is not None
        and _within().fullmatch(text, one.span.end, other.span.start) is None
        for one, other in pairwise(before.citations)
    )


@cache
def _within() -> re.Pattern[str]:
    """The words for a source within another, with their emphasis: ``in``, ``cited in``."""
    return re.compile(
        rf"[\s,*_]*(?:</?\w{{1,4}}>)?{any_of('in_words', 'cited_in')}(?:</?\w{{1,4}}>)?[\s*_]*", re.IGNORECASE
    )


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Ibids right after several sources; those that follow such an Ibid are not repeated."""
    if not x.document.notes and not x.document.brackets:
        yield RULE.abstains(x.lang, "no-notes")
    for one in x.resolved:
        if not one.ambiguous or one.antecedent is None:
            continue
        note = one.antecedent.note
        before = note or one.antecedent.bracket
        if before is not None and not _several(before):
            continue
        related = [Place.of(note, x.lang, note.body)] if note is not None else []
        yield RULE.finding(
            Place.of(one, x.lang),
            "several" if note is not None else "bracket",
            subject=" ".join(one.citation.span.text.split())
            + " / "
            + (" ".join(note.body.text.split()) if note else ""),
            about=[number_key(x.lang, one.note)] if one.note is not None else (),
            related=related,
            text=" ".join(one.citation.span.text.split()),
            before=note.number if note is not None else "",
        )
