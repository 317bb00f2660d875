"""Politeness: how many requests at once, how far apart, and how long a host that asks for it is left alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC
from email.utils import parsedate_to_datetime

from msgspec import Struct

from citecheck.model.links import LinkSettings
from citecheck.net.clock import Clock

LONGEST_SLEEP = 60.0
"""Seconds that a host can ask to be left alone."""
PATIENCE = 3
"""Times that a host may ask so, with no answer in between, before it is not tried again."""
BACK_OFF = 1.0
"""Seconds before a second try, more or less; twice as many before a third."""


class _Gate(Struct):
    """One host's gate."""

    slots: asyncio.Semaphore
    interval: float
    next_start: float = 0.0
    asleep_until: float = 0.0
    naps: int = 0


class Hosts:
    """Lets requests through: so many at once over all hosts, so many for each, each host's at an interval.

    Who waits for a host holds no place that others need.
    """

    def __init__(self, settings: LinkSettings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock
        self._all = asyncio.Semaphore(max(settings.concurrency, 1))
        self._gates: dict[str, _Gate] = {}

    def _gate(self, host: str) -> _Gate:
        gate = self._gates.get(host)
        if gate is None:
            own = self._settings.host(host)
            limit = own.concurrency or self._settings.per_host
            interval = own.interval if own.interval is not None else self._settings.interval
            gate = self._gates[host] = _Gate(asyncio.Semaphore(max(limit, 1)), interval)
        return gate

    @asynccontextmanager
    async def turn(self, host: str, every: float | None = None) -> AsyncIterator[None]:
        """Waits for the host's turn, then for a free place, and holds both. ``every`` is a longer interval."""
        gate = self._gate(host)
        async with gate.slots:
            while True:
                await self._pause(gate, max(gate.interval, every or 0.0))
                await self._all.acquire()
                if gate.asleep_until <= self._clock.monotonic():
                    break
                self._all.release()  # It fell asleep while a place was waited for.
            try:
                yield
            finally:
                self._all.release()

    async def _pause(self, gate: _Gate, interval: float) -> None:
        """Waits until the host may be asked: a time of its own for each request, and after it has slept."""
        while True:
            now = self._clock.monotonic()
            start = max(now, gate.next_start, gate.asleep_until)
            gate.next_start = start + interval
            if start > now:
                await self._clock.sleep(start - now)
            if gate.asleep_until <= self._clock.monotonic():
                return

    def back_off(self, attempt: int) -> float:
        """Seconds before another try, with chance in it so that not all come back at once."""
        return BACK_OFF * 2.0 ** (attempt - 1) * (0.5 + self._clock.chance())

    def busy(self, host: str, seconds: float | None) -> bool:
        """The host is busy and names a time, or none; says whether it has asked so too often for another try."""
        gate = self._gate(host)
        now = self._clock.monotonic()
        if gate.asleep_until <= now:
            gate.naps += 1
        wanted = self.back_off(1) if seconds is None else max(seconds, 0.0)
        if wanted > LONGEST_SLEEP:
            return True  # It will not answer while anybody waits: to ask sooner would be rude, and in vain.
        if gate.naps <= PATIENCE:
            gate.asleep_until = max(gate.asleep_until, now + wanted)
        return gate.naps > PATIENCE

    def awake(self, host: str) -> None:
        """The host answers."""
        self._gate(host).naps = 0


def retry_after(value: str, now: float) -> float | None:
    """The seconds that a ``Retry-After`` asks for, be it a number or a date; None where it is neither."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(moment.timestamp() - now, 0.0)
