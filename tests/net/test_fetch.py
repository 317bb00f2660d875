"""One try: its redirects, its cookies, its headers, and how it treats a host that is busy."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from email.utils import formatdate
from urllib.parse import SplitResult

import httpx
import pytest
import respx
from msgspec import Struct, field

from citecheck.model.answer import Answer, Failure
from citecheck.model.links import HostSettings, LinkSettings
from citecheck.net.client import Reply
from citecheck.net.fetch import BEGINNING, WHOLE, Fetcher
from citecheck.net.hosts import Hosts
from citecheck.net.session import AGENT, open_net
from tests.net.clocks import FakeClock

ROOT = "https://quai.example"


def led(status: int, to: str, *cookies: str) -> Reply:
    return Reply(status, headers={"location": to}, cookies=cookies)


class Server(Struct):
    """Answers by a table (or what a function makes of the cookies), and remembers what it was sent."""

    table: Mapping[str, Reply | Callable[[str], Reply]]
    asked: list[str] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    limits: list[int] = field(default_factory=list)

    async def __call__(
        self, url: str, parts: SplitResult, headers: Mapping[str, str], limit: int, timeout: float | None = None
    ) -> Reply:
        self.asked.append(url)
        self.headers.append(headers)
        self.limits.append(limit)
        found = self.table.get(url, Reply(404))
        return found(headers.get("Cookie", "")) if callable(found) else found


def fetched(server: Server, url: str, settings: LinkSettings | None = None, **options: object) -> Answer:
    clock = FakeClock()
    chosen = settings or LinkSettings()
    fetcher = Fetcher(server, Hosts(chosen, clock), chosen, clock, AGENT)
    return clock.run(fetcher.fetch(url, **options))  # type: ignore[arg-type]


# Redirects.


def test_redirects_are_followed_and_told() -> None:
    server = Server(
        {
            f"{ROOT}/1": led(301, "/2"),
            f"{ROOT}/2": led(302, "3#part"),
            f"{ROOT}/3": led(303, "//port.example/4"),
            "https://port.example/4": led(307, "?x=1"),
            "https://port.example/4?x=1": led(308, "http://port.example/5"),
            "http://port.example/5": Reply(200),
        }
    )
    answer = fetched(server, f"{ROOT}/1")
    assert (answer.status, answer.final_url) == (200, "http://port.example/5")
    assert [hop.status for hop in answer.hops] == [301, 302, 303, 307, 308]
    assert answer.hops[1].target == f"{ROOT}/3"


@pytest.mark.parametrize("status", [300, 304, 305, 306])
def test_what_is_no_redirect_is_not_followed(status: int) -> None:
    assert fetched(Server({f"{ROOT}/1": led(status, "/2")}), f"{ROOT}/1").status == status


def test_a_redirect_without_a_place_is_an_answer() -> None:
    assert fetched(Server({f"{ROOT}/1": Reply(302)}), f"{ROOT}/1").status == 302


def test_a_loop_is_told_as_one() -> None:
    server = Server({f"{ROOT}/1": led(302, "/2"), f"{ROOT}/2": led(301, "/1")})
    answer = fetched(server, f"{ROOT}/1")
    assert answer.failure is Failure.LOOP
    assert len(server.asked) == 2
    assert fetched(Server({f"{ROOT}/1": led(302, "/1")}), f"{ROOT}/1").failure is Failure.LOOP


@pytest.mark.parametrize(
    ("limit", "failure"), [(10, None), (9, Failure.TOO_MANY_REDIRECTS), (0, Failure.TOO_MANY_REDIRECTS)]
)
def test_redirects_are_counted(limit: int, failure: Failure | None) -> None:
    server = Server({**{f"{ROOT}/{n}": led(302, f"/{n + 1}") for n in range(10)}, f"{ROOT}/10": Reply(200)})
    answer = fetched(server, f"{ROOT}/0", LinkSettings(max_redirects=limit))
    assert answer.failure is failure
    assert len(server.asked) == limit + 1


@pytest.mark.parametrize(
    ("to", "failure"),
    [
        ("mailto:a@quai.example", Failure.SCHEME),
        ("javascript:alert(1)", Failure.SCHEME),
        ("file:///etc/passwd", Failure.SCHEME),
        ("http://exa mple.example/", Failure.BAD_URL),
        ("ftp://quai.example/a", Failure.SCHEME),
        ("http://", Failure.BAD_URL),
        ("http://[::1", Failure.BAD_URL),
        ("http://quai.example:99999/", Failure.BAD_URL),
    ],
)
def test_a_redirect_to_what_cannot_be_asked_is_told(to: str, failure: Failure) -> None:
    server = Server({f"{ROOT}/1": led(302, to)})
    assert fetched(server, f"{ROOT}/1").failure is failure
    assert len(server.asked) == 1


# Cookies and credentials.


def test_a_page_that_wants_its_cookie_first_is_alive() -> None:
    server = Server({f"{ROOT}/1": lambda sent: Reply(200) if sent == "seen=1" else led(302, "/1", "seen=1; Path=/")})
    answer = fetched(server, f"{ROOT}/1")
    assert (answer.status, answer.cookie) == (200, True)


@pytest.mark.parametrize("status", [403, 401, 429, 503])
def test_a_page_that_refuses_until_its_cookie_comes_back_is_alive(status: int) -> None:
    server = Server({f"{ROOT}/1": lambda sent: Reply(200) if sent else Reply(status, cookies=("a=1",))})
    answer = fetched(server, f"{ROOT}/1")
    assert (answer.status, answer.cookie, len(server.asked)) == (200, True, 2)


def test_a_page_that_sets_a_cookie_and_refuses_all_the_same_is_asked_once_more() -> None:
    server = Server({f"{ROOT}/1": Reply(403, cookies=("a=1",))})
    answer = fetched(server, f"{ROOT}/1")
    assert (answer.status, answer.cookie, len(server.asked)) == (403, False, 2)


def test_cookies_live_for_one_chain_and_stay_with_their_host() -> None:
    server = Server(
        {
            f"{ROOT}/1": led(302, "https://port.example/2", "a=1; Domain=.example"),
            "https://port.example/2": led(302, f"{ROOT}/3"),
            f"{ROOT}/3": Reply(200),
        }
    )
    fetched(server, f"{ROOT}/1")
    assert [one.get("Cookie") for one in server.headers] == [None, None, "a=1"]
    fetched(server, f"{ROOT}/3")
    assert server.headers[-1].get("Cookie") is None


@respx.mock
def test_credentials_do_not_cross_hosts() -> None:
    first = respx.get(f"{ROOT}/1").mock(
        return_value=httpx.Response(302, headers={"location": "https://port.example/2"})
    )
    second = respx.get("https://port.example/2").mock(return_value=httpx.Response(200))
    settings = LinkSettings(hosts=(("quai.example", HostSettings(headers=(("X-Key", "k"),))),))
    clock = FakeClock()

    async def once() -> Answer:
        async with open_net(settings, clock) as net:
            return await net.fetch("https://anna:secret@quai.example/1")

    assert clock.run(once()).status == 200
    sent, passed_on = first.calls[0].request.headers, second.calls[0].request.headers
    assert ("authorization" in sent, sent["x-key"]) == (True, "k")
    assert not {"authorization", "x-key", "cookie", "referer"} & set(passed_on)
    assert sent["user-agent"] == AGENT
    assert AGENT.startswith("citecheck/")
    assert "+https://" in AGENT


@pytest.mark.parametrize(
    ("name", "url", "sent"),
    [
        ("quai.example", "https://quai.example/1", True),
        ("quai.example", "https://quai.example:443/1", True),
        ("QUAI.example", "https://Quai.Example/1", True),
        ("quai.example", "http://quai.example/1", False),
        ("quai.example", "https://quai.example:8443/1", False),
        ("quai.example", "https://www.quai.example/1", False),
        ("quai.example:8443", "https://quai.example:8443/1", True),
        ("quai.example:8443", "https://quai.example/1", False),
        ("http://quai.example:8080", "http://quai.example:8080/1", True),
        ("http://quai.example:8080", "https://quai.example:8080/1", False),
        ("http://quai.example", "http://quai.example/1", True),
        ("http://quai.example", "https://quai.example/1", False),
        ("https://[2606:2800:21f::1]:8443/", "https://[2606:2800:21f::1]:8443/1", True),
    ],
)
def test_headers_go_to_the_scheme_the_host_and_the_port_they_are_set_for(name: str, url: str, sent: bool) -> None:
    server = Server({url: Reply(200)})
    settings = LinkSettings(hosts=((name, HostSettings(headers=(("Authorization", "Bearer s3cret"),))),))
    clock = FakeClock()
    fetcher = Fetcher(server, Hosts(settings, clock), settings, clock, AGENT)
    clock.run(fetcher.fetch(url))
    assert ("Authorization" in server.headers[0]) is sent
    assert [one.key for one in fetcher.warnings] == ([] if sent else ["headers-kept"])
    assert "s3cret" not in repr(fetcher.warnings)


def test_headers_do_not_follow_a_redirect_that_gives_up_encryption_or_changes_the_port() -> None:
    server = Server(
        {
            f"{ROOT}/1": led(302, "http://quai.example/2"),
            "http://quai.example/2": led(302, "https://quai.example:8443/3"),
            "https://quai.example:8443/3": led(302, f"{ROOT}/4"),
            f"{ROOT}/4": Reply(200),
        }
    )
    fetched(server, f"{ROOT}/1", LinkSettings(hosts=(("quai.example", HostSettings(headers=(("X-Key", "k"),))),)))
    assert ["X-Key" in sent for sent in server.headers] == [True, False, False, True]


@pytest.mark.parametrize(
    ("to", "asked"),
    [
        ("/2", "https://anna:secret@quai.example/2"),
        ("https://anna:secret@quai.example:443/2", "https://anna:secret@quai.example:443/2"),
        ("http://anna:secret@quai.example/2", "http://quai.example/2"),
        ("https://anna:secret@quai.example:8443/2", "https://quai.example:8443/2"),
        ("//anna:secret@port.example/2", "https://port.example/2"),
        ("https://eve:bait@port.example/2", "https://port.example/2"),
    ],
)
def test_a_user_name_follows_no_redirect_to_another_origin(to: str, asked: str) -> None:
    server = Server({"https://anna:secret@quai.example/1": led(302, to), asked: Reply(200)})
    answer = fetched(server, "https://anna:secret@quai.example/1")
    assert (answer.status, server.asked[1]) == (200, asked)


def test_cookies_stay_with_encryption_and_with_their_port() -> None:
    server = Server(
        {
            f"{ROOT}/1": led(302, "http://quai.example/2", "a=1"),
            "http://quai.example/2": led(302, f"{ROOT}:8443/3", "b=2"),
            f"{ROOT}:8443/3": led(302, f"{ROOT}/4", "c=3"),
            f"{ROOT}/4": Reply(200),
        }
    )
    fetched(server, f"{ROOT}/1")
    assert [one.get("Cookie") for one in server.headers] == [None, None, None, "a=1; b=2"]


def test_whether_the_printed_host_is_public_is_told_whatever_it_leads_to() -> None:
    public = Reply(302, headers={"location": "https://wiki.example/2"}, public=True)
    server = Server({f"{ROOT}/1": public, "https://wiki.example/2": Reply(200), f"{ROOT}/3": Reply(200)})
    assert fetched(server, f"{ROOT}/1").public
    assert not fetched(server, f"{ROOT}/3").public


# Headers, limits, waiting.


def test_a_browser_s_headers_are_sent_only_when_asked_for() -> None:
    server = Server({f"{ROOT}/1": Reply(200)})
    assert not fetched(server, f"{ROOT}/1").browser
    assert fetched(server, f"{ROOT}/1", browser=True).browser
    assert [one["User-Agent"].split("/")[0] for one in server.headers] == ["citecheck", "Mozilla"]


def test_no_more_of_a_page_is_taken_in_than_is_wanted() -> None:
    server = Server({f"{ROOT}/1": Reply(200)})
    fetched(server, f"{ROOT}/1")
    fetched(server, f"{ROOT}/1", whole=True)
    assert server.limits == [BEGINNING, WHOLE]
    assert WHOLE == 1 << 20


@pytest.mark.parametrize(
    ("value", "waited"), [("7", 7.0), (formatdate(1_800_000_020, usegmt=True), 20.0), ("3600", 0.1)]
)
@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_makes_the_host_wait_and_no_other(status: int, value: str, waited: float) -> None:
    server = Server(
        {
            f"{ROOT}/1": Reply(status, headers={"retry-after": value}),
            f"{ROOT}/2": Reply(200),
            "https://port.example/": Reply(200),
        }
    )
    clock = FakeClock()
    settings = LinkSettings()
    fetcher = Fetcher(server, Hosts(settings, clock), settings, clock, AGENT)
    times = []

    async def scene() -> None:
        for url in (f"{ROOT}/1", "https://port.example/", f"{ROOT}/2"):
            await fetcher.fetch(url)
            times.append(clock.time)

    clock.run(scene())
    assert times == [0.0, 0.0, waited]


def test_who_asks_for_an_hour_is_given_up_at_once() -> None:
    server = Server({f"{ROOT}/1": Reply(429, headers={"retry-after": "3600"})})
    clock = FakeClock()
    settings = LinkSettings()
    fetcher = Fetcher(server, Hosts(settings, clock), settings, clock, AGENT)
    answers = []

    async def scene() -> None:
        answers.append(await fetcher.fetch(f"{ROOT}/1"))

    clock.run(scene())
    assert (answers[0].status, answers[0].hopeless, clock.time) == (429, True, 0.0)


def test_further_tries_wait_longer_each_time() -> None:
    server = Server({f"{ROOT}/1": Reply(500)})
    clock = FakeClock()
    settings = LinkSettings(interval=0.0)
    fetcher = Fetcher(server, Hosts(settings, clock), settings, clock, AGENT)

    async def scene() -> None:
        for attempt in range(3):
            await fetcher.fetch(f"{ROOT}/1", attempt=attempt)

    clock.run(scene())
    assert clock.slept == [1.0, 2.0]


def test_a_host_that_never_stops_asking_to_wait_is_given_up() -> None:
    server = Server({f"{ROOT}/1": Reply(429, headers={"retry-after": "5"})})
    clock = FakeClock()
    settings = LinkSettings()
    fetcher = Fetcher(server, Hosts(settings, clock), settings, clock, AGENT)

    async def scene() -> Sequence[bool]:
        return [(await fetcher.fetch(f"{ROOT}/1")).hopeless for _ in range(4)]

    assert clock.run(scene()) == [False, False, False, True]
