"""Which URLs are asked for, how often, and what else is asked before the verdict; no network, and no time passes."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Sequence

import pytest

from citecheck.errors import NetworkError
from citecheck.links import check_links
from citecheck.links.asking import CONTROL, UNDER_WAY
from citecheck.model.answer import Answer, Failure
from citecheck.model.document import Document
from citecheck.model.links import HostSettings, Link, LinkReport, LinkSettings, LinkStatus
from citecheck.parse import parse
from citecheck.read import read
from tests.links.answers import PROSE, answer, document, failed, html

Says = Callable[[str, int], Answer]


class Net:
    """A network that answers by a table, and remembers what it was asked."""

    def __init__(self, says: Says | dict[str, Answer | list[Answer]]) -> None:
        self.says = says
        self.asked: list[str] = []
        self.options: list[dict[str, object]] = []
        self.now = Counter[str]()
        self.most = Counter[str]()

    async def __call__(
        self,
        url: str,
        *,
        attempt: int = 0,
        browser: bool = False,
        whole: bool = False,
        timeout: float | None = None,
        every: float | None = None,
    ) -> Answer:
        host = url.split("/")[2]
        self.asked.append(url)
        self.options.append(
            {"attempt": attempt, "browser": browser, "whole": whole, "timeout": timeout, "every": every}
        )
        self.now[host] += 1
        self.most[host] = max(self.most[host], self.now[host])
        await asyncio.sleep(0)
        self.now[host] -= 1
        if callable(self.says):
            return self.says(url, attempt)
        told = self.says.get(url)
        if isinstance(told, list):
            return told[min(attempt, len(told) - 1)]
        return told if told is not None else answer(404, url=url)


class Memory:
    """A cache in memory."""

    def __init__(self, *links: Link) -> None:
        self.held = {link.url: link for link in links}

    def get(self, url: str) -> Link | None:
        return self.held.get(url)

    def put(self, link: Link) -> None:
        self.held[link.url] = link


def checked(
    net: Net,
    documents: Sequence[Document],
    settings: LinkSettings | None = None,
    store: Memory | None = None,
    stop: asyncio.Event | None = None,
) -> LinkReport:
    return asyncio.run(check_links(documents, settings or LinkSettings(), net, store=store, stop=stop))


def verdicts(report: LinkReport) -> list[str]:
    return [link.status.value for link in report.links]


A, B, C = "https://quai.example/a", "https://quai.example/b", "https://port.example/c"


def test_each_distinct_url_is_asked_for_once_however_often_it_is_printed() -> None:
    net = Net({A: answer(url=A), C: answer(url=C)})
    report = checked(net, [document(A, C, A, lang="fr"), document(C, A)])
    assert (sorted(net.asked), verdicts(report)) == ([C, A], ["ok", "ok"])
    assert [link.url for link in report.links] == [A, C]


def test_urls_that_differ_in_their_fragments_are_one_request() -> None:
    page = answer(url=A, body=html(body=PROSE + "<p id='one'>1</p>"))
    net = Net({A: page})
    report = checked(net, [document(A, f"{A}#one", f"{A}#two")])
    assert net.asked == [A]
    assert net.options[0]["whole"] is True
    assert [link.missing_fragment for link in report.links] == [None, None, "two"]


def test_only_the_beginning_of_a_page_is_wanted_where_no_fragment_is() -> None:
    net = Net({A: answer(url=A)})
    checked(net, [document(A)])
    assert net.options[0]["whole"] is False


def test_what_is_gone_is_asked_twice_and_what_can_pass_thrice() -> None:
    net = Net({A: answer(404, url=A), B: answer(503, url=B), C: [answer(503, url=C), answer(url=C)]})
    report = checked(net, [document(A, B, C)])
    assert Counter(net.asked) == {A: 2, B: 3, C: 2}
    assert verdicts(report) == ["dead", "unreachable", "ok"]
    assert [one["attempt"] for url, one in zip(net.asked, net.options, strict=True) if url == B] == [0, 1, 2]


def test_a_host_with_many_urls_does_not_get_them_all_at_once() -> None:
    net = Net(lambda url, attempt: answer(url=url))
    checked(net, [document(*(f"https://quai.example/{n}" for n in range(200)))])
    assert net.most["quai.example"] <= 4 * UNDER_WAY


@pytest.mark.parametrize(
    ("failure", "verdict", "more"),
    [(Failure.UNKNOWN_HOST, "dead", 1), (Failure.REFUSED, "dead", 1), (Failure.CONNECT_TIMEOUT, "unreachable", 2)],
)
def test_a_host_that_cannot_be_connected_to_is_not_asked_for_each_of_its_urls(
    failure: Failure, verdict: str, more: int
) -> None:
    urls = [f"https://gone.example/{n}" for n in range(100)]
    net = Net(lambda url, attempt: answer(url=url) if url == A else failed(failure, url=url))
    report = checked(net, [document(A, *urls)])
    assert verdicts(report) == ["ok"] + [verdict] * 100
    # One of those that were under way tries again for all of them.
    assert len(net.asked) <= 1 + 4 * UNDER_WAY + more


def test_a_host_that_can_be_connected_to_after_all_is_asked_for_each_of_its_urls() -> None:
    urls = [f"https://moody.example/{n}" for n in range(30)]
    seen: set[str] = set()

    def says(url: str, attempt: int) -> Answer:
        first = url not in seen and url != A
        seen.add(url)
        return failed(Failure.REFUSED, url=url) if first else answer(url=url)

    net = Net(says)
    assert verdicts(checked(net, [document(A, *urls)])) == ["ok"] * 31
    assert len(net.asked) == 1 + 2 * 30


# What is left out.


def test_what_is_left_out_says_why() -> None:
    settings = LinkSettings(
        exclude=(r"/private/",),
        hosts=(
            ("jstor.example", HostSettings(treat_as=LinkStatus.UNVERIFIABLE)),
            ("deep.jstor.example", HostSettings(treat_as=LinkStatus.OK)),
        ),
    )
    urls = [
        "https://quai.example/private/x",
        "https://www.jstor.example/1",
        "https://x.deep.jstor.example/1",
        "https://notjstor.example/1",
    ]
    net = Net(lambda url, attempt: answer(url=url))
    report = checked(net, [document(*urls)], settings)
    assert [(link.status.value, link.reason.key) for link in report.links] == [
        ("skipped", "excluded"),
        ("unverifiable", "treated-as"),
        ("ok", "treated-as"),
        ("ok", "answered"),
    ]
    assert net.asked == [urls[3]]


def test_accepted_statuses_belong_to_their_host() -> None:
    settings = LinkSettings(hosts=(("quai.example", HostSettings(accept=(403,))),))
    net = Net({A: answer(403, url=A), C: answer(403, url=C)})
    assert verdicts(checked(net, [document(A, C)], settings)) == ["ok", "unverifiable"]


# The cache.


def test_good_verdicts_are_kept_and_bad_ones_are_not() -> None:
    urls = {
        A: answer(url=A),
        B: answer(url=B, via=((301, B + "/"),)),
        C: answer(403, url=C),
        "https://port.example/d": answer(404),
        "https://port.example/e": answer(500),
    }
    store = Memory()
    net = Net({**urls, f"{A}": answer(url=A)})
    checked(net, [document(*urls, f"{A}#nowhere")], store=store)
    assert set(store.held) == {A, B}


def test_what_is_known_is_not_asked_for_unless_it_must_be() -> None:
    store = Memory(Link(A, LinkStatus.OK, answer_phrase()))
    net = Net({A: answer(404, url=A)})
    report = checked(net, [document(A)], store=store)
    assert (net.asked, verdicts(report), report.links[0].cached) == ([], ["ok"], True)
    assert verdicts(checked(net, [document(A)], LinkSettings(refresh=True), store)) == ["dead"]


def test_offline_answers_from_the_cache_and_skips_the_rest() -> None:
    store = Memory(Link(A, LinkStatus.OK, answer_phrase()))
    net = Net({})
    report = checked(net, [document(A, C)], LinkSettings(offline=True), store)
    assert (net.asked, verdicts(report)) == ([], ["ok", "skipped"])


# No network.


@pytest.mark.parametrize("failure", [Failure.UNKNOWN_HOST, Failure.RESOLVER, Failure.REFUSED, Failure.CONNECT_TIMEOUT])
def test_without_any_network_nothing_is_judged_and_nothing_kept(failure: Failure) -> None:
    net, store = Net(lambda url, attempt: failed(failure, url=url)), Memory()
    with pytest.raises(NetworkError, match="no network") as raised:
        checked(net, [document(*(f"https://h{n}.example/" for n in range(50)))], store=store)
    assert "\n" not in str(raised.value)
    assert store.held == {}
    assert len(net.asked) < 120


def test_a_dead_host_alone_is_no_lack_of_a_network() -> None:
    net = Net(lambda url, attempt: answer(url=url) if url == CONTROL else failed(Failure.UNKNOWN_HOST, url=url))
    assert verdicts(checked(net, [document(A)])) == ["dead"]
    assert net.asked.count(CONTROL) == 1


# Signals.


def test_when_it_is_stopped_what_is_known_by_then_is_told_and_kept() -> None:
    stop, store = asyncio.Event(), Memory()

    class Slow(Net):
        async def __call__(self, url: str, **options: object) -> Answer:  # type: ignore[override]
            if url == C:
                stop.set()
                await asyncio.sleep(3600)
            return answer(url=url)

    report = checked(Slow({}), [document(A, C)], store=store, stop=stop)
    assert [(link.status.value, link.reason.key) for link in report.links] == [
        ("ok", "answered"),
        ("skipped", "interrupted"),
    ]
    assert set(store.held) == {A}


# Pages that say that they are not there.


def test_one_made_up_sibling_is_asked_for_on_suspicion_and_none_otherwise() -> None:
    def says(url: str, attempt: int) -> Answer:
        return answer(url=url, body=html("Page not found") if "port" in url else html(body=PROSE))

    net = Net(says)
    urls = [f"https://port.example/{n}" for n in range(12)] + [f"https://quai.example/{n}" for n in range(12)]
    report = checked(net, [document(*urls)])
    assert report.counts[LinkStatus.SOFT_404] == 12
    assert len(net.asked) == 24 + 1
    assert sum("no-such-page" in url for url in net.asked) == 1


# Pages that send their reader on, browsers, DOIs.


def test_a_page_that_sends_its_reader_on_is_followed() -> None:
    first = answer(url=A, body="<head><meta http-equiv='refresh' content='0; url=/b'></head>")
    loop = answer(url=C, body="<head><meta http-equiv='refresh' content='0; url=c'></head>")
    net = Net({A: first, B: answer(url=B), C: loop})
    report = checked(net, [document(A, C)])
    assert verdicts(report) == ["ok", "ok"]
    assert report.links[0].final_url == B
    assert net.asked.count(C) == 1


def test_a_page_that_sends_its_reader_on_hands_no_user_name_on() -> None:
    made = read([], langs=[("en", "a.md")], contents={"a.md": b"See <https://anna:secret@quai.example/a>.\n"})
    asked, other = "https://anna:secret@quai.example/a", "https://port.example/b"
    for to, follows in (("//anna:secret@port.example/b", other), ("/b", f"{asked[:-1]}b")):
        first = answer(url=asked, body=f"<head><meta http-equiv='refresh' content='0; url={to}'></head>")
        net = Net({asked: first, follows: answer(url=follows)})
        report = checked(net, [parse(one) for one in made])
        assert (net.asked, verdicts(report)) == ([asked, follows], ["ok"])
        assert "secret" not in repr(report.links)


def test_a_browser_s_headers_are_tried_where_that_is_wanted_and_the_answer_says_so() -> None:
    def says(url: str, attempt: int) -> Answer:
        return answer(403, url=url)

    class Picky(Net):
        async def __call__(self, url: str, *, browser: bool = False, **more: object) -> Answer:  # type: ignore[override]
            made = await super().__call__(url, browser=browser)
            if not browser or url == C:
                return made
            return Answer(url, url, 200, headers={"content-type": "text/html"}, body=html(body=PROSE), browser=True)

    assert verdicts(checked(Picky(says), [document(A, C)])) == ["unverifiable", "unverifiable"]
    report = checked(Picky(says), [document(A, C)], LinkSettings(browser_headers=True))
    assert [(link.status.value, link.browser_headers) for link in report.links] == [
        ("ok", True),
        ("unverifiable", False),
    ]


DOI = "https://doi.org/10.5555/tides.12"
API = "https://doi.org/api/handles/10.5555/tides.12?type=URL"


def handle(code: int) -> Answer:
    return answer(200 if code == 1 else 404, json.dumps({"responseCode": code}), url=API, kind="application/json")


LANDED = ((302, "https://verlag.example/tides"),)


@pytest.mark.parametrize(
    ("said", "landing", "status", "reason"),
    [
        (handle(1), answer(url=DOI, via=LANDED), "ok", "answered"),
        (handle(1), answer(403, url=DOI, via=LANDED), "ok", "doi-registered"),
        (handle(1), failed(Failure.TIMEOUT, url=DOI), "ok", "doi-registered"),
        (handle(1), answer(404, url=DOI, via=LANDED), "unverifiable", "doi-landing-gone"),
        (handle(1), answer(url=DOI, via=((302, "https://verlag.example/"),)), "home", "home"),
        (handle(100), answer(404, url=DOI), "dead", "doi-unknown"),
        (handle(100), answer(url=DOI, via=LANDED), "ok", "answered"),
        (answer(500, url=API), answer(403, url=DOI, via=LANDED), "unverifiable", "turned-away"),
        (answer(200, "no JSON", url=API), answer(403, url=DOI, via=LANDED), "unverifiable", "turned-away"),
        (failed(Failure.TIMEOUT, url=API), answer(404, url=DOI), "dead", "gone"),
    ],
)
def test_a_doi_is_judged_by_its_registration_first(said: Answer, landing: Answer, status: str, reason: str) -> None:
    net = Net({API: said, DOI: landing})
    (link,) = checked(net, [document(DOI)]).links
    assert (link.status.value, link.reason.key) == (status, reason)


def answer_phrase():  # type: ignore[no-untyped-def]
    from citecheck.model.phrase import Phrase

    return Phrase.of("answered", status="200 OK")
