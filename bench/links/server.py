"""The server of the bench: loopback addresses only, bounded in time and requests, with every behaviour of `behaviours`.

    python bench/links/server.py FOLDER [--seed N] [--urls N] [--hosts N] [--plain] [--seconds N]

It writes ``truth.json`` (every URL with its behaviour), ``urls.md`` and ``urls.html`` (documents that print them),
``names.json`` (the addresses of hosts that have several) and ``ca.pem`` (whom to trust) into FOLDER, then the line ``ready`` to standard output, and ends by itself. A GET of
``/__counts`` on its first address tells what was asked since the last time, and makes it forget.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import random
import socket
import ssl
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.utils import formatdate
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from behaviours import BEHAVIOURS, NAMED

MOST_REQUESTS = 400_000
PROSE = "<p>" + "The harbour has two basins, and the tide fills both of them twice a day. " * 25 + "</p>"
SOFT_TITLES = ("Page not found", "404 - Not Found", "Page introuvable", "Seite nicht gefunden", "Página no encontrada")
LOOKS = ("Page not found: how a film was lost", "The story of the error 404", "404", "Introuvable, roman")
CLOSED, DEAF, PRIVATE = "127.0.0.3", "127.0.0.4", "127.200.0.1"
"""Addresses where nobody listens, where nobody ever answers, and that citecheck is not allowed to ask."""
SOFT_HOSTS = 6
"""Hosts, from the second on, that answer whatever they do not know with a page that says so and the status 200."""


@lru_cache(maxsize=1)
def bomb() -> bytes:
    """Some hundred kilobytes that become 150 megabytes."""
    return gzip.compress(b"\0" * 150_000_000, 1)


def page(title: str, body: str = PROSE, head: str = "") -> bytes:
    """A page of HTML."""
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{body}</body></html>".encode()


def reply(
    status: int, body: bytes = b"", *headers: str, kind: str = "text/html; charset=utf-8", reason: str = "X"
) -> bytes:
    """A whole answer."""
    lines = [f"HTTP/1.1 {status} {reason}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def led(status: int, to: str, *headers: str) -> bytes:
    """A redirect."""
    return reply(status, b"moved", f"Location: {to}", *headers)


class Server:
    """All addresses of the bench, and what was asked of them."""

    def __init__(self, soft: set[str]) -> None:
        self.soft = soft
        self.counts: Counter[str] = Counter()
        self.first: dict[str, float] = {}
        self.total = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        try:
            while self.total < MOST_REQUESTS:
                head = await reader.readuntil(b"\r\n\r\n")
                self.total += 1
                lines = head.decode("latin-1").split("\r\n")
                method, path, _ = lines[0].split(" ", 2)
                headers = {
                    name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])
                }
                address = writer.get_extra_info("sockname")[0]
                if not await self.answer(method, path, headers, address, writer):
                    break
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError, ssl.SSLError):
            pass
        finally:
            writer.close()

    async def answer(
        self, method: str, path: str, headers: dict[str, str], host: str, writer: asyncio.StreamWriter
    ) -> bool:
        """Answers one request; tells whether the connection stays open."""
        if path == "/__counts":
            writer.write(reply(200, json.dumps(self.counts).encode(), kind="application/json"))
            self.counts.clear()
            self.first.clear()
            await writer.drain()
            return True
        parts = path.partition("?")[0].strip("/").split("/")
        name = parts[0]
        self.counts[name if any(name == one.name for one in BEHAVIOURS) else "other"] += 1
        made = self.made(method, parts, path, headers, host)
        if isinstance(made, float):  # Silence.
            await asyncio.sleep(made)
            return False
        if made is None:  # A reset.
            writer.transport.get_extra_info("socket").setsockopt(
                socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0"
            )
            writer.transport.abort()
            return False
        if name == "slow":
            await asyncio.sleep(1.5)
        if method == "HEAD":
            made = made.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
        writer.write(made)
        await writer.drain()
        if method == "HEAD":
            return True
        if name == "drip":
            for _ in range(30):
                await asyncio.sleep(0.1)
                writer.write(b" ")
                await writer.drain()
        elif name in ("huge", "endless"):
            for _ in range(800 if name == "huge" else 8000):
                writer.write(b"<p>tide</p>" * 6000)
                await writer.drain()
        return name not in ("wrong-length", "truncated", "drip", "huge", "endless", "bad-header", "rebinding")

    def made(
        self, method: str, parts: list[str], path: str, headers: dict[str, str], host: str
    ) -> bytes | float | None:
        """The bytes of an answer; seconds of silence; or None for a reset."""
        name, rest = parts[0], parts[1:]
        root = f"http://{headers.get('host', host)}"
        number = int(rest[0]) if rest and rest[0].isdigit() else -1
        known = number >= 0
        match name:
            case "" | "en":
                return reply(200, page("Quai", "<p>Welcome.</p>" + PROSE))
            case "fast" | "slow" | "tls-good" | "ipv6" | "two-addresses-refused" | "two-addresses-silent" if known:
                return reply(200, page(f"Tides {number}"))
            case "empty-204" if known:
                return b"HTTP/1.1 204 No Content\r\n\r\n"
            case "redirect-301" | "redirect-302" | "redirect-303" | "redirect-307" | "redirect-308" if known:
                return led(int(name[-3:]), f"/to/{name}/{number}")
            case "to":
                return reply(200, page(f"Target {path}"))
            case "redirect-mixed" if known:
                step = int(rest[1]) if len(rest) > 1 else 0
                codes = (301, 302, 307, 308)
                return led(codes[step], f"/redirect-mixed/{number}/{step + 1}") if step < 4 else reply(200, page("End"))
            case "redirect-ten" | "redirect-fifteen" if known:
                step, last = int(rest[1]) if len(rest) > 1 else 0, 10 if name.endswith("ten") else 15
                return led(302, f"/{name}/{number}/{step + 1}") if step < last else reply(200, page("End"))
            case "redirect-refresh" if known:
                if len(rest) > 1:
                    return reply(200, page("End"))
                return reply(200, page("Moved", "", f"<meta http-equiv='refresh' content='0; url={path}/end'>"))
            case "loop" if known:
                return led(302, f"/loop/{number}/{'a' if rest[1:] != ['a'] else 'b'}")
            case "head-403" | "head-405" if known:
                return reply(int(name[-3:])) if method == "HEAD" else reply(200, page(f"Tides {number}"))
            case "busy-429" | "busy-503" | "busy-503-date" if known:
                return self.busy(name, path)
            case "looks-soft" if known:
                if number % 5 == 4:
                    return reply(200, page("Tides", PROSE + "<p>Error 404: page not found.</p>"))
                return reply(200, page(LOOKS[number % 5]))
            case "soft-404" if known:
                return reply(200, page(SOFT_TITLES[hash(host) % 5], "<p>Search our site.</p>"))
            case "drip" if known:
                return self.open("Content-Type: text/html", b"<html><head><title>Slowly</title></head><body>")
            case "huge" | "endless" if known:
                return self.open("Content-Type: text/html", page("Much"))
            case "bomb" if known:
                return reply(200, bomb(), "Content-Encoding: gzip")
            case "wrong-length" if known:
                return b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 90000\r\n\r\n" + page("Short")
            case "truncated" if known:
                body = page("Cut")
                return (
                    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nFFFF\r\n" + body
                )
            case "fragment-there" | "fragment-missing" if known:
                anchor = "part-two" if name == "fragment-there" else "part-one"
                return reply(200, page(f"Tides {number}", PROSE + f"<h2 id='{anchor}'>Two</h2>"))
            case "pdf-page" | "pdf-page-missing" if known:
                body = b"%PDF-1.4\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 8>> endobj\n%%EOF\n"
                return reply(200, body, kind="application/pdf")
            case "cookie-wall" if known:
                if "seen=yes" in headers.get("cookie", ""):
                    return reply(200, page(f"Tides {number}"))
                return led(302, path, "Set-Cookie: seen=yes; Path=/")
            case "gone-410" if known:
                return reply(410, page("Gone"))
            case "gone-after-301" if known:
                return led(301, f"/gone-404/{number}")
            case "home" if known:
                return led(302, f"{root}/")
            case "home-language" if known:
                return led(301, "/en/")
            case "wall-401" | "wall-403" | "wall-406" | "wall-451" | "wall-999" if known:
                return reply(int(name[-3:]), page("No"))
            case "wall-429" if known:
                return reply(429, page("Slow down"), "Retry-After: 1")
            case "captcha-200" | "captcha-403" | "captcha-503" if known:
                return reply(
                    int(name[-3:]), page("Just a moment...", "<script src='/cdn-cgi/challenge-platform/x'></script>")
                )
            case "members" if known:
                return led(302, f"/signin?to={number}")
            case "signin":
                return reply(200, page("Sign in", "<form><input type='password'></form>"))
            case "consent" if known:
                return led(302, f"/cookie-wall-page/consent?to={number}")
            case "cookie-wall-page":
                return reply(200, page("Before you continue", "<form><button>Accept</button></form>"))
            case "always-500" if known:
                return reply(500 + number % 5 if number % 5 != 1 else 500, page("Sorry"))
            case "reset" if known:
                return None
            case "silence" if known:
                return 40.0
            case "bad-header" if known:
                return b"HTTP/1.1 200 OK\r\nContent Type text/html\r\n: nothing\r\n\r\n" + page("Odd")
            case "rebinding" if known:
                return led(302, f"/fast/{number}", "Connection: close")
            case "to-private" if known:
                return led(302, "http://127.200.0.1:1/secrets")
        if host in self.soft:
            return reply(200, page(SOFT_TITLES[hash(host) % 5], "<p>Search our site.</p>"))
        return reply(404, page("404"))

    def busy(self, name: str, path: str) -> bytes:
        """A server that wants a second to pass before it answers."""
        now = time.monotonic()
        first = self.first.setdefault(path, now)
        if now > first and (name == "busy-503" or now - first >= 0.95):
            return reply(200, page("At last"))
        if name == "busy-503":
            return reply(503, page("Busy"))
        after = "1" if name == "busy-429" else formatdate(time.time() + 2, usegmt=True)
        return reply(int(name[5:8]), page("Busy"), f"Retry-After: {after}")

    def open(self, kind: str, body: bytes) -> bytes:
        """The beginning of an answer whose end only the end of the connection tells."""
        return f"HTTP/1.1 200 OK\r\n{kind}\r\nConnection: close\r\n\r\n".encode() + body


def contexts(folder: Path) -> dict[str, ssl.SSLContext]:
    """What the TLS addresses show: a good certificate, and each sort of bad one."""
    import trustme

    authority, past = trustme.CA(), datetime.now(UTC) - timedelta(days=30)
    authority.cert_pem.write_to_path(folder / "ca.pem")
    made = {}
    for name in ("tls-good", "tls-self-signed", "tls-unknown-issuer", "tls-expired", "tls-other-host", "tls-1.0"):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        if name == "tls-expired":
            certificate = authority.issue_cert("127.0.0.1", not_before=past, not_after=past + timedelta(days=1))
        elif name == "tls-other-host":
            certificate = authority.issue_cert("other.example")
        elif name == "tls-unknown-issuer":
            certificate = trustme.CA().issue_cert("127.0.0.1")
        else:
            certificate = authority.issue_cert("127.0.0.1")
        certificate.configure_cert(context)
        if name == "tls-self-signed":
            # The certificate of an authority that nobody knows is its own issuer.
            nobody = trustme.CA()
            nobody.private_key_pem.write_to_path(folder / "self.key")
            nobody.cert_pem.write_to_path(folder / "self.pem")
            context.load_cert_chain(folder / "self.pem", folder / "self.key")
        if name == "tls-1.0":
            context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1
            context.set_ciphers("ALL:@SECLEVEL=0")
        made[name] = context
    return made


async def run(options: argparse.Namespace) -> None:
    """Listens, writes the truth, and ends when its time is over."""
    chance = random.Random(options.seed)
    hosts = [f"127.0.{1 + n // 250}.{1 + n % 250}" for n in range(options.hosts)]
    server = Server(set(hosts[1 : 1 + SOFT_HOSTS]))
    bomb()
    first = await asyncio.start_server(server.serve, hosts[0], 0)
    port = first.sockets[0].getsockname()[1]
    servers = [first, *[await asyncio.start_server(server.serve, host, port, backlog=512) for host in hosts[1:]]]
    servers.append(await asyncio.start_server(server.serve, "127.0.0.1", port))
    ports: dict[str, int] = {}
    if not options.plain:
        for name, context in contexts(options.folder).items():
            one = await asyncio.start_server(server.serve, "127.0.0.1", 0, ssl=context)
            ports[name] = one.sockets[0].getsockname()[1]
            servers.append(one)
        try:
            six = await asyncio.start_server(server.serve, "::1", 0)
            ports["ipv6"] = six.sockets[0].getsockname()[1]
            servers.append(six)
        except OSError:
            print("there is no IPv6 here: its URLs are left out", file=sys.stderr)
    deaf = silent_at(DEAF, port)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        ports["refused"] = closed.getsockname()[1]
    truth = urls(options, hosts, port, ports, chance)
    write(options.folder, truth, f"http://{hosts[0]}:{port}/__counts")
    print("ready", flush=True)
    await asyncio.sleep(options.seconds)
    del deaf


def silent_at(host: str, port: int) -> list[socket.socket]:
    """Sockets that keep an address from ever accepting a connection: its queue is full, and nobody empties it."""
    listening = socket.socket()
    listening.bind((host, port))
    listening.listen(0)
    waiting = [socket.socket() for _ in range(3)]
    for one in waiting:
        one.setblocking(False)
        one.connect_ex((host, port))
    return [listening, *waiting]


def names(truth: list[dict[str, str]]) -> dict[str, list[list[str]]]:
    """What the look-ups of each made-up name answer, one after the other."""
    made = {
        "two-addresses-refused": [[CLOSED, "127.0.0.1"]],
        "two-addresses-silent": [[DEAF, "127.0.0.1"]],
        "two-addresses-mixed": [["127.0.0.1", PRIVATE]],
        "rebinding": [["127.0.0.1"], [PRIVATE]],
    }
    hosts = {urlsplit(one["url"]).hostname or "": one["behaviour"] for one in truth}
    return {host: made[behaviour] for host, behaviour in hosts.items() if host.endswith(NAMED)}


def urls(
    options: argparse.Namespace, hosts: list[str], port: int, ports: dict[str, int], chance: random.Random
) -> list[dict[str, str]]:
    """Every URL with its behaviour, in an order that chance makes."""
    if options.plain:
        return [
            {"url": f"http://{hosts[n % len(hosts)]}:{port}/fast/{n}", "behaviour": "fast"} for n in range(options.urls)
        ]
    found = []
    for one in BEHAVIOURS:
        for n in range(max(round(one.share * options.urls / 1000), 1)):
            if one.name == "ipv6" and "ipv6" not in ports:
                continue
            own = hosts[1 : 1 + SOFT_HOSTS] if one.name == "soft-404" else [hosts[0], *hosts[1 + SOFT_HOSTS :]]
            host, path = f"{chance.choice(own)}:{port}", f"/{one.name}/{n}"
            match one.name:
                case name if name.startswith("tls-"):
                    base = f"https://127.0.0.1:{ports[name]}"
                case "ipv6":
                    base = f"http://[::1]:{ports['ipv6']}"
                case name if name.startswith("two-addresses") or name == "rebinding":
                    base = f"http://{name}-{n}.{NAMED}:{port}"
                case "refused":
                    base = f"http://127.0.0.1:{ports['refused']}"
                case "no-such-host":
                    base = f"http://nobody-{n}.invalid"
                case _:
                    base = f"http://{host}"
            if one.name.startswith("fragment-"):
                path += "#part-two"
            if one.name.startswith("pdf-"):
                path += "#page=8" if one.name == "pdf-page" else "#page=9"
            found.append({"url": base + path, "behaviour": one.name})
    chance.shuffle(found)
    return found


def write(folder: Path, truth: list[dict[str, str]], counts: str) -> None:
    """The truth, and the documents that print the URLs."""
    (folder / "names.json").write_text(json.dumps(names(truth)), encoding="utf-8")
    (folder / "truth.json").write_text(json.dumps({"counts": counts, "urls": truth}), encoding="utf-8")
    notes = "\n\n".join(f"<sup>{n}</sup> Doe, 2020, <{one['url']}>" for n, one in enumerate(truth, 1))
    text = " ".join(f"Word<sup>{n}</sup>." for n in range(1, len(truth) + 1))
    (folder / "urls.md").write_text(f"# Tides\n\n{text}\n\n{notes}\n", encoding="utf-8")
    links = "\n".join(f'<a href="{one["url"]}">x</a>' for one in truth if NAMED not in one["url"])
    (folder / "urls.html").write_text(f"<!DOCTYPE html><html><body>{links}</body></html>", encoding="utf-8")


def main() -> None:
    """Reads the options and runs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--urls", type=int, default=1000)
    parser.add_argument("--hosts", type=int, default=40)
    parser.add_argument("--plain", action="store_true", help="only pages that answer at once")
    parser.add_argument("--seconds", type=float, default=600.0, help="after which it ends")
    asyncio.run(run(parser.parse_args()))


if __name__ == "__main__":
    main()
