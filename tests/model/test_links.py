"""What is set for hosts, and what became of addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model.answer import Hop
from citecheck.model.links import HostSettings, Link, LinkReport, LinkSettings, LinkStatus, Origin, Try
from citecheck.model.phrase import Phrase


@pytest.mark.parametrize(
    ("name", "origin"),
    [
        ("Example.org", Origin("https", "example.org", 443)),
        ("http://example.org", Origin("http", "example.org", 80)),
        ("http://example.org:8080/", Origin("http", "example.org", 8080)),
        ("[::1]:8443", Origin("https", "::1", 8443)),
        ("example.org:0", None),
        ("example.org:65536", None),
        ("ftp://example.org", None),
        ("example.org/path", None),
        ("", None),
    ],
)
def test_a_name_means_a_scheme_a_host_and_a_port(name: str, origin: Origin | None) -> None:
    assert Origin.of(name) == origin


@given(st.sampled_from(["https", "http"]), st.sampled_from(["a.example", "::1"]), st.integers(1, 65535))
def test_an_origin_is_read_back_from_how_it_is_written(scheme: str, host: str, port: int) -> None:
    assert Origin.of(str(Origin(scheme, host, port))) == Origin(scheme, host, port)


SETTINGS = LinkSettings(
    hosts=(
        ("example.org", HostSettings(concurrency=1)),
        ("docs.example.org", HostSettings(concurrency=2)),
        ("docs.example.org:8443", HostSettings(headers=(("token", "secret"),), concurrency=3)),
    )
)


@pytest.mark.parametrize(
    ("host", "concurrency"),
    [("example.org", 1), ("www.example.org", 1), ("docs.example.org", 2), ("notexample.org", None), ("org", None)],
)
def test_the_longest_name_at_or_above_a_host_counts(host: str, concurrency: int | None) -> None:
    assert SETTINGS.host(host).concurrency == concurrency


def test_headers_go_to_their_own_origin_alone() -> None:
    own = Origin("https", "docs.example.org", 8443)
    assert SETTINGS.headers(own) == (("token", "secret"),)
    assert SETTINGS.headers_kept(own) is None
    other = Origin("https", "docs.example.org", 443)
    assert SETTINGS.headers(other) == ()
    assert SETTINGS.headers_kept(other) == "docs.example.org:8443"
    assert SETTINGS.headers_kept(Origin("https", "example.org", 443)) is None
    assert "secret" not in repr(SETTINGS)


def test_a_link_tells_where_encryption_is_given_up_and_how_long_it_took() -> None:
    hops = (Hop("https://a.example", 301, "HTTPS://b.example"), Hop("HTTPS://b.example", 302, "http://c.example"))
    tries = (Try("https://a.example", "500", 20), Try("https://a.example", "200", 22))
    link = Link("https://a.example", LinkStatus.OK, Phrase.of("ok"), redirects=hops, tries=tries)
    assert link.unencrypted == "http://c.example"
    assert link.elapsed_ms == 42
    assert Link("http://a.example", LinkStatus.OK, Phrase.of("ok")).unencrypted is None


def test_a_report_counts_every_verdict_and_shows_no_link() -> None:
    links = tuple(Link(f"https://{name}.example", LinkStatus.DEAD, Phrase.of("gone")) for name in "ab")
    report = LinkReport((), links)
    assert report.counts == {status: 2 if status is LinkStatus.DEAD else 0 for status in LinkStatus}
    assert report.by_url["https://b.example"] is links[1]
    assert repr(report) == "LinkReport(2 links)"
