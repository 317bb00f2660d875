"""A web page as far as a link checker must read it: title, main heading, what it wants, what it names."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

from msgspec import Struct

from citecheck.languages.folding import fold
from citecheck.model.answer import Answer

HEAD = 65_536
"""Characters in which title, heading and forms are looked for."""
SHORT = 200
"""Characters of visible text below which a page with scripts is taken for one that only scripts make."""

HTML_TYPES = ("text/html", "application/xhtml+xml", "text/xml", "application/xml")
CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{1,40})")
NAMES = re.compile(r"""\b(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'=<`]+))""", re.IGNORECASE)
UNSEEN = frozenset(("script", "style", "noscript", "template", "head", "svg"))
VOID = frozenset(("input", "meta", "br", "img", "hr", "link", "source", "wbr", "area", "base", "col", "embed", "track"))


class Page(Struct, frozen=True):
    """What a page says. ``words`` are those of the visible text, ``names`` the fragments that it has, ``refresh`` where
    it sends its reader after a moment, ``scripted`` whether only scripts would show what it holds."""

    title: str = ""
    heading: str = ""
    text: str = ""
    password: bool = False
    refresh: str | None = None
    scripted: bool = False

    def same_as(self, other: Page) -> bool:
        """Whether two addresses show what a person would call the same page."""
        if (fold(self.title), fold(self.heading)) == (fold(other.title), fold(other.heading)):
            return True
        mine, its = set(fold(self.text).split()), set(fold(other.text).split())
        return bool(mine) and len(mine & its) >= 0.9 * len(mine | its)


def is_html(answer: Answer) -> bool:
    """Whether an answer is a page of HTML, by its type or, where it names none, by its look."""
    kind = answer.media_type
    return kind in HTML_TYPES or (not kind and answer.body[:512].lstrip()[:1] == b"<")


def is_pdf(answer: Answer) -> bool:
    """Whether an answer is a PDF file."""
    return answer.media_type == "application/pdf" or answer.body[:1024].lstrip().startswith(b"%PDF-")


def source(answer: Answer) -> str:
    """The text of a page, decoded as it says."""
    charset = CHARSET.search(answer.headers.get("content-type", "").encode("ascii", "replace")) or CHARSET.search(
        answer.body[:2048]
    )
    name = charset.group(1).decode("ascii") if charset else "utf-8"
    try:
        return answer.body.decode(name, "replace")
    except (LookupError, ValueError):
        return answer.body.decode("utf-8", "replace")


@lru_cache(maxsize=8)
def read_page(answer: Answer, *, whole: bool = False) -> Page:
    """What the page of an answer says; ``whole`` reads all of its text and not only its beginning."""
    if not is_html(answer):
        return Page()
    text = source(answer)
    reader = _Reader()
    # Never closed: what is left open at the end would be looked at again and again.
    with contextlib.suppress(AssertionError, ValueError, RecursionError):
        reader.feed(text if whole else text[:HEAD])
    seen = " ".join("".join(reader.seen).split())
    return Page(
        title=" ".join("".join(reader.titles["title"]).split()),
        heading=" ".join("".join(reader.titles["h1"] or reader.titles["h2"]).split()),
        text=seen,
        password=reader.password,
        refresh=reader.refresh,
        scripted=reader.scripts > 0 and len(seen) < SHORT,
    )


def names(answer: Answer) -> frozenset[str]:
    """The names that fragments can mean in the page of an answer."""
    found = (match.group(match.lastindex or 1) for match in NAMES.finditer(source(answer)) if match.lastindex)
    return frozenset(unescape(name) for name in found)


class _Reader(HTMLParser):
    """Gathers what `Page` holds."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.titles: dict[str, list[str]] = {"title": [], "h1": [], "h2": []}
        self.seen: list[str] = []
        self.password = False
        self.refresh: str | None = None
        self.scripts = 0
        self.into: list[str] | None = None
        self.ends = ""
        self.hidden = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what a tag opens."""
        self.scripts += tag == "script"
        self._hide(tag)
        # Of several titles or headings of one kind the first counts.
        if tag in self.titles and not self.titles[tag]:
            self.into, self.ends = self.titles[tag], tag
        given = {name: value or "" for name, value in attrs}
        if tag == "input":
            self.password |= given.get("type", "").lower() == "password"
        if tag == "meta" and self.refresh is None and self.hidden != "noscript":
            self.refresh = _refresh(given)
        if tag not in VOID:
            self.seen.append(" ")

    def _hide(self, tag: str) -> None:
        """Notes whether what follows a tag can be seen."""
        if tag in UNSEEN and not self.hidden:
            self.hidden = tag
        if tag == "body" and self.hidden == "head":
            self.hidden = ""

    def handle_endtag(self, tag: str) -> None:
        """Notes what a tag closes."""
        if tag == self.ends:
            self.into, self.ends = None, ""
        if tag == self.hidden:
            self.hidden = ""
        self.seen.append(" ")

    def handle_data(self, data: str) -> None:
        """Takes text in."""
        if self.into is not None:
            self.into.append(data)
        if not self.hidden:
            self.seen.append(data)


def _refresh(meta: Mapping[str, str]) -> str | None:
    """The address of ``5; url=…``; None where there is none or where a reader has time to read."""
    if meta.get("http-equiv", "").lower() != "refresh":
        return None
    delay, _, rest = meta.get("content", "").replace(",", ";", 1).partition(";")
    name, _, target = rest.strip().partition("=")
    target = target.strip().strip("'\"").strip()
    try:
        soon = float(delay.strip() or 0) <= 10
    except ValueError:
        soon = False
    return target if soon and target and name.strip().lower() == "url" else None
