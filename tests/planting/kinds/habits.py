"""Errors against the habits of a document: one place is written otherwise than the others."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from tests.planting.carriers import bilingual, bracketed, noted, opened, paged, pages_usual
from tests.planting.documents import Cite, Clean
from tests.planting.plants import Change, kind, make, shuffled

IBID = re.compile(r"(?P<mark>\*?)[Ii]bid(?P<stop>\.)(?P<end>\*?)(?=,)")
QUOTES = (("«", "»"), ("“", "”"), ('"', '"'))
NUMBERS = (
    ("The parish had 12,400 souls, the county 181,600 and the kingdom 3,204,700.", "12,400"),
    ("La paroisse comptait 12 400 âmes, le comté 181 600 et le royaume 3 204 700.", "12 400"),
)
MORE_NUMBERS = (
    "Of these 27,350 could read, 24,810 could sign and 41,270 could neither.",
    "Parmi eux, 27 350 savaient lire, 24 810 savaient signer et 41 270 ni l'un ni l'autre.",
)
QUOTING = (
    "The clerk calls it “a ledger of salt”, the bishop “a ledger of sin”, and the last witness “a blank page”.",
    "Le greffier l'appelle « un registre de sel », l'évêque « un registre de péchés », et le dernier témoin "
    "« une page blanche ».",
)
MONTHS = {
    "janvier": "January",
    "février": "February",
    "mars": "March",
    "avril": "April",
    "mai": "May",
    "juin": "June",
    "juillet": "July",
    "août": "August",
    "septembre": "September",
    "octobre": "October",
    "novembre": "November",
    "décembre": "December",
}
ACCESS = (
    (r"Consulté le|consulté le", "Retrieved"),
    (r"Consulté à|consulté à|Consulté sur|Tiré de", "Retrieved from"),
    (r"à l'adresse|à l’adresse", "from"),
    (r"Retrieved from|Available from:", "Consulté sur"),
    (r"Retrieved(?= [A-Z\d])|[Aa]ccessed(?= [A-Z\d])", "Consulté le"),
)


def _note_carrier(clean: Clean, kinds: tuple[str, ...]) -> Clean | None:
    """The document with notes of our own: ``{head}`` is a source cited by page in its notes, ``{other}`` another."""
    heads = {}
    for cite, match in paged(clean):
        if cite.note is not None and "(" not in clean.text[cite.start : cite.end]:
            number = int(match.group("low"))
            text = clean.text[cite.start : cite.end] + match.group("before") + (match.group("label") or "")
            if "pp." not in text:
                heads.setdefault(cite.entry, f"{text}{number}")
    sources = list(heads.values())
    if len(sources) < (2 if any("{other}" in kind for kind in kinds) else 1):
        return None
    sources += sources
    made = noted(clean, [kind.format(head=sources[0], other=sources[1]) for kind in kinds])
    return None if made is None else made.clean


@kind("Ibid without its stop", "STY001")
def ibid_stop(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """One Ibid. has lost the stop that the others have."""
    ground = clean
    if len(IBID.findall(clean.text)) < 4 or bilingual(clean):
        form = "*Ibid.*" if "*Ibid.*" in clean.text else "Ibid."
        labels = {match.group("label") or "" for cite, match in paged(clean) if cite.note is not None}
        label = next((one for one in labels if one.startswith("p.")), "")
        made = _note_carrier(clean, ("{head}", *(f"{form}, {label}{page}" for page in (5, 7, 8, 9))))
        if made is None:
            return
        ground = made
    found = [one for one in IBID.finditer(ground.text) if ground.note_at(one.start()) is not None]
    for match in shuffled(chance, found) if len(found) > 3 else ():
        yield make(ground, match.group(), [(*match.span("stop"), "")], [match.span()])


@kind("comma between sources", "STY002")
def comma(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """Two sources of a note are told apart by a comma where the others have a semicolon."""
    ground = clean
    if len(_semicolons(clean)) < 4:
        space = " ;" if " ; " in clean.text else ";"
        made = _note_carrier(clean, ("{head}" + space + " {other}",) * 4)
        if made is None:
            return
        ground = made
    found = _semicolons(ground)
    versions = [ground.version(match[0]) for match in found]
    for match in shuffled(chance, found):
        if versions.count(ground.version(match[0])) < 4:
            continue
        yield make(
            ground,
            ground.text[match[0] - 20 : match[1] + 20],
            [(match[0], match[1], ", ")],
            [(match[0] - 20, match[1] + 20)],
        )


def _semicolons(clean: Clean) -> list[tuple[int, int]]:
    """The semicolons right before a citation, in a note that cites another source before it."""
    found = []
    for before, cite in zip(clean.cites, clean.cites[1:], strict=False):
        between = clean.text[before.end : cite.start]
        match = re.search(r"[ \u00a0]?; $", between)
        if cite.note is not None and before.note == cite.note and match and between.count(";") == 1:
            found.append((before.end + match.start(), cite.start))
    return found


@kind("note without its stop", "STY003")
def note_ending(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A note lacks the stop that the others end with, or has one that they lack."""
    ends = [
        (note, clean.text[note.body : note.end].rstrip().endswith("."))
        for note in clean.notes
        if re.search(r"(?:pp?\. ?\d[\d–-]*|\w, (?:19|20)\d\d[a-z]?)\.?$", clean.text[note.body : note.end].strip())
    ]
    stops = sum(stop for _, stop in ends)
    usual = stops * 2 > len(ends)
    alike = stops if usual else len(ends) - stops
    if alike < 5 or alike < 0.9 * len(ends) or bilingual(clean):
        return
    for note, stop in shuffled(chance, ends):
        end = note.body + len(clean.text[note.body : note.end].rstrip())
        if stop is usual and re.match(r"[\w)]", clean.text[end - 1 - stop]):
            edit = (end - 1, end, "") if usual else (end, end, ".")
            yield make(clean, f"note {note.label}", [edit], [(note.start, note.end)])


