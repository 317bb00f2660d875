"""LinkReport: what became of every URL that a report prints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from citecheck.model.answer import Hop
from citecheck.model.credentials import without_credentials
from citecheck.model.document import Document
from citecheck.model.phrase import Phrase


class LinkStatus(StrEnum):
    """The verdict on a URL."""

    OK = "ok"
    MOVED = "moved"
    """It lives, under another address for good."""
    DEAD = "dead"
    """It is gone: 404, 410, an unknown host, a refused connection, each confirmed by a second try."""
    SOFT_404 = "soft_404"
    """It answers with a page that says that it is not there."""
    HOME = "home"
    """It was the address of a page and now leads to the site's home page."""
    UNVERIFIABLE = "unverifiable"
    """A wall stands before it: a person must look."""
    INSECURE = "insecure"
    """No secure connection: its certificate does not verify."""
    UNREACHABLE = "unreachable"
    """It did not answer properly, however often it was tried."""
    SKIPPED = "skipped"
    """It was not asked for."""


LIVING = frozenset((LinkStatus.OK, LinkStatus.MOVED))
"""The verdicts that say that a reader finds the page."""


def redacted(url: str) -> str:
    """The address as it may be printed: user name and password left out."""
    return without_credentials(url)


def leaves_https(old: str, new: str) -> bool:
    """Whether who goes from one address to the other gives up encryption."""
    return old[:6].lower() == "https:" and new[:5].lower() == "http:"


class Try(Struct, frozen=True):
    """One try as it went: ``outcome`` is the status, or what failed."""

    url: str
    outcome: str
    elapsed_ms: int
    browser: bool = False


class Archived(Struct, frozen=True):
    """An archived copy of a page, and the day it is of (ISO)."""

    url: str
    day: str


class Link(Struct, frozen=True):
    """One distinct URL with its verdict and all that was seen.

    ``reason`` says in words what was seen. ``new_url`` is where a moved page lives now, ``missing_fragment`` the part
    of the page that the URL names and the page lacks. ``cached`` marks a verdict of an earlier run. ``saved`` tells
    whether an archive made a copy, and None where nobody wanted one; ``archive_answered`` whether the archives said all
    that they know, and None where they were not asked. ``untold`` says why no archive was told of it although that was
    wanted.
    """

    url: str
    status: LinkStatus
    reason: Phrase
    http_status: int | None = None
    final_url: str | None = None
    redirects: tuple[Hop, ...] = ()
    tries: tuple[Try, ...] = ()
    new_url: str | None = None
    missing_fragment: str | None = None
    browser_headers: bool = False
    archived: Archived | None = None
    saved: bool | None = None
    archive_answered: bool | None = None
    untold: Phrase | None = None
    cached: bool = False

    @property
    def unencrypted(self) -> str | None:
        """Where the first redirect leads that gives up encryption; None where none does."""
        return next((hop.target for hop in self.redirects if leaves_https(hop.url, hop.target)), None)

    @property
    def elapsed_ms(self) -> int:
        """How long all tries took together."""
        return sum(one.elapsed_ms for one in self.tries)


class LinkReport(Struct, frozen=True, dict=True):
    """The URLs of all versions of a report, each once, in the order in which they are first printed.

    ``interrupted`` is the name of the signal that ended the run before all were tried; ``warnings`` are things to tell
    the user that concern no single URL, in words of the interface.
    """

    documents: tuple[Document, ...]
    links: tuple[Link, ...]
    interrupted: str | None = None
    warnings: tuple[Phrase, ...] = ()

    def __repr__(self) -> str:
        # Never shown as a whole: asyncio writes down what a task returns, and for a long report that takes 150 MB.
        return f"LinkReport({len(self.links)} links)"

    @cached_property
    def by_url(self) -> Mapping[str, Link]:
        """The links by their URL as printed."""
        return {link.url: link for link in self.links}

    @cached_property
    def counts(self) -> Mapping[LinkStatus, int]:
        """How many links have each verdict."""
        found = dict.fromkeys(LinkStatus, 0)
        for link in self.links:
            found[link.status] += 1
        return found


