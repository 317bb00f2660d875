"""Entry texts: the items of a list or of lines that are each an entry, with their printed numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, pairwise

from msgspec import Struct

from citecheck.languages import words
from citecheck.languages.patterns import alternatives, any_of, conjunctions
from citecheck.model.source import Span
from citecheck.parse.captions import is_numbered_caption
from citecheck.parse.prose import looks_like_introduction, looks_like_prose, looks_like_reference
from citecheck.parse.reference import OPEN_DATE, is_line_of_its_own
from citecheck.parse.words import UPPER, YEAR

ENTRY_NUMBER = re.compile(
    r"[ \t]*(?:\\?\[(\d{1,5})\\?\]|(\d{1,5})[.)]|\((\d{1,3})\)(?!\s\()|\*\*\\?\[?(\d{1,3})[.)\]]?\*\*[.)]?)[ \t\u00a0\u202f]+(?=\S)"
)
IMPRINT = re.compile(rf"[{UPPER}][^:\d\n.]{{1,40}}\s?:\s[^:\d\n]{{2,80}},\s{YEAR}[a-z]?\.?\s*")
DATE_ALONE = re.compile(rf"(?:[^\W\d_]{{3,12}}\.?\s){{0,2}}{YEAR}\.?\s*")
"""What is the end of an entry, and no entry of its own."""
OF_REFERENCE = re.compile(r"[\d,:;«»“”\"*_<>\[\]()]|(?<!\.)\.\s|\s[–—-]\s|\.\w{2,6}/")
LONGEST_REMARK = 8
TWO_SENTENCES = re.compile(rf"[^\W\d_]{{2}}[.!?]\s+[{UPPER}]|\d{{4}}\.\s+[{UPPER}]")
FIRST = re.compile(r"\s*(?:\(1\)|\[1\])(?=\S)")
BULLET = re.compile(rf"[ \t]*(?![–—][ \t]+\(?{YEAR})[-+•–—▪*][ \t]+(?=\S)")
"""A bullet; a dash before a year stands for the author above it."""
ENTRY_START = re.compile(
    rf"\[[^\[\]]{{1,60}}\d{{2,4}}[a-z]?\]\s|[«“\"*_]|[^\W\d_][\w’'-]*(?:\s[\w’'-]+)?,\s+(?:[^\W\d_]\.|[^\W\d_][\w-]+[.,])|[^.()]{{2,90}}\.?\s*\(\s*{YEAR}"
)
"""How an entry begins: the label by which it is cited, a quotation or italics, a name with initials or a given name, or a name and a year."""
URL_FIRST = re.compile(r"[ \t]*[<\[]?https?://", re.IGNORECASE)
DOI_FIRST = re.compile(r"[ \t]*(?:doi:?[ \t]*)?10\.\d{4,9}/", re.IGNORECASE)
SMALL_FIRST = re.compile(r"[a-zà-öø-ÿ]")
SUBJECT = re.compile(r"\*\*[^*\n]{2,60}(?:[.:]\*\*|\*\*[.:]?)\s(?=(?:[^;]{1,400};){2})")
"""How a list of sources by subject begins: ``**Energy.** Example Agency; Example Office (grids); …``"""
LABELLED = re.compile(r"\*\*[^*\n]{2,40}(?::\*\*|\*\*[ \t]?:)[ \t]")
REMARK = re.compile(r"\*\*[^*\n]{2,40}(?::\*\*|\*\*[ \t]?:)[ \t]|[^\W\d_]{2,12}\.?[ \t]\d{1,3}[.:][ \t]")
"""How a remark or a caption begins: ``**Citation format:** …``, ``App. 1. …``"""
LINE_END = re.compile(r"\n(?=[^\n])")
BOLD_ALONE = re.compile(r"\*\*[^*\n]{2,120}\*\*:?")
"""A line that is all in bold letters, which heads a part of a list."""
PAGE_NUMBER = re.compile(r"[ \t]*\d{1,4}[ \t]*\n(?=[^\n])")
MAY_BEGIN = re.compile(rf"[{UPPER}«“\"*_\[]|-{{3}}|[–—]")
ENDED = re.compile(r"[.!?»”\"/)\]]$|https?://\S+$|\d$")
"""How an entry begins at least, and how the line above it ends."""
DATED = re.compile(rf"(?<!\d){YEAR}(?!\d)|://|\b[ns]\.\s?d\.")
DATED_START = re.compile(rf"(?=\w*[{UPPER}])[^\d()\[\]“”«»\"*:;]{{3,200}}?[.,]?\s?\(?{YEAR}[a-z]?\)?[.,:)]")
INITIALLED_START = re.compile(
    rf"(?:[a-z]{{1,4}}\s){{0,2}}[{UPPER}][^\d()\[\]“”«»\"*:;]{{1,200}}?\b[{UPPER}]{{1,3}}\.?\s\(\s?{YEAR}[a-z]?\s?\)"
)
GOES_ON = re.compile(rf"[,;:&/–-]\Z|\s[a-zà-ÿ]{{1,3}}\Z|\b[{UPPER}]\.?\Z")
JOINED = re.compile(rf"{conjunctions()}\s", re.IGNORECASE)
"""How a line ends that another goes on from, and how one begins that does."""
NAMED_START = re.compile(
    rf"[{UPPER}][\w’'-]+(?:\s[{UPPER}][\w’'-]+)?,\s+(?:[{UPPER}]\.|[{UPPER}][\w’'-]+[.,]|(?:[{UPPER}][\w’'-]*\.?\s){{1,2}}[{UPPER}][\w’'-]*[.,])"
)
"""How an entry begins with names and its date, or with names alone."""
ENDS_DATED = re.compile(rf"(?:{YEAR}[a-z]?|[ns]\.\s?d\.)\)?[.,:]?$")
TITLE_MARK = re.compile(r"[«“\"*_‘]")
LONGEST_AHEAD = 400
SEVERAL = 3
"""Characters of what may be another entry that tell whether it is one, and lines in a block that are enough to begin entries where they
only look like it."""
PLAIN_SHARE = 2 / 3
"""Share of plain references in a list that is nothing else: those by the author above, and those without one, are not plain."""
MANY_LINES = 6
FEW_OTHERS = 1 / 3
"""Lines from which a list may have some that look like nothing, and the share of these."""
LARGEST_STEP = 20
"""Numbers that may be left out between two entries."""
LONGEST_LABEL_WORDS = 40
"""Words beyond which a text that has nothing of a reference is no entry."""
DEEPEST = 20
"""Columns within which a further paragraph of an entry begins."""
ENDING = 400
"""Characters at the end of a note or an entry that tell whether it goes on."""


LINKS = re.compile(
    r"(?:[ \t]*\[(?!\^|\d+\])[^\[\]\n]{1,200}\]:[ \t]*(?:<[^<>\n]*>|\S+)"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*(?:\n|\Z))+"
)
"""Definitions of links and images, which Markdown prints nowhere: ``[elms]: https://example.org "Elms"``."""


