"""A source that is cited, in notes or in brackets in the text, and given in full nowhere.

Neither the bibliography nor a whole reference in any note has it, so the reader cannot find it. All citations of one
source are one finding. A misspelt name (CIT003) and a wrong year (CIT004) are findings of their own and not this one.

The rule abstains where the way of citing is unclear: no bibliography and no whole references in the notes, fewer than
three citations that resolve, or more than a third that do not (six or more), for then it is rather their reading. It
abstains from keys that may stand in another bibliography file: where the front matter names one that was not given, or
where all keys of a kind are missing. It says that the source is not in this bibliography, never that it does not exist. What is
cited within a quotation is the quoted author's source, and no matter of this bibliography.

Wrong: a note "Doe, 2020, p. 4" and no entry by Doe. Right: an entry "Doe, J. (2020). …".

To mend it, add the entry, or correct the citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citecheck.checks.citing.keys import Keys
from citecheck.checks.citing.nearest import Nearest, Neighbours
from citecheck.checks.citing.own_year import gives_own_year
from citecheck.checks.citing.quoted import is_quoted
from citecheck.checks.subjects import CLEAR, cited_key, clear_scheme, grouped, mostly, notes_of
from citecheck.likeness.called import source_name
from citecheck.model.citations import Citations, Resolved, Status
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.reading import Scheme
from citecheck.model.reference import Citation, CitationKind
from citecheck.model.rule import Example, Rule, Trust, Wording

KINDS = (CitationKind.SHORT, CitationKind.TITLE, CitationKind.NUMBER, CitationKind.KEY)

RULE = Rule(
    code="CIT001",
    name="missing-entry",
    severity=Severity.ERROR,
    in_pdf=Trust.LIKELY,
    messages={
        "bibliography": {
            "en": Wording(
                "“{source}” is not in the bibliography, and no note gives it in full.",
                "{near} Add the entry of this source, or correct the citation.",
            ),
            "fr": Wording(
                "« {source} » n'est pas dans la bibliographie, et aucune note n'en donne la référence complète.",
                "{near} Ajouter l'entrée de cette source, ou corriger la citation.",
            ),
        },
        "notes": {
            "en": Wording(
                "No note gives “{source}” in full.",
                "{near} Give the whole reference where it is first cited, or correct the citation.",
            ),
            "fr": Wording(
                "Aucune note ne donne la référence complète de « {source} ».",
                "{near} Donner la référence complète à la première citation, ou corriger celle-ci.",
            ),
        },
        "number": {
            "en": Wording(
                "{source} is cited, but the bibliography has no such entry.",
                "{near} Add the entry, or correct the citation.",
            ),
            "fr": Wording(
                "{source} est cité, mais la bibliographie n'a pas cette entrée.",
                "{near} Ajouter l'entrée, ou corriger la citation.",
            ),
        },
    },
    explains=("CIT006", "BIL002", "BIL004"),
)

BIBLIOGRAPHY = (
    "\n\n## References\n\nDoe, J. (2019). One. Press.\n\nRoe, R. (2020). Two. Press.\n\nLow, L. (2021). Three. Press.\n"
)

EXAMPLES = (
    Example(
        "A.<sup>1</sup> B.<sup>2</sup> C.<sup>3</sup> D.<sup>4</sup>\n\n<sup>1</sup> Doe, 2019, p. 1\n\n<sup>2</sup> Roe, 2020\n\n"
        "<sup>3</sup> Low, 2021\n\n<sup>4</sup> Mill, 2018, p. 7" + BIBLIOGRAPHY,
        ("Mill, 2018, p. 7",),
    ),
    Example(
        "A (Doe, 2019). B (Roe, 2020, p. 2). C (Low, 2021). D (Mill, 2018, p. 9)." + BIBLIOGRAPHY, ("Mill, 2018, p. 9",)
    ),
    Example(
        "A [1]. B [2], [3]. C [2]–[9].\n\n## References\n\n[1] A. Doe, *One*. Oslo: Press, 2019.\n\n"
        "[2] B. Roe, *Two*. Oslo: Press, 2020.\n\n[3] C. Poe, *Three*. Oslo: Press, 2021.\n",
        ("9",),
    ),
    Example(
        "A [28]. B [29], [30]. C [5].\n\n## References\n\n[28] A. Doe, *One*. Oslo: Press, 2019.\n\n"
        "[29] B. Roe, *Two*. Oslo: Press, 2020.\n\n[30] C. Poe, *Three*. Oslo: Press, 2021.\n",
    ),
    Example("A (Doe, 2019). B (Roe, 2020, p. 2). C (Low, 2021; Doe, 2019)." + BIBLIOGRAPHY),
    Example("A.<sup>1</sup>\n\n<sup>1</sup> Doe, 2019, p. 1\n"),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Sources that resolve to nothing, each once with all its places."""
    groups, neighbours, keys = grouped(x, Status.MISSING, KINDS), Neighbours(x), Keys(x)
    ends = {_at(one) for group in groups for one in group if not _implied(one)}
    for every in groups:
        # Where the end of a range has no entry, it is what is wrong, and not each number on the way to it.
        group = [one for one in every if not _implied(one) or _at(one) not in ends]
        if not group:
            continue
        citation = group[0].origin.citation
        numbered = citation.kind in (CitationKind.NUMBER, CitationKind.KEY)
        near = neighbours.of(group[0])
        if near.listed or all(is_quoted(x, one) or gives_own_year(one) for one in group):
            continue
        if citation.kind is CitationKind.KEY and not near.named and all(map(keys.is_none, group)):
            continue
        reason = _numbers_unclear(x, citation, keys) if numbered and x.document.entries else clear_scheme(x, group)
        if reason is not None:
            yield RULE.abstains(x.lang, reason)
        else:
            message = "number" if numbered else "bibliography" if x.document.entries else "notes"
            yield _finding(x, group, message, near, keys)


