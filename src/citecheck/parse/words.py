"""Patterns made from the languages' word tables: sources are quoted in every language, so all of them are known at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from citecheck.languages import all_languages, words
from citecheck.languages.letters import CLOSING as CLOSING
from citecheck.languages.letters import DASH as DASH
from citecheck.languages.letters import OPENING as OPENING
from citecheck.languages.letters import QUOTE_PAIRS as QUOTE_PAIRS
from citecheck.languages.letters import UPPER as UPPER
from citecheck.languages.patterns import alternatives as alternatives
from citecheck.languages.patterns import any_of

YEAR = r"(?:1[5-9]\d\d|20\d\d|21\d\d)"


TAG = re.compile(r"</?[A-Za-z](?![^<>]{0,80}://)[^<>\x00]{0,200}>")
UNDERSCORED = re.compile(r"(?<![\w_\\])_(?=[^\s_])([^_\n]{1,300}?)(?<=[^\s_])_(?![\w_])")


WITHIN = re.compile(rf"\[(\(?(?:[{UPPER}]|{YEAR}|[*_])[^\[\]\n]{{0,120}})\]\([^()\s#:]{{0,160}}#[^()\s]{{1,160}}\)")
"""A link to another place of the text, or of a file beside it: ``[Doe 1990](#doe-1990)``, ``[Doe 1990](sources.md#doe-1990)``."""


@cache
def _typed() -> re.Pattern[str]:
    """A title between straight single marks; those within it are apostrophes."""
    return re.compile(
        rf"""
        (?<![^\s(\[])'
        (?P<title>
            (?=[{UPPER}\d])[^\n'‘’]{{2,200}}
            (?:(?:\n[ \t]*|'(?![\s,.;:)])|'(?=\s[^\W\d_]))[^\n'‘’]{{1,200}}){{0,6}}
        )
        (?<=[\w?!.,…)\"”»])'
        (?=\s*(?:[,.;:)\]]|\Z)|\s+(?:[(*_\[\d]|{any_of("in_words")}\b))
        """,
        re.VERBOSE,
    )


SLANTED = re.compile(r"</?(?:i|em|cite)>\Z", re.IGNORECASE)


def blank_tag(tag: re.Match[str]) -> str:
    """Spaces in place of a tag; a star next to the text where it slants it."""
    printed = tag.group()
    if SLANTED.match(printed):
        return "*".ljust(len(printed)) if printed[1] == "/" else "*".rjust(len(printed))
    return " " * len(printed)


def _unlinked(link: re.Match[str]) -> str:
    return f" {link.group(1)}".ljust(len(link.group()))


RAISED = re.compile(r"(?<=\w)(?:\^|<sup>)(?P<stars>[*_]{1,2})[^\s*_^<>]{1,8}(?P=stars)(?:\^|</sup>)", re.IGNORECASE)
"""The end of an ordinal, raised and in italics: ``20^*th*^``."""
_MARKS = re.compile(r"\^|[*_]|</?sup>", re.IGNORECASE)


def unraised(text: str) -> str:
    """The text with blanks for the marks around raised ends of ordinals, whose italics are no title's."""
    marked = ("^" in text or "<" in text) and ("*" in text or "_" in text)
    if not marked:
        return text
    return RAISED.sub(lambda raised: _MARKS.sub(lambda mark: " " * len(mark.group()), raised.group()), text)


_AROUND_LETTERS = r"(?:span|font|small|u|mark|bdi|nobr)\b"
_TAGS_OF_LETTERS = re.compile(rf"</?{_AROUND_LETTERS}", re.IGNORECASE)
PARTED = re.compile(
    rf"(?<![\w<>/])\w{{0,40}}(?:</?{_AROUND_LETTERS}[^<>]{{0,80}}>\w{{1,40}}){{1,8}}(?:</{_AROUND_LETTERS}>\w{{0,40}})?",
    re.IGNORECASE,
)
"""A word with tags around some of its letters: ``Garc<span>í</span>a``."""

BRACKETED_TITLE = re.compile(r"(?<=[.,)]\s)\[(?P<title>[\"“«][^\[\]\n]{3,300}[\"”»])\](?![(\[:])")
"""A title in its quotation marks within brackets that lead nowhere: ``["A title."]``."""


def unparted(text: str) -> str:
    """The text with such words whole, at the ends of their places."""
    if "</" not in text or _TAGS_OF_LETTERS.search(text) is None:
        return text
    return PARTED.sub(lambda word: TAG.sub("", word.group()).rjust(len(word.group())), text)


def evened(text: str) -> str:
    """The text with its tags blanked, ``&amp;`` as ``&``, the words of links within the text without their target, titles
    between straight single marks as ``‘title’``, a title's brackets without an address blanked, and all emphasis as ``*emphasis*``, at
    the same length."""
    text = unparted(unraised(text))
    if "](" in text and "#" in text:
        text = WITHIN.sub(_unlinked, text)
    if "<" in text:
        text = TAG.sub(blank_tag, text)
    if "&amp;" in text:
        text = text.replace("&amp;", "&    ")
    if "]" in text:
        text = BRACKETED_TITLE.sub(r" \g<title> ", text)
    if "'" in text:
        text = _typed().sub(r"‘\g<title>’", text)
    return UNDERSCORED.sub(r"*\1*", text) if "_" in text else text


@cache
def no_date() -> str:
    """A pattern for "no date" in every language."""
    return rf"(?:{alternatives(words('no_date'))})"


@cache
def et_al() -> re.Pattern[str]:
    """``et al`` and its kin, with the emphasis, the comma before and the stop after that they are printed with."""
    return re.compile(
        rf"(?:\s{{0,9}},)?\s{{0,9}}[*_]{{0,2}}(?:{alternatives(words('et_al'))})\b\.?[*_]{{0,2}}\.?", re.IGNORECASE
    )


@cache
def conjunction() -> re.Pattern[str]:
    """A conjunction between two names, with the space around it; ``&amp;`` too."""
    return re.compile(
        rf"(?:\s{{0,9}},)?\s{{1,9}}(?:{alternatives({*words('conjunctions'), '&amp;'})})\s+", re.IGNORECASE
    )


@cache
def month_names() -> dict[str, int]:
    """Every month name and abbreviation of every language, lower case, with its number."""
    return {name: number for one in all_languages() for name, number in one.months.items()}


@cache
def not_authors() -> frozenset[str]:
    """Words that begin no author's name."""
    return frozenset(word for one in all_languages() for word in one.not_authors) | frozenset(month_names())


@cache
def connectors() -> frozenset[str]:
    """Lower-case words inside names."""
    return frozenset(words("connectors")) | {"&", "&amp;"}


@cache
def stop_words() -> frozenset[str]:
    """The stop words of every language."""
    return frozenset(word for one in all_languages() for word in one.stop_words)


@cache
def function_words() -> frozenset[str]:
    """Words after which a sentence goes on: articles and prepositions of every language."""
    return frozenset(word for one in all_languages() for word in one.function_words)


def beginnings(options: Iterable[str]) -> frozenset[str]:
    """What `beginning` gives at a place where one of some words begins, in either case."""
    return frozenset(beginning(word, 0) for word in options)


def beginning(text: str, at: int) -> str:
    """The first two letters at a place in lower case, or the first character where these are no two letters: looking these up
    costs less than matching a pattern of many words."""
    first = text[at : at + 2].lower()
    return first if len(first) == 2 and first.isalpha() else first[:1]


@cache
def lead_beginnings() -> frozenset[str]:
    """How a text begins that may begin with `lead_in`."""
    return beginnings(words("lead_ins")) | {"*", "_"}


@cache
def lead_in() -> re.Pattern[str]:
    """Words that introduce a citation."""
    return re.compile(rf"[*_]{{0,2}}(?:{alternatives(words('lead_ins'))})(?!\w)[*_]{{0,2}}[\s,:]*", re.IGNORECASE)


@cache
def lead_words() -> frozenset[str]:
    """The first words of the phrases that introduce a citation, without those that may stand inside a name."""
    first = {phrase.split()[0].strip(",.:").casefold() for phrase in words("lead_ins")}
    return frozenset(first - connectors() - {*words("source_labels"), *words("weak_leads")})


@cache
def _introducing() -> re.Pattern[str]:
    """What introduces a name behind it: a phrase such as "see", perhaps with what is seen ("voir la synthèse de"), or the words of a
    sentence up to its comma ("For a clear account,")."""
    phrases = {phrase for phrase in words("lead_ins") if phrase.split()[0].strip(",.:").casefold() in lead_words()}
    plain = r"(?:[^\W\d_][\w’'-]*+\s+){0,4}?"
    openers = title_case("sentence_openers")
    return re.compile(
        rf"\s(?:{alternatives(phrases)}),?\s+{plain}(?:{elided()})?(?=[{UPPER}])"
        rf"|^[*_\s]*{openers}\s(?:[^\W\d_{UPPER}][\w’'-]*+\s?){{1,8}},\s+(?=[{UPPER}])"
    )


def is_introduced(names: str) -> bool:
    """Whether what stands before a title is a sentence that introduces names, and not names alone."""
    return " " in names and _introducing().search(names) is not None


@cache
def source_words() -> re.Pattern[str]:
    """Nouns of laws, events, archives and data, which are cited by their own name."""
    return re.compile(rf"(?<!\w)(?:{alternatives(words('source_words'))})(?!\w)", re.IGNORECASE)


@cache
def sited() -> re.Pattern[str]:
    """A preposition of place or circumstance inside a name: more often a phrase than a name."""
    return re.compile(rf"\s{any_of('place_words')}\s")


@cache
def particles() -> frozenset[str]:
    """Lower-case words that begin a family name in a list of names."""
    return frozenset((*words("particles"), *words("list_particles")))


def is_particle(word: str) -> bool:
    """Whether a word, in either case, is one of `particles`."""
    return word.casefold().replace("’", "'") in particles()


@cache
def body_words() -> frozenset[str]:
    """Small words that names of bodies have, and those of persons have not."""
    return frozenset((*words("body_words"), *words("place_words")))


@cache
def saints() -> frozenset[str]:
    """Abbreviations that begin a name and are no initials: ``St.``"""
    return frozenset(word.capitalize() for word in words("name_prefixes") if word.endswith("."))


@cache
def of_word(gap: str, space: str) -> str:
    """A group for what links a number with what it counts: ``de`` and a gap behind it, ``d’`` and perhaps a space."""
    glued = [word for word in words("of_words") if word.endswith("'")]
    apart = set(words("of_words")).difference(glued)
    return f"(?:(?:{alternatives(apart)}){gap}|(?:{alternatives(glued)}){space})"


@cache
def title_case(*fields: str) -> str:
    """A group for the words under the fields as they begin a name: ``The``, ``Le``."""
    return f"(?:{alternatives(word.capitalize() for field in fields for word in words(field))})"


@cache
def elided() -> str:
    """A group for what is glued to a name by its apostrophe, in either case: ``d'``, ``L’``."""
    return any_of("elisions", begun=True)


@cache
def places() -> frozenset[str]:
    """Countries and cities of every language, lower case."""
    return frozenset(word for one in all_languages() for word in one.places)


@cache
def editor() -> str:
    """``(ed.)`` and its kin behind a name."""
    return rf"\(?(?:{alternatives(words('editors'))})\)?"


@cache
def editor_unstopped() -> str:
    """The abbreviations of `editor` without their stop, in lower case."""
    return alternatives(word.rstrip(".") for word in words("editors") if word.endswith("."))


@cache
def accessed() -> re.Pattern[str]:
    """The phrase before an address or a date of consultation."""
    return re.compile(rf"(?<!\w)(?:{alternatives(words('accessed'))})(?!\w)", re.IGNORECASE)
