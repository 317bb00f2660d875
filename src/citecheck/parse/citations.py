"""Citations in notes and brackets: author–year, titles, whole references, Ibid and its kin, pointers to other notes.

A note is read from left to right. Where a citation can begin (the start, after a separator, after a phrase such as "see
also") each form is tried in turn; what none of them takes is commentary. All patterns are bounded, so that the time
grows with the length of the text whatever it holds.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from itertools import islice

from msgspec import Struct, field
from msgspec.structs import replace

from citecheck.languages import words
from citecheck.model.document import Url
from citecheck.model.reference import Citation, CitationKind, Locator, Person, Reference
from citecheck.model.source import Span
from citecheck.parse.laws import law_at
from citecheck.parse.names import has_initials, read_authors
from citecheck.parse.reference import ITALIC, UNDATED_TITLE, comma_reference, imprinted, read_reference
from citecheck.parse.urls import unescape
from citecheck.parse.words import (
    DASH,
    OPENING,
    QUOTE_PAIRS,
    SITED,
    YEAR,
    alternatives,
    blank_tag,
    conjunction,
    et_al,
    evened,
    lead_in,
    lead_words,
    no_date,
    places,
    source_words,
)

BLANK = "\x00"
"""Stands for each character of a URL or a tag, so that nothing in it is taken for text."""
NAMES = r"(?:[^\d;()\[\]\"“”«»<>\x00]|(?<=[A-Za-z-])\d{1,3}|(?<=[a-z] )\d{1,2}(?=,))"
ACRONYM = r"(?:\s[(\[][A-ZÀ-ÖØ-Þ][\w.&-]{1,12}[)\]]\.?)?"
"""The acronym that a name in full may be followed by."""
PAGE = rf"(?:\d{{1,6}}|[ivxlcdm]{{1,8}}|[A-Z]?\d{{1,4}}[\w.]{{0,8}})(?:\s?[{DASH}]{{1,2}}\s?(?:\d{{1,6}}|[ivxlcdm]{{1,8}}|[A-Z]?\d{{1,4}}[\w.]{{0,8}}))?(?:-[A-Z]\d{{1,4}})?"
PLAIN_RANGE = re.compile(rf"(\d{{1,6}})(?:\s?[{DASH}]{{1,2}}\s?(\d{{1,6}}))?")
SEPARATORS = re.compile(r"[\s;,.()\[\]*_:–—-]+")
BOUNDARY = re.compile(
    r"(?<=[;,.:(])\s|\s(?=[*_]?(?:[Ii]bid|[Ii]d\.|@))|[(\n]|\s(?=[\"“«])|(?<=\x00)[\s,;.>]|\s(?=[A-ZÀ-ÖØ-ÞĀ-Ž])"
)
CLOSING = re.compile("[" + re.escape("".join(sorted({*QUOTE_PAIRS.values(), "”", "’", '"'}))) + "]")
MOST_CLOSINGS = 20
"""Marks behind a title that may close it: more are no title, and each would be looked behind."""
TITLE_START = re.compile(rf"[{OPENING}]|(?<![\w*])\*{{1,2}}(?=[^\s*])")
INITIALLED = re.compile(
    r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]{1,30},?\s+(?:[A-ZÀ-ÖØ-ÞĀ-Ž]\.[ -]?){1,3},?\s*(?:(?:&|and|et)\s+)?){1,4}(?=[^\W\d_])"
)
TITLED_AUTHOR = re.compile(rf"(?P<names>{NAMES}{{2,80}}?),\s*(?=[“\"«*])")
OWN_NOTE = re.compile(r"\s*+(?:,\s*+)?+(?:n|nn|note|notes)\.?\s?\d{1,4}(?:\s?[,–-]\s?\d{1,4}){0,4}(?!\w)")
"""The note of the source that a page is followed by: ``p. 4, n. 12``."""
TAG = re.compile(r"</?[A-Za-z][^<>\x00]{0,80}>|<(?=\x00)|(?<=\x00)>")
KEY = re.compile(r"@([A-Za-z](?:[\w:.#$%&+?<>~/-]{0,80}\w)?)")
SHORT_TITLE_YEAR = re.compile(rf",\s+({YEAR})(?=\s*(?:[,.;)]|$))")
YEAR_CLOSES = re.compile(rf"\s*\)|(?=\s*[,;]\s*{YEAR}[a-z]?\b)|(?=[{DASH}]\s?\)|,\s*pp?\.\s*\))")
"""What follows a year, and its pages, in brackets: their end, another year, or pages that are wrong."""
BODY = re.compile(
    rf"(?P<names>[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]{{1,40}}(?:\s[\w’'-]{{1,40}}){{2,11}}),\s(?P<year>{YEAR})(?P<suffix>[a-z])?(?![\w’'])"
)
ALONE = re.compile(r"[\s.]{0,3}(?:;|$)")
"""What stands behind a citation that is alone: the end, or a semicolon."""
YEARISH = re.compile(rf"{YEAR}$")
GOES_ON = frozenset(["in", "dans", "from", "source", "sources", "v.", "et", "and"])
"""Words that introduce citations, but also go on with a reference."""
STOP = re.compile(r";\s*|[.]\s+(?=[A-ZÀ-ÖØ-ÞĀ-Ž])|\s(?:et|and|&)\s+(?=[A-ZÀ-ÖØ-ÞĀ-Ž])")
"""Where a whole reference may end and another citation begin."""
LONGEST_REFERENCE = 3000
"""Characters of a whole reference in a note beyond which it is cut."""
LONGEST_STOP = 40
FARTHEST = 400
"""Characters beyond which nothing in front of a citation tells anything about it."""


class Reader(Struct, frozen=True, eq=False):
    """A text with its URLs and tags blanked out, ready to be read: ``plain`` without emphasis, ``text`` as printed."""

    span: Span
    text: str
    plain: str
    urls: tuple[Url, ...]
    ends: dict[int, int | None] = field(default_factory=dict)
    """What `_ends_reference` found for each place where a whole reference may end."""
    endless: list[int] = field(default_factory=lambda: [0, 0])
    """From where to where there is no such place, nor a URL."""

    @staticmethod
    def of(span: Span, urls: Sequence[Url]) -> Reader:
        """A reader of the text of ``span``, with the URLs printed within it."""
        text = span.text
        own = tuple(url for url in urls if span.holds(url.span))
        masked = list(text)
        for url in own:
            for at in range(url.span.start - span.start, url.span.end - span.start):
                masked[at] = BLANK
        blanked = "".join(masked)
        if "<" in blanked or ">" in blanked:
            blanked = TAG.sub(lambda tag: BLANK if tag.end() - tag.start() == 1 else blank_tag(tag), blanked)
        held = evened(blanked)
        return Reader(span, held, held.replace("*", " ").replace("\u00a0", " ").replace("\u202f", " "), own)


@cache
def _short() -> re.Pattern[str]:
    year = rf"(?:\[{YEAR}\]\s{{1,3}})?+(?:(?P<year>{YEAR})(?P<suffix>[a-z])?|(?P<none>{no_date()}))"
    return re.compile(
        rf"(?P<names>{NAMES}{{2,160}}?){ACRONYM}(?P<sep>\s*+,\s*+|\s*+\.(?:\s*+,)?+\s*+|(?:\s*+,)?+\s*+\(\s*+|\s++){year}(?![\w’'])(?!\s?[{DASH}]\s?\d{{4}}\b)",
        re.IGNORECASE,
    )


@cache
def _year_only() -> re.Pattern[str]:
    return re.compile(rf"(?P<year>{YEAR})(?P<suffix>[a-z])?(?=\s*(?:[,;.):]|$|\s(?:et|and|&)\s))")


@cache
def _labels() -> str:
    return rf"(?:{alternatives(words('page_labels'))})"


@cache
def _other_labels() -> str:
    return rf"(?:{alternatives(words('locator_labels'))})"


NOTED = re.compile(rf"(?P<names>{NAMES}{{2,80}}?)\s\((?:supra\s)?(?:nn?|note|fn)\.?\s?(?P<target>\d{{1,4}})\)")
"""``Doe (n 12)``: what note 12 cites."""
NOTED_PAGE = re.compile(rf"\s(\d{{1,5}}(?:[{DASH}]\d{{1,5}})?(?:,\s\d{{1,5}}(?:[{DASH}]\d{{1,5}})?){{0,6}})(?![\w’'])")


@cache
def _locator() -> re.Pattern[str]:
    pages = rf"{PAGE}(?:\s*+(?:,|&|\bet\b|\band\b)\s*+(?:{_labels()}\s?)?{PAGE}(?![\w’'])){{0,20}}"
    return re.compile(
        rf"(?P<gap>\s*+[,:]\s*+|\s++)(?:(?P<label>{_labels()}|{_other_labels()})\s*+(?P<pages>{pages})"
        rf"|(?P<bare>\d{{1,5}}(?:\s?[{DASH}]\s?\d{{1,5}})?(?:\s*+,\s*+\d{{1,5}}(?:\s?[{DASH}]\s?\d{{1,5}})?(?![\w’'])){{0,20}}))(?![\w’'])",
        re.IGNORECASE,
    )


@cache
def _ibid() -> re.Pattern[str]:
    forms = alternatives({*words("ibid"), *words("loc_cit")})
    return re.compile(rf"(?:{forms})(?!\w)\.?", re.IGNORECASE)


@cache
def _op_cit() -> re.Pattern[str]:
    forms = alternatives({*words("op_cit"), *(word for word in words("loc_cit") if " " in word)})
    return re.compile(rf"(?P<names>{NAMES}{{2,120}}?)(?:\s*+,)?+\s++\(?(?:{forms})(?!\w)\.?", re.IGNORECASE)


@cache
def _cited_before() -> re.Pattern[str]:
    """``op. cit.`` or ``art. cit.`` behind a short title."""
    return re.compile(rf"(?:\s*+,)?+\s++\(?(?:{alternatives(words('op_cit'))})(?!\w)\.?", re.IGNORECASE)


@cache
def _sourced() -> re.Pattern[str]:
    """``Source:`` before what it names, which often is a body whose data were used."""
    return re.compile(r"(?<!\w)[Ss]ources?\s?:")


@cache
def _secondary() -> re.Pattern[str]:
    """``as cited in`` between a source that was not seen and the one that it was found in."""
    return re.compile(rf"[\s,.;(]*(?:{alternatives(words('cited_in'))})[\s,:(]*", re.IGNORECASE)


@cache
def _note() -> re.Pattern[str]:
    forms = alternatives(words("note_words"))
    return re.compile(
        rf"(?:(?P<names>{NAMES}{{2,80}}?)\s*+,\s*+)?(?<!\w)(?:{forms})\s*+(?P<target>\d{{1,5}})(?!\w)", re.IGNORECASE
    )


@cache
def _titled() -> re.Pattern[str]:
    year = rf"(?:\(\s*+)?+(?:(?P<year>{YEAR})(?P<suffix>[a-z])?|(?P<none>{no_date()}))\s{{0,9}}\)?"
    return re.compile(
        rf"\s*+(?:\[[^\[\]]{{2,40}}\]\s*+)?+(?:,\s*+)?+{year}(?=\s{{0,9}}(?:[;,.:)]|$|\n|\s(?:et|and|&)\s))",
        re.IGNORECASE,
    )


def read_citations(span: Span, urls: Sequence[Url]) -> tuple[Citation, ...]:
    """The citations in the text of a note (without its label), in order; none where it only comments."""
    reader = Reader.of(span, urls)
    found: list[Citation] = []
    at, fresh = 0, True
    forms: tuple[Callable[[Reader, int], Citation | None], ...] = (
        _read_key,
        _read_ibid,
        _read_note,
        _read_op_cit,
        _read_law,
        _read_full,
        _read_title,
        _read_short,
        _read_short_title,
        _read_body,
    )
    while at < len(reader.plain):
        start = _skip(reader, at)
        if start >= len(reader.plain):
            break
        citation = next((made for form in forms if (made := form(reader, start)) is not None), None)
        citation = citation or _another_year(reader, start, found) or _read_link(reader, start)
        if citation is None:
            step = BOUNDARY.search(reader.plain, start + 1)
            if step is None:
                break
            fresh = fresh and not reader.plain[start : step.start()].strip()
            fresh = fresh or reader.plain[step.start() - 1 : step.start()] == ";"
            at = max(step.end(), start + 1)
            continue
        bracketed = (
            citation.span.text.endswith(")") and (len(citation.authors) > 1 or " " not in citation.authors[0].family)
            if (citation.authors)
            else False
        )
        if not fresh and citation.kind is CitationKind.SHORT and citation.locator is None and not bracketed:
            citation = replace(citation, weak=True)
        if found and _secondary().fullmatch(reader.plain[found[-1].span.end - span.start : start]):
            # A source known from another one need not be in the bibliography.
            found[-1] = replace(found[-1], weak=True)
        if _sourced().search(reader.plain, found[-1].span.end - span.start if found else 0, start) and (
            citation.kind is CitationKind.SHORT and citation.locator is None
        ):
            citation = replace(citation, weak=True)
        found.append(citation)
        at = max(citation.span.end - span.start, start + 1)
        own_note = OWN_NOTE.match(reader.plain, at) if citation.locator is not None else None
        at = own_note.end() if own_note else at
        fresh = True
    return tuple(found)


def read_bracket(span: Span, urls: Sequence[Url]) -> tuple[Citation, ...]:
    """The citations of a bracket in the running text (its content): all of it must be citations, or it is none."""
    found = read_citations(span, urls)
    kinds = (CitationKind.SHORT, CitationKind.TITLE, CitationKind.IBID, CitationKind.LAW)
    if not found or any(one.kind not in kinds for one in found):
        return ()
    left, at = [], 0
    for one in found:
        left.append(span.text[at : one.span.start - span.start])
        at = one.span.end - span.start
    left.append(span.text[at:])
    rest = conjunction().sub(" ", f" {lead_in().sub(' ', ' '.join(left[:-1]))} ")
    # "…, for a review" may follow the last citation.
    tail = re.findall(r"[^\W_]{2,}", lead_in().sub(" ", left[-1]))
    if re.search(r"[^\W\d_]{2}", rest) or len(tail) > 6 or any(word[0].isupper() or word.isdigit() for word in tail):
        return ()
    cited = tuple(one for one in found if one.kind is not CitationKind.LAW)
    return cited if not tail or any(not one.weak for one in cited) else ()


def _skip(reader: Reader, at: int) -> int:
    """Past separators, conjunctions and the phrases that introduce a citation."""
    plain = reader.plain
    while at < len(plain):
        separator = SEPARATORS.match(plain, at)
        if separator:
            at = separator.end()
        word = lead_in().match(plain, at)
        if word and word.end() > at:
            at = word.end()
            continue
        if not separator:
            return at
    return at


def _persons(text: str, whole: bool = False) -> tuple[tuple[Person, ...], bool, bool] | None:
    if "\n\n" in text:
        return None
    authors = read_authors(text, whole=whole)
    return (authors.persons, authors.et_al, authors.sure) if authors and authors.persons else None


def _trimmed(reader: Reader, start: int, end: int) -> Span:
    text = reader.text
    while start < end and text[start] in " \n\t*_,.;:(":
        start += 1
    while end > start and text[end - 1] in " \n\t*_,;:(":
        end -= 1
    while text[start:end].count("*") % 2 and start and text[start - 1] == "*":
        start -= 1
    return reader.span.part(start, end)


def read_locator(reader: Reader, at: int, bracket: bool = False) -> tuple[Locator | None, int]:
    """The locator that stands at ``at``, if any, and where it ends; ``bracket`` where a square bracket opens there."""
    base = at if bracket else 0
    match = _locator().match(" " + reader.plain[at + 1 : at + FARTHEST] if bracket else reader.plain, at - base)
    if match is None:
        return None, at
    label = match.group("label")
    group = "pages" if label else "bare"
    start, end = base + match.start(group), base + match.end(group)
    text = reader.plain[start:end]
    if not label:
        if "," not in match.group("gap") and ":" not in match.group("gap"):
            return None, at
        kept = _without_years(text)
        if kept is None:
            return None, at
        end = start + len(kept)
    else:
        end = start + len(_without_next_citation(text))
    text = reader.plain[start:end].rstrip(" ,.")
    end = start + len(text)
    first = base + match.start("label") if label else start
    if label and label.casefold().rstrip(".") not in _page_labels():
        return Locator(reader.span.part(first, end), text, label), end
    return Locator(reader.span.part(first, end), text, label, _ranges(text)), end


@cache
def _page_labels() -> frozenset[str]:
    return frozenset(word.rstrip(".") for word in words("page_labels"))


def _without_years(text: str) -> str | None:
    """A bare list of pages ends where a year of the same author begins; a year alone is no page."""
    kept = ""
    for piece in re.split(r"(\s*,\s*)", text):
        if YEARISH.match(piece.strip()):
            break
        kept += piece
    kept = re.sub(r"\s*,\s*$", "", kept)
    return kept or None


def _without_next_citation(text: str) -> str:
    """``p. 4, 2019``: a year in a list of small pages is the same author's next work; ``4 and 5 July`` is no page."""
    kept = ""
    for piece in re.split(r"(\s*(?:,|&|\bet\b|\band\b)\s*)", text):
        if kept and YEARISH.match(piece.strip()):
            return re.sub(r"\s*(?:,|&|et|and)\s*$", "", kept)
        kept += piece
    return kept


