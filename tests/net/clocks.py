"""A clock that nobody waits for: time passes when all that runs is asleep."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class FakeClock:
    """Time that goes forward only when it is slept through."""

    def __init__(self, start: float = 1_800_000_000.0, chance: float = 0.5) -> None:
        self.start = start
        self.time = 0.0
        self.fixed = chance
        self.sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self.slept: list[float] = []

    def monotonic(self) -> float:
        return self.time

    def now(self) -> float:
        return self.start + self.time

    def chance(self) -> float:
        return self.fixed

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self.sleepers, (self.time + max(seconds, 0), len(self.slept), waiting))
        await waiting

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Runs to the end, waking the next sleeper whenever nothing else can go on."""

        async def driven() -> T:
            task = asyncio.ensure_future(work)
            idle = 0
            while not task.done():
                await asyncio.sleep(0)
                idle += 1
                if idle > 30 and self.sleepers:
                    at, _, waiting = heapq.heappop(self.sleepers)
                    self.time = max(self.time, at)
                    if not waiting.done():
                        waiting.set_result(None)
                    idle = 0
                assert idle < 10_000, "nothing goes on"
            return await task

        return asyncio.run(driven())