COLOPHON = re.compile(r"\s*(?:\*[^*]{20,2000}\*|_[^_]{20,2000}_)\s*")
"""A paragraph that is all in italics, as the imprint of the text itself is below a rule."""


LED_TO = re.compile(r"\s*<a\s[^<>]{0,200}href=[\"']?(?!\w{2,8}:|//|www\.)[^<>]{0,200}>[^<>\d]{0,200}</a>\s*")
"""A paragraph that is nothing but a link to another file of the report, and bears no year."""


def defines_links(text: str) -> bool:
    """Whether a text is nothing but definitions of links and images."""
    return LINKS.fullmatch(text) is not None


class ListItem(Struct, frozen=True):
    """An item: where it starts, where its text does, its end and its printed number."""

    start: int
    body: int
    end: int
    number: str | None


def items_of_list(text: str) -> Iterator[ListItem]:
    """The items of a block: by number, by bullet, one a line where each line is an entry, or one for all of it."""
    first = _below_page(text)
    lines = [first] + [match.end() for match in LINE_END.finditer(text) if match.end() > first]
    marks = _ascending([match for at in lines if (match := _mark(text, at)) is not None])
    if marks and marks[0].start() == first:
        return _marked(text, marks)
    if len(marks) > 1 and all(map(_printed, marks)):
        rest = ListItem(first, first, marks[0].start() - 1, None)
        return chain((rest,), _marked(text, marks))
    return _unmarked(text, lines)


