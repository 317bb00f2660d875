"""An internet on this machine: a proxy of the environment behind which every host is one function.

Names, TLS and certificates are as outside, and nothing leaves the machine: ``http`` addresses reach the proxy whole, ``https``
ones through a tunnel that ends in a certificate of an authority which the environment trusts.
"""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import trustme

from citecheck.model.answer import Failure
from citecheck.net.guard import NotConnected, Resolver

PUBLIC = "93.184.215.14"
"""An address to which nobody connects: a proxy stands before it."""


@dataclass(frozen=True)
class Said:
    """What a host answers."""

    status: int = 200
    body: bytes = b"<html><title>Tides</title><h1>Tides</h1><p>The water rises.</p></html>"
    headers: Mapping[str, str] = field(default_factory=dict)
    kind: str = "text/html"

    def written(self) -> bytes:
        """The answer as it goes over the wire."""
        headers = {"Content-Type": self.kind, "Content-Length": str(len(self.body)), **self.headers}
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        return f"HTTP/1.1 {self.status} X\r\n{lines}\r\n".encode() + self.body


@dataclass
class Internet:
    """What every address answers, and what was asked for so far."""

    answers: Callable[[str], Said]
    asked: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    tunnels: list[str] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, context: ssl.SSLContext) -> None:
        """One connection to the proxy."""
        base = ""
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                method, target, _ = head.split("\r\n")[0].split(" ")
                if method == "CONNECT":
                    base = f"https://{target.removesuffix(':443')}"
                    self.tunnels.append(target)
                    writer.write(b"HTTP/1.1 200 Connected\r\n\r\n")
                    await writer.drain()
                    await writer.start_tls(context)
                    continue
                url = base + target
                self.asked.append(url)
                self.heads.append(head)
                writer.write(self.answers(url).written())
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError, ssl.SSLError):
            pass
        finally:
            writer.close()


@contextmanager
def internet(
    answers: Callable[[str], Said],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    *hosts: str,
    names: Callable[[str], Sequence[str]] = lambda host: [PUBLIC],
) -> Iterator[Internet]:
    """The internet for as long as it is needed; ``hosts`` are those that have a certificate.

    ``names`` gives the addresses of a host; none where it cannot be looked up here, but by the proxy alone.
    """

    async def look_up(resolver: Resolver, host: str, port: int) -> Sequence[str]:
        addresses = names(host)
        if not addresses:
            raise NotConnected(Failure.UNKNOWN_HOST, host)
        return addresses

    monkeypatch.setattr(Resolver, "look_up", look_up)
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*hosts).configure_cert(context)
    made = Internet(answers)
    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(
        asyncio.start_server(lambda reader, writer: made.serve(reader, writer, context), "127.0.0.1", 0)
    )
    running = threading.Thread(target=loop.run_forever, daemon=True)
    running.start()
    proxy = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("HTTP_PROXY", proxy)
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    monkeypatch.setenv("SSL_CERT_FILE", str(folder / "ca.pem"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(folder / "cache"))
    try:
        yield made
    finally:
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.stop)
        running.join(10)
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()
