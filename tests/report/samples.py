"""A report made by hand: two languages in one file, with findings of every sort."""

from __future__ import annotations

from msgspec.structs import replace

from citecheck.model.citations import Citations, Resolved, Status, Work
from citecheck.model.document import BlockKind, Document, Entry, Heading, Marker, Note, NoteForm, Unreadable, Url
from citecheck.model.evidence import Crash, Skipped, Verdict
from citecheck.model.finding import Abstention, Confidence, Edit, Finding, Fix, Place, Severity, State
from citecheck.model.reading import Reading, Tally
from citecheck.model.reference import Citation, CitationKind, Person, Reference
from citecheck.model.report import Report
from citecheck.model.rule import Rule, Wording
from citecheck.model.source import Source, Span
from tests.triage.samples import settled

TEXT = """\
# 1 Un début

Le texte appelle une note<sup>1</sup> et une autre<sup>2</sup>, puis il continue
assez longtemps pour que la citation en soit coupée des deux côtés.

<sup>1</sup> Durand, 2019, p.4

<sup>2</sup> Durand, 2019; Petit, 2020

# Bibliographie

1. Durand, A. (2019). Un livre. Paris.

# 1 A beginning

The text calls a note<sup>1</sup> and hides \u202ea word\u202c and a bell \x07.

<sup>1</sup> Durant, 2019, p. 5

# Bibliography

1. Durand, A. (2019). A book. Paris.
"""

MISSING = Rule(
    "CIT001",
    "missing-entry",
    Severity.ERROR,
    {
        "missing": {
            "en": Wording("{source} is cited in notes {notes} but has no entry.", "Add the entry."),
            "fr": Wording("{source}, que citent les notes {notes}, n'a pas d'entrée.", "Ajoutez l'entrée."),
        }
    },
    explains=("CIT010",),
)
LOCATOR = Rule(
    "PAG001",
    "malformed-locator",
    Severity.WARNING,
    {
        "space": {
            "en": Wording("“{written}” lacks a space.", "Write “{right}”."),
            "fr": Wording("«\u00a0{written}\u00a0» manque d'une espace.", "Écrivez «\u00a0{right}\u00a0»."),
        }
    },
)
SPELLING = Rule(
    "CIT003",
    "author-spelling",
    Severity.ERROR,
    {
        "spelling": {
            "en": Wording("{written} is spelt {right} in the bibliography."),
            "fr": Wording("{written} s'écrit {right} dans la bibliographie."),
        }
    },
)
STYLE = Rule(
    "STY003",
    "mixed-note-ending",
    Severity.INFO,
    {"ending": {"en": Wording("Hides {word}."), "fr": Wording("Cache {word}.")}},
)
DURAND = Person("Durand")
RULES = {rule.code: rule for rule in (MISSING, LOCATOR, SPELLING, STYLE)}


def source(*, sparse: bool = False) -> Source:
    """The file that everything stands in."""
    return Source("report/sample.md", TEXT, "ab" * 32, sparse=sparse)


def span(at: Source, text: str, nth: int = 1) -> Span:
    """Where ``text`` stands for the ``nth`` time."""
    start = -1
    for _ in range(nth):
        start = at.text.index(text, start + 1)
    return Span(at, start, start + len(text))


def document(at: Source, lang: str) -> Document:
    """One of the two versions, as far as reports look at it."""
    first = lang == "fr"
    titles = ("# 1 Un début", "# Bibliographie") if first else ("# 1 A beginning", "# Bibliography")
    headings = [
        Heading(span(at, titles[0]), 1, "1", span(at, titles[0]).part(4, len(titles[0])), 1),
        Heading(span(at, titles[1]), 1, None, span(at, titles[1]).part(2, len(titles[1])), 2),
    ]
    bodies = ("Durand, 2019, p.4", "Durand, 2019; Petit, 2020") if first else ("Durant, 2019, p. 5",)
    notes = []
    for number, written in enumerate(bodies, 1):
        body = span(at, written)
        label = Span(at, body.start - len("<sup>1</sup> "), body.start - 1)
        whole = Span(at, label.start, body.end)
        number_ = str(number)
        notes.append(Note(whole, label, body, NoteForm.SUPERSCRIPT, number_, number_, number_, 1))
    before = "note<sup>1</sup>"
    calls = [span(at, before, 1 if first else 2).part(4, len(before))]
    markers = [Marker(one, NoteForm.SUPERSCRIPT, "1", "1", "1", 1, 0, 25, "note", "", BlockKind.PROSE) for one in calls]
    entry_text = "1. Durand, A. (2019). Un livre. Paris." if first else "1. Durand, A. (2019). A book. Paris."
    entry = span(at, entry_text)
    reference = Reference(entry, authors=(DURAND,), year="2019", url="https://example.org/a")
    entries = (Entry(entry, entry.part(3, len(entry_text)), "1", "1", 2, (reference,)),)
    return Document(
        lang=lang,
        sources=(at,),
        headings=tuple(headings),
        markers=tuple(markers),
        notes=tuple(notes),
        entries=entries,
        urls=(Url(entry.part(0, 1), "https://example.org/a"),),
        bibliography_heading=headings[1].span,
    )


