"""The client against real servers on this machine: what no mock shows."""

from __future__ import annotations

import asyncio
import gzip
import re
import socket
import ssl
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from citecheck.links.plan import Target
from citecheck.links.verdict import Seen, judge
from citecheck.model.answer import Answer, Failure
from citecheck.model.links import LinkSettings, LinkStatus
from citecheck.net.session import open_net
from citecheck.report.voice import phrase

Handler = Callable[[bytes, asyncio.StreamWriter], Awaitable[None]]
LOOPBACK = LinkSettings(allow_private=("127.0.0.0/9",), interval=0.0, timeout=5.0)


def asked(
    handler: Handler, *, settings: LinkSettings = LOOPBACK, context: ssl.SSLContext | None = None, whole: bool = False
) -> Answer:
    """What comes of asking a server that does this."""

    async def served(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            await handler(head, writer)
            await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def once() -> Answer:
        server = await asyncio.start_server(served, "127.0.0.1", 0, ssl=context)
        port = server.sockets[0].getsockname()[1]
        async with server, open_net(settings) as net:
            return await net.fetch(f"http{'s' if context else ''}://127.0.0.1:{port}/", whole=whole)

    return asyncio.run(once())


def says(*pieces: bytes) -> Handler:
    async def handler(head: bytes, writer: asyncio.StreamWriter) -> None:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()

    return handler


def page(body: bytes, *headers: bytes) -> bytes:
    return b"\r\n".join([b"HTTP/1.1 200 OK", b"Content-Type: text/html", *headers]) + b"\r\n\r\n" + body


def test_a_page() -> None:
    answer = asked(says(page(b"<p>tide", b"Content-Length: 7")))
    assert (answer.status, answer.body, answer.complete) == (200, b"<p>tide", True)


def test_an_endless_body_is_cut() -> None:
    async def endless(head: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(page(b""))
        for _ in range(5000):
            writer.write(b"<p>tide</p>" * 1000)
            await writer.drain()

    answer = asked(endless, whole=True)
    assert (answer.status, len(answer.body), answer.complete) == (200, 1 << 20, False)


def test_a_bomb_is_cut() -> None:
    bomb = gzip.compress(b"\0" * 100_000_000)
    answer = asked(says(page(bomb, b"Content-Encoding: gzip", b"Content-Length: %d" % len(bomb))), whole=True)
    assert (answer.status, len(answer.body), answer.complete) == (200, 1 << 20, False)


def test_a_body_that_comes_too_slowly_is_a_beginning() -> None:
    async def drip(head: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(page(b"<title>T</title>"))
        while True:
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.05)

    answer = asked(drip, settings=LinkSettings(allow_private=("*",), timeout=0.5))
    assert (answer.status, answer.failure, answer.complete) == (200, None, False)
    assert answer.body.startswith(b"<title>T</title>")


@pytest.mark.parametrize(
    "sent",
    [
        page(b"short", b"Content-Length: 90000"),
        page(b"FFFF\r\nshort", b"Transfer-Encoding: chunked"),
        page(b"no gzip", b"Content-Encoding: gzip", b"Content-Length: 7"),
    ],
)
def test_a_broken_body_does_not_make_a_page_dead(sent: bytes) -> None:
    answer = asked(says(sent))
    assert (answer.status, answer.failure, answer.complete) == (200, None, False)


# Bodies in encodings that were not asked for: a real stream of each, of which not a byte can be read here.
BROTLI = b"\x0b\x02\x80hello\x03"
ZSTD = b"\x28\xb5\x2f\xfd\x20\x05\x29\x00\x00hello"


@pytest.mark.parametrize(("encoding", "body"), [("br", BROTLI), ("zstd", ZSTD)])
def test_an_encoding_that_nobody_asked_for_makes_no_page_dead(encoding: str, body: bytes) -> None:
    heads: list[bytes] = []

    async def handler(head: bytes, writer: asyncio.StreamWriter) -> None:
        heads.append(head)
        writer.write(page(body, b"Content-Encoding: " + encoding.encode(), b"Content-Length: %d" % len(body)))

    answer = asked(handler, whole=True)
    assert (answer.status, answer.body, answer.complete, answer.unread) == (200, b"", False, encoding)
    assert b"\r\nAccept-Encoding: gzip, deflate\r\n" in heads[0]


async def silent(head: bytes, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(30)


async def slow_head(head: bytes, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        writer.write(b"X-A: b\r\n")
        await writer.drain()
        await asyncio.sleep(0.05)


async def reset(head: bytes, writer: asyncio.StreamWriter) -> None:
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    writer.transport.abort()


async def gone(head: bytes, writer: asyncio.StreamWriter) -> None:
    writer.close()


@pytest.mark.parametrize(
    ("handler", "failure"),
    [
        (silent, Failure.TIMEOUT),
        (slow_head, Failure.TIMEOUT),
        (reset, Failure.RESET),
        (gone, Failure.RESET),
        (says(b"HTTP/1.1 200 OK\r\nno colon here\r\n\r\n"), Failure.PROTOCOL),
    ],
    ids=["silence", "headers without end", "reset", "closed", "bad header"],
)
def test_what_is_no_answer(handler: Handler, failure: Failure) -> None:
    # Only who waits in vain must wait; the others may take their time on a busy machine.
    seconds = 0.4 if failure is Failure.TIMEOUT else 20.0
    assert asked(handler, settings=LinkSettings(allow_private=("*",), timeout=seconds)).failure is failure


def test_a_closed_port_refuses() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]

    async def once() -> Answer:
        async with open_net(LOOPBACK) as net:
            return await net.fetch(f"http://127.0.0.1:{port}/")

    assert asyncio.run(once()).failure is Failure.REFUSED


def test_nothing_on_this_machine_is_asked_unless_it_is_allowed() -> None:
    heard = []

    async def handler(head: bytes, writer: asyncio.StreamWriter) -> None:
        heard.append(head)

    assert asked(handler, settings=LinkSettings()).failure is Failure.PRIVATE
    assert heard == []


@pytest.mark.parametrize("to", ["127.200.0.1", "169.254.169.254", "10.0.0.1", "[::ffff:127.200.0.1]", "2143813633"])
def test_a_redirect_to_a_private_address_is_not_followed(to: str) -> None:
    answer = asked(says(f"HTTP/1.1 302 Found\r\nLocation: http://{to}:1/\r\nContent-Length: 0\r\n\r\n".encode()))
    assert (answer.failure, len(answer.hops)) == (Failure.PRIVATE, 1)


def test_a_name_that_is_looked_up_again_gets_the_judged_address_or_nothing() -> None:
    heard: list[bytes] = []
    answers = [["127.0.0.1"], ["127.200.0.1"]]

    async def served(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(page(b"x", b"Content-Length: 1", b"Connection: close"))
        await writer.drain()
        writer.close()

    async def resolve(host: str, port: int) -> list[str]:
        return answers.pop(0)

    async def twice() -> list[Answer]:
        server = await asyncio.start_server(served, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        async with server, open_net(LOOPBACK, resolve=resolve) as net:
            return [await net.fetch(f"http://rebound.example:{port}/") for _ in range(2)]

    first, second = asyncio.run(twice())
    assert (first.status, second.failure, len(heard)) == (200, Failure.PRIVATE, 1)
    assert b"Host: rebound.example" in heard[0]


def resolved(addresses: list[str]) -> tuple[Answer, list[bytes]]:
    """The answer of a host with these addresses, of which 127.0.0.1 alone listens; and what it heard."""
    heard: list[bytes] = []

    async def served(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(page(b"x", b"Content-Length: 1"))
        await writer.drain()
        writer.close()

    async def resolve(host: str, port: int) -> list[str]:
        return addresses

    async def once() -> Answer:
        server = await asyncio.start_server(served, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        async with server, open_net(LOOPBACK, resolve=resolve) as net:
            return await net.fetch(f"http://many.example:{port}/")

    return asyncio.run(once()), heard


@pytest.mark.parametrize(
    ("addresses", "status", "failure"),
    [
        (["127.0.0.1", "127.0.0.9"], 200, None),
        (["127.0.0.9", "127.0.0.1"], 200, None),
        (["127.0.0.8", "127.0.0.9"], None, Failure.REFUSED),
        (["127.0.0.1", "127.200.0.1"], None, Failure.PRIVATE),
        (["127.200.0.1", "127.0.0.1"], None, Failure.PRIVATE),
        ([], None, Failure.UNKNOWN_HOST),
    ],
)
def test_a_host_of_several_addresses(addresses: list[str], status: int | None, failure: Failure | None) -> None:
    answer, heard = resolved(addresses)
    assert (answer.status, answer.failure, len(heard)) == (status, failure, int(status is not None))


def test_ipv6() -> None:
    async def served(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(page(b"x", b"Content-Length: 1"))
        await writer.drain()
        writer.close()

    async def once() -> tuple[Answer, Answer]:
        try:
            server = await asyncio.start_server(served, "::1", 0)
        except OSError:
            pytest.skip("no IPv6")
        url = f"http://[::1]:{server.sockets[0].getsockname()[1]}/"
        async with server:
            async with open_net(LinkSettings(allow_private=("::1/128",))) as net:
                allowed = await net.fetch(url)
            async with open_net(LOOPBACK) as net:
                return allowed, await net.fetch(url)

    allowed, refused = asyncio.run(once())
    assert (allowed.status, refused.failure) == (200, Failure.PRIVATE)


def test_the_program_says_who_it_is() -> None:
    heads: list[bytes] = []

    async def handler(head: bytes, writer: asyncio.StreamWriter) -> None:
        heads.append(head)
        writer.write(page(b"x", b"Content-Length: 1"))

    asked(handler)
    assert re.search(rb"\r\nUser-Agent: citecheck/\S+ \(link checker; \+https://\S+\)\r\n", heads[0])
    assert b"\r\nCookie:" not in heads[0]


# TLS.


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def self_signed(folder: Path) -> tuple[Path, Path]:
    """A key, and a certificate that is its own issuer: that of an authority which nobody knows."""
    nobody = trustme.CA()
    key, certificate = folder / "key.pem", folder / "self.pem"
    nobody.private_key_pem.write_to_path(str(key))
    nobody.cert_pem.write_to_path(str(certificate))
    return key, certificate


@pytest.mark.parametrize(
    ("name", "failure", "detail", "said"),
    [
        ("good", None, "", None),
        ("expired", Failure.CERTIFICATE, "expired", "the certificate of 127.0.0.1 has expired"),
        ("not-yet-valid", Failure.CERTIFICATE, "not-yet-valid", "the certificate of 127.0.0.1 is not valid yet"),
        ("other-host", Failure.CERTIFICATE, "other-host", "the certificate of 127.0.0.1 is for another host"),
        ("self-signed", Failure.CERTIFICATE, "self-signed", "the certificate of 127.0.0.1 is signed by itself"),
        (
            *("unknown-issuer", Failure.CERTIFICATE, "unknown-issuer"),
            "the certificate of 127.0.0.1 comes from an unknown issuer, or a link to it is missing",
        ),
        ("old", Failure.TLS, None, "no secure connection to 127.0.0.1 could be agreed on"),
    ],
)
def test_certificates(
    name: str,
    failure: Failure | None,
    detail: str | None,
    said: str | None,
    authority: trustme.CA,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    past, day = datetime.now(UTC) - timedelta(days=9), timedelta(days=1)
    match name:
        case "expired":
            certificate = authority.issue_cert("127.0.0.1", not_before=past, not_after=past + day)
        case "not-yet-valid":
            certificate = authority.issue_cert("127.0.0.1", not_before=past + 19 * day, not_after=past + 29 * day)
        case "other-host":
            certificate = authority.issue_cert("other.example")
        case "unknown-issuer":
            certificate = trustme.CA().issue_cert("127.0.0.1")
        case _:
            certificate = authority.issue_cert("127.0.0.1")
    certificate.configure_cert(context)
    if name == "self-signed":
        key, signed = self_signed(tmp_path)
        context.load_cert_chain(signed, key)
    if name == "old":
        # A server that only speaks ciphers that this program's context does not.
        context.maximum_version = ssl.TLSVersion.TLSv1_2
        context.set_ciphers("NULL-SHA256:@SECLEVEL=0")
    answer = asked(says(page(b"x", b"Content-Length: 1")), context=context)
    assert answer.failure is failure
    if detail is not None:
        assert answer.detail == detail
    if said is not None:
        link = judge(Target(answer.url, answer.url, "", "127.0.0.1"), Seen((answer,)))
        assert link.status is LinkStatus.INSECURE
        assert phrase(link.reason, "en").startswith(said)
