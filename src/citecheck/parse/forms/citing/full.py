"""A whole reference: ``Doe, J. (2020). *A title*. Press, p. 4``, ``Jane Doe, *A Title* (Paris: Press, 2020), 4``.

A source described in full within a note, in any of the forms of references, with a date, a publisher or an address.
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages import words
from citecheck.model.reference import Citation, CitationKind, Locator, Reference
from citecheck.parse.forms import Example
from citecheck.parse.forms.citing import ibid, short
from citecheck.parse.forms.parts import BLANK, PAGE, UPPER, conjunction_sign, page_label
from citecheck.parse.forms.reading import Beginning, count_words
from citecheck.parse.forms.references import dated_in_brackets
from citecheck.parse.forms.references.marked_title import begins_within
from citecheck.parse.locators import is_label, is_year, read_locator
from citecheck.parse.names import read_persons
from citecheck.parse.reader import FARTHEST, Reader
from citecheck.parse.reference import OPEN_DATE, form_of, read_reference
from citecheck.parse.words import function_words, is_introduced, lead_in, places

BEFORE = ("title", "short")
EXAMPLES = (
    Example(
        "Doe, J. (2020). *A title of some length*. Paris: Press, p. 4.",
        {"kind": "full", "authors": "Doe, J.", "year": "2020", "title": "A title of some length"},
    ),
    Example("Jane Doe, *A Title* (Paris: Press, 2020), 4.", {"kind": "full", "title": "A Title", "year": "2020"}),
    Example(
        "*The ice of the north* in the *Journal of Ice* of 1893, p. 12.",
        {"kind": "full", "title": "The ice of the north", "year": "1893"},
    ),
    Example("Doe (2020) says that it was so.", None),
)

AUTHOR_ALONE = re.compile(rf"(?:^|;)\s*[{UPPER}][\w’' -]{{1,40}},\s(?:[{UPPER}]\.[ -]?){{1,4}}$")
"""One of several authors, who are set apart by semicolons."""
BEHIND_YEAR = re.compile(r"[a-z]?(?:,\s?(?:[^\W\d]{1,3}\.\s?)?\d|\s?[;.)]|\s*$)")
LONGEST = 3000
"""Characters of a whole reference in a note beyond which it is cut."""
LONGEST_STOP = 40
LONGEST_AHEAD = 400
"""Characters of what may be another reference that tell whether it is one."""
FEWEST_WORDS = 4
"""Words of a reference before another may begin: its authors may be set apart by semicolons too."""


def read(reader: Reader, at: int) -> Citation | None:
    """A whole reference: authors and a title, with a date, a publisher or an address to follow."""
    end = _extent(reader, at)
    at = _with_star(reader, at, end)
    if not _is_reference(reader, at, end):
        return None
    stop = at + len(reader.plain[at:end].rstrip(" \n;,"))
    if reader.text[stop : stop + 1] == ">":
        stop += 1
    reach = reader.span.part(at, stop)
    urls = [url for url in reader.urls_from(reach.start, reach.end) if url.span.end <= reach.end + 1]
    reference = read_reference(reader.span.part(at, stop), urls)
    if reference.title is None or (not reference.authors and reference.year is None and not urls):
        return None
    if reference.author_span is not None and is_introduced(reference.author_span.text):
        # "On cement, see the survey by Jane Doe": the reference begins with her name.
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


def _with_star(reader: Reader, at: int, end: int) -> int:
    """Where a reference begins, with the star before it that marks the title of a part: ``*A title* in the *Journal*``."""
    star = at > 0 and reader.text[at - 1] == "*"
    return at - 1 if star and begins_within(reader.text[at - 1 : end]) else at


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


def _is_reference(reader: Reader, at: int, end: int) -> bool:
    """Whether one of the forms of references plainly begins at ``at``."""
    return form_of(Beginning(reader.text[at:end], reader.plain[at:end])) is not None


def _extent(reader: Reader, at: int) -> int:
    """Where a whole reference that begins at ``at`` must end: at the next citation, or after its address."""
    plain = reader.plain
    end = min(len(plain), at + LONGEST)
    linked = plain.find(BLANK, at, end)
    start, reached = reader.endless
    for match in _stop().finditer(plain, reached if start <= at <= reached and linked == -1 else at, end):
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


@cache
def _stop() -> re.Pattern[str]:
    """Where a whole reference may end and another citation begin."""
    return re.compile(rf";\s*|[.]\s+(?=[{UPPER}])|\s{conjunction_sign()}\s+(?=[{UPPER}])")


def _ends_reference(reader: Reader, match: re.Match[str]) -> int | None:
    """Where a whole reference ends before what looks like the beginning of another citation; None if it is none."""
    start = match.end()
    if match.group().startswith(";") and AUTHOR_ALONE.search(
        reader.plain, max(0, match.start() - FARTHEST), match.start()
    ):
        return None
    if match.group().startswith("."):
        word = lead_in().match(reader.plain, start)
        if word is None or _goes_on(word.group()) or not _begins_citation(reader, word.end()):
            return None
        return match.start() + 1
    commaless = match.group().startswith(";") and _is_commaless(reader, start)
    return match.start() if commaless or _begins_citation(reader, start) else None


def _goes_on(introduction: str) -> bool:
    """Whether what may introduce a citation may as well go on with a reference: ``In``, ``From``, ``Source:``."""
    word = introduction.strip(" ,:").casefold()
    return word in function_words() or word in words("source_labels")


def _begins_citation(reader: Reader, at: int) -> bool:
    at = reader.skip(at)
    if at >= len(reader.plain):
        return False
    if ibid.pattern().match(reader.plain, at):
        return True
    if _is_ended(reader, at) and _is_reference(reader, at, min(len(reader.plain), at + LONGEST_AHEAD)):
        return True
    told = _is_short(reader, at)
    return told if told is not None else dated_in_brackets.starts(reader.plain, at) or _is_titled(reader, at)


def _is_short(reader: Reader, at: int) -> bool | None:
    """Whether names and a year stand at ``at`` that are plainly a citation; None where there are none."""
    cited = short.names_and_year(reader, at)
    persons = read_persons(cited.group("names")) if cited is not None else None
    if cited is None or persons is None or not any(sign in cited.group("sep") for sign in ",(."):
        return None
    return persons[2] or cited.end() - cited.start() < 60


def _is_commaless(reader: Reader, start: int) -> bool:
    """Whether plain names stand at ``start`` with their year behind a space alone: ``Doe 2020, 4``, behind a semicolon."""
    at = reader.skip(start)
    cited = short.names_and_year(reader, at) if at < len(reader.plain) and _is_ended(reader, start) else None
    persons = read_persons(cited.group("names")) if cited is not None else None
    if cited is None or persons is None or cited.group("sep").strip() or not persons[2]:
        return False
    if not BEHIND_YEAR.match(reader.plain, cited.end()):
        return False
    return not any(person.family.casefold() in places() for person in persons[0])


def _is_titled(reader: Reader, at: int) -> bool:
    """Whether plain names and a title in its marks stand at ``at``."""
    quoted = short.TITLED_AUTHOR.match(reader.text, at)
    persons = read_persons(quoted.group("names"), whole=True) if quoted is not None else None
    return persons is not None and persons[2]


def _is_ended(reader: Reader, at: int) -> bool:
    """Whether what stands before ``at`` is enough of a reference for another to begin."""
    before = reader.plain[max(0, at - FARTHEST) : at].rstrip(" ;\n").rpartition(";")[2]
    # "2019;12(3):45-67" has a semicolon of its own, and a title may stand behind one that sets it apart from its date.
    numbered = re.search(r"\d", before) is not None and OPEN_DATE.search(before) is None
    return numbered or count_words(before) >= FEWEST_WORDS
