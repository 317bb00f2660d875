"""The machine's clock."""

from __future__ import annotations

import asyncio
import time

from citecheck.net.clock import SystemClock


def test_time_only_goes_forward_and_is_counted_since_1970() -> None:
    clock = SystemClock()
    before, first, second = time.time(), clock.monotonic(), clock.monotonic()
    assert first <= second
    assert before <= clock.now() <= time.time()


def test_sleep_takes_its_time() -> None:
    clock = SystemClock()
    begun = clock.monotonic()
    asyncio.run(clock.sleep(0.002))
    assert clock.monotonic() - begun >= 0.001


def test_chance_lies_between_none_and_certainty() -> None:
    chances = {SystemClock().chance() for _ in range(20)}
    assert len(chances) > 1
    assert all(0 <= chance <= 1 for chance in chances)