def _ranges(text: str) -> tuple[tuple[int, int], ...]:
    found = []
    for piece in re.split(r"\s*(?:,|&|\bet\b|\band\b)\s*", text):
        match = PLAIN_RANGE.fullmatch(_label_first().sub("", piece.strip()))
        if match:
            low, high = match.group(1), match.group(2) or match.group(1)
            found.append((int(low), int(expand(low, high))))
    return tuple(found)


@cache
def _label_first() -> re.Pattern[str]:
    return re.compile(rf"^{_labels()}\s?", re.IGNORECASE)


def expand(low: str, high: str) -> str:
    """The end of an abbreviated range in full: ``115``–``16`` ends at ``116``, ``1055``–``7`` at ``1057``.

    A shorter end is an abbreviation only where completing it gives a larger number (Chicago Manual of Style 9.61)."""
    if len(high) < len(low) and int(low[: len(low) - len(high)] + high) > int(low):
        return low[: len(low) - len(high)] + high
    return high


def _read_key(reader: Reader, at: int) -> Citation | None:
    """``@doe2020, p. 4`` and ``@doe2020 [p. 4]``: pandoc's citation keys."""
    match = KEY.match(reader.plain, at)
    if match is None or (at and reader.plain[at - 1].isalnum()):
        return None
    behind = re.compile(r"\s*\[").match(reader.plain, match.end())
    locator, end = read_locator(reader, behind.end() - 1 if behind else match.end(), behind is not None)
    return Citation(_trimmed(reader, at, end), CitationKind.KEY, target=match.group(1), locator=locator)


