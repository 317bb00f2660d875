"""A bilingual report of any size, the same for the same seed: French first, then English, as in reports made from a PDF.

    python bench/speed/generate.py [--notes N] [--seed N] [--output FILE]

Notes are called as ``<sup>12</sup>`` and stand below the paragraphs that call them; they number on through the whole report,
as the headings and the entries do. Twice the notes are twice the text, the entries, the names, the amounts and the
addresses: nothing is merely repeated, so that looking things up costs what it costs in a report of that size.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

NOTES_PER_ENTRY = 4
NOTES_PER_SECTION = 9
SECTIONS_PER_CHAPTER = 4
RATE = Decimal("1.06")

FIRST = [
    "Bal",
    "Bren",
    "Cal",
    "Cor",
    "Dan",
    "Del",
    "Fal",
    "Far",
    "Gal",
    "Gor",
    "Hal",
    "Hern",
    "Jal",
    "Kar",
    "Kel",
    "Lan",
    "Lor",
    "Mal",
    "Mar",
    "Nal",
    "Nor",
    "Pal",
    "Per",
    "Ral",
    "Ros",
    "Sal",
    "Ser",
    "Tal",
    "Tor",
    "Val",
]
MIDDLE = [
    "a",
    "e",
    "i",
    "o",
    "u",
    "ade",
    "ane",
    "ave",
    "ede",
    "ele",
    "ene",
    "eve",
    "ile",
    "ine",
    "ive",
    "ole",
    "one",
    "ove",
    "ude",
    "une",
]
LAST = [
    "bach",
    "ber",
    "borg",
    "cek",
    "dal",
    "den",
    "ford",
    "grin",
    "holm",
    "kin",
    "lek",
    "man",
    "mont",
    "nor",
    "pin",
    "quist",
    "rick",
    "sen",
    "ski",
    "stad",
    "ton",
    "vak",
    "vel",
    "vic",
    "win",
    "zer",
]
INITIALS = "ABCDEFGHJKLMNPRSTV"

TOPICS = [
    ("les ports de la côte", "the ports of the coast"),
    ("le fret ferroviaire", "rail freight"),
    ("les chantiers navals", "the shipyards"),
    ("les réseaux de chaleur", "district heating"),
    ("la pêche côtière", "coastal fishing"),
    ("les barrages de montagne", "the mountain dams"),
    ("la poste rurale", "the rural post"),
    ("les câbles sous-marins", "the undersea cables"),
    ("les scieries du nord", "the northern sawmills"),
    ("les péages urbains", "urban tolls"),
    ("le logement ouvrier", "workers' housing"),
    ("les cantines scolaires", "school canteens"),
]
OPENINGS = [
    (
        "L'enquête menée sur {fr} montre un recul lent mais régulier",
        "The survey of {en} shows a slow but steady decline",
    ),
    (
        "Les travaux consacrés à ce sujet, et d'abord à {fr}, restent rares",
        "Work on this subject, and first of all on {en}, remains rare",
    ),
    (
        "Dans la plupart des communes, {fr} ont cessé de peser sur les comptes",
        "In most of the towns, {en} no longer weigh on the accounts",
    ),
    (
        "Rien n'indique que {fr} aient changé la manière de travailler",
        "Nothing suggests that {en} have changed the way people work",
    ),
    (
        "Les archives de la région gardent peu de traces de ce que {fr} ont coûté",
        "The archives of the region keep few traces of what {en} have cost",
    ),
]
MIDDLES = [
    (
        "les élus ont préféré attendre la fin des travaux avant de se prononcer",
        "the councillors preferred to wait for the end of the works before giving an opinion",
    ),
    (
        "les syndicats demandaient surtout que la durée du travail soit respectée",
        "the unions asked above all that working hours be respected",
    ),
    (
        "la presse locale n'en a parlé qu'une fois, et sans donner de chiffres",
        "the local press spoke of it only once, and without giving figures",
    ),
    (
        "les ingénieurs avaient pourtant prévu que la demande finirait par baisser",
        "the engineers had nevertheless foreseen that demand would fall in the end",
    ),
    (
        "personne n'a cherché à savoir ce que les habitants en attendaient",
        "nobody tried to find out what the inhabitants expected of it",
    ),
    (
        "le ministère a rendu ses conclusions plus tard que prévu",
        "the ministry handed in its conclusions later than planned",
    ),
]
CLOSINGS = [
    (
        "On verra plus loin que cette lecture laisse de côté les petites entreprises.",
        "It will be seen further on that this reading leaves out small firms.",
    ),
    (
        "Cette différence tient moins aux règles qu'à la façon dont elles sont suivies.",
        "This difference owes less to the rules than to the way in which they are followed.",
    ),
    (
        "Il faut y voir l'effet des saisons plutôt que celui de la loi.",
        "One should see in this the effect of the seasons rather than that of the law.",
    ),
    (
        "La suite de ce chapitre reprend ces questions dans l'ordre où elles se sont posées.",
        "The rest of this chapter takes up these questions in the order in which they arose.",
    ),
]
NOUNS = [
    "harbour",
    "railway",
    "timber",
    "river",
    "winter",
    "market",
    "labour",
    "climate",
    "bridge",
    "harvest",
    "signal",
    "furnace",
    "ledger",
    "quarry",
    "lantern",
    "meadow",
    "granite",
    "orchard",
    "voyage",
    "canal",
]
THINGS = [
    "policy",
    "history",
    "economy",
    "memory",
    "survey",
    "atlas",
    "politics",
    "geography",
    "register",
    "theory",
    "practice",
    "measure",
    "account",
    "crisis",
    "revival",
]
PLACES = ["London: Harrow", "Oslo: Nordlys", "Paris: Galiote", "Leiden: Brandt", "Toronto: Maple Row"]
JOURNALS = [
    "Journal of Northern Studies",
    "Review of Regional Economics",
    "Annals of Port History",
    "Transport Quarterly",
]


@dataclass(frozen=True)
class Source:
    """An entry: the text that both bibliographies print, and how notes cite it."""

    families: tuple[str, ...]
    year: int
    entry: str
    sort: str
    pages: tuple[int, int]

    def cited(self, joined: str) -> str:
        """``Doe & Roe, 2019`` with the language's conjunction."""
        return f"{f' {joined} '.join(self.families)}, {self.year}"


