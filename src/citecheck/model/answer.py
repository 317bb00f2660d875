"""Answer: what asking for one address once came to, redirects included. Whoever asks the network makes it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct, field

NO_HEADERS: Mapping[str, str] = MappingProxyType({})


class Failure(StrEnum):
    """Why there is no answer, or none that can be followed to its end."""

    UNKNOWN_HOST = "unknown-host"
    """The name of the host does not exist."""
    RESOLVER = "resolver"
    """The name could not be looked up."""
    REFUSED = "refused"
    """The host refuses the connection."""
    NO_ROUTE = "no-route"
    """There is no way to the host, or it cannot be connected to for another reason."""
    CONNECT_TIMEOUT = "connect-timeout"
    """The host did not accept the connection in time."""
    TIMEOUT = "timeout"
    """The host took too long to answer."""
    RESET = "reset"
    """The connection broke before there was an answer."""
    PROTOCOL = "protocol"
    """What came is no valid HTTP."""
    CERTIFICATE = "certificate"
    """The certificate does not verify; the answer's ``detail`` says why."""
    TLS = "tls"
    """No secure connection could be agreed on."""
    LOOP = "loop"
    """The redirects go round in a circle."""
    TOO_MANY_REDIRECTS = "too-many-redirects"
    """There are more redirects than are followed."""
    PRIVATE = "private"
    """The address is not a public one; nothing was sent to it."""
    SCHEME = "scheme"
    """A redirect leads to something other than http and https."""
    BAD_URL = "bad-url"
    """The address, or the one that a redirect gives, cannot be asked for."""
    PROXY = "proxy"
    """The proxy does not do its part."""
    OTHER = "other"
    """Something else failed on this side; the answer's ``detail`` says what."""


UNCONNECTED = frozenset(
    (Failure.UNKNOWN_HOST, Failure.RESOLVER, Failure.REFUSED, Failure.NO_ROUTE, Failure.CONNECT_TIMEOUT, Failure.PROXY)
)
"""Failures that say that no host was reached."""


class Hop(Struct, frozen=True):
    """One redirect: the address that was asked for, the status it answered, and where that leads."""

    url: str
    status: int
    target: str


class Answer(Struct, frozen=True, eq=False):
    """What one try for ``url`` came to: the status and the page at the end of its redirects, or the failure.

    ``final_url`` is what was asked for last. ``headers`` have names in lower case. ``body`` is decoded and cut at a
    limit; ``complete`` tells whether it is all of it. ``browser`` tells whether a browser's headers were sent,
    ``cookie`` whether the page answered only when its own cookie came back, and ``hopeless`` that the host has asked
    too often to wait. ``unread`` names the compression of a body that could not be read, and that nobody asked for.
    ``public`` tells whether the host of ``url`` was seen to have public addresses and no other.
    """

    url: str
    final_url: str
    status: int | None = None
    failure: Failure | None = None
    detail: str = ""
    hops: tuple[Hop, ...] = ()
    headers: Mapping[str, str] = field(default_factory=lambda: NO_HEADERS)
    body: bytes = b""
    complete: bool = True
    elapsed_ms: int = 0
    browser: bool = False
    cookie: bool = False
    hopeless: bool = False
    unread: str = ""
    public: bool = False

    @property
    def media_type(self) -> str:
        """The type that the server gives the page, in lower case and without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()