def is_rest(text: str, items: Sequence[ListItem]) -> bool:
    """Whether the first of several items is no entry, but the rest of one that stands above the block: it has no number where the others
    do, or nothing of how an entry begins."""
    first = items[0]
    if is_marked(text):
        return False
    begun = ENTRY_START.match(text, first.start) is not None or is_line_of_its_own(text[first.start : first.end])
    return items[1].number is not None or not begun


def is_marked(text: str) -> bool:
    """Whether a text begins with a number or a bullet."""
    return _mark(text, _below_page(text)) is not None


def _below_page(text: str) -> int:
    """Where a block begins below the number of a page, which a converter left on its first line."""
    page = PAGE_NUMBER.match(text)
    return page.end() if page is not None else 0


def holds_several(text: str) -> bool:
    """Whether a block is plainly several entries, as a page of a bibliography is in a text that was made from a PDF."""
    return len(_of_several_lines(text, [0, *(match.end() for match in LINE_END.finditer(text))])) >= SEVERAL


def is_remark(text: str, item: ListItem) -> bool:
    """Whether an item of a list without numbers is a few words, and has nothing that a reference has: no year, no address, no title
    in its marks, and no sign between its parts."""
    own = text[item.body : item.end]
    if item.number is not None or len(own.split()) > LONGEST_REMARK:
        return False
    small = own[:1].islower() and not any(sign.isdigit() for sign in own) and "://" not in own
    return small or OF_REFERENCE.search(own) is None


def is_sentence(text: str) -> bool:
    """Whether what is all in italics is rather said about a list than a title in it: it is two sentences, or leads to another file."""
    return TWO_SENTENCES.search(text) is not None or "](" in text


def are_references(texts: Sequence[str]) -> bool:
    """Whether texts are nothing but references: several, of which most plainly are some."""
    return len(texts) >= SEVERAL and sum(map(is_line_of_its_own, texts)) >= PLAIN_SHARE * len(texts)


def is_first(text: str) -> bool:
    """Whether a text begins with the first number of a list, with no blank behind it: ``(1)Doe``."""
    return FIRST.match(text) is not None


def _mark(text: str, at: int) -> re.Match[str] | None:
    return ENTRY_NUMBER.match(text, at) or BULLET.match(text, at)


def _printed(match: re.Match[str] | None) -> str | None:
    """The number of a mark; None where it is a bullet."""
    return next(filter(None, match.groups()), None) if match else None


