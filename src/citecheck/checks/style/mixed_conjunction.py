"""The last author joined by "&" here and "and" there, or "et al" beside "et al.".

Notes, brackets and running text ("Doe and Roe (2020)") may each have a habit of their own, and style guides ask for that;
each is compared with itself.

Wrong: "Doe & Roe, 2020" in most notes, "Low and Poe, 2021" in one. Right: one form throughout.

To mend it, write all of them in the usual form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citecheck.checks.style.habits import Use, habit
from citecheck.languages import language
from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Finding, Place, Severity
from citecheck.model.reference import Citation, CitationKind
from citecheck.model.rule import Example, Rule, Wording

ET_AL = re.compile(r"[*_]*\bet[\s\u00a0]+al\b\.?[*_]*\.?")
KINDS = (CitationKind.SHORT, CitationKind.OP_CIT)

RULE = Rule(
    code="STY007",
    name="mixed-conjunction",
    severity=Severity.INFO,
    messages={
        "mixed": {
            "en": Wording("“{form}” here, “{usual}” {count} times elsewhere.", "Write “{usual}” throughout."),
            "fr": Wording("« {form} » ici, « {usual} » {count} fois ailleurs.", "Écrire « {usual} » partout."),
        },
    },
)

HEAD = "A.<sup>1</sup> B.<sup>2</sup> C.<sup>3</sup>\n\n<sup>1</sup> Doe & Roe, 2019, p. 4\n\n<sup>2</sup> Low & Poe, 2020, p. 5\n\n"

EXAMPLES = (
    Example(HEAD + "<sup>3</sup> Doe and Roe, 2019, p. 6\n", ("and",)),
    Example(HEAD + "<sup>3</sup> Doe & Roe, 2019, p. 6\n"),
    Example(
        "A.<sup>1</sup> B.<sup>2</sup> C.<sup>3</sup>\n\n<sup>1</sup> Doe et al., 2019\n\n<sup>2</sup> Roe et al., 2020\n\n<sup>3</sup> Doe et al, 2019\n",
        ("et al",),
    ),
)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """The forms of "and" and of "et al" between authors, each kind of place for itself."""
    words = "|".join(re.escape(word) for word in language(x.lang).conjunctions)
    pattern = re.compile(rf"(?<=[\s,])(?:{words})(?=\s)")
    notes = [(citation, Place.of(note, x.lang)) for note in x.notes for citation in note.citations]
    inside = [
        (one, Place.of(bracket, x.lang)) for bracket in x.brackets if not bracket.narrative for one in bracket.citations
    ]
    narrative = [
        (one, Place.of(bracket, x.lang)) for bracket in x.brackets if bracket.narrative for one in bracket.citations
    ]
    for group in (notes, inside, narrative):
        yield from _finding(list(_conjunctions(group, pattern)))
    yield from _finding([use for group in (notes, inside, narrative) for use in _et_al(group)])


def _conjunctions(group: Sequence[tuple[Citation, Place]], pattern: re.Pattern[str]) -> Iterator[Use]:
    for citation, place in group:
        persons = len(citation.authors) > 1 and not any(person.corporate for person in citation.authors)
        if citation.kind in KINDS and citation.author_span is not None and persons and not citation.et_al:
            matches = list(pattern.finditer(citation.author_span.text))
            if matches:
                span = citation.author_span.part(*matches[-1].span())
                yield Use(span.text, place.within(span))


def _et_al(group: Sequence[tuple[Citation, Place]]) -> Iterator[Use]:
    for citation, place in group:
        if citation.kind in KINDS and citation.et_al:
            match = ET_AL.search(citation.span.text)
            if match is not None:
                form = " ".join(match[0].split())
                form = re.sub(r"([*_])\.$", r".\1", form)
                yield Use(form, place.within(citation.span.part(*match.span())))


def _finding(uses: Sequence[Use]) -> Iterator[Finding]:
    found = habit(uses)
    if found is not None:
        first, *rest = found.exceptions
        yield RULE.finding(
            first.place,
            "mixed",
            subject=f"{found.form} / {first.form}",
            related=[one.place for one in rest],
            form=first.form,
            usual=found.form,
            count=found.count,
        )
