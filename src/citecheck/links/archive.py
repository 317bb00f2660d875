"""Archived copies: the one nearest to the day on which a source was read, and asking for one to be made."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlencode

from msgspec import Struct, field

from citecheck.links.address import printable
from citecheck.links.asking import Fetch
from citecheck.model.answer import Answer
from citecheck.model.links import Archived

AVAILABLE = "https://archive.org/wayback/available?"
CDX = "https://web.archive.org/cdx/search/cdx?"
TIMEMAP = "https://web.archive.org/web/timemap/link/"
SAVE = "https://web.archive.org/save/"
LOOK_UP_EVERY = 1.0
"""Seconds between two look-ups."""
SAVE_EVERY = 15.0
"""Seconds between two captures: the service takes four a minute from those who have no account."""
SAVE_TIMEOUT = 120.0
TRIES = 2
"""How often an interface is asked that is busy, fails or does not answer."""
SNAPSHOT = re.compile(r"/web/(\d{4,14})(?:[a-z]{2}_)?/")
MEMENTO = re.compile(
    r'<([^<>]{1,4000})>\s{0,9};[^<>]{0,200}\brel="[^"<>]{0,60}\bmemento\b[^<>]{0,200}\bdatetime="([^"<>]{1,60})"'
)


class Search(Struct, frozen=True):
    """What came of looking for a copy. ``answered`` is False where there may be one: not all interfaces said that they
    have none."""

    copy: Archived | None
    answered: bool = True


class Archive(Struct):
    """The archives of one run. An interface that has failed is not asked for every further URL."""

    fetch: Fetch
    silent: set[str] = field(default_factory=set)

    async def find(self, url: str, near: str | None) -> Search:
        """The copy nearest to ``near``, from the first of three interfaces that has one."""
        stamp = (near or "").replace("-", "")
        query = {"url": url} | ({"timestamp": stamp} if stamp else {})
        rows = {"url": url, "output": "json", "fl": "timestamp,original", "filter": "statuscode:200", "limit": "1"}
        rows |= {"sort": "closest", "closest": stamp.ljust(8, "0")} if stamp else {}
        interfaces: tuple[tuple[str, str, Callable[[Answer], Archived | None]], ...] = (
            (AVAILABLE, urlencode(query), _available),
            (CDX, urlencode(rows), _cdx),
            (TIMEMAP, quote(url, safe=":/?&=%"), lambda answer: _nearest(_memento(answer), stamp)),
        )
        answered = True
        for interface, asked, read in interfaces:
            answer = await self._ask(interface, asked)
            if answer is None:
                answered = False
                continue
            found = read(answer)
            if found is not None:
                return Search(found)
            answered = answered and _says_something(answer, interface)
        return Search(None, answered)

    async def _ask(self, interface: str, asked: str) -> Answer | None:
        """The answer of an interface; None where it gives none."""
        for attempt in range(TRIES):
            if interface in self.silent:
                return None
            answer = await self.fetch(interface + asked, attempt=attempt, every=LOOK_UP_EVERY, whole=True)
            if answer.status is not None and answer.status < 500 and answer.status not in (408, 425, 429):
                return answer
        self.silent.add(interface)
        return None

    async def save(self, url: str) -> Archived | None:
        """Asks for a capture, and returns it; None where the service made none."""
        return await save_copy(self.fetch, url)


def _says_something(answer: Answer, interface: str) -> bool:
    """Whether an answer without a copy says that there is none, and is not merely something else."""
    if interface == TIMEMAP:
        return answer.status in (200, 404)
    return answer.status in (403, 404) or isinstance(_data(answer), dict | list) or answer.body.strip() == b""


async def save_copy(fetch: Fetch, url: str) -> Archived | None:
    """Asks for a capture, and returns it; None where the service made none."""
    answer = await fetch(SAVE + url, every=SAVE_EVERY, timeout=SAVE_TIMEOUT)
    places = [answer.final_url, *(hop.target for hop in answer.hops), answer.headers.get("content-location", "")]
    for place in places:
        match = SNAPSHOT.search(place)
        if match is not None and answer.status is not None and answer.status < 400:
            return _copy(match.group(1), url)
    return None


def _data(answer: Answer) -> Any:
    if answer.status != 200:
        return None
    try:
        return json.loads(answer.body)
    except (ValueError, RecursionError):
        return None


def _available(answer: Answer) -> Archived | None:
    data = _data(answer)
    try:
        closest = data["archived_snapshots"]["closest"]
        stamp, there = str(closest["timestamp"]), closest["available"] and str(closest.get("status", "200")) == "200"
        return _checked(stamp, str(closest["url"])) if there else None
    except (KeyError, TypeError):
        return None


def _cdx(answer: Answer) -> Archived | None:
    data = _data(answer)
    if not isinstance(data, list) or len(data) < 2 or not isinstance(data[1], list) or len(data[1]) < 2:
        return None
    stamp, original = str(data[1][0]), str(data[1][1])
    return _copy(stamp, original) if re.fullmatch(r"\d{8,14}", stamp) else None


def _memento(answer: Answer) -> Iterable[tuple[str, str]]:
    """The copies that a TimeMap lists: a stamp and an address each."""
    if answer.status != 200:
        return
    for url, when in MEMENTO.findall(answer.body.decode("utf-8", "replace")):
        try:
            moment = datetime.strptime(when, "%a, %d %b %Y %H:%M:%S GMT").replace(tzinfo=UTC)
        except ValueError:
            continue
        yield moment.strftime("%Y%m%d%H%M%S"), url


def _nearest(copies: Iterable[tuple[str, str]], stamp: str) -> Archived | None:
    """The copy nearest to a stamp; the last one, where there is no stamp."""
    wanted = _moment(stamp) if stamp else None
    best: tuple[float, str, str] | None = None
    for when, url in copies:
        moment = _moment(when)
        if moment is None:
            continue
        far = abs((moment - wanted).total_seconds()) if wanted else -moment.timestamp()
        if best is None or far < best[0]:
            best = (far, when, url)
    return _checked(best[1], best[2]) if best else None


def _moment(stamp: str) -> datetime | None:
    try:
        year, month, day = int(stamp[:4]), int(stamp[4:6] or 7), int(stamp[6:8] or 1)
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None


def _checked(stamp: str, url: str) -> Archived | None:
    """A copy, if its address is one at an archive."""
    if not re.match(r"https?://[\w.-]{1,80}/web/\d", url) or not re.fullmatch(r"\d{4,14}", stamp):
        return None
    return Archived(printable(url.replace("http://web.archive.org", "https://web.archive.org", 1)), _day(stamp))


def _copy(stamp: str, url: str) -> Archived:
    return Archived(printable(f"https://web.archive.org/web/{stamp}/{url}"), _day(stamp))


def _day(stamp: str) -> str:
    return "-".join(part for part in (stamp[:4], stamp[4:6], stamp[6:8]) if part)
