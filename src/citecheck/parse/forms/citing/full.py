"""A whole reference: ``Doe, J. (2020). *A title*. Press, p. 4``, ``Jane Doe, *A Title* (Paris: Press, 2020), 4``.

A source described in full within a note, in any of the forms of references, with a date, a publisher or an address.
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.model.reference import Citation, CitationKind, Locator, Reference
from citecheck.parse.forms import Example
from citecheck.parse.forms.citing import ibid, short
from citecheck.parse.forms.parts import ACRONYM, BLANK, NAMES, OPENING, PAGE, UPPER, YEAR, no_date, page_label
from citecheck.parse.forms.references import imprint
from citecheck.parse.forms.references.between_commas import comma_reference
from citecheck.parse.forms.references.dated_in_brackets import LISTED_TITLE
from citecheck.parse.locators import is_label, is_locator, is_year, read_locator
from citecheck.parse.names import has_initials
from citecheck.parse.reader import Reader, read_persons
from citecheck.parse.reference import read_reference
from citecheck.parse.titles import closed_title
from citecheck.parse.words import et_al, lead_in

BEFORE = ("title", "short")
EXAMPLES = (
    Example(
        "Doe, J. (2020). *A title of some length*. Paris: Press, p. 4.",
        {"kind": "full", "authors": "Doe, J.", "year": "2020", "title": "A title of some length"},
    ),
    Example("Jane Doe, *A Title* (Paris: Press, 2020), 4.", {"kind": "full", "title": "A Title", "year": "2020"}),
    Example("Doe (2020) says that it was so.", None),
)

TITLE_START = re.compile(rf"[{OPENING}]|(?<![\w*])\*{{1,2}}(?=[^\s*])")
INITIALLED = re.compile(
    rf"(?:[{UPPER}][\w’'-]{{1,30}},?\s+(?:[{UPPER}]\.[ -]?){{1,3}},?\s*(?:(?:&|and|et)\s+)?){{1,4}}(?=[^\W\d_])"
)
GOES_ON = frozenset(["in", "dans", "from", "source", "sources", "v.", "et", "and"])
"""Words that introduce citations, but also go on with a reference."""
STOP = re.compile(rf";\s*|[.]\s+(?=[{UPPER}])|\s(?:et|and|&)\s+(?=[{UPPER}])")
"""Where a whole reference may end and another citation begin."""
LONGEST = 3000
"""Characters of a whole reference in a note beyond which it is cut."""
LONGEST_STOP = 40


def read(reader: Reader, at: int) -> Citation | None:
    """A whole reference: authors and a title, with a date, a publisher or an address to follow."""
    end = _extent(reader, at)
    text = reader.plain[at:end]
    if not _is_full(reader, at, end, text):
        return None
    stop = at + len(text.rstrip(" \n;,"))
    if reader.text[stop : stop + 1] == ">":
        stop += 1
    reach = reader.span.part(at, stop)
    urls = [url for url in reader.urls_from(reach.start, reach.end) if url.span.end <= reach.end + 1]
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
    if match is None or is_year(match.group(1).strip()):
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
    if not is_label(match.group(1)):
        return False
    if BLANK in reader.plain[max(0, match.start() - len("> ")) : match.start()]:
        return True
    own = re.findall(r"\d+", reference.pages or "")
    return bool(own) and own != re.findall(r"\d+", match.group(1))


@cache
def _last_pages() -> re.Pattern[str]:
    return re.compile(rf"[,)]\s*((?:{page_label()}\s?)?{PAGE}(?:,\s*{PAGE}){{0,6}})\s*\.?$", re.IGNORECASE)


@cache
def _dated_start() -> re.Pattern[str]:
    day = rf"(?:\s*,(?!\s*{page_label()}\s?\d)[^()]{{1,40}})?"
    return re.compile(
        rf"(?P<names>{NAMES}{{2,240}}?){ACRONYM}\s*+(?:,\s*+)?+\(\s*+(?:{YEAR}[a-z]?{day}|{no_date()})\s*+\)",
        re.IGNORECASE,
    )


def _is_full(reader: Reader, at: int, end: int, text: str) -> bool:
    plain = reader.plain
    dated = _dated_start().match(plain, at, end)
    linked = BLANK in text
    if dated:
        persons = read_persons(dated.group("names"), whole=True)
        rest = plain[dated.end() : end]
        body = rest.replace(BLANK, "").strip(" .,;:<>\n")
        if (
            persons
            and len(re.findall(r"[^\W\d_]{2,}", body)) >= 2
            and not is_locator(reader, dated.end(), dated.end() + len(rest.rstrip(" .")))
        ):
            named = has_initials(dated.group("names")) or linked
            return (
                named
                or LISTED_TITLE.match(rest) is not None
                or rest.lstrip()[:1] in '.;:“"«'
                or reader.text[dated.end() : dated.end() + 3].strip()[:1] in "*_"
            )
        return False
    titled = _comma_year().match(reader.text, at, end)
    if titled and "*" not in titled.group("names") and read_persons(titled.group("names"), whole=True):
        return True
    stopped = _stopped_year().match(plain, at, end)
    if stopped and has_initials(stopped.group("names")) and read_persons(stopped.group("names"), whole=True):
        return len(re.findall(r"[^\W\d_]{2,}", plain[stopped.end() : end].replace(BLANK, ""))) >= 3
    if comma_reference(text) or imprint.read(text):
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
        persons = read_persons(head, whole=True)
        if persons is None or "?" in head or re.search(rf"(?<!\d){YEAR}(?!\d)", head):
            return False
        closed = first.start() if unopened else closed_title(reader.text, first.start(), end)
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
    return re.compile(rf"(?P<names>{NAMES}{{2,240}}?)[.,]\s+{YEAR}[a-z]?\s*[.:]\s+(?=[{UPPER}*“\"«])")


@cache
def _comma_year() -> re.Pattern[str]:
    """``DOE Jane, 2019, *Title*``: the year between commas, then a title in italics or quotation marks."""
    return re.compile(
        rf"(?P<names>{NAMES}{{2,240}}?),\s+(?:{YEAR}[a-z]?|{no_date()}),\s+(?=[{OPENING}]|\*[^\s*])", re.IGNORECASE
    )


def _extent(reader: Reader, at: int) -> int:
    """Where a whole reference that begins at ``at`` must end: at the next citation, or after its address."""
    plain = reader.plain
    end = min(len(plain), at + LONGEST)
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


def _begins_citation(reader: Reader, at: int) -> bool:
    at = reader.skip(at)
    if at >= len(reader.plain):
        return False
    if ibid.pattern().match(reader.plain, at):
        return True
    cited = short.pattern().match(reader.plain, at)
    persons = read_persons(cited.group("names")) if cited is not None else None
    if cited is not None and persons is not None and any(sign in cited.group("sep") for sign in ",(."):
        return persons[2] or cited.end() - cited.start() < 60
    dated = _dated_start().match(reader.plain, at)
    if dated is not None and read_persons(dated.group("names"), whole=True) is not None:
        return True
    quoted = short.TITLED_AUTHOR.match(reader.text, at)
    return quoted is not None and (read_persons(quoted.group("names"), whole=True) or (None, None, False))[2] is True
