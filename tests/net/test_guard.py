"""Which addresses may be asked, and that what is connected to is the address that was judged."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from ipaddress import ip_address, ip_network

import httpcore
import pytest

from citecheck.model.answer import Failure
from citecheck.net.guard import Guard, GuardedBackend, NotConnected, Resolver, is_public, is_refused, networks

PRIVATE = [
    *("10.0.0.1", "172.16.0.1", "192.168.1.1", "127.0.0.1", "127.8.8.8", "0.0.0.0", "169.254.1.1", "100.64.0.1"),
    *("224.0.0.1", "239.1.2.3", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "192.0.0.192"),
    *("169.254.169.254", "100.100.100.200", "168.63.129.16"),
    *("::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "ff0e::1", "fec0::1", "2001:db8::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "2002:a00:1::1", "64:ff9b::7f00:1", "64:ff9b::a00:1"),
    *("::ffff:169.254.169.254", "::127.0.0.1", "::ffff:0:10.0.0.1", "192.88.99.1", "3fff::1", "5f00::1", "100::1"),
    *("64:ff9b:1::808:808", "64:ff9b:1:a00:0:100::", "2606:2800::5efe:a00:1", "2606:2800::200:5efe:7f00:1"),
    *(
        "2001:0:808:808::f5ff:fffe",
        "2002:a00:1::5efe:808:808",
        "2002:808:808::5efe:a00:1",
        "4000::1",
        "fd00:c1::a9fe:a9fe",
        "fd00:ec2::23",
    ),
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


@pytest.mark.parametrize(
    "address",
    [
        *(
            "169.254.169.254",
            "fd00:ec2::254",
            "::ffff:169.254.169.254",
            "100.100.100.200",
            "192.0.0.192",
            "168.63.129.16",
        ),
        *(
            "fd00:c1::a9fe:a9fe",
            "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::a9fe:a9fe",
            "64:ff9b:1:a9fe:a9:fe00::",
            "fe80::a9fe:a9fe",
        ),
        *("2002:a9fe:a9fe::1", "fd00::5efe:a9fe:a9fe", "64:ff9b:1:a9:fe:a9fe::", "64:ff9b:1:0:a9:fea9:fe00:0"),
    ],
)
def test_a_cloud_s_metadata_are_never_asked_for(address: str) -> None:
    assert is_refused(ip_address(address), networks(["*"]))


# IANA's special-purpose registries for IPv4 (2025-05) and IPv6 (2025-05), each block with what they call "globally reachable".
# Those that can be reached have no pages: they are for protocols. Those that wrap another address are tested above.
REGISTRY = {
    **dict.fromkeys(("0.0.0.0/8", "0.0.0.0/32", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"), False),
    **dict.fromkeys(("172.16.0.0/12", "192.0.0.0/24", "192.0.0.0/29", "192.0.0.8/32", "192.0.0.170/32"), False),
    **dict.fromkeys(("192.0.0.171/32", "192.0.2.0/24", "192.88.99.0/24", "192.88.99.2/32", "192.168.0.0/16"), False),
    **dict.fromkeys(("198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4", "255.255.255.255/32"), False),
    **dict.fromkeys(("::1/128", "::/128", "64:ff9b:1::/48", "100::/64", "100:0:0:1::/64"), False),
    **dict.fromkeys(("2001::/23", "2001:2::/48", "2001:10::/28", "2001:db8::/32", "3fff::/20", "5f00::/16"), False),
    **dict.fromkeys(("fc00::/7", "fe80::/10", "2001::/32"), False),
    **dict.fromkeys(("192.31.196.0/24", "192.52.193.0/24", "192.175.48.0/24", "2620:4f:8000::/48"), True),
}
PROTOCOLS = ("192.0.0.9/32", "192.0.0.10/32", "2001:1::1/128", "2001:1::2/128", "2001:1::3/128", "2001:3::/32")
PROTOCOLS += ("2001:4:112::/48", "2001:20::/28", "2001:30::/28")


@pytest.mark.parametrize(("block", "reached"), [*REGISTRY.items(), *((one, False) for one in PROTOCOLS)])
def test_the_registries_of_special_purposes_are_heeded_whatever_python_knows_of_them(block: str, reached: bool) -> None:
    network = ip_network(block)
    for address in (network[0], network[-1], network[network.num_addresses // 2]):
        assert is_public(address) is reached


@pytest.mark.parametrize("block", ["224.0.0.0/4", "ff00::/8", "fec0::/10", "::/96", "4000::/2", "8000::/1"])
def test_nor_is_what_they_do_not_list_and_nobody_has(block: str) -> None:
    network = ip_network(block)
    assert not any(map(is_public, (network[0], network[1], network[-1])))


def test_the_borders_of_the_blocks_are_where_they_should_be() -> None:
    beside = [
        "9.255.255.255",
        "11.0.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.88.98.255",
        "192.88.100.0",
        "223.255.255.255",
    ]
    beside += [
        "100.63.255.255",
        "100.128.0.0",
        "2001:200::",
        "2001:db7:ffff::",
        "2001:db9::",
        "3ffe:ffff::",
        "3fff:1000::",
    ]
    assert [one for one in beside if not is_public(ip_address(one))] == []


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
        backend = GuardedBackend(Guard((), resolve), inner)
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
        await GuardedBackend(Guard((), Resolver().look_up), Inner()).connect_tcp(host, 80, 1.0)

    with pytest.raises(NotConnected) as raised:
        asyncio.run(connected())
    assert raised.value.failure is Failure.PRIVATE


def test_a_local_socket_is_refused() -> None:
    with pytest.raises(NotConnected):
        asyncio.run(GuardedBackend(Guard()).connect_unix_socket("/run/x.sock"))


# Names.

SAME_MACHINE = [
    "localhost.",
    "LOCALHOST",
    "foo.localhost",
    "127.0.0.1.",
    "0x7f.1",
    "\uff11\uff12\uff17.0.0.1",
    "127\u30020\u30020\u30021",
]
PRIVATE_HOSTS = [
    "metadata.google.internal",
    "wiki",
    "printer.local",
    "nas.lan",
    "router.home.arpa",
    "x.corp",
    "a.onion",
    "foo.123",
]


def judged(host: str, addresses: Sequence[str], allowed: Sequence[str] = (), *, proxy: bool = False) -> Failure | None:
    """What stands against asking a host with these addresses."""

    async def resolve(host: str, port: int) -> Sequence[str]:
        if not addresses:
            raise NotConnected(Failure.UNKNOWN_HOST)
        return addresses

    async def once() -> Failure | None:
        guard = Guard(networks(allowed), resolve)
        try:
            await (guard.judge_for_proxy(host, 443) if proxy else guard.judged(host, 443, 1.0))
        except NotConnected as refusal:
            return refusal.failure
        return None

    return asyncio.run(once())


@pytest.mark.parametrize("proxy", [False, True])
@pytest.mark.parametrize("host", SAME_MACHINE + PRIVATE_HOSTS)
def test_a_name_that_is_no_public_one_is_refused_whatever_it_leads_to(host: str, proxy: bool) -> None:
    assert judged(host, ["93.184.215.14"], proxy=proxy) is Failure.PRIVATE
    assert judged(host, [], proxy=proxy) is Failure.PRIVATE


def test_a_proxy_is_asked_for_what_only_it_can_look_up_unless_the_name_is_private() -> None:
    assert judged("quai.example", [], proxy=True) is None
    assert judged("quai.example", [], proxy=False) is Failure.UNKNOWN_HOST
    assert judged("quai.example", ["93.184.215.14", "10.0.0.1"], proxy=True) is Failure.PRIVATE
    assert judged("quai.example", ["10.0.0.1"], ["10.0.0.0/8"], proxy=True) is None
    assert judged("wiki.corp", ["10.0.0.1"], ["10.0.0.0/8"], proxy=True) is None
    assert judged("wiki.corp", [], ["10.0.0.0/8"], proxy=True) is Failure.PRIVATE
    assert judged("wiki.corp", [], ["*"], proxy=True) is None


@pytest.mark.parametrize("host", ["metadata.google.internal.", "metadata.goog", "METADATA", "instance-data"])
def test_a_name_of_a_cloud_s_metadata_is_never_asked_for(host: str) -> None:
    for proxy in (False, True):
        assert judged(host, ["93.184.215.14"], ["*"], proxy=proxy) is Failure.PRIVATE


@pytest.mark.parametrize(
    ("host", "answers", "public"),
    [
        ("quai.example", [["93.184.215.14"]], True),
        ("quai.example", [["10.0.0.1"]], False),
        ("quai.example", [["93.184.215.14", "10.0.0.1"]], False),
        ("quai.example", [["10.0.0.1"], ["93.184.215.14"]], False),
        ("quai.example", [["93.184.215.14"], ["10.0.0.1"]], False),
        ("wiki.corp", [["93.184.215.14"]], False),
    ],
)
def test_public_is_what_was_never_seen_to_be_anything_else(host: str, answers: list[list[str]], public: bool) -> None:
    left = list(answers)

    async def resolve(host: str, port: int) -> Sequence[str]:
        return left.pop(0)

    async def looked_up() -> bool:
        guard = Guard(networks(["*"]), resolve)
        assert not guard.was_public(host)
        for _ in answers:
            await guard.judged(host, 443, 1.0)
        return guard.was_public(host.upper() + ".")

    assert asyncio.run(looked_up()) is public
