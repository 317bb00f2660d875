"""The one importer of httpx: one request, its answer or what failed, and never an exception."""

from __future__ import annotations

import asyncio
import base64
import socket
import ssl
import urllib.request
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import SplitResult, unquote

import httpx
from msgspec import Struct, field
from msgspec.structs import replace

from citecheck.model.answer import NO_HEADERS, Failure
from citecheck.net.guard import Guard, GuardedBackend, IPNetwork, NotConnected, Resolve, Resolver
from citecheck.net.names import is_this_machine

BODY_SECONDS = 5.0
"""How long a body may take; what has come by then is enough to judge by."""
PLAIN = frozenset(("", "identity", "none", "utf-8", "utf8", "binary", "8bit"))
"""Content encodings that change nothing, with what servers write there by mistake."""
LONGEST_NAME = 40
KEPT_ALIVE = 16
"""Connections that are kept for the next request: the pool looks at all of them each time."""

FAILURES: Mapping[type[Exception], Failure] = {
    httpx.ConnectTimeout: Failure.CONNECT_TIMEOUT,
    httpx.ReadTimeout: Failure.TIMEOUT,
    httpx.WriteTimeout: Failure.TIMEOUT,
    httpx.PoolTimeout: Failure.TIMEOUT,
    httpx.TimeoutException: Failure.TIMEOUT,
    httpx.ConnectError: Failure.NO_ROUTE,
    httpx.ReadError: Failure.RESET,
    httpx.WriteError: Failure.RESET,
    httpx.CloseError: Failure.RESET,
    httpx.NetworkError: Failure.RESET,
    httpx.RemoteProtocolError: Failure.PROTOCOL,
    httpx.LocalProtocolError: Failure.BAD_URL,
    httpx.ProtocolError: Failure.PROTOCOL,
    httpx.ProxyError: Failure.PROXY,
    httpx.UnsupportedProtocol: Failure.SCHEME,
    httpx.TransportError: Failure.OTHER,
    httpx.DecodingError: Failure.PROTOCOL,
    httpx.TooManyRedirects: Failure.TOO_MANY_REDIRECTS,
    httpx.RequestError: Failure.OTHER,
    httpx.HTTPStatusError: Failure.OTHER,
    httpx.HTTPError: Failure.OTHER,
    httpx.InvalidURL: Failure.BAD_URL,
    httpx.CookieConflict: Failure.OTHER,
    httpx.StreamConsumed: Failure.OTHER,
    httpx.StreamClosed: Failure.RESET,
    httpx.ResponseNotRead: Failure.OTHER,
    httpx.RequestNotRead: Failure.OTHER,
    httpx.StreamError: Failure.OTHER,
}
"""What each of httpx's exceptions means, where nothing beneath it says more."""

CERTIFICATE_FAULTS: Mapping[int, str] = {
    9: "not-yet-valid",
    10: "expired",
    18: "self-signed",
    19: "self-signed",
    20: "unknown-issuer",
    21: "unknown-issuer",
    23: "revoked",
    62: "other-host",
    64: "other-host",
}
"""OpenSSL's numbers for why a certificate does not verify."""


class Reply(Struct, frozen=True):
    """The answer to one request. ``cookies`` are its ``Set-Cookie`` lines, ``unread`` is how a body is compressed that
    could not be read, ``public`` tells whether the host was seen to have public addresses and no other."""

    status: int | None = None
    failure: Failure | None = None
    detail: str = ""
    headers: Mapping[str, str] = field(default_factory=lambda: NO_HEADERS)
    cookies: tuple[str, ...] = ()
    body: bytes = b""
    complete: bool = True
    unread: str = ""
    public: bool = False


