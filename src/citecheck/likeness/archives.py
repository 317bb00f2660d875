"""Archives of the web and of data: addresses that keep a copy for good, beside the address that they are a copy of."""

from __future__ import annotations

import re

__all__ = ["archived", "is_archived"]

ARCHIVES = (
    "perma.cc/",
    *(f"archive.{ending}/" for ending in ("today", "is", "ph", "li", "fo", "md", "vn")),
    *("web.archive.org/", "archive.org/web/", "wayback.archive-it.org/", "webcitation.org/", "ghostarchive.org/"),
    *("arquivo.pt/", "vefsafn.is/", "webarchive.nationalarchives.gov.uk/", "webarchive.org.uk/", "webarchive.loc.gov/"),
    *("megalodon.jp/", "freezepage.com/", "archive.softwareheritage.org/", "zenodo.org/"),
    *(f"{resolver}10.5281/zenodo." for resolver in ("doi.org/", "dx.doi.org/", "")),
    *(f"{resolver}10.6084/m9.figshare." for resolver in ("doi.org/", "dx.doi.org/", "")),
)
"""The beginnings of addresses in permanent archives, without scheme and ``www.``."""
SCHEME = re.compile(r"(?:https?:/{1,2})?(?:www\.)?", re.IGNORECASE)
KEPT = re.compile(r"/\d{4,14}\*?(?:[a-z]{2}_)?/(?=\S)", re.IGNORECASE)
"""The day of a copy, before the address of what it keeps."""


def is_archived(url: str) -> bool:
    """Whether an address is that of a copy in a permanent archive."""
    return SCHEME.sub("", url, count=1).casefold().startswith(ARCHIVES)


def archived(url: str) -> str | None:
    """The address of what a copy in an archive keeps, where its own address tells; nothing for any other address."""
    kept = KEPT.search(url) if is_archived(url) else None
    return url[kept.end() :] if kept is not None else None
