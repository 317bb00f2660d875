"""Ending early, with what is known so far."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def stopping(stop: asyncio.Event, ended: list[str], wanted: bool) -> Iterator[None]:
    """Lets Ctrl-C and SIGTERM set ``stop`` instead of ending the program, where ``wanted``; ``ended`` takes their
    names.

    Where signals cannot be taken over (not in the main thread, not on this system) they do what they did before.
    """
    if not wanted:
        yield
        return
    loop = asyncio.get_running_loop()
    before: dict[int, Callable[[int, FrameType | None], object] | int | None] = {}

    def end(name: str) -> None:
        ended.append(name)
        stop.set()

    for one in (signal.SIGINT, signal.SIGTERM):
        try:
            before[one] = signal.getsignal(one)
            loop.add_signal_handler(one, end, one.name)
        except (NotImplementedError, RuntimeError, ValueError):
            before.pop(one, None)  # Not here: what the program does otherwise goes on.
    try:
        yield
    finally:
        for number, handler in before.items():
            loop.remove_signal_handler(number)
            signal.signal(number, handler)
