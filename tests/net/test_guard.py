"""Which addresses may be asked, and that what is connected to is the address that was judged."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from ipaddress import ip_address

import httpcore
import pytest

from citecheck.model.answer import Failure
from citecheck.net.guard import GuardedBackend, NotConnected, Resolver, is_refused, networks

PRIVATE = [
    *("10.0.0.1", "172.16.0.1", "192.168.1.1", "127.0.0.1", "127.8.8.8", "0.0.0.0", "169.254.1.1", "100.64.0.1"),
    *("224.0.0.1", "239.1.2.3", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "192.0.0.192"),
    *("169.254.169.254", "100.100.100.200", "168.63.129.16"),
    *("::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "ff0e::1", "fec0::1", "2001:db8::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "2002:a00:1::1", "64:ff9b::7f00:1", "64:ff9b::a00:1"),
    *("::ffff:169.254.169.254", "::127.0.0.1"),
]
PUBLIC = ["93.184.215.14", "8.8.8.8", "2606:2800:21f::1", "::ffff:8.8.8.8", "2002:808:808::1", "64:ff9b::808:808"]


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_public_is_refused(address: str) -> None:
    assert is_refused(ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_what_is_public_is_not(address: str) -> None:
    assert not is_refused(ip_address(address))


@pytest.mark.parametrize("address", ["10.0.0.1", "127.0.0.1", "::1", "fd12::1", "::ffff:10.0.0.1"])
def test_an_intranet_can_be_allowed(address: str) -> None:
    assert not is_refused(ip_address(address), networks(["*"]))
    assert is_refused(ip_address("172.16.0.1"), networks(["10.0.0.0/8", "fd00::/8"]))
    assert not is_refused(ip_address("10.9.9.9"), networks(["10.0.0.0/8"]))


@pytest.mark.parametrize("address", ["169.254.169.254", "fd00:ec2::254", "::ffff:169.254.169.254", "100.100.100.200"])
def test_a_cloud_s_metadata_are_never_asked_for(address: str) -> None:
    assert is_refused(ip_address(address), networks(["*"]))


class Inner(httpcore.AsyncNetworkBackend):
    """Connects to nothing, and remembers to what."""

    def __init__(self, **errors: Exception) -> None:
        self.asked: list[str] = []
        self.errors = errors

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        self.asked.append(host)
        if host in self.errors:
            raise self.errors[host]
        return httpcore.AsyncMockStream([])


def connect(answers: Sequence[Sequence[str]], inner: Inner, host: str = "quai.example", times: int = 1) -> None:
    """Connects some times, with what the resolver says each time."""
    left = list(answers)

    async def resolve(host: str, port: int) -> Sequence[str]:
        return left.pop(0)

    async def all_of_them() -> None:
        backend = GuardedBackend((), resolve, inner)
        for _ in range(times):
            await backend.connect_tcp(host, 443, 1.0)

    asyncio.run(all_of_them())


def test_what_is_connected_to_is_the_address_and_not_the_name() -> None:
    inner = Inner()
    connect([["93.184.215.14"]], inner)
    assert inner.asked == ["93.184.215.14"]


@pytest.mark.parametrize(
    "answers", [["10.0.0.1"], ["93.184.215.14", "10.0.0.1"], ["::ffff:127.0.0.1"], ["fe80::1%eth0"]]
)
def test_one_private_address_among_them_is_enough_to_refuse(answers: list[str]) -> None:
    inner = Inner()
    with pytest.raises(NotConnected) as raised:
        connect([answers], inner)
    assert (raised.value.failure, inner.asked) == (Failure.PRIVATE, [])


def test_a_name_that_changes_its_address_gets_nothing_from_it() -> None:
    inner = Inner()
    with pytest.raises(NotConnected) as raised:
        connect([["93.184.215.14"], ["127.0.0.1"]], inner, times=2)
    assert raised.value.failure is Failure.PRIVATE
    assert inner.asked == ["93.184.215.14"]


def test_the_second_address_is_tried_where_the_first_does_not_answer() -> None:
    inner = Inner(**{"2606:2800:21f::1": httpcore.ConnectTimeout("late")})
    connect([["2606:2800:21f::1", "93.184.215.14"]], inner)
    assert inner.asked == ["2606:2800:21f::1", "93.184.215.14"]


def test_a_refusal_says_more_than_silence() -> None:
    inner = Inner(**{"8.8.8.8": httpcore.ConnectError("refused"), "93.184.215.14": httpcore.ConnectTimeout("late")})
    with pytest.raises(httpcore.ConnectError):
        connect([["8.8.8.8", "93.184.215.14"]], inner)


def test_no_address_is_no_host() -> None:
    with pytest.raises(NotConnected) as raised:
        connect([[]], Inner())
    assert raised.value.failure is Failure.UNKNOWN_HOST


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "0177.0.0.1", "localhost"])
def test_other_ways_to_write_an_address_are_looked_up_before_they_are_judged(host: str) -> None:
    async def connected() -> None:
        await GuardedBackend((), Resolver().look_up, Inner()).connect_tcp(host, 80, 1.0)

    with pytest.raises(NotConnected) as raised:
        asyncio.run(connected())
    assert raised.value.failure is Failure.PRIVATE


def test_a_local_socket_is_refused() -> None:
    with pytest.raises(NotConnected):
        asyncio.run(GuardedBackend().connect_unix_socket("/run/x.sock"))
