"""Running text: what the paragraphs hold besides markers: citations in brackets, names, and the words around a marker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from functools import cache

from msgspec.structs import replace

from citecheck.languages import words
from citecheck.languages.letters import UPPER
from citecheck.languages.patterns import any_of, stopped
from citecheck.model.document import BlockKind, Bracket, Name, Paragraph, Url
from citecheck.model.reference import Citation, CitationKind, Locator
from citecheck.model.source import Span
from citecheck.parse.calls import without_calls
from citecheck.parse.citations import read_bracket, read_citations
from citecheck.parse.locators import read_locator
from citecheck.parse.places import Covered, Within
from citecheck.parse.prose import TAGS
from citecheck.parse.reader import Reader
from citecheck.parse.words import YEAR, alternatives, elided, et_al, evened, no_date, particles, stop_words, title_case

PARENTHESIS = re.compile(r"\(([^()]{3,400})\)")
_NUMBER = r"\d{1,4}(?:\s?[–-]\s?\d{1,4}(?!\s?[–-]))?"
NUMBERS = re.compile(
    rf"(?<![\d_!^])(?<!\b[A-Za-z])\\?\[((?!0\d){_NUMBER}(?:\s?[,;]\s?{_NUMBER}){{0,12}})(?:,\s*([A-Za-z§][^\[\]\n]{{0,40}}))?"
    r"\\?\](?![(:])"
)
ROUND = re.compile(r"(?<!\w)\((\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,12})(?:,\s*([A-Za-z§][^()\n]{0,40}))?\)(?![(\w])")
"""Numbers that cite entries, in square brackets or in round ones."""
KEYS = re.compile(
    r"\[[^\[\]]{0,80}(?<![\w.@/}])@[\w][^\[\]]{0,300}\](?!\()"
    r"|(?<![\w.@/}+-])@[A-Za-z][\w:.#$%&+?<>~/-]{1,80}(?![\w@])(?:\s\[[^\[\]]{1,80}\])?"
)
BRACKETED = re.compile(r"\\?\[\d{1,4}\\?\]")
LONGEST_WORD = 80
STOPS = str.maketrans("", "", ".,;:!?…'’-")
SIGN_OR_WORD_BEFORE = re.compile(r"([^\W_]+(?:['’-][^\W_]+){0,4}['’]?|[^\w\s]{1,4})\s*$")
SIGN_OR_WORD_AFTER = re.compile(r"\s*([^\W_]+(?:['’-][^\W_]+){0,4}['’]?|[^\w\s]{1,4})")


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
def _name() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?:{elided()})?[{UPPER}][\w’-]{{2,40}}")


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
        rf"(?:(?:{any_of('particles')}\s+){{1,3}}|{any_of('elisions')})?"
        rf"(?:[A-Z]['’])?[{UPPER}][^\W\d_]+(?:[-’'][{UPPER}]?[^\W\d_]+)*"
    )
    join = rf"(?:\s*+,\s++(?:{any_of('conjunctions')}\s++)?|\s++{any_of('conjunctions')}\s++)"
    return re.compile(rf"(?<![\w’'-])((?:{name}{join}){{0,7}}{name}(?:\s+{name})?(?:{et_al().pattern})?(?:['’]s)?)\s*$")


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
def _below_figure() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('source_labels')}\s*:\s*", re.IGNORECASE)


def numbers_of(pieces: Sequence[Span], listed: Set[str]) -> re.Pattern[str]:
    """The pattern of the numbers that cite entries: in round brackets where the entries bear the numbers ``listed`` and
    nearly all the numbers in round brackets are among them, but none stands in square ones."""
    if len(listed) < FEWEST:
        return NUMBERS
    texts = [piece.text for piece in pieces]
    if any(NUMBERS.search(text) for text in texts):
        return NUMBERS
    printed = _in_round_brackets(texts)
    known = [number for number in printed if number in listed]
    clear = len(set(known)) >= max(FEWEST, len(listed) // 2) and len(known) * 10 >= 9 * len(printed)
    return ROUND if clear else NUMBERS


def _in_round_brackets(texts: Iterable[str]) -> list[str]:
    """The numbers that stand in round brackets as those that cite do."""
    brackets = (match.group(1) for text in texts for match in ROUND.finditer(text))
    return [number for bracket in brackets for number in re.findall(r"\d+", bracket)]


FEWEST = 3
"""Numbers that must be cited for it to be a way of citing."""


def find_brackets(paragraph: Paragraph, urls: Within, numbers: re.Pattern[str] | None) -> tuple[Bracket, ...]:
    """The brackets and phrases of a paragraph that hold citations; ``numbers`` finds those by number."""
    found: list[Bracket] = []
    for piece in paragraph.pieces:
        text = piece.text
        own = urls.touching(piece)
        found.extend(_parentheses(piece, text, own, paragraph))
        # Most texts have neither sign: asking costs less than searching.
        if numbers is not None and ("(" if numbers is ROUND else "[") in text:
            found.extend(_numbers(piece, text, paragraph, numbers))
        if "@" in text:
            found.extend(_keys(piece, text, own, paragraph))
        if paragraph.kind is BlockKind.CAPTION:
            found.extend(_caption(piece, text, own, paragraph))
    return tuple(sorted(found, key=lambda bracket: bracket.span.start))


@cache
def _dated() -> re.Pattern[str]:
    """What a bracket that cites has: a year, "no date", or a word that repeats what was cited before."""
    return re.compile(
        rf"(?<!\d){YEAR}|{no_date()}|(?<!\w){any_of('ibid')}(?!\w)|\A\W*{any_of('loc_cit')}(?!\w)", re.IGNORECASE
    )


def _parentheses(piece: Span, text: str, urls: Sequence[Url], paragraph: Paragraph) -> list[Bracket]:
    found = []
    linked = Covered(piece, (url.span for url in urls))
    within = Within(urls)
    text = evened(text)
    for match in PARENTHESIS.finditer(text):
        inner = match.group(1)
        if not _dated().search(inner):
            continue
        if linked.touch(piece.start + match.start(1), piece.start + match.end(1)) and "@" not in inner:
            continue
        if _years_only().fullmatch(inner):
            made = _phrase(piece, text, match)
        else:
            span = piece.part(*match.span(1))
            citations = read_bracket(span, within.of(span))
            made = Bracket(piece.part(*match.span()), paragraph.index, citations) if citations else None
        if made is not None:
            found.append(replace(made, paragraph=paragraph.index))
    return found


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


def _phrase(piece: Span, text: str, match: re.Match[str]) -> Bracket | None:
    """``Doe (2020)``: the names before the bracket and the year in it."""
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
    citations = read_bracket(span, ())
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


def _numbers(piece: Span, text: str, paragraph: Paragraph, numbers: re.Pattern[str]) -> list[Bracket]:
    found: list[Bracket] = []
    reader: Reader | None = None
    last: tuple[int, int] | None = None
    for match in numbers.finditer(text):
        locator = None
        if match.group(2):
            reader = reader or Reader.of(piece, ())
            locator = read_locator(reader, match.end(1))[0]
        citations = _numbered(piece, match, locator)
        if not citations:
            continue
        first = int(citations[0].target or 0)
        if last is not None and re.fullmatch(r"\s?[–-]\s?", text[last[0] : match.start()]):
            # "[4]–[6]"
            between = range(last[1] + 1, first)[:30]
            citations[:0] = [Citation(citations[0].span, CitationKind.NUMBER, target=str(one)) for one in between]
        found.append(Bracket(piece.part(*match.span()), paragraph.index, tuple(citations)))
        last = match.end(), int(citations[-1].target or 0)
    return found


def _numbered(piece: Span, match: re.Match[str], locator: Locator | None) -> list[Citation]:
    """The citations of a bracket by their numbers, each of a range too."""
    citations = []
    for printed in re.finditer(r"(\d{1,4})(?:\s?[–-]\s?(\d{1,4}))?", match.group(1)):
        low, high = int(printed.group(1)), int(printed.group(2) or printed.group(1))
        span = piece.part(match.start(1) + printed.start(), match.start(1) + printed.end())
        targets = range(low, high + 1) if 0 <= high - low <= 30 else (low, high)
        citations += [
            Citation(span, CitationKind.NUMBER, target=str(target), locator=locator) for target in targets if target
        ]
    return citations


def _keys(piece: Span, text: str, urls: Sequence[Url], paragraph: Paragraph) -> list[Bracket]:
    found = []
    linked = Covered(piece, (url.span for url in urls))
    for match in KEYS.finditer(text):
        sign = piece.start + match.start() + match.group().index("@")
        if linked.touch(sign, sign + 1):
            continue
        citations = tuple(one for one in read_citations(piece.part(*match.span()), ()) if one.kind is CitationKind.KEY)
        if citations:
            found.append(Bracket(piece.part(*match.span()), paragraph.index, citations))
    return found


def _caption(piece: Span, text: str, urls: Sequence[Url], paragraph: Paragraph) -> list[Bracket]:
    """``Figure 1: …, Source: Doe, 2019, p. 17``."""
    match = _below_figure().search(text)
    if match is None:
        return []
    span = piece.part(match.end(), len(text.rstrip(" *_\n")))
    citations = tuple(replace(one, weak=True) for one in read_bracket(span, urls))
    return [Bracket(span, paragraph.index, citations)] if citations else []


def find_names(paragraph: Paragraph, urls: Within) -> tuple[Name, ...]:
    """The capitalised words of a paragraph that may be proper names: no stop words, none within a URL."""
    found = []
    for piece in paragraph.pieces:
        linked = Covered(piece, (url.span for url in urls.touching(piece)))
        for match in _name().finditer(piece.text):
            if match.group().casefold() in stop_words() or linked.touch(
                piece.start + match.start(), piece.start + match.end()
            ):
                continue
            found.append(Name(piece.part(*match.span()), paragraph.index))
    return tuple(found)


def around(piece: Span, marker: Span, later: Span | None) -> tuple[str, str, bool, bool]:
    """The word or sign before a marker and the one after it, whether space stands before it, and whether none after.

    Markers and emphasis in between are passed over; at a page break ``later``, the next piece of the paragraph, goes on.
    """
    text = piece.source.text
    head = _bare_end(text[max(piece.start, marker.start - 300) : marker.start])
    tail = _bare_beginning(text[marker.end : min(piece.end, marker.end + 300)])
    if not tail.strip():
        tail = " " + _bare(text[later.start : min(later.end, later.start + 300)]) if later else ""
    last = head.rstrip().rsplit(None, 1)[-1:]
    before = SIGN_OR_WORD_BEFORE.search(last[0][-LONGEST_WORD:]) if last else None
    after = SIGN_OR_WORD_AFTER.match(tail)
    return (
        before.group(1) if before else "",
        after.group(1) if after else "",
        bool(head) and head[-1:].isspace(),
        bool(after) and not tail[:1].isspace(),
    )


def _bare_end(text: str) -> str:
    """The end of a text without markers and emphasis: of most texts the last word will do."""
    word = text.rstrip().rsplit(None, 1)[-1:]
    return text[text.rindex(word[0]) :] if word and _is_plain(word[0]) else _bare(text)


def _bare_beginning(text: str) -> str:
    """The beginning of a text without markers and emphasis: of most texts the first word will do."""
    word = text.split(None, 1)[:1]
    return text[: text.index(word[0]) + len(word[0])] if word and _is_plain(word[0]) else _bare(text)


def _is_plain(word: str) -> bool:
    """Whether what stands between white space has but letters and stops, or digits and stops: no part of a marker, a tag or
    emphasis."""
    letters = word.translate(STOPS)
    return not letters or letters.isalpha() or letters.isdecimal()


def _bare(text: str) -> str:
    return BRACKETED.sub("", TAGS.sub("", without_calls(text))).replace("*", "")
