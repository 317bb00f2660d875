"""References: an entry of a bibliography, or a whole reference in a note, taken apart into CSL's fields.

The forms of ``forms/references`` tell authors, date and title; what follows them is the same in all. A field that cannot be
told is left empty rather than guessed. Field names follow CSL 1.0.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from citecheck.languages.patterns import any_of, stopped, unstopped
from citecheck.model.document import Url
from citecheck.model.reference import Reference
from citecheck.model.source import Span
from citecheck.parse.dates import parse_date
from citecheck.parse.forms import load_forms
from citecheck.parse.forms.parts import ITALIC, UPPER, YEAR
from citecheck.parse.forms.reading import BARE_YEAR, Beginning, Reading, last_year
from citecheck.parse.forms.references.dated_in_brackets import PLACE
from citecheck.parse.plain import addresses, plain_reference, printed_address
from citecheck.parse.titles import DESCRIPTOR, clean_title, container_word
from citecheck.parse.words import accessed, evened

DOI = re.compile(r"\b10\.\d{4,9}/[^\s<>\"“”«»]{1,200}")
QUOTED = re.compile(r"“[^”\n]{1,300}”|(?<!\w)‘[^’\n]{1,300}’(?!\w)|«[^»\n]{1,300}»|(?<![\w\"])\"[^\"\n]{1,300}\"")
STAR = re.compile(r"\*\s*")
REPEATED = re.compile(r"\s*(?:[—–―]{1,6}|-{2,12}|(?:\\?_){2,12})(?:[.,:]\s*|\s+)(?=\S)")
OPEN_DATE = re.compile(rf"\(\s*{YEAR}[^()]{{0,40}}\)\.?$")
"""A date in brackets behind which the title is to follow."""
LEADING_YEAR = re.compile(rf"\(?({YEAR})([a-z])?\)?\s*[.,:]?\s*")
DATED_PLACE = re.compile(rf"\s{{1,3}}[{UPPER}][^\n()\d/]{{1,40}}\(\s?{YEAR}\s?\)")
NAME_BEFORE = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]*\s\Z")
PAGE_RANGE = r"([A-Za-z]?\d{1,6}\s*(?:[–—-]|-{2,3})\s*[A-Za-z]?\d{1,6})"


@cache
def _volume() -> re.Pattern[str]:
    """A volume, with its issue behind it: ``12(3)``, ``12:3,``, ``vol. 12, no. 3``."""
    issue = r"(\d[\d–-]{0,8})"
    return re.compile(
        rf"[,;\s](?:{unstopped('volume_labels')}\.?\s*)?(\d{{1,4}})\s*"
        rf"(?:\({issue}\)|:(\d{{1,3}})(?=,)|,\s*{unstopped('number_signs')}\.?\s*{issue})",
        re.IGNORECASE,
    )


@cache
def _issue_alone() -> re.Pattern[str]:
    """The number of an issue of a journal without volumes: ``n° 37``, ``(no. 12)``."""
    return re.compile(
        rf"[,;(*\s]{unstopped('number_signs')}\.?\s?(\d{{1,4}}(?:[–-]\d{{1,4}})?)(?![\w.-])", re.IGNORECASE
    )


@cache
def _volume_and_pages() -> re.Pattern[str]:
    """A volume without issue, and the pages in it: ``12, 45–67``."""
    return re.compile(rf"[,;]\s*\**(\d{{1,4}})\**\s*[,:]\s*(?:{stopped('page_labels')}\s*)?{PAGE_RANGE}(?![\w])")


@cache
def _pages_after_volume() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:\([^()]{{2,30}}\)\s*)?[,:]\s*(?:{stopped('page_labels')}\s*)?{PAGE_RANGE}")


@cache
def _labelled_pages() -> re.Pattern[str]:
    page = r"[A-Za-z]?\d[\w.]{0,10}"
    return re.compile(rf"(?<!\w){stopped('page_labels')}\s*({page}(?:\s*(?:[–—-]|-{{2,3}})\s*{page})?)", re.IGNORECASE)


@cache
def _online() -> re.Pattern[str]:
    return re.compile(any_of("online"), re.IGNORECASE)


@cache
def _number_first() -> re.Pattern[str]:
    """What begins with pages, a volume or a number, and names no press."""
    number = rf"{unstopped('number_signs')}(?!\w)"
    return re.compile(rf"{stopped('page_labels')}|{unstopped('volume_labels')}|{number}|\d", re.IGNORECASE)


def read_reference(span: Span, urls: Sequence[Url], before: Reference | None = None) -> Reference:
    """The reference that the text of ``span`` is; ``urls`` are those printed within it.

    ``before`` is the reference above it in a bibliography: a dash in place of the author repeats that one's.
    """
    dash = REPEATED.match(evened(span.text))
    if dash and before is not None and before.authors:
        return _repeated(span, urls, before, _before_tag(span.text, dash.end()))
    text = plain_reference(span, urls)
    printed = addresses(urls)
    address = next((printed_address(url) for url in (*printed, *urls)), None)
    tail = _tail(text, span.start, printed)
    main = text[:tail]
    doi = _doi(text, address)
    when = _accessed(span, tail, urls)
    reading = _read(main)
    if reading.year is None:
        reading = _dated_behind(reading, text[tail:], printed, span.start + tail)
    authors = reading.authors
    title, title_place = clean_title(text, reading.title_place)
    title = _as_typed(title, span.text[slice(*title_place)]) if title and title_place else title
    rest = main[reading.rest :]
    container, publisher, place = _container(rest)
    volume, issue, pages = _numbers(rest)
    if volume == reading.year and issue is None and (container is None or container_word().search(rest)):
        # What comes out in volumes is a journal: of a book, that is the year.
        volume = None
    if volume is None and container is None:
        # "Law Com No 391" counts no issues.
        issue = None
    persons = authors.persons if authors else ()
    return Reference(
        span=span,
        authors=persons,
        author_text=" ".join(text[slice(*reading.author_place)].replace("*", "").split()).strip(" ,.;:")
        if reading.author_place
        else "",
        author_span=span.part(*reading.author_place) if reading.author_place else None,
        et_al=authors.et_al if authors else False,
        year=reading.year,
        suffix=reading.suffix,
        date=reading.date,
        title=title,
        title_span=span.part(*title_place) if title_place else None,
        container=container,
        publisher=publisher,
        place=place,
        volume=volume,
        issue=issue,
        pages=pages,
        url=address,
        doi=doi,
        accessed=when,
        type=_type(container, volume, rest, reading.date, title, text, address),
    )


def _as_typed(title: str, printed: str) -> str:
    """A title with the straight single marks that it is printed with, where `evened` has taken them for typographic ones."""
    for mark in "‘’":
        if mark not in printed:
            title = title.replace(mark, "'")
    return title


def _read(text: str) -> Reading:
    """What the first form that reads the text makes of it; the last one reads any."""
    for form in load_forms("references"):
        reading: Reading | None = form.module.read(text)
        if reading is not None:
            return reading
    return Reading(None, None, None, "", None, None, 0)


def form_of(beginning: Beginning) -> str | None:
    """The name of the form of which a text plainly is a reference; None where it is none."""
    for form in load_forms("references"):
        begins = getattr(form.module, "begins", None)
        told = begins(beginning) if begins is not None else None
        if told is not None:
            return form.name if told else None
    return None


def is_line_of_its_own(line: str) -> bool:
    """Whether a line is plainly a whole reference, and not a part of one that goes on or began before."""
    text = evened(line.strip())
    return OPEN_DATE.search(text) is None and form_of(Beginning(text, text.replace("*", " "))) is not None


def _before_tag(text: str, at: int) -> int:
    """A place in a text, or where the tag begins within which it lies: `evened` has blanks for most of one."""
    begun = text.rfind("<", 0, at)
    return begun if begun != -1 and text.find(">", begun, at) == -1 and text.find(">", at) != -1 else at


def _repeated(span: Span, urls: Sequence[Url], before: Reference, end: int) -> Reference:
    """The reference behind a dash that stands for the author above it."""
    year = LEADING_YEAR.match(span.text, end)
    start = year.end() if year else end
    own = read_reference(span.part(start, len(span.text)), urls)
    text = evened(span.text[start:])
    quoted = QUOTED.match(text)
    if quoted is not None:
        title, place = clean_title(text, (quoted.start() + 1, quoted.end() - 1))
        own = replace(own, title=title, title_span=span.part(start + place[0], start + place[1]) if place else None)
    own = replace(
        own, span=span, authors=before.authors, author_text=before.author_text, author_span=None, et_al=before.et_al
    )
    return replace(own, year=year.group(1), suffix=year.group(2) or "", date=year.group(1)) if year else own


def _is_quoted(text: str, at: int) -> bool:
    """Whether a place lies within a title in quotation marks."""
    return any(quoted.start() < at < quoted.end() for quoted in QUOTED.finditer(text))


def _tail(text: str, start: int, urls: Sequence[Url]) -> int:
    """Where the address and the words before it begin: what follows is not title, container or publisher.

    ``start`` is the place of the text in its source.
    """
    at = urls[0].span.start - start if urls else len(text)
    for match in _access_phrases(text):
        if (
            10 < match.start() < at
            and not _is_quoted(text, match.start())
            and at - match.end() < 60
            and (urls or parse_date(text[match.end() : match.end() + 40].strip(" :,.)(")))
        ):
            return match.start()
    return at - 1 if at and text[at - 1 : at] == "<" else at


def _access_phrases(text: str) -> Iterator[re.Match[str]]:
    """The phrases before an address or a date of consultation, but for the last words of names (``*Gazette Online*``)."""
    for match in accessed().finditer(text):
        named = _online().fullmatch(match[0]) is not None and _ends_name(text, match)
        if not named and not _is_dated_place(text[match.end() : match.end() + 60]):
            yield match


def _is_dated_place(behind: str) -> bool:
    """Whether a place and the year of the work stand behind such a phrase: "Available at SSRN (2022)"."""
    place = DATED_PLACE.match(behind)
    return place is not None and len(parse_date(place[0].replace("(", "").strip(" )")) or "") <= 4


def _ends_name(text: str, phrase: re.Match[str]) -> bool:
    """Whether words that say "online" end the name of what a work appeared in, in emphasis or by their capital."""
    emphasised = text.count("*", 0, phrase.start()) % 2 == 1
    return emphasised or (phrase[0][:1].isupper() and NAME_BEFORE.search(text, 0, phrase.start()) is not None)


def _dated_behind(reading: Reading, behind: str, urls: Sequence[Url], start: int) -> Reading:
    """The reading with the date that stands ``behind`` the address, before the words that tell when it was consulted."""
    shown = list(behind)
    for url in urls:
        shown[url.span.start - start : url.span.end - start] = " " * (url.span.end - url.span.start)
    text = "".join(shown)
    consulted = next(_access_phrases(text), None)
    year, suffix, date = last_year(text[: consulted.start()] if consulted else text, 0)
    return replace(reading, year=year, suffix=suffix, date=date) if year not in (None, "n.d.") else reading


def _doi(text: str, address: str | None) -> str | None:
    # Most references have none: asking costs less than searching.
    match = (DOI.search(address or "") or DOI.search(text)) if "10." in text or "10." in (address or "") else None
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
    for match in _access_phrases(tail):
        near = tail[match.end() : match.end() + 40].strip(" :,(")
        day = parse_date(re.split(r"[).;,<\[]", near)[0]) or parse_date(near)
        if day:
            return day
    return None


def _container(rest: str) -> tuple[str | None, str | None, str | None]:
    """What the work appeared in, its publisher and place, by what stands behind the title."""
    italic = ITALIC.search(rest)
    place, publisher = _imprint(rest, italic)
    if italic:
        return " ".join((italic.group(1) or italic.group(2)).split()).strip(" .,"), publisher, place
    journal = _journal(rest)
    return (journal, None, place) if journal else (None, publisher, place)


def _imprint(rest: str, italic: re.Match[str] | None) -> tuple[str | None, str | None]:
    """The place and the publisher, as far as they are printed."""
    printed = PLACE.search(re.sub(r"\*[^*]*\*", " ", rest))
    if printed:
        return re.split(r"(?<=\d)\.\s", printed.group(1))[-1].strip(" ,"), printed.group(2).strip(" .,")
    after = re.sub(r"\([^()]*\)", " ", rest[italic.end() :] if italic else rest)
    place, publisher = _between_commas(after) if after.lstrip()[:1] == "," else (None, None)
    return place, publisher if publisher is not None or italic else _between_stops(after)


def _between_stops(text: str) -> str | None:
    """The first piece between stops that is no number; nothing where it is too long for a publisher."""
    pieces = (piece.strip(" .,;:()[]\n") for piece in re.split(r"[.;]\s+|\s;\s", DESCRIPTOR.sub(" ", text)))
    named = (piece for piece in pieces if len(piece) > 2 and not _number_first().match(piece) and "," not in piece)
    return _short(next(named, ""))


def _journal(rest: str) -> str | None:
    """The journal: what stands right before a volume."""
    volume = _volume().search(rest)
    if volume is None:
        return None
    pieces = [piece.strip(" ,.;:") for piece in re.split(r"[.;]\s+", rest[: volume.start()])]
    return _short(next((piece for piece in reversed(pieces) if piece and not BARE_YEAR.fullmatch(piece)), ""))


def _short(name: str) -> str | None:
    """A name of at most ten words; nothing where it is longer or there is none."""
    return name if name and len(name.split()) <= 10 else None


def _between_commas(text: str) -> tuple[str | None, str | None]:
    """The place and publisher of ``, Paris, Gallimard, 2001, 250 p.``; nothing where there are not just these two."""
    pieces = [piece.strip(" .") for piece in text.split(",")]
    named = [piece for piece in pieces if piece and re.match(rf"[{UPPER}]", piece) and not re.search(r"\d", piece)]
    return (named[0], named[1]) if len(named) == 2 else (None, None)


def _numbers(rest: str) -> tuple[str | None, str | None, str | None]:
    volume = issue = pages = None
    rest = rest.replace("*", " ")
    match = _volume().search(rest)
    if match:
        volume, issue = match.group(1), next((group for group in match.groups()[1:] if group), None)
        after = _pages_after_volume().match(rest, match.end())
        if after:
            pages = _packed(after.group(1))
    plain = _volume_and_pages().search(rest) if volume is None else None
    if plain:
        volume, pages = plain.group(1), _packed(plain.group(2))
    alone = _issue_alone().search(rest) if volume is None else None
    if alone:
        issue = alone.group(1)
    named = _labelled_pages().search(rest)
    if named and pages is None:
        pages = _packed(named.group(1)).rstrip(".")
    return volume, issue, pages


def _packed(pages: str) -> str:
    """Pages without blanks, and one dash in a range: files for LaTeX have two."""
    return re.sub(r"-{2,3}", "-", re.sub(r"\s", "", pages))


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
    if container:
        return _type_within(volume, rest, date)
    if title and any(text.startswith(title[:12], star.end()) for star in STAR.finditer(text)):
        return "book"
    return "webpage" if url else "document"


def _type_within(volume: str | None, rest: str, date: str | None) -> str:
    """The CSL type of what appeared in something else."""
    if volume:
        return "article-journal"
    if container_word().search(rest):
        return "chapter"
    return "article-newspaper" if date and len(date) == len("2020-03-04") else "article"
