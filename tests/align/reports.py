"""Bilingual reports made up for tests: as data, so that one side can lose, move or merge what the other keeps, and as text.

Sentences carry a name, a figure and mostly a note; sources come back several times, so that a note can go without taking
the only citation of an entry with it. Notes are numbered when a side is written out: numbers are no part of the data.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.source import Source, Span, Version
from citecheck.parse import parse
from citecheck.resolve import resolve

HEADS = ["Bar", "Cor", "Dal", "Fer", "Gal", "Hol", "Kar", "Lan", "Mor", "Nor", "Pel", "Ros", "Sal", "Tor", "Val", "Wen"]
MIDDLES = ["a", "e", "i", "o", "ade", "ane", "ele", "ine", "ole", "ude"]
TAILS = ["berg", "cek", "din", "feld", "grin", "lik", "mann", "nov", "quist", "rick", "sen", "ton", "var", "witz"]
WHAT = [
    ("la halle", "the covered market"),
    ("le canal", "the canal"),
    ("la filature", "the spinning mill"),
    ("l'observatoire", "the observatory"),
    ("le tramway", "the tramway"),
    ("la scierie", "the sawmill"),
    ("l'hospice", "the almshouse"),
    ("le phare", "the lighthouse"),
    ("la tannerie", "the tannery"),
]
DOES = [
    ("a perdu {n} de ses employés", "lost {n} of its employees"),
    ("reçoit {n} visiteurs par saison", "receives {n} visitors a season"),
    ("occupe {n} mètres de quai", "takes up {n} metres of quay"),
    ("a coûté {n} journées de travail", "cost {n} days of labour"),
    ("garde {n} registres anciens", "keeps {n} old registers"),
    ("consomme {n} stères de bois", "burns {n} loads of wood"),
]
WHY = [
    ("parce que la rivière a changé de lit", "because the river has changed its course"),
    ("sans que la commune s'en plaigne", "without any complaint from the town"),
    ("comme les voisins l'avaient prévu", "as the neighbours had foreseen"),
    ("depuis que la route du col est ouverte", "since the road over the pass was opened"),
    ("bien que personne ne l'ait demandé", "although nobody asked for it"),
]
TITLES = [
    ("Les eaux et les rives", "Waters and their banks"),
    ("Le travail du bois", "Working with timber"),
    ("Marchés et foires", "Markets and fairs"),
    ("La vie des ateliers", "Life in the workshops"),
    ("Chemins et cols", "Paths and passes"),
    ("Les archives perdues", "The lost archives"),
    ("Fêtes et saisons", "Feasts and seasons"),
    ("Les métiers du port", "Trades of the harbour"),
]
BOOKS = [
    ("Histoire des moulins", "A history of mills"),
    ("Le prix du grain", "The price of grain"),
    ("Cartes de la vallée", "Maps of the valley"),
    ("Les livres de comptes", "The account books"),
    ("Récits de bateliers", "Tales of the boatmen"),
]
SIDES = {"fr": 0, "en": 1}


class Book(Struct, frozen=True):
    """A source, with its title in both languages."""

    family: str
    year: int
    titles: tuple[str, str]


class Cite(Struct, frozen=True):
    """A citation of a book at a page."""

    book: Book
    page: int


class Sentence(Struct, frozen=True):
    """A sentence in both languages; its note, where it has one, cites one source or more. ``key`` names it on both sides."""

    key: int
    texts: tuple[str, str]
    note: tuple[Cite, ...] = ()


class Section(Struct, frozen=True):
    """A section with the number and the title that its heading bears."""

    number: str
    titles: tuple[str, str]
    paragraphs: tuple[tuple[Sentence, ...], ...]

    def sentences(self) -> Iterator[Sentence]:
        """All sentences, in order."""
        for paragraph in self.paragraphs:
            yield from paragraph


class Side(Struct, frozen=True):
    """One language version of a report."""

    lang: str
    sections: tuple[Section, ...]
    books: tuple[Book, ...]

    def notes(self) -> list[Sentence]:
        """The sentences that have a note, in order: the note with the printed number n is the n-th."""
        return [one for section in self.sections for one in section.sentences() if one.note]

    def text(self, first: int = 1) -> str:
        """The side as Markdown, its notes numbered from ``first`` and standing below the paragraphs that call them."""
        side = SIDES[self.lang]
        lines = [("# Rapport sur la vallée", "# Report on the valley")[side], ""]
        number = first
        for section in self.sections:
            lines += [f"## {section.number}. {section.titles[side]}", ""]
            for paragraph in section.paragraphs:
                words, notes = [], []
                for one in paragraph:
                    mark = f"<sup>{number}</sup>" if one.note else ""
                    words.append(f"{one.texts[side]}{mark}.")
                    if one.note:
                        cited = "; ".join(f"{cite.book.family}, {cite.book.year}, p. {cite.page}" for cite in one.note)
                        notes += [f"<sup>{number}</sup> {cited}.", ""]
                        number += 1
                lines += [" ".join(words), "", *notes]
        lines += [("## Bibliographie", "## Bibliography")[side], ""]
        for at, book in enumerate(self.books, 1):
            lines += [f"{at}. {book.family}, A. ({book.year}). *{book.titles[side]}*. Oslo: Nordlys.", ""]
        return "\n".join(lines)

    def edited(self, changed: dict[int, Sentence | None]) -> Side:
        """The side with sentences changed, or dropped where they are None, by their keys."""
        return replace(
            self,
            sections=tuple(
                replace(
                    section,
                    paragraphs=tuple(
                        kept
                        for paragraph in section.paragraphs
                        if (kept := tuple(new for one in paragraph if (new := changed.get(one.key, one)) is not None))
                    ),
                )
                for section in self.sections
            ),
        )

    def without(self, *keys: int) -> Side:
        """The side without the notes of the sentences with these keys; the sentences stay."""
        return self.edited({one.key: replace(one, note=()) for one in self.notes() if one.key in keys})


def report(seed: int, sections: int = 4, paragraphs: int = 3, sentences: int = 4) -> tuple[Side, Side]:
    """A French side and its English translation, the same for the same seed, without anything wrong.

    Names, titles and figures number on: a report of many sections is no repetition of a short one.
    """
    draw = random.Random(seed)
    names = _names(draw, sections * paragraphs * sentences + sections * paragraphs)
    count = max(3, sections * paragraphs * sentences // 4)
    books = tuple(
        sorted(
            (Book(next(names), draw.randint(1950, 2020), draw.choice(BOOKS)) for _ in range(count)),
            key=lambda book: book.family,
        )
    )
    deck: list[Book] = []
    made = []
    key = 0
    for at in range(sections):
        rows = []
        for _ in range(paragraphs):
            row = []
            for place in range(sentences):
                while len(deck) < 2:
                    deck = [*deck, *draw.sample(books, len(books))]
                noted = place == 0 or draw.random() < 0.8
                note = (Cite(deck.pop(), draw.randint(1, 300)),) if noted else ()
                row.append(Sentence(key, _sentence(draw, next(names)), note))
                key += 1
            rows.append(tuple(row))
        made.append(Section(str(at + 1), _title(at), tuple(rows)))
    return Side("fr", tuple(made), books), Side("en", tuple(made), books)


def _title(at: int) -> tuple[str, str]:
    fr, en = TITLES[at % len(TITLES)]
    return (fr, en) if at < len(TITLES) else (f"{fr}, suite {at}", f"{en}, part {at}")


def _names(draw: random.Random, count: int) -> Iterator[str]:
    made = {
        draw.choice(HEADS) + "".join(draw.choice(MIDDLES) for _ in range(3)) + draw.choice(TAILS)
        for _ in range(2 * count + 50)
    }
    pool = sorted(made)
    draw.shuffle(pool)
    return iter(pool)


def _sentence(draw: random.Random, name: str) -> tuple[str, str]:
    what, does, why = draw.choice(WHAT), draw.choice(DOES), draw.choice(WHY)
    figure = str(draw.randint(1100, 98000)) if draw.random() < 0.6 else str(draw.randint(11, 999))
    return (
        f"À {name}, {what[0]} {does[0].format(n=figure)} {why[0]}",
        f"In {name}, {what[1]} {does[1].format(n=figure)} {why[1]}",
    )


def cited(lang: str, text: str) -> Citations:
    """A version's text, read and resolved."""
    return resolve(parse(Version(lang, (Span(Source(f"{lang}.md", text), 0, len(text)),))))


def grouped(alignment: Alignment) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The printed numbers of the notes of each group."""
    return [
        (tuple(note.number for note in group.left), tuple(note.number for note in group.right))
        for group in alignment.groups
    ]


def by_key(
    alignment: Alignment, left: Sequence[Sentence], right: Sequence[Sentence]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The keys of the sentences of the notes of each group; ``left`` and ``right`` are the noted sentences, from note 1."""
    return [
        (tuple(left[int(number) - 1].key for number in own), tuple(right[int(number) - 1].key for number in twins))
        for own, twins in grouped(alignment)
    ]
