"""Families of reports: one kind of thing, repeated as often as asked, in one way of laying a report out.

A family is made from tables: what is repeated (a sentence, a note, an entry, a token, a setting) and where it is put. All are
the same for the same size, and none merely repeats itself but the tokens: names, figures and titles differ, as in a report.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import product

NOUNS = (
    "harbour",
    "railway",
    "timber",
    "river",
    "market",
    "climate",
    "bridge",
    "harvest",
    "signal",
    "furnace",
    "quarry",
)
SYLLABLES = ("ba", "ke", "lo", "mi", "nu", "pra", "ster", "von", "dal", "rig", "tum", "sel", "cor", "fen", "jo", "wax")
MONTHS = {"en": ("January", "March", "May", "August"), "fr": ("janvier", "mars", "mai", "août")}


@dataclass(frozen=True)
class Case:
    """What a family is at one size: files by name, and the arguments of the command that reads them."""

    files: Mapping[str, str]
    arguments: Sequence[str]
    statuses: Sequence[int] = (0, 1)

    @property
    def size(self) -> int:
        """Characters of all files."""
        return sum(map(len, self.files.values()))


@dataclass(frozen=True)
class Family:
    """A name, the first size that is measured, and what makes the case of a size."""

    name: str
    first: int
    case: Callable[[int], Case]


@dataclass(frozen=True)
class Body:
    """What a report is made of beside its frame: blocks of running text, bodies of notes, entries."""

    blocks: Sequence[str] = ()
    notes: Sequence[str] = ()
    entries: Sequence[str] = ()
    settings: Mapping[str, str] = field(default_factory=dict)


FRAMES = {
    "en": ("# Report on public facilities", "The committee said in its report that the works would go on as they were.", "## Bibliography"),
    "fr": ("# Rapport sur les équipements", "La commission a dit dans son rapport que les travaux se poursuivraient ainsi.", "## Bibliographie"),
}  # fmt: skip


def word(number: int) -> str:
    """A word that no other number has."""
    digits = []
    rest = number * 40503 % 65536 + number // 65536 * 65536
    for _ in range(4):
        digits.append(SYLLABLES[rest % 16])
        rest //= 16
    while rest:
        digits.append(SYLLABLES[rest % 16])
        rest //= 16
    return "".join(digits)


def slots(number: int, lang: str) -> dict[str, object]:
    """What the templates of the tables may name."""
    name = word(number)
    return {
        "i": number,
        "k": number + 1,
        "w": name,
        "N": name.capitalize(),
        "O": word(number + 30_011).capitalize(),
        "S": f"{name[:3]}{name[4:]}".capitalize(),  # A letter lost.
        "C": f"{name.capitalize()}{SYLLABLES[number % 13]}",
        "n": number + 113,
        "y": 1900 + number % 120,
        "d": number % 28 + 1,
        "m": MONTHS[lang][number % 4],
        "p": number % 300 + 1,
        "q": number % 300 + 9,
        "noun": NOUNS[number % len(NOUNS)],
        "title": f"The {NOUNS[number % 11]} and the {NOUNS[number // 11 % 11]} of {name}",
        "c": f"{1 + number % 90}{',' if lang == 'fr' else '.'}{number % 10}",
    }


# What a sentence of running text may hold, in English and in French.
SENTENCES: dict[str, tuple[str, str]] = {
    "plain": ("The {noun} was closed", "Le {noun} fut fermé"),
    "amounts": ("It cost €{n} million", "Il coûta {n} millions d'euros"),
    "amounts-differ": ("It cost €{n}7 million", "Il coûta {n}3 millions d'euros"),
    "amounts-scaled": ("It cost €{n} billion", "Il coûta {n} millions d'euros"),
    "amounts-signs": ("It cost ${n}", "Il coûta {n} $"),
    "conversions": ("It cost €{n} million (${n} million)", "Il coûta {n} millions d'euros ({n} millions de dollars)"),
    "conversions-wrong": ("It cost €{n} million (${p} million)", "Il coûta {n} millions d'euros ({p} millions de dollars)"),
    "conversions-rates": ("It cost €{n} million (${n} million, at €1 = $1.{d})", "Il coûta {n} millions d'euros ({n} millions de dollars, à 1 € = 1,{d} $)"),
    "rates": ("The rate was 1 € = 1.{d} $ on {d} {m} {y}", "Le taux était de 1 € = 1,{d} $ le {d} {m} {y}"),
    "rates-currencies": ("The rate was 1 € = 1.{d} ¥ in {y}", "Le taux était de 1 € = 1,{d} ¥ en {y}"),
    "figures": ("It has {n} cranes", "Il a {n} grues"),
    "figures-differ": ("It has {n}7 cranes", "Il a {n}3 grues"),
    "figures-units": ("It has {n}7 km of rails", "Il a {n}3 km de rails"),
    "figures-miles": ("It has {n} miles of rails", "Il a {n}3 kilomètres de rails"),
    "percentages": ("It lost {c}% of it", "Il en perdit {c} %"),
    "numbers-worded": ("It has twenty-five or {n} cranes", "Il a vingt-cinq ou {n}5 grues"),
    "years": ("It closed in {y}", "Il ferma en {y}"),
    "years-differ": ("It closed in 19{d:02}", "Il ferma en 18{d:02}"),
    "dates": ("It closed on {d} {m} {y}", "Il ferma le {d} {m} {y}"),
    "ranges": ("It was open in {y}-{y} on pages {p}-{q}", "Il fut ouvert en {y}-{y} aux pages {p}-{q}"),
    "names": ("The town of {N} and that of {O} agreed", "La ville de {N} et celle de {O} furent d'accord"),
    "urls": ("See <https://www.{w}.org/{noun}/{i}>", "Voir <https://www.{w}.org/{noun}/{i}>"),
    "urls-bare": ("See http://{w}.org/{noun}?utm_source={w}&id={i}", "Voir http://{w}.org/{noun}?utm_source={w}&id={i}"),
    "urls-titled": ("See [{N}](https://{w}.org/a_(b)_{i})", "Voir [{N}](https://{w}.org/a_(b)_{i})"),
    "urls-malformed": ("See https:/{w}.org//{i}, www.{w}", "Voir https:/{w}.org//{i}, www.{w}"),
    "dois": ("See https://doi.org/10.5555/{w}.{i}", "Voir doi:10.5555/{w}.{i}"),
    "brackets": ("It is so ({N}, {y}, p. {p})", "Il en est ainsi ({N}, {y}, p. {p})"),
    "brackets-many": ("It is so ({N}, {y}; {O}, {y}; {C}, {y})", "Il en est ainsi ({N}, {y} ; {O}, {y} ; {C}, {y})"),
    "narrative": ("As {N} and {O} ({y}) say", "Comme le disent {N} et {O} ({y})"),
    "numbered": ("It is so [{k}]", "Il en est ainsi [{k}]"),
    "numbered-ranges": ("It is so [{k}–{n}], [{k}]", "Il en est ainsi [{k}–{n}], [{k}]"),
    "keys": ("It is so [@{w}{y}, p. {p}]", "Il en est ainsi [@{w}{y}, p. {p}]"),
    "quotes": ("They said “{noun} {w}”", "On y lit « {noun} {w} »"),
    "quotes-mixed": ('They said "{noun}" and “{w}', "On y lit « {noun} et \"{w}\""),
    "brackets-open": ("They said ({noun} [{w}", "On y lit ({noun} [{w}"),
    "emphasis": ("The *{noun}* of **{w}**", "Le *{noun}* de **{w}**"),
    "ordinals": ("The {d}<sup>th</sup> {noun}", "Le {d}<sup>e</sup> {noun}"),
    "unknown-markers": ("The {noun}<sup>{n}</sup>", "Le {noun}<sup>{n}</sup>"),
    "comments": ("The {noun} <!-- citecheck: ignore CIT002 {w} -->", "Le {noun} <!-- citecheck: ignore CIT002 {w} -->"),
    "entities": ("The &amp; {noun}&nbsp;&eacute;{w}", "Le &amp; {noun}&nbsp;&eacute;{w}"),
    "slips": ("Le {noun} de la ville est dans le port", "The {noun} of the town is in the port"),
    "captions": ("Figure {k}: The {noun}, Source: {N}, {y}, p. {p}", "Figure {k} : Le {noun}, Source : {N}, {y}, p. {p}"),
}  # fmt: skip

# The text of a note and, where it cites one, the entry.
PLAIN = "{N}, A. ({y}). *{title}*. Oslo: Nordlys."
NOTES: dict[str, tuple[str, str | None]] = {
    "short": ("{N}, {y}, p. {p}", PLAIN),
    "short-stop": ("{N}, {y}, p. {p}.", PLAIN),
    "short-many": ("{N}, {y}, p. {p}; {N}, {y}, p. {q}, {p}-{q}", PLAIN),
    "short-missing": ("{N}, {y}, p. {p}", None),
    "short-misspelt": ("{S}, {y}, p. {p}", PLAIN),
    "short-misspelt-same-year": ("{S}, 1999, p. {p}", "{N}, A. (1999). *{title}*. Oslo: Nordlys."),
    "short-misspelt-undated": ("{S}, n.d., p. {p}", "{N}, A. (n.d.). *{title}*. Oslo: Nordlys."),
    "short-misdated": ("{N}, 1850, p. {p}", PLAIN),
    "short-one-author": ("Morvan, {y}, p. {p}", "Morvan, A. ({y}). *{title}*. Oslo: Nordlys."),
    "short-one-author-misdated": ("Morvan, 1850, p. {p}", "Morvan, A. ({y}). *{title}*. Oslo: Nordlys."),
    "short-one-author-and-year": ("Morvan, 1999, p. {p}", "Morvan, A. (1999). *{title}*. Oslo: Nordlys."),
    "short-one-author-near": ("Morvanne, 1999, p. {p}", "Morvan, A. (1999). *{title}*. Oslo: Nordlys."),
    "short-first-of-two": ("Morvan, 1999, p. {p}", "Morvan, A., & {N}, B. (1999). *{title}*. Oslo: Nordlys."),
    "short-et-al": ("{N} et al., {y}, p. {p}", "{N}, A., {O}, B., & {C}, D. ({y}). *{title}*. Oslo: Nordlys."),
    "short-undated": ("{N}, n.d., p. {p}", "{N}, A. (n.d.). *{title}*. Oslo: Nordlys."),
    "short-undated-missing": ("{N}, n.d., p. {p}", "{O}. *{title}*. Oslo: Nordlys."),
    "short-no-year": ("{N}, *op. cit.*, p. {p}", "{N}, A. ({y}). *{title}*. Oslo: Nordlys."),
    "short-institution": ("Ministry of {N}, {y}", "Ministry of {N} ({y}). *{title}*. Oslo: Nordlys."),
    "short-one-institution": ("Ministry of Ports, n.d.", "Ministry of Ports. *{title}*. Oslo: Nordlys."),
    "short-acronym": ("MOF, {y}, p. {p}", "Ministry of {N} Foo (MOF) ({y}). *{title}*."),
    "title": ("“The {noun} of {N}”, {y}", "“The {noun} of {N}” ({y}). Oslo: Nordlys."),
    "title-missing": ("“The {noun} of {S} and {O}”, 1999", "“The {noun} of {N}” (1999). Oslo: Nordlys."),
    "title-one-opening": ("“The port of the town {N}”, 1850", "“The port of the town {N}” (1999). Oslo: Nordlys."),
    "title-authored": ("Morvan, “The {noun} of {N}”, p. {p}", "Morvan, A. (1999). “The {noun} of {N}”. Oslo: Nordlys."),
    "full": ("{N}, A. ({y}). *{title}*. Oslo: Nordlys, p. {p}.", None),
    "full-entry": ("{N}, A. ({y}). *{title}*. Oslo: Nordlys, p. {p}.", PLAIN),
    "full-one-author": ("Morvan, A. (1999). *{title}*. Oslo: Nordlys, p. {p}.", "Morvan, A. (1999). *{title} and {O}*. Oslo: Nordlys."),
    "full-url": ("{N}, A. ({y}). “{title}”. https://{w}.org/{i}.", None),
    "ibid": ("Ibid., p. {p}", None),
    "op-cit": ("{N}, op. cit., p. {p}", None),
    "op-cit-one-author": ("Morvan, op. cit., p. {p}", "Morvan, A. (1999). *{title}*. Oslo: Nordlys."),
    "op-cit-titled": ("Morvan, “The {noun} of {N}”, op. cit., p. {p}", "Morvan, A. (1999). “The {noun} of {N}”. Oslo: Nordlys."),
    "pointer": ("See note {i}", None),
    "pointer-first": ("See note 1", None),
    "law": ("Law no. {n}-{p} of {d} May {y}, art. {p}", None),
    "url": ("https://www.{w}.org/{noun}/{i}", None),
    "remark": ("The {noun} of {N} was never counted by those who built it", None),
    "remark-amount": ("The {noun} of {N} has cost €{n} million (${n} million)", None),
    "remark-rate": ("The rate was €1 = ${c} on {d} May {y}", None),
    "same": ("Morvan, 1999, p. 7", "Morvan, A. (1999). *{title}*. Oslo: Nordlys."),
    "ranges": ("{N}, {y}, p. {p}-{q}, {p}–{q}, {q}-{p}", "{N}, A. ({y}). {title}. *Annals of {O}*, {d}(2), {p}-{q}."),
}  # fmt: skip

ENTRIES: dict[str, str] = {
    "book": PLAIN,
    "article": "{N}, A. ({y}). {title}. *Journal of {O}*, {d}(2), {p}-{q}. https://doi.org/10.5555/{w}.{i}",
    "chapter": "{N}, A. ({y}). {title}. In B. {O} (ed.), *The {noun}* (pp. {p}-{q}). Oslo: Nordlys.",
    "web": "{N}, A. ({y}, {d} May). *{title}*. Retrieved from <https://{w}.org/{noun}/{i}>.",
    "one-address": "{N}, A. ({y}). *{title}*. <https://example.org/one/page>.",
    "harvard": "{N}, A., {y}. {title}. Oslo: Nordlys.",
    "chicago": "{N}, Ann. *{title}*. Oslo: Nordlys, {y}.",
    "french": "{N} Ann, {y}, *{title}*, Oslo, Nordlys, {p} p.",
    "bulleted": "- {N}, A. ({y}). *{title}*. Oslo: Nordlys.",
    "one-author": "Morvan, A. ({y}). *{title}*. Oslo: Nordlys.",
    "one-author-and-year": "Morvan, A. (1999). *{title}*. Oslo: Nordlys.",
    "one-author-and-year-suffixed": "Morvan, A. (1999a). *{title}*. Oslo: Nordlys.",
    "one-author-and-title": "Morvan, A. ({y}). *The harbour of Brest*. Oslo: Nordlys.",
    "identical": "Morvan, A. (1999). *The harbour of Brest*. Oslo: Nordlys.",
    "first-author": "Morvan, A., & {N}, B. (1999). *{title}*. Oslo: Nordlys.",
    "authorless": "*{title}* ({y}). Oslo: Nordlys.",
    "authorless-one-year": "*{title}* (1999). Oslo: Nordlys.",
    "authorless-undated": "*{title}*. Oslo: Nordlys.",
    "undated": "{N}, A. (n.d.). *{title}*. Oslo: Nordlys.",
    "institutions": "Ministry of {N} ({y}). *{title}*. Oslo: Nordlys.",
    "one-institution-undated": "Ministry of Ports (n.d.). *{title}*. Oslo: Nordlys.",
    "near-names": "Morvan{w}, A. (1999). *{title}*. Oslo: Nordlys.",
    "one-title": "{N}, A. ({y}). *The harbour of Brest in the war*. Oslo: Nordlys.",
    "near-titles": "{N}, A. ({y}). *The harbour of Brest in the war of {y}*. Oslo: Nordlys.",
    "many-authors": "{N}, A., {O}, B., {C}, D., {N}, E., & {O}, F. ({y}). *{title}*. Oslo: Nordlys.",
    "incomplete": "{N}.",
    "dashed": "——— ({y}). *{title}*. Oslo: Nordlys.",
    "disordered": "{C}, A. ({y}). *{title}*. Oslo: Nordlys.",
    "with-amounts": "{N}, A. ({y}). *The €{n} million of {O}*. Oslo: Nordlys.",
    "quotes-open": "{N}, A. ({y}). “{title}. Oslo: Nordlys.",
}

HEADINGS: dict[str, tuple[str, str]] = {
    "plain": ("## On what {N} is", "## À propos de {N}"),
    "deep": ("###### On what {N} is", "###### À propos de {N}"),
    "numbered": ("## {k}. The {noun} of {N}", "## {k}. Le {noun} de {N}"),
    "numbered-deep": ("### 1.{k} The {noun} of {N}", "### 1.{k} Le {noun} de {N}"),
    "repeated": ("## The harbour", "## Le port"),
    "differing": ("## The {noun} of {N}", "### La vie de {O} selon {C}"),
    "underlined": ("The {noun} of {N}\n-------------------", "Le {noun} de {N}\n-------------------"),
    "bold": ("**The {noun} of {N}**", "**Le {noun} de {N}**"),
    "bibliographies": ("## Bibliography", "## Bibliographie"),
}

TOKENS: dict[str, str] = {
    "square": "[", "square-closed": "]", "square-pair": "[]", "square-caret": "[^", "caret-square": "^[",
    "round": "(", "round-closed": ")", "round-year": "(2020", "round-cited": "(Doe, 2020", "round-nested": "((a)",
    "brace": "{", "angle": "<", "angle-closed": ">", "angle-url": "<http://", "tag": "<a ", "tag-span": "<span id=",
    "tag-sup": "<sup>", "tag-sup-number": "<sup>1", "tag-sup-closed": "</sup>", "tag-sup-pair": "<sup></sup>",
    "comment": "<!--", "comment-words": "<!-- citecheck: ignore ", "comment-closed": "-->", "comment-pair": "<!---->",
    "star": "*", "star-word": "*a", "stars": "** ", "underscore": "_", "underscore-word": "_a ", "tick": "`", "tick-word": "`a",
    "fence": "```\n", "tilde": "~~~", "backslash": "\\", "backslash-word": "\\a", "backslash-square": "\\[", "entity": "&amp;",
    "ampersand": "&", "ampersand-name": "Doe & ", "hash": "#", "hashes": "# ", "pipe": "|", "pipes": "| a ", "quote-line": "> ",
    "bullet": "- ", "dash": "-", "em-dash": "—", "equals": "=", "equals-rate": "1 € = ", "equals-spaced": "= ", "plus": "+",
    "quote-high": "“", "quote-closed": "”", "quote-straight": '"', "quote-french": "«", "quote-french-pair": "« » ", "apostrophe": "'",
    "apostrophe-curly": "’", "quote-single": "‘", "link": "[a](", "link-empty": "[](", "link-url": "[a](http://a.b", "image": "![a](",
    "link-closed": "](", "http": "http://", "http-host": "http://a.b ", "https-glued": "https://a.b/", "www": "www.", "doi": "doi:",
    "doi-number": "10.1234/", "at": "@", "at-key": "@a; ", "at-square": "[@", "percent": "%", "percent-code": "%20", "query": "?a=b&",
    "letter": "a", "capital": "A", "capital-stop": "A. ", "capitals": "AB ", "accent": "e\u0301", "accent-alone": "\u0301",
    "digit": "1", "digit-space": "1 ", "digit-comma": "1,", "digit-stop": "1.", "digit-dash": "1-", "digit-raised": "¹", "number-list": "1. ",
    "thousands": "1 000 ", "page": "p. 1, ", "page-label": "p. ", "page-range": "1-2, ", "volume": "vol. ", "year": "2020 ", "year-comma": "2020, ",
    "years": "1990-", "years-round": "(2020) ", "day": "1 May ", "month": "January ", "euro": "€", "euro-number": "€1 ", "number-euro": "1 €",
    "dollar": "$ ", "us-dollar": "US\\$ ", "million": "million ", "milliards": "milliards de ", "euros-million": "1 million € ",
    "name": "Doe, ", "name-capital": "Doe ", "name-initial": "Doe, J., ", "name-year": "Doe, 2020; ", "name-and": "Doe and ", "et-al": "et al. ",
    "ibid": "Ibid. ", "op-cit": "op. cit. ", "ed": "ed. ", "in": "In ", "of-the": "of the ", "de-la": "de la ", "roman": "XIV ", "romans": "X",
    "worded": "twenty-", "worded-spaced": "cent ", "hyphens": "a-", "stop": ".", "stops": ". ", "comma": ",", "commas": ", ", "semicolon": ";",
    "semicolons": "; ", "colon": ":", "colons": ": ", "slash": "/", "space": " ", "no-break-space": "\u00a0", "tab": "\t", "lines": "a\n",
    "paragraphs": "a\n\n", "empty-lines": "\n", "spaces-line": "   \n", "hard-break": "a  \n", "zero-width": "\u200b", "mark": "\ufeff",
    "emoji": "👩‍👩‍👧", "sharp-s": "ß", "dotted-i": "İ", "right-to-left": "\u202e", "null": "\x00", "note-line": "[^1]: ", "sup-line": "<sup>1</sup> ",
    "see-note": "see note 1, ", "retrieved": "Retrieved from ", "accessed": "accessed on ", "no-date": "n.d. ", "rule-line": "---\n",
    "title-star": "*A b*. ", "title-quote": "“A b”, ", "law": "art. 1, ", "dated-entry": "Doe, J. (2020). ", "journal": ", 12(3), ",
}  # fmt: skip


def lay_paragraphs(sentences: Sequence[str]) -> list[str]:
    """Each sentence is a paragraph."""
    return [f"{sentence}." for sentence in sentences]


def lay_paragraph(sentences: Sequence[str]) -> list[str]:
    """All sentences are one paragraph on one line."""
    return [" ".join(f"{sentence}." for sentence in sentences)]


def lay_lines(sentences: Sequence[str]) -> list[str]:
    """All sentences are one paragraph of one line each."""
    return ["\n".join(f"{sentence}." for sentence in sentences)]


def lay_sections(sentences: Sequence[str]) -> list[str]:
    """Each few sentences are a section."""
    made = []
    for at in range(0, len(sentences), 4):
        made += [f"## {at // 4 + 1}. {word(at).capitalize()}", " ".join(f"{one}." for one in sentences[at : at + 4])]
    return made


def lay_list(sentences: Sequence[str]) -> list[str]:
    """Each sentence is an item of one list."""
    return ["\n".join(f"- {sentence}." for sentence in sentences)]


def lay_table(sentences: Sequence[str]) -> list[str]:
    """Each sentence is a row of one table."""
    return ["\n".join(("| a | b |", "|---|---|", *(f"| {sentence} | b |" for sentence in sentences)))]


LAYOUTS: dict[str, Callable[[Sequence[str]], list[str]]] = {
    "paragraph": lay_paragraph, "paragraphs": lay_paragraphs, "sections": lay_sections, "lines": lay_lines,
    "list": lay_list, "table": lay_table,
}  # fmt: skip


def call_raised(number: int, note: str) -> tuple[str, str]:
    """``¹²``, which call ordinary notes."""
    return str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")), f"<sup>{number}</sup> {note}"


FORMS: dict[str, Callable[[int, str], tuple[str, str]]] = {
    "superscript": lambda number, note: (f"<sup>{number}</sup>", f"<sup>{number}</sup> {note}"),
    "label": lambda number, note: (f"[^{number}]", f"[^{number}]: {note}"),
    "named": lambda number, note: (f"[^{word(number)}]", f"[^{word(number)}]: {note}"),
    "inline": lambda number, note: (f"^[{note}]", ""),
    "raised": call_raised,
    "linked": lambda number, note: (f"[{number}](#fn{number})", f"[{number}](#fnref{number}) {note}"),
    "handwritten": lambda number, note: (f"[{number}]", f"[{number}] {note}"),
    "uncalled": lambda number, note: ("", f"<sup>{number}</sup> {note}"),
    "same-number": lambda number, note: ("<sup>1</sup>", f"<sup>1</sup> {note}"),
    "backwards": lambda number, note: (f"<sup>{number}</sup>", f"<sup>{999_999 - number}</sup> {note}"),
}


def version(lang: str, body: Body) -> str:
    """One language of a report."""
    title, sentence, bibliography = FRAMES[lang]
    parts = [title, sentence, *body.blocks, *body.notes]
    if body.entries:
        parts += [bibliography, *body.entries]
    return "\n\n".join(parts) + "\n"


def report(bodies: Mapping[str, Body], *command: str) -> Case:
    """A report in the languages of the bodies."""
    files = {f"{lang}.md": version(lang, body) for lang, body in bodies.items()}
    settings = {name: text for body in bodies.values() for name, text in body.settings.items()}
    named = [part for lang in bodies for part in ("--lang", f"{lang}={lang}.md")]
    return Case({**files, **settings}, [*(command or ("audit", "--format", "json")), *named])


def sentences_in(kind: str, lay: str, langs: Sequence[str], n: int) -> Case:
    """So many sentences of a kind; in two languages each has a name, by which the two are known for versions of one text."""
    near = {"en": " near {N}", "fr": " près de {N}"} if len(langs) > 1 else dict.fromkeys(langs, "")
    return report(
        {
            lang: Body(
                LAYOUTS[lay](
                    [(SENTENCES[kind][lang == "fr"] + near[lang]).format_map(slots(at, lang)) for at in range(n)]
                )
            )
            for lang in langs
        }
    )


def called(lang: str, form: str, lay: str, notes: Sequence[str]) -> tuple[list[str], list[str]]:
    """Running text that calls the notes, and the notes."""
    pairs = [FORMS[form](at + 1, note) for at, note in enumerate(notes)]
    noun = "The works at {N} went on" if lang == "en" else "Les travaux de {N} se poursuivirent"
    blocks = LAYOUTS[lay]([noun.format_map(slots(at, lang)) + mark for at, (mark, _) in enumerate(pairs)])
    return blocks, [note for _, note in pairs if note]


def notes_of(kind: str, form: str, lay: str, langs: Sequence[str], command: Sequence[str], n: int) -> Case:
    """So many notes of a kind, each with the entry that it cites."""
    bodies = {}
    for lang in langs:
        note, entry = NOTES[kind]
        blocks, notes = called(lang, form, lay, [note.format_map(slots(at, lang)) for at in range(n)])
        entries = [entry.format_map(slots(at, lang)) for at in range(n)] if entry else []
        bodies[lang] = Body(blocks, notes, entries)
    return report(bodies, *command)


def notes_merged(n: int) -> Case:
    """One version calls a note for each sentence, the other one for every third."""
    texts = [NOTES["short"][0].format_map(slots(at, "en")) for at in range(n)]
    entries = [PLAIN.format_map(slots(at, "en")) for at in range(n)]
    merged = ["; ".join(texts[at : at + 3]) for at in range(0, n, 3)]
    bodies = {}
    for lang, notes in (("fr", texts), ("en", merged)):
        blocks, made = called(lang, "superscript", "paragraph", notes)
        bodies[lang] = Body(blocks, made, entries)
    return report(bodies)


def notes_shuffled(lay: str, n: int) -> Case:
    """The second version calls the notes in another order."""
    bodies = {}
    for lang in ("fr", "en"):
        order = [at if lang == "fr" else at * 7919 % n for at in range(n)]
        blocks, notes = called(
            lang, "superscript", lay, [NOTES["short"][0].format_map(slots(at, lang)) for at in order]
        )
        bodies[lang] = Body(blocks, notes, [PLAIN.format_map(slots(at, lang)) for at in range(n)])
    return report(bodies)


def notes_unlike(lay: str, n: int) -> Case:
    """No note of one version cites what one of the other does."""
    bodies = {}
    for lang in ("fr", "en"):
        first = 0 if lang == "fr" else 20_000
        texts = [NOTES["short"][0].format_map(slots(first + at, lang)) for at in range(n)]
        blocks, notes = called(lang, "superscript", lay, texts)
        bodies[lang] = Body(blocks, notes, [PLAIN.format_map(slots(at, lang)) for at in range(n)])
    return report(bodies)


def entries_of(kind: str, numbered: bool, langs: Sequence[str], n: int) -> Case:
    """So many entries of a kind."""
    texts = [ENTRIES[kind].format_map(slots(at, "en")) for at in range(n)]
    entries = [f"{at}. {text}" if numbered else text for at, text in enumerate(texts, 1)]
    return report({lang: Body(entries=entries) for lang in langs})


def headings_of(kind: str, filled: bool, langs: Sequence[str], n: int) -> Case:
    """So many headings of a kind, each with a sentence or with nothing below it."""
    bodies = {}
    for lang in langs:
        blocks = []
        for at in range(n):
            blocks.append(HEADINGS[kind][lang == "fr"].format_map(slots(at, lang)))
            if filled:
                blocks.append(SENTENCES["names"][lang == "fr"].format_map(slots(at, lang)) + ".")
        bodies[lang] = Body(blocks)
    return report(bodies)


def tokens_in(token: str, place: str, n: int) -> Case:
    """One token, again and again, in ``n`` characters."""
    text = TOKENS[token] * (n // len(TOKENS[token]))
    if place == "prose":
        return report({"en": Body([f"The committee said {text}"])})
    if place == "note":
        return report({"en": Body(["It was so.<sup>1</sup>"], [f"<sup>1</sup> Doe, 2020, p. 7 {text}"])})
    return report({"en": Body(entries=[f"Doe, J. (2020). {text}", PLAIN.format_map(slots(1, "en"))])})


def settings_of(kind: str, n: int) -> Case:
    """A small report that breaks rules, with so many settings of a kind."""
    count = max(n // 2, 1) if kind in ("baseline", "waivers-source", "decisions-lines") else 20
    texts = [NOTES["short"][0].format_map(slots(at, "en")) for at in range(count)]
    bodies = {}
    for lang in ("fr", "en"):
        blocks, notes = called(lang, "superscript", "paragraphs", texts)
        bodies[lang] = Body(blocks, notes)
    case = report(bodies)
    config = {
        "waivers": "".join(f'[[waivers]]\nrule = "CIT002"\nnote = "{at}"\nreason = "It is so"\n' for at in range(n)),
        "waivers-source": "".join(
            f'[[waivers]]\nrule = "CIT002"\nsource = "{word(at).capitalize()}, {1900 + at % 120}"\nreason = "It is so"\n'
            for at in range(n)
        ),
        "waivers-path": "".join(
            f'[[waivers]]\nrule = "CIT002"\npath = "annex/{word(at)}/*.md"\nreason = "It is so"\n' for at in range(n)
        ),
        "files": "".join(f'[[files]]\npath = "annex/{word(at)}*.md"\nignore = "CIT002"\n' for at in range(n)),
        "exclude": "[links]\nexclude = [" + ", ".join(f'"{word(at)}"' for at in range(n)) + "]\n",
        "hosts": "".join(f'[links.hosts."{word(at)}.org"]\ntreat_as = "ok"\n' for at in range(n)),
        "ignore": "ignore = [" + ", ".join(["'CIT002'"] * n) + "]\n",
        "rates": "[rates]\n" + "".join(f"ABC.{1999 + at} = {at + 1}.5\n" for at in range(n)),
    }
    if kind in config:
        arguments = (
            ["links", "--offline", "--format", "json", *case.arguments[3:]] if kind == "exclude" else case.arguments
        )
        return Case({**case.files, "citecheck.toml": config[kind]}, arguments, (0, 1, 2))
    if kind == "baseline":
        lines = [f"CIT002 en v1:{at * 2654435761 % 2**64:016x}" for at in range(n)]
        return Case(
            {**case.files, "base": "\n".join(["# citecheck baseline 1", *lines, ""])},
            [*case.arguments, "--baseline", "base"],
        )
    decisions = [
        f'pair.k{at} = {{ notes = {{ fr = ["{at + 1}"], en = ["{at + 1}"] }}, about = "v1:{at:016x}", reason = "So" }}'
        for at in range(n)
    ]
    return Case({**case.files, "citecheck.decisions.toml": "\n".join(decisions) + "\n"}, case.arguments, (0, 1, 2))


def files_of(kind: str, n: int) -> Case:
    """So many files, or one file of another program with so many entries."""
    small = report({"en": Body([], [], [])}).files["en.md"]
    if kind == "chapters":
        files = {f"c{at:06}.md": small + f"The works at {word(at)} went on.\n" for at in range(n)}
        return Case(files, ["audit", "--format", "json", *files])
    note = report(
        {
            "en": Body(
                *called(
                    "en",
                    "superscript",
                    "paragraphs",
                    [NOTES["short"][0].format_map(slots(at, "en")) for at in range(n)],
                )
            )
        }
    )
    if kind == "bibtex":
        made = "".join(
            f"@book{{{word(at)},\n author = {{{word(at).capitalize()}, A.}},\n title = {{The {word(at)}}},\n year = {1900 + at % 120}\n}}\n"
            for at in range(n)
        )
        return Case({**note.files, "b.bib": made}, [*note.arguments, "--bibliography", "b.bib"])
    if kind == "csl":
        items = [
            {"id": word(at), "type": "book", "title": f"The {word(at)}", "author": [{"family": word(at).capitalize(), "given": "A."}],
             "issued": {"date-parts": [[1900 + at % 120]]}}
            for at in range(n)
        ]  # fmt: skip
        return Case(
            {**note.files, "b.json": json.dumps(items, indent=1)}, [*note.arguments, "--bibliography", "b.json"]
        )
    return Case(note.files, note.arguments)


BOTH = ("fr", "en")
COMMANDS: dict[str, tuple[str, ...]] = {
    "extract": ("extract", "-o", "out"),
    "reconcile": ("reconcile", "--format", "json"),
    "fix": ("fix",),
    "links": ("links", "--offline", "--format", "json"),
    "export": ("export", "--to", "bibtex"),
    **{f"audit-{name}": ("audit", "--format", name) for name in ("text", "html", "sarif", "markdown", "junit")},
}  # fmt: skip


EVERYWHERE = (
    "square", "square-caret", "caret-square", "round", "round-year", "angle", "angle-url", "tag-sup", "comment", "star", "tick",
    "backslash", "quote-high", "quote-french", "link", "http", "www", "doi-number", "at", "letter", "capital-stop", "digit-comma", "page",
    "page-range", "year", "euro-number", "name", "name-initial", "name-year", "et-al", "ibid", "in", "space", "lines", "dated-entry", "title-star",
)  # fmt: skip
"""Tokens that are put into notes and entries, too."""


def families() -> Iterator[Family]:
    """All families."""
    for kind in SENTENCES:
        yield Family(f"sentence/{kind}/paragraph/two", 250, partial(sentences_in, kind, "paragraph", BOTH))
    for kind in (
        "amounts-differ",
        "conversions-wrong",
        "conversions-rates",
        "rates",
        "figures-differ",
        "names",
        "brackets",
        "urls",
        "quotes-mixed",
    ):
        yield Family(f"sentence/{kind}/paragraphs/one", 250, partial(sentences_in, kind, "paragraphs", ("en",)))
    for kind in ("amounts-differ", "figures-differ", "years-differ", "brackets"):
        for lay in ("paragraphs", "sections", "lines", "list", "table"):
            yield Family(f"sentence/{kind}/{lay}/two", 250, partial(sentences_in, kind, lay, BOTH))
    for kind in NOTES:
        yield Family(f"note/{kind}/one", 250, partial(notes_of, kind, "superscript", "paragraphs", ("en",), ()))
    for kind in ("short", "short-misspelt-undated", "title-missing", "full", "ibid", "remark-amount", "ranges", "same"):
        yield Family(f"note/{kind}/two", 125, partial(notes_of, kind, "superscript", "sections", BOTH, ()))
    for form, lay in product(FORMS, ("paragraph", "paragraphs")):
        yield Family(f"form/{form}/{lay}/one", 250, partial(notes_of, "short", form, lay, ("en",), ()))
    for kind in ("short", "ibid", "remark", "same", "short-missing", "remark-amount"):
        yield Family(f"aligned/{kind}/paragraph", 200, partial(notes_of, kind, "superscript", "paragraph", BOTH, ()))
    yield Family("aligned/merged", 200, notes_merged)
    for lay in ("paragraph", "sections"):
        yield Family(f"aligned/shuffled/{lay}", 200, partial(notes_shuffled, lay))
        yield Family(f"aligned/unlike/{lay}", 200, partial(notes_unlike, lay))
    for kind in ENTRIES:
        yield Family(f"entry/{kind}/one", 250, partial(entries_of, kind, False, ("en",)))
    for kind in (
        "book",
        "web",
        "one-author",
        "one-author-and-year",
        "authorless-one-year",
        "authorless-undated",
        "institutions",
        "near-titles",
    ):
        yield Family(f"entry/{kind}/two", 125, partial(entries_of, kind, True, BOTH))
    for kind in HEADINGS:
        yield Family(f"heading/{kind}/filled/two", 200, partial(headings_of, kind, True, BOTH))
    for kind in ("plain", "differing"):
        yield Family(f"heading/{kind}/empty/two", 200, partial(headings_of, kind, False, BOTH))
    for token in TOKENS:
        for place in ("prose", "note", "entry") if token in EVERYWHERE else ("prose",):
            yield Family(f"token/{token}/{place}", 10_000, partial(tokens_in, token, place))
    for kind in (
        "waivers",
        "waivers-source",
        "waivers-path",
        "files",
        "exclude",
        "hosts",
        "ignore",
        "rates",
        "baseline",
        "decisions",
    ):
        yield Family(f"setting/{kind}", 250, partial(settings_of, kind))
    for kind in ("chapters", "bibtex", "csl"):
        yield Family(f"file/{kind}", 100, partial(files_of, kind))
    for name, command in COMMANDS.items():
        yield Family(
            f"command/{name}", 200, partial(notes_of, "short-misspelt", "superscript", "sections", BOTH, command)
        )
