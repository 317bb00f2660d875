"""One try for one address: its redirects, its cookies, each request in its host's turn."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Protocol
from urllib.parse import SplitResult, urljoin, urlsplit

from msgspec import Struct, field

from citecheck.model.answer import NO_HEADERS, Answer, Failure, Hop
from citecheck.model.links import PORTS, LinkSettings, Origin, redacted
from citecheck.model.phrase import Phrase
from citecheck.net.clock import Clock
from citecheck.net.cookies import Jar
from citecheck.net.hosts import Hosts, retry_after

WHOLE = 1 << 20
"""Bytes of a decoded body that are taken in at most."""
BEGINNING = 1 << 17
"""Bytes that do where only the head of a page is wanted."""
NO_HOST = re.compile(r"[\s%<>\"{}|\\^`]")
"""What stands in no host's name; httpx would escape it and look it up."""
HTTP = ("http", "https")
REDIRECTS = frozenset((301, 302, 303, 307, 308))
WITH_COOKIE = frozenset((400, 401, 403, 406, 412, 429, 503))
"""Statuses that a page may have only because its own cookie has not come back yet."""

HEADERS: Mapping[str, str] = {
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "en,fr;q=0.8,*;q=0.5",
}
BROWSER: Mapping[str, str] = {
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "en-US,en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Upgrade-Insecure-Requests": "1",
    "Sec-Fetch-Dest": "document",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-Site": "none",
    "Sec-Fetch-User": "?1",
}


class Reply(Protocol):
    """The answer to one request."""

    @property
    def status(self) -> int | None:
        """Its status."""

    @property
    def failure(self) -> Failure | None:
        """Why there is none."""

    @property
    def detail(self) -> str:
        """More about that."""

    @property
    def headers(self) -> Mapping[str, str]:
        """Its headers."""

    @property
    def cookies(self) -> Sequence[str]:
        """The cookies that it sets."""

    @property
    def body(self) -> bytes:
        """The beginning of its body."""

    @property
    def complete(self) -> bool:
        """Whether that is all of it."""

    @property
    def unread(self) -> str:
        """How a body is compressed that could not be read."""

    @property
    def public(self) -> bool:
        """Whether the host was seen to have public addresses and no other."""


class Ask(Protocol):
    """Sends one request."""

    async def __call__(
        self, url: str, parts: SplitResult, headers: Mapping[str, str], limit: int, timeout: float | None = None
    ) -> Reply:
        """The answer, or what failed."""


class _Manner(Struct, frozen=True):
    """How the requests of one try are made: with which headers, up to how many bytes, how long and how often."""

    browser: bool
    limit: int
    timeout: float | None
    every: float | None


class _Chain(Struct):
    """What one try has been through so far. ``seen`` are the addresses that were asked for, each with the cookies sent
    there."""

    url: str
    at: str
    browser: bool
    hops: tuple[Hop, ...] = ()
    elapsed: float = 0.0
    cookie: bool = False
    public: bool = False
    jar: Jar = field(default_factory=Jar)
    seen: set[tuple[str, str]] = field(default_factory=set)

    def cookies(self, parts: SplitResult) -> str:
        """The cookies that go to an address."""
        return self.jar.header(_party(_origin(parts)), secure=parts.scheme == "https")

    def takes(self, parts: SplitResult, reply: Reply) -> bool:
        """Takes in what a reply tells of its host; tells whether it brought a new cookie."""
        if not self.hops:
            self.public = reply.public
        return self.jar.take(_party(_origin(parts)), reply.cookies, secure=parts.scheme == "https")

    def follows(self, parts: SplitResult, reply: Reply, target: str, most: int) -> Answer | None:
        """Goes where a redirect leads; the answer where that is no address, was asked before or is one redirect too
        far."""
        to = _joined(self.at, target, _origin(parts))
        self.hops = (*self.hops, Hop(self.at, reply.status or 0, to or target))
        if to is None:
            return self.failed(Failure.BAD_URL, redacted(target), reply.status)
        self.at = to
        if len(self.hops) > most:
            return self.failed(Failure.TOO_MANY_REDIRECTS)
        there = _parts(to)
        if there is None or not there.hostname:
            return None
        if (to, self.cookies(there)) in self.seen:
            return self.failed(Failure.LOOP)
        self.cookie = self.cookie or any(url == to for url, _ in self.seen)
        return None

    def answer(self, reply: Reply, hopeless: bool = False) -> Answer:
        """What the try came to."""
        return Answer(
            url=self.url,
            final_url=self.at,
            status=reply.status,
            failure=reply.failure,
            detail=reply.detail,
            hops=self.hops,
            headers=reply.headers,
            body=reply.body,
            complete=reply.complete,
            elapsed_ms=round(self.elapsed * 1000),
            browser=self.browser,
            cookie=self.cookie,
            hopeless=hopeless,
            unread=reply.unread,
            public=self.public,
        )

    def unaskable(self) -> Answer:
        """A try that ends at an address of no host, or at one that is asked for in another way than by HTTP."""
        parts = _parts(self.at)
        if parts is not None and parts.scheme not in HTTP:
            return self.failed(Failure.SCHEME, parts.scheme)
        return self.failed(Failure.BAD_URL, redacted(self.at))

    def failed(self, failure: Failure, detail: str = "", status: int | None = None) -> Answer:
        """A try that ends here for a reason of its own."""
        return self.answer(_Failed(status, failure, detail))


