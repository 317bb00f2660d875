"""Archived copies, as three interfaces tell of them."""

from __future__ import annotations

import asyncio
import json
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
import respx

from citecheck.links import check_links
from citecheck.links.archive import AVAILABLE, CDX, SAVE, SAVE_EVERY, TIMEMAP, Archive, save_copy
from citecheck.links.plan import plan
from citecheck.model.answer import Answer, Failure
from citecheck.model.links import Archived, LinkSettings
from citecheck.model.source import Source, Span, Version
from citecheck.net.session import open_net
from citecheck.parse import parse
from tests.links.answers import answer, document, failed
from tests.links.test_asking import Net
from tests.net.clocks import FakeClock

PAGE = "https://quai.example/a"
COPY = f"https://web.archive.org/web/20180307120000/{PAGE}"


def available(url: str = COPY, stamp: str = "20180307120000", status: str = "200", there: bool = True) -> str:
    closest = {"available": there, "url": url, "timestamp": stamp, "status": status}
    return json.dumps({"url": PAGE, "archived_snapshots": {"closest": closest}})


NONE = json.dumps({"url": PAGE, "archived_snapshots": {}})
ROWS = json.dumps([["timestamp", "original"], ["20160101000000", PAGE]])
MAP = (
    f'<{PAGE}>; rel="original",\n'
    f'<https://web.archive.org/web/20140101000000/{PAGE}>; rel="first memento"; datetime="Wed, 01 Jan 2014 00:00:00 GMT",\n'
    f'<https://web.archive.org/web/20170501000000/{PAGE}>; rel="memento"; datetime="Mon, 01 May 2017 00:00:00 GMT",\n'
    f'<https://web.archive.org/web/20200101000000/{PAGE}>; rel="last memento"; datetime="Wed, 01 Jan 2020 00:00:00 GMT"\n'
)


def archive(one: str, two: str = "[]", three: str = "") -> Net:
    """An archive that answers its three interfaces so."""

    def says(url: str, attempt: int) -> Answer:
        for start, text in ((AVAILABLE, one), (CDX, two), (TIMEMAP, three)):
            if url.startswith(start):
                return answer(200, text, url=url, kind="application/json")
        return answer(404, url=url)

    return Net(says)


def found(net: Net, near: str | None = "2018-03-07") -> Archived | None:
    return asyncio.run(Archive(net).find(PAGE, near)).copy


def test_the_first_interface_that_has_a_copy_is_enough() -> None:
    net = archive(available("http" + COPY.removeprefix("https")))
    assert found(net) == Archived(COPY, "2018-03-07")
    assert len(net.asked) == 1
    assert parse_qs(urlsplit(net.asked[0]).query) == {"url": [PAGE], "timestamp": ["20180307"]}
    assert net.options[0]["every"] == 1.0


@pytest.mark.parametrize(
    "one", [NONE, available(status="404"), available(there=False), "no JSON", "[]", available("javascript:x")]
)
def test_the_second_is_asked_where_the_first_has_none(one: str) -> None:
    net = archive(one, ROWS)
    assert found(net) == Archived(f"https://web.archive.org/web/20160101000000/{PAGE}", "2016-01-01")
    asked = parse_qs(urlsplit(net.asked[1]).query)
    assert (asked["url"], asked["closest"], asked["sort"]) == ([PAGE], ["20180307"], ["closest"])


@pytest.mark.parametrize(
    ("near", "day"),
    [("2018-03-07", "2017-05-01"), ("2014", "2014-01-01"), ("2019-06", "2020-01-01"), (None, "2020-01-01")],
)
def test_the_third_tells_all_copies_and_the_nearest_counts(near: str | None, day: str) -> None:
    copy = found(archive(NONE, "[]", MAP), near)
    assert copy is not None
    assert copy.day == day


@pytest.mark.parametrize("rows", ["[]", "{}", '[["timestamp"]]', '[["timestamp", "original"], ["x", "y"]]', "5"])
def test_where_none_has_a_copy_there_is_none(rows: str) -> None:
    assert found(archive(NONE, rows, "nothing")) is None
    assert found(Net(lambda url, attempt: failed(Failure.TIMEOUT, url=url))) is None
    assert found(Net(lambda url, attempt: answer(429, url=url))) is None


