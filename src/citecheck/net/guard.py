"""The guard of addresses: names are looked up once, every address is judged, and the very one judged is connected
to."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Awaitable, Callable, Iterable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from queue import SimpleQueue

import httpcore

from citecheck.model.answer import Failure
from citecheck.net.names import METADATA_NAMES, is_private_name, literal, plain_name

IPAddress = IPv4Address | IPv6Address
IPNetwork = IPv4Network | IPv6Network
Resolve = Callable[[str, int], Awaitable[Sequence[str]]]

METADATA = frozenset(
    ip_address(one)
    for one in (
        *("169.254.169.254", "169.254.170.2", "169.254.170.23", "169.254.0.23", "100.100.100.200", "168.63.129.16"),
        *("192.0.0.192", "fd00:ec2::254", "fd00:ec2::23", "fd20:ce::254", "fd00:c1::a9fe:a9fe", "fe80::a9fe:a9fe"),
    )
)
"""Where clouds tell their machines their secrets. Never asked, whatever is allowed."""
NOT_PUBLIC = tuple(
    ip_network(one)
    for one in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24"),
        *("192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"),
        *("224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "3fff::/20"),
    )
)
"""IANA's special-purpose registries, with what is for multicast and reserved; of IPv6 what lies within the one block
that is public.

A table of our own: what Python calls global changes from one patch to the next. Anycast addresses of protocols lie in
these networks too, though they can be reached: no page has one.
"""
GLOBAL_UNICAST = IPv6Network("2000::/3")
SIX_TO_FOUR, NAT64, LOCAL_NAT64 = IPv6Network("2002::/16"), IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48")
MAPPED, COMPATIBLE, TEREDO = IPv6Network("::ffff:0:0/96"), IPv6Network("::/96"), IPv6Network("2001::/32")
ISATAP = (0x5EFE, 0x2005EFE)
"""What stands before the IPv4 address that the lower half of such an address holds."""
LOOK_UP = 2.0
"""Seconds that looking a name up may take where a proxy will look it up once more."""
FIRST_ADDRESSES = 2.0
"""Seconds that an address gets to accept a connection while others of the same host are left to try."""
MOST_ADDRESSES = 6
MOST_THREADS = 32
"""Names that are looked up at once."""
UNKNOWN = frozenset(
    code
    for code in (getattr(socket, name, None) for name in ("EAI_NONAME", "EAI_NODATA", "EAI_ADDRFAMILY"))
    if code is not None
)
"""The resolver's ways of saying that there is no such name."""


class NotConnected(httpcore.ConnectError):
    """There is no connection, for a reason that is known."""

    def __init__(self, failure: Failure, detail: str = "") -> None:
        super().__init__(detail or failure.value)
        self.failure = failure
        self.detail = detail


def networks(allowed: Iterable[str]) -> tuple[IPNetwork, ...]:
    """The networks that settings name; ``*`` is all of them. Raises ValueError where one is none."""
    found: list[IPNetwork] = []
    for one in allowed:
        found += [ip_network("0.0.0.0/0"), ip_network("::/0")] if one == "*" else [ip_network(one, strict=False)]
    return tuple(found)


def is_refused(address: IPAddress, allowed: Sequence[IPNetwork] = ()) -> bool:
    """Whether an address is not to be asked: not a public one, and not in a network that is allowed."""
    if not METADATA.isdisjoint((address, *_inside(address))):
        return True
    same = (address, *_translated(address))
    return not is_public(address) and not any(one in network for one in same for network in allowed)


def is_public(address: IPAddress) -> bool:
    """Whether an address is one of the public network, with every IPv4 address inside it."""
    if any(not is_public(inner) for inner in _inside(address)):
        return False
    if _translated(address):
        return True
    if isinstance(address, IPv6Address) and address not in GLOBAL_UNICAST:
        return False
    return not any(address in network for network in NOT_PUBLIC)


def _translated(address: IPAddress) -> tuple[IPv4Address, ...]:
    """The IPv4 address that an IPv6 one is only another way to write."""
    if isinstance(address, IPv4Address):
        return ()
    number = int(address)
    if address in SIX_TO_FOUR:
        return (IPv4Address(number >> 80 & 0xFFFFFFFF),)
    if address in NAT64 or address in MAPPED or (address in COMPATIBLE and number > 1):
        return (IPv4Address(number & 0xFFFFFFFF),)
    return ()


def _inside(address: IPAddress) -> tuple[IPv4Address, ...]:
    """Every IPv4 address that may be meant by an IPv6 one."""
    if isinstance(address, IPv4Address):
        return ()
    number = int(address)
    last = IPv4Address(number & 0xFFFFFFFF)
    if address in LOCAL_NAT64:
        # The network's own prefix may end at three places (RFC 6052); eight bits in the middle are none of the address.
        inner = (
            (number >> 64 & 0xFFFF) << 16 | number >> 40 & 0xFFFF,
            (number >> 64 & 0xFF) << 24 | number >> 32 & 0xFFFFFF,
        )
        return (last, IPv4Address(number >> 24 & 0xFFFFFFFF), *map(IPv4Address, inner))
    if address in TEREDO:
        return (IPv4Address(number >> 64 & 0xFFFFFFFF), IPv4Address(number & 0xFFFFFFFF ^ 0xFFFFFFFF))
    return (*_translated(address), *((last,) if number >> 32 & 0xFFFFFFFF in ISATAP else ()))