def _read_ibid(reader: Reader, at: int) -> Citation | None:
    match = _ibid().match(reader.plain, at)
    if match is None or (
        match.group().casefold().startswith("id")
        and match.end() < len(reader.plain)
        and reader.plain[match.end()].isalnum()
    ):
        return None
    locator, end = read_locator(reader, match.end())
    if locator is not None and locator.label is None and YEARISH.match(locator.text):
        locator, end = None, match.end()
    return Citation(_trimmed(reader, match.start(), end), CitationKind.IBID, locator=locator)


def _read_note(reader: Reader, at: int) -> Citation | None:
    match = NOTED.match(reader.plain, at) or _note().match(reader.plain, at)
    if match is None:
        return None
    named = match.group("names")
    persons = _persons(named) if named else None
    if named and persons is None:
        return None
    locator, end = read_locator(reader, match.end())
    page = NOTED_PAGE.match(reader.plain, match.end()) if locator is None and match.re is NOTED else None
    if page is not None:
        locator, end = Locator(reader.span.part(*page.span(1)), page.group(1), None, _ranges(page.group(1))), page.end()
    return Citation(
        _trimmed(reader, match.start(), end),
        CitationKind.NOTE,
        authors=persons[0] if persons else (),
        locator=locator,
        target=match.group("target"),
    )


