"""Counterparts that cite different pages of the same source.

One of the two is wrong, or one lost a page. Ibid is followed (an Ibid without page repeats the last page), and where a
translation merges notes, the pages of the merged notes are taken together.

Wrong: French notes 31 and 33 cite p. 12 and p. 19, the English note 27 in their place p. 12-19. Right: p. 12, 19.

To mend it, look up the pages, and give the same in both versions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from citecheck.checks.bilingual.sides import (
    Cited,
    Sides,
    cited_by,
    note_places,
    notes_of,
    pages_in,
    printed,
    told_at,
)
from citecheck.checks.locators.pages import locator_key
from citecheck.likeness.called import source_name
from citecheck.model.alignment import Alignment, Group, Shape
from citecheck.model.citations import Citations, Resolved
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.order import gathered
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="BIL003",
    name="locator-differs",
    severity=Severity.WARNING,
    messages={
        "differ": {
            "en": Wording(
                "Note {note} cites p. {pages} of {source}; in {notes} it is p. {others}.",
                "Give the same pages in both versions.",
            ),
            "fr": Wording(
                "La note {note} cite {source}, p. {pages} ; dans {notes}, on lit p. {others}.",
                "Donner les mêmes pages dans les deux versions.",
            ),
        },
        "none": {
            "en": Wording(
                "Note {note} cites no page of {source}; in {notes} it is p. {others}.",
                "Give the pages in both versions.",
            ),
            "fr": Wording(
                "La note {note} cite {source} sans page ; dans {notes}, on lit p. {others}.",
                "Donner les pages dans les deux versions.",
            ),
        },
        "added": {
            "en": Wording(
                "Note {note} cites p. {pages} of {source}; in {notes} there is no page.",
                "Give the pages in both versions.",
            ),
            "fr": Wording(
                "La note {note} cite {source}, p. {pages} ; dans {notes}, il n'y a pas de page.",
                "Donner les pages dans les deux versions.",
            ),
        },
    },
    replaces=("PAG002",),
)

FRENCH = (
    "# Rapport\n\nLe port de Brest a doublé en 2004<sup>1</sup>. Celui de Lorient a fermé en 2011<sup>2</sup>.\n\n"
    "<sup>1</sup> Morvan, 2005, p. 3\n\n<sup>2</sup> Kerbrat, 2012, p. 7\n\n"
)
ENGLISH = "# Report\n\nThe port of Brest has doubled in 2004.<sup>1</sup> The one of Lorient has closed in 2011.<sup>2</sup>\n\n"

EXAMPLES = (
    Example(
        FRENCH + ENGLISH + "<sup>1</sup> Morvan, 2005, p. 3\n\n<sup>2</sup> Kerbrat, 2012, p. 9\n",
        ("p. 9",),
        lang=None,
    ),
    Example(FRENCH + ENGLISH + "<sup>1</sup> Morvan, 2005, p. 3\n\n<sup>2</sup> Kerbrat, 2012, p. 7\n", lang=None),
)


def check(x: Alignment) -> Iterator[Finding | Abstention]:
    """Groups whose sides cite one source at different pages; one finding for each source of them."""
    sides = Sides.of(x)
    told: dict[int, tuple[frozenset[str], frozenset[str]]] = {}
    for at, group in enumerate(x.groups):
        if group.shape is Shape.ONLY:
            continue
        own, twins = sides.cited(group)
        pairs = list(_differing(own, twins, told))
        for pair in pairs:
            yield _finding(sides, at, *pair)
        # An Ibid behind repeats one of them, and it is not known which.
        told.update((id(told_at(one)), _pages(pair)) for pair in pairs[-1:] for _, one in _citations(sides, group))


def _differing(
    own: Mapping[str, Cited], twins: Mapping[str, Cited], told: Mapping[int, tuple[frozenset[str], frozenset[str]]]
) -> Iterator[tuple[Cited, Cited]]:
    """What both sides cite at different pages. An Ibid repeats a difference that was ``told`` where the page stands."""
    # An Ibid after several sources means all of them where the other version cites them all; else it is not known which.
    alike = own.keys() == twins.keys()
    for pair in ((own[name], twins[name]) for name in own if name in twins):
        unclear = any(one.unclear or (one.choice and not alike) for one in pair)
        repeated = any(told.get(id(told_at(one.first))) == _pages(pair) for one in pair)
        if pair[0].pages != pair[1].pages and not unclear and not repeated:
            yield pair


def _citations(sides: Sides, group: Group) -> Iterator[tuple[Citations, Resolved]]:
    """What the notes of a group cite, each with its version."""
    return ((version, one) for version, note in sides.notes((group,)) for one in version.of_note(note))


def _pages(pair: tuple[Cited, Cited]) -> tuple[frozenset[str], frozenset[str]]:
    return pair[0].pages, pair[1].pages


def _locators(sides: Sides, group: Group) -> Iterator[str]:
    """The keys of the pages that the notes of a group give: a slip in them is the cause."""
    for version, one in _citations(sides, group):
        for source in (one, one.antecedent, one.origin):
            if source is not None:
                yield locator_key(version.lang, source.citation.span)
                if source.citation.locator is not None:
                    yield locator_key(version.lang, source.citation.locator.span)


def _counterparts(x: Alignment, group: Group, own: Cited, twin: Cited) -> Iterator[Place]:
    """The notes of the first version, at the pages that the other side does not give; where it gives all, at all of them."""
    citations = ((note, one, cited_by(x, x.left, one)) for note in group.left for one in x.left.of_note(note))
    citing = [(note, one.citation, found[own.name]) for note, one, found in citations if own.name in found]
    beyond = [one for one in citing if not one[2].pages <= twin.pages] or citing
    spans = gathered(
        (id(note), citation.locator.span if citation.locator else citation.span) for note, citation, _ in beyond
    )
    for note, place in zip(group.left, note_places(x.left, group.left), strict=True):
        yield from (place.within(span) for span in spans.get(id(note), (place.span,)))


def _as_printed(one: Cited) -> str:
    """Pages as the citation prints them, where one gives them all: an abbreviated range may be what is wrong."""
    locator = told_at(one.first).citation.locator
    if locator is not None and pages_in(locator.text) == one.pages:
        return " ".join(locator.text.split())
    return ", ".join(printed(one.pages))


def _naming(own: Cited, twin: Cited) -> Resolved:
    """The citation by which the source is named: one that an Ibid after several sources only may mean, or one whose source is not
    known, tells it less well than its counterpart."""
    plain = [one for one in (twin, own) if not one.choice]
    surely = [one for one in plain if one.first.work is not None]
    return (surely or plain or [twin])[0].first


def _finding(sides: Sides, at: int, own: Cited, twin: Cited) -> Finding:
    x, group = sides.alignment, sides.alignment.groups[at]
    here: Citations = x.right
    note = twin.first.note or group.right[-1]
    (place,) = note_places(here, [note])
    locator = twin.first.citation.locator
    if locator is not None and twin.first.note is note:
        place = place.within(locator.span)
    else:
        place = place.within(twin.first.citation.span)
    instead = not (own.pages <= twin.pages or twin.pages <= own.pages)
    message = "none" if not twin.pages else "added" if not own.pages else "differ"
    return RULE.finding(
        place,
        message,
        subject=f"{source_name(twin.first)}: {'/'.join(printed(own.pages))} > {'/'.join(printed(twin.pages))}",
        about=[
            *sides.about(at),
            # What lacks a page that the other version gives.
            *(
                locator_key(version.lang, one.first.citation.span)
                for version, one in ((x.left, own), (x.right, twin))
                if not one.pages
            ),
        ],
        because=[*sides.because(at, instead=instead), *_locators(sides, group)],
        counterparts=tuple(_counterparts(x, group, own, twin)),
        confidence=Confidence.CERTAIN if group.confidence >= 0.7 else Confidence.LIKELY,
        note=note.number,
        notes=notes_of(x.left, group.left),
        source=source_name(_naming(own, twin)),
        pages=_as_printed(twin),
        others=_as_printed(own),
    )