@respx.mock
def test_a_copy_is_found_through_the_network_as_it_is_asked() -> None:
    asked = respx.get(url__startswith=AVAILABLE).mock(
        return_value=httpx.Response(200, text=available(), headers={"content-type": "application/json"})
    )
    clock = FakeClock()

    async def once() -> Archived | None:
        async with open_net(LinkSettings(), clock) as net:
            return (await Archive(net.fetch).find(PAGE, "2018-03-07")).copy

    assert clock.run(once()) == Archived(COPY, "2018-03-07")
    assert asked.calls[0].request.headers["user-agent"].startswith("citecheck/")


@respx.mock
def test_the_other_two_interfaces_are_asked_in_their_turn() -> None:
    respx.get(url__startswith=AVAILABLE).mock(return_value=httpx.Response(200, text=NONE))
    respx.get(url__startswith=CDX).mock(return_value=httpx.Response(503))
    respx.get(url__startswith=TIMEMAP).mock(
        return_value=httpx.Response(200, text=MAP, headers={"content-type": "application/link-format"})
    )
    clock = FakeClock()

    async def once() -> Archived | None:
        async with open_net(LinkSettings(), clock) as net:
            return (await Archive(net.fetch).find(PAGE, "2017")).copy

    copy = clock.run(once())
    assert copy is not None
    assert copy.day == "2017-05-01"


def test_a_capture_is_asked_for_at_the_service_s_own_rate() -> None:
    net = Net(
        {SAVE + PAGE: answer(url=SAVE + PAGE, via=((302, f"https://web.archive.org/web/20261124090000/{PAGE}"),))}
    )
    assert asyncio.run(save_copy(net, PAGE)) == Archived(
        f"https://web.archive.org/web/20261124090000/{PAGE}", "2026-11-24"
    )
    assert net.options[0]["every"] == SAVE_EVERY >= 12
    for refused in (answer(429), answer(200), failed(Failure.TIMEOUT)):
        assert asyncio.run(save_copy(Net({SAVE + PAGE: refused}), PAGE)) is None


def test_copies_are_looked_for_only_where_a_page_is_gone_and_only_when_asked() -> None:
    def says(url: str, attempt: int) -> Answer:
        if url.startswith(AVAILABLE):
            return answer(200, available(), url=url, kind="application/json")
        return answer(404 if url == PAGE else 200, url=url)

    papers = [document(PAGE, "https://quai.example/b")]
    net = Net(says)
    plain = asyncio.run(check_links(papers, LinkSettings(), net))
    assert [link.archived for link in plain.links] == [None, None]
    assert not any("archive.org" in url for url in net.asked)
    made = asyncio.run(check_links(papers, LinkSettings(archive=True), Net(says)))
    assert [link.archived for link in made.links] == [Archived(COPY, "2018-03-07"), None]


def test_captures_are_asked_for_only_of_living_pages_that_have_none() -> None:
    kept, bare, gone = PAGE, "https://quai.example/bare", "https://quai.example/gone"

    def says(url: str, attempt: int) -> Answer:
        if url.startswith(AVAILABLE):
            return answer(200, available() if "bare" not in url else NONE, url=url, kind="application/json")
        if url.startswith(SAVE):
            return answer(url=url, via=((302, f"https://web.archive.org/web/20261124/{bare}"),))
        return answer(404 if url == gone or "cdx" in url or "timemap" in url else 200, url=url)

    net = Net(says)
    made = asyncio.run(check_links([document(kept, bare, gone)], LinkSettings(save=True), net))
    assert [link.saved for link in made.links] == [False, True, None]
    assert [url for url in net.asked if url.startswith(SAVE)] == [SAVE + bare]


def test_the_day_on_which_a_source_was_read_goes_before_the_day_it_is_of() -> None:
    text = (
        "# T\n\nWord<sup>1</sup>.\n\n<sup>1</sup> Doe, 2015, p. 3\n\n# Bibliography\n\n"
        "1. Doe, A. (2015). A book on tides. Retrieved 7 March 2018 from https://quai.example/read\n"
        "2. Roe, B. (2012, 4 May). Another book. https://quai.example/dated\n"
        "3. Poe, C. (2011). A third book. https://quai.example/year\n"
    )
    made = parse(Version("en", (Span(Source("a.md", text), 0, len(text)),)))
    days = {one.url.rpartition("/")[2]: one.near for one in plan([made], LinkSettings())}
    assert days == {"read": "2018-03-07", "dated": "2012-05-04", "year": "2011"}