def _read_law(reader: Reader, at: int) -> Citation | None:
    """A law or a decision of a court."""
    at -= reader.plain[at - 1 : at] == "["
    end = law_at(reader.plain, at)
    if end is None or _persons_and_year(reader, at, end):
        return None
    return Citation(_trimmed(reader, at, end), CitationKind.LAW, weak=True)


def _persons_and_year(reader: Reader, at: int, end: int) -> bool:
    """Whether what looks like a law begins as a citation by author and year does ("Regulation Office, 2015")."""
    short = _short().match(reader.plain, at)
    return short is not None and short.end() < end and "," in short.group("sep")


def _read_op_cit(reader: Reader, at: int) -> Citation | None:
    match = _op_cit().match(reader.plain, at)
    if match is None:
        return None
    names = match.group("names")
    author_end = match.end("names")
    title = None
    italic = ITALIC.search(reader.text, at, match.end())
    if italic:
        title, author_end = (italic.group(1) or italic.group(2)).strip(), italic.start()
        names = reader.plain[at:author_end]
    persons = _persons(names.strip(" ,"))
    if persons is None:
        return None
    locator, end = read_locator(reader, match.end())
    return Citation(
        _trimmed(reader, at, end),
        CitationKind.OP_CIT,
        authors=persons[0],
        author_span=_trimmed(reader, at, author_end),
        et_al=persons[1],
        title=title,
        locator=locator,
    )


