"""References: an entry of a bibliography, or a whole reference in a note, taken apart into CSL's fields.

The styles met most are read: APA, Chicago (notes and bibliography), Harvard, and French academic usage. A field that
cannot be told is left empty rather than guessed. Field names follow CSL 1.0.2.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from citecheck.languages import words
from citecheck.model.document import Url
from citecheck.model.reference import Reference
from citecheck.model.source import Span
from citecheck.parse.dates import parse_date
from citecheck.parse.names import Authors, has_initials, read_authors
from citecheck.parse.urls import unescape
from citecheck.parse.words import (
    OPENING,
    QUOTE_PAIRS,
    YEAR,
    accessed,
    alternatives,
    conjunction,
    editor,
    et_al,
    evened,
    no_date,
)

DOI = re.compile(r"\b10\.\d{4,9}/[^\s<>\"“”«»]{1,200}")
ITALIC = re.compile(
    r"(?<![*\w])\*{1,2}(?=[^\s*])([^*]{1,400})(?<=\S)\*{1,2}(?!\w)|(?<![_\w])_(?=[^\s_])([^_]{1,400})(?<=\S)_(?!\w)"
)
FIRST_YEAR = rf"(?:\({YEAR}\)|\[{YEAR}\])\s{{1,3}}"
"""The year of the first edition, before that of the one used: ``(1982) 2010``."""
REPRINT = re.compile(rf"{FIRST_YEAR}{YEAR}[a-z]?\s?[.,:](?=\s|$)")
UPPER = r"(?![a-zß-öø-ÿ])"
STAR = re.compile(r"\*\s*")
BARE_YEAR = re.compile(rf"(?<![\w./-])({YEAR})([a-z])?(?![\w/])")
INITIALLED = re.compile(
    r"\s*((?:(?![A-ZÀ-ÖØ-ÞĀ-Ž]\.\s[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]+,\s[A-ZÀ-ÖØ-ÞĀ-Ž]\.)(?:(?:de|da|do|du|van|von|der|den|la|le|di|al)\s+){0,3}[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*(?:\.?\s(?:(?:e|y|i|de|da|do|den|der)\s){0,2}[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+){0,2},?\s+"
    r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž]\.[ -]?){1,5}(?:\s*+(?:,\s*+(?:[,&;]|\band\b|\bet\b)|[,&;]|\band\b|\bet\b)\s++)?){1,30})(?=\s*+(?:[.,;:]\s*+)?+(?:[^\W\d_]|$))",
)
REPEATED = re.compile(r"\s*(?:[—–―]{1,3}|-{2,6}|_{2,6}|\\?_{2,6})[.,:]?\s+")
LEADING_YEAR = re.compile(rf"\(?({YEAR})([a-z])?\)?\s*[.,:]?\s*")
DESCRIPTOR = re.compile(r"(?<!\s)\s*+\[[^\[\]]{3,60}\]\s*")
SENTENCE_END = re.compile(
    r"(?:(?<=[^\W\d_]{2})|(?<=[\d)\]»”\"’!?…]))(?<!\bCo)(?<!\bNo)(?<!\bInc)(?<!\bCorp)(?<!\bvs)(?<!\bSt)(?<!\bDr)(?<!\bMr)[.](?=\s)|(?<!\s)\s*+;(?=\s)|(?<=[?!])(?=\s+[*_])"
)
VOLUME = re.compile(
    r"[,;\s](?:vol\.?\s*)?(\d{1,4})\s*(?:\((\d[\d–-]{0,8})\)|:(\d{1,3})(?=,)|,\s*(?:no\.?|n°|iss\.?)\s*(\d[\d–-]{0,8}))",
    re.IGNORECASE,
)
PLAIN_VOLUME = re.compile(
    r"[,;]\s*\**(\d{1,4})\**\s*[,:]\s*(?:pp?\.\s*)?([A-Za-z]?\d{1,6}\s*[–-]\s*[A-Za-z]?\d{1,6})(?![\w])"
)
PAGES_AFTER_VOLUME = re.compile(
    r"\s*(?:\([^()]{2,30}\)\s*)?[,:]\s*(?:pp?\.\s*)?([A-Za-z]?\d{1,6}\s*[–-]\s*[A-Za-z]?\d{1,6})"
)
PAGES = re.compile(r"(?<!\w)pp?\.\s*([A-Za-z]?\d[\w.]{0,10}(?:\s*[–-]\s*[A-Za-z]?\d[\w.]{0,10})?)", re.IGNORECASE)
PLACE = re.compile(
    r"([A-ZÀ-ÖØ-ÞĀ-Ž][\w.’' -]{1,40}(?:,\s*[A-Z][\w.]{1,20})?)\s*:\s*([A-ZÀ-ÖØ-ÞĀ-Ž][^:]{2,100}?)\s*(?:[.,;]\s|[.,;)]?$|,\s*\d)"
)


CAPITALISED = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]*"
IMPRINT = re.compile(
    rf"\(\s*(?:\d{{4}};[^():;]{{0,30}}[\s,])?(?:[A-ZÀ-ÖØ-ÞĀ-Ž][^():;]{{1,60}}:\s*[^():;]{{2,80}},\s*"
    rf"|{CAPITALISED}(?:[\s-]{CAPITALISED}){{0,2}},\s*"
    rf"|\d{{1,2}}\w{{2}}\sed[^\W\d_]{{0,6}}\.?,\s[A-ZÀ-ÖØ-ÞĀ-Ž][^():;,\d]{{1,60}}\s)({YEAR})([a-z])?\s*\)"
)
"""``(London: Routledge, 2019)``, ``(London, 2019)`` or ``(2nd edn, Routledge 2019)`` behind a title, perhaps with the year of
the first edition before it."""
PRESS = rf",\s+{CAPITALISED}(?:(?:\s|/|\s?-\s?){CAPITALISED}){{0,3}},\s+[A-ZÀ-ÖØ-ÞĀ-Ž][^,;()\d]{{1,60}}(?:,\s+coll\.[^,;]{{2,60}})?"
"""``, Paris, Gallimard`` behind a title."""
COMMA_TITLE = re.compile(
    rf"\s*(?P<title>[A-ZÀ-ÖØ-ÞĀ-Ž][^;()]{{2,240}}?){PRESS},\s+(?P<year>{YEAR})(?P<suffix>[a-z])?(?=[.,;\s]|$)"
)
UNDATED_TITLE = re.compile(rf",\s+(?P<title>[A-ZÀ-ÖØ-ÞĀ-Ž][^;()]{{2,240}}?){PRESS}(?:,\s+[^;]{{1,30}})?\.?\s*$")
FULL_NAME = re.compile(
    rf"(?:{CAPITALISED}|d[eu]|des?|van|von|de[nr]|la|le|di|da)(?:\s(?:{CAPITALISED}|d[eu]|des|van|von|de[nr]|la|le|di|da)){{1,4}}"
)


@cache
def _date_in_parentheses() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])\(\s*(?:({YEAR})([a-z])?([^()]{{0,60}})|({no_date()}))\s*\)", re.IGNORECASE)


@cache
def _author_year() -> re.Pattern[str]:
    return re.compile(rf"[.,]\s+(?:{FIRST_YEAR})?(?:({YEAR})([a-z])?|({no_date()}))\s*[.,:](?=\s|$)", re.IGNORECASE)


@cache
def _container_word() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w])(?:{alternatives(words('in_words'))})(?:\s*+:)?+\s++(?=[*_A-ZÀ-ÖØ-ÞĀ-Ž«“])", re.IGNORECASE
    )


def read_reference(span: Span, urls: Sequence[Url], before: Reference | None = None) -> Reference:
    """The reference that the text of ``span`` is; ``urls`` are those printed within it.

    ``before`` is the reference above it in a bibliography: a dash in place of the author repeats that one's.
    """
    dash = REPEATED.match(span.text)
    if dash and before is not None and before.authors:
        return _repeated(span, urls, before, dash.end())
    text = evened(span.text)
    address = urls[0].target if urls else None
    tail = _tail(span, urls)
    main = text[:tail]
    doi = _doi(text, address)
    when = _accessed(span, tail, urls)
    found = (
        _title_first(span, main)
        or imprinted(main)
        or _dated(span, main)
        or _quoted(span, main)
        or _author_then_year(span, main)
    )
    if found is None:
        found = _plain(span, main)
    authors, author_range, year, suffix, date, title_range, rest_start = found
    title, title_range = _clean_title(text, title_range)
    rest = main[rest_start:] if rest_start < len(main) else ""
    container, publisher, place = _container(rest)
    volume, issue, pages = _numbers(rest)
    if volume == year and issue is None and (container is None or _container_word().search(rest)):
        # What comes out in volumes is a journal: of a book, that is the year.
        volume = None
    persons = authors.persons if authors else ()
    return Reference(
        span=span,
        authors=persons,
        author_text=" ".join(text[slice(*author_range)].replace("*", "").split()).strip(" ,.;:")
        if author_range
        else "",
        author_span=span.part(*author_range) if author_range else None,
        et_al=authors.et_al if authors else False,
        year=year,
        suffix=suffix,
        date=date,
        title=title,
        title_span=span.part(*title_range) if title_range else None,
        container=container,
        publisher=publisher,
        place=place,
        volume=volume,
        issue=issue,
        pages=pages,
        url=address,
        doi=doi,
        accessed=when,
        type=_type(container, volume, rest, date, title, text, address),
    )


def _repeated(span: Span, urls: Sequence[Url], before: Reference, end: int) -> Reference:
    """The reference behind a dash that stands for the author above it."""
    year = LEADING_YEAR.match(span.text, end)
    own = read_reference(span.part(year.end() if year else end, len(span.text)), urls)
    own = replace(
        own, span=span, authors=before.authors, author_text=before.author_text, author_span=None, et_al=before.et_al
    )
    return replace(own, year=year.group(1), suffix=year.group(2) or "", date=year.group(1)) if year else own


Found = tuple[Authors | None, tuple[int, int] | None, str | None, str, str | None, tuple[int, int] | None, int]


def _tail(span: Span, urls: Sequence[Url]) -> int:
    """Where the address and the words before it begin: what follows is not title, container or publisher."""
    text = span.text
    at = urls[0].span.start - span.start if urls else len(text)
    for match in accessed().finditer(text):
        if (
            10 < match.start() < at
            and at - match.end() < 60
            and (urls or parse_date(text[match.end() : match.end() + 40].strip(" :,.)(")))
        ):
            return match.start()
    return at - 1 if at and text[at - 1 : at] == "<" else at


def _doi(text: str, address: str | None) -> str | None:
    match = DOI.search(address or "") or DOI.search(text)
    return match.group().rstrip(".,;)]>*") if match else None


def _accessed(span: Span, start: int, urls: Sequence[Url]) -> str | None:
    """The date of consultation: behind an access phrase, outside the addresses (which hold dates of their own)."""
    text = span.text
    pieces, at = [], 0
    for url in urls:
        first, last = max(at, url.span.start - span.start), min(len(text), url.span.end - span.start)
        if first < last:
            pieces += [text[at:first], " " * (last - first)]
            at = last
    tail = "".join((*pieces, text[at:]))[start:]
    for match in accessed().finditer(tail):
        near = tail[match.end() : match.end() + 40].strip(" :,(")
        day = parse_date(re.split(r"[).;,<\[]", near)[0]) or parse_date(near)
        if day:
            return day
    return None


def _closing(text: str, start: int) -> int:
    """Where the quotation that opens at ``start`` closes; -1 where it does not. Nested marks of the same kind count."""
    opening = text[start]
    closing = QUOTE_PAIRS.get(opening, opening)
    depth = 0
    for at in range(start, min(len(text), start + 600)):
        char = text[at]
        if opening != closing and char == opening:
            depth += 1
        elif char == closing and at > start:
            depth -= 1
            if opening == closing or depth <= 0:
                return at
        if opening != closing and char == opening and at == start:
            continue
    return -1


def _title_first(span: Span, main: str) -> Found | None:
    """``"A title". (2020, 20 April). …``: a source without author stands under its title."""
    lead = re.match(r"[\s*_]*", main)
    start = lead.end() if lead else 0
    if start >= len(main) or main[start] not in OPENING + "‘'":
        return None
    date = _date_in_parentheses().search(main, start, start + 600)
    if date is not None:
        year, suffix, iso = _year(date)
        return None, None, year, suffix, iso, (start, date.start()), date.end()
    close = _closing(main, start)
    if close == -1:
        return None
    late, letter, day = _late_year(main, close)
    return None, None, late, letter, day, (start, close + 1), close + 1


def _year(match: re.Match[str]) -> tuple[str, str, str | None]:
    if match.group(4):
        return "n.d.", "", None
    iso = parse_date(match.group(1) + match.group(3)) if match.group(3).strip(" ,") else match.group(1)
    return match.group(1), match.group(2) or "", iso or match.group(1)


def _late_year(main: str, after: int) -> tuple[str | None, str, str | None]:
    """The last year printed after the title, with its date where one is printed around it."""
    last = None
    for match in BARE_YEAR.finditer(main, after):
        last = match
    if last is None:
        missing = re.search(rf"[,(.\s]({no_date()})", main[after:], re.IGNORECASE)
        return ("n.d.", "", None) if missing else (None, "", None)
    around = main[max(after, last.start() - 24) : last.end()]
    pieces = re.split(r"[,(;]\s*", around)
    iso = parse_date(pieces[-1].strip()) or (parse_date(", ".join(pieces[-2:]).strip()) if len(pieces) > 1 else None)
    return last.group(1), last.group(2) or "", iso or last.group(1)


def _dated(span: Span, main: str) -> Found | None:
    """``Doe, J. (2020). Title. …``: authors, then the date in parentheses."""
    date = _date_in_parentheses().search(main, 0, 700)
    if date is None or date.start() < 2 or REPRINT.match(main, date.start()):
        return None
    head = main[: date.start()]
    if any(mark in head for mark in OPENING) or ITALIC.search(head):
        return None
    # An acronym in parentheses belongs to a corporate name.
    authors = read_authors(re.sub(r"\s*\([A-Z][\w.&-]{1,12}\)", "", head), whole=True)
    year, suffix, iso = _year(date)
    listed = UNDATED_TITLE.match(main, date.end())
    plain = listed is not None and not re.search(rf"[{OPENING}*]", listed.group())
    title = _trim(main, *listed.span("title")) if listed and plain else _title_after(main, date.end())
    if authors is None:
        return None, None, year, suffix, iso, _trim(main, 0, date.start()), date.end()
    if title is None and not has_initials(head) and len(head.split()) > 1:
        # Nothing is left to be the title: what stands before the date is one.
        return None, None, year, suffix, iso, _trim(main, 0, date.start()), date.end()
    if title is not None and not authors.sure and PLACE.fullmatch(main[slice(*title)].strip(" .")):
        # "Annual report. (2020). Paris: Office.": what follows the date is the publisher, so the title stands first.
        return None, None, year, suffix, iso, _trim(main, 0, date.start()), date.end()
    author_range = _trim(main, 0, date.start())
    return authors, author_range, year, suffix, iso, title, title[1] if title else date.end()


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start] in " \n\t,.;:*_":
        start += 1
    while end > start and text[end - 1] in " \n\t,;:":
        end -= 1
    return (start, end) if end > start else None


def _title_after(main: str, start: int) -> tuple[int, int] | None:
    """The title that begins after the date: in italics, in quotation marks, or up to the end of the sentence."""
    while start < len(main) and main[start] in " \n\t.,;:":
        start += 1
    if start >= len(main):
        return None
    italic = ITALIC.match(main, start)
    if italic:
        return italic.start(), italic.end()
    if main[start] in OPENING:
        close = _closing(main, start)
        if close != -1:
            return start, close + 1
    single = re.compile(r"[‘'][^\n]{3,300}?[’'](?=[,.;\s]|$)").match(main, start)
    if single and single.group()[0] + single.group()[-1] in ("‘’", "''"):
        return single.start(), single.end()
    later = ITALIC.search(main, start)
    limit = later.start() if later else len(main)
    inside = _container_word().search(main, start + 1, limit)
    if inside and re.search(r"[.;?!]\s*$", main[start : inside.start()]):
        limit = inside.start()
    ends = [match.start() for match in SENTENCE_END.finditer(main, start, limit)]
    if later and ends and not main[ends[-1] : limit].strip(" .;*_"):
        end = ends[-1]
    elif ends:
        end = ends[0]
    else:
        end = limit
    trimmed = _trim(main, start, end)
    if trimmed is None or not re.search(r"[^\W\d_]{2}", main[slice(*trimmed)]):
        return None
    return trimmed


def _quoted(span: Span, main: str) -> Found | None:
    """``Jane Doe, “Title,” *Journal*, 4 February 2020``: authors, then a title in quotation marks or italics."""
    quote = re.search(rf"[{OPENING}]", main[:400])
    italic = next((one for one in ITALIC.finditer(main, 0, 400) if not et_al().match(one.group())), None)
    starts = [at for at in (quote.start() if quote else -1, italic.start() if italic else -1) if at >= 0]
    if not starts:
        return None
    start = min(starts)
    head = main[:start]
    if italic and start == italic.start():
        end = italic.end()
    else:
        close = _closing(main, start)
        if close == -1 and (italic is None or main[: italic.start()].rstrip()[-1:] != ","):
            return None
        # Where the closing mark is missing, the title of the journal follows.
        end = close + 1 if close != -1 or italic is None else italic.start()
    early = _author_year().search(head)
    if early:
        # Chicago's author-date style has the year between the authors and the title.
        named = read_authors(head[: early.start() + 1], whole=True)
        if named is None or head[early.end() :].strip():
            return None
        year = "n.d." if early.group(3) else early.group(1)
        return named, _trim(main, 0, early.start() + 1), year, early.group(2) or "", early.group(1), (start, end), end
    if "," in head and italic and start == italic.start() and re.search(r"[»”]\s*,\s*$", head):
        # The mark that opens the quotation is missing.
        start, end = head.index(",") + 1, start
        head = head[: start - 1]
    if _holds_title(head):
        return None
    authors = read_authors(head, whole=True) if head.strip(" ,.;:") else None
    if authors is None and head.strip(" ,.;:"):
        return None
    year, suffix, iso = _late_year(main, end)
    return authors, _trim(main, 0, start) if authors else None, year, suffix, iso, (start, end), end


def _holds_title(head: str) -> bool:
    """Whether what stands before a quotation or italics is authors and a title: more follows the names' stop."""
    names = INITIALLED.match(head)
    rest = head[names.end() :] if names else re.split(rf"(?<=[^\W\d_]{{2}})\.\s+{UPPER}", head, maxsplit=1)[-1]
    # "Dept. of Roads" goes on behind its stop.
    if names is None and not re.search(rf"[^\W\d_]{{2}}\.\s+{UPPER}\S", head):
        return False
    rest = re.sub(rf"^\s*{editor()}", "", rest, flags=re.IGNORECASE)
    return len(re.findall(r"[^\W\d_]{2,}", rest)) >= 2


