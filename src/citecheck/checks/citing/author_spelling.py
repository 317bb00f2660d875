"""A name spelt otherwise than in its entry, or a title worded otherwise.

The reader who looks the name up alphabetically does not find it, and one of the two spellings is wrong. A name is taken
for a misspelling only where exactly one entry of that year can be meant and the name, of at least five letters, differs by
one edit, one transposition or one letter moved; it is an error with a fix. Names that differ more, or by an accent alone, names
in whole references, and titles, are warnings without a fix. All places with one misspelling are one finding, those in the running text included.

The fix follows the entry. A person must look first where three notes or more agree against an entry whose spelling nothing else
confirms, where a paragraph that calls none of the notes has the name too, because somebody else may be meant there, and where
the entry is in capitals and no other citation shows their accents.

Wrong: notes cite "Jonhson, 2019", the entry is by Johnson. Right: both are spelt the same.

To mend it, look up the right spelling, and correct the citations or the entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from citecheck.checks.citing.again import Slip, name_slips, title_slips
from citecheck.checks.spans import Spans
from citecheck.checks.subjects import notes_of, work_key
from citecheck.likeness.called import source_name
from citecheck.model.citations import Citations, Resolved, Status, Work
from citecheck.model.document import Name
from citecheck.model.finding import Abstention, Confidence, Edit, Finding, Fix, Place, Severity
from citecheck.model.order import gathered
from citecheck.model.rule import Example, Rule, Trust, Wording

RULE = Rule(
    code="CIT003",
    name="author-spelling",
    severity=Severity.ERROR,
    in_pdf=Trust.LIKELY,
    messages={
        "name-entry": {
            "en": Wording(
                "“{cited}” is spelt “{known}” in entry {entry}.", "Check which is right, and spell both the same."
            ),
            "fr": Wording(
                "« {cited} » s'écrit « {known} » dans l'entrée {entry}.",
                "Vérifier la bonne graphie, et l'employer aux deux endroits.",
            ),
        },
        "name-bibliography": {
            "en": Wording(
                "“{cited}” is spelt “{known}” in the bibliography.", "Check which is right, and spell both the same."
            ),
            "fr": Wording(
                "« {cited} » s'écrit « {known} » dans la bibliographie.",
                "Vérifier la bonne graphie, et l'employer aux deux endroits.",
            ),
        },
        "name-note": {
            "en": Wording(
                "“{cited}” is spelt “{known}” in note {entry}, which gives the source in full.",
                "Check which is right, and spell both the same.",
            ),
            "fr": Wording(
                "« {cited} » s'écrit « {known} » dans la note {entry}, qui donne la référence complète.",
                "Vérifier la bonne graphie, et l'employer aux deux endroits.",
            ),
        },
        "title": {
            "en": Wording(
                "The bibliography words this title otherwise: “{known}”.",
                "Check which wording is right, and give both the same.",
            ),
            "fr": Wording(
                "La bibliographie donne un autre titre : « {known} ».",
                "Vérifier quelle formulation est juste, et donner la même aux deux endroits.",
            ),
        },
        "translated": {
            "en": Wording(
                "The bibliography seems to have this source under a title in another language: “{known}”.",
                "Cite the title as the entry gives it.",
            ),
            "fr": Wording(
                "La bibliographie semble donner cette source sous un titre dans une autre langue : « {known} ».",
                "Citer le titre tel que l'entrée le donne.",
            ),
        },
    },
    explains=("CIT002", "CIT001"),
)

AGREEING = 3
"""Notes with one spelling against which an entry alone proves nothing."""

REST = "B.<sup>2</sup>\n\n<sup>2</sup> Roe, 2020\n\n## References\n\n1. Johnson, J. (2019). One. Press.\n2. Roe, R. (2020). Two. Press.\n"

EXAMPLES = (
    Example("A.<sup>1</sup>\n\n<sup>1</sup> Jonhson, 2019, p. 3\n\n" + REST, ("Jonhson",)),
    Example("A.<sup>1</sup>\n\n<sup>1</sup> Johnson, 2019, p. 3\n\n" + REST),
    Example(
        'A.<sup>1</sup>\n\n<sup>1</sup> "Who leads in space will rule the world", 2017\n\n## References\n\n'
        '1. "Whoever leads in space will run the world". (2017, 1 May). *News*.\n',
        ('"Who leads in space will rule the world", 2017',),
    ),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Misspelt names and reworded titles, each once with all its places."""
    if not x.works:
        yield RULE.abstains(x.lang, "no-bibliography")
    told = _Told(x)
    wrong = [(one, one.work) for one in x.resolved if one.work is not None and one.antecedent is None]
    names = gathered(
        ((_families(one), work.reference.author_text), (one, work))
        for one, work in wrong
        if one.status is Status.MISSPELT
    )
    for group in names.values():
        yield _name(told, [one for one, _ in group], group[0][1])
    titles = gathered(
        ((one.citation.title, work.key), (one, work)) for one, work in wrong if one.status is Status.RETITLED
    )
    for group in titles.values():
        yield _title(x, [one for one, _ in group], group[0][1])
    for slips in gathered(((slip.cited, slip.known), slip) for slip in name_slips(x)).values():
        yield _described(told, slips)
    for slip in title_slips(x):
        yield _title(x, [slip.one], slip.work, slip)


def _families(one: Resolved) -> str:
    return " & ".join(person.family for person in one.citation.authors)


