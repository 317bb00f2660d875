"""Some notes end with a full stop, most do not, or the other way round.

Only notes that end with a citation are compared: a comment is a sentence, and an address, a question mark or an abbreviation
at the end says nothing. All departures from the document's habit are one finding.

Wrong: "Doe, 2019, p. 4" in most notes and "Roe, 2020, p. 7." in two. Right: one ending throughout.

To mend it, end all notes alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.style.endings import FEWEST, endings, turned
from citecheck.checks.style.habits import Use, habit
from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Finding, Fix, Place, Severity
from citecheck.model.rule import Example, Rule, Trust, Wording

RULE = Rule(
    code="STY003",
    name="mixed-note-ending",
    severity=Severity.INFO,
    in_pdf=Trust.NONE,
    of_source=False,
    messages={
        "stop": {
            "en": Wording("A full stop ends this note; {count} others have none.", "Take the full stop away."),
            "fr": Wording("Un point termine cette note ; {count} autres n'en ont pas.", "Supprimer le point."),
        },
        "none": {
            "en": Wording("No full stop ends this note; {count} others have one.", "Add the full stop."),
            "fr": Wording("Aucun point ne termine cette note ; {count} autres en ont un.", "Ajouter le point."),
        },
    },
)

HEAD = "A.<sup>1</sup> B.<sup>2</sup> C.<sup>3</sup> D.<sup>4</sup>\n\n<sup>1</sup> Doe, 2019, p. 4\n\n<sup>2</sup> Roe, 2020, p. 5\n\n<sup>3</sup> Low, 2021, p. 6\n\n"

EXAMPLES = (
    Example(HEAD + "<sup>4</sup> Doe, 2019, p. 9.\n", ("Doe, 2019, p. 9.",)),
    Example(HEAD + "<sup>4</sup> Doe, 2019, p. 9\n"),
    Example(HEAD + "<sup>4</sup> Nobody has counted them since.\n"),
)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """The ends of notes."""
    ends = list(endings(x))
    uses = [Use("stop" if stop else "none", Place.of(note, x.lang, note.body)) for note, stop in ends]
    found = habit(uses, FEWEST)
    if found is None:
        return
    first = found.exceptions[0]
    usual = found.form == "stop"
    edits = [edit for note, stop in ends if stop is not usual and (edit := turned(note, usual)) is not None]
    yield RULE.finding(
        [one.place for one in found.exceptions],
        first.form,
        subject=first.form,
        fix=Fix(tuple(edits)) if edits else None,
        count=found.count,
    )
