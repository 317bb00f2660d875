"""A name spelt otherwise than in its entry, or a title worded otherwise.

The reader who looks the name up alphabetically does not find it, and one of the two spellings is wrong. A name is taken
for a misspelling only where exactly one entry of that year can be meant and the name, of at least five letters, differs by
one edit, one transposition or one letter moved; it is an error with a fix. Names that differ more, and titles, are warnings
without a fix. All places with one misspelling are one finding, those in the running text included.

The fix follows the entry. A person must look first where three notes or more agree against an entry whose spelling nothing else
confirms, where a paragraph that calls none of the notes has the name too, because somebody else may be meant there, and where
the entry is in capitals and no other citation shows their accents.

Wrong: notes cite "Jonhson, 2019", the entry is by Johnson. Right: both are spelt the same.

To mend it, look up the right spelling, and correct the citations or the entry.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set

from msgspec import Struct

from citecheck.checks.subjects import notes_of, source_name, work_key
from citecheck.model.citations import Citations, Resolved, Status, Work
from citecheck.model.document import Name
from citecheck.model.finding import Abstention, Confidence, Edit, Finding, Fix, Place, Severity
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.source import Span

RULE = Rule(
    code="CIT003",
    name="author-spelling",
    severity=Severity.ERROR,
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
                "The bibliography words this title otherwise: “{known}”.", "Cite the title as the entry gives it."
            ),
            "fr": Wording(
                "La bibliographie donne un autre titre : « {known} ».", "Citer le titre tel que l'entrée le donne."
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
    names: dict[tuple[str, str], list[Resolved]] = {}
    titles: dict[tuple[str, str], list[Resolved]] = {}
    for one in x.resolved:
        if one.work is None or one.antecedent is not None:
            continue
        if one.status is Status.MISSPELT:
            families = " & ".join(person.family for person in one.citation.authors)
            names.setdefault((families, one.work.reference.author_text), []).append(one)
        elif one.status is Status.RETITLED:
            titles.setdefault((one.citation.title or "", one.work.key), []).append(one)
    told = _Told.of(x) if names else _Told({}, {}, {}, {})
    for group in names.values():
        yield _name(x, told, group)
    for group in titles.values():
        yield _title(x, group)


class _Told(Struct, frozen=True):
    """What the rest of a document says: its names by their text, the paragraphs that call a note, the citations of a work that
    spell its name, and the works by the family names of their authors."""

    names: Mapping[str, Sequence[Name]]
    calling: Mapping[str, Set[int]]
    cited: Mapping[str, Sequence[Resolved]]
    families: Mapping[str, Sequence[Work]]

    @staticmethod
    def of(x: Citations) -> _Told:
        """What a document says."""
        names: dict[str, list[Name]] = {}
        for name in x.document.names:
            names.setdefault(name.span.text.removesuffix("'s").removesuffix("’s"), []).append(name)
        calling: dict[str, set[int]] = {}
        for marker in x.document.markers:
            calling.setdefault(marker.note_id, set()).add(marker.paragraph)
        cited: dict[str, list[Resolved]] = {}
        for one in x.resolved:
            if one.work is not None and one.status is not Status.MISSPELT and one.antecedent is None:
                cited.setdefault(one.work.key, []).append(one)
        families: dict[str, list[Work]] = {}
        for work in x.works:
            for person in work.reference.authors:
                families.setdefault(person.family, []).append(work)
        return _Told(names, calling, cited, families)


def _where(work: Work) -> tuple[str, str]:
    """What holds the source, as part of a message's key, and its number."""
    if work.entry is not None:
        return ("entry", work.entry.number) if work.entry.number else ("bibliography", "")
    return "note", work.note.number if work.note is not None else ""


def _name(x: Citations, told: _Told, group: Sequence[Resolved]) -> Finding:
    group = [one for one in group if one.wrong] or list(group)
    first = group[0]
    cited = first.wrong[0].text if first.wrong else source_name(first).rpartition(",")[0]
    work = first.work
    assert work is not None
    known = first.wrong[1] if first.wrong else work.reference.author_text
    spans = [one.wrong[0] if one.wrong else one.citation.span for one in group]
    places = [Place.of(one, x.lang, span) for one, span in zip(group, spans, strict=True)]
    # The running text often spells the name as its note does.
    cited_at = sorted((span.source.path, span.start, span.end) for span in spans)
    elsewhere = [name for name in told.names.get(cited, ()) if not _touched(name.span, cited_at)]
    inside = [name.span for name in elsewhere]
    certain = first.certain and first.wrong is not None
    holder, number = _where(work)
    parts = [span.part(0, len(cited)) for span in (*(place.span for place in places), *inside)]
    good, sure = _in_case(told, work, known, cited)
    edits = tuple(Edit(part, good) for part in parts if part.text == cited)
    safe = sure and _called_beside(told, group, elsewhere) and (len(places) < AGREEING or _confirmed(told, work, known))
    return RULE.finding(
        places[0],
        f"name-{holder}",
        subject=f"{cited} > {known}",
        about=[work_key(x.lang, work)],
        related=[*places[1:], *(Place(span, x.lang) for span in inside), _entry_place(x, work)],
        confidence=Confidence.CERTAIN if certain else Confidence.LIKELY,
        fix=Fix(edits, safe) if certain and edits else None,
        cited=cited,
        known=known,
        entry=number,
        notes=notes_of(group),
    )


def _touched(span: Span, places: Sequence[tuple[str, int, int]]) -> bool:
    """Whether one of some places, in order and apart from each other, shares a character with a span."""
    at = bisect_left(places, (span.source.path, span.end, 0)) - 1
    return at >= 0 and places[at][0] == span.source.path and places[at][2] > span.start


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


def _title(x: Citations, group: Sequence[Resolved]) -> Finding:
    first, *rest = group
    work = first.work
    assert work is not None
    return RULE.finding(
        Place.of(first, x.lang),
        "title" if first.certain else "translated",
        subject=f"{first.citation.title} > {work.reference.title}",
        about=[work_key(x.lang, work)],
        related=[*(Place.of(one, x.lang) for one in rest), _entry_place(x, work)],
        severity=Severity.WARNING,
        confidence=Confidence.LIKELY,
        known=work.reference.title or "",
    )


def _entry_place(x: Citations, work: Work) -> Place:
    reference = work.reference
    span = reference.author_span or reference.title_span or reference.span
    return (
        Place.of(work.entry, x.lang, span)
        if work.entry is not None
        else Place.of(work.note, x.lang, span)
        if work.note
        else Place(span, x.lang)
    )
