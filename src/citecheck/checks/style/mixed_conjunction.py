"""The last author joined by "&" here and "and" there, or "et al" beside "et al.".

Notes, brackets and running text ("Doe and Roe (2020)") may each have a habit of their own, and style guides ask for that;
each is compared with itself.

Wrong: "Doe & Roe, 2020" in most notes, "Low and Poe, 2021" in one. Right: one form throughout.

To mend it, write all of them in the usual form.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain

from citecheck.checks.style.habits import FEWEST, Use, habit, in_order, told_apart
from citecheck.languages import language
from citecheck.model.citations import Citations
from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Edit, Finding, Fix, Place, Severity
from citecheck.model.order import gathered
from citecheck.model.reference import Citation, CitationKind
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.source import Span

ET_AL = re.compile(r"(?:(?<![*_])[*_]{1,3})?\bet[\s\u00a0]{1,3}al\b\.?[*_]{0,3}\.?")
YEAR = re.compile(r"[,\s(\[\u00a0]{1,4}(?:1[5-9]|20)\d\d(?!\d)")
KINDS = (CitationKind.SHORT, CitationKind.OP_CIT)

RULE = Rule(
    code="STY007",
    name="mixed-conjunction",
    severity=Severity.INFO,
    of_source=False,
    messages={
        "mixed": {
            "en": Wording("“{form}” here, “{usual}” {count} times elsewhere.", "Write “{usual}” throughout."),
            "fr": Wording("« {form} » ici, « {usual} » {count} fois ailleurs.", "Écrire « {usual} » partout."),
        },
        "stopless": {
            "en": Wording(
                "“{form}” here, “{usual}” {count} times elsewhere.",
                "Write one form throughout, best “et al.”: it is an abbreviation.",
            ),
            "fr": Wording(
                "« {form} » ici, « {usual} » {count} fois ailleurs.",
                "N'écrire qu'une forme, de préférence « et al. » : c'est une abréviation.",
            ),
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


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """The forms of "and" and of "et al" between authors, each kind of place for itself."""
    document = x.document
    words = "|".join(re.escape(word) for word in language(x.lang).conjunctions)
    pattern = re.compile(rf"(?<=[\s,])(?:{words})(?=\s)")
    notes = [(citation, Place.of(note, x.lang)) for note in document.notes for citation in note.citations]
    bracketed = gathered(
        (bracket.narrative, (citation, Place.of(bracket, x.lang)))
        for bracket in document.brackets
        for citation in bracket.citations
    )
    cited = [notes, bracketed.get(False, []), bracketed.get(True, [])]
    alone = _bodies(x)
    groups = [list(_conjunctions(group, pattern, alone)) for group in cited]
    if min(len(groups[0]), len(groups[1])) < FEWEST:
        # One use alone shows no habit of its own: it is compared with what brackets and notes have in common.
        groups[:2] = [[*groups[0], *groups[1]]]
    for uses in groups:
        yield from _finding(uses)
    yield from _finding(_et_al(document, chain.from_iterable(cited)))


def _bodies(x: Citations) -> set[Span]:
    """The citations of works that no person wrote. "Trinidad and Tobago" is one author: an entry gives the names of persons in
    parts."""
    works = [(one.citation.span, one.work.reference.authors) for one in x.resolved if one.work is not None]
    return {span for span, authors in works if not any(person.given for person in authors)}


def _conjunctions(
    group: Sequence[tuple[Citation, Place]], pattern: re.Pattern[str], alone: Container[Span]
) -> Iterator[Use]:
    for citation, place in group:
        if citation.span in alone:
            continue
        persons = len(citation.authors) > 1 and not any(person.corporate for person in citation.authors)
        if citation.kind in KINDS and citation.author_span is not None and persons and not citation.et_al:
            matches = list(pattern.finditer(citation.author_span.text))
            if matches:
                span = citation.author_span.part(*matches[-1].span())
                yield Use(span.text, place.within(span))


def _et_al(x: Document, cited: Iterable[tuple[Citation, Place]]) -> list[Use]:
    """The forms of "et al." of citations, and of what looks like one right before a year but could not be read."""
    found: dict[Span, Use] = {}
    for citation, place in cited:
        match = ET_AL.search(citation.span.text) if citation.kind in KINDS and citation.et_al else None
        if match is not None:
            span = citation.span.part(*match.span())
            found[span] = Use(_plain(match[0]), place.within(span))
    texts = [(note.body, Place.of(note, x.lang)) for note in x.notes]
    texts += [(piece, Place(piece, x.lang)) for paragraph in x.paragraphs for piece in paragraph.pieces]
    for body, place in texts:
        text = body.text
        for match in ET_AL.finditer(text) if "et al" in text else ():
            span = body.part(*match.span())
            if YEAR.match(text, match.end()):
                found.setdefault(span, Use(_plain(match[0]), place.within(span)))
    return in_order(found.values(), x)


def _plain(printed: str) -> str:
    """A form of "et al." in which only the stop and the emphasis count."""
    return re.sub(r"([*_])\.$", r".\1", " ".join(printed.split()))


def _finding(uses: Sequence[Use]) -> Iterator[Finding]:
    found = habit(uses)
    if found is None:
        return
    usual = next(use.place.span.text for use in uses if use.form == found.form)
    form, common = told_apart(found.exceptions[0].place.span.text, usual)
    if re.search(r"\bal\b(?!\.)", found.form):
        # To take the stop away from an abbreviation is nothing to advise, whatever the habit.
        yield found.finding(RULE, "stopless", fix=None, form=form, usual=common)
    else:
        fix = Fix(tuple(Edit(one.place.span, usual) for one in found.exceptions))
        yield found.finding(RULE, "mixed", fix=fix, form=form, usual=common)
