"""Archives of the web and of data: addresses that keep a copy for good, beside the address that they are a copy of."""

from __future__ import annotations

import re

__all__ = ["archived", "is_archived"]

KEPT = re.compile(
    r"(?:https?:/{1,2})?(?:www\.)?(?:"
    r"web\.archive\.org/(?:web|save)|wayback\.archive-it\.org/\d+|archive-it\.org/\w+|arquivo\.pt/(?:no)?wayback|vefsafn\.is/is"
    r"|webarchive\.(?:nationalarchives\.gov|org)\.uk/(?:ukgwa|wayback/archive)|webarchive\.loc\.gov/\w+"
    r"|archive\.(?:org/web|today|is|ph|li|fo|md|vn)"
    r")/\d{4,14}\*?(?:[a-z]{2}_)?/",
    re.IGNORECASE,
)
"""The beginning of an archive's copy, before the address of what it keeps."""
OPAQUE = re.compile(
    r"(?:https?:/{1,2})?(?:www\.)?(?:"
    r"perma\.cc/|archive\.(?:today|is|ph|li|fo|md|vn)/\w|webcitation\.org/|ghostarchive\.org/|megalodon\.jp/|freezepage\.com/"
    r"|web\.archive\.org/|arquivo\.pt/|webarchive\.nationalarchives\.gov\.uk/|archive\.softwareheritage\.org/"
    r"|(?:dx\.)?doi\.org/10\.5281/zenodo\.|zenodo\.org/|10\.5281/zenodo\.|(?:dx\.)?doi\.org/10\.6084/m9\.figshare\."
    r")",
    re.IGNORECASE,
)
"""The beginning of an archive's copy that does not tell what it keeps."""


def is_archived(url: str) -> bool:
    """Whether an address is that of a copy in a permanent archive."""
    return KEPT.match(url) is not None or OPAQUE.match(url) is not None


def archived(url: str) -> str | None:
    """The address of what a copy in an archive keeps, where its own address tells; nothing for any other address."""
    kept = KEPT.match(url)
    return (url[kept.end() :] or None) if kept is not None else None