def _read_short(reader: Reader, at: int) -> Citation | None:
    match = _short().match(reader.plain, at)
    if match is None:
        return None
    names = match.group("names")
    # Half of an italic title, or a case at law ("A v. B"), is no author.
    owner = (
        re.match(r"(.+?)['’]s\s+[a-z]+(?:\s[a-z]+){0,3}\s*$", names, re.DOTALL) if "(" in match.group("sep") else None
    )
    names = owner.group(1) if owner else names
    torn = reader.text[at : match.end("sep")].count("*") % 2 or re.search(r"\s(?:v|vs|c)\.\s", names)
    titled = any(not et_al().match(one.group()) for one in ITALIC.finditer(reader.text, at, match.end("sep")))
    # "Doe, *Short title*, 2020" has more than names before the year.
    titled = titled and TITLED_AUTHOR.match(reader.text, at) is not None
    persons = None if torn or titled or _introduced(names) else _persons(names)
    if persons is None:
        return None
    authors, others, sure = persons
    end = match.end()
    locator: Locator | None
    if "(" in match.group("sep"):
        locator, end = read_locator(reader, end)
        closing = YEAR_CLOSES.match(reader.plain, end)
        if closing is None:
            return None
        end = closing.end()
        if locator is None and closing.group():
            locator, end = read_locator(reader, end)
    else:
        locator, end = read_locator(reader, end)
    comma = "," in match.group("sep") or "(" in match.group("sep") or "." in match.group("sep") or others
    ends = not re.sub(r"[\s.;)]", "", reader.plain[end : end + 2]) or reader.plain[end : end + 1] in ";,)."
    alone = _stands_first(reader.plain, at)
    bracketed = "(" in match.group("sep") and (len(authors) > 1 or " " not in authors[0].family)
    weak = locator is None and (not comma or not (ends or bracketed) or not (sure or alone))
    if not sure and (not comma or "(" in match.group("sep")):
        return None
    named = names.strip()
    paged = locator is not None and bool(locator.ranges) and (locator.label is None or locator.label[0] in "pP")
    phrase = source_words().search(named) or SITED.search(f" {named} ") or re.search(r"\s\d{1,2}$", named)
    paged = paged and not (phrase and locator is not None and locator.label is None)
    weak = weak or (locator is None and _is_place(authors)) or (not comma and not alone) or (bool(phrase) and not paged)
    sure = sure and not (phrase or re.match(r"(?:The|Le|La|Les|Un|Une)\s", named))
    return Citation(
        _trimmed(reader, at, end),
        CitationKind.SHORT,
        authors=authors,
        author_span=_trimmed(reader, at, match.end("names")),
        et_al=others,
        year=match.group("year") or "n.d.",
        suffix=(match.group("suffix") or "").casefold(),
        year_span=reader.span.part(
            match.start("year") if match.group("year") else match.start("none"), _year_end(match)
        ),
        locator=locator,
        weak=weak,
        sure=(sure and (locator is None or paged)) or (paged and not phrase),
    )


def _read_body(reader: Reader, at: int) -> Citation | None:
    """A body with more lower-case words than capitals (``Office of inland water and shipping, 2021, p. 7``), which may be
    a sentence: a citation only where it is all that stands between semicolons, and if a source is found to it."""
    match = BODY.match(reader.plain, at)
    if match is None or not _stands_first(reader.plain, at):
        return None
    locator, end = read_locator(reader, match.end())
    if not ALONE.match(reader.plain, end):
        return None
    names = " ".join(match.group("names").split())
    return Citation(
        _trimmed(reader, at, end),
        CitationKind.SHORT,
        authors=(Person(names, corporate=True),),
        author_span=_trimmed(reader, at, match.end("names")),
        year=match.group("year"),
        suffix=match.group("suffix") or "",
        year_span=reader.span.part(match.start("year"), _year_end_plain(match)),
        locator=locator,
        weak=True,
        sure=False,
    )


def _stands_first(plain: str, at: int) -> bool:
    """Whether nothing but words that introduce a citation stands between a semicolon, or the beginning, and ``at``."""
    start = plain.rfind(";", max(0, at - FARTHEST), at) + 1
    if not start and at > FARTHEST:
        return False
    return not re.search(r"[^\W_]", lead_in().sub(" ", plain[start:at]))


