"""Counterparts that cite different sources.

One of the two versions sends its reader to the wrong source, or the translator left one out. Sources are compared after
Ibid is followed and by what identifies them in both bibliographies (DOI, address, author and year), so translated titles
are no difference. A corporate name that is translated proves nothing by itself.

Laws are compared by their official numbers, and notes that hold nothing but an address by that.

It is an error where both sides resolve to entries that are not each other's pair, at places that are surely each other's
translation; a warning where one side cites more than the other, or has no entry.

Wrong: French note 12 cites Morvan, English note 10, at the same sentence, Kerbrat. Right: both cite Morvan.

To mend it, look up the source, and cite it in both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product

from citecheck.checks.bilingual.identified import described_pairs, other_number
from citecheck.checks.bilingual.sides import (
    Both,
    Cited,
    Sides,
    cited_place,
    note_places,
    notes_of,
    stand_against,
)
from citecheck.checks.bilingual.stated import differing
from citecheck.checks.subjects import cited_key, instead_key, lone_key, work_key
from citecheck.languages.folding import fold
from citecheck.likeness.called import source_name
from citecheck.model.alignment import Alignment, Shape
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Trust, Wording

More = tuple[list[Cited], list[Cited]]
"""What each side of a group cites and the other does not."""

RULE = Rule(
    code="BIL002",
    name="source-differs",
    severity=Severity.ERROR,
    in_pdf=Trust.LIKELY,
    messages={
        "other": {
            "en": Wording(
                "Note {note} cites {source}; in {notes} it is {other}.",
                "Cite the same source in both versions.",
            ),
            "fr": Wording(
                "La note {note} cite {source} ; dans {notes}, c'est {other}.",
                "Citer la même source dans les deux versions.",
            ),
        },
        "more": {
            "en": Wording(
                "Note {note} cites {source}, which is not in {notes}.",
                "Cite the same sources in both versions.",
            ),
            "fr": Wording(
                "La note {note} cite {source}, qui n'est pas dans {notes}.",
                "Citer les mêmes sources dans les deux versions.",
            ),
        },
    },
    explains=("BIL001", "BIL003"),
    replaces=("CIT006",),
)

ENTRIES = "1. Kerbrat, A. (2012). *Ports*. Brest: Quai.\n2. Morvan, J. (2005). *Sardines*. Brest: Quai.\n3. Tanguy, M. (2009). *Mers*. Brest: Quai.\n\n"
FRENCH = (
    "# Rapport\n\nLe port de Brest a doublé en 2004<sup>1</sup>. Celui de Lorient a fermé en 2011<sup>2</sup>.\n\n"
    "<sup>1</sup> Morvan, 2005, p. 3\n\n<sup>2</sup> Kerbrat, 2012, p. 7\n\n## Bibliographie\n\n" + ENTRIES
)
ENGLISH = "# Report\n\nThe port of Brest has doubled in 2004.<sup>1</sup> The one of Lorient has closed in 2011.<sup>2</sup>\n\n"

EXAMPLES = (
    Example(
        FRENCH
        + ENGLISH
        + "<sup>1</sup> Tanguy, 2009, p. 3\n\n<sup>2</sup> Kerbrat, 2012, p. 7\n\n## Bibliography\n\n"
        + ENTRIES,
        ("Tanguy, 2009, p. 3",),
        lang=None,
    ),
    Example(
        FRENCH
        + ENGLISH
        + "<sup>1</sup> Morvan, 2005, p. 3\n\n<sup>2</sup> Kerbrat, 2012, p. 7\n\n## Bibliography\n\n"
        + ENTRIES,
        lang=None,
    ),
)


def check(x: Alignment) -> Iterator[Finding | Abstention]:
    """Groups whose sides do not cite the same sources."""
    sides = Sides.of(x)
    content = [sides.cited(group) for group in x.groups]
    lone = _lone(x)
    for at, (own, twins) in enumerate(content):
        if not own or not twins:
            yield from _named_otherwise(sides, at)
            continue
        yield from _numbered_otherwise(sides, at)
        more = _without_translated(_beyond(own, twins), _beyond(twins, own))
        if more[0] or more[1]:
            beside = list(_instead(x, content, at, more))
            for held, side in product(beside, (0, 1)):
                more[side].extend(content[held][side].values())
            groups = min([at, *beside]), max([at, *beside])
            yield _finding(sides, groups, more, bool(own.keys() & twins.keys()), lone)


def _named_otherwise(sides: Sides, at: int) -> Iterator[Finding]:
    """Notes that name no entry, and not the same law or address: one of the two is mistyped."""
    x, group = sides.alignment, sides.alignment.groups[at]
    told = differing(group.left, group.right)
    if told is None:
        return
    note = next(one for one in group.right if one.span.holds(told[1]))
    (source, other) = (" ".join(span.text.split()) for span in reversed(told))
    twin = next(one for one in group.left if one.span.holds(told[0]))
    yield RULE.finding(
        Place.of(note, x.right.lang, told[1]),
        "other",
        subject=f"{source} / {other}",
        about=sides.about(at),
        because=sides.because(at, instead=True),
        counterparts=[Place.of(twin, x.left.lang, told[0])],
        severity=Severity.WARNING,
        confidence=Confidence.LIKELY,
        note=note.number,
        notes=notes_of(x.left, group.left),
        source=source,
        other=other,
    )


def _numbered_otherwise(sides: Sides, at: int) -> Iterator[Finding]:
    """Whole references in notes to one title in two volumes, issues, pages or reports."""
    x, group = sides.alignment, sides.alignment.groups[at]
    for left, right in described_pairs(x, group):
        ones, others = left.reference, right.reference
        told = other_number(ones, others) if fold(ones.title or "") == fold(others.title or "") else None
        if told is not None:
            yield RULE.finding(
                Place.of(right, x.right.lang),
                "other",
                subject=f"{told[1]} / {told[0]}",
                about=sides.about(at),
                because=sides.because(at, instead=True),
                counterparts=[Place.of(left, x.left.lang)],
                severity=Severity.WARNING,
                confidence=Confidence.LIKELY,
                note=next((note.number for note in group.right if note is right.note), group.right[0].number),
                notes=notes_of(x.left, group.left),
                source=told[1],
                other=told[0],
            )


def _beyond(own: Mapping[str, Cited], twins: Mapping[str, Cited]) -> list[Cited]:
    return [one for name, one in own.items() if name not in twins]


def _instead(x: Alignment, content: Sequence[Both], at: int, more: More) -> Iterator[int]:
    """The ordinals of notes without counterpart beside a group in which their side lacks a source: they cite another in
    its place, and are one difference with it. So are those that cite nothing but what their side cites in the group: a
    translation merges such notes."""
    section = x.groups[at].section
    for side, beside in product((0, 1), (at - 1, at + 1)):
        group = x.groups[beside] if 0 <= beside < len(x.groups) else None
        if group is not None and group.shape is Shape.ONLY and group.section == section and content[beside][side]:
            names = {one.name for one in more[side]}
            if not names or (more[1 - side] and content[beside][side].keys() <= names):
                yield beside


def _without_translated(own: list[Cited], twins: list[Cited]) -> tuple[list[Cited], list[Cited]]:
    """Sources that neither side knows, of one year, may be one under a translated name: they prove nothing. What both
    sides cite by the same authors and year is one source, whatever differs in its address."""
    for one in list(own):
        for twin in twins:
            translated = bool(one.year) and not one.known and not twin.known and not _share_an_author(one, twin)
            alike = _named(one) == _named(twin) and (one.year or _title(one) == _title(twin) != "")
            if one.year == twin.year and (translated or alike):
                own.remove(one)
                twins.remove(twin)
                break
    return own, twins


def _share_an_author(one: Cited, twin: Cited) -> bool:
    """Whether two citations by their first author's name are of the same one, and all else that they say differs: a suffix, or
    the names of all others."""
    ones, others = one.first.origin.citation, twin.first.origin.citation
    families = [[fold(person.family) for person in cited.authors] for cited in (ones, others)]
    if not families[0] or not families[1] or families[0][0] != families[1][0]:
        return False
    if ones.suffix and others.suffix and ones.suffix != others.suffix:
        return True
    listed = not ones.et_al and not others.et_al and len(families[0]) == len(families[1])
    return listed and set(families[0][1:]).isdisjoint(families[1][1:]) and len(families[0]) > 1


def _named(one: Cited) -> str:
    return fold(source_name(one.first))


def _title(one: Cited) -> str:
    return fold(one.first.origin.citation.title or "")


def _cited_keys(x: Alignment, more: More) -> Iterator[str]:
    """The keys by which a rule that found the source itself wrong silences this one.

    What is wrong with an entry does not explain why two versions cite two different ones that both know.
    """
    both_known = bool(more[0]) and bool(more[1]) and all(one.known for one in (*more[0], *more[1]))
    for version, sources in zip((x.left, x.right), more, strict=True):
        for one in sources:
            yield cited_key(version.lang, one.first)
            if one.first.work is not None and not both_known:
                yield work_key(version.lang, one.first.work)


def _instead_keys(x: Alignment, more: More) -> Iterator[str]:
    """The keys of what a side cites by a whole reference in a note, where the other cites another source."""
    for version, sources in zip((x.left, x.right), more, strict=True):
        for one in sources:
            if one.first.work is not None and one.first.work.entry is None:
                yield instead_key(version.lang, one.first.work)


def _lone(x: Alignment) -> frozenset[str]:
    """The keys of the entries that only one bibliography has, where both versions have one."""
    if not x.left.document.entries or not x.right.document.entries:
        return frozenset()
    return frozenset(lone_key(version.lang, entry) for version, entry in x.lone_entries)


def _lacking(lang: str, here: Sequence[Cited], there: Sequence[Cited], lone: Collection[str]) -> list[str]:
    """The keys of what is cited here beside what both cite, where the other bibliography has none of it."""
    entries = [one.first.work.entry if one.first.work is not None else None for one in here]
    keys = [lone_key(lang, entry) for entry in entries if entry is not None]
    return keys if not there and len(keys) == len(here) and all(key in lone for key in keys) else []


def _finding(versions: Sides, ordinals: tuple[int, int], more: More, shared: bool, lone: Collection[str]) -> Finding:
    """The finding on the groups from the first to the last of ``ordinals``."""
    x = versions.alignment
    groups = x.groups[ordinals[0] : ordinals[1] + 1]
    sides = (
        (x.left, more[0], [note for group in groups for note in group.left]),
        (x.right, more[1], [note for group in groups for note in group.right]),
    )
    # Where both sides cite something of their own, the second version is where a translator works.
    (version, here, notes), (other, there, counterparts) = sides[::-1] if more[1] else sides
    first = here[0].first
    instead = bool(there) and not shared
    certain = instead and here[0].known and there[0].known and all(map(stand_against, groups))
    source, another = source_name(first), "".join(source_name(one.first) for one in there[:1])
    return RULE.finding(
        cited_place(version, first, notes[0]),
        "other" if there else "more",
        subject=f"{source} / {another}",
        about=[*versions.about(*ordinals), *(_instead_keys(x, more) if there else ())],
        because=[
            *versions.because(*ordinals, instead=bool(there)),
            *_cited_keys(x, more),
            *_lacking(version.lang, here, there, lone),
        ],
        counterparts=note_places(other, counterparts),
        severity=None if instead else Severity.WARNING,
        confidence=Confidence.CERTAIN if certain else Confidence.LIKELY,
        note=(first.note or notes[0]).number,
        notes=notes_of(other, counterparts),
        source=source,
        other=another,
    )
