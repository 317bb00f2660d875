"""Addresses taken apart, with what may be printed of them and what of two of them is the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from citecheck.languages.pages import HOME_SEGMENTS

LANGUAGE_SEGMENT = re.compile(r"[a-z]{2}(?:[-_][a-z]{2,4})?\Z", re.IGNORECASE)
HOME_PARAMETERS = re.compile(r"(?:lang|language|locale|lng|hl|l)\Z|utm_", re.IGNORECASE)
NUMBERED = re.compile(r"\d|\.[a-z]{2,5}\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
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
        left = [part for part in self.segments if part.lower() not in HOME_SEGMENTS]
        return not left or (len(left) == 1 and LANGUAGE_SEGMENT.match(left[0]) is not None)

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


def without_fragment(url: str) -> tuple[str, str]:
    """The address, and the fragment as it is written."""
    front, _, fragment = url.partition("#")
    return front, fragment


def host_of(url: str) -> str:
    """The host in lower case; empty where there is none."""
    address = Address.of(url)
    return address.host if address is not None else ""


def same_site(one: str, other: str) -> bool:
    """Whether two hosts belong together: the last two labels are the same, or the last three under a second-level suffix."""
    return _registered(one) == _registered(other)


def _registered(host: str) -> str:
    labels = host.split(".")
    if labels[-1].isdigit():
        return host
    short = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3
    return ".".join(labels[-3:] if short else labels[-2:])