def _introduced(names: str) -> bool:
    """Whether a phrase such as "see also" stands among the words: the citation begins behind it."""
    return any(part.split()[0].casefold().strip(".") in lead_words() for part in names.split(",")[1:] if part.split())


def _is_place(authors: Sequence[Person]) -> bool:
    """``(Rio, 1992)``, ``(COP21, 2015)``: a place or an event and a year, as often as a citation."""
    if len(authors) == 1 and re.fullmatch(r"[A-Z]{1,6}[ -]?\d{1,4}", authors[0].family):
        return True
    return len(authors) <= 3 and any(_folded(author.family).removeprefix("de ") in places() for author in authors)


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _year_end(match: re.Match[str]) -> int:
    if match.group("suffix"):
        return match.end("suffix")
    return match.end("year") if match.group("year") else match.end("none")


def _another_year(reader: Reader, at: int, found: Sequence[Citation]) -> Citation | None:
    """``Doe, 2019, 2020`` and ``Doe, 2019, p. 4; 2020, p. 5``: a further work of the author before."""
    if not found or found[-1].kind is not CitationKind.SHORT or not found[-1].authors:
        return None
    before = found[-1].span.end - reader.span.start
    if at - before > FARTHEST:
        return None
    gap = reader.plain[before:at]
    if gap.strip(" ,;&\n") and gap.strip(" ,;&\n") not in words("conjunctions"):
        return None
    match = _year_only().match(reader.plain, at)
    if match is None:
        return None
    locator, end = read_locator(reader, match.end())
    return replace(
        found[-1],
        span=_trimmed(reader, at, end),
        author_span=None,
        year=match.group("year"),
        suffix=match.group("suffix") or "",
        year_span=reader.span.part(match.start(), _year_end_plain(match)),
        locator=locator,
    )


def _year_end_plain(match: re.Match[str]) -> int:
    return match.end("suffix") if match.group("suffix") else match.end("year")


def _read_title(reader: Reader, at: int) -> Citation | None:
    """A title in quotation marks (balanced or not) or italics, with its year right behind it."""
    text = reader.text
    italic = ITALIC.match(text, max(0, at - 1)) if text[max(0, at - 1) : at] in "*_" and at else None
    if text[at] not in OPENING + "‘" and italic is None:
        return None
    ends = [italic.end()] if italic else _closings(text, at)
    for close in ends:
        match = _titled().match(reader.plain, close)
        if match is None:
            continue
        locator, end = read_locator(reader, match.end())
        rest = reader.plain[end : end + 3].strip()
        if rest and rest[0] not in ";.,)" and rest[0] != BLANK:
            continue
        if BLANK in reader.plain[end : end + 6]:
            return None
        raw = text[at:close]
        title = italic.group(1) or italic.group(2) if italic else raw.strip("".join(QUOTE_PAIRS) + '’”»"').strip(" ,.")
        return Citation(
            _trimmed(reader, at if not italic else italic.start(), end),
            CitationKind.TITLE,
            year=match.group("year") or "n.d.",
            suffix=match.group("suffix") or "",
            year_span=reader.span.part(
                match.start("year") if match.group("year") else match.start("none"), _year_end(match)
            ),
            title=" ".join(unescape(title).replace("*", "").split()),
            locator=locator,
        )
    return None


def _closings(text: str, at: int) -> list[int]:
    """Where the quotation that opens at ``at`` may close, first to last: the inner marks may be unbalanced."""
    return [match.end() for match in islice(CLOSING.finditer(text, at + 1, at + 400), MOST_CLOSINGS)]


def _read_full(reader: Reader, at: int) -> Citation | None:
    """A whole reference: authors and a title, with a date, a publisher or an address to follow."""
    end = _extent(reader, at)
    text = reader.plain[at:end]
    if not _is_full(reader, at, end, text):
        return None
    stop = at + len(text.rstrip(" \n;,"))
    if reader.text[stop : stop + 1] == ">":
        stop += 1
    reach = reader.span.part(at, stop)
    urls = [url for url in _urls_from(reader, reach.start, reach.end) if url.span.end <= reach.end + 1]
    reference = read_reference(reader.span.part(at, stop), urls)
    if reference.title is None or (not reference.authors and reference.year is None and not urls):
        return None
    return Citation(
        reach,
        CitationKind.FULL,
        authors=reference.authors,
        author_span=reference.author_span,
        et_al=reference.et_al,
        year=reference.year,
        suffix=reference.suffix,
        title=reference.title,
        locator=_last_locator(reader, at, stop, reference),
        reference=reference,
    )


def _last_locator(reader: Reader, start: int, end: int, reference: Reference) -> Locator | None:
    """The page that a whole reference in a note points to: the last thing before its address or its end."""
    match = _last_pages().search(reader.plain, start, end)
    if match is None or YEARISH.match(match.group(1).strip()):
        return None
    if (reference.url is not None or reference.volume is not None) and not _pointed_behind(reader, match, reference):
        # The pages of an article in a volume are its own.
        return None
    gap = match.start(1)
    while gap > start and reader.plain[gap - 1] == " ":
        gap -= 1
    return read_locator(reader, max(0, gap - 1))[0]


