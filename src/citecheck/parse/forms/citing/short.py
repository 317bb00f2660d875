"""Author and year: ``Doe, 2020, p. 4``, ``Doe & Roe (2020)``, ``Doe et al. 2020: 12``, ``Doe, n.d.``.

The short citation of the author–date styles (APA 7, 8.10–8.17; Chicago Manual of Style 17, 15.22; Harvard; ISO 690, 6.2),
in notes and in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from citecheck.languages import words
from citecheck.languages.folding import unaccented
from citecheck.languages.patterns import any_of, stopped
from citecheck.model.reference import Citation, CitationKind, Locator, Person
from citecheck.parse.forms import Example
from citecheck.parse.forms.imprints import LONGEST_BEFORE, is_imprint
from citecheck.parse.forms.parts import ACRONYM, DASH, ITALIC, NAMES, YEAR, year_or_none
from citecheck.parse.forms.reading import edition_year
from citecheck.parse.locators import read_locator
from citecheck.parse.names import read_persons
from citecheck.parse.reader import Reader, year_end
from citecheck.parse.words import et_al, lead_words, of_word, places, sited, source_words, title_case

BEFORE = ("short_title",)
EXAMPLES = (
    Example("Doe, 2020, p. 4", {"kind": "short", "authors": "Doe", "year": "2020", "pages": "4"}),
    Example("Doe & Roe (2020)", {"kind": "short", "authors": "Doe; Roe", "year": "2020"}),
    Example("Doe et al., 2020a: 12-14", {"authors": "Doe", "year": "2020", "suffix": "a", "pages": "12-14"}),
    Example("Doe, n.d.", {"authors": "Doe", "year": "n.d."}),
    Example("that was so, in 2020", None),
)

OWNER = re.compile(r"(.+?)['’]s\s+[a-z]+(?:\s[a-z]+){0,3}\s*$", re.DOTALL)
"""``Doe's earlier report`` before a year in brackets."""
TITLED_AUTHOR = re.compile(rf"(?P<names>{NAMES}{{2,80}}?),\s*(?=[“\"«*‘])")
"""An author before a title."""
DAY = re.compile(r"\s\d{1,2}$")
EVENT = re.compile(r"[A-Z]{1,6}[ -]?\d{1,4}")


@cache
def parties() -> re.Pattern[str]:
    """What stands between the parties of a case."""
    return re.compile(rf"\s{any_of('versus')}\.\s")


@cache
def year_closes() -> re.Pattern[str]:
    """What follows a year, and its pages, in brackets: their end, another year, or pages that are wrong."""
    wrong = rf"[{DASH}]\s?\)|,\s*{stopped('page_labels')}\s*\)"
    return re.compile(rf"\s*\)|(?=\s*[,;]\s*{YEAR}[a-z]?\b)|(?={wrong})")


@cache
def article() -> re.Pattern[str]:
    """An article that begins what is no name of a person."""
    return re.compile(rf"{title_case('articles', 'indefinite')}\s")


@cache
def pattern() -> re.Pattern[str]:
    separator = r"\s*+,\s*+|\s*+\.(?:\s*+,)?\s*+|(?:\s*+,)?\s*+\(\s*+|\s++"
    return re.compile(
        rf"(?P<names>{NAMES}{{2,160}}?){ACRONYM}(?P<sep>{separator})"
        rf"(?:\[{YEAR}\]\s{{1,3}}|(?P<first>{YEAR})/|{any_of('about')}\s?)?(?P<square>\[)?{year_or_none()}(?(square)\])"
        rf"(?![\w’'])(?!\s?[{DASH}]\s?\d{{4}}\b)",
        re.IGNORECASE,
    )


class _Signs(Struct, frozen=True):
    """What tells whether a name and a year cite: that the names are ``sure``, that a ``comma`` or the like stands between
    them and the year, that nothing stands before (``alone``) or goes on behind (``apart``), that the names are rather a
    ``phrase``, that a place in the source follows (``located``), and that it is pages (``paged``)."""

    sure: bool
    comma: bool
    alone: bool
    apart: bool
    phrase: bool
    located: bool
    paged: bool

    @property
    def weak(self) -> bool:
        """Whether it may as well be no citation."""
        if not (self.comma or self.alone) or (self.phrase and not self.paged):
            return True
        return not self.located and not (self.comma and self.apart and (self.sure or self.alone))

    @property
    def certain(self) -> bool:
        """Whether it can be nothing else."""
        return (self.paged and not self.phrase) or (self.sure and not self.phrase and not self.located)


def names_and_year(reader: Reader, at: int) -> re.Match[str] | None:
    """The names and the year that stand at a place."""
    return pattern().match(reader.plain, at) if reader.dated(at) else None


