"""The cache of verdicts: what lived a few days ago need not be asked again. What failed is never kept."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, MsgspecError, Struct
from msgspec.json import decode, encode

from citecheck.model.answer import Hop
from citecheck.model.credentials import has_credentials
from citecheck.model.links import ADDRESS, LIVING, Link, LinkStatus, Try
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
        except (sqlite3.DatabaseError, UnicodeDecodeError, _Foreign) as error:
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
        except (OSError, sqlite3.Error, UnicodeDecodeError, _Foreign):
            self._without(error)
            return None

    def _without(self, error: Exception) -> None:
        self.warnings.append(Phrase.of("cache-unusable", file=str(self.file), why=str(error)))

    def _connected(self) -> sqlite3.Connection:
        base = sqlite3.connect(self.file, timeout=BUSY, isolation_level=None)
        base.text_factory = bytes  # What is no text concerns its row alone.
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
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            self._broken(error)
            return None
        except UnicodeEncodeError:
            return None  # Half a character of UTF-16 stands in no address that was asked for.
        # A row of another kind than is written here is as good as none: its URL is asked for anew.
        if row is None or not isinstance(row[0], int | float) or not 0 <= self._clock.now() - row[0] < self.ttl:
            return None
        try:
            return decode(row[1], type=_Row).link(url)
        except (MsgspecError, TypeError, ValueError, RecursionError):
            return None

    def put(self, link: Link) -> None:
        """Keeps the verdict on a URL that lives; one with a password in it is not written down."""
        if self._base is None or link.status not in LIVING or has_credentials(link.url):
            return
        try:
            self._base.execute(
                "INSERT OR REPLACE INTO links VALUES (?, ?, ?)",
                (self._key(link.url), self._clock.now(), encode(_Row.of(link)).decode()),
            )
        except (sqlite3.OperationalError, UnicodeEncodeError):
            pass  # Another process holds it too long, or it is no text; the verdict is asked for anew next time.
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
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


Text = Annotated[str, Meta(max_length=20_000)]
Url = Annotated[str, Meta(max_length=20_000, pattern=ADDRESS)]
Number = Annotated[int, Meta(ge=0, le=1_000_000_000)]
Status = Annotated[int, Meta(ge=100, le=999)]


class _Row(Struct, frozen=True, forbid_unknown_fields=True):
    """A verdict as it is kept. Whatever else a row holds cannot be decoded, so that nobody behind meets it."""

    status: Literal["ok", "moved"]
    reason: tuple[Text, dict[Text, Text | Number | list[Text]]]
    http_status: Status | None
    final_url: Text | None
    redirects: Annotated[list[tuple[Text, Status, Text]], Meta(max_length=1000)]
    tries: Annotated[list[tuple[Text, Text, Number, bool]], Meta(max_length=1000)]
    new_url: Url | None
    browser_headers: bool

    @staticmethod
    def of(link: Link) -> _Row:
        """The row of a verdict that is worth keeping."""
        return _Row(
            status="moved" if link.status is LinkStatus.MOVED else "ok",
            reason=(link.reason.key, {name: list(v) if isinstance(v, tuple) else v for name, v in link.reason.values}),
            http_status=link.http_status,
            final_url=link.final_url,
            redirects=[(hop.url, hop.status, hop.target) for hop in link.redirects],
            tries=[(one.url, one.outcome, one.elapsed_ms, one.browser) for one in link.tries],
            new_url=link.new_url,
            browser_headers=link.browser_headers,
        )

    def link(self, url: str) -> Link:
        """The verdict on that URL."""
        key, values = self.reason
        known = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
        return Link(
            url=url,
            status=LinkStatus(self.status),
            reason=Phrase(key, tuple(known.items())),
            http_status=self.http_status,
            final_url=self.final_url,
            redirects=tuple(Hop(*hop) for hop in self.redirects),
            tries=tuple(Try(*one) for one in self.tries),
            new_url=self.new_url,
            browser_headers=self.browser_headers,
        )
