"""Ending early: a signal sets the event, and afterwards does what it did before."""

from __future__ import annotations

import asyncio
import os
import signal
from threading import Thread

import pytest

from citecheck.net.signals import stopping


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_the_run_and_is_named(number: signal.Signals) -> None:
    before = signal.getsignal(number)

    async def run() -> list[str]:
        stop, ended = asyncio.Event(), list[str]()
        with stopping(stop, ended, True):
            os.kill(os.getpid(), number)
            await asyncio.wait_for(stop.wait(), 5)
        return ended

    assert asyncio.run(run()) == [number.name]
    assert signal.getsignal(number) == before


def test_unwanted_nothing_is_taken_over() -> None:
    before = signal.getsignal(signal.SIGTERM)

    async def run() -> None:
        with stopping(asyncio.Event(), [], False):
            assert signal.getsignal(signal.SIGTERM) == before

    asyncio.run(run())


def test_in_another_thread_signals_stay_as_they_are() -> None:
    before, seen = signal.getsignal(signal.SIGTERM), []

    async def run() -> None:
        with stopping(asyncio.Event(), [], True):
            seen.append(signal.getsignal(signal.SIGTERM))

    thread = Thread(target=lambda: asyncio.run(run()))
    thread.start()
    thread.join(10)
    assert seen == [before]
