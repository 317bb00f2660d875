"""Addresses that no document prints and that are asked for all the same: where a page sends its reader, and one that
nobody made."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urljoin

from citecheck.links.address import Address, origin_of, split, without_fragment, without_user
from citecheck.links.page import is_html, read_page
from citecheck.model.answer import Answer

REFRESH = re.compile(rb"refresh", re.IGNORECASE)
LITTLE = 500
"""Characters of visible text that a page has at most which only sends its reader on."""


def sent_on(answer: Answer) -> str | None:
    """Where a page with next to nothing on it sends its reader by itself."""
    if answer.status != 200 or not is_html(answer) or REFRESH.search(answer.body) is None:
        return None
    page = read_page(answer)
    if page.refresh is None or len(page.text) > LITTLE:
        return None
    target = _beside(answer.final_url, page.refresh)
    address = Address.of(target)
    if address is None or address.scheme not in ("http", "https"):
        return None
    known = {hop.url for hop in answer.hops} | {answer.final_url}
    return None if without_fragment(target)[0] in known else target


def _beside(url: str, target: str) -> str:
    """Where a target leads from an address, which keeps its user's name for its own host; empty where that is
    nowhere."""
    try:
        joined = urljoin(url, target)
    except ValueError:
        return ""
    return joined if origin_of(joined) == origin_of(url) else without_user(joined)


def made_up(url: str) -> str:
    """An address beside this one that nobody made: the last part of its path, or the values of its query, replaced."""
    parts = split(url)
    if parts is None:
        return url
    token = "no-such-page-" + hashlib.sha256(parts.netloc.encode("utf-8", "replace")).hexdigest()[:10]
    if parts.query:
        query = "&".join(
            f"{name}{sign}{token}" for name, sign, _ in (one.partition("=") for one in parts.query.split("&"))
        )
        return parts._replace(query=query, fragment="").geturl()
    folder, _, last = parts.path.rstrip("/").rpartition("/")
    stem, dot, ending = last.rpartition(".")
    name = f"{token}.{ending}" if dot and stem and ending.isalnum() and len(ending) <= 5 else token
    return parts._replace(path=f"{folder}/{name}", fragment="").geturl()
