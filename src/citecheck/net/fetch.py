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


class _Chain(Struct):
    """What one try has been through so far."""

    url: str
    at: str
    hops: tuple[Hop, ...] = ()
    elapsed: float = 0.0
    cookie: bool = False
    public: bool = False

    def answer(self, reply: Reply, browser: bool, hopeless: bool = False) -> Answer:
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
            browser=browser,
            cookie=self.cookie,
            hopeless=hopeless,
            unread=reply.unread,
            public=self.public,
        )

    def failed(self, failure: Failure, browser: bool, detail: str = "", status: int | None = None) -> Answer:
        """A try that ends here for a reason of its own."""
        return self.answer(_Failed(status, failure, detail), browser)


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
        """One try for an address, its redirects included; `citecheck.links.asking.Fetch` says what the arguments mean."""
        if attempt:
            await self._clock.sleep(self._hosts.back_off(attempt))
        chain, jar = _Chain(url, url), Jar()
        seen: set[tuple[str, str]] = set()
        while True:
            parts = _parts(chain.at)
            if parts is not None and parts.scheme not in ("http", "https"):
                return chain.failed(Failure.SCHEME, browser, parts.scheme)
            if parts is None or not parts.hostname or NO_HOST.search(parts.hostname):
                return chain.failed(Failure.BAD_URL, browser, redacted(chain.at))
            host, origin = parts.hostname, _origin(parts)
            secure, party = origin.scheme == "https", _party(origin)
            cookies = jar.header(party, secure=secure)
            seen.add((chain.at, cookies))
            reply = await self._one(chain, parts, cookies, browser, WHOLE if whole else BEGINNING, timeout, every)
            chain.public = reply.public if not chain.hops else chain.public
            busy = self._note(host, reply)
            new = jar.take(party, reply.cookies, secure=secure)
            target = reply.headers.get("location", "") if reply.status in REDIRECTS else ""
            if not target:
                sent = jar.header(party, secure=secure)
                if new and reply.status in WITH_COOKIE and (chain.at, sent) not in seen:
                    before, elapsed = chain.cookie, chain.elapsed
                    chain.cookie = True
                    other = await self._one(chain, parts, sent, browser, WHOLE if whole else BEGINNING, timeout, every)
                    if other.status is not None and 200 <= other.status < 300:
                        return chain.answer(other, browser)
                    chain.cookie, chain.elapsed = before, elapsed
                return chain.answer(reply, browser, busy)
            to = _joined(chain.at, target, origin)
            chain.hops = (*chain.hops, Hop(chain.at, reply.status or 0, to or target))
            if to is None:
                return chain.failed(Failure.BAD_URL, browser, redacted(target), reply.status)
            chain.at = to
            if len(chain.hops) > self._settings.max_redirects:
                return chain.failed(Failure.TOO_MANY_REDIRECTS, browser)
            there = _parts(to)
            if there is not None and there.hostname:
                again = (to, jar.header(_party(_origin(there)), secure=there.scheme == "https"))
                if again in seen:
                    return chain.failed(Failure.LOOP, browser)
                chain.cookie = chain.cookie or any(url == to for url, _ in seen)

    async def _one(
        self,
        chain: _Chain,
        parts: SplitResult,
        cookies: str,
        browser: bool,
        limit: int,
        timeout: float | None,
        every: float | None,
    ) -> Reply:
        """One request in its host's turn."""
        host = parts.hostname or ""
        headers = {**(BROWSER if browser else self._headers), **self._set_for(parts)}
        headers |= {"Cookie": cookies} if cookies else {}
        async with self._hosts.turn(host, every):
            self.requests += 1
            start = self._clock.monotonic()
            reply = await self._ask(chain.at, parts, headers, limit, timeout)
            chain.elapsed += self._clock.monotonic() - start
        return reply

    def _set_for(self, parts: SplitResult) -> dict[str, str]:
        """The headers that are set for who is asked, and for no other scheme or port; it is said where some were kept back."""
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