def _author_then_year(span: Span, main: str) -> Found | None:
    """``Doe, J., 2015. Title.`` and ``Doe, Jane. 2015. Title.``: authors, then the year between stops."""
    match = _author_year().search(main, 0, 400)
    if match is None:
        return None
    head = main[: match.start() + 1]
    quote = re.search(rf"[{OPENING}*]", head)
    if quote:
        return None
    authors = read_authors(head, whole=True)
    title = _title_after(main, match.end())
    if authors is None or title is None:
        return None
    year = "n.d." if match.group(3) else match.group(1)
    iso = None if match.group(3) else match.group(1)
    return authors, _trim(main, 0, match.start() + 1), year, match.group(2) or "", iso, title, title[1]


def _plain(span: Span, main: str) -> Found:
    """What is left: authors with initials, then a title; or a title alone. The year is the last one printed."""
    match = INITIALLED.match(main)
    if match:
        authors = read_authors(match.group(1), whole=True)
        if authors:
            title = _title_after(main, match.end())
            year, suffix, iso = _late_year(main, title[1] if title else match.end())
            if year is None and title is not None:
                # Without a stop behind it ("How much? Journal 2012;98:201") the title took in the rest.
                year, suffix, iso = _late_year(main, match.end())
                sentence = re.compile(r"[?!.](?=\s)").search(main, title[0], title[1])
                title = (title[0], sentence.end()) if year and sentence else title
            return authors, _trim(main, 0, match.end()), year, suffix, iso, title, title[1] if title else match.end()
    sentence = re.match(r"\s*([^.]{2,160}?)\.\s+(?=\S)", main)
    if sentence:
        authors = read_authors(sentence.group(1), whole=True)
        title = _title_after(main, sentence.end())
        if authors and authors.sure and title and "," in sentence.group(1):
            year, suffix, iso = _late_year(main, title[1])
            return authors, _trim(main, 0, sentence.end() - 1), year, suffix, iso, title, title[1]
    commas = _comma_style(main)
    if commas:
        return commas
    title = _title_after(main, 0)
    year, suffix, iso = _late_year(main, title[0] if title else 0)
    return None, None, year, suffix, iso, title, title[1] if title else 0