class Client:
    """Sends requests, each within its time. Opened and closed by whoever makes it."""

    def __init__(self, timeout: float, allowed: Sequence[IPNetwork] = (), resolve: Resolve | None = None) -> None:
        self._timeout = timeout
        self._resolver = Resolver()
        self._guard = Guard(allowed, resolve or self._resolver.look_up)
        self._proxies = urllib.request.getproxies()
        self._transports: dict[str, httpx.AsyncHTTPTransport] = {}
        self._context: ssl.SSLContext | None = None

    async def close(self) -> None:
        """Closes all connections."""
        self._resolver.close()
        for transport in self._transports.values():
            await transport.aclose()

    async def _transport(self, parts: SplitResult) -> httpx.AsyncHTTPTransport:
        """The way to a host: straight and guarded, or through the proxy that the environment names.

        Raises NotConnected where the host may not be asked.
        """
        return self._through(await self._proxy(parts))

    async def _proxy(self, parts: SplitResult) -> str:
        """The proxy through which the environment wants a host to be asked; empty where it is asked straight.

        Raises NotConnected where the host may not be asked.
        """
        proxy = self._proxies.get(parts.scheme) or self._proxies.get("all") or ""
        host = parts.hostname or ""
        if not proxy or is_this_machine(host) or urllib.request.proxy_bypass(host):
            return ""
        await self._guard.judge_for_proxy(host, parts.port or (443 if parts.scheme == "https" else 80))
        return proxy if "://" in proxy else f"http://{proxy}"

    def _through(self, proxy: str) -> httpx.AsyncHTTPTransport:
        """The way through a proxy, or the guarded one without any. Raises NotConnected where that cannot be guarded."""
        if proxy in self._transports:
            return self._transports[proxy]
        # Making the context takes longer than a request, so all share one. It reads the environment's certificates.
        self._context = self._context or httpx.create_ssl_context(trust_env=True)
        made = httpx.AsyncHTTPTransport(
            verify=self._context,
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=KEPT_ALIVE, keepalive_expiry=5.0),
            proxy=proxy or None,
            trust_env=False,
        )
        if not proxy:
            pool = made._pool
            # Not a public attribute; without it no address would be judged, so nothing is sent.
            if not hasattr(pool, "_network_backend"):
                raise NotConnected(Failure.OTHER, "this version of httpcore cannot be guarded")
            pool._network_backend = GuardedBackend(self._guard)
        self._transports[proxy] = made
        return made

    async def ask(
        self, url: str, parts: SplitResult, headers: Mapping[str, str], limit: int, timeout: float | None = None
    ) -> Reply:
        """Sends one GET and takes in at most ``limit`` bytes of the decoded body. ``parts`` are those of ``url``."""
        reply = await self._asked(url, parts, headers, limit, timeout or self._timeout)
        return replace(reply, public=self._guard.was_public(parts.hostname or ""))

    async def _asked(
        self, url: str, parts: SplitResult, headers: Mapping[str, str], limit: int, seconds: float
    ) -> Reply:
        try:
            # Made before the clock runs: the first one takes its time.
            transport = await self._transport(parts)
            request = httpx.Request(
                "GET",
                _without_user(url, parts),
                headers={**headers, **_authorization(parts)},
                extensions={"timeout": {"connect": seconds * 0.9, "read": seconds, "write": seconds, "pool": None}},
            )
            async with asyncio.timeout(seconds):
                response = await transport.handle_async_request(request)
        except TimeoutError:
            return Reply(failure=Failure.TIMEOUT)
        except Exception as error:  # Outside httpx.HTTPError there are idna's errors, groups and more.
            failure, detail = failure_of(error)
            return Reply(failure=failure, detail=detail)
        decoder = _Decoder(response.headers.get("content-encoding", ""), _wanted(response, limit))
        complete = await self._body(response, decoder, min(seconds, BODY_SECONDS))
        return Reply(
            status=response.status_code,
            headers={name.lower(): value for name, value in response.headers.items()},
            cookies=tuple(response.headers.get_list("set-cookie")),
            body=decoder.body,
            complete=complete,
            unread=decoder.unread,
        )

    async def _body(self, response: httpx.Response, decoder: _Decoder, seconds: float) -> bool:
        """Takes in the beginning of a body; tells whether it is all of it. A body that breaks off is a beginning
        too."""
        complete = False
        try:
            async with asyncio.timeout(seconds):
                if decoder.limit:
                    async for chunk in response.aiter_raw():
                        if not decoder.take(chunk):
                            break
                    else:
                        complete = decoder.whole
        except TimeoutError:
            pass
        except Exception:
            complete = False
        finally:
            try:
                async with asyncio.timeout(1.0):
                    await response.aclose()
            except Exception:
                complete = False
        return complete


def _wanted(response: httpx.Response, limit: int) -> int:
    """How much of a body is worth taking in: of pages and PDF files up to the limit, of others what shows their kind.

    Of a redirect, what most of them say is taken in, so that the connection can be used again.
    """
    if response.status_code in (301, 302, 303, 307, 308):
        return min(limit, 4096)
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    readable = not kind or kind.startswith("text/") or kind.endswith(("html", "xml", "json", "pdf", "link-format"))
    return limit if readable else min(limit, 1024)


