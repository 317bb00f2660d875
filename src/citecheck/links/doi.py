"""DOIs: whether one is registered, as the resolver's own interface says, and what that changes in a verdict."""

from __future__ import annotations

import json
import re

from msgspec.structs import replace

from citecheck.model.answer import Answer
from citecheck.model.links import Link, LinkStatus, Try, redacted
from citecheck.model.phrase import Phrase

RESOLVER = re.compile(r"\Ahttps?://(?:www\.|dx\.)?doi\.org/(10\.[0-9.]{4,12}/[^?#]+)", re.IGNORECASE)
API = "https://doi.org/api/handles/"
REGISTERED, UNKNOWN = 1, 100
"""The resolver's codes for a name that it knows and for one that it does not."""


def handle_url(url: str) -> str | None:
    """Where to ask whether the DOI of an address is registered; None where it is no DOI."""
    match = RESOLVER.match(url)
    return f"{API}{match.group(1)}?type=URL" if match else None


def registered(answer: Answer) -> bool | None:
    """What the resolver says of a DOI; None where it says nothing."""
    try:
        said = json.loads(answer.body)
        code = said["responseCode"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if code == REGISTERED:
        return True
    return False if code == UNKNOWN and answer.status in (200, 404) else None


def with_registration(link: Link, handle: Answer) -> Link:
    """The verdict on a DOI's address, given what the resolver says: a registered DOI behind a wall is fine."""
    known = registered(handle)
    outcome = handle.failure.value if handle.failure else str(handle.status)
    tries = (Try(redacted(handle.final_url), outcome, handle.elapsed_ms), *link.tries)
    link = replace(link, tries=tries)
    if known is None or link.status in (LinkStatus.OK, LinkStatus.SKIPPED):
        return link
    if not known:
        # A wall says nothing against the resolver; where the resolver itself leads to a page, that page counts.
        gone = link.status is LinkStatus.DEAD or not link.redirects
        return replace(link, status=LinkStatus.DEAD, reason=Phrase.of("doi-unknown")) if gone else link
    if link.status in (LinkStatus.UNVERIFIABLE, LinkStatus.UNREACHABLE):
        return replace(link, status=LinkStatus.OK, reason=Phrase.of("doi-registered"))
    if link.status is LinkStatus.DEAD:
        reason = Phrase.of("doi-landing-gone", outcome=link.tries[-1].outcome)
        return replace(link, status=LinkStatus.UNVERIFIABLE, reason=reason)
    return link
