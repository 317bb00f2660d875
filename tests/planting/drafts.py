"""Two drafts of one text: a text by a seed, and another one with one change of each kind that can be between copies.

`bench/copies` counts with them what is found, in several formats; the tests hold the command to them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

__all__ = ["KINDS", "Draft", "Planted", "draft", "planted"]

PLACES = (
    "Aldwych",
    "Brest",
    "Calais",
    "Dieppe",
    "Esbjerg",
    "Fowey",
    "Grimsby",
    "Hull",
    "Ipswich",
    "Jersey",
    "Kiel",
    "Lorient",
)
THINGS = (
    "harbour",
    "quay",
    "market",
    "fleet",
    "auction",
    "lighthouse",
    "customs house",
    "shipyard",
    "canal",
    "warehouse",
    "ferry",
)
VERBS = ("grew", "closed", "burned", "moved", "opened", "doubled", "failed", "was sold", "was rebuilt", "stood empty")
WHY = (
    "after the war",
    "when the fish had gone",
    "for want of money",
    "before the railway came",
    "under the new law",
    "in one winter",
)
AUTHORS = (
    "Marlowe",
    "Perrin",
    "Oduya",
    "Lindqvist",
    "Castellan",
    "Thackrey",
    "Winterbourne",
    "Quillfeather",
    "Ravensdale",
    "Esterhazy",
)
SENTENCES = 4
"""Sentences of a paragraph."""


class Draft(Struct, frozen=True):
    """A text: its paragraphs of sentences, each with the ordinal of its note or None; the notes, and the entries."""

    paragraphs: tuple[tuple[tuple[str, int | None], ...], ...]
    notes: tuple[str, ...]
    entries: tuple[str, ...]

    def markdown(self) -> str:
        """The text in Markdown, its notes called in order and numbered from 1."""
        order = [note for paragraph in self.paragraphs for _, note in paragraph if note is not None]
        label = {note: at for at, note in enumerate(order, 1)}
        lines = ["# Harbours of the north", ""]
        for at, paragraph in enumerate(self.paragraphs):
            if at % 5 == 0:
                lines += [f"## Part {at // 5 + 1} on {PLACES[at % len(PLACES)]}", ""]
            said = (text if note is None else f"{text}[^{label[note]}]" for text, note in paragraph)
            lines += [" ".join(said), ""]
        lines += ["## References", ""]
        for entry in self.entries:
            lines += [entry, ""]
        for note in order:
            lines += [f"[^{label[note]}]: {self.notes[note]}", ""]
        return "\n".join(lines)

    def called(self) -> list[tuple[int, int]]:
        """The sentences that call a note: the ordinals of the paragraph and of the sentence."""
        return [
            (row, at)
            for row, paragraph in enumerate(self.paragraphs)
            for at, (_, note) in enumerate(paragraph)
            if note is not None
        ]

    def with_note(self, place: tuple[int, int], note: int | None) -> Draft:
        """The text with another note, or none, at a sentence."""
        row, at = place
        paragraph = list(self.paragraphs[row])
        paragraph[at] = (paragraph[at][0], note)
        paragraphs = [*self.paragraphs[:row], tuple(paragraph), *self.paragraphs[row + 1 :]]
        return replace(self, paragraphs=tuple(paragraphs))


class Planted(Struct, frozen=True):
    """Two drafts with one change: its kind, and the rules that must find it, and nothing else."""

    kind: str
    first: Draft
    second: Draft
    codes: tuple[str, ...]


def draft(dice: random.Random, paragraphs: int = 15) -> Draft:
    """A text of so many paragraphs; no sentence and no note stands in it twice."""
    years = dice.sample(range(1950, 2024), len(AUTHORS))
    titles = [
        f"The {thing} of {place}"
        for thing, place in zip(dice.sample(THINGS, len(AUTHORS)), dice.sample(PLACES, len(AUTHORS)), strict=True)
    ]
    entries = tuple(
        f"{author}, {chr(65 + at)}. ({year}). *{title}*. London: Harbour Press."
        for at, (author, year, title) in enumerate(sorted(zip(AUTHORS, years, titles, strict=True)))
    )
    cited = sorted(zip(AUTHORS, years, strict=True))
    texts: list[tuple[tuple[str, int | None], ...]] = []
    notes: list[str] = []
    seen: set[str] = set()
    for _ in range(paragraphs):
        said: list[tuple[str, int | None]] = []
        while len(said) < SENTENCES:
            year = dice.randint(1700, 1949)
            text = (
                f"In {year} the {dice.choice(THINGS)} of {dice.choice(PLACES)} {dice.choice(VERBS)} {dice.choice(WHY)}."
            )
            if text in seen:
                continue
            seen.add(text)
            noted = len(said) in (1, 3)
            if noted:
                author, of = cited[len(notes) % len(cited)]
                notes.append(
                    f"{author}, {of}, p. {10 + 7 * len(notes)}, on the {dice.choice(THINGS)} of {dice.choice(PLACES)}."
                )
            said.append((text, len(notes) - 1 if noted else None))
        texts.append(tuple(said))
    return Draft(tuple(texts), tuple(notes), entries)


def _lost(one: Draft, dice: random.Random) -> Draft:
    return one.with_note(dice.choice(one.called()[1:-1]), None)


def _added(one: Draft, dice: random.Random) -> Draft:
    row = dice.randrange(1, len(one.paragraphs) - 1)
    added = replace(one, notes=(*one.notes, "Zimmerwald, 1999, p. 3, who says otherwise of all this."))
    return added.with_note((row, 2), len(one.notes))


def _page(one: Draft, dice: random.Random) -> Draft:
    at = dice.randrange(len(one.notes))
    text = one.notes[at].replace(", p. ", ", p. 9", 1)
    return replace(one, notes=(*one.notes[:at], text, *one.notes[at + 1 :]))


def _words(one: Draft, dice: random.Random) -> Draft:
    at = dice.randrange(len(one.notes))
    text = one.notes[at].replace(" on the ", " on another ", 1)
    return replace(one, notes=(*one.notes[:at], text, *one.notes[at + 1 :]))


def _elsewhere(one: Draft, dice: random.Random) -> Draft:
    """A marker that leads to what another one, far away, leads to as well."""
    places = one.called()
    at = dice.randrange(len(places) - 10)
    row, sentence = places[at + 9]
    other = one.paragraphs[row][sentence][1]
    assert other is not None
    copied = replace(one, notes=(*one.notes, one.notes[other]))
    return copied.with_note(places[at], len(one.notes))


def _exchanged(one: Draft, dice: random.Random) -> Draft:
    places = one.called()
    at = dice.randrange(len(places) - 1)
    (row, sentence), (other_row, other_sentence) = places[at], places[at + 1]
    first, second = one.paragraphs[row][sentence][1], one.paragraphs[other_row][other_sentence][1]
    return one.with_note(places[at], second).with_note(places[at + 1], first)


def _moved(one: Draft, dice: random.Random) -> Draft:
    places = one.called()
    row, sentence = dice.choice([place for place in places if place[1] == 1])
    note = one.paragraphs[row][sentence][1]
    return one.with_note((row, sentence), None).with_note((row, 0), note)


def _passage(one: Draft, dice: random.Random) -> Draft:
    row = dice.randrange(1, len(one.paragraphs) - 1)
    return replace(one, paragraphs=(*one.paragraphs[:row], *one.paragraphs[row + 1 :]))


def _entry(one: Draft, dice: random.Random) -> Draft:
    at = dice.randrange(len(one.entries))
    text = one.entries[at].replace("London", "Leeds", 1)
    return replace(one, entries=(*one.entries[:at], text, *one.entries[at + 1 :]))


def _entry_lost(one: Draft, dice: random.Random) -> Draft:
    at = dice.randrange(len(one.entries))
    return replace(one, entries=(*one.entries[:at], *one.entries[at + 1 :]))


def _prose(one: Draft, dice: random.Random) -> Draft:
    """Sentences that are worded anew, which is no matter of notes."""
    paragraphs = tuple(
        tuple(
            (text.replace(" the ", " its own ", 1) if dice.random() < 0.3 else text, note) for text, note in paragraph
        )
        for paragraph in one.paragraphs
    )
    return replace(one, paragraphs=paragraphs)


def _nothing(one: Draft, dice: random.Random) -> Draft:
    del dice
    return one


KINDS: dict[str, tuple[Callable[[Draft, random.Random], Draft], tuple[str, ...]]] = {
    "lost": (_lost, ("CMP001",)),
    "added": (_added, ("CMP002",)),
    "page": (_page, ("CMP003",)),
    "words": (_words, ("CMP003",)),
    "elsewhere": (_elsewhere, ("CMP004",)),
    "exchanged": (_exchanged, ("CMP004",)),
    "moved": (_moved, ("CMP006",)),
    "passage-lost": (_passage, ("CMP001",)),
    "entry": (_entry, ("CMP005",)),
    "entry-lost": (_entry_lost, ("CMP005",)),
    "prose": (_prose, ()),
    "nothing": (_nothing, ()),
}
"""What makes the second draft of the first one, and the codes of what is to be found."""


def planted(seed: int) -> Iterator[Planted]:
    """A pair of drafts of each kind."""
    for kind, (change, codes) in KINDS.items():
        dice = random.Random(f"{seed} {kind}")
        first = draft(dice)
        yield Planted(kind, first, change(first, dice), codes)
