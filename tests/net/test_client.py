"""One request: what each of httpx's exceptions means, and what is taken in of a body."""

from __future__ import annotations

import asyncio
import gzip
import inspect
import socket
import ssl
import zlib
from urllib.parse import urlsplit

import httpx
import pytest
import respx

from citecheck.links.verdict import FAILED
from citecheck.model.answer import Failure
from citecheck.net.client import CERTIFICATE_FAULTS, FAILURES, Client, Reply, failure_of
from citecheck.net.guard import NotConnected

URL = "https://quai.example/a"
EXCEPTIONS = sorted(
    (
        value
        for value in vars(httpx).values()
        if inspect.isclass(value) and issubclass(value, Exception) and value.__module__ == "httpx"
    ),
    key=lambda one: one.__name__,
)


def made(kind: type[Exception]) -> Exception:
    """An exception of a class, whatever its constructor wants."""
    request = httpx.Request("GET", URL)
    match kind.__name__:
        case "HTTPStatusError":
            return httpx.HTTPStatusError("x", request=request, response=httpx.Response(500))
        case "StreamConsumed" | "StreamClosed" | "ResponseNotRead" | "RequestNotRead":
            return kind()
        case _:
            return kind("x")


def asked(url: str = URL, limit: int = 1000, timeout: float = 5.0, **headers: str) -> Reply:
    async def once() -> Reply:
        client = Client(timeout)
        try:
            return await client.ask(url, urlsplit(url), headers, limit)
        finally:
            await client.close()

    return asyncio.run(once())


def test_httpx_has_the_exceptions_that_are_known() -> None:
    assert len(EXCEPTIONS) >= 25
    assert set(EXCEPTIONS) == set(FAILURES)


@pytest.mark.parametrize("kind", EXCEPTIONS, ids=lambda one: one.__name__)
@respx.mock
def test_every_exception_of_httpx_comes_to_a_verdict(kind: type[Exception]) -> None:
    respx.get(URL).mock(side_effect=made(kind))
    reply = asked()
    assert reply.status is None
    assert reply.failure is FAILURES[kind]
    assert reply.failure in FAILED


@pytest.mark.parametrize(
    ("error", "failure", "detail"),
    [
        (ConnectionRefusedError(), Failure.REFUSED, ""),
        (ConnectionResetError(), Failure.RESET, ""),
        (BrokenPipeError(), Failure.RESET, ""),
        (socket.gaierror(socket.EAI_AGAIN, "later"), Failure.RESOLVER, "later"),
        (NotConnected(Failure.UNKNOWN_HOST), Failure.UNKNOWN_HOST, ""),
        (NotConnected(Failure.PRIVATE, "10.0.0.1"), Failure.PRIVATE, "10.0.0.1"),
        (UnicodeError("label too long"), Failure.BAD_URL, "label too long"),
        (OSError(101, "Network is unreachable"), Failure.NO_ROUTE, "x"),
    ],
)
def test_the_cause_beneath_says_more(error: Exception, failure: Failure, detail: str) -> None:
    middle, outer = OSError("All connection attempts failed"), httpx.ConnectError("x")
    middle.__cause__, outer.__cause__ = error, middle
    assert failure_of(outer) == (failure, detail)
    grouped = httpx.ConnectError("x")
    grouped.__cause__ = ExceptionGroup("several", [error, OSError("other")])
    assert failure_of(grouped) == (failure, detail)


def test_why_a_certificate_does_not_verify_is_told() -> None:
    for code, fault in CERTIFICATE_FAULTS.items():
        error = ssl.SSLCertVerificationError(1, "failed")
        error.verify_code, error.verify_message = code, "message"
        outer = httpx.ConnectError("x")
        outer.__cause__ = error
        assert failure_of(outer) == (Failure.CERTIFICATE, fault)
    error = ssl.SSLCertVerificationError(1, "failed")
    error.verify_code, error.verify_message = 999, "path length exceeded"
    assert failure_of(error) == (Failure.CERTIFICATE, "path length exceeded")


def test_what_nobody_thought_of_is_told_too() -> None:
    assert failure_of(ZeroDivisionError("x")) == (Failure.OTHER, "ZeroDivisionError: x")
    loop = ValueError("a")
    loop.__cause__ = loop
    assert failure_of(loop)[0] is Failure.OTHER


@pytest.mark.parametrize("url", ["http://[::1/x", "http://\x00/"])
def test_what_is_no_address_never_raises(url: str) -> None:
    async def once() -> Reply:
        return await Client(1.0).ask(url, urlsplit("http://quai.example/"), {}, 10)

    assert asyncio.run(once()).failure is Failure.BAD_URL


# Bodies.

TEXT = b"The tide comes in. " * 200


