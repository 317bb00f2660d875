"""Language: what citecheck needs to know of one language, as data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


def block(text: str) -> tuple[str, ...]:
    """The words and phrases of a block, one a line or several with ``|`` between them, in their order."""
    return tuple(word for word in (part.strip(" ") for part in re.split(r"[|\n]", text)) if word)


def wordset(text: str) -> frozenset[str]:
    """The words of a block, where their order does not matter."""
    return frozenset(block(text))


def table(text: str) -> Mapping[str, str]:
    """The words of a block, each with what stands before its group and a colon: ``EUR: euro | euros``.

    A group ends at the end of its line or at a semicolon.
    """
    groups = (group.partition(": ") for group in re.split(r"[;\n]", text) if group.strip())
    return MappingProxyType({word: key.strip() for key, _, words in groups for word in block(words)})


def numbered(text: str) -> Mapping[str, int]:
    """A `table` of numbers: ``3: mars; 4: avril | avr``."""
    return MappingProxyType({word: int(number) for word, number in table(text).items()})


class Pages(Struct, frozen=True):
    """What web pages say in a language, as parts of their titles and main headings, and what the last parts of their paths
    are: where nothing is at the address, where one signs in, agrees first, has to be human, or is at home."""

    not_found: tuple[str, ...] = ()
    login: tuple[str, ...] = ()
    consent: tuple[str, ...] = ()
    human: tuple[str, ...] = ()
    not_found_paths: tuple[str, ...] = ()
    login_paths: tuple[str, ...] = ()
    home_paths: tuple[str, ...] = ()


class Language(Struct, frozen=True, eq=False):
    """The words and signs of one language. Words are lower case unless their case matters.

    ``stop_words`` tell the language of a text. ``months`` maps names and abbreviations to 1–12. ``lead_ins`` are the
    phrases that introduce a citation in a note ("see also"), ``cited_in`` those between a source and another that
    quotes it. ``ibid``, ``idem``, ``op_cit`` and ``loc_cit`` are the
    forms of repetition; ``note_words`` point to another note ("see note 12"), ``back_words`` and ``ahead_words`` say that it stands
    before or behind. ``page_labels`` precede pages, other
    ``locator_labels`` precede chapters and the like. ``connectors`` are the lower-case words inside names
    ("Ministry *of* Defence"). ``before_years`` stand before a year ("*in* 1291"). ``courts`` begin a decision, ``laws`` a
    law; ``acts`` end the name of one, before its year ("Education *Act* 1980"); their case matters but for ``laws``.
    ``accessed`` introduces the date or address at which a source was consulted.
    """

    code: str
    name: str
    stop_words: frozenset[str]
    months: Mapping[str, int]
    conjunctions: tuple[str, ...]
    et_al: tuple[str, ...]
    no_date: tuple[str, ...]
    ibid: tuple[str, ...]
    loc_cit: tuple[str, ...]
    op_cit: tuple[str, ...]
    note_words: tuple[str, ...]
    back_words: tuple[str, ...]
    ahead_words: tuple[str, ...]
    lead_ins: tuple[str, ...]
    cited_in: tuple[str, ...]
    page_labels: tuple[str, ...]
    locator_labels: tuple[str, ...]
    connectors: tuple[str, ...]
    function_words: frozenset[str]
    editors: tuple[str, ...]
    in_words: tuple[str, ...]
    accessed: tuple[str, ...]
    bibliography_headings: tuple[str, ...]
    further_reading_headings: tuple[str, ...]
    notes_headings: tuple[str, ...]
    chapter_words: tuple[str, ...]
    caption_words: tuple[str, ...]
    quotes: tuple[tuple[str, str], ...]
    list_and: str
    decimal_comma: bool
    group_separators: tuple[str, ...]
    scales: Mapping[str, int]
    currencies: Mapping[str, str]
    about: tuple[str, ...]
    rate_words: tuple[str, ...]
    whole_text: tuple[str, ...]
    number_words: Mapping[str, int]
    units: frozenset[str]
    not_authors: frozenset[str]
    source_words: tuple[str, ...]
    courts: tuple[str, ...]
    laws: tuple[str, ...]
    acts: tuple[str, ...]
    places: frozenset[str]
    before_years: frozenset[str]
    pages: Pages
