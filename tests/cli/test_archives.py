"""Archived copies from end to end: the command line against the three interfaces, with what goes wrong there."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.cli.conftest import Run
from tests.cli.internet import Internet, Said, internet

GONE, SOFT, LIVING = "http://quai.example/gone/7", "http://quai.example/soft/7", "http://quai.example/living"
NEAREST = f"https://web.archive.org/web/20180301000000/{GONE}"
FR = (
    "# Les marées du port\n\nL'eau monte dans le port et elle en redescend<sup>1</sup>.\n\n<sup>1</sup> Doe, 2015, p. 3\n\n"
    f"# Bibliographie\n\n1. Doe, A. (2015). *Les marées*. Consulté le 7 mars 2018, {GONE}\n"
)
EN = (
    "# The tides of the harbour\n\nThe water rises in the harbour and it falls again<sup>1</sup>.\n\n<sup>1</sup> Doe, 2015, p. 3\n\n"
    f"# Bibliography\n\n1. Doe, A. (2015). *The tides*. Retrieved 7 March 2018 from {GONE}\n"
)

AVAILABLE = {"url": GONE, "archived_snapshots": {"closest": {"available": True, "status": "200", "url": NEAREST}}}
AVAILABLE["archived_snapshots"]["closest"]["timestamp"] = "20180301000000"  # type: ignore[index]
ROWS = [["timestamp", "original"], ["20180301000000", GONE]]
MAP = (
    f'<{GONE}>; rel="original",\n<https://web.archive.org/web/timemap/link/{GONE}>; rel="self"; type="application/link-format",\n'
    f'<https://web.archive.org/web/20140101000000/{GONE}>; rel="first memento"; datetime="Wed, 01 Jan 2014 00:00:00 GMT",\n'
    f'<{NEAREST}>; rel="memento"; datetime="Thu, 01 Mar 2018 00:00:00 GMT",\n'
    f'<https://web.archive.org/web/20200101000000/{GONE}>; rel="last memento"; datetime="Wed, 01 Jan 2020 00:00:00 GMT"\n'
)


def data(value: object) -> Said:
    return Said(body=json.dumps(value).encode(), kind="application/json")


NO_COPY = data({"url": GONE, "archived_snapshots": {}})
NO_ROWS, NO_MAP = data([]), Said(404, b"", kind="text/plain")
HAS = {"available": data(AVAILABLE), "cdx": data(ROWS), "map": Said(body=MAP.encode(), kind="application/link-format")}
NONE = {"available": NO_COPY, "cdx": NO_ROWS, "map": NO_MAP}
ERRORS = {
    "busy": Said(429, b"slow down", {"Retry-After": "0"}),
    "down": Said(503, b"sorry"),
    "malformed": Said(200, b'{"archived_snapshots": {"closest"', kind="application/json"),
    "another kind": Said(200, b'"5"', kind="application/json"),
    "a page": Said(200, b"<html><title>Wayback</title>"),
}
EMPTY = Said(200, b"", kind="application/json")


def interface(url: str) -> str | None:
    for name, start in (
        ("available", "https://archive.org/wayback/available?"),
        ("cdx", "https://web.archive.org/cdx/search/cdx?"),
        ("map", "https://web.archive.org/web/timemap/link/"),
        ("save", "https://web.archive.org/save/"),
    ):
        if url.startswith(start):
            return name
    return None


Net = Callable[..., AbstractContextManager[Internet]]


@pytest.fixture
def net(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Net:
    """An internet with two sites and an archive; nobody waits for anybody."""
    monkeypatch.setattr("citecheck.links.archive.LOOK_UP_EVERY", 0.0)
    monkeypatch.setattr("citecheck.links.archive.SAVE_EVERY", 0.0)
    monkeypatch.setattr("citecheck.net.hosts.BACK_OFF", 0.0)
    (folder / "fr.md").write_text(FR, encoding="utf-8")
    (folder / "en.md").write_text(EN, encoding="utf-8")

    def made(**archive: Said) -> AbstractContextManager[Internet]:
        def answers(url: str) -> Said:
            name = interface(url)
            if name is not None:
                return archive[name]
            if "/soft/" in url:
                return Said(body=b"<html><title>Page not found</title><h1>Page not found</h1></html>")
            return Said() if url == LIVING or "web.archive.org/web/" in url else Said(404)

        return internet(answers, folder, monkeypatch, "archive.org", "web.archive.org", "quai.example", "doi.org")

    return made


BOTH = ("--lang", "fr=fr.md", "--lang", "en=en.md")


def asked(net: Internet) -> list[str]:
    return [name for name in map(interface, net.asked) if name is not None]


@pytest.fixture(params=["available", "cdx", "map"])
def first(request: pytest.FixtureRequest) -> str:
    """The first interface that has the copy."""
    return str(request.param)


def test_each_interface_gives_the_copy_nearest_to_the_day_of_reading(cli: Run, net: Net, first: str) -> None:
    at = list(HAS).index(first)
    with net(**{name: (HAS if number >= at else NONE)[name] for number, name in enumerate(HAS)}) as there:
        ran = cli("links", *BOTH, "--archive", "--format", "json")
    (link,) = json.loads(ran.out)["links"]
    assert (ran.status, link["status"], link["codes"]) == (1, "dead", ["LNK001"])
    assert (link["archived_url"], link["archived_on"], link["archive_answered"]) == (NEAREST, "2018-03-01", True)
    assert asked(there) == list(HAS)[: at + 1]
    queries = [parse_qs(urlsplit(url).query) for url in there.asked if interface(url) in ("available", "cdx")]
    assert [(one["url"], one.get("timestamp", one.get("closest"))) for one in queries] == [
        ([GONE], ["20180307"]) for _ in queries
    ]
    assert set(there.tunnels) <= {"archive.org:443", "web.archive.org:443"}


@pytest.mark.parametrize("error", [*ERRORS.values(), EMPTY, NO_COPY], ids=[*ERRORS, "empty", "no copy"])
def test_what_goes_wrong_at_one_is_made_good_by_the_next(cli: Run, net: Net, error: Said) -> None:
    with net(available=error, cdx=error, map=HAS["map"]):
        (link,) = json.loads(cli("links", *BOTH, "--archive", "--format", "json").out)["links"]
    assert (link["archived_url"], link["archive_answered"]) == (NEAREST, True)


@pytest.mark.parametrize("error", ERRORS.values(), ids=ERRORS)
def test_where_one_does_not_say_it_is_not_said_that_there_is_no_copy(cli: Run, net: Net, error: Said) -> None:
    with net(available=error, cdx=NO_ROWS, map=NO_MAP):
        ran = cli("links", *BOTH, "--archive")
    assert ran.status == 1
    assert "not all archives answered: there may be a copy" in ran.out
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("available", [NO_COPY, EMPTY, data([])], ids=["none", "empty", "list"])
def test_where_all_say_that_they_have_none_that_is_said(cli: Run, net: Net, available: Said) -> None:
    with net(available=available, cdx=EMPTY, map=NO_MAP):
        ran = cli("links", *BOTH, "--archive")
    assert "no archive has a copy" in ran.out


def test_an_archive_that_fails_is_not_asked_for_every_url(cli: Run, folder: Path, net: Net) -> None:
    urls = [f"http://quai.example/gone/{n}" for n in range(12)]
    notes = "\n\n".join(f"<sup>{n}</sup> Doe, 2020, {url}" for n, url in enumerate(urls, 1))
    marks = " ".join(f"The water rises and it falls again<sup>{n}</sup>." for n, _ in enumerate(urls, 1))
    (folder / "many.md").write_text(f"# Tides\n\n{marks}\n\n{notes}\n", encoding="utf-8")
    down = ERRORS["down"]
    with net(available=down, cdx=down, map=down) as there:
        made = json.loads(cli("links", "many.md", "--archive", "--per-host", "1", "--format", "json").out)
    assert [link["archive_answered"] for link in made["links"]] == [False] * 12
    assert len(asked(there)) < 2 * 3 * 12


def test_a_busy_archive_is_asked_again(cli: Run, net: Net) -> None:
    with net(available=ERRORS["busy"], cdx=NO_ROWS, map=NO_MAP) as there:
        cli("links", *BOTH, "--archive")
    assert asked(there).count("available") == 2


def test_nobody_is_asked_unless_that_is_wanted(cli: Run, net: Net) -> None:
    with net(**HAS) as there:
        ran = cli("links", *BOTH)
    assert (asked(there), "archive" in ran.out) == ([], False)


def test_text_shows_the_copy(cli: Run, net: Net) -> None:
    with net(**HAS):
        assert f"archived on 1 March 2018: {NEAREST}" in cli("links", *BOTH, "--archive").out


@pytest.mark.parametrize(("url", "code"), [(GONE, "LNK001"), (SOFT, "LNK004")])
def test_an_audit_gives_the_copy_as_hint_and_as_fix(cli: Run, folder: Path, net: Net, url: str, code: str) -> None:
    (folder / "citecheck.toml").write_text("[links]\narchive = true\ninterval = 0\n")
    for name, text in (("fr.md", FR), ("en.md", EN)):
        (folder / name).write_text(text.replace(GONE, url), encoding="utf-8")
    with net(**HAS):
        made = json.loads(cli("audit", *BOTH, "--links", "--select", "LNK", "--format", "json").out)
    (found,) = made["findings"]
    assert (found["code"], found["hint"]) == (code, f"A copy of 2018-03-01 is archived: {NEAREST}")
    assert (found["fix"]["safe"], {edit["path"] for edit in found["fix"]["edits"]}) == (False, {"fr.md", "en.md"})
    assert {edit["replacement"] for edit in found["fix"]["edits"]} == {NEAREST}


def test_a_file_of_links_makes_the_copy_a_correction(cli: Run, folder: Path, net: Net) -> None:
    with net(**HAS) as there:
        cli("links", *BOTH, "--archive", "--format", "json", "--output", "links.json")
        asked_for = len(there.asked)
        told = cli("fix", *BOTH, "--links-from", "links.json")
        assert (told.out, len(there.asked)) == ("", asked_for)
        assert "1 more only with --unsafe, because a person should look at it: LNK001 fr.md:" in told.err
        assert (
            f"dead: {GONE} (404 Not Found, twice)"
            in cli("fix", *BOTH, "--links-from", "links.json", "--unsafe", "--verbose").err
        )
        cli("fix", *BOTH, "--links-from", "links.json", "--unsafe", "--write")
    assert (folder / "fr.md").read_text(encoding="utf-8") == FR.replace(GONE, NEAREST)
    assert (folder / "en.md").read_text(encoding="utf-8") == EN.replace(GONE, NEAREST)
    assert cli("fix", *BOTH, "--links-from", "links.json", "--unsafe").out == ""


NO_ADDRESS = (
    '{"schema": "citecheck/links/1", "links": [{"url": "http://quai.example/a", "status": "moved", "reason": "x",'
    ' "archived_url": null, "new_url": "http://x/ <b>"}]}'
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no JSON", "is not what 'citecheck links --format json' writes"),
        ("[]", "is not what 'citecheck links --format json' writes"),
        ('{"schema": "citecheck/findings/1"}', "its schema is 'citecheck/findings/1'"),
        ('{"schema": "citecheck/links/1", "links": [{"url": 5}]}', "is not what"),
        (NO_ADDRESS, "links[0].new_url: expected `str` of another form"),
        (NO_ADDRESS.replace(" <b>", "\\u202e"), "links[0].new_url: expected `str` of another form"),
        (None, "links.json"),
    ],
)
def test_a_file_that_holds_no_links_is_said_in_one_line(cli: Run, folder: Path, text: str | None, said: str) -> None:
    (folder / "en.md").write_text(EN, encoding="utf-8")
    if text is not None:
        (folder / "links.json").write_text(text, encoding="utf-8")
    ran = cli("fix", "en.md", "--links-from", "links.json")
    assert (ran.status, ran.out, ran.err.count("\n"), said in ran.err) == (2, "", 1, True)
    assert cli("fix", "en.md", "--links-from", "links.json", "--links").status == 2


def test_an_address_with_a_password_is_told_to_no_archive(cli: Run, folder: Path, net: Net) -> None:
    secret = "http://anna:secret@quai.example/gone/7"
    (folder / "a.md").write_text(EN.replace(GONE, secret), encoding="utf-8")
    with net(**HAS) as there:
        ran = cli("links", "a.md", "--archive", "--save")
    assert (asked(there), "secret" in ran.out + ran.err) == ([], False)


# Captures.

SAVED = f"https://web.archive.org/web/20261124090000/{LIVING}"


@pytest.mark.parametrize(
    ("save", "said"),
    [
        (Said(302, headers={"Location": SAVED}), f"archived just now: {SAVED}"),
        (Said(200, headers={"Content-Location": f"/web/20261124090000/{LIVING}"}), f"archived just now: {SAVED}"),
        (Said(429, b"four a minute"), "no copy could be made"),
        (Said(520), "no copy could be made"),
    ],
)
def test_a_capture_of_what_lives_and_has_none(cli: Run, folder: Path, net: Net, save: Said, said: str) -> None:
    (folder / "a.md").write_text(EN.replace(GONE, LIVING), encoding="utf-8")
    with net(**NONE, save=save) as there:
        ran = cli("links", "a.md", "--save", "--verbose")
    assert (ran.status, asked(there).count("save"), said in ran.out) == (0, 1, True)


def test_no_capture_where_there_is_a_copy_or_where_that_is_not_known(cli: Run, folder: Path, net: Net) -> None:
    (folder / "a.md").write_text(EN.replace(GONE, LIVING), encoding="utf-8")
    down = ERRORS["down"]
    for archive, kept in ((HAS, NEAREST), ({"available": down, "cdx": down, "map": down}, None)):
        with net(**archive) as there:
            (link,) = json.loads(cli("links", "a.md", "--save", "--no-cache", "--format", "json").out)["links"]
        assert "save" not in asked(there)
        assert (link["status"], link["archived_url"], link["saved"]) == ("ok", kept, False)
