"""The part of a page that a URL names: an anchor, a piece of text, or a page of a PDF file."""

from __future__ import annotations

import re
import zlib
from urllib.parse import unquote

from citecheck.links.page import is_html, is_pdf, names, read_page
from citecheck.model.answer import Answer

TEXT = ":~:text="
LIMIT = 1 << 20
"""Bytes that one compressed stream of a PDF file may have."""
LINEARIZED = re.compile(rb"/Linearized\b[^>]{0,400}?/N\s{1,9}(\d{1,7})")
COUNT = re.compile(
    rb"/Type\s{0,9}/Pages\b[^>]{0,9000}?/Count\s{1,9}(\d{1,7})|/Count\s{1,9}(\d{1,7})[^>]{0,9000}?/Type\s{0,9}/Pages\b"
)
STREAM = re.compile(rb"/ObjStm\b[^>]{0,400}>>\s{0,9}stream\r?\n")
DYNAMIC = re.compile(r"[=/!?&]")
"""What stands in fragments that a script reads and no page has."""


def missing_fragment(answer: Answer, fragment: str) -> str | None:
    """The part of ``fragment`` that the page lacks; None where it is there, or where that cannot be told."""
    if not fragment:
        return None
    if is_pdf(answer):
        return _missing_page(answer, fragment)
    if not is_html(answer):
        return None
    anchor, sign, directives = fragment.partition(TEXT)
    if sign:
        return _missing_text(answer, directives)
    return None if not _can_be_told(answer, anchor) or _has_anchor(answer, anchor) else fragment


def _can_be_told(answer: Answer, anchor: str) -> bool:
    """Whether a page that has no such anchor is certain to lack it. The top of a page is always there."""
    if DYNAMIC.search(anchor) or unquote(anchor).lower() in ("", "top"):
        return False
    return answer.complete and not read_page(answer).scripted


def _has_anchor(answer: Answer, anchor: str) -> bool:
    """Whether a page has a name for an anchor. Hosts of code put a prefix before what their users write."""
    wanted = unquote(anchor)
    return not names(answer).isdisjoint((wanted, anchor, f"user-content-{wanted}"))


def _missing_text(answer: Answer, directives: str) -> str | None:
    """The first piece of text that the page does not show. Where the page was cut, it may stand further down."""
    if not answer.complete:
        return None
    page = read_page(answer, whole=True)
    if page.scripted:
        return None
    shown = _plain(page.text)
    for directive in directives.split("&"):
        piece = directive.removeprefix("text=")
        at = 0
        for part in piece.split(","):
            wanted = _plain(unquote(part.removesuffix("-") if part.endswith("-") else part.removeprefix("-")))
            found = shown.find(wanted, at)
            if found == -1:
                return TEXT + directive.removeprefix("text=")
            at = found + len(wanted)
    return None


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("\u00a0", " ").replace("\u00ad", "").split())


def _missing_page(answer: Answer, fragment: str) -> str | None:
    """``page=12`` where a PDF file has fewer pages."""
    asked = re.search(r"(?:^|&)page=(\d{1,7})(?:&|$)", fragment)
    if asked is None:
        return None
    pages = page_count(answer.body, answer.complete)
    return f"page={asked.group(1)}" if pages is not None and not 1 <= int(asked.group(1)) <= pages else None


def page_count(body: bytes, complete: bool) -> int | None:
    """The pages of a PDF file, of which the beginning may do; None where that cannot be told."""
    linearized = LINEARIZED.search(body, 0, 2048)
    if linearized is not None:
        return int(linearized.group(1))
    if not complete or b"/Encrypt" in body:
        return None
    counts = [int(one or other) for one, other in COUNT.findall(body)]
    for match in STREAM.finditer(body):
        try:
            inner = zlib.decompressobj().decompress(body[match.end() :], LIMIT)
        except zlib.error:
            continue
        counts += [int(one or other) for one, other in COUNT.findall(inner)]
    return max(counts, default=None)
