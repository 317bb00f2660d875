"""A small report in two languages with an alignment and findings made by hand, so that nothing else changes the tests."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck import pipeline
from citecheck.model.alignment import Alignment, Group
from citecheck.model.citations import Citations
from citecheck.model.decision import Decision, DecisionKind
from citecheck.model.document import Note
from citecheck.model.finding import Finding, Place, Severity
from citecheck.model.job import Job
from citecheck.model.report import Report
from citecheck.model.rule import Rule
from citecheck.model.table import Table
from citecheck.reconcile.desk import furnished
from citecheck.reconcile.passages import with_opposites
from citecheck.reconcile.table import make_table
from citecheck.triage.decisions import Keys, apply, key_of, waived

TEXT = """\
# 1. Les phares

Le phare de Kervan a été bâti en 1839<sup>1</sup>. Sa lampe porte à 22 milles<sup>2</sup>, et son gardien est parti<sup>3</sup>.

## 1.1 Les gardiens

Ils étaient 40 en 1950<sup>4</sup>. Le dernier a tenu un journal<sup>5</sup> que l'on a perdu<sup>6</sup>.

<sup>1</sup> Audic, 2011, p. 4

<sup>2</sup> Audic, 2011, p. 9

<sup>3</sup> Ibid., p. 12

<sup>4</sup> =1+1 Bihan, 2015, p. 30

<sup>5</sup> Bihan, 2015, p. 31 <script>alert("x")</script> & *ibidem*

<sup>6</sup> Ce point reste discuté.

# Bibliographie

1. Audic, J. (2011). *Les phares*. Brest : Le Large.
2. Bihan, M. (2015). *Les gardiens*. Quimper : Le Large.

# 1. The lighthouses

The lighthouse of Kervan was built in 1839.<sup>1</sup> Its lamp is seen from 22 miles, and its keeper has left.<sup>2</sup>

## 1.1 The keepers

There were 40 of them in 1950.<sup>3</sup> The last one kept a diary<sup>4</sup> that was lost.<sup>5</sup> It was found again and sold.<sup>6</sup>

<sup>1</sup> Audic, 2011, p. 4

<sup>2</sup> Audic, 2011, p. 9-12

<sup>3</sup> Bihan, 2015, p. 30

<sup>4</sup> Bihan, 2015, p. 31

<sup>5</sup> The point is disputed.

<sup>6</sup> Audic, 2011, p. 77

# Bibliography

1. Audic, J. (2011). *The Lighthouses*. Brest: Le Large.
2. Bihan, M. (2015). *The Keepers*. Quimper: Le Large.
"""

GROUPS = ((("1",), ("1",)), (("2", "3"), ("2",)), (("4",), ("3",)), (("5",), ("4",)), (("6",), ("5",)), ((), ("6",)))
SECTIONS = ("1", "1", "1.1", "1.1", "1.1", "1.1")
RAN = ("BIL001", "BIL002", "BIL003")

LOCATOR = Rule("BIL003", "locator-differs", Severity.WARNING)
SOURCE = Rule("BIL002", "source-differs", Severity.ERROR)
ALONE = Rule("BIL001", "note-without-counterpart", Severity.WARNING)
ADDRESS = Rule("BIL006", "url-differs", Severity.WARNING)

WORDS = {
    "BIL001": "Note 6 has no counterpart.",
    "BIL002": "=SUM(A1) is not the source of note 4.",
    "BIL003": "Note 2 cites p. 9-12; notes 2 and 3 cite p. 9 and p. 12.",
    "BIL006": "Entry 1 has another <b>address</b>.",
}


def versions(text: str = TEXT) -> tuple[Citations, ...]:
    """The two versions, read as the program reads them."""
    return pipeline.cite(pipeline.load(Job(paths=("-",), stdin=text.encode())))


def alignment(
    text: str = TEXT, groups: Sequence[tuple[Sequence[str], Sequence[str]]] = GROUPS, swap: bool = False
) -> Alignment:
    """The versions with groups made by hand."""
    left, right = versions(text)
    if swap:
        left, right, groups = right, left, [(second, first) for first, second in groups]
    made = [
        Group(tuple(note(left, one) for one in own), tuple(note(right, one) for one in twins), section, 0.9)
        for (own, twins), section in zip(groups, SECTIONS, strict=True)
    ]
    return Alignment(left, right, groups=tuple(made))


def note(version: Citations, note_id: str) -> Note:
    """A note by its id."""
    return next(one for one in version.document.notes if one.note_id == note_id)


def place(version: Citations, note_id: str, part: str = "") -> Place:
    """The place of a note, or of a part of its text."""
    found = note(version, note_id)
    span = found.body
    if part:
        start = span.text.index(part)
        span = span.part(start, start + len(part))
    return Place.of(found, version.lang, span)


def findings(of: Alignment) -> tuple[Finding, ...]:
    """Differences of several sorts: of a merged group, of a source, of a note alone, and of an entry."""
    french, english = sorted((of.left, of.right), key=lambda one: one.lang, reverse=True)
    return (
        LOCATOR.finding(
            place(english, "2", "p. 9-12"),
            "x",
            subject="9-12",
            counterparts=[place(french, "2", "p. 9"), place(french, "3", "p. 12")],
        ),
        SOURCE.finding(place(english, "4"), "x", subject="Bihan", counterparts=[place(french, "5")]),
        ALONE.finding(place(english, "6"), "x", subject="Audic"),
        ADDRESS.finding(Place.of(english.document.entries[0], "en"), "x", subject="url"),
    )


def table(decisions: Sequence[Decision] = (), ran: Sequence[str] = RAN, of: Alignment | None = None) -> Table:
    """The table of all this."""
    applied = apply(of or alignment(), decisions)
    found = waived(findings(applied.alignment), applied.alignment, decisions)
    made = make_table(applied, found, word=lambda one: WORDS[one.code], names=("French", "English"), ran=ran)
    return with_opposites(made, applied.alignment)


def accept(row: int, *codes: str, reason: str = "on purpose", text: str = TEXT) -> Decision:
    """The acceptance of the differences in one row."""
    made = alignment(text)
    key = key_of(made.groups[row], made)
    return Decision(DecisionKind.ACCEPT, key, codes, f"row {row}", reason, "Yann", "2026-11-24")


def pair(left: tuple[str, ...], right: tuple[str, ...]) -> Decision:
    """The pair of these notes of the first version with those of the second."""
    keys = Keys.of(alignment())
    sides = (("fr", left), ("en", right))
    notes = tuple((lang, tuple(keys.of_note[lang, one] for one in own)) for lang, own in sides)
    return Decision(DecisionKind.PAIR, notes, author="Yann", day="2026-11-24")


def desked(decisions: Sequence[Decision] = (), text: str = "", file: str = "citecheck.decisions.toml") -> Table:
    """The table with what it takes to decide about it; ``decisions`` are those of the file of that text."""
    made = table(decisions)
    applied = apply(alignment(), decisions)
    report = Report(findings=findings(applied.alignment), versions=(), rules={})
    return furnished(made, report, applied, decisions, file, text)