def generate(notes: int = 360, seed: int = 1) -> str:
    """A report with about ``notes`` notes in both languages together."""
    draw = random.Random(seed)
    each = max(2, notes // 2)
    sources = _sources(draw, max(3, each // NOTES_PER_ENTRY))
    french, english = ["# Rapport sur les équipements collectifs", ""], ["# Report on public facilities", ""]
    uncited = list(sources)
    draw.shuffle(uncited)
    last: Source | None = None
    label = 0
    while label < each:
        if label % NOTES_PER_SECTION == 0:
            section = label // NOTES_PER_SECTION
            chapter, within = section // SECTIONS_PER_CHAPTER + 1, section % SECTIONS_PER_CHAPTER
            fr, en = draw.choice(TOPICS)
            if within == 0:
                french += [f"## {chapter}. Les équipements, {_roman(chapter)}", ""]
                english += [f"## {chapter}. The facilities, {_roman(chapter)}", ""]
            french += [f"### {chapter}.{within + 1} À propos de ce qui touche {fr}", ""]
            english += [f"### {chapter}.{within + 1} On what concerns {en}", ""]
        count = min(draw.randint(2, 4), each - label, NOTES_PER_SECTION - label % NOTES_PER_SECTION)
        bodies: list[tuple[str, str]] = []
        pieces_fr, pieces_en = [], []
        for place in range(count):
            label += 1
            fr, en = _sentence(draw, label)
            pieces_fr.append(fr)
            pieces_en.append(en)
            if label == 1:
                bodies.append(
                    (
                        "Sauf mention contraire, les sommes sont converties au taux de la Banque centrale européenne du "
                        "24 février 2023 : 1 € = 1,06 US\\$.",
                        "Unless otherwise stated, sums are converted at the rate of the European Central Bank of "
                        "24 February 2023: €1 = US\\$ 1.06.",
                    )
                )
                continue
            body, last = _note(draw, uncited, sources, last if place or len(bodies) else None)
            bodies.append(body)
        fr, en = draw.choice(CLOSINGS)
        french += [" ".join((*pieces_fr, fr)), ""]
        english += [" ".join((*pieces_en, en)), ""]
        for number, (fr, en) in enumerate(bodies, label - count + 1):
            french += [f"<sup>{number}</sup> {fr}", ""]
            english += [f"<sup>{number}</sup> {en}", ""]
        last = None
    for lines, title in ((french, "Bibliographie"), (english, "Bibliography")):
        lines += [f"## {title}", ""]
        for number, source in enumerate(sources, 1):
            lines += [f"{number}. {source.entry}", ""]
    return "\n".join([*french, *english])


def _sources(draw: random.Random, count: int) -> list[Source]:
    names: set[str] = set()
    while len(names) < 2 * count:
        names.add(draw.choice(FIRST) + draw.choice(MIDDLE) + draw.choice(MIDDLE) + draw.choice(LAST))
    pool = sorted(names)
    draw.shuffle(pool)
    made = []
    for at in range(count):
        year = draw.randint(1985, 2022)
        families = (pool[2 * at], pool[2 * at + 1]) if draw.random() < 0.3 else (pool[2 * at],)
        persons = " & ".join(f"{family}, {draw.choice(INITIALS)}." for family in families)
        title = f"The {draw.choice(NOUNS)} and the {draw.choice(NOUNS)}: a {draw.choice(THINGS)} of {draw.choice(NOUNS)} {draw.choice(THINGS)}"
        first = draw.randint(1, 300)
        pages = (first, first + draw.randint(12, 40))
        kind = draw.random()
        if kind < 0.4:
            entry = f"{persons} ({year}). *{title}*. {draw.choice(PLACES)}."
            pages = (1, 240)
        elif kind < 0.75:
            entry = f"{persons} ({year}). {title}. *{draw.choice(JOURNALS)}*, {draw.randint(3, 60)}({draw.randint(1, 4)}), {pages[0]}-{pages[1]}. https://doi.org/10.5555/{families[0].lower()}.{year}.{at}"
        else:
            entry = f"{persons} ({year}). *{title}*. Retrieved from: <https://www.{families[0].lower()}.example.org/reports/{year}/{at}/{draw.choice(NOUNS)}-{draw.choice(THINGS)}.html>."
            pages = (1, 60)
        made.append(Source(families, year, entry, f"{families[0]} {year}", pages))
    return sorted(made, key=lambda source: source.sort)


def _sentence(draw: random.Random, label: int) -> tuple[str, str]:
    fr, en = draw.choice(TOPICS)
    opening_fr, opening_en = draw.choice(OPENINGS)
    middle_fr, middle_en = draw.choice(MIDDLES)
    rest_fr, rest_en = _detail(draw)
    mark = f"<sup>{label}</sup>"
    return (
        f"{opening_fr.format(fr=fr)} ; {middle_fr}, {rest_fr}{mark}.",
        f"{opening_en.format(en=en)}; {middle_en}, {rest_en}{mark}.",
    )


def _detail(draw: random.Random) -> tuple[str, str]:
    kind = draw.random()
    if kind < 0.25:
        dollars = Decimal(draw.randint(20, 4000)) / 10
        euros = (dollars / RATE).quantize(Decimal("0.1"), ROUND_HALF_UP)
        return (
            f"pour un coût de {_french(euros)} millions d'euros ({_french(dollars)} millions de dollars)",
            f"at a cost of €{euros} million (US\\$ {dollars} million)",
        )
    if kind < 0.5:
        share, year = draw.randint(3, 94), draw.randint(1990, 2021)
        return f"soit {share} % de l'ensemble en {year}", f"or {share}% of the whole in {year}"
    if kind < 0.7:
        number = draw.randint(2, 980) * 1000
        return (
            f"ce qui représente {number:,} tonnes par an".replace(",", "\u00a0"),
            f"which makes {number:,} tonnes a year",
        )
    return "comme on pouvait s'y attendre", "as was to be expected"


def _french(value: Decimal) -> str:
    return str(value).replace(".", ",")


def _note(
    draw: random.Random, uncited: list[Source], sources: Sequence[Source], last: Source | None
) -> tuple[tuple[str, str], Source | None]:
    kind = draw.random()
    if last is not None and kind < 0.2:
        page = draw.randint(*last.pages)
        return (f"*Ibid.*, p. {page}.", f"*Ibid.*, p. {page}."), last
    if kind < 0.28:
        fr, en = draw.choice(MIDDLES)
        return (f"Sur ce point, {fr}.", f"On this point, {en}."), None
    source = uncited.pop() if uncited else draw.choice(sources)
    page = draw.randint(*source.pages)
    if kind < 0.4:
        other = uncited.pop() if uncited else draw.choice(sources)
        if other is not source:
            further = draw.randint(*other.pages)
            return (
                f"{source.cited('&')}, p. {page} ; {other.cited('&')}, p. {further}.",
                f"{source.cited('&')}, p. {page}; {other.cited('&')}, p. {further}.",
            ), None
    return (f"{source.cited('&')}, p. {page}.", f"{source.cited('&')}, p. {page}."), source


def _roman(number: int) -> str:
    made = ""
    for value, sign in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):  # fmt: skip
        while number >= value:
            made += sign
            number -= value
    return made


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes a report to a file or to standard output."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--notes", type=int, default=360, help="notes in both languages together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", type=Path, help="the file to write; standard output without it")
    options = parser.parse_args(arguments)
    text = generate(options.notes, options.seed)
    if options.output is None:
        sys.stdout.write(text)
    else:
        options.output.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
