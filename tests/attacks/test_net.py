"""What leaves the machine, and what is printed: secrets only where they are meant to go, private addresses nowhere."""

from __future__ import annotations

import io
import json
import sqlite3
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any, ClassVar

import pytest

from citecheck.report import FORMATS
from tests.cli.conftest import Run
from tests.cli.internet import Internet, Said, internet
from tests.servers import Server

SECRET = "hunter2"
USER = f"anna:{SECRET}"


def report(*urls: str, title: str = "Tides of the harbour, and of the sea") -> str:
    marks = " ".join(f"The water rises and it falls again<sup>{n}</sup>." for n, _ in enumerate(urls, 1))
    return f"# {title}\n\n{marks}\n\n" + "".join(
        f"<sup>{n}</sup> Doe, 2020, <{url}>\n\n" for n, url in enumerate(urls, 1)
    )


@pytest.fixture(autouse=True)
def no_pause(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("hosts.BACK_OFF", "guard.LOOK_UP"):
        monkeypatch.setattr(f"citecheck.net.{name}", 0.0 if "BACK" in name else 5.0)
    for name in ("LOOK_UP_EVERY", "SAVE_EVERY"):
        monkeypatch.setattr(f"citecheck.links.archive.{name}", 0.0)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(folder / "cache"))


class Handler(BaseHTTPRequestHandler):
    """Leads on by its path, and remembers what it was sent."""

    protocol_version = "HTTP/1.1"
    heard: ClassVar[list[tuple[str, str | None, str | None, str | None]]] = []
    other: ClassVar[str] = ""

    def do_GET(self) -> None:
        names = ("Authorization", "X-Key", "Cookie")
        self.heard.append((self.path, *(self.headers[name] for name in names)))
        status, headers = 200, {"Set-Cookie": "a=1"}
        match self.path.strip("/").split("/"):
            case ["away"]:
                status, headers = 302, {"Location": f"{self.other}/there", "Set-Cookie": "a=1"}
            case ["moved"]:
                status, headers = 301, {"Location": "/living"}
            case ["gone"]:
                status = 404
        body = b"<html><title>Tides</title><h1>Tides</h1><p>The water rises.</p></html>"
        self.send_response(status)
        for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *more: Any) -> None:
        """Says nothing."""


@pytest.fixture
def servers() -> Iterator[tuple[int, int]]:
    """Two servers on this machine, by their ports; the first one leads on to the second."""
    Handler.heard = []
    made = [Server(("127.0.0.1", 0), Handler) for _ in range(2)]
    for server in made:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    ports = [server.server_address[1] for server in made]
    Handler.other = f"http://127.0.0.1:{ports[1]}"
    yield ports[0], ports[1]
    for server in made:
        server.shutdown()
        server.server_close()


# Configured headers, user names, cookies.


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("127.0.0.1", False),
        ("127.0.0.1:{first}", False),
        ("http://127.0.0.1", False),
        ("http://127.0.0.1:{first}", True),
    ],
)
def test_configured_headers_go_only_to_the_scheme_host_and_port_they_are_set_for(
    cli: Run, folder: Path, servers: tuple[int, int], name: str, sent: bool
) -> None:
    first, _ = servers
    (folder / "citecheck.toml").write_text(
        f"[links]\nallow_private = true\ninterval = 0\n[links.hosts.'{name.format(first=first)}'.headers]\nX-Key = '{SECRET}'\n"
    )
    (folder / "a.md").write_text(report(f"http://127.0.0.1:{first}/away"), encoding="utf-8")
    ran = cli("links", "a.md")
    assert [(path, key) for path, _, key, _ in Handler.heard] == [("/away", SECRET if sent else None), ("/there", None)]
    assert ("were not sent to http://127.0.0.1" in ran.err) is True  # At least the second server was not sent them.
    assert SECRET not in ran.out + ran.err
    assert SECRET not in cli("config").out


