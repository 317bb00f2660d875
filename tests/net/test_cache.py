"""The cache: what is kept, for how long, and what becomes of a file that is no such cache."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from citecheck.model.answer import Hop
from citecheck.model.links import HostSettings, Link, LinkSettings, LinkStatus, Try
from citecheck.model.phrase import Phrase
from citecheck.net.cache import NAME, Cache
from citecheck.net.session import open_cache
from tests.net.clocks import FakeClock

DAY = 86400.0
URL = "https://quai.example/a#b"
GOOD = Link(
    URL,
    LinkStatus.MOVED,
    Phrase.of("moved", url="https://quai.example/c", status="301 Moved Permanently"),
    http_status=200,
    final_url="https://quai.example/c",
    redirects=(Hop("https://quai.example/a", 301, "https://quai.example/c"),),
    tries=(Try("https://quai.example/c", "200", 12),),
    new_url="https://quai.example/c#b",
)


def cache(folder: Path, clock: FakeClock | None = None, ttl: float = 7 * DAY) -> Cache:
    return Cache(folder / NAME, ttl, clock or FakeClock())


def test_a_good_verdict_comes_back_as_it_was(tmp_path: Path) -> None:
    clock = FakeClock()
    first = cache(tmp_path, clock)
    first.put(GOOD)
    first.close()
    again = cache(tmp_path, clock)
    assert again.get(URL) == GOOD
    assert again.get("https://quai.example/a") is None
    assert again.warnings == []


def test_it_counts_for_its_time_and_no_longer(tmp_path: Path) -> None:
    clock = FakeClock()
    kept = cache(tmp_path, clock)
    kept.put(GOOD)
    clock.time = 7 * DAY - 1
    assert kept.get(URL) is not None
    clock.time = 7 * DAY
    assert kept.get(URL) is None
    assert cache(tmp_path, clock, ttl=30 * DAY).get(URL) is not None
    clock.time = -60  # Written in the future: the clock was wrong then, or is now.
    assert kept.get(URL) is None


@pytest.mark.parametrize("status", [one for one in LinkStatus if one not in (LinkStatus.OK, LinkStatus.MOVED)])
def test_what_is_not_good_is_never_kept(tmp_path: Path, status: LinkStatus) -> None:
    kept = cache(tmp_path)
    kept.put(Link(URL, status, Phrase.of("x")))
    assert kept.get(URL) is None


def test_an_address_with_a_password_is_not_written_down(tmp_path: Path) -> None:
    kept = cache(tmp_path)
    kept.put(Link("https://anna:secret@quai.example/", LinkStatus.OK, Phrase.of("answered")))
    kept.close()
    assert b"secret" not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


@pytest.mark.parametrize(
    "damage",
    [b"no database at all, but long enough to look like something" * 50, b"SQLite format 3\x00" + b"\xff" * 4000],
)
def test_a_damaged_file_is_made_anew_with_a_warning(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / NAME).write_bytes(damage)
    made = cache(tmp_path)
    assert [one.key for one in made.warnings] == ["cache-rebuilt"]
    made.put(GOOD)
    made.close()
    again = cache(tmp_path)
    assert (again.get(URL), again.warnings) == (GOOD, [])


def test_another_program_s_file_is_made_anew_with_a_warning(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / NAME)
    other.execute("CREATE TABLE links (something TEXT)")
    other.commit()
    other.close()
    made = cache(tmp_path)
    assert [one.key for one in made.warnings] == ["cache-rebuilt"]
    made.put(GOOD)
    assert made.get(URL) == GOOD


def test_a_file_whose_damage_is_no_text_is_made_anew_with_a_warning(tmp_path: Path) -> None:
    kept = cache(tmp_path)
    kept.put(GOOD)
    kept.close()
    file = tmp_path / NAME
    # SQLite quotes the name of a table that it cannot make sense of, and this one cannot be decoded.
    file.write_bytes(
        file.read_bytes().replace(b"linkslinks", b"l\xffnksl\xffnks").replace(b"CREATE TABLE", b"CREATE TXBLE")
    )
    again = cache(tmp_path)
    assert [one.key for one in again.warnings] == ["cache-rebuilt"]
    again.put(GOOD)
    assert again.get(URL) == GOOD


def test_damage_that_shows_only_when_it_is_read_is_survived(tmp_path: Path) -> None:
    clock = FakeClock()
    kept = cache(tmp_path, clock)
    for n in range(500):
        kept.put(Link(f"https://quai.example/{n}", LinkStatus.OK, Phrase.of("answered", status="200 OK")))
    kept.close()
    file = tmp_path / NAME
    data = bytearray(file.read_bytes())
    data[8192:] = b"\xa5" * (len(data) - 8192)
    file.write_bytes(data)
    again = cache(tmp_path, clock)
    for n in range(500):
        again.get(f"https://quai.example/{n}")
    again.put(GOOD)
    assert again.get(URL) == GOOD
    assert [one.key for one in again.warnings] == ["cache-rebuilt"]


def row(**changes: object) -> str:
    """The row of the good verdict, with some of it changed."""
    made = {
        "status": "moved",
        "reason": ["moved", {"url": "https://quai.example/c", "status": "301 Moved Permanently"}],
        "http_status": 200,
        "final_url": "https://quai.example/c",
        "redirects": [["https://quai.example/a", 301, "https://quai.example/c"]],
        "tries": [["https://quai.example/c", "200", 12, False]],
        "new_url": "https://quai.example/c#b",
        "browser_headers": False,
    }
    return json.dumps(made | changes)


ROWS: list[object] = [
    *(
        "{}",
        "no JSON",
        '{"status": "dead"}',
        '{"status": "ok", "reason": 5}',
        "[]",
        "",
        "null",
        "5",
        "\x00",
        "\ufeff{}",
    ),
    *("[" * 100_000, '{"status":' * 50_000, '{"http_status": ' + "9" * 5000 + "}"),
    *(5, 1.5, None, b"\xff\xfe", b"\x00", b""),
    *(row(status=one) for one in ("dead", "living", "", None, 1, ["ok"])),
    *(row(http_status=one) for one in ("200", 99, 10**30, -1, 1e400, True)),
    *(
        row(reason=one)
        for one in (None, [], ["x"], [1, {}], ["x", []], ["x", {"a": None}], ["x", {"a": {"b": 1}}], "x")
    ),
    *(
        row(redirects=one)
        for one in (None, {}, [[]], [["a", "b", "c"]], [["a", 301]], [["a", 301, "b", 4]], [[None] * 3])
    ),
    *(row(tries=one) for one in ([["a", 200, 1, False]], [["a", "200", 1e9, False]], [["a", "200", -5, False]], "x")),
    *(
        row(new_url=one)
        for one in (5, "javascript:x", "https://x/ <b>", "https://x/\u202e", "https://x/\n", "x" * 30_000)
    ),
    *(row(final_url=5), row(browser_headers="no"), row(more=1)),
]


@pytest.mark.parametrize("text", ROWS, ids=range(len(ROWS)))
def test_a_row_that_makes_no_sense_is_passed_over(tmp_path: Path, text: object) -> None:
    kept = cache(tmp_path)
    kept.put(GOOD)
    with sqlite3.connect(tmp_path / NAME) as base:
        base.execute("DROP TABLE links")
        base.execute("CREATE TABLE links (url TEXT PRIMARY KEY, at REAL, link TEXT)")
        base.execute("INSERT INTO links VALUES (?, ?, ?)", (f" {URL}", FakeClock().now(), text))
    base.close()
    assert kept.get(URL) is None
    kept.put(GOOD)
    assert (kept.get(URL), kept.warnings) == (GOOD, [])


@pytest.mark.parametrize("at", ["soon", None, b"\xff", float("inf"), float("-inf"), 2**62, "9" * 400])
def test_a_time_that_makes_no_sense_is_none(tmp_path: Path, at: object) -> None:
    kept = cache(tmp_path)
    with sqlite3.connect(tmp_path / NAME) as base:
        base.execute("DROP TABLE links")
        base.execute("CREATE TABLE links (url TEXT PRIMARY KEY, at, link TEXT)")
        base.execute("INSERT INTO links VALUES (?, ?, ?)", (f" {URL}", at, row()))
    base.close()
    assert (kept.get(URL), kept.warnings) == (None, [])


def test_the_rows_of_these_tests_are_as_they_are_written(tmp_path: Path) -> None:
    kept = cache(tmp_path)
    kept.put(GOOD)
    with sqlite3.connect(tmp_path / NAME) as base:
        base.execute("UPDATE links SET link = ?", (row(),))
    base.close()
    assert kept.get(URL) == GOOD


def test_half_a_character_is_no_reason_to_fail(tmp_path: Path) -> None:
    kept = cache(tmp_path)
    for url in ("https://quai.example/\ud800", "https://quai.example/\udc80"):
        assert kept.get(url) is None
        kept.put(Link(url, LinkStatus.OK, Phrase.of("answered", status="\ud800")))
        assert kept.get(url) is None
    kept.put(GOOD)
    assert (kept.get(URL), kept.warnings) == (GOOD, [])


def test_where_no_file_can_be_made_the_run_goes_on_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    made = cache(tmp_path / "file" / "below")
    assert [one.key for one in made.warnings] == ["cache-unusable"]
    made.put(GOOD)
    assert made.get(URL) is None
    made.close()


WRITER = """
import sys
from pathlib import Path
from citecheck.model.links import Link, LinkStatus
from citecheck.model.phrase import Phrase
from citecheck.net.cache import Cache
from citecheck.net.clock import SystemClock
kept = Cache(Path(sys.argv[1]), 1e6, SystemClock())
for n in range(200):
    kept.put(Link(f"https://{sys.argv[2]}.example/{n}", LinkStatus.OK, Phrase.of("answered", status="200 OK")))
kept.close()
print([one.key for one in kept.warnings])
"""


def test_two_processes_at_once_lose_nothing(tmp_path: Path) -> None:
    running = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path / NAME), name], stdout=subprocess.PIPE, text=True)
        for name in ("a", "b")
    ]
    assert [one.communicate(timeout=60)[0].strip() for one in running] == ["[]", "[]"]
    with sqlite3.connect(tmp_path / NAME) as base:
        assert base.execute("SELECT count(*) FROM links").fetchone() == (400,)
    base.close()


def test_verdicts_of_other_settings_are_not_found(tmp_path: Path) -> None:
    clock = FakeClock()
    plain = open_cache(tmp_path, LinkSettings(), clock)
    plain.put(GOOD)
    for other in (
        LinkSettings(allow_private=("*",)),
        LinkSettings(hosts=(("quai.example", HostSettings(accept=(403,))),)),
    ):
        assert open_cache(tmp_path, other, clock).get(URL) is None
    assert open_cache(tmp_path, LinkSettings(timeout=3, retries=0), clock).get(URL) == GOOD
