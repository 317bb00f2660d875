"""``citecheck links`` from end to end, against a server on this machine."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any, ClassVar

import pytest

from tests.cli.conftest import Run
from tests.servers import Server


class Handler(BaseHTTPRequestHandler):
    """Answers by its path."""

    protocol_version = "HTTP/1.1"
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        status, headers, body = 200, {}, b"<html><title>Tides</title><h1>Tides</h1><p id='here'>x</p></html>"
        match self.path.strip("/").split("/"):
            case ["gone"]:
                status = 404
            case ["wall"]:
                status = 403
            case ["moved"]:
                status, headers = 301, {"Location": "/living"}
            case ["old", name]:
                status, headers = 301, {"Location": f"/archives/{name}"}
            case ["to", name, *rest]:
                status, headers = 301, {"Location": f"/{'/'.join([name, *rest])}"}
            case ["soft", _]:
                body = b"<html><title>Page not found</title><h1>Page not found</h1></html>"
            case ["file.pdf"]:
                body = b"%PDF-1.4\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 8>> endobj\n%%EOF\n"
                headers = {"Content-Type": "application/pdf"}
            case ["picky"] if "Firefox" not in self.headers["User-Agent"]:
                status = 403
            case ["evil"]:
                status, headers = 301, {"Location": "/new) <b>x</b> [y](javascript:z)"}
            case ["brotli"]:
                body, headers = b"\x0b\x02\x80hello\x03", {"Content-Encoding": "br"}
            case ["home", _]:
                status, headers = 302, {"Location": "/"}
            case ["silence", *_]:
                time.sleep(20)
        self.send_response(status)
        for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *more: Any) -> None:
        """Says nothing."""


@pytest.fixture
def base(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server, and a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(folder / "cache"))
    Handler.asked = []
    server = Server(("127.0.0.1", 0), Handler)
    running = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    running.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def report(*urls: str, title: str = "Tides of the harbour, and of the sea") -> str:
    text = f"# {title}\n\n" + " ".join(
        f"The water rises and it falls again<sup>{n}</sup>." for n, _ in enumerate(urls, 1)
    )
    return text + "\n\n" + "".join(f"<sup>{n}</sup> Doe, 2020, <{url}>\n\n" for n, url in enumerate(urls, 1))


ALLOW = "--allow-private"
QUICK = (ALLOW, "--interval", "0", "--timeout", "5")


def test_text_tells_what_needs_a_person(cli: Run, folder: Path, base: str) -> None:
    names = ("living", "gone", "wall", "moved", "home/7", "living#nowhere")
    (folder / "a.md").write_text(report(*(f"{base}/{name}" for name in names)), encoding="utf-8")
    ran = cli("links", "a.md", *QUICK)
    assert ran.status == 1
    shown = re.sub(r"127\.0\.0\.1:\d+", "HOST", ran.out)
    assert shown == (
        "dead (1)\n  http://HOST/gone  LNK001\n    404 Not Found, twice\n    English, note 2  a.md:7:26\n\n"
        "home page (1)\n  http://HOST/home/7  LNK006\n    it leads to the home page http://HOST/\n    English, note 5  a.md:13:26\n\n"
        "moved (1)\n  http://HOST/moved  LNK002\n    301 Moved Permanently: it lives at http://HOST/living\n"
        "    English, note 4  a.md:11:26\n\n"
        "unverifiable (1)\n  http://HOST/wall  LNK003\n    not verified: 403 Forbidden\n    English, note 3  a.md:9:26\n\n"
        "ok (2)\n  http://HOST/living#nowhere  LNK007\n    200 OK; the page has no “#nowhere”\n    English, note 6  a.md:15:26\n\n"
        "6 links · 2 ok · 1 moved · 1 dead · 1 home page · 1 unverifiable\n"
    )


def test_json_is_as_promised(cli: Run, folder: Path, base: str) -> None:
    fr = "# Les marées du port\n\nL'eau monte et elle descend dans le port<sup>1</sup>.\n\n"
    (folder / "fr.md").write_text(f"{fr}<sup>1</sup> Doe, 2020, <{base}/gone>\n", encoding="utf-8")
    (folder / "en.md").write_text(report(f"{base}/living", f"{base}/gone"), encoding="utf-8")
    ran = cli("links", "--lang", "fr=fr.md", "--lang", "en=en.md", "--format", "json", *QUICK)
    assert ran.status == 1
    data = json.loads(ran.out)
    assert data["schema"] == "citecheck/links/1"
    assert data["summary"] == {
        "ok": 1,
        "moved": 0,
        "dead": 1,
        "soft_404": 0,
        "home": 0,
        "unverifiable": 0,
        "insecure": 0,
        "unreachable": 0,
        "skipped": 0,
    }
    gone = data["links"][0]
    promised = (
        *("url", "status", "codes", "http_status", "final_url", "redirects", "attempts", "elapsed_ms", "reason"),
        *("archived_url", "cached", "locations"),
    )
    assert set(promised) <= set(gone)
    assert (gone["status"], gone["codes"], gone["http_status"], gone["attempts"]) == ("dead", ["LNK001"], 404, 2)
    assert gone["reason"] == "404 Not Found, twice"
    assert [(one["lang"], one["note"], one["entry"], one["path"], one["line"]) for one in gone["locations"]] == [
        ("fr", "1", None, "fr.md", 5),
        ("en", "2", None, "en.md", 7),
    ]


def test_good_verdicts_are_known_the_next_time(cli: Run, folder: Path, base: str) -> None:
    (folder / "a.md").write_text(report(f"{base}/living", f"{base}/gone"), encoding="utf-8")
    cli("links", "a.md", *QUICK)
    Handler.asked.clear()
    cli("links", "a.md", *QUICK)
    assert Handler.asked == ["/gone", "/gone"]
    offline = json.loads(cli("links", "a.md", ALLOW, "--offline", "--format", "json").out)
    assert [(one["status"], one["cached"]) for one in offline["links"]] == [("ok", True), ("skipped", False)]
    assert len(Handler.asked) == 2
    for words in (["--refresh"], ["--no-cache"], ["--cache-ttl", "0s"]):
        Handler.asked.clear()
        cli("links", "a.md", *QUICK, *words)
        assert "/living" in Handler.asked, words


def test_private_addresses_are_not_asked_by_default(cli: Run, folder: Path, base: str) -> None:
    (folder / "a.md").write_text(report(f"{base}/living"), encoding="utf-8")
    ran = cli("links", "a.md")
    assert (ran.status, Handler.asked) == (0, [])
    assert "not asked: 127.0.0.1 is not a public address" in ran.out


def test_passwords_are_never_printed(cli: Run, folder: Path, base: str) -> None:
    (folder / "a.md").write_text(report(base.replace("//", "//anna:secret@") + "/gone"), encoding="utf-8")
    for words in (["links", "a.md", *QUICK, "--verbose"], ["links", "a.md", *QUICK, "--format", "json"]):
        ran = cli(*words)
        assert (ran.status, "secret" in ran.out + ran.err) == (1, False)
    (folder / "citecheck.toml").write_text("[links]\nallow_private = true\n")
    for format in ("text", "json"):
        ran = cli("audit", "a.md", "--links", "--select", "LNK", "--format", format)
        assert (ran.status, "secret" in ran.out + ran.err) == (1, False)


def test_without_a_network_there_is_one_line_and_nothing_is_judged(
    cli: Run, folder: Path, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_names(*more: Any, **options: Any) -> Any:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", no_names)
    (folder / "a.md").write_text(report("https://quai.example/a", "https://port.example/b"), encoding="utf-8")
    ran = cli("links", "a.md", "--interval", "0")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith("citecheck: there is no network")
    assert cli("audit", "a.md", "--links").status == 2


def test_verbose_shows_each_try(cli: Run, folder: Path, base: str) -> None:
    (folder / "a.md").write_text(report(f"{base}/gone", f"{base}/moved"), encoding="utf-8")
    ran = cli("links", "a.md", *QUICK, "--verbose")
    assert len(re.findall(r"/gone: 404, \d+ ms\n", ran.err)) == 2
    assert re.search(r"/moved → 301 \S+/living: 200, \d+ ms\n", ran.err)
    assert cli("links", "a.md", *QUICK, "--quiet").err == ""


def test_a_damaged_cache_is_made_anew_with_a_warning(cli: Run, folder: Path, base: str) -> None:
    file = folder / "cache" / "citecheck" / "links.sqlite3"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"nonsense " * 999)
    (folder / "a.md").write_text(report(f"{base}/living"), encoding="utf-8")
    ran = cli("links", "a.md", *QUICK)
    assert (ran.status, ran.err.count("\n"), "was made anew" in ran.err) == (0, 1, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--cache-ttl", "soon"], "--cache-ttl: 'soon' is no duration"),
        (["--exclude", "["], "--exclude: '[' is no regular expression of RE2"),
        (["--concurrency", "0"], "--concurrency"),
        (["--timeout", "x"], "--timeout"),
    ],
)
def test_mistakes_are_said_in_one_line(cli: Run, folder: Path, words: list[str], said: str) -> None:
    (folder / "a.md").write_text(report("https://quai.example/a"), encoding="utf-8")
    ran = cli("links", "a.md", *words)
    assert (ran.status, ran.err.count("\n"), said in ran.err) == (2, 1, True)


def test_the_configuration_is_heeded(cli: Run, folder: Path, base: str) -> None:
    (folder / "citecheck.toml").write_text(
        '[links]\nexclude = ["/home/"]\nallow_private = ["127.0.0.0/8"]\ninterval = 0\n[links.hosts."127.0.0.1"]\naccept = [403]\n'
    )
    (folder / "a.md").write_text(report(f"{base}/wall", f"{base}/home/1"), encoding="utf-8")
    data = json.loads(cli("links", "a.md", "--format", "json").out)
    assert [one["status"] for one in data["links"]] == ["ok", "skipped"]


@pytest.mark.parametrize(
    ("part", "missing"),
    [
        ("living#here", None),
        ("living#there", "there"),
        ("living#:~:text=Tides", None),
        ("living#here:~:text=Tides,x", None),
        ("living#:~:text=Ebb", ":~:text=Ebb"),
        ("file.pdf#page=8", None),
        ("file.pdf#page=12", "page=12"),
    ],
)
def test_the_part_of_a_page_is_looked_for(cli: Run, folder: Path, base: str, part: str, missing: str | None) -> None:
    (folder / "a.md").write_text(report(f"{base}/{part}"), encoding="utf-8")
    (link,) = json.loads(cli("links", "a.md", *QUICK, "--format", "json").out)["links"]
    assert (link["status"], link["missing_fragment"]) == ("ok", missing)
    assert link["codes"] == (["LNK007"] if missing else [])


def test_a_browser_s_headers_are_tried_when_asked_for_and_that_is_said(cli: Run, folder: Path, base: str) -> None:
    (folder / "a.md").write_text(report(f"{base}/picky"), encoding="utf-8")
    assert "not verified: 403 Forbidden" in cli("links", "a.md", *QUICK, "--no-cache").out
    ran = cli("links", "a.md", *QUICK, "--browser-headers", "--verbose")
    assert "200 OK; only for a browser's headers" in ran.out
    assert "as a browser" in ran.err


# The audit.


def test_an_audit_asks_only_when_told(cli: Run, folder: Path, base: str) -> None:
    (folder / "citecheck.toml").write_text("[links]\nallow_private = true\ninterval = 0\n")
    (folder / "a.md").write_text(report(f"{base}/gone", f"{base}/living", f"{base}/gone"), encoding="utf-8")
    plain = json.loads(cli("audit", "a.md", "--format", "json").out)
    assert Handler.asked == []
    assert {"code": "LNK001", "reason": "offline"} in plain["coverage"]["skipped"]
    made = json.loads(cli("audit", "a.md", "--links", "--format", "json").out)
    (found,) = [one for one in made["findings"] if one["code"] == "LNK001"]
    assert (found["note"], [one["note"] for one in found["related"]]) == ("1", ["3"])
    assert "LNK001" in made["coverage"]["run"]
    said = cli("audit", "a.md", "--links", "--select", "LNK").out
    assert "2 links checked (1 ok, 1 dead)" in said
    Handler.asked.clear()
    known = json.loads(cli("audit", "a.md", "--links", "--offline", "--select", "LNK", "--format", "json").out)
    assert (Handler.asked, known["findings"]) == ([], [])


# Corrections.

SLUG = "tides-of-the-harbour"


@pytest.fixture
def asked_before(cli: Run, folder: Path, base: str) -> Callable[..., None]:
    """Writes a report and asks for its links; later runs know the good ones."""
    (folder / "citecheck.toml").write_text("[links]\nallow_private = true\ninterval = 0\n")

    def asked(*names: str) -> None:
        (folder / "a.md").write_text(report(*(f"{base}/{name}" for name in names)), encoding="utf-8")
        cli("links", "a.md", "--fail-on", "never")
        Handler.asked.clear()

    return asked


def test_a_page_that_has_moved_becomes_a_correction_where_links_were_checked(
    cli: Run, folder: Path, base: str, asked_before: Callable[..., None]
) -> None:
    asked_before(f"old/{SLUG}", "moved")
    before = (folder / "a.md").read_text(encoding="utf-8")
    assert "/archives/" not in cli("fix", "a.md").out
    shown = cli("fix", "a.md", "--links")
    assert f"+<sup>1</sup> Doe, 2020, <{base}/archives/{SLUG}>" in shown.out
    assert re.search(r"1 more only with --unsafe, because a person should look at it: LNK002 a\.md:7:\d+\n", shown.err)
    assert (cli("fix", "a.md", "--links", "--check").status, Handler.asked) == (1, [])
    cli("fix", "a.md", "--links", "--write")
    once = (folder / "a.md").read_text(encoding="utf-8")
    assert once == before.replace(f"/old/{SLUG}", f"/archives/{SLUG}")
    again = cli("fix", "a.md", "--links", "--write", "--unsafe")
    assert "not known: 'citecheck links' asks for them" in again.err
    assert (folder / "a.md").read_text(encoding="utf-8") == once.replace("/moved>", "/living>")
    assert cli("fix", "a.md", "--links", "--unsafe").out == ""
    cli("links", "a.md")
    assert json.loads(cli("audit", "a.md", "--links", "--select", "LNK", "--format", "json").out)["findings"] == []


@pytest.mark.parametrize("name", ["to/gone", "to/wall", "to/home/7", "to/soft/7", "to/brotli", "to/silence"])
def test_a_page_that_has_moved_to_what_is_not_fine_is_no_correction(
    cli: Run, folder: Path, base: str, asked_before: Callable[..., None], name: str
) -> None:
    if name == "to/silence":
        (folder / "citecheck.toml").write_text("[links]\nallow_private = true\ntimeout = 0.3\nretries = 0\n")
        (folder / "a.md").write_text(report(f"{base}/{name}"), encoding="utf-8")
        cli("links", "a.md")
    else:
        asked_before(name)
    assert cli("fix", "a.md", "--links", "--unsafe").out == ""
    made = json.loads(cli("audit", "a.md", "--links", "--select", "LNK", "--format", "json").out)
    assert [one["code"] for one in made["findings"] if one["fix"]] == []


def test_what_is_not_known_is_not_corrected_and_that_is_said(cli: Run, folder: Path, base: str) -> None:
    (folder / "citecheck.toml").write_text("[links]\nallow_private = true\n")
    (folder / "a.md").write_text(report(f"{base}/old/{SLUG}"), encoding="utf-8")
    ran = cli("fix", "a.md", "--links")
    assert (ran.status, ran.out, Handler.asked) == (0, "", [])
    assert "1 of 1 link not known: 'citecheck links' asks for them" in ran.err


def test_what_a_server_calls_a_new_address_is_written_as_one(
    cli: Run, folder: Path, base: str, asked_before: Callable[..., None]
) -> None:
    asked_before("evil")
    cli("fix", "a.md", "--links", "--unsafe", "--write")
    text = (folder / "a.md").read_text(encoding="utf-8")
    assert "<b>" not in text
    assert "](" not in text
    assert f"{base}/new%29%20%3Cb%3Ex%3C/b%3E%20%5By%5D%28javascript:z%29>" in text


def test_a_page_that_comes_compressed_unasked_is_no_dead_one(cli: Run, folder: Path, base: str) -> None:
    (folder / "a.md").write_text(report(f"{base}/brotli"), encoding="utf-8")
    ran = cli("links", "a.md", *QUICK, "--verbose")
    assert ran.status == 0
    assert "200 OK; what it says could not be read, since it came compressed as br unasked" in ran.out


# A terminal.


@pytest.mark.skipif(sys.platform == "win32", reason="no terminals here")
def test_on_a_terminal_a_bar_shows_how_far_it_is(folder: Path, base: str) -> None:
    (folder / "a.md").write_text(report(*(f"{base}/living/{n}" for n in range(9)), f"{base}/gone"), encoding="utf-8")
    screen, stderr = os.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "citecheck", "links", "a.md", ALLOW, "--per-host", "1"],
        stdout=subprocess.PIPE,
        stderr=stderr,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "120"},
        text=True,
    )
    os.close(stderr)
    shown = bytearray()
    reading = threading.Thread(target=drained, args=(screen, shown), daemon=True)
    reading.start()
    out, _ = running.communicate(timeout=60)
    reading.join(10)
    os.close(screen)
    seen = shown.decode("utf-8", "replace")
    assert running.returncode == 1
    assert re.search(r"\d+/10", seen)
    assert re.search(r"[1-9] ok", seen)
    # It is gone at the end, and standard output never sees it.
    assert seen.endswith("\x1b[2K")
    assert "\x1b" not in out


def drained(screen: int, into: bytearray) -> None:
    """Reads a terminal until nobody writes to it any more."""
    while True:
        try:
            piece = os.read(screen, 65536)
        except OSError:
            return
        if not piece:
            return
        into += piece


# Signals.


@pytest.mark.skipif(not hasattr(os, "kill") or sys.platform == "win32", reason="no signals here")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_with_what_is_known(folder: Path, base: str, number: int, status: int) -> None:
    urls = [f"{base}/living", *(f"{base}/silence/{n}" for n in range(40))]
    (folder / "a.md").write_text(report(*urls), encoding="utf-8")
    running = subprocess.Popen(
        [sys.executable, "-m", "citecheck", "links", "a.md", *QUICK, "--timeout", "60", "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        for _ in range(600):
            if sum(path.startswith("/silence") for path in Handler.asked) >= 3:
                break
            time.sleep(0.05)
        time.sleep(0.3)
        running.send_signal(number)
        out, err = running.communicate(timeout=15)
    finally:
        running.kill()
    data = json.loads(out)
    assert running.returncode == status, err
    assert [one["status"] for one in data["links"]] == ["ok"] + ["skipped"] * 40
    assert data["links"][1]["reason"] == "not asked: the run was interrupted"
    assert err == "citecheck: interrupted: what was known by then is shown\n"
    assert (folder / "cache" / "citecheck" / "links.sqlite3").is_file()
