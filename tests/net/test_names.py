"""Names of hosts, in the one form that they are judged in."""

from __future__ import annotations

from ipaddress import IPv4Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.net.names import is_private_name, is_this_machine, literal, plain_name


@pytest.mark.parametrize(
    ("host", "plain"),
    [("Quai.Example.", "quai.example"), ("[::1]", "::1"), ("ｑｕａｉ。example", "quai.example"), ("", "")],
)
def test_many_spellings_are_one_name(host: str, plain: str) -> None:
    assert plain_name(host) == plain


@given(st.ip_addresses(v=4))
def test_an_address_is_the_same_in_every_notation(address: IPv4Address) -> None:
    number = int(address)
    for name in (str(address), str(number), hex(number), f"{number >> 24}.{number & 0xFFFFFF}"):
        assert literal(name) == address


@pytest.mark.parametrize(("name", "address"), [("fe80::1%eth0", "fe80::1"), ("127.1", "127.0.0.1")])
def test_short_addresses_and_those_of_an_interface(name: str, address: str) -> None:
    assert literal(name) == ip_address(address)


@pytest.mark.parametrize("name", ["quai.example", "1.2.3.4.5", "256.1.1.1", ""])
def test_a_name_is_no_address(name: str) -> None:
    assert literal(name) is None


@pytest.mark.parametrize(
    ("name", "private"),
    [
        ("quai.example", False),
        ("8.8.8.8", False),
        ("printer", True),
        ("printer.local", True),
        ("a.b.internal", True),
        ("locale.example", False),
        ("notlocal", True),
        ("256.1.1.1", True),
        ("quai.0x7f", True),
    ],
)
def test_names_that_are_none_of_the_public_network(name: str, private: bool) -> None:
    assert is_private_name(name) is private


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("LOCALHOST.", True),
        ("a.localhost", True),
        ("127.9.9.9", True),
        ("[::1]", True),
        ("10.0.0.1", False),
        ("localhost.example", False),
    ],
)
def test_the_machine_itself(host: str, here: bool) -> None:
    assert is_this_machine(host) is here