@pytest.mark.parametrize("name", ["http://a/b", "ftp://a", "a:0", "a:99999", "a b", "http://", "user@a", "[::1", ""])
def test_a_name_that_is_no_host_is_wrong(cli: Run, folder: Path, name: str) -> None:
    (folder / "citecheck.toml").write_text(f"[links.hosts.'{name}'.headers]\nX-Key = 'k'\n")
    (folder / "a.md").write_text(report("https://quai.example/"), encoding="utf-8")
    ran = cli("links", "a.md", "--offline")
    assert (ran.status, ran.err.count("\n"), "'links.hosts'" in ran.err) == (2, 1, True)


@pytest.mark.parametrize("value", [f"{SECRET}\\u00e9", f" {SECRET}", f"{SECRET} ", f"{SECRET}\\n", f"{SECRET}\\u0000"])
def test_a_header_that_nobody_can_send_is_wrong_and_not_told(cli: Run, folder: Path, value: str) -> None:
    (folder / "citecheck.toml").write_text(f'[links.hosts."quai.example".headers]\nX-Key = "{value}"\n')
    (folder / "a.md").write_text(report("https://quai.example/"), encoding="utf-8")
    ran = cli("links", "a.md", "--offline")
    assert (ran.status, ran.err.count("\n"), SECRET in ran.err) == (2, 1, False)


def test_a_user_name_and_a_cookie_do_not_follow_to_another_port(
    cli: Run, folder: Path, servers: tuple[int, int]
) -> None:
    first, _ = servers
    (folder / "a.md").write_text(report(f"http://{USER}@127.0.0.1:{first}/away"), encoding="utf-8")
    ran = cli("links", "a.md", "--allow-private", "--interval", "0", "--verbose")
    (_, sent, _, _), (_, passed_on, _, cookie) = Handler.heard
    assert (sent or "").startswith("Basic ")
    assert (passed_on, cookie) == (None, None)
    assert SECRET not in ran.out + ran.err


# Behind a proxy.

NAMES = [
    *(
        "localhost.",
        "foo.localhost",
        "127.0.0.1.",
        "metadata.google.internal",
        "2130706433",
        "0x7f.1",
        "[::ffff:127.0.0.1]",
    ),
    *(
        "intranet.quai.example",
        "169.254.169.254",
        "[64:ff9b:1::a00:1]",
        "192.88.99.1",
        "[3fff::1]",
        "192.0.0.192",
        "wiki",
    ),
    *("printer.local", "nas.home.arpa", "box.lan", "168.63.129.16", "[fd00:ec2::254]"),
]


@pytest.mark.parametrize("host", NAMES)
@pytest.mark.parametrize("redirected", [False, True])
def test_no_private_host_is_asked_of_a_proxy(
    cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, host: str, redirected: bool
) -> None:
    def answers(url: str) -> Said:
        return Said(302, headers={"Location": f"http://{host}/secret"})

    url = "http://quai.example/a" if redirected else f"http://{host}/secret"
    (folder / "a.md").write_text(report(url), encoding="utf-8")
    resolved = {"quai.example": ["93.184.215.14"], "intranet.quai.example": ["93.184.215.14", "10.1.2.3"]}
    with internet(answers, folder, monkeypatch, "quai.example", names=lambda name: resolved.get(name, [])) as net:
        (link,) = json.loads(cli("links", "a.md", "--format", "json").out)["links"]
    assert (link["status"], "is not a public address" in link["reason"]) == ("skipped", True)
    assert net.asked == (["http://quai.example/a"] if redirected else [])