class _Failed(Struct, frozen=True):
    """A reply that nobody sent."""

    status: int | None
    failure: Failure | None
    detail: str
    headers: Mapping[str, str] = field(default_factory=lambda: NO_HEADERS)
    cookies: Sequence[str] = ()
    body: bytes = b""
    complete: bool = True
    unread: str = ""
    public: bool = False


class Fetcher:
    """Asks for addresses. ``agent`` is what it calls itself."""

    def __init__(self, ask: Ask, hosts: Hosts, settings: LinkSettings, clock: Clock, agent: str) -> None:
        self._ask = ask
        self._hosts = hosts
        self._settings = settings
        self._clock = clock
        self._headers = {**HEADERS, "User-Agent": agent}
        self.requests = 0
        self.warnings: list[Phrase] = []

    async def fetch(
        self,
        url: str,
        *,
        attempt: int = 0,
        browser: bool = False,
        whole: bool = False,
        timeout: float | None = None,
        every: float | None = None,
    ) -> Answer:
        """One try for an address, its redirects included; `citecheck.links.asking.Fetch` says what the arguments
        mean."""
        if attempt:
            await self._clock.sleep(self._hosts.back_off(attempt))
        chain = _Chain(url, url, browser)
        manner = _Manner(browser, WHOLE if whole else BEGINNING, timeout, every)
        while True:
            parts = _askable(chain.at)
            if parts is None:
                return chain.unaskable()
            reply = await self._one(chain, parts, manner)
            busy = self._note(parts.hostname or "", reply)
            new = chain.takes(parts, reply)
            target = _target(reply)
            if not target:
                better = await self._with_cookie(chain, parts, manner, reply) if new else None
                return better or chain.answer(reply, busy)
            ended = chain.follows(parts, reply, target, self._settings.max_redirects)
            if ended is not None:
                return ended

    async def _with_cookie(self, chain: _Chain, parts: SplitResult, manner: _Manner, reply: Reply) -> Answer | None:
        """The page of an address that only wanted its own cookie back; None where it wants something else."""
        if reply.status not in WITH_COOKIE or (chain.at, chain.cookies(parts)) in chain.seen:
            return None
        before = chain.cookie, chain.elapsed
        chain.cookie = True
        page = await self._one(chain, parts, manner)
        if page.status is not None and 200 <= page.status < 300:
            return chain.answer(page)
        chain.cookie, chain.elapsed = before
        return None

    async def _one(self, chain: _Chain, parts: SplitResult, manner: _Manner) -> Reply:
        """One request in its host's turn."""
        cookies = chain.cookies(parts)
        chain.seen.add((chain.at, cookies))
        headers = {**(BROWSER if manner.browser else self._headers), **self._set_for(parts)}
        headers |= {"Cookie": cookies} if cookies else {}
        async with self._hosts.turn(parts.hostname or "", manner.every):
            self.requests += 1
            start = self._clock.monotonic()
            reply = await self._ask(chain.at, parts, headers, manner.limit, manner.timeout)
            chain.elapsed += self._clock.monotonic() - start
        return reply

    def _set_for(self, parts: SplitResult) -> dict[str, str]:
        """The headers that are set for who is asked, and for no other scheme or port; it is said where some were kept
        back."""
        origin = _origin(parts)
        kept = self._settings.headers_kept(origin)
        if kept is not None:
            said = Phrase.of("headers-kept", name=kept, to=str(origin))
            self.warnings += [said] if said not in self.warnings else []
        return dict(self._settings.headers(origin))

    def _note(self, host: str, reply: Reply) -> bool:
        """Lets a host that is busy sleep; tells whether it has asked so too often."""
        if reply.status is None:
            return False
        after = retry_after(reply.headers.get("retry-after", ""), self._clock.now())
        if reply.status == 429 or (reply.status == 503 and after is not None):
            return self._hosts.busy(host, after)
        self._hosts.awake(host)
        return False


def _parts(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _askable(url: str) -> SplitResult | None:
    """The parts of an address that a host can be asked for by HTTP."""
    parts = _parts(url)
    if parts is None or parts.scheme not in HTTP or not parts.hostname or NO_HOST.search(parts.hostname):
        return None
    return parts


def _target(reply: Reply) -> str:
    """Where a redirect leads, as it says; empty where a reply is none."""
    return reply.headers.get("location", "") if reply.status in REDIRECTS else ""


def _origin(parts: SplitResult) -> Origin:
    return Origin(parts.scheme, parts.hostname or "", parts.port or PORTS.get(parts.scheme, 0))


def _party(origin: Origin) -> str:
    """Whose cookies are whose: a host's own, and those of a service at another port."""
    return origin.host if origin.port in PORTS.values() else f"{origin.host}:{origin.port}"


def _joined(base: str, target: str, origin: Origin) -> str | None:
    """The address that a redirect leads to, without its fragment, which no server sees; None where it is none.

    A user name and a password are for the ``origin`` that they were printed for: to no other they are passed on.
    """
    try:
        joined = urljoin(base, target.strip().replace("\\", "/"))
        parts = urlsplit(joined)
        same = _origin(parts) == origin
    except ValueError:
        return None
    if not same:
        parts = parts._replace(netloc=parts.netloc.rpartition("@")[2])
    return parts._replace(fragment="").geturl() if parts.scheme else None
