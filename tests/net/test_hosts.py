"""Politeness, with a clock that nobody waits for."""

from __future__ import annotations

import asyncio
from collections import Counter
from email.utils import formatdate

import pytest

from citecheck.model.links import HostSettings, LinkSettings
from citecheck.net.hosts import LONGEST_SLEEP, PATIENCE, Hosts, retry_after
from tests.net.clocks import FakeClock


class Visits:
    """Requests to hosts: when each began, and how many were under way at once."""

    def __init__(self, settings: LinkSettings | None = None) -> None:
        self.clock = FakeClock()
        self.hosts = Hosts(settings or LinkSettings(), self.clock)
        self.began: list[tuple[str, float]] = []
        self.now: Counter[str] = Counter()
        self.most: Counter[str] = Counter()

    async def visit(self, host: str, takes: float = 1.0, every: float | None = None) -> None:
        async with self.hosts.turn(host, every):
            self.began.append((host, self.clock.time))
            for name in (host, "all"):
                self.now[name] += 1
                self.most[name] = max(self.most[name], self.now[name])
            await self.clock.sleep(takes)
            self.now.subtract((host, "all"))

    def run(self, *visits: tuple[str, float]) -> None:
        async def all_of_them() -> None:
            await asyncio.gather(*(self.visit(*one) for one in visits))

        self.clock.run(all_of_them())

    def starts(self, host: str) -> list[float]:
        return [round(at, 3) for name, at in self.began if name == host]


def test_so_many_at_once_over_all_hosts_and_so_many_for_each() -> None:
    visits = Visits()
    visits.run(*[(f"h{n % 20}", 5.0) for n in range(200)])
    assert visits.most["all"] == 32
    assert max(count for name, count in visits.most.items() if name != "all") <= 4
    alone = Visits()
    alone.run(*[("h", 5.0)] * 10)
    assert alone.most["h"] == 4


def test_requests_to_one_host_keep_their_interval() -> None:
    visits = Visits(LinkSettings(interval=0.5))
    visits.run(*[("slow", 0.0)] * 4, ("other", 0.0))
    assert visits.starts("slow") == [0.0, 0.5, 1.0, 1.5]
    assert visits.starts("other") == [0.0]


def test_a_host_may_have_settings_of_its_own_and_those_below_it_too() -> None:
    own = HostSettings(concurrency=1, interval=2.0)
    visits = Visits(LinkSettings(hosts=(("jstor.example", own),)))
    visits.run(*[("www.jstor.example", 1.0)] * 3, *[("notjstor.example", 1.0)] * 3)
    assert visits.starts("www.jstor.example") == [0.0, 2.0, 4.0]
    assert visits.starts("notjstor.example") == [0.0, 0.1, 0.2]


def test_a_longer_interval_can_be_asked_for() -> None:
    visits = Visits()

    async def three() -> None:
        await asyncio.gather(*(visits.visit("archive", 0.0, every=15.0) for _ in range(3)))

    visits.clock.run(three())
    assert visits.starts("archive") == [0.0, 15.0, 30.0]


def test_a_host_that_sleeps_holds_up_nobody_else() -> None:
    visits = Visits(LinkSettings(concurrency=2))
    visits.hosts.busy("sleepy", 30.0)
    visits.run(*[("sleepy", 1.0)] * 20, *[(f"h{n}", 1.0) for n in range(10)])
    assert all(at < 6 for name, at in visits.began if name != "sleepy")
    assert min(visits.starts("sleepy")) == 30.0


def test_a_host_that_falls_asleep_while_others_wait_for_it_is_left_alone() -> None:
    visits = Visits(LinkSettings(concurrency=1))

    async def scene() -> None:
        async def first() -> None:
            async with visits.hosts.turn("h"):
                await visits.clock.sleep(1.0)
                visits.hosts.busy("h", 20.0)

        await asyncio.gather(first(), *(visits.visit("h") for _ in range(3)))

    visits.clock.run(scene())
    assert visits.starts("h")[0] == 21.0


@pytest.mark.parametrize(("asked", "slept"), [(5.0, 5.0), (0.0, 0.0), (60.0, LONGEST_SLEEP), (None, 1.0)])
def test_a_sleep_is_as_long_as_asked_for_up_to_a_minute(asked: float | None, slept: float) -> None:
    visits = Visits()
    visits.hosts.busy("h", asked)
    visits.run(("h", 0.0))
    assert visits.starts("h") == [slept]


def test_a_host_that_asks_for_longer_than_anybody_waits_is_given_up_at_once() -> None:
    visits = Visits()
    assert visits.hosts.busy("h", 600.0)
    visits.run(("h", 0.0))
    assert visits.starts("h") == [0.0]


def test_a_host_that_only_ever_asks_to_wait_is_given_up() -> None:
    visits = Visits()

    async def ask(times: int) -> list[bool]:
        said = []
        for _ in range(times):
            said.append(visits.hosts.busy("h", 10.0))
            await visits.clock.sleep(11.0)
        return said

    assert visits.clock.run(ask(PATIENCE + 1)) == [False] * PATIENCE + [True]
    visits.hosts.awake("h")
    assert visits.clock.run(ask(1)) == [False]


def test_several_that_are_told_to_wait_at_once_count_as_one() -> None:
    visits = Visits()
    assert [visits.hosts.busy("h", 10.0) for _ in range(8)] == [False] * 8


def test_back_off_grows_and_has_chance_in_it() -> None:
    low, high = (Hosts(LinkSettings(), FakeClock(chance=chance)) for chance in (0.0, 1.0))
    assert [low.back_off(n) for n in (1, 2, 3)] == [0.5, 1.0, 2.0]
    assert [high.back_off(n) for n in (1, 2, 3)] == [1.5, 3.0, 6.0]


NOW = 1_800_000_000.0


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        (" 120 ", 120.0),
        (formatdate(NOW + 30, usegmt=True), 30.0),
        (formatdate(NOW + 30), 30.0),
        (formatdate(NOW - 30, usegmt=True), 0.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("٣", None),
        ("9" * 5000, 999999999.0),
        ("Mon, 99 Foo 2030 99:99:99 GMT", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds
