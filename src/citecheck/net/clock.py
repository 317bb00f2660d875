"""The clock: time, sleep and chance, so that tests need not wait for any of them."""

from __future__ import annotations

import asyncio
import random
import time
from typing import Protocol


class Clock(Protocol):
    """What tells the time."""

    def monotonic(self) -> float:
        """Seconds that only go forward."""

    def now(self) -> float:
        """Seconds since 1970."""

    async def sleep(self, seconds: float) -> None:
        """Waits."""

    def chance(self) -> float:
        """A number from 0 to 1."""


class SystemClock:
    """The machine's clock."""

    def monotonic(self) -> float:
        """Seconds that only go forward."""
        return time.monotonic()

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time()

    async def sleep(self, seconds: float) -> None:
        """Waits."""
        await asyncio.sleep(seconds)

    def chance(self) -> float:
        """A number from 0 to 1."""
        return random.random()
