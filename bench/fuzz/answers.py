"""What hosts answer: recorded answers and faults of every sort, as they come over the wire, and changes to them."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Mapping
from random import Random

from mutate import HUGE, flip, mutated_text, put_bytes, token

PAGE = (
    "<!doctype html><html><head><title>Tides of the west</title><meta charset=utf-8></head><body><h1 id=top>Tides</h1>"
    + "<p>The harbour has two basins, and the tide fills both of them twice a day.</p>" * 12
    + "</body></html>"
).encode()


def answer(status: int, body: bytes = PAGE, kind: str = "text/html; charset=utf-8", **headers: str) -> bytes:
    """An answer as a host writes it."""
    lines = {
        "Content-Type": kind,
        "Content-Length": str(len(body)),
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status} X\r\n{head}\r\n".encode() + body


def chunked(*pieces: bytes) -> bytes:
    """An answer whose length is not said beforehand."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    return head + b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


FRAME = b"<html><head><title>%s</title></head><body><h1>%s</h1>%s</body></html>"
ANSWERS = (
    answer(200),
    answer(200, gzip.compress(PAGE, mtime=0), Content_Encoding="gzip"),
    answer(200, zlib.compress(PAGE), Content_Encoding="deflate"),
    answer(200, gzip.compress(b"\0" * 3_000_000, mtime=0), Content_Encoding="gzip"),
    answer(200, PAGE, Content_Encoding="br"),
    chunked(PAGE, PAGE),
    answer(204, b""),
    answer(200, b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF", "application/pdf"),
    answer(200, FRAME % (b"Page not found", b"404", b"<p>Sorry, this page does not exist any more.</p>")),
    answer(
        200,
        FRAME % (b"Just a moment...", b"Checking your browser", b"<script>cf_chl_opt={}</script>"),
        Server="cloudflare",
    ),
    answer(200, FRAME % (b"Log in", b"Sign in", b"<form action=/login><input type=password></form>")),
    answer(200, b'<html><head><meta http-equiv="refresh" content="0; url=/moved"></head></html>'),
    answer(
        200,
        b'{"archived_snapshots": {"closest": {"available": true, "url": "http://web.archive.org/web/20200102030405/https://a.example/", "timestamp": "20200102030405", "status": "200"}}}',
        "application/json",
    ),
    answer(200, b'[["timestamp","original"],["20200102030405","https://a.example/"]]', "application/json"),
    answer(
        200,
        b'<https://web.archive.org/web/20200102030405/https://a.example/>; rel="first memento"; datetime="Thu, 02 Jan 2020 03:04:05 GMT"',
        "application/link-format",
    ),
    answer(301, b"", Location="/moved"),
    answer(301, b"", Location="https://h0.example/"),
    answer(302, b"", Location="http://10.0.0.1/secret"),
    answer(302, b"", Location="https://login.example/?next=%2F", Set_Cookie="a=b; Path=/; Secure; HttpOnly"),
    answer(307, b"", Location="//h1.example/x#part"),
    answer(308, b"", Location="HTTPS://H2.example:443/a b"),
    answer(302, b"", Location="", Set_Cookie="seen=1; Domain=.example; Max-Age=9"),
    answer(403, PAGE, Server="AkamaiGHost"),
    answer(404),
    answer(410, b""),
    answer(429, b"", Retry_After="3"),
    answer(429, b"", Retry_After="Thu, 01 Jan 2099 00:00:00 GMT"),
    answer(451),
    answer(500, b""),
    answer(503, b"", Retry_After="120"),
    answer(999, b""),
    b"HTTP/1.0 200 OK\r\n\r\nbare",
    b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + answer(200),
    b"",
)
FAULTS = (
    b"!refused",
    b"!reset",
    b"!timeout",
    b"!silent",
    b"!certificate",
    b"!tls",
    b"!unknown",
    b"!address 10.0.0.1",
    b"!address 127.0.0.1",
    b"!address ::1",
    b"!address nonsense",
)
"""What goes wrong before there is an answer, or where a name leads; in the place of an answer's bytes."""
HEADERS = (
    "Location",
    "Content-Type",
    "Content-Length",
    "Content-Encoding",
    "Transfer-Encoding",
    "Set-Cookie",
    "Retry-After",
    "Server",
    "Refresh",
    "Link",
    "Connection",
    "Date",
    "X-A",
)
SAID = (
    "",
    "0",
    "-1",
    "chunked",
    "gzip, br",
    "identity",
    "text/html; charset=utf-7",
    "text/html; charset=nonsense",
    "text/html; charset=\x00",
    "application/octet-stream",
    "/",
    "?",
    "#",
    "http://",
    "http://[",
    "https://h0.example:0/",
    "https://h0.example:99999/",
    "ftp://h0.example/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,x",
    "http://2130706433/",
    "http://169.254.169.254/latest/",
    "http://[::ffff:10.0.0.1]/",
    "https://user:pw@h1.example/",
    "https://\u0131.example/",
    "https://xn--a.example/\u202e",
    "/" + "a/" * 3000,
    "a=b; Expires=Thu, 99 Foo 0000",
    "=; ;;=",
    "a" * 9000,
    "1e400",
    "9" * 400,
    "Thu, 32 Jan 2020 25:61:61 GMT",
)
HOST = re.compile(r"https?://(?:[^/@\s]*@)?([^/:\s\[\]]*)")


def with_header(rng: Random, data: bytes) -> bytes:
    """An answer with one header more, or another."""
    head, gap, body = data.partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    said = rng.choice(SAID) if rng.random() < 0.7 else token(rng)
    line = f"{rng.choice(HEADERS)}: {said}".encode("utf-8", "replace")
    at = rng.randint(1, len(lines))
    lines[at : at + rng.randrange(2)] = [line] * rng.choice((1, 1, 1, 2, 120))
    return b"\r\n".join(lines) + gap + body


def with_status(rng: Random, data: bytes) -> bytes:
    """An answer with another status."""
    status = rng.choice((str(rng.randrange(1000)), "200", "301", "404", *HUGE))
    return re.sub(rb"^HTTP/\d\.\d \S*", f"HTTP/1.1 {status}".encode(), data)


def with_body(rng: Random, data: bytes) -> bytes:
    """An answer whose body is another, while its length stays the same, or not."""
    head, gap, body = data.partition(b"\r\n\r\n")
    body = mutated_text(rng, body.decode("utf-8", "replace")).encode("utf-8", "replace")
    if rng.random() < 0.6:
        head = re.sub(rb"(?i)content-length: \d+", b"Content-Length: %d" % len(body), head)
    return head + gap + body


def cut_short(rng: Random, data: bytes) -> bytes:
    """An answer that breaks off."""
    return data[: rng.randrange(len(data) + 1)]


CHANGES = (with_header, with_header, with_header, with_status, with_body, cut_short, flip, put_bytes)


def one(rng: Random) -> bytes:
    """An answer, recorded or changed, or a fault."""
    if rng.random() < 0.12:
        return rng.choice(FAULTS)
    data = rng.choice(ANSWERS)
    for _ in range(rng.choice((0, 1, 1, 2, 3))):
        data = rng.choice(CHANGES)(rng, data)
    return data


def answers(rng: Random) -> tuple[list[str], Mapping[str, bytes]]:
    """Addresses, and what their hosts answer one time after the other, as files in ``answers/``."""
    urls = [
        f"{rng.choice(('https', 'https', 'http'))}://h{at}.example/{rng.choice(('', 'a', 'a#part', 'p.pdf#page=3', 'a?b=c', '~x/é'))}"
        for at in range(rng.randint(1, 4))
    ]
    hosts = [f"h{at}.example" for at in range(len(urls))] + ["login.example", "archive.org", "web.archive.org"]
    return urls, {f"answers/{host}/{at}": one(rng) for host in hosts for at in range(rng.randint(1, 3))}