def test_what_only_the_proxy_can_look_up_is_asked_of_it(
    cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.md").write_text(report("http://quai.example/a"), encoding="utf-8")
    with internet(lambda url: Said(), folder, monkeypatch, "quai.example", names=lambda host: []) as net:
        assert "1 ok" in cli("links", "a.md").out
    assert net.asked == ["http://quai.example/a"]


# What archives are told.

GONE = "http://quai.example/gone"


def archived(url: str) -> Said:
    if "archive.org" in url:
        return Said(body=b"{}" if "available" in url else b"[]", kind="application/json")
    return Said(404) if "gone" in url else Said()


def told(net: Internet) -> list[str]:
    return [url for url in net.asked if "archive.org" in url]


@pytest.mark.parametrize("option", ["--archive", "--save"])
@pytest.mark.parametrize(
    ("url", "addresses", "why"),
    [
        ("http://quai.example/gone", ["10.1.2.3"], "not seen to be public"),
        ("http://quai.example/gone", [], "not seen to be public"),
        ("http://wiki.lan/gone", ["93.184.215.14"], "not seen to be public"),
        (f"http://quai.example/gone?access_token={SECRET}", ["93.184.215.14"], "access_token"),
        (f"http://quai.example/gone?X-Amz-Signature={SECRET}", ["93.184.215.14"], "X-Amz-Signature"),
        (f"http://{USER}@quai.example/gone", ["93.184.215.14"], "user name"),
    ],
)
def test_no_archive_is_told_of_what_is_private_or_secret(
    cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, option: str, url: str, addresses: list[str], why: str
) -> None:
    url = url if option == "--archive" else url.replace("gone", "living")
    (folder / "a.md").write_text(report(url), encoding="utf-8")

    def names(host: str) -> list[str]:
        return ["93.184.215.14"] if "archive" in host else addresses

    hosts = ("archive.org", "web.archive.org")
    with internet(archived, folder, monkeypatch, *hosts, names=names) as net:
        ran = cli("links", "a.md", option, "--allow-private", "--no-cache")
        data = json.loads(cli("links", "a.md", option, "--allow-private", "--no-cache", "--format", "json").out)
    assert told(net) == []
    assert any(line.strip().startswith("no archive was told of it") and why in line for line in ran.out.splitlines())
    assert "no archive was told of 1 of the links" in ran.err
    assert why in data["links"][0]["archive_not_told"]
    assert SECRET not in ran.err


@pytest.mark.parametrize("configured", [False, True])
def test_a_query_is_told_where_that_is_wanted_and_a_fragment_never(
    cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, configured: bool
) -> None:
    (folder / "a.md").write_text(report(f"{GONE}?token=x1#{SECRET}"), encoding="utf-8")
    (folder / "citecheck.toml").write_text(f"[links]\ntell_queries = {str(configured).lower()}\n")
    with internet(archived, folder, monkeypatch, "archive.org", "web.archive.org") as net:
        ran = cli("links", "a.md", "--archive", *([] if configured else ["--tell-queries"]))
    assert len(told(net)) == 3
    assert all("token" in url and SECRET not in url for url in told(net))
    assert "no archive was told" not in ran.out + ran.err


# Passwords in addresses.

PLACES = f"""# Tides of the harbour, and of the sea

The water rises and it falls again<sup>1</sup>. See [the page](https://{USER}@quai.example/b) and https://{USER}@quai.example/c.
It falls<sup>2</sup> and https://web.archive.org/web/2020/https://{USER}@quai.example/d tells of it, (https://{USER}\\@quai.example/e) too.

<sup>1</sup> Doe, 2020, <https://{USER}@quai.example/a?utm_source=x>

<sup>2</sup> Doe, 2019, http://https://{USER}@quai.example/f and htpp://{USER}@quai.example/g and https:/{USER}@quai.example/h

<!-- citecheck: ignore CIT999 https://{USER}@quai.example/waiver -->

# Bibliography

1. Doe, A. (2020). *The tides*. https://{USER}@quai.example/a?utm_source=x
2. Doe, A. (2018). *The tides of https://{USER}@quai.example/i*. https://quai.example/share?u=https%3A%2F%2F{USER.replace(":", "%3A")}%40quai.example%2F
"""
FRENCH = PLACES.replace("The water rises and it falls again", "L'eau monte dans le port et elle en redescend").replace(
    "# Bibliography", "# Bibliographie"
)


@pytest.fixture
def both(folder: Path) -> tuple[str, ...]:
    (folder / "en.md").write_text(PLACES, encoding="utf-8")
    (folder / "fr.md").write_text(FRENCH, encoding="utf-8")
    return ("--lang", "fr=fr.md", "--lang", "en=en.md")


COMMANDS = [
    *(("audit", "--format", one, "--verbose") for one in FORMATS),
    *(("reconcile", "--format", one) for one in ("text", "json", "csv", "html", "xliff")),
    ("links", "--offline", "--verbose"),
    ("links", "--offline", "--format", "json"),
    *(
        ("show", stage, *more)
        for stage in ("document", "citations", "numbering")
        for more in (["--verbose"], ["--format", "json"])
    ),
    *(("export", "--to", one) for one in ("bibtex", "csl-json", "ris")),
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_password_in_an_address_is_never_printed(
    cli: Run, folder: Path, both: tuple[str, ...], words: tuple[str, ...]
) -> None:
    ran = cli(*words, *both)
    if "ris" not in words:
        assert ran.status in (0, 1), ran.err
        assert ran.out
    assert SECRET not in ran.out + ran.err


def test_nor_is_it_written_to_data_files_spreadsheets_baselines_or_the_cache(
    cli: Run, folder: Path, both: tuple[str, ...], servers: tuple[int, int]
) -> None:
    (folder / "live.md").write_text(report(f"http://{USER}@127.0.0.1:{servers[0]}/moved"), encoding="utf-8")
    before = set(folder.rglob("*"))
    assert cli("extract", *both, "-o", "data").status == 0
    assert cli("reconcile", *both, "-o", "t.xlsx").status in (0, 1)
    assert cli("audit", *both, "--baseline", "base.json", "--update-baseline").status in (0, 1)
    assert cli("links", "live.md", "--allow-private").status == 0
    made = [file for file in folder.rglob("*") if file not in before and file.is_file()]
    assert {"footnotes.json", "bibliography.json", "t.xlsx", "base.json", "links.sqlite3"} <= {
        file.name for file in made
    }
    for file in made:
        data = file.read_bytes()
        parts = [data]
        if zipfile.is_zipfile(io.BytesIO(data)):
            parts += [zipfile.ZipFile(file).read(name) for name in zipfile.ZipFile(file).namelist()]
        assert not any(SECRET.encode() in part for part in parts), file


def test_extracted_data_gives_the_same_findings(cli: Run, folder: Path, both: tuple[str, ...]) -> None:
    def found(*words: str) -> list[tuple[str, str, str, int, int]]:
        data = json.loads(cli("audit", *words, "--select", "URL,CIT,NUM", "--format", "json").out)
        keys = ("code", "message", "path", "line", "column")
        return [tuple(one[key] for key in keys) for one in data["findings"] if one["code"] != "WAI003"]

    cli("extract", *both, "-o", "data")
    direct, data = found(*both), found()
    assert direct == data
    assert {"URL001", "URL002"} <= {code for code, *_ in direct}


def test_data_of_an_earlier_version_is_masked_as_it_is_read(cli: Run, folder: Path) -> None:
    (folder / "a.md").write_text(report("https://ANNA-hunter1@quai.example/a?utm_source=x"), encoding="utf-8")
    cli("extract", "a.md", "-o", "data")
    for file in (folder / "data").iterdir():
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("\u2022" * 12, USER), encoding="utf-8")
    assert USER in (folder / "data" / "footnotes.json").read_text(encoding="utf-8")
    ran = cli("audit", "--format", "json")
    assert (ran.status, SECRET in ran.out, "URL002" in ran.out) == (0, False, True)


def test_a_correction_changes_the_address_and_keeps_the_password(cli: Run, folder: Path) -> None:
    text = report(f"https://{USER}@quai.example/a?utm_source=x&id=7", f"http://https://{USER}@quai.example/b")
    (folder / "a.md").write_text(text, encoding="utf-8")
    data = json.loads(cli("audit", "a.md", "--format", "json").out)
    edits = [edit for one in data["findings"] if one["fix"] for edit in one["fix"]["edits"]]
    assert edits
    assert not any("\u2022" in edit["replacement"] for edit in edits)
    shown = cli("fix", "a.md", "--unsafe")
    assert f"+<sup>1</sup> Doe, 2020, <https://{USER}@quai.example/a?id=7>" in shown.out
    assert "may hold a user name and a password" in shown.err
    person = cli("fix", "a.md", "--unsafe", "--color", "always")
    assert "quai.example/a?" in person.out
    assert "id=7" in person.out
    assert SECRET not in person.out + person.err
    assert cli("fix", "a.md", "--unsafe", "--write").status == 0
    wanted = text.replace("utm_source=x&", "").replace("http://https://", "https://")
    assert (folder / "a.md").read_text(encoding="utf-8") == wanted


def test_the_excerpt_of_a_masked_address_is_as_long_as_its_span(cli: Run, folder: Path) -> None:
    (folder / "a.md").write_text(report(f"https://{USER}@quai.example/a?utm_source=x"), encoding="utf-8")
    (found,) = [
        one for one in json.loads(cli("audit", "a.md", "--format", "json").out)["findings"] if one["code"] == "URL002"
    ]
    assert found["excerpt"] == f"https://{chr(0x2022) * len(USER)}@quai.example/a?utm_source=x"
    assert found["end_column"] - found["column"] == len(found["excerpt"])


# Encryption.


def test_giving_up_encryption_is_told_and_no_safe_correction(
    cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slug = "tides-of-the-harbour-2020"

    def answers(url: str) -> Said:
        if url.startswith("https://"):
            return Said(301 if slug in url else 302, headers={"Location": url.replace("https", "http")})
        return Said()

    (folder / "a.md").write_text(report(f"https://quai.example/{slug}", "https://quai.example/b"), encoding="utf-8")
    with internet(answers, folder, monkeypatch, "quai.example"):
        data = json.loads(cli("links", "a.md", "--format", "json").out)
        assert [(one["status"], one["codes"]) for one in data["links"]] == [("moved", ["LNK002"]), ("ok", ["LNK009"])]
        assert "gave up encryption" in data["links"][1]["reason"]
        safe = cli("fix", "a.md", "--links")
        assert (safe.out, "1 more only with --unsafe" in safe.err) == ("", True)
        assert "without encryption" in cli("audit", "a.md", "--links", "--select", "LNK").out


# What is damaged.


@pytest.mark.parametrize(
    "row", ["[" * 100_000, '{"status": "living"}', "\x00", 5, b"\xff", '{"new_url": "http://x/ <b>"}']
)
def test_a_damaged_row_of_the_cache_is_asked_for_anew(
    cli: Run, folder: Path, servers: tuple[int, int], row: object
) -> None:
    (folder / "a.md").write_text(report(f"http://127.0.0.1:{servers[0]}/living"), encoding="utf-8")
    words = ("links", "a.md", "--allow-private", "--interval", "0")
    cli(*words)
    (file,) = (folder / "cache").rglob("links.sqlite3")
    with sqlite3.connect(file) as base:
        base.execute("UPDATE links SET link = ?", (row,))
    base.close()
    Handler.heard.clear()
    assert "1 skipped" in cli(*words, "--offline").out
    ran = cli(*words)
    assert (ran.status, [path for path, *_ in Handler.heard]) == (0, ["/living"])
    assert cli("fix", "a.md", "--links").status == 0


def test_half_a_character_in_an_address_stops_nothing(cli: Run, folder: Path, servers: tuple[int, int]) -> None:
    (folder / "a.md").write_text(report(f"http://127.0.0.1:{servers[0]}/living"), encoding="utf-8")
    cli("extract", "a.md", "-o", "data")
    for file in (folder / "data").iterdir():
        file.write_text(file.read_text(encoding="utf-8").replace("/living", "/\\ud800iving"), encoding="utf-8")
    for words in (["--archive"], ["--format", "json"], ["--offline"], ["--save", "--verbose"]):
        ran = cli("links", "--allow-private", *words)
        assert ran.status in (0, 2), ran.err
        assert "internal error" not in ran.err
        assert ran.status == 2 or "it is no valid address" in ran.out
    assert Handler.heard == []
