"""A marker that leads to another note than in the other copy.

Both copies have the marker behind the same words, and behind it stand two different notes; what the one has there, the other has at another marker. The reader who
follows it finds a source that has nothing to do with the statement. It happens where the notes of several chapters are put together under one set of numbers, or where notes
that are numbered by hand are moved.

The finding is in the copy whose note the other one has elsewhere, if only that is so: there the words belong elsewhere. Two markers that are exchanged are one finding. A note has to
say a dozen letters to be known again: an Ibid. stands everywhere.

Wrong: the marker behind "doubled in 2004" leads to Kerbrat's book in the EPUB, and to Morvan's in print. Right: to the same in both.

To mend it, give the marker the note that the other copy has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from citecheck.checks.copies.told import excerpt, names, note_place, numbers, subject
from citecheck.model.collation import Collated, Collation, Standing
from citecheck.model.document import Note
from citecheck.model.finding import Abstention, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="CMP004",
    name="marker-leads-elsewhere",
    severity=Severity.ERROR,
    messages={
        "elsewhere": {
            "en": Wording(
                "The marker of note {note} leads to “{here}” in {file}; in {other} the same place leads to “{there}”.",
                "Give the marker the note that belongs there.",
            ),
            "fr": Wording(
                "L'appel de la note {note} mène à « {here} » dans {file} ; au même endroit, {other} mène à « {there} ».",
                "Donner à l'appel la note qui va là.",
            ),
        },
        "exchanged": {
            "en": Wording(
                "Notes {note} (“{here}”) and {second} (“{there}”) are exchanged in {file}; {other} has them the other way round.",
                "Exchange the two notes.",
            ),
            "fr": Wording(
                "Les notes {note} (« {here} ») et {second} (« {there} ») sont interverties dans {file} ; {other} les a dans l'autre sens.",
                "Intervertir les deux notes.",
            ),
        },
    },
    wordless=True,
    of_source=False,
)

EXAMPLES = (Example("Nothing is compared here.[^1]\n\n[^1]: Doe, J. (2019). *One*. Press.\n"),)


def check(x: Collation) -> Iterator[Finding | Abstention]:
    """The markers behind which the copies have different notes."""
    found = list(x.standing(Standing.ELSEWHERE))
    partner = _exchanged(found)
    for at, one in enumerate(found):
        if partner.get(at, at) >= at:
            yield _finding(x, one, found[partner[at]] if at in partner else None)


def _exchanged(found: Sequence[Collated]) -> Mapping[int, int]:
    """The markers of which each has the note of the other, by their ordinals."""
    by_left = {id(one.left): at for at, one in enumerate(found)}
    pairs: dict[int, int] = {}
    for at, one in enumerate(found):
        other = by_left.get(id(one.right_words), at)
        if other != at and found[other].right_words is one.left:
            pairs[at] = other
    return pairs


def _finding(x: Collation, one: Collated, second: Collated | None) -> Finding:
    side = 0 if one.left_words is not None and one.right_words is None else 1
    files = names(x)
    notes = _sides(one)
    mine, its = notes[side], notes[1 - side]
    marker = one.calls[side]
    place = Place.of(marker, x.versions[side].lang) if marker is not None else note_place(x, mine, side)
    related = [note_place(x, _sides(second)[side], side)] if second is not None else []
    other_note = _sides(second)[side] if second is not None else its
    return RULE.finding(
        place,
        "exchanged" if second is not None else "elsewhere",
        subject=subject(mine, its),
        counterparts=[note_place(x, its, 1 - side)],
        related=related,
        note=numbers([mine])[0],
        here=excerpt(mine),
        there=excerpt(other_note),
        second=numbers([other_note])[0],
        file=files[side],
        other=files[1 - side],
    )


def _sides(one: Collated) -> tuple[Note, Note]:
    assert one.left is not None
    assert one.right is not None
    return one.left, one.right
