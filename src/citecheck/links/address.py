"""Addresses taken apart, with what may be printed of them and what of two of them is the same."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urlsplit

from msgspec import Struct

from citecheck.languages.pages import LANGUAGE_CODES, page_paths

REGION = re.compile(r"[-_](?:[a-z]{2}|[a-z]{4}|\d{3})\Z", re.IGNORECASE)
HOME_PARAMETERS = re.compile(r"(?:lang|language|locale|lng|hl|l)\Z|utm_", re.IGNORECASE)
UNFIT = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069<>\"{}|\\^`]")
"""What would end an address in a text, change its look, or make more of it than an address."""
NUMBERED = re.compile(r"\d|\.[a-z]{2,5}\Z", re.IGNORECASE)


class Address(Struct, frozen=True):
    """An address in parts: ``host`` in lower case without ``www.``, ``segments`` of the path without empty ones."""

    scheme: str
    host: str
    port: int | None
    segments: tuple[str, ...]
    query: str
    fragment: str
    user: bool

    @staticmethod
    def of(url: str) -> Address | None:
        """The parts of an address; None where it cannot be one."""
        parts = split(url)
        if parts is None:
            return None
        try:
            host, port = parts.hostname or "", parts.port
        except ValueError:
            return None
        segments = tuple(part for part in parts.path.split("/") if part)
        return Address(parts.scheme, host, port, segments, parts.query, parts.fragment, "@" in parts.netloc)

    @property
    def site(self) -> str:
        """The host without ``www.``"""
        return self.host.removeprefix("www.")

    @property
    def is_home(self) -> bool:
        """Whether it is the root of a site, the root of one of its languages, or a page that means the same."""
        if any(name and not HOME_PARAMETERS.match(name) for name in self._parameters()):
            return False
        left = [part for part in self.segments if part.lower() not in page_paths("home_paths")]
        return not left or (len(left) == 1 and REGION.sub("", left[0]).lower() in LANGUAGE_CODES)

    @property
    def is_deep(self) -> bool:
        """Whether it plainly is the address of one page among many: not a campaign's short address."""
        return not self.is_home and (
            len(self.segments) > 1 or bool(self.query) or any(NUMBERED.search(part) for part in self.segments)
        )

    def _parameters(self) -> list[str]:
        return [piece.partition("=")[0] for piece in self.query.split("&")]


def split(url: str) -> SplitResult | None:
    """The parts of an address; None where it cannot be one."""
    try:
        return urlsplit(url)
    except ValueError:
        return None


def printable(url: str) -> str:
    """An address of somebody else's making with what stands in none escaped, so that it can be put into a text."""
    return UNFIT.sub(lambda match: quote(match.group()), url)


def without_fragment(url: str) -> tuple[str, str]:
    """The address, and the fragment as it is written."""
    front, _, fragment = url.partition("#")
    return front, fragment


def without_user(url: str) -> str:
    """The address without a user name and password."""
    parts = split(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl() if parts and "@" in parts.netloc else url


def host_of(url: str) -> str:
    """The host in lower case; empty where there is none."""
    address = Address.of(url)
    return address.host if address is not None else ""


def origin_of(url: str) -> str:
    """The scheme, the host and the port of an address; the address itself where it is none."""
    parts = split(url)
    return f"{parts.scheme}://{parts.netloc}".lower() if parts is not None else url