def read(reader: Reader, at: int) -> Citation | None:
    match = names_and_year(reader, at)
    persons = None if match is None else _authors(reader, at, match)
    if match is None or persons is None:
        return None
    authors, others, sure = persons
    opened = "(" in match.group("sep")
    comma = others or any(sign in match.group("sep") for sign in "(,.")
    located = _locator(reader, match.end(), opened)
    if located is None or not (sure or (comma and not opened)):
        return None
    locator, end = located
    named = _owned(match.group("names"), opened).strip()
    imprint = is_imprint(named, _before(reader, at))
    phrase = imprint or _is_phrase(named)
    signs = _Signs(
        sure=sure,
        comma=comma,
        alone=reader.stands_first(at) or (_is_labelled(locator) and reader.plain[max(0, at - 1) : at] == "("),
        apart=locator is not None or _stands_apart(reader, end, authors, opened),
        phrase=phrase,
        located=locator is not None,
        paged=_is_paged(locator, phrase),
    )
    year = "year" if match.group("year") else "none"
    return Citation(
        reader.trimmed(at, end),
        CitationKind.SHORT,
        authors=authors,
        author_span=reader.trimmed(at, match.end("names")),
        et_al=others,
        year=edition_year(match.group("first"), match.group("year") or "n.d."),
        suffix=(match.group("suffix") or "").casefold(),
        year_span=reader.span.part(match.start(year), year_end(match)),
        locator=locator,
        weak=signs.weak or imprint,
        sure=signs.certain and (signs.paged or article().match(named) is None),
    )


def _before(reader: Reader, at: int) -> str:
    """What stands in the file before a place of a text."""
    start = reader.span.start + at
    return reader.span.source.text[max(0, start - LONGEST_BEFORE) : start]


def _is_labelled(locator: Locator | None) -> bool:
    """Whether pages with their label follow: in a bracket of its own, that is a citation (``… (Doe 2020, p. 4)``)."""
    return locator is not None and locator.label is not None and bool(locator.ranges)


def _stands_apart(reader: Reader, end: int, authors: Sequence[Person], opened: bool) -> bool:
    """Whether a name and a year without pages end there, and are no place or event and its year."""
    bracketed = opened and (len(authors) > 1 or " " not in authors[0].family)
    return (bracketed or _ends(reader, end)) and not _is_place(authors)


def _is_phrase(named: str) -> bool:
    """Whether what stands before the year is rather a phrase than a name: a law, an event, a place, a date."""
    return bool(source_words().search(named) or sited().search(f" {named} ") or DAY.search(named))


def _is_paged(locator: Locator | None, phrase: bool) -> bool:
    """Whether the citation points to pages that could be read; behind a ``phrase`` these have to have a label."""
    if locator is None or not locator.ranges or (phrase and locator.label is None):
        return False
    return (locator.label or "").casefold() not in words("at_pages")


def _ends(reader: Reader, end: int) -> bool:
    """Whether nothing goes on behind the citation."""
    return not re.sub(r"[\s.;)]", "", reader.plain[end : end + 2]) or reader.plain[end : end + 1] in ";,)."


def _authors(reader: Reader, at: int, match: re.Match[str]) -> tuple[tuple[Person, ...], bool, bool] | None:
    """The authors before the year; None where half of an italic title, or a case at law ("A v. B"), stands there."""
    names = _owned(match.group("names"), "(" in match.group("sep"))
    end = match.end("sep")
    if reader.text[at:end].count("*") % 2 or parties().search(names) or _introduced(names):
        return None
    titled = any(not et_al().match(italic.group()) for italic in ITALIC.finditer(reader.text, at, end))
    # "Doe, *Short title*, 2020" has more than names before the year.
    if titled and TITLED_AUTHOR.match(reader.text, at) is not None:
        return None
    return read_persons(names)


def _owned(names: str, opened: bool) -> str:
    """The names without what is said to be theirs."""
    owner = OWNER.match(names) if opened else None
    return owner.group(1) if owner else names


def _locator(reader: Reader, at: int, opened: bool) -> tuple[Locator | None, int] | None:
    """The locator behind the year, and where the citation ends; None where a bracket that was opened does not close."""
    locator, end = read_locator(reader, at)
    if not opened:
        return locator, end
    closing = year_closes().match(reader.plain, end)
    if closing is None:
        return None
    end = closing.end()
    return read_locator(reader, end) if locator is None and closing.group() else (locator, end)


def _introduced(names: str) -> bool:
    """Whether a phrase such as "see also" stands among the words: the citation begins behind it."""
    return any(part.split()[0].casefold().strip(".") in lead_words() for part in names.split(",")[1:] if part.split())


def _place_of(author: Person) -> str:
    """A name as a place is looked up: ``de Paris`` is ``paris``."""
    return re.sub(rf"\A{of_word(' ', '')}", "", unaccented(author.family))


def _is_place(authors: Sequence[Person]) -> bool:
    """``(Rio, 1992)``, ``(COP21, 2015)``: a place or an event and a year, as often as a citation."""
    if len(authors) == 1 and EVENT.fullmatch(authors[0].family):
        return True
    return len(authors) <= 3 and any(_place_of(author) in places() for author in authors)