class _Told(Struct, frozen=True, dict=True):
    """What the rest of a document says; nothing is looked for before somebody asks."""

    citations: Citations

    @cached_property
    def names(self) -> Mapping[str, Sequence[Name]]:
        """The names of the running text by what they are."""
        names = self.citations.document.names
        return gathered((name.span.text.removesuffix("'s").removesuffix("’s"), name) for name in names)

    @cached_property
    def calling(self) -> Mapping[str, Sequence[int]]:
        """The paragraphs that call each note."""
        return gathered((marker.note_id, marker.paragraph) for marker in self.citations.document.markers)

    @cached_property
    def cited(self) -> Mapping[str, Sequence[Resolved]]:
        """The citations of each work that spell its name."""
        return gathered(
            (one.work.key, one)
            for one in self.citations.resolved
            if one.work is not None and one.status is not Status.MISSPELT and one.antecedent is None
        )

    @cached_property
    def families(self) -> Mapping[str, Sequence[Work]]:
        """The works by the family names of their authors."""
        return gathered((person.family, work) for work in self.citations.works for person in work.reference.authors)


def _where(work: Work) -> tuple[str, str]:
    """What holds the source, as part of a message's key, and its number."""
    if work.entry is not None:
        return ("entry", work.entry.number) if work.entry.number else ("bibliography", "")
    return "note", work.note.number if work.note is not None else ""


def _name(told: _Told, group: Sequence[Resolved], work: Work) -> Finding:
    x = told.citations
    group = [one for one in group if one.wrong] or group
    first = group[0]
    cited, known = _spellings(first, work)
    spans = [one.wrong[0] if one.wrong else one.citation.span for one in group]
    places = [Place.of(one, x.lang, span) for one, span in zip(group, spans, strict=True)]
    # The running text often spells the name as its note does.
    taken = Spans(spans)
    elsewhere = [name for name in told.names.get(cited, ()) if not taken.touch(name.span)]
    certain = first.certain and first.wrong is not None
    holder, number = _where(work)
    return RULE.finding(
        places,
        f"name-{holder}",
        subject=f"{cited} > {known}",
        about=[work_key(x.lang, work)],
        related=[*(Place(name.span, x.lang) for name in elsewhere), _entry_place(x, work)],
        confidence=Confidence.CERTAIN if certain else Confidence.LIKELY,
        fix=_fix(told, group, work, elsewhere) if certain else None,
        cited=cited,
        known=known,
        entry=number,
        notes=notes_of(group),
    )


def _described(told: _Told, slips: Sequence[Slip]) -> Finding:
    """A name that notes and an entry spell in two ways, where the source is known by more than the name."""
    x, first = told.citations, slips[0]
    known = _in_case(told, first.work, first.known, first.cited)[0]
    holder, number = _where(first.work)
    return RULE.finding(
        [Place.of(slip.one, x.lang, slip.span) for slip in slips],
        f"name-{holder}",
        subject=f"{first.cited} > {first.known}",
        about=[work_key(x.lang, first.work)],
        related=[_entry_place(x, first.work)],
        severity=Severity.WARNING,
        confidence=Confidence.LIKELY,
        cited=first.cited,
        known=known,
        entry=number,
        notes=notes_of([slip.one for slip in slips]),
    )


def _spellings(one: Resolved, work: Work) -> tuple[str, str]:
    """A name as it is cited, and as the source has it."""
    if one.wrong is None:
        return source_name(one).rpartition(",")[0], work.reference.author_text
    return one.wrong[0].text, one.wrong[1]


def _fix(told: _Told, group: Sequence[Resolved], work: Work, elsewhere: Sequence[Name]) -> Fix | None:
    """Spells a name as its source does, in citations and where the running text has it."""
    cited, known = _spellings(group[0], work)
    spans = [*(one.wrong[0] for one in group if one.wrong), *(name.span for name in elsewhere)]
    good, sure = _in_case(told, work, known, cited)
    parts = (span.part(0, len(cited)) for span in spans)
    edits = tuple(Edit(part, good) for part in parts if part.text == cited)
    agreed = len(group) < AGREEING or _confirmed(told, work, known)
    return Fix(edits, sure and agreed and _called_beside(told, group, elsewhere)) if edits else None


def _called_beside(told: _Told, group: Sequence[Resolved], names: Sequence[Name]) -> bool:
    """Whether the paragraphs that have these names call the notes that cite by the same one."""
    notes = {one.note.note_id for one in group if one.note is not None}
    paragraphs = {paragraph for note_id in notes for paragraph in told.calling.get(note_id, ())}
    return all(name.paragraph in paragraphs for name in names)


def _in_case(told: _Told, work: Work, known: str, cited: str) -> tuple[str, bool]:
    """A name of an entry as citations write it, and whether that is sure.

    Entries in capitals may have lost accents; another citation of the source tells.
    """
    if not known.isupper() or cited.isupper():
        return known, True
    families = (person.family for one in told.cited.get(work.key, ()) for person in one.citation.authors)
    written = next((family for family in families if family.upper() == known), None)
    if written is not None:
        return written, True
    return "".join(word.capitalize() for word in re.split(r"(\W+)", known)), False


def _confirmed(told: _Told, work: Work, known: str) -> bool:
    """Whether the entry is not alone with its spelling."""
    return work.key in told.cited or known in told.names or any(one is not work for one in told.families.get(known, ()))


def _title(x: Citations, group: Sequence[Resolved], work: Work, slip: Slip | None = None) -> Finding:
    first = group[0]
    return RULE.finding(
        [Place.of(one, x.lang, slip.span if slip is not None else None) for one in group],
        "title" if first.certain else "translated",
        subject=f"{first.citation.title} > {work.reference.title}",
        about=[work_key(x.lang, work)],
        related=[_entry_place(x, work)],
        severity=Severity.WARNING,
        confidence=Confidence.LIKELY,
        known=work.reference.title or "",
    )


def _entry_place(x: Citations, work: Work) -> Place:
    reference = work.reference
    return Place.of(work, x.lang, reference.author_span or reference.title_span or reference.span)
