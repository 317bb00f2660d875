"""Addresses taken apart: what is a home page, what is deep, and what of one may be printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.links.address import UNFIT, Address, host_of, origin_of, printable, without_fragment, without_user


def address(url: str) -> Address:
    made = Address.of(url)
    assert made is not None
    return made


def test_the_parts_of_an_address() -> None:
    made = address("HTTPS://ann:secret@WWW.Quai.example:8443//a/b/?q=1#top")
    assert made == Address("https", "www.quai.example", 8443, ("a", "b"), "q=1", "top", True)
    assert made.site == "quai.example"


@pytest.mark.parametrize("url", ["https://[::1/a", "https://quai.example:99999/", "https://quai.example:x/"])
def test_what_cannot_be_an_address_is_none(url: str) -> None:
    assert Address.of(url) is None
    assert host_of(url) == ""


@pytest.mark.parametrize(
    ("path", "home", "deep"),
    [
        ("", True, False),
        ("/index.html", True, False),
        ("/fr", True, False),
        ("/en-GB/", True, False),
        ("/?lang=fr&utm_source=x", True, False),
        ("/?id=7", False, True),
        ("/about", False, False),
        ("/tides-2020", False, True),
        ("/tides.pdf", False, True),
        ("/a/b", False, True),
    ],
)
def test_home_pages_and_deep_ones(path: str, home: bool, deep: bool) -> None:
    made = address(f"https://quai.example{path}")
    assert (made.is_home, made.is_deep) == (home, deep)


@given(st.text())
def test_what_is_printed_cannot_leave_its_address(text: str) -> None:
    assert UNFIT.search(printable(text)) is None


def test_an_address_without_its_fragment_or_its_user() -> None:
    assert without_fragment("https://a.example/x#y#z") == ("https://a.example/x", "y#z")
    assert without_fragment("https://a.example/x") == ("https://a.example/x", "")
    assert without_user("https://ann:p@ss@a.example/x@y") == "https://a.example/x@y"
    assert without_user("https://a.example/x@y") == "https://a.example/x@y"
    assert without_user("https://[::1/a@b") == "https://[::1/a@b"


def test_the_origin_is_in_lower_case() -> None:
    assert origin_of("HTTPS://Quai.Example:8443/A") == "https://quai.example:8443"
    assert origin_of("https://[::1/a") == "https://[::1/a"
