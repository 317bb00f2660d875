"""Errors in converted amounts: in a passage with a declared rate and right conversions, or in the document's own."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from zlib import crc32

from tests.planting.carriers import Carrier, opened
from tests.planting.documents import Clean
from tests.planting.plants import Change, kind, make, shuffled

CURRENCY = r"US\$|[$€£]|dollar|euro|rouble|ruble|livre|pound|yuan|RMB|CNY"
BRACKET = re.compile(r"(?P<gap>[ \u00a0])\((?P<inner>[^()\n=]{0,30}\d[^()\n=]{0,40})\)")
ABOUT = re.compile(r"(?i)about|around|approximately|nearly|roughly|environ|près|quelque|presque|plus|more|over|~|≈")
NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f,.]?\d{1,3})*")
RATE = re.compile(
    r"(?P<one>€1|1[ \u00a0](?:€|euro)) = (?P<sign>US\$|£)?(?P<value>\d{1,3}[.,]\d{2,4})(?P<unit>[ \u00a0](?:\$ ?US|dollars?(?: américain| US)?|roubles?|rubles|livres? sterling|£))?"
)


@dataclass(frozen=True)
class Pair:
    """One euro in a currency: the average of 2019 and the reference rate of 28 February 2020, as the central bank has them."""

    code: str
    told: str
    average: str
    day: str
    foreign_first: bool

    def amount(self, value: Decimal, scale: str, french: bool, foreign: bool) -> str:
        """A sum of millions or milliards as the passage prints it."""
        number = f"{value}".replace(".", ",") if french else f"{value}"
        if not french:
            word = {"m": "million", "b": "billion"}[scale]
            sign = ({"USD": "US$", "GBP": "£"}.get(self.code, "")) if foreign else "€"
            return f"{sign}{number} {word}" if sign else f"{number} {word} rubles"
        word = {"m": "million", "b": "milliard"}[scale] + ("s" if value >= 2 else "")
        names = {"USD": "de dollars américains", "GBP": "de livres sterling", "RUB": "de roubles"}
        money = names[self.code] if foreign else "d'euros"
        return f"{number} {word} {money}"

    def unit(self, rate: str, french: bool) -> str:
        """The rate as it is declared."""
        if french:
            return f"1 € = {rate.replace('.', ',')} {({'USD': '$ US', 'GBP': '£', 'RUB': 'roubles'})[self.code]}"
        return {"USD": f"€1 = US${rate}", "GBP": f"€1 = £{rate}", "RUB": f"€1 = {rate} rubles"}[self.code]


PAIRS = (
    Pair("USD", r"\$|[Dd]ollar", "1.12", "1.10", False),
    Pair("RUB", r"ro?uble", "72.46", "73.61", True),
    Pair("GBP", r"£|pound|livres? sterling", "0.88", "0.85", False),
)
EUROS = (("48", "m"), ("61", "m"), ("2.4", "b"), ("75", "m"), ("1.6", "b"), ("90", "m"))
ROUBLES = (("950", "m"), ("1.5", "b"), ("2.1", "b"), ("870", "m"), ("340", "b"), ("650", "m"))
LEADS = (
    ("The first stage cost", "La première tranche a coûté"),
    ("The second came to", "La deuxième a atteint"),
    ("The third took", "La troisième a demandé"),
    ("A reserve of", "Une réserve de"),
    ("The ministry had asked for", "Le ministère avait demandé"),
    ("The last stage took", "La dernière tranche a pris"),
)
TAILS = {3: (" was set aside", " a été constituée")}


def declaration(pair: Pair, french: bool, dated: bool) -> str:
    """The sentence that declares the rate."""
    rate = pair.unit(pair.day if dated else pair.average, french)
    if french:
        of = "au taux du 28 février 2020" if dated else "au taux moyen de 2019"
        return f"Tous les montants de ce texte sont convertis {of} ({rate})."
    of = "at the exchange rate of 28 February 2020" if dated else "at the average exchange rate of 2019"
    return f"All amounts in this text are converted {of} ({rate})."


def passage(pair: Pair, french: bool, dated: bool = False) -> str:
    """Six conversions and the rate."""
    rate = Decimal(pair.day if dated else pair.average)
    sentences = []
    for number, (printed, scale) in enumerate(ROUBLES if pair.foreign_first else EUROS):
        value = Decimal(printed)
        if pair.foreign_first:
            other, other_scale = (value / rate, "m") if scale == "m" else (value * 1000 / rate, "m")
            if other >= 1000:
                other, other_scale = other / 1000, "b"
        else:
            other, other_scale = value * rate, scale
        step = Decimal("0.01") if other_scale == "b" else Decimal("0.1")
        other = other.quantize(step, ROUND_HALF_UP)
        first = pair.amount(value, scale, french, pair.foreign_first)
        second = pair.amount(other, other_scale, french, not pair.foreign_first)
        sentences.append(f"{LEADS[number][french]} {first} ({second}){TAILS.get(number, ('', ''))[french]}.")
    return " ".join([sentences[0], declaration(pair, french, dated), *sentences[1:]])


def chosen(clean: Clean) -> Pair:
    """The currency that goes with a document: one that it does not speak of."""
    turn = crc32(clean.name.encode()) % len(PAIRS)
    free = [pair for pair in PAIRS[turn:] + PAIRS[:turn] if not re.search(pair.told, clean.text)]
    return (free or [PAIRS[turn]])[0]


def carrier(clean: Clean, dated: bool = False) -> Carrier:
    """The document with conversions of our own."""
    pair = chosen(clean)
    return opened(clean, lambda french: passage(pair, french, dated))


def own(clean: Clean) -> bool:
    """Whether the document converts enough amounts itself to be planted in as it is."""
    return len(converted(clean, 0, len(clean.text))) > 9


def grounds(clean: Clean) -> Carrier:
    """The document, all of it, where it converts amounts itself; else a carrier."""
    return Carrier(clean, ((0, len(clean.text)),)) if own(clean) else carrier(clean)


def converted(clean: Clean, start: int, end: int) -> list[re.Match[str]]:
    """The brackets that give an amount in another currency."""
    found = []
    for match in BRACKET.finditer(clean.text, start, end):
        before = clean.text[max(0, match.start() - 45) : match.start()]
        inner = match.group("inner")
        if not re.search(CURRENCY, inner) or not re.search(rf"\d.*?(?:{CURRENCY})|(?:{CURRENCY}).*?\d", before):
            continue
        running = clean.note_at(match.start()) is None and not clean.in_bibliography(match.start())
        if running and len(NUMBER.findall(inner)) == 1:
            found.append(match)
    return found


def brackets(ground: Carrier, chance: random.Random) -> list[re.Match[str]]:
    """The converted amounts of the passages, in any order, those that are only said to be about right left out."""
    found = [one for start, end in ground.regions for one in converted(ground.clean, start, end)]
    plain = [one for one in found if not ABOUT.search(ground.clean.text[max(0, one.start() - 60) : one.end()])]
    return shuffled(chance, plain)


def _around(ground: Carrier, match: re.Match[str]) -> tuple[int, int]:
    return max(0, match.start() - 30), match.end()


@kind("conversion: digits swapped", "CUR001")
def digits_swapped(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """Two neighbouring digits of a converted amount change places."""
    ground = grounds(clean)
    for match in brackets(ground, chance):
        number = NUMBER.search(match.group("inner"))
        assert number is not None
        digits = [at for at, char in enumerate(number.group()) if char.isdigit()]
        pairs = [
            (a, b)
            for a, b in pairwise(digits)
            if number.group()[a] != number.group()[b] and (a or number.group()[b] != "0")
        ]
        if not pairs:
            continue
        a, b = chance.choice(pairs)
        new = list(number.group())
        new[a], new[b] = new[b], new[a]
        at = match.start("inner") + number.start()
        yield make(
            ground.clean,
            f"{match.group().strip()} > {''.join(new)}",
            [(at, at + len(new), "".join(new))],
            [_around(ground, match)],
        )


def _rescaled(clean: Clean, chance: random.Random, words: dict[str, str], french: bool | None) -> Iterator[Change]:
    ground = grounds(clean)
    pattern = re.compile(rf"\b(?:{'|'.join(words)})\b")
    for match in brackets(ground, chance):
        if french is not None and ground.clean.french(match.start()) is not french:
            continue
        found = pattern.search(match.group("inner"))
        if found:
            at = match.start("inner") + found.start()
            new = words[found.group()]
            what = f"{match.group().strip()} > {new}"
            yield make(ground.clean, what, [(at, at + len(found.group()), new)], [_around(ground, match)])


@kind("conversion: million for billion", "CUR001", "CUR009")
def scale_confused(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A converted amount is a thousand times too large or too small."""
    french = {"million": "milliard", "millions": "milliards", "milliard": "million", "milliards": "millions"}
    english = {"million": "billion", "billion": "million"}
    for way in (True, False):
        yield from _rescaled(clean, chance, french if way else english, way)


