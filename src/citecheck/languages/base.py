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
    are: where nothing is at the address, where one signs in, agrees first, has to be human, or is at home; where a domain
    is for sale, and where a site is being worked at."""

    not_found: tuple[str, ...] = ()
    login: tuple[str, ...] = ()
    consent: tuple[str, ...] = ()
    human: tuple[str, ...] = ()
    parked: tuple[str, ...] = ()
    maintenance: tuple[str, ...] = ()
    not_found_paths: tuple[str, ...] = ()
    login_paths: tuple[str, ...] = ()
    home_paths: tuple[str, ...] = ()


class Language(Struct, frozen=True, eq=False):
    """The words and signs of one language. Words are lower case unless their case matters.

    ``stop_words`` tell the language of a text. ``months`` maps names and abbreviations to 1–12. ``lead_ins`` are the
    phrases that introduce a citation in a note ("see also"), ``weak_leads`` the first words of them that may as well go on
    with a list of names, ``cited_in`` those between a source and another that quotes it. ``ibid``, ``op_cit`` and ``loc_cit`` are the forms of repetition; ``note_words`` point to another note ("see note 12"), ``back_words`` and
    ``ahead_words`` say that it stands before or behind, ``note_labels`` stand before the note of a source ("p. 4, n. 12").
    ``plural_page_labels`` are asked for before several pages, ``teaching_words`` stand in headings about how to write a bibliography.
    ``page_labels`` precede pages and end in a stop where they are abbreviations, ``at_pages`` may do so too;
    ``onwards`` follow a page from which more are meant ("ff."); ``counted`` is what a number without label counts
    ("4 vols"). Other ``locator_labels`` precede chapters and the like, ``volume_labels`` the volume of a journal,
    ``number_signs`` numbers; ``edition_labels`` follow which edition a book is, ``series_labels`` precede its series. ``before_years`` stand
    before a year ("*in* 1291"), ``day_endings`` behind a day ("1st"), ``ordinal_endings`` raised behind any number.

    ``sentence_adverbs`` may stand with a comma before a name that begins a sentence ("*Later*, Doe (2001)"), ``sentence_openers``
    without ("*As* Doe (2001)").

    ``connectors`` are the lower-case words inside names ("Ministry *of* Defence"), ``loose_connectors`` those that more
    often belong to the sentence than to a name before a year, ``body_words`` those that only names of bodies have,
    ``place_words`` prepositions of place and circumstance, ``articles`` and ``indefinite`` the articles,
    ``single_articles`` those that make one of a scale word ("*le* milliard"),
    ``filing_articles`` those that a title is not sorted by, ``elisions`` what is
    glued to a name by its apostrophe. ``particles`` begin a family name ("*de* Vries"), ``list_particles`` in lists of names
    only, ``joined_particles`` with a hyphen, ``name_links`` stand between two family names ("Ortega *y* Gasset"), ``name_prefixes`` belong to it ("*St.* John"); ``generations`` tell a son from his father, ``companies`` end the
    name of a firm. ``institutions`` are what bodies are called ("*Ministry* of Defence"). ``publisher_words`` are those that names of publishers have ("Northport *Books*"), ``publishers`` well-known ones
    whose names tell nothing of it. ``courts`` begin a decision, ``dockets`` its number; ``versus`` stands between the parties; ``laws`` begin
    a law, ``acts`` end the name of one, before its year ("Education *Act* 1980"), ``act_parts`` precede its sections; the
    case of these matters but for ``laws``. ``untitled`` sources have no title: letters, talks. ``shown_works`` are what is shown or performed, ``by_words`` stand before
    who made it, ``generic_titles`` are titles that many works have, ``retraction_marks``
    stand before the title of a retracted work, ``notices`` begin the title of what is published about another work, ``translators`` before who translated. ``source_labels`` stand with a colon before a source below a figure.
    ``accessed`` introduces the date or address at which a source was consulted, ``online`` says that it is on the web.

    Of amounts: ``disjunctions`` ("or"), ``range_words`` ("*to* 5 million"), ``between_words`` and ``of_words`` ("millions
    *of* euros") link numbers; ``stated_as`` ("that is") says that two sums are one, ``pair_ends`` may go on behind them;
    ``is_worth`` ("equals"), ``exchanged_for`` ("per") and ``average_words`` make rates; ``not_only_money`` are currencies
    whose names mean something else too.

    Of other numbers: ``collective_numbers`` ("*dozens* of boats"); of the time of day, ``hour_signs`` stand behind an hour
    ("14 *h* 30"), ``half_days`` behind a time ("2:30 *pm*"), ``before_hours`` before one ("*at* 14 h"). ``fractions`` tell into
    how many parts they divide ("a *third*"), ``durations`` the minutes of a unit of time.
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
    weak_leads: tuple[str, ...] = ()
    untitled: tuple[str, ...] = ()
    shown_works: tuple[str, ...] = ()
    by_words: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    generic_titles: tuple[str, ...] = ()
    retraction_marks: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    sentence_adverbs: tuple[str, ...] = ()
    sentence_openers: tuple[str, ...] = ()
    note_labels: tuple[str, ...] = ()
    at_pages: tuple[str, ...] = ()
    onwards: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    number_signs: tuple[str, ...] = ()
    volume_labels: tuple[str, ...] = ()
    edition_labels: tuple[str, ...] = ()
    series_labels: tuple[str, ...] = ()
    day_endings: tuple[str, ...] = ()
    ordinal_endings: tuple[str, ...] = ()
    loose_connectors: tuple[str, ...] = ()
    body_words: tuple[str, ...] = ()
    place_words: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    single_articles: tuple[str, ...] = ()
    plural_page_labels: tuple[str, ...] = ()
    teaching_words: tuple[str, ...] = ()
    filing_articles: tuple[str, ...] = ()
    indefinite: tuple[str, ...] = ()
    elisions: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    list_particles: tuple[str, ...] = ()
    joined_particles: tuple[str, ...] = ()
    name_links: tuple[str, ...] = ()
    name_prefixes: tuple[str, ...] = ()
    generations: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    publisher_words: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    dockets: tuple[str, ...] = ()
    versus: tuple[str, ...] = ()
    act_parts: tuple[str, ...] = ()
    source_labels: tuple[str, ...] = ()
    online: tuple[str, ...] = ()
    disjunctions: tuple[str, ...] = ()
    range_words: tuple[str, ...] = ()
    between_words: tuple[str, ...] = ()
    of_words: tuple[str, ...] = ()
    stated_as: tuple[str, ...] = ()
    pair_ends: tuple[str, ...] = ()
    is_worth: tuple[str, ...] = ()
    exchanged_for: tuple[str, ...] = ()
    average_words: tuple[str, ...] = ()
    not_only_money: tuple[str, ...] = ()
    collective_numbers: Mapping[str, int] = MappingProxyType({})
    fractions: Mapping[str, int] = MappingProxyType({})
    durations: Mapping[str, int] = MappingProxyType({})
    hour_signs: tuple[str, ...] = ()
    half_days: tuple[str, ...] = ()
    before_hours: tuple[str, ...] = ()