def imprinted(main: str) -> Found | None:
    """``Jane Doe, A title without italics (Paris: Press, 2015)``."""
    imprint = IMPRINT.search(main, 0, 500)
    if imprint is None or re.search(rf"[{OPENING}*()]", main[: imprint.start()]):
        return None
    start = after_names(main[: imprint.start()])
    title = _trim(main, start, imprint.start()) if start else None
    authors = read_authors(main[:start].rstrip(" ,"), whole=True)
    if authors is None or title is None:
        return None
    if ":" not in imprint.group() and not main[title[0]].isupper():
        # "…, a friend of Jane Doe, spoke of it (London, 2019)"
        return None
    year = imprint.group(1)
    return authors, _trim(main, 0, start), year, imprint.group(2) or "", year, title, title[1]


def after_names(text: str) -> int:
    """Where the text goes on behind the full names that it begins with (``Jane Doe, Richard Roe and Ann Poe, ``); 0
    where it begins with none."""
    start = at = 0
    while (comma := text.find(",", at)) != -1:
        piece = text[at:comma].strip()
        names = [name.strip() for name in conjunction().split(f" {piece} ") if name.strip()]
        names[:1] = [re.sub(r"^(?:et|and|&)\s+", "", name) for name in names[:1]]
        if not names or not all(FULL_NAME.fullmatch(name) for name in names):
            break
        start = at = comma + 1
        if len(names) > 1:
            break
    while start and start < len(text) and text[start].isspace():
        start += 1
    return start