@kind("conversion: French billion", "CUR009")
def false_friend(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A French amount has the English word for a thousand million, in the bracket or before it."""
    words = {"milliard": "billion", "milliards": "billions"}
    ground = grounds(clean)
    for match in brackets(ground, chance):
        if not ground.clean.french(match.start()):
            continue
        start = max(match.start() - 40, *(one[0] for one in ground.regions if one[0] <= match.start()))
        found = [
            one
            for one in re.finditer(r"\bmilliards?\b", ground.clean.text[start : match.end()])
            if "(" not in ground.clean.text[start + one.end() : match.start()]
            and "." not in ground.clean.text[start + one.end() : match.start()]
        ]
        if found:
            one = chance.choice(found)
            at = start + one.start()
            yield make(
                ground.clean,
                f"{ground.clean.text[at - 6 : match.end()]} > {words[one.group()]}",
                [(at, at + len(one.group()), words[one.group()])],
                [(start, match.end())],
            )


def _rates(ground: Carrier, chance: random.Random) -> list[re.Match[str]]:
    found = [one for start, end in ground.regions for one in RATE.finditer(ground.clean.text, start, end)]
    return shuffled(chance, [one for one in found if one.group("sign") or one.group("unit")])


@kind("rate: altered", "CUR001", "CUR006")
def rate_altered(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """The declared rate is not the one that was used."""
    ground = grounds(clean)
    spots = [_around(ground, one) for start, end in ground.regions for one in converted(ground.clean, start, end)]
    for match in _rates(ground, chance):
        value = match.group("value")
        for at in shuffled(chance, [at for at, char in enumerate(value) if char.isdigit() and at < len(value) - 1]):
            new = value[:at] + str((int(value[at]) + chance.randint(1, 8)) % 10) + value[at + 1 :]
            if not new.startswith("0") or value.startswith("0"):
                yield make(
                    ground.clean,
                    f"{match.group()} > {new}",
                    [(*match.span("value"), new)],
                    [match.span(), *spots],
                )
                break


@kind("rate: without currency", "CUR008")
def rate_bare(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """The declared rate does not say of what."""
    ground = grounds(clean)
    for match in _rates(ground, chance):
        group = "sign" if match.group("sign") else "unit"
        yield make(
            ground.clean,
            f"{match.group()} less {match.group(group)}",
            [(*match.span(group), "")],
            [match.span()],
        )


@kind("rate: not declared", "CUR002")
def rate_missing(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """The declaration of the rate goes, the conversions stay."""
    ground = carrier(clean)
    pair = chosen(clean)
    if own(clean):
        return
    for start, end in ground.regions:
        sentence = declaration(pair, ground.clean.french(start), False)
        at = ground.clean.text.index(sentence, start, end)
        yield make(
            ground.clean,
            sentence,
            [(at, at + len(sentence) + 1, "")],
            [_around(ground, one) for one in converted(ground.clean, start, end)],
        )


@kind("rate: of another year", "CUR006")
def rate_of_another_year(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """The rate is said to be the average of a year whose average was another."""
    ground = carrier(clean)
    if own(clean):
        return
    for start, end in ground.regions:
        for year in shuffled(chance, ("2014", "2015", "2016")):
            at = ground.clean.text.index(" 2019 (", start, end) + 1
            yield make(ground.clean, f"2019 > {year}", [(at, at + 4, year)], [(at, at + 30)])


@kind("rate: of a closed day", "CUR007")
def rate_of_closed_day(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """The rate is dated on a Saturday or a Sunday."""
    ground = carrier(clean, dated=True)
    if own(clean):
        return
    days = (("29 February 2020", "29 février 2020"), ("1 March 2020", "1er mars 2020"))
    for start, end in ground.regions:
        for day in shuffled(chance, days):
            french = ground.clean.french(start)
            old = "28 février 2020" if french else "28 February 2020"
            at = ground.clean.text.index(old, start, end)
            yield make(
                ground.clean,
                day[french],
                [(at, at + len(old), day[french])],
                [(at, at + len(old) + 30)],
            )


AMOUNT = re.compile(
    r"(?:(?:US\$|[€£])\d[\d.,]*(?: (?:million|billion))?|\d[\d.,]* (?:millions?|milliards?|billions?)"
    r" (?:d'euros|euros|de dollars(?: américains)?|de livres sterling|de roubles|rubles))\Z"
)


@kind("amount unconverted", "CUR003", "CUR004")
def unconverted(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """One of many amounts in foreign money has lost its equivalent in euros."""
    ground = grounds(clean)
    for match in brackets(ground, chance):
        before = AMOUNT.search(ground.clean.text, max(0, match.start() - 60), match.start())
        if before is None or re.search("€|euro", before.group()) is None:
            edit = (*match.span(), "")
        elif re.match(r"(?:US\$|£)?\d", match.group("inner")):
            edit = (before.start(), match.end(), match.group("inner"))
        else:
            continue
        yield make(
            ground.clean,
            ground.clean.text[match.start() - 25 : match.end()],
            [edit],
            [(max(0, match.start() - 40), match.end())],
        )


NOTATIONS = (
    (r"US\$(?=\d)", "US$ ", r"US\$ \d"),
    (r"£(?=\d)", "£ ", r"£ \d"),
    (r"€(?=\d)", "€ ", r"€ \d"),
    (r"de dollars américains", "de dollars", r"(?:de|en) dollars(?! américains)"),
    (r"d'euros", "€", r"\d €"),
    (r"de livres sterling", "£", r"\d £"),
)
"""How a currency is printed, how otherwise, and what shows that the document does so already."""


@kind("currency written otherwise", "CUR005")
def notation(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """One amount has its currency in another form than the others."""
    ground = grounds(clean)
    for match in brackets(ground, chance):
        for pattern, new, other in NOTATIONS:
            found = re.search(pattern, match.group("inner"))
            mixed = len(re.findall(other, ground.clean.text)) * 3 > len(re.findall(pattern, ground.clean.text))
            if found and not mixed:
                at = match.start("inner") + found.start()
                yield make(
                    ground.clean,
                    f"{match.group()} > {new}",
                    [(at, at + len(found.group()), new)],
                    [(match.start(), match.end())],
                )
                break
