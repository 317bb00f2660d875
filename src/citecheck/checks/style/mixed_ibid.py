"""Ibid written in several ways.

"Ibid" beside "Ibid." looks careless, and who searches the report for one of them misses the other. The usual form is the
document's own; all departures from it are one finding. A stop that also ends the note is no evidence where notes end with
one.

Wrong: "*Ibid.*, p. 4" nineteen times and "Ibid, p. 9" once. Right: one form throughout.

To mend it, write them all in the usual form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.checks.style.endings import ends_with_stop
from citecheck.checks.style.habits import Use, habit, told_apart
from citecheck.languages import language
from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Edit, Finding, Fix, Place, Severity
from citecheck.model.reference import CitationKind
from citecheck.model.rule import Example, Rule, Wording

ITALICS = 3
"""Marks of italics and bold type at most."""

RULE = Rule(
    code="STY001",
    name="mixed-ibid",
    severity=Severity.INFO,
    of_source=False,
    messages={
        "mixed": {
            "en": Wording("“{form}” here, “{usual}” {count} times elsewhere.", "Write “{usual}” throughout."),
            "fr": Wording("« {form} » ici, « {usual} » {count} fois ailleurs.", "Écrire « {usual} » partout."),
        },
    },
)

HEAD = "A.<sup>1</sup> B.<sup>2</sup> C.<sup>3</sup> D.<sup>4</sup>\n\n<sup>1</sup> Doe, 2019, p. 4\n\n<sup>2</sup> Ibid., p. 5\n\n"

EXAMPLES = (
    Example(HEAD + "<sup>3</sup> Ibid., p. 6\n\n<sup>4</sup> Ibid, p. 7\n", ("Ibid",)),
    Example(HEAD + "<sup>3</sup> Ibid., p. 6\n\n<sup>4</sup> Ibid., p. 7\n"),
    Example(HEAD.replace("Ibid.", "*Ibid.*") + "<sup>3</sup> *Ibid.*, p. 6\n\n<sup>4</sup> *Ibid.* Doe insists.\n"),
)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """The forms of Ibid in notes."""
    uses = list(_uses(x))
    found = habit(uses)
    if found is not None:
        usual = next(use.place.span.text for use in uses if use.form == found.form)
        fix = Fix(tuple(Edit(one.place.span, _cased(usual, one.place.span.text)) for one in found.exceptions))
        form, common = told_apart(found.exceptions[0].place.span.text, usual)
        yield found.finding(RULE, "mixed", fix=fix, form=form, usual=common)


def _uses(x: Document) -> Iterator[Use]:
    words = sorted(language(x.lang).ibid, key=len, reverse=True)
    pattern = re.compile(rf"[*_]{{0,3}}(?:{'|'.join(map(re.escape, words))})\.?[*_]{{0,3}}\.?", re.IGNORECASE)
    stops = ends_with_stop(x)
    for note in x.notes:
        for citation in (one for one in note.citations if one.kind is CitationKind.IBID):
            # The marks of italics may stand outside of the citation.
            body, start = note.body, citation.span.start - note.body.start
            match = pattern.search(body.text, max(0, start - ITALICS), citation.span.end - body.start + ITALICS)
            stopped = match is not None and match.end() >= body.end - body.start and match[0].endswith(".")
            if match is not None and (not stopped or stops is False):
                yield Use(match[0].lower(), Place.of(note, x.lang, body.part(*match.span())))


def _cased(usual: str, printed: str) -> str:
    """The usual form, with a capital where the one printed has it."""
    capital = any(char.isupper() for char in printed)
    at = next((index for index, char in enumerate(usual) if char.isalpha()), 0)
    return usual[:at] + (usual[at].upper() if capital else usual[at].lower()) + usual[at + 1 :]