@pytest.mark.parametrize(
    ("encoding", "sent"),
    [
        ("", TEXT),
        ("identity", TEXT),
        ("UTF-8", TEXT),
        ("none", TEXT),
        ("gzip", gzip.compress(TEXT, mtime=0)),
        ("x-gzip", gzip.compress(TEXT, mtime=0)),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", zlib.compress(TEXT)[2:-4]),
    ],
)
@respx.mock
def test_bodies_are_decoded_and_cut(encoding: str, sent: bytes) -> None:
    headers = {"content-type": "text/html", **({"content-encoding": encoding} if encoding else {})}
    # A list of pieces is a stream, which httpx leaves as it is.
    respx.get(URL).mock(side_effect=lambda request: httpx.Response(200, headers=headers, stream=Pieces(sent)))
    whole, part = asked(limit=100_000), asked(limit=50)
    assert (whole.body, whole.complete) == (TEXT, True)
    assert (part.body, part.complete) == (TEXT[:50], False)


@pytest.mark.parametrize(
    ("encoding", "sent", "unread"),
    [
        ("gzip", b"no gzip", ""),
        ("br", b"xyz", "br"),
        ("zstd", b"xyz", "zstd"),
        ("gzip, gzip", gzip.compress(TEXT, mtime=0), "gzip, gzip"),
        ("x" * 400, b"xyz", "x" * 40),
    ],
)
@respx.mock
def test_what_cannot_be_decoded_is_no_page_and_no_error(encoding: str, sent: bytes, unread: str) -> None:
    headers = {"content-type": "text/html", "content-encoding": encoding}
    respx.get(URL).mock(side_effect=lambda request: httpx.Response(200, headers=headers, stream=Pieces(sent)))
    reply = asked()
    assert (reply.status, reply.body, reply.complete, reply.unread) == (200, b"", False, unread)


@respx.mock
def test_a_bomb_makes_no_more_than_the_limit() -> None:
    bomb = gzip.compress(b"\0" * 200_000_000)
    headers = {"content-type": "text/html", "content-encoding": "gzip"}
    respx.get(URL).mock(side_effect=lambda request: httpx.Response(200, headers=headers, stream=Pieces(bomb)))
    assert len(asked(limit=1 << 20).body) == 1 << 20


@respx.mock
def test_of_what_is_no_page_only_the_beginning_is_taken_in() -> None:
    respx.get(URL).mock(return_value=httpx.Response(200, headers={"content-type": "video/mp4"}, content=b"x" * 100_000))
    assert len(asked(limit=1 << 20).body) <= 1024


@respx.mock
def test_a_body_that_breaks_off_is_a_beginning() -> None:
    class Broken(Pieces):
        async def __aiter__(self):  # type: ignore[no-untyped-def]
            yield b"<html>"
            raise httpx.RemoteProtocolError("peer closed connection without sending complete message body")

    respx.get(URL).mock(side_effect=lambda request: httpx.Response(200, stream=Broken(b"")))
    reply = asked()
    assert (reply.status, reply.failure, reply.body, reply.complete) == (200, None, b"<html>", False)


class Pieces(httpx.AsyncByteStream):
    """A body in pieces, sent as it is."""

    def __init__(self, sent: bytes) -> None:
        self.sent = sent

    async def __aiter__(self):  # type: ignore[no-untyped-def]
        for start in range(0, len(self.sent), 700):
            yield self.sent[start : start + 700]


# Credentials and proxies.


@respx.mock
def test_a_url_s_own_password_goes_to_its_host_as_a_header() -> None:
    route = respx.get(URL).mock(return_value=httpx.Response(200))
    asked("https://anna:s%40cret@quai.example/a")
    request = route.calls[0].request
    assert request.headers["authorization"] == "Basic YW5uYTpzQGNyZXQ="
    assert "anna" not in str(request.url)


def test_a_proxy_of_the_environment_is_used_but_not_for_private_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://proxy.example:3128")

    async def resolve(host: str, port: int) -> list[str]:
        return ["10.0.0.7"] if "intranet" in host else ["93.184.215.14"]

    async def judged() -> None:
        client = Client(1.0, resolve=resolve)
        assert type((await client._transport(urlsplit("http://quai.example/")))._pool).__name__ == "AsyncHTTPProxy"
        assert (
            type((await client._transport(urlsplit("https://quai.example/")))._pool).__name__ == "AsyncConnectionPool"
        )
        for private in (
            "10.0.0.1",
            "167772161",
            "[fd00::1]",
            "[::ffff:10.0.0.1]",
            "intranet.example",
            "wiki",
            "a.local",
        ):
            with pytest.raises(NotConnected) as raised:
                await client._transport(urlsplit(f"http://{private}/"))
            assert raised.value.failure is Failure.PRIVATE

    asyncio.run(judged())


def test_without_the_guard_nothing_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    class Bare:
        """A transport whose pool is made otherwise."""

        def __init__(self, **options: object) -> None:
            self._pool = object()

    monkeypatch.setattr(httpx, "AsyncHTTPTransport", Bare)

    async def once() -> Reply:
        return await Client(1.0).ask(URL, urlsplit(URL), {}, 10)

    reply = asyncio.run(once())
    assert (reply.failure, reply.status) == (Failure.OTHER, None)
    assert "guarded" in reply.detail