def comma_reference(text: str) -> tuple[int, re.Match[str]] | None:
    """``Jane Doe, A title without italics, Paris, Press, 2015``: where its names end, and the title with what follows."""
    start = after_names(text[:300])
    while start:
        match = COMMA_TITLE.match(text, start)
        if (
            match is not None
            and len(match.group("title").split()) >= 2
            and not re.search(rf"[{OPENING}*]", match.group())
        ):
            return start, match
        # The last of what looks like names may be the title.
        start = text.rfind(",", 0, start - 2) + 1
    return None


def _comma_style(main: str) -> Found | None:
    """``Jane Doe, A title without italics, Paris, Press, 2015``: pieces between commas, the year last."""
    whole = comma_reference(main)
    if whole is not None:
        start, match = whole
        authors = read_authors(main[:start].rstrip(" ,"), whole=True)
        if authors is not None:
            title, year = _trim(main, *match.span("title")), match.group("year")
            end = match.end("title")
            return authors, _trim(main, 0, start), year, match.group("suffix") or "", year, title, end
    name = re.match(r"\s*((?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]*\s+){1,2}[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+),\s+(?=[A-ZÀ-ÖØ-ÞĀ-Ž«“\"])", main)
    pieces = main.split(",")
    if name is None or len(pieces) < 4 or not BARE_YEAR.search(pieces[-1]):
        return None
    authors = read_authors(name.group(1), whole=True)
    title = _trim(main, name.end(), name.end() + len(main[name.end() :].split(",")[0]))
    if authors is None or title is None or len(main[slice(*title)].split()) < 2:
        return None
    year, suffix, iso = _late_year(main, title[1])
    return authors, _trim(main, 0, name.end()), year, suffix, iso, title, title[1]


