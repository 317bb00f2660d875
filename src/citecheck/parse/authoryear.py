"""Author and year: the brackets, phrases and links of the running text that cite by them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from citecheck.languages import words
from citecheck.languages.folding import fold
from citecheck.languages.letters import UPPER
from citecheck.languages.patterns import any_of, stopped
from citecheck.model.document import Bracket, Entry, Paragraph, Url
from citecheck.model.source import Span
from citecheck.parse.citations import read_bracket
from citecheck.parse.places import Covered, Within
from citecheck.parse.plain import cites_in_link, unlinked
from citecheck.parse.words import WITHIN, YEAR, alternatives, et_al, evened, no_date, particles, title_case

__all__ = ["find_dated", "strengthened"]

PARENTHESIS = re.compile(r"\(([^()]{3,400})\)")
LINKED = re.compile(r"\(([^()]{3,4000})\)")
"""A round bracket; where targets of links are blanked, it may be long."""
SQUARE = re.compile(r"(?<![\w!\]\[^])\\?\[(?![\^@\[]|-@)([^\[\]\\@]{3,400})\\?\](?![(\[\]]|:[ \t]*<?(?:\w+://|#))")
"""A square bracket that is no link, label or key."""
LONGEST_NAMES, LONGEST_ABOVE = 200, 2000
"""Characters before a bracket in which its names stand, and above their line in which that of the cell above does."""
LINE_START = re.compile(r"(?:\n|\A)[ \t>|]*\Z")
WORDED = re.compile(r"[^\W\d_]{2}")
COLUMNS = re.compile(r"\s{3,}|\s*\|\s*")


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"{title_case('articles')}\s+")


@cache
def _sentence_opener() -> re.Pattern[str]:
    """What begins a sentence before its first name: ``Later, Doe``, ``As Doe``."""
    return re.compile(
        rf"(?:{title_case('sentence_adverbs', 'sentence_openers')},\s+|{title_case('sentence_openers')}\s+)(?=[{UPPER}])"
    )


@cache
def _years_only() -> re.Pattern[str]:
    page = r"(?:[A-Za-z§]{1,8}\.?\s*)?\d[\d\s,–-]{0,20}(?:[A-Z]\d{1,4})?"
    return re.compile(
        rf"\s*(?:\[{YEAR}\]\s{{1,3}})?{YEAR}[a-z]?(?:\s*[,;]\s*{YEAR}[a-z]?){{0,4}}"
        rf"(?:\s*[,:]\s*{page}|,\s*{stopped('page_labels')})?\s*"
    )


@cache
def _narrative() -> re.Pattern[str]:
    """One to eight family names, or ``Doe et al.``, right before a bracket with a year."""
    name = (
        rf"(?:(?:{any_of('particles', begun=True)}\s+){{1,3}}|{any_of('elisions')})?"
        rf"(?:[A-Z]['’])?[{UPPER}][^\W\d_]+(?:[-’'][{UPPER}]?[^\W\d_]+)*"
    )
    join = rf"(?:\s*+,\s++(?:{any_of('conjunctions')}\s++)?|\s++{any_of('conjunctions')}\s++)"
    return re.compile(
        rf"(?<![^\W\d])(?<![’'-])((?:{name}{join}){{0,7}}{name}(?:\s+{name})?(?:{et_al().pattern})?(?:['’]s)?)\s*$"
    )


def _is_family(name: str) -> bool:
    """A family name of one word, particles aside: ``Doe``, ``Le Bihan``, ``van der Berg``."""
    return len([word for word in name.split() if word.casefold() not in _before_names()]) <= 1


@cache
def _before_names() -> frozenset[str]:
    # "Ten Countries (2020)" has no author called ten Countries.
    return (particles() | {*words("name_prefixes")}) - {*words("number_words")}


@cache
def _longer_name() -> re.Pattern[str]:
    joins = alternatives({*words("connectors")} - {*words("conjunctions"), *words("loose_connectors")})
    return re.compile(rf"(?:(?:[{UPPER}][\w’'-]*\s+){{1,4}}(?:(?:{joins})['’]?\s*){{1,3}})+$")


@cache
def _capitalised_end() -> re.Pattern[str]:
    return re.compile(rf"(?:[{UPPER}][\w’'-]*|[A-Z]{{2,}})\s+$")


@cache
def _dated() -> re.Pattern[str]:
    """What a bracket that cites has: a year, "no date", or a word that repeats what was cited before."""
    return re.compile(
        rf"(?<!\d){YEAR}|{no_date()}|(?<!\w){any_of('ibid')}(?!\w)|\A\W*{any_of('loc_cit')}(?!\w)", re.IGNORECASE
    )


def find_dated(piece: Span, text: str, urls: Sequence[Url], paragraph: Paragraph) -> list[Bracket]:
    """The brackets of a piece that cite by author and year, their names within them or before them, and links that do."""
    worded = [url for url in urls if cites_in_link(url)]
    plain = evened(unlinked(text, piece, worded))
    linked = Covered(piece, (url.span for url in urls if url not in worded))
    led = Covered(piece, (url.span for url in worded))
    within, led_to = Within(urls), Within(worded)
    found: list[Bracket] = []
    for match in _brackets_in(plain, LINKED if worded else PARENTHESIS):
        inner, start, end = match.group(1), piece.start + match.start(1), piece.start + match.end(1)
        if not _dated().search(inner) or (linked.touch(start, end) and "@" not in inner):
            continue
        square = plain[match.end() - 1] == "]"
        if not _years_only().fullmatch(inner):
            span = piece.part(*match.span(1))
            citations = read_bracket(span, within.of(span), led_to.of(span))
            made = Bracket(piece.part(*match.span()), paragraph.index, citations) if citations else None
        else:
            made = None if square else _phrase(piece, plain, match, led_to)
        if made is not None and not (found and found[-1].span.touches(made.span)):
            signs = "link" if led.touch(made.span.start, made.span.end) else "square" if square else ""
            found.append(_written(replace(made, paragraph=paragraph.index), signs))
    return [*found, *_words_of_links(piece, text, worded, paragraph, Covered(piece, [one.span for one in found]))]


def _words_of_links(
    piece: Span, text: str, worded: Sequence[Url], paragraph: Paragraph, read: Covered
) -> Iterator[Bracket]:
    """The words of links that are citations by themselves, outside the brackets that were ``read``: ``[Doe, 2005](#doe)``."""
    places = [(url.span.start + 1 - piece.start, len(url.text or "")) for url in worded]
    if "](" in text:
        places += [(match.start(1), len(match.group(1))) for match in WITHIN.finditer(text)]
    for start, length in places:
        span = piece.part(start, min(start + length, len(text)))
        if read.touch(span.start, span.end) or not _dated().search(span.text) or _years_only().fullmatch(span.text):
            continue
        citations = read_bracket(span, ())
        if citations:
            yield _written(Bracket(span, paragraph.index, citations), "link")


def _brackets_in(text: str, round_ones: re.Pattern[str]) -> Iterable[re.Match[str]]:
    """The round brackets of a text and the square ones outside them, in order."""
    matches = list(round_ones.finditer(text))
    if "[" in text:
        matches += SQUARE.finditer(text)
    return sorted(matches, key=lambda match: (match.end(1), match.start()))


def _written(bracket: Bracket, signs: str) -> Bracket:
    """The bracket with the signs of a way of writing that may be something else, where it is one such."""
    if not signs:
        return bracket
    return replace(bracket, signs=signs, citations=tuple(replace(one, weak=True) for one in bracket.citations))


def _goes_on_from_above(piece: Span, first: int) -> bool:
    """Whether names that begin their line go on with those of the cell above it: columns that are set with blanks break names."""
    source, at = piece.source.text, piece.start + first
    if not LINE_START.search(source, max(0, at - LONGEST_NAMES), at):
        return False
    lines = source[max(0, at - LONGEST_ABOVE) : at].split("\n")[:-1]
    above = next((line for line in reversed(lines) if WORDED.search(line)), "")
    cells = COLUMNS.split(above.strip(" \t>|"))
    return len(cells) > 1 and _unfinished().search(cells[0]) is not None


@cache
def _unfinished() -> re.Pattern[str]:
    """What ends in the midst of a list of names."""
    return re.compile(rf"(?:,|\s{any_of('conjunctions')})\Z")


def _phrase(piece: Span, text: str, match: re.Match[str], led_to: Within) -> Bracket | None:
    """``Doe (2020)``: the names before the bracket and the year in it; ``led_to`` are links whose words cite."""
    start = max(0, match.start() - LONGEST_NAMES)
    names = _narrative().search(text[start : match.start()])
    if names is None or _goes_on_from_above(piece, start + names.start(1)):
        return None
    # "Ministry of Agriculture (2014)": a capitalised word and a connector before the names belong to them.
    longer = _longer_name().search(text[start : start + names.start(1)])
    first = start + (longer.start() if longer else names.start(1))
    article = _article().match(text, first, match.start()) if longer else None
    first = article.end() if article else first
    opener = _sentence_opener().match(text, first, match.start())
    first = opener.end() if opener else first
    span = piece.part(first, match.end())
    citations = read_bracket(span, (), led_to.of(span))
    if not citations or any(one.authors != citations[0].authors for one in citations):
        return None
    # Capitalised words before the names make them part of a longer name ("the Global Index (2021)").
    ahead = None if opener else _capitalised_end().search(text[max(0, first - 40) : first])
    plain = longer is None and (
        len(citations[0].authors) > 1 or (ahead is None and _is_family(citations[0].authors[0].family))
    )
    alone = len(citations[0].authors) == 1 and not citations[0].et_al and citations[0].locator is None
    return Bracket(
        span,
        0,
        tuple(replace(one, weak=not plain and one.locator is None, sure=not alone) for one in citations),
        narrative=True,
    )


CLEAR = 3
"""Citations that must have an entry for a doubtful way of writing to be how the document cites."""


def strengthened(brackets: Sequence[Bracket], entries: Sequence[Entry]) -> tuple[Bracket, ...]:
    """The brackets, those of a doubtful way of writing without doubt where the document plainly cites so: most of these, and
    at least three, have the name and the year of an entry."""
    listed = {
        (fold(person.family), reference.year)
        for entry in entries
        for reference in entry.references
        for person in reference.authors[:1]
    }
    plain = {signs for signs in {bracket.signs for bracket in brackets} - {""} if _cites_so(brackets, signs, listed)}
    return tuple(_sure(bracket) if bracket.signs in plain else bracket for bracket in brackets)


def _cites_so(brackets: Iterable[Bracket], signs: str, listed: Container[tuple[str, str | None]]) -> bool:
    """Whether most brackets of a way of writing have an entry."""
    known = [
        any((fold(person.family), one.year) in listed for one in bracket.citations for person in one.authors[:1])
        for bracket in brackets
        if bracket.signs == signs
    ]
    return sum(known) >= CLEAR and sum(known) * 2 > len(known)


def _sure(bracket: Bracket) -> Bracket:
    return replace(bracket, citations=tuple(replace(one, weak=False) for one in bracket.citations))