class _Decoder:
    """Undoes one content encoding piece by piece, and never makes more than it may."""

    def __init__(self, encoding: str, limit: int) -> None:
        self.limit = limit
        self.parts: list[bytes] = []
        self.size = 0
        self.whole = True
        kind = encoding.strip().lower()
        self.unread = ""
        self.inflate = None
        self.first = kind == "deflate"
        if kind in ("gzip", "x-gzip"):
            self.inflate = zlib.decompressobj(31)
        elif kind == "deflate":
            self.inflate = zlib.decompressobj()
        elif kind not in PLAIN:
            self.limit = 0  # It was not asked for, and cannot be read.
            self.unread = kind[:LONGEST_NAME]

    @property
    def body(self) -> bytes:
        """What was decoded so far."""
        return b"".join(self.parts)

    def take(self, chunk: bytes) -> bool:
        """Takes a piece in; tells whether there is room for more."""
        room = self.limit - self.size
        if room <= 0:
            self.whole = False
            return False
        if self.inflate is None:
            piece = chunk[:room]
            self.whole = len(piece) == len(chunk)
        else:
            try:
                piece = self._inflated(chunk, room)
            except zlib.error:
                self.whole = False
                return False
            self.whole = not self.inflate.unconsumed_tail
        self.parts.append(piece)
        self.size += len(piece)
        return self.whole

    def _inflated(self, chunk: bytes, room: int) -> bytes:
        assert self.inflate is not None
        try:
            return self.inflate.decompress(chunk, room)
        except zlib.error:
            if not self.first or self.size:
                raise
            self.inflate = zlib.decompressobj(-15)  # Some servers leave out deflate's own header.
            return self.inflate.decompress(chunk, room)
        finally:
            self.first = False


def failure_of(error: BaseException) -> tuple[Failure, str]:
    """What an exception means: the first thing beneath it that says so, else its own class."""
    for one in _beneath(error):
        for kinds, meaning in TELLING:
            if isinstance(one, kinds):
                return meaning(one)
    if isinstance(error, httpx.RemoteProtocolError) and "without sending" in str(error):
        return Failure.RESET, ""
    for kind in type(error).__mro__:
        if kind in FAILURES:
            return FAILURES[kind], str(error)
    return Failure.OTHER, f"{type(error).__name__}: {error}"


TELLING: tuple[tuple[tuple[type[BaseException], ...], Callable[[Any], tuple[Failure, str]]], ...] = (
    ((NotConnected,), lambda error: (error.failure, error.detail)),
    (
        (ssl.SSLCertVerificationError,),
        lambda error: (Failure.CERTIFICATE, CERTIFICATE_FAULTS.get(error.verify_code, error.verify_message or "")),
    ),
    ((ssl.SSLError,), lambda error: (Failure.TLS, str(error.reason or "").replace("_", " ").lower())),
    ((ConnectionRefusedError,), lambda error: (Failure.REFUSED, "")),
    ((ConnectionResetError, BrokenPipeError, ConnectionAbortedError), lambda error: (Failure.RESET, "")),
    ((socket.gaierror,), lambda error: (Failure.RESOLVER, str(error.strerror or error))),
    ((UnicodeError,), lambda error: (Failure.BAD_URL, str(error))),
)
"""Exceptions that say what failed wherever they stand in a chain, and what each means."""


def _beneath(error: BaseException) -> Iterator[BaseException]:
    """An exception, what it was raised from, and what is grouped in these."""
    todo, seen = [error], set()
    while todo:
        one = todo.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        if isinstance(one, BaseExceptionGroup):
            todo += one.exceptions
        todo += [other for other in (one.__cause__, one.__context__) if other is not None]


def _without_user(url: str, parts: SplitResult) -> str:
    if "@" not in parts.netloc:
        return url
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def _authorization(parts: SplitResult) -> dict[str, str]:
    """What a URL's own user name and password come to; they go to its host and nowhere else."""
    if "@" not in parts.netloc:
        return {}
    pair = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}"
    return {"Authorization": "Basic " + base64.b64encode(pair.encode("utf-8", "replace")).decode("ascii")}