def _clean_title(text: str, where: tuple[int, int] | None) -> tuple[str | None, tuple[int, int] | None]:
    if where is None:
        return None, None
    start, end = where
    while start < end and text[start] in " \n\t*_.,;:":
        start += 1
    while end > start and text[end - 1] in " \n\t*_.,;:":
        end -= 1
    if start >= end:
        return None, None
    raw = unescape(text[start:end])
    plain = " ".join(DESCRIPTOR.sub(" ", raw).replace("*", "").split())
    if plain[:1] in QUOTE_PAIRS and _closing(plain, 0) in (-1, len(plain) - 1):
        plain = plain[1:].rstrip(QUOTE_PAIRS[plain[0]] + '"”»“').strip(" ,.")
    elif plain[-1:] in '”»"“' and not any(mark in plain[:-1] for mark in OPENING):
        plain = plain[:-1].strip()
    plain = plain.strip(" .,;:") if not plain.endswith("?") else plain
    return (plain or None), (start, end)


def _container(rest: str) -> tuple[str | None, str | None, str | None]:
    container = publisher = place = None
    italic = ITALIC.search(rest)
    if italic:
        container = " ".join((italic.group(1) or italic.group(2)).split()).strip(" .,")
    found = PLACE.search(re.sub(r"\*[^*]*\*", " ", rest))
    if found:
        place = re.split(r"(?<=\d)\.\s", found.group(1))[-1].strip(" ,")
        publisher = found.group(2).strip(" .,")
    else:
        after = re.sub(r"\([^()]*\)", " ", rest[italic.end() :] if italic else rest)
        place, publisher = _between_commas(after) if after.lstrip()[:1] == "," else (None, None)
        pieces = [piece.strip(" .,;:()[]\n") for piece in re.split(r"[.;]\s+|\s;\s", DESCRIPTOR.sub(" ", after))]
        pieces = [
            piece
            for piece in pieces
            if len(piece) > 2 and not re.match(r"(?:pp?\.|vol|no\b|n°|\d)", piece, re.IGNORECASE) and "," not in piece
        ]
        if publisher is None and pieces and not italic and len(pieces[0].split()) <= 10:
            publisher = pieces[0]
    volume = VOLUME.search(rest)
    if container is None and volume is not None:
        pieces = [piece.strip(" ,.;:") for piece in re.split(r"[.;]\s+", rest[: volume.start()])]
        named = next((piece for piece in reversed(pieces) if piece and not BARE_YEAR.fullmatch(piece)), "")
        if named and len(named.split()) <= 10:
            container, publisher = named, None
    return container, publisher, place