def _numbers_unclear(x: Citations, citation: Citation, keys: Keys) -> str | None:
    """Why numbers and keys without an entry prove nothing; None where they do."""
    if citation.kind is CitationKind.NUMBER and x.reading.scheme is Scheme.KEYS:
        return "mixed-schemes"
    if citation.kind is CitationKind.NUMBER and int(citation.target or 0) < _first_number(x):
        return "part-of-longer-work"
    if citation.kind is CitationKind.KEY and keys.may_be_elsewhere(citation.target or ""):
        return "other-bibliography"
    return "poorly-resolved" if mostly(x.habit.numbers - x.habit.numbers_resolved, x.habit.numbers) else None


def _first_number(x: Citations) -> int:
    """The number with which the bibliography of a part begins, where those before it stand in an earlier part; else 0."""
    numbers = [int(entry.number) for entry in x.document.entries if entry.number and entry.number.isdecimal()]
    return min(numbers) if len(numbers) >= CLEAR and min(numbers) > FAR_START else 0


FAR_START = 3
"""A list whose first number is above this goes on from another one."""


def _at(one: Resolved) -> tuple[str, int]:
    return one.citation.span.source.path, one.citation.span.start


def _implied(one: Resolved) -> bool:
    """Whether a number is cited by a range only: 5 by ``[4]–[6]``."""
    citation = one.citation
    return citation.kind is CitationKind.NUMBER and citation.target not in re.findall(r"\d+", citation.span.text)


def _finding(x: Citations, group: Sequence[Resolved], message: str, near: Nearest, keys: Keys) -> Finding:
    name = source_name(group[0])
    return RULE.finding(
        [Place.of(one, x.lang) for one in group],
        message,
        subject=name,
        about=[cited_key(x.lang, group[0])],
        confidence=Confidence.LIKELY if near.printed else _confidence(x, group, keys),
        source=name,
        near=near.said,
        notes=notes_of(group),
    )


def _confidence(x: Citations, group: Sequence[Resolved], keys: Keys) -> Confidence:
    """Certain, unless its author may be a phrase, its key looks like no other, or nothing but one bracket with a single word
    and a year cites it: that may be an event."""
    if not all(one.certain and one.origin.citation.sure for one in group):
        return Confidence.LIKELY
    citation = group[0].origin.citation
    if citation.kind is CitationKind.KEY and not keys.looks_like_key(citation.target or ""):
        return Confidence.LIKELY
    if citation.kind in (CitationKind.NUMBER, CitationKind.KEY) or any(one.note is not None for one in group):
        return Confidence.CERTAIN
    if x.habit.brackets_resolved < CLEAR:
        return Confidence.LIKELY
    located = any(one.citation.locator is not None for one in group)
    several = len(citation.authors) > 1 or citation.et_al or bool(citation.suffix)
    return Confidence.CERTAIN if located or several else Confidence.LIKELY