def _pointed_behind(reader: Reader, match: re.Match[str], reference: Reference) -> bool:
    """Whether labelled pages stand behind the address of a source, or behind the pages that it has in a volume."""
    if re.match(rf"{_labels()}\s?\d", match.group(1), re.IGNORECASE) is None:
        return False
    if BLANK in reader.plain[max(0, match.start() - len("> ")) : match.start()]:
        return True
    own = re.findall(r"\d+", reference.pages or "")
    return bool(own) and own != re.findall(r"\d+", match.group(1))


@cache
def _last_pages() -> re.Pattern[str]:
    return re.compile(rf"[,)]\s*((?:{_labels()}\s?)?{PAGE}(?:,\s*{PAGE}){{0,6}})\s*\.?$", re.IGNORECASE)


@cache
def _dated_start() -> re.Pattern[str]:
    day = rf"(?:\s*,(?!\s*{_labels()}\s?\d)[^()]{{1,40}})?"
    return re.compile(
        rf"(?P<names>{NAMES}{{2,240}}?){ACRONYM}\s*+(?:,\s*+)?+\(\s*+(?:{YEAR}[a-z]?{day}|{no_date()})\s*+\)",
        re.IGNORECASE,
    )


def _is_full(reader: Reader, at: int, end: int, text: str) -> bool:
    plain = reader.plain
    dated = _dated_start().match(plain, at, end)
    linked = BLANK in text
    if dated:
        persons = _persons(dated.group("names"), whole=True)
        rest = plain[dated.end() : end]
        body = rest.replace(BLANK, "").strip(" .,;:<>\n")
        if (
            persons
            and len(re.findall(r"[^\W\d_]{2,}", body)) >= 2
            and _locator().fullmatch(plain, dated.end(), dated.end() + len(rest.rstrip(" ."))) is None
        ):
            named = has_initials(dated.group("names")) or linked
            return (
                named
                or UNDATED_TITLE.match(rest) is not None
                or rest.lstrip()[:1] in '.;:“"«'
                or reader.text[dated.end() : dated.end() + 3].strip()[:1] in "*_"
            )
        return False
    titled = _comma_year().match(reader.text, at, end)
    if titled and "*" not in titled.group("names") and _persons(titled.group("names"), whole=True):
        return True
    stopped = _stopped_year().match(plain, at, end)
    if stopped and has_initials(stopped.group("names")) and _persons(stopped.group("names"), whole=True):
        return len(re.findall(r"[^\W\d_]{2,}", plain[stopped.end() : end].replace(BLANK, ""))) >= 3
    if comma_reference(text) or imprinted(text):
        return True
    starts = TITLE_START.finditer(reader.text, at, min(end, at + 240))
    first = next((one for one in starts if not et_al().match(reader.text, one.start())), None)
    if first is not None:
        head = plain[at : first.start()].strip(" ,.:;\n")
        rest = reader.text[first.start() : end]
        year = _any_year().search(plain[first.end() : end])
        if not head:
            # A title first: an address or a date with more than a year after it makes it a whole reference.
            return first.group() in OPENING and linked and bool(re.search(r"[»”\"’]", rest[1:])) and len(rest) > 20
        unopened = "*" in first.group() and "," in head and any(mark in head for mark in "»”")
        if unopened:
            # The mark that opens the quotation is missing: the names end at the first comma.
            head = head.partition(",")[0]
        persons = _persons(head, whole=True)
        if persons is None or "?" in head or re.search(rf"(?<!\d){YEAR}(?!\d)", head):
            return False
        closed = first.start() if unopened else _first_part_end(reader, first.start(), end)
        if closed is None:
            return False
        after = plain[closed:end]
        described = bool(year) and len(re.findall(r"[^\W\d_]{2,}", after.replace(BLANK, ""))) >= 1
        return linked or (described and bool(year))
    if linked:
        # Authors with initials, a title and an address, but no date.
        start = INITIALLED.match(plain, at, end)
        return start is not None and len(re.findall(r"[^\W\d_]{2,}", plain[start.end() : end].replace(BLANK, ""))) >= 2
    return False


@cache
def _any_year() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/]){YEAR}[a-z]?(?![\w/])|{no_date()}")


@cache
def _stopped_year() -> re.Pattern[str]:
    """``Doe, J., 2019. Title``: the year between stops."""
    return re.compile(rf"(?P<names>{NAMES}{{2,240}}?)[.,]\s+{YEAR}[a-z]?\s*[.:]\s+(?=[A-ZÀ-ÖØ-ÞĀ-Ž*“\"«])")


@cache
def _comma_year() -> re.Pattern[str]:
    """``DOE Jane, 2019, *Title*``: the year between commas, then a title in italics or quotation marks."""
    return re.compile(
        rf"(?P<names>{NAMES}{{2,240}}?),\s+(?:{YEAR}[a-z]?|{no_date()}),\s+(?=[{OPENING}]|\*[^\s*])", re.IGNORECASE
    )