def _between_commas(text: str) -> tuple[str | None, str | None]:
    """The place and publisher of ``, Paris, Gallimard, 2001, 250 p.``; nothing where there are not just these two."""
    pieces = [piece.strip(" .") for piece in text.split(",")]
    named = [piece for piece in pieces if piece and re.match(r"[A-ZÀ-ÖØ-ÞĀ-Ž]", piece) and not re.search(r"\d", piece)]
    return (named[0], named[1]) if len(named) == 2 else (None, None)


def _numbers(rest: str) -> tuple[str | None, str | None, str | None]:
    volume = issue = pages = None
    rest = rest.replace("*", " ")
    match = VOLUME.search(rest)
    if match:
        volume, issue = match.group(1), next((group for group in match.groups()[1:] if group), None)
        after = PAGES_AFTER_VOLUME.match(rest, match.end())
        if after:
            pages = re.sub(r"\s", "", after.group(1))
    plain = PLAIN_VOLUME.search(rest) if volume is None else None
    if plain:
        volume, pages = plain.group(1), re.sub(r"\s", "", plain.group(2))
    named = PAGES.search(rest)
    if named and pages is None:
        pages = re.sub(r"\s", "", named.group(1)).rstrip(".")
    return volume, issue, pages


def _type(
    container: str | None,
    volume: str | None,
    rest: str,
    date: str | None,
    title: str | None,
    text: str,
    url: str | None,
) -> str:
    """The CSL type, as far as the form of the entry tells it."""
    if container and volume:
        return "article-journal"
    if container and _container_word().search(rest):
        return "chapter"
    if container and date and len(date) == 10:
        return "article-newspaper"
    if container:
        return "article"
    if title and any(text.startswith(title[:12], star.end()) for star in STAR.finditer(text)):
        return "book"
    return "webpage" if url else "document"
