"""URLs taken apart, and what of their parameters only tracks the reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.checks.addresses import parts
from citecheck.checks.addresses.parts import printed
from tests.parse.texts import document


@pytest.mark.parametrize(
    ("target", "host", "port", "path"),
    [
        ("https://ann:x@WWW.Quai.example:8443/a/b?q=1#t", "www.quai.example", 8443, "/a/b"),
        ("http://quai.example", "quai.example", 0, ""),
        ("mailto:ann@quai.example", "", 0, "mailto:ann@quai.example"),
        ("", "", 0, ""),
    ],
)
def test_host_port_and_path(target: str, host: str, port: int, path: str) -> None:
    assert (parts.host_of(target), parts.port_of(target), parts.path_of(target)) == (host, port, path)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("utm_source=x&id=7&UTM_Medium=y", ("utm_source", "utm_medium")),
        ("id=7", ()),
        ("cmp=12", ()),
        ("cmp=news", ("cmp",)),
        ("cmp=12&fbclid=a", ("cmp", "fbclid")),
        ("module=a&pgtype=b", ()),
        ("module=a&pgtype=b&campaign=c", ("module", "pgtype", "campaign")),
        ("utm\\_source=x&amp;utm\\_source=y", ("utm_source",)),
        ("", ()),
    ],
)
def test_what_only_tracks(query: str, names: tuple[str, ...]) -> None:
    assert parts.tracking(f"https://quai.example/a?{query}#top") == names


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("https://a.example/x?utm_source=y&id=7#top", "https://a.example/x?id=7#top"),
        ("https://a.example/x?utm_source=y", "https://a.example/x"),
        ("https://a.example/x?a=1&amp;utm_source=y&amp;b=2", "https://a.example/x?a=1&amp;b=2"),
        ("https://a.example/x?id\\_x=7&utm\\_source=y", "https://a.example/x?id\\_x=7"),
    ],
)
def test_an_address_without_what_tracks(address: str, clean: str) -> None:
    assert parts.untracked(address) == clean


@given(st.lists(st.sampled_from(["id=7", "utm_source=x", "fbclid=y", "cmp=12", "q=a%20b", "x"]), max_size=6))
def test_once_clean_it_stays_clean(pieces: list[str]) -> None:
    once = parts.untracked(f"https://a.example/x?{'&'.join(pieces)}")
    assert parts.untracked(once) == once
    assert parts.tracking(once) == ()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://a.example", True),
        ("www.a.example", True),
        ("a.example/x", True),
        ("<https://a .example>", True),
        ("a.example", False),
        ("the tides", False),
        ("", False),
    ],
)
def test_the_text_of_a_link_may_be_an_address(text: str, address: bool) -> None:
    assert parts.is_address(text) is address


def test_a_url_is_one_wherever_it_is_printed_and_changed_everywhere() -> None:
    url = "https://a.example/x"
    text = f'See {url} and [{url}]({url} "t") and [words]({url}).\n\n[^1]: Doe, {url}\n\nText.[^1]\n'
    (one,) = printed(document(text))
    assert len(one.urls) == 4
    assert [place.note for place in one.places] == [None, None, None, "1"]
    edits = one.fix(lambda address: address.replace("/x", "/y")).edits
    assert {edit.replacement for edit in edits} == {
        "https://a.example/y",
        '[https://a.example/y](https://a.example/y "t")',
        "[words](https://a.example/y)",
    }
    assert one.fix(lambda address: address).edits == ()
    assert parts.url_key("en", url) != parts.address_key("en", url)