def version(at: Source, lang: str) -> Citations:
    """One version with a citation that resolves and one that does not."""
    made = document(at, lang)
    work = Work("entry:1", made.entries[0].references[0], entry=made.entries[0])
    body = made.notes[0].body
    found = Resolved(
        Citation(body, CitationKind.SHORT, (DURAND,), year="2019"), Status.ENTRY, note=made.notes[0], work=work
    )
    lost = Resolved(
        Citation(made.notes[-1].body, CitationKind.SHORT, (Person("Petit"),), year="2020"),
        Status.MISSING,
        note=made.notes[-1],
    )
    read = Reading(Tally(2, 1), citing=1, unread=1, citations=(("short", Tally(2, 1)),), complete=Tally(1, 1))
    return Citations(made, (work,), (found, lost) if lang == "fr" else (found,), reading=read)


def findings(versions: tuple[Citations, ...]) -> tuple[Finding, ...]:
    """Findings of every severity, in no particular order."""
    french, english = versions
    at = french.document.sources[0]
    note1, note2 = french.document.notes
    second = Place.of(note2, "fr")
    return (
        STYLE.finding(
            Place(span(at, "\u202ea word\u202c and a bell \x07"), "en"),
            "ending",
            subject="hidden",
            word="a word\x1b[31m",
        ),
        SPELLING.finding(
            Place.of(english.document.notes[0], "en", span(at, "Durant")),
            "spelling",
            subject="Durant",
            written="Durant",
            right="Durand",
            confidence=Confidence.LIKELY,
            counterparts=[Place.of(note1, "fr", span(at, "Durand"))],
            fix=Fix((Edit(span(at, "Durant"), "Durand"),), safe=False),
        ),
        LOCATOR.finding(
            Place.of(note1, "fr", span(at, "p.4")),
            "space",
            subject="p.4",
            written="p.4",
            right="p. 4",
            fix=Fix((Edit(span(at, "p.4"), "p. 4"),)),
        ),
        MISSING.finding(
            second.within(span(at, "Petit, 2020")),
            "missing",
            subject="Petit 2020",
            source="Petit, 2020",
            notes=("2", "40", "41"),
            related=[replace(second, note="40", note_id="40"), replace(second, note="41", note_id="41")],
        ),
        LOCATOR.finding(
            Place.of(french.document.entries[0], "fr", span(at, "Paris.")),
            "space",
            subject="Paris",
            written="a",
            right="b",
        ),
    )


def report(*, sparse: bool = False, clean: bool = False) -> Report:
    """The whole report; ``clean`` is one in which nothing was found and all was checked."""
    at = source(sparse=sparse)
    versions = (version(at, "fr"), version(at, "en"))
    if clean:
        return Report((), versions, RULES, run=tuple(RULES))
    verdict = Verdict(
        findings=findings(versions),
        run=("CIT001", "PAG001", "STY003"),
        skipped=(Skipped("CUR005", "needs-source"),),
        abstained=(Abstention("CIT002", "en", "no-bibliography"), Abstention("CIT006", "en", "no-bibliography")),
        crashes=(Crash("CIT011", "ValueError: a \x1b[2Jb", "citecheck/checks/citations/duplicate_entry.py:12"),),
    )
    return Report(
        settled(verdict, RULES, versions=versions).findings,
        versions,
        RULES,
        run=verdict.run,
        skipped=verdict.skipped,
        abstained=verdict.abstained,
        crashes=verdict.crashes,
        unreadable=(Unreadable(span(at, "assez longtemps"), "a table within a table"),),
        tool_data={"ecb": "2026-10-30"},
    )


def judged_report() -> Report:
    """The report as a later run sees it: with findings that are waived, known or gone, and rules that are explained."""
    made = report()
    states = {"Paris.": (State.WAIVED, "as | printed"), "Durant": (State.BASELINED, None)}
    found = tuple(
        replace(one, state=state, waiver=waiver)
        for one in made.findings
        for state, waiver in [states.get(one.place.span.text, (State.NEW, None))]
    )
    docs = {"CIT001": "A source that is cited\nand {lacks} an entry.\n\nWrong: a note `[x](y)`."}
    return replace(made, findings=found, fixed=(made.findings[0],), docs=docs)
