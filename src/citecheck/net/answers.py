"""The cache of what registries answered: records for thirty days, that one has nothing for one, what failed never."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from msgspec import MsgspecError
from msgspec.json import decode, encode

from citecheck.model.phrase import Phrase
from citecheck.model.records import Outcome, RegistryAnswer
from citecheck.net.clock import Clock

__all__ = ["NAME", "Answers"]

NAME = "registries.sqlite3"
DAY = 86400.0
LIFE = {Outcome.FOUND: 30 * DAY, Outcome.NOT_THERE: DAY}
"""How many seconds an answer counts."""
BUSY = 5.0
TABLE = (
    "CREATE TABLE IF NOT EXISTS answers_1 (url TEXT PRIMARY KEY, at REAL NOT NULL, answer TEXT NOT NULL) WITHOUT ROWID"
)


class Answers:
    """Answers of registries in a database, None for a run that keeps nothing. Whatever is wrong with it costs what it holds, never the
    run; ``warnings`` tell of it. ``refresh`` asks for all anew; ``offline`` takes answers of any age."""

    def __init__(self, file: Path | None, clock: Clock, *, refresh: bool = False, offline: bool = False) -> None:
        self.warnings: list[Phrase] = []
        self._clock, self._refresh, self._offline = clock, refresh, offline
        self._base: sqlite3.Connection | None = None
        if file is not None:
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
                self._base = sqlite3.connect(file, timeout=BUSY, isolation_level=None)
                self._base.execute(TABLE)
            except (OSError, sqlite3.Error) as error:
                self._without(error, file)

    def _without(self, error: Exception, file: Path) -> None:
        self.close()
        self.warnings.append(Phrase.of("cache-unusable", file=str(file), why=str(error)))

    def get(self, url: str) -> tuple[RegistryAnswer, str] | None:
        """An answer that still counts, with its day (ISO)."""
        if self._base is None or (self._refresh and not self._offline):
            return None
        try:
            row = self._base.execute("SELECT at, answer FROM answers_1 WHERE url = ?", (_key(url),)).fetchone()
            answer = decode(row[1], type=RegistryAnswer) if row is not None else None
        except (sqlite3.Error, MsgspecError, UnicodeError, TypeError):
            return None
        if answer is None or not isinstance(row[0], int | float):
            return None
        age = self._clock.now() - row[0]
        if not self._offline and not 0 <= age < LIFE.get(answer.outcome, 0):
            return None
        return answer, _day(row[0])

    def put(self, url: str, answer: RegistryAnswer) -> str:
        """Keeps an answer, if it is one, and says which day it is."""
        now = self._clock.now()
        if self._base is not None and answer.outcome in LIFE:
            with contextlib.suppress(sqlite3.Error, UnicodeError):
                self._base.execute(
                    "INSERT OR REPLACE INTO answers_1 VALUES (?, ?, ?)", (_key(url), now, encode(answer).decode())
                )
        return _day(now)

    def close(self) -> None:
        """Forgets what is older than it may be, and closes the file."""
        if self._base is None:
            return
        with contextlib.suppress(sqlite3.Error):
            self._base.execute("DELETE FROM answers_1 WHERE at < ?", (self._clock.now() - LIFE[Outcome.FOUND],))
        self._base.close()
        self._base = None


def _key(url: str) -> str:
    """The address without who asks: an answer is the same for all."""
    head, sign, query = url.partition("?")
    return f"{head}{sign}" + "&".join(part for part in query.split("&") if not part.startswith("mailto="))


def _day(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).date().isoformat()