def _ascending(marks: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The marks without numbers that only happen to begin a line ("2021. [Online]"): entries count up in small steps."""
    kept: list[re.Match[str]] = []
    last: int | None = None
    for match in marks:
        printed = _printed(match)
        if printed is not None:
            if last is not None and not 0 <= int(printed) - last <= LARGEST_STEP:
                continue
            last = int(printed)
        kept.append(match)
    return kept


def _marked(text: str, marks: Sequence[re.Match[str]]) -> Iterator[ListItem]:
    for mark, end in zip(marks, [*(mark.start() for mark in marks[1:]), len(text)], strict=True):
        at = mark.start()
        number, body = _printed(mark), mark.end()
        # "- 1. Doe": the number stands behind a bullet.
        inner = ENTRY_NUMBER.match(text, body) if number is None else None
        if inner is not None:
            number, body = _printed(inner), inner.end()
        start = at + len(text[at:body]) - len(text[at:body].lstrip(" \t"))
        yield ListItem(start, body, max(mark.end(), at + len(text[at:end].rstrip())), number)


def _unmarked(text: str, lines: Sequence[int]) -> Iterator[ListItem]:
    starts = _one_a_line(text, lines) or _of_several_lines(text, lines)
    if not starts:
        start = lines[0] + len(text[lines[0] :]) - len(text[lines[0] :].lstrip())
        yield ListItem(start, start, len(text.rstrip()), None)
    for at, end in pairwise([*starts, len(text)]):
        yield ListItem(at, at, at + len(text[at:end].rstrip()), None)


def _one_a_line(text: str, lines: Sequence[int]) -> list[int]:
    """The starts of the lines where each is an entry of its own: they all begin like one and have a year, or nearly all of
    many do, and the others may, behind a line that is at its end."""
    if len(lines) < 2:
        return []
    kept: list[int] = []
    stars = others = 0
    above = "."
    for at, end in pairwise([*lines, len(text)]):
        line = text[at:end].strip()
        if line:
            begun = ENTRY_START.match(line) is not None and OPEN_DATE.search(line) is None
            goes_on = bool(kept) and (GOES_ON.search(above) is not None or JOINED.match(line) is not None)
            entry = not (stars % 2 or goes_on) and looks_like_reference(line) and (begun or is_line_of_its_own(line))
            if not entry and (stars % 2 or not (MAY_BEGIN.match(line) and ENDED.search(above))):
                return []
            others += not entry
            kept.append(at)
            above = line
        stars += text.count("*", at, end)
    few = not others or (len(kept) >= MANY_LINES and others <= len(kept) * FEW_OTHERS)
    return kept if len(kept) > 1 and few else []


def _of_several_lines(text: str, lines: Sequence[int]) -> list[int]:
    """The starts of entries that stand right below each other, each of one line or several: where a line plainly begins a reference
    behind one that is at its end, or several look like it."""
    starts = _starts_where(text, lines, plainly=False)
    if len(starts) < SEVERAL:
        starts = _starts_where(text, lines, plainly=True)
    return starts if len(starts) > 1 else []


def _starts_where(text: str, lines: Sequence[int], *, plainly: bool) -> list[int]:
    """The starts of the lines where an entry begins, the first one included."""
    starts = list(lines[:1])
    for above, at, below in zip(lines, lines[1:], [*lines[2:], len(text)], strict=False):
        if not _may_begin(text, at) or not _is_at_end(text, starts, above, at):
            continue
        # The end of an entry and the beginning of the one below may look like one that begins.
        if not DATED.search(text, at, below) and DATED_START.match(text, below):
            continue
        looks = not plainly and _looks_like_start(text, at, below)
        if looks or is_line_of_its_own(" ".join(text[at : at + LONGEST_AHEAD].split())):
            starts.append(at)
    return starts


def _may_begin(text: str, at: int) -> bool:
    return MAY_BEGIN.match(text, at) is not None or _particle_first().match(text, at) is not None


def _looks_like_start(text: str, at: int, below: int) -> bool:
    """Whether a line begins as entries do, and has a date, or its names go on to one."""
    if ENTRY_START.match(text, at, below) is not None and DATED.search(text, at, below) is not None:
        return True
    return DATED_START.match(text, at) is not None or (
        NAMED_START.match(text, at, below) is not None and DATED.search(text, at, at + LONGEST_AHEAD) is not None
    )


def _is_at_end(text: str, starts: Sequence[int], above: int, at: int) -> bool:
    """Whether an entry may be at its end where the line at ``at`` begins: it has its date, and what follows is no title that stands
    behind that. What a page cut, or the head of a page, may stand without a date above the first one."""
    line = text[above:at].rstrip()
    # Behind names with initials and their date in brackets, the place of a publisher may be the end of what stands above.
    ended = ENDED.search(line) is not None or (
        INITIALLED_START.match(text, at) is not None and GOES_ON.search(line) is None
    )
    if not ended or (TITLE_MARK.match(text, at) and ENDS_DATED.search(line)):
        return False
    if DATED.search(text, starts[-1], at):
        return True
    return len(starts) == 1 and ENTRY_START.match(text, starts[0]) is None


def may_be_entry(text: str, first: bool) -> bool:
    """Whether a text without a number or bullet may be an entry; ``first`` says that none stands above it."""
    if looks_like_prose(text) or (first and looks_like_introduction(text)):
        return False
    words = len(text.split())
    if BOLD_ALONE.fullmatch(text) and not looks_like_reference(text):
        return False
    if (REMARK.match(text) and not looks_like_reference(text)) or is_numbered_caption(text):
        return False
    if SUBJECT.match(text) or (LABELLED.match(text) and len(LABELLED.findall(text)) > 1) or LED_TO.fullmatch(text):
        return False
    if _byline().fullmatch(text):
        return False
    return looks_like_reference(text) or not (text.endswith((":", "…")) or not 3 <= words <= LONGEST_LABEL_WORDS)


@cache
def _byline() -> re.Pattern[str]:
    """Who wrote the text, below its list: ``By [Jane Doe](https://…)``."""
    return re.compile(
        rf"\W{{0,3}}{any_of('by_words', begun=True)}\s\[[^\[\]\d]{{2,80}}\]\([^()\s]+\)\W{{0,3}}", re.IGNORECASE
    )


def continues_entry(body: Span, text: str, numbered: bool) -> bool:
    """Whether a text goes on with the entry above it, whose text is ``body``; ``numbered`` says that entries are."""
    last = ending(body)
    if DOI_FIRST.match(text) or is_cut_off(body, text):
        return True
    if URL_FIRST.match(text) and body.source.text.find("http", body.start, body.end) == -1:
        return True
    if not last.endswith(".") and SMALL_FIRST.match(text.lstrip("*_")) and not _particle_first().match(text):
        return True
    return numbered and not last.endswith((".", ">", ")")) and not looks_like_reference(text)


def is_cut_off(body: Span, text: str) -> bool:
    """Whether a text is the imprint, or the date, of the entry above it, ``body``, that has none: ``Northport: Harbour Press, 2019.``"""
    last = ending(body)
    if DATED.search(last):
        return False
    return IMPRINT.fullmatch(text) is not None or (last.endswith(",") and DATE_ALONE.fullmatch(text) is not None)


def is_date_alone(text: str) -> bool:
    """Whether a text is a date and nothing else."""
    return DATE_ALONE.fullmatch(text.strip()) is not None


def is_further_paragraph(entry: Span, body: Span, below: Span) -> bool:
    """Whether a text is a further paragraph of the numbered entry above it, or an item of a list that its text, ``body``, begins
    with: it stands further in on its line, ``2. 1. Doe`` and below it ``   2. Roe``."""
    if _printed(ENTRY_NUMBER.match(entry.text)) is None or are_apart(entry, below):
        return False
    deeper = _indent(below) >= _indent(entry) + 2
    return deeper and (not is_marked(below.text) or ENTRY_NUMBER.match(body.text) is not None)


def _indent(span: Span) -> int:
    """How far in on its line a text begins; 0 where anything else stands before it there."""
    before = span.source.text[max(0, span.start - DEEPEST) : span.start].rpartition("\n")[2]
    text = before + span.text[:DEEPEST]
    return 0 if before.strip() else len(text) - len(text.lstrip(" "))


@cache
def _particle_first() -> re.Pattern[str]:
    """A family name that its particle begins: ``de Vries``, ``d’Alembert``, ``al-Rawi``; no article goes on with a title."""
    particles = {word for field in ("particles", "list_particles", "joined_particles") for word in words(field)}
    first = alternatives(particles.difference(words("filing_articles")))
    return re.compile(rf"(?:{first})\s?(?:(?:{alternatives(particles)})\s?){{0,2}}[{UPPER}]")


def ending(span: Span) -> str:
    """The last characters of a span without white space at the end: notes and entries may grow to any length."""
    text = span.source.text
    end = span.end
    while end > span.start and text[end - 1].isspace():
        end -= 1
    return text[max(span.start, end - ENDING) : end]


def are_apart(above: Span, below: Span) -> bool:
    """Whether anything but white space stands between two spans."""
    if above.source is not below.source or below.start - above.end > ENDING:
        return True
    return bool(above.source.text[above.end : below.start].strip())