def _first_part_end(reader: Reader, at: int, end: int) -> int | None:
    """Where the title that begins at ``at`` ends: the close of its quotation or italics."""
    italic = ITALIC.match(reader.text, at, end)
    if italic:
        return italic.end()
    closing = QUOTE_PAIRS.get(reader.text[at])
    if closing is None:
        return None
    close = reader.text.find(closing, at + 1, min(end, at + LONGEST_REFERENCE))
    if close == -1:
        # The mark that closes the quotation is missing: the title of the journal follows it.
        later = re.compile(r",\s+\*(?=[^\s*])").search(reader.text, at + 4, min(end, at + FARTHEST))
        return later.start() if later else None
    return close + 1


def _extent(reader: Reader, at: int) -> int:
    """Where a whole reference that begins at ``at`` must end: at the next citation, or after its address."""
    plain = reader.plain
    end = min(len(plain), at + LONGEST_REFERENCE)
    linked = plain.find(BLANK, at, end)
    start, reached = reader.endless
    for match in STOP.finditer(plain, reached if start <= at <= reached and linked == -1 else at, end):
        joined = match.group()[0].isspace()
        if joined and not at <= linked < match.start():
            continue
        if match.start() not in reader.ends:
            reader.ends[match.start()] = _ends_reference(reader, match)
        stop = reader.ends[match.start()]
        if stop is not None:
            return stop
    if linked == -1 and end < len(plain):
        # A stop may lie across the end: the next search begins a little before it.
        reader.endless[:] = at, max(at, end - LONGEST_STOP)
    return end


def _ends_reference(reader: Reader, match: re.Match[str]) -> int | None:
    """Where a whole reference ends before what looks like the beginning of another citation; None if it is none."""
    start = match.end()
    if match.group().startswith("."):
        word = lead_in().match(reader.plain, start)
        if word is None or word.group().strip(" ,:").casefold() in GOES_ON or not _begins_citation(reader, word.end()):
            return None
        return match.start() + 1
    return match.start() if _begins_citation(reader, start) else None


def _start_of(url: Url) -> int:
    return url.span.start


def _urls_from(reader: Reader, start: int, end: int) -> Sequence[Url]:
    """The URLs that begin from ``start`` to ``end`` of the source."""
    return reader.urls[bisect_left(reader.urls, start, key=_start_of) : bisect_right(reader.urls, end, key=_start_of)]


def _begins_citation(reader: Reader, at: int) -> bool:
    at = _skip(reader, at)
    if at >= len(reader.plain):
        return False
    if _ibid().match(reader.plain, at):
        return True
    short = _short().match(reader.plain, at)
    if (
        short is not None
        and _persons(short.group("names")) is not None
        and ("," in short.group("sep") or "(" in short.group("sep") or "." in short.group("sep"))
    ):
        names = _persons(short.group("names"))
        return names is not None and (names[2] or short.end() - short.start() < 60)
    dated = _dated_start().match(reader.plain, at)
    if dated is not None and _persons(dated.group("names"), whole=True) is not None:
        return True
    quoted = TITLED_AUTHOR.match(reader.text, at)
    return quoted is not None and (_persons(quoted.group("names"), whole=True) or (None, None, False))[2] is True


def _read_short_title(reader: Reader, at: int) -> Citation | None:
    """``Doe, *Short title*, p. 4``: an author's work named again by a short title, without a year."""
    match = TITLED_AUTHOR.match(reader.text, at)
    if match is None:
        return None
    persons = _persons(match.group("names"))
    if persons is None or not persons[2]:
        return None
    closed = _first_part_end(reader, match.end(), len(reader.text))
    if closed is None:
        return None
    again = _cited_before().match(reader.plain, closed)
    closed = again.end() if again else closed
    year = None if again else SHORT_TITLE_YEAR.match(reader.plain, closed)
    closed = year.end() if year else closed
    locator, end = read_locator(reader, closed)
    bare = re.compile(r"\s+(?=\d)").match(reader.plain, closed) if reader.text[closed - 2 : closed - 1] == "," else None
    if locator is None and bare is not None:
        # The comma stands inside the quotation marks.
        number = re.compile(
            rf"\d{{1,5}}(?:[{DASH}]\d{{1,5}})?(?:,\s*\d{{1,5}}(?:[{DASH}]\d{{1,5}})?)*(?![\w’'])"
        ).match(reader.plain, bare.end())
        if number is not None:
            locator = Locator(reader.span.part(*number.span()), number.group(), None, _ranges(number.group()))
            end = number.end()
    title = reader.text[match.end() : year.start() if year else closed].strip('*_“”"«» ,.’')
    if not title:
        return None
    return Citation(
        _trimmed(reader, at, end),
        CitationKind.OP_CIT if again else CitationKind.TITLE,
        authors=persons[0],
        author_span=_trimmed(reader, at, match.end("names")),
        et_al=persons[1],
        title=" ".join(title.split()),
        year=year.group(1) if year else None,
        year_span=reader.span.part(*year.span(1)) if year else None,
        locator=locator,
        weak=locator is None and again is None,
    )


def _read_link(reader: Reader, at: int) -> Citation | None:
    """A URL that belongs to no other citation."""
    if reader.plain[at] != BLANK:
        return None
    start = reader.span.start + at
    before = bisect_right(reader.urls, start + 1, key=_start_of)
    url = reader.urls[before - 1] if before and start < reader.urls[before - 1].span.end else None
    if url is None:
        return None
    reference = Reference(url.span, url=url.target, type="webpage")
    return Citation(url.span, CitationKind.LINK, reference=reference)