ADDRESS = r"\Ahttps?://[^\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff<>\"{}|\\^`]+\Z"
"""An address without what would end it in a text, or change how the text looks."""
ORIGIN = re.compile(r"(?:(https?)://)?(\[[\da-f:.]+\]|[^\s/:@?#\[\]]+)(?::(\d{1,5}))?/?", re.IGNORECASE)
PORTS = {"https": 443, "http": 80}


class Origin(Struct, frozen=True):
    """Who is meant by a scheme, a host and a port."""

    scheme: str
    host: str
    port: int

    @staticmethod
    def of(name: str) -> Origin | None:
        """What a name of ``[links.hosts]`` means: ``example.org`` is https on its port, ``http://example.org:8080``
        says all."""
        match = ORIGIN.fullmatch(name)
        if match is None or int(match[3] or 1) not in range(1, 65536):
            return None
        scheme = (match[1] or "https").lower()
        return Origin(scheme, match[2].lower().strip("[]"), int(match[3] or PORTS[scheme]))

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + (f":{self.port}" if self.port != PORTS[self.scheme] else "")


class HostSettings(Struct, frozen=True):
    """What is set for one host and those below it, its headers for itself alone. None and empty mean that nothing is.

    ``accept`` are statuses that count as an answer, ``treat_as`` is the verdict that its URLs get without being asked
    for.
    """

    headers: tuple[tuple[str, str], ...] = ()
    concurrency: int | None = None
    interval: float | None = None
    treat_as: LinkStatus | None = None
    accept: tuple[int, ...] = ()

    def __repr__(self) -> str:
        return f"HostSettings({len(self.headers)} headers)"  # Which may hold a secret.


NO_HOST_SETTINGS = HostSettings()


class LinkSettings(Struct, frozen=True):
    """How URLs are asked for. Times are in seconds; ``cache_ttl`` is how long a success counts.

    ``allow_private`` are networks (``10.0.0.0/8``) whose addresses may be asked, all of them where it holds ``*``.
    ``tell_queries`` tells archives of addresses too whose query looks like a secret.
    """

    exclude: tuple[str, ...] = ()
    hosts: tuple[tuple[str, HostSettings], ...] = ()
    concurrency: int = 32
    per_host: int = 4
    interval: float = 0.1
    timeout: float = 10.0
    retries: int = 2
    max_redirects: int = 10
    browser_headers: bool = False
    allow_private: tuple[str, ...] = ()
    cache: bool = True
    refresh: bool = False
    cache_ttl: float = 7 * 86400.0
    offline: bool = False
    archive: bool = False
    save: bool = False
    tell_queries: bool = False

    def host(self, name: str) -> HostSettings:
        """What is set for a host: the setting of the longest name that is its own or one above it, whatever port it
        names."""
        found, best = NO_HOST_SETTINGS, (-1, False)
        for one, settings in self.hosts:
            origin = Origin.of(one)
            if origin is None or not (name == origin.host or name.endswith(f".{origin.host}")):
                continue
            rank = len(origin.host), one == origin.host
            if rank > best:
                found, best = settings, rank
        return found

    def headers(self, to: Origin) -> tuple[tuple[str, str], ...]:
        """The headers that are set for just this scheme, host and port: they may hold a secret."""
        return next((settings.headers for one, settings in self.hosts if settings.headers and Origin.of(one) == to), ())

    def headers_kept(self, to: Origin) -> str | None:
        """The name for whose host headers are set that do not go to this scheme, host or port; None where none is."""
        if self.headers(to):
            return None
        names = ((one, Origin.of(one)) for one, settings in self.hosts if settings.headers)
        return next((one for one, its in names if its and f".{to.host}".endswith(f".{its.host}")), None)