class Resolver:
    """Looks names up, in threads of its own that nobody waits for at the end.

    asyncio's own threads are joined when the program ends, and a resolver that hangs would keep it from ending;
    starting one for each name costs more than most look-ups.
    """

    def __init__(self) -> None:
        self._questions: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._threads = 0
        self._waiting = 0

    async def look_up(self, host: str, port: int) -> Sequence[str]:
        """The addresses of a host. Raises NotConnected where there are none."""
        with contextlib.suppress(ValueError):
            return [str(ip_address(host))]
        loop = asyncio.get_running_loop()
        found: asyncio.Future[list[str]] = loop.create_future()

        def settle(addresses: list[str] | None, error: Exception | None) -> None:
            self._waiting -= 1
            if found.done():
                return
            if error is None:
                found.set_result(addresses or [])
            else:
                found.set_exception(error)

        def ask() -> None:
            try:
                listed = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
                addresses, error = list(dict.fromkeys(str(one[4][0]) for one in listed)), None
            except Exception as raised:  # Whatever it is, whoever waits must hear of it.
                addresses, error = None, raised
            # Where the loop has ended, nobody wants to know any more.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(settle, addresses, error)

        self._waiting += 1
        if self._waiting > self._threads and self._threads < MOST_THREADS:
            self._threads += 1
            threading.Thread(target=self._work, name="resolve", daemon=True).start()
        self._questions.put(ask)
        try:
            return await found
        except socket.gaierror as error:
            unknown = error.errno in UNKNOWN or error.errno == 11001  # 11001: the same on Windows.
            failure = Failure.UNKNOWN_HOST if unknown else Failure.RESOLVER
            raise NotConnected(failure, str(error.strerror or error)) from error
        except UnicodeError as error:
            raise NotConnected(Failure.BAD_URL, str(error)) from error
        except OSError as error:
            raise NotConnected(Failure.RESOLVER, str(error.strerror or error)) from error

    def _work(self) -> None:
        while (ask := self._questions.get()) is not None:
            ask()

    def close(self) -> None:
        """Lets the threads end."""
        for _ in range(self._threads):
            self._questions.put(None)


class Guard:
    """Judges hosts by their names and by all their addresses, and remembers which were seen to be public."""

    def __init__(self, allowed: Sequence[IPNetwork] = (), resolve: Resolve | None = None) -> None:
        self._allowed = allowed
        self._resolve = resolve or Resolver().look_up
        self._public: dict[str, bool] = {}
        self._passed: set[str] = set()

    def was_public(self, host: str) -> bool:
        """Whether a host has addresses, and all that were seen of it were public ones."""
        return self._public.get(plain_name(host), False)

    async def judged(self, host: str, port: int, seconds: float) -> Sequence[str]:
        """The addresses of a host that may be asked. Raises NotConnected where it may not be, or has none.

        The name is looked up once, and what is connected to is an address: a second look-up could give another one.
        """
        name = plain_name(host)
        address = literal(name)
        if name in METADATA_NAMES or (address is None and self._is_kept_off(name)):
            raise NotConnected(Failure.PRIVATE, name)
        addresses = [str(address)] if address is not None else await self._looked_up(host, port, seconds)
        found = {text: ip_address(text.partition("%")[0]) for text in addresses}
        public = not is_private_name(name) and all(map(is_public, found.values()))
        self._public[name] = public and self._public.get(name, True)
        for text, one in found.items():
            if is_refused(one, self._allowed):
                raise NotConnected(Failure.PRIVATE, text)
        return addresses

    def _is_kept_off(self, name: str) -> bool:
        """Whether a name is of a private network, and none may be asked."""
        return is_private_name(name) and not self._allowed

    async def _looked_up(self, host: str, port: int, seconds: float) -> Sequence[str]:
        """The addresses of a name. Raises NotConnected where there are none, or none in time."""
        try:
            async with asyncio.timeout(seconds):
                addresses = list(await self._resolve(host, port))
        except TimeoutError as error:
            raise NotConnected(Failure.RESOLVER, "no answer in time") from error
        if not addresses:
            raise NotConnected(Failure.UNKNOWN_HOST)
        return addresses

    async def judge_for_proxy(self, host: str, port: int) -> None:
        """Judges a host that a proxy will look up. Raises NotConnected where it may not be asked.

        What cannot be looked up here goes to the proxy, since in many a network nobody else can, unless its name is a
        private one. Each name is judged once: the proxy looks it up each time, whatever was seen here.
        """
        if plain_name(host) in self._passed:
            return
        try:
            await self.judged(host, port, LOOK_UP)
        except NotConnected as refusal:
            everything = any(network.prefixlen == 0 for network in self._allowed)
            if refusal.failure is Failure.PRIVATE:
                raise
            if is_private_name(plain_name(host)) and not everything:
                raise NotConnected(Failure.PRIVATE, plain_name(host)) from refusal
        self._passed.add(plain_name(host))


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Connects only to addresses that have been judged."""

    def __init__(self, guard: Guard, inner: httpcore.AsyncNetworkBackend | None = None) -> None:
        self._guard = guard
        self._inner = inner or httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the first address of the host that accepts one. All of them must be public."""
        loop = asyncio.get_running_loop()
        end = loop.time() + (timeout or 30.0)
        addresses = (await self._guard.judged(host, port, timeout or 30.0))[:MOST_ADDRESSES]
        errors: list[Exception] = []
        for at, address in enumerate(addresses, 1):
            left = max(end - loop.time(), 0.05)
            each = min(left, FIRST_ADDRESSES) if at < len(addresses) else left
            try:
                return await self._inner.connect_tcp(address, port, each, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                errors.append(error)
        # A refusal is an answer, and says more than silence.
        raise next((one for one in errors if isinstance(one, httpcore.ConnectError)), errors[-1])

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Refused: nothing on this machine is a public address."""
        raise NotConnected(Failure.PRIVATE, path)

    async def sleep(self, seconds: float) -> None:
        """Waits."""
        await asyncio.sleep(seconds)
