"""The guard of addresses: names are looked up once, every address is judged, and the very one judged is connected to."""

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

IPAddress = IPv4Address | IPv6Address
IPNetwork = IPv4Network | IPv6Network
Resolve = Callable[[str, int], Awaitable[Sequence[str]]]

METADATA = frozenset(
    ip_address(one)
    for one in ("169.254.169.254", "169.254.170.2", "169.254.170.23", "100.100.100.200", "168.63.129.16", "192.0.0.192")
) | {ip_address("fd00:ec2::254"), ip_address("fd20:ce::254")}
"""Where clouds tell their machines their secrets. Never asked, whatever is allowed."""
SIX_TO_FOUR, NAT64 = IPv6Network("2002::/16"), (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
COMPATIBLE = IPv6Network("::/96")
SITE_LOCAL = IPv6Network("fec0::/10")
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
    inner = _inner(address)
    if address in METADATA or inner in METADATA:
        return True
    if any(address in network or inner in network for network in allowed):
        return False
    return any(not _is_public(one) for one in (address, inner))


def _is_public(address: IPAddress) -> bool:
    if isinstance(address, IPv6Address) and (_inner(address) != address or address in SITE_LOCAL):
        # What only wraps another address is judged by that one.
        return address not in SITE_LOCAL
    return address.is_global and not (
        address.is_multicast
        or address.is_reserved
        or address.is_unspecified
        or address.is_loopback
        or address.is_link_local
    )


def _inner(address: IPAddress) -> IPAddress:
    """The IPv4 address inside an IPv6 one of the sorts that wrap one; the address itself otherwise."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in SIX_TO_FOUR:
        return IPv4Address(int(address) >> 80 & 0xFFFFFFFF)
    if any(address in network for network in NAT64) or (address in COMPATIBLE and int(address) > 1):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address


class Resolver:
    """Looks names up, in threads of its own that nobody waits for at the end.

    asyncio's own threads are joined when the program ends, and a resolver that hangs would keep it from ending; starting one
    for each name costs more than most look-ups.
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


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Connects only to addresses that have been judged."""

    def __init__(
        self,
        allowed: Sequence[IPNetwork] = (),
        resolve: Resolve | None = None,
        inner: httpcore.AsyncNetworkBackend | None = None,
    ) -> None:
        self._allowed = allowed
        self._resolve = resolve or Resolver().look_up
        self._inner = inner or httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the first address of the host that accepts one. All of them must be public.

        The name is looked up once, and what is connected to is an address: a second look-up could give another one.
        """
        loop = asyncio.get_running_loop()
        end = loop.time() + (timeout or 30.0)
        try:
            async with asyncio.timeout_at(end):
                addresses = list(await self._resolve(host, port))[:MOST_ADDRESSES]
        except TimeoutError as error:
            raise NotConnected(Failure.RESOLVER, "no answer in time") from error
        if not addresses:
            raise NotConnected(Failure.UNKNOWN_HOST)
        for address in addresses:
            if is_refused(ip_address(address.partition("%")[0]), self._allowed):
                raise NotConnected(Failure.PRIVATE, address)
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
