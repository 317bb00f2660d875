"""The cache of verdicts: what lived a few days ago need not be asked again. What failed is never kept."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from citecheck.model.answer import Hop
from citecheck.model.links import LIVING, Link, LinkStatus, Try, redacted
from citecheck.model.phrase import Phrase
from citecheck.net.clock import Clock

NAME = "links.sqlite3"
APPLICATION = 0x43434C4B
"""What marks a database as this cache (``CCLK``)."""
VERSION = 1
BUSY = 5.0
"""Seconds to wait for another process."""
TABLE = "CREATE TABLE IF NOT EXISTS links (url TEXT PRIMARY KEY, at REAL NOT NULL, link TEXT NOT NULL) WITHOUT ROWID"


class Cache:
    """Verdicts in a database. Whatever is wrong with it costs what it holds, never the run; ``warnings`` tell of it.

    ``salt`` goes into every key: settings under which another verdict would have been reached.
    """

    def __init__(self, file: Path, ttl: float, clock: Clock, salt: str = "") -> None:
        self.file = file
        self.ttl = ttl
        self.salt = salt
        self.warnings: list[Phrase] = []
        self._clock = clock
        self._base = self._open()

    def _open(self) -> sqlite3.Connection | None:
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            return self._connected()
        except sqlite3.OperationalError as error:
            # It is locked, or the folder cannot be written to: the file may be fine.
            if "locked" not in str(error) and self.file.is_file() and not _is_database(self.file):
                return self._anew(error)
            self._without(error)
        except (sqlite3.DatabaseError, _Foreign) as error:
            return self._anew(error)
        except OSError as error:
            self._without(error)
        return None

    def _anew(self, error: Exception) -> sqlite3.Connection | None:
        """Puts an empty cache in the place of a file that is damaged or another program's."""
        self.warnings.append(Phrase.of("cache-rebuilt", file=str(self.file)))
        try:
            for ending in ("", "-wal", "-shm", "-journal"):
                Path(f"{self.file}{ending}").unlink(missing_ok=True)
            return self._connected()
        except (OSError, sqlite3.Error, _Foreign):
            self._without(error)
            return None

    def _without(self, error: Exception) -> None:
        self.warnings.append(Phrase.of("cache-unusable", file=str(self.file), why=str(error)))

    def _connected(self) -> sqlite3.Connection:
        base = sqlite3.connect(self.file, timeout=BUSY, isolation_level=None)
        try:
            # In one transaction: another process must not see a file that is half made, and take it for a foreign one.
            base.execute("BEGIN IMMEDIATE")
            mark = base.execute("PRAGMA application_id").fetchone()[0]
            version = base.execute("PRAGMA user_version").fetchone()[0]
            tables = base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            if (mark, version) != (APPLICATION, VERSION) and (tables or mark or version):
                raise _Foreign("another program's file, or another version's")
            base.execute(TABLE)
            base.execute(f"PRAGMA application_id = {APPLICATION}")
            base.execute(f"PRAGMA user_version = {VERSION}")
            base.execute("COMMIT")
            base.execute("SELECT url, at, link FROM links LIMIT 1").fetchall()
            # Changing the mode does not wait for others; without it all is well, only slower.
            with contextlib.suppress(sqlite3.OperationalError):
                base.execute("PRAGMA journal_mode = WAL")
            base.execute("PRAGMA synchronous = NORMAL")
        except BaseException:
            base.close()
            raise
        return base

    def get(self, url: str) -> Link | None:
        """The verdict on a URL, if it is young enough."""
        if self._base is None:
            return None
        try:
            row = self._base.execute("SELECT at, link FROM links WHERE url = ?", (self._key(url),)).fetchone()
        except sqlite3.DatabaseError as error:
            self._broken(error)
            return None
        age = self._clock.now() - row[0] if row is not None else None
        if age is None or not 0 <= age < self.ttl:
            return None
        try:
            return _link(url, json.loads(row[1]))
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def put(self, link: Link) -> None:
        """Keeps the verdict on a URL that lives; one with a password in it is not written down."""
        if self._base is None or link.status not in LIVING or redacted(link.url) != link.url:
            return
        try:
            self._base.execute(
                "INSERT OR REPLACE INTO links VALUES (?, ?, ?)",
                (self._key(link.url), self._clock.now(), json.dumps(_data(link), ensure_ascii=False)),
            )
        except sqlite3.OperationalError:
            pass  # Another process holds it too long; the verdict is asked for anew next time.
        except (sqlite3.DatabaseError, UnicodeEncodeError) as error:
            self._broken(error)

    def close(self) -> None:
        """Forgets what is older than it may be, and closes the file."""
        if self._base is None:
            return
        with contextlib.suppress(sqlite3.Error):
            self._base.execute("DELETE FROM links WHERE at < ?", (self._clock.now() - max(self.ttl, 30 * 86400.0),))
        self._base.close()
        self._base = None

    def _broken(self, error: Exception) -> None:
        if self._base is not None:
            self._base.close()
        self._base = self._anew(error)

    def _key(self, url: str) -> str:
        return f"{self.salt} {url}"


class _Foreign(Exception):
    """The file is not this cache."""


def _is_database(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(16) in (b"", b"SQLite format 3\x00")
    except OSError:
        return True


def _data(link: Link) -> dict[str, Any]:
    """A verdict as JSON's own types."""
    return {
        "status": link.status.value,
        "reason": [link.reason.key, dict(link.reason.values)],
        "http_status": link.http_status,
        "final_url": link.final_url,
        "redirects": [[hop.url, hop.status, hop.target] for hop in link.redirects],
        "tries": [[one.url, one.outcome, one.elapsed_ms, one.browser] for one in link.tries],
        "new_url": link.new_url,
        "browser_headers": link.browser_headers,
    }


def _link(url: str, data: Mapping[str, Any]) -> Link | None:
    """The verdict that was kept; None where it is none that is kept."""
    status = LinkStatus(data["status"])
    if status not in LIVING:
        return None
    key, values = data["reason"]
    return Link(
        url=url,
        status=status,
        reason=Phrase.of(str(key), **{str(name): value for name, value in values.items()}),
        http_status=data["http_status"],
        final_url=data["final_url"],
        redirects=tuple(Hop(str(old), int(code), str(new)) for old, code, new in data["redirects"]),
        tries=tuple(Try(str(one[0]), str(one[1]), int(one[2]), bool(one[3])) for one in data["tries"]),
        new_url=data["new_url"],
        browser_headers=bool(data["browser_headers"]),
    )