@kind("quotation mark dropped", "STY004")
def quote(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A quotation has lost its end or its beginning, or ends with another kind of mark."""
    ground = clean
    if not _quotations(clean):
        straight = '"' in clean.text and "“" not in clean.text
        ground = opened(
            clean, lambda french: re.sub("[“”]", '"', QUOTING[french]) if straight else QUOTING[french]
        ).clean
    for start, end in shuffled(chance, _quotations(ground)):
        first = chance.random() < 0.5
        at = start if first else end - 1
        wide = " \u00a0" if ground.text[start] == "«" else ""
        edit = (at, at + 1, "")
        if wide:
            edit = (at, at + 2, "") if first else (at - 1, at + 1, "")
        elif ground.text[start] == "“" and chance.random() < 0.3:
            edit = (at, at + 1, '"')
        spot = (start, end)
        if ground.text[start] == '"':
            # Which of the straight marks of a paragraph has no partner, nobody can tell.
            spot = (ground.text.rfind("\n", 0, start) + 1, ground.text.find("\n", end))
        yield make(ground, ground.text[start:end][:60], [edit], [spot])


def _quotations(clean: Clean) -> list[tuple[int, int]]:
    """The quotations in the running text that are plainly one: one line, nothing nested."""
    found = []
    for opening, closing in QUOTES:
        for match in re.finditer(rf"{opening}[^{opening}{closing}\n\"“”.]*{closing}(?![\w])", clean.text):
            in_tag = clean.text.rfind("<", 0, match.start()) > clean.text.rfind(">", 0, match.start())
            if clean.note_at(match.start()) is None and not clean.in_bibliography(match.start()) and not in_tag:
                found.append(match.span())
    return found


@kind("number written otherwise", "STY005")
def number(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """One number has its thousands apart in another way than the others."""
    ground = opened(clean, lambda french: f"{NUMBERS[french][0]} {MORE_NUMBERS[french]}")
    for start, end in ground.regions:
        found = list(re.finditer(r"\d{1,3}(?:[, ]\d{3})+", ground.clean.text[start:end]))
        for match in shuffled(chance, found):
            sign = match.group()[match.group().index(next(char for char in match.group() if not char.isdigit()))]
            new = match.group().replace(sign, chance.choice(("'", "" if len(match.group()) == len("41,270") else "'")))
            at = start + match.start()
            yield make(
                ground.clean,
                f"{match.group()} > {new}",
                [(at, at + len(match.group()), new)],
                [(at, at + len(match.group()))],
            )


@kind("words of the other language", "STY006")
def slip(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A note or an entry has a month, or the words before an address, in the other language."""
    made: list[tuple[Clean, tuple[int, int, str]]] = []
    ground = clean
    if not _slips(clean):
        carrier = noted(clean, _dated(clean)) or bracketed(clean, _dated(clean))
        ground = carrier.clean
    made += [(ground, edit) for edit in _slips(ground)]
    for text, edit in shuffled(chance, made):
        start, end, new = edit
        yield make(
            text,
            f"{text.text[max(0, start - 10) : end + 10]} > {new}",
            [edit],
            [(max(0, start - 10), end + 10)],
        )


def _dated(clean: Clean) -> list[str]:
    """Notes with dates."""
    if clean.french(0):
        return ["Entretien avec un saunier, Nantes, 7 avril 2022.", "Lettre au préfet, 12 janvier 2021."]
    return ["Interview with a salt worker, Nantes, 7 April 2022.", "Letter to the prefect, 12 January 2021."]


def _slips(clean: Clean) -> list[tuple[int, int, str]]:
    """The months and the words before addresses, in notes and entries, and what they are in the other language."""
    months = {**MONTHS, **{english: french for french, english in MONTHS.items() if english != "March" or french}}
    places = [(note.body, note.end) for note in clean.notes] + [(entry.body, entry.end) for entry in clean.entries]
    found = []
    for start, end in places:
        french = clean.french(start)
        text = clean.text[start:end]
        for match in re.finditer(rf"(?<=\d )(?:{'|'.join(months)})(?= \d{{4}})", text):
            if (match.group() in MONTHS) is french:
                found.append((start + match.start(), start + match.end(), months[match.group()]))
        for pattern, new in ACCESS:
            for match in re.finditer(pattern, text):
                if ("onsult" in match.group() or match.group()[0] in "àT") is french:
                    found.append((start + match.start(), start + match.end(), new))
    return found


@kind("conjunction of another form", "STY007")
def conjunction(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """One citation has ``and`` for ``&``, or ``et al`` for ``et al.``."""
    ground = clean
    found = _joints(clean)
    if not found:
        pages = ((cite, match, clean.text[cite.start : cite.end]) for cite, match in paged(clean))
        joint = next(
            (one for one in pages if JOINT.search(one[2]) and "(" not in one[2] and "pp." not in one[1].group()), None
        )
        if joint is None or bilingual(clean):
            return
        cite, match, text = joint
        bodies = [f"{text}{pages_usual(clean, match)}{int(match.group('low')) + step}" for step in range(5)]
        carrier = bracketed(clean, bodies) if cite.note is None else noted(clean, bodies)
        if carrier is None:
            return
        ground = carrier.clean
        found = _joints(ground)
    yield from _rejoined(ground, chance, found)


JOINT = re.compile(r" (?:&|and|et) (?=[A-ZÀ-Þvd])|et al\.")


def _joints(clean: Clean) -> list[tuple[Cite, re.Match[str]]]:
    """What joins the names of citations, where it does so in nearly all of them."""
    found = []
    for cite in clean.cites:
        for match in JOINT.finditer(clean.text[cite.start : cite.end]):
            if _usual(clean, cite.note is None, match.group()):
                found.append((cite, match))
    return found


def _rejoined(clean: Clean, chance: random.Random, found: list[tuple[Cite, re.Match[str]]]) -> Iterator[Change]:
    for cite, match in shuffled(chance, found):
        printed = match.group()
        word = "et" if clean.french(cite.start) else "and"
        new = "et al" if printed == "et al." else f" {word} " if printed == " & " else " & "
        yield make(
            clean,
            clean.text[cite.start : cite.end],
            [(cite.start + match.start(), cite.start + match.end(), new)],
            [(cite.start, cite.end)],
        )


def _usual(clean: Clean, running: bool, printed: str) -> bool:
    """Whether nearly all citations of a kind, in notes or in the text, join names in this way, and enough do."""
    forms = (r"et al\.?",) if printed == "et al." else (r" & ", r" (?:and|et) (?=[A-ZÀ-Þvd])")
    texts = [clean.text[one.start : one.end] for one in clean.cites if (one.note is None) is running]
    if bilingual(clean):
        return False
    counts = [match for form in forms for text in texts for match in re.findall(form, text)]
    return counts.count(printed) >= 4 and counts.count(printed) >= 0.8 * len(counts)
