"""A session with the network: everything that asking needs, opened and closed together."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from citecheck import __version__
from citecheck.errors import UsageError
from citecheck.model.links import LinkSettings
from citecheck.net.cache import NAME, Cache
from citecheck.net.client import Client
from citecheck.net.clock import Clock, SystemClock
from citecheck.net.fetch import Fetcher
from citecheck.net.guard import Resolve, networks
from citecheck.net.hosts import Hosts

__all__ = ["AGENT", "open_cache", "open_net"]

AGENT = f"citecheck/{__version__} (link checker; +https://citecheck.readthedocs.io)"
"""What citecheck calls itself to servers."""
CLOSING = 0.5
"""Seconds that closing all connections may take."""


@asynccontextmanager
async def open_net(
    settings: LinkSettings, clock: Clock | None = None, resolve: Resolve | None = None
) -> AsyncIterator[Fetcher]:
    """Whoever asks for addresses, with open connections; they are closed at the end."""
    time = clock or SystemClock()
    try:
        allowed = networks(settings.allow_private)
    except ValueError as error:
        raise UsageError(f"allow_private: {error}: name networks, such as 10.0.0.0/8") from error
    client = Client(settings.timeout, allowed, resolve)
    try:
        yield Fetcher(client.ask, Hosts(settings, time), settings, time, AGENT)
    finally:
        try:
            async with asyncio.timeout(CLOSING):
                await client.close()
        except Exception:
            pass  # What does not close in time is closed by the end of the process.


def open_cache(folder: Path, settings: LinkSettings, clock: Clock | None = None) -> Cache:
    """The cache in a folder. Verdicts that were reached under other settings are not found in it."""
    made_under = (settings.allow_private, [(name, own.accept) for name, own in settings.hosts if own.accept])
    salt = hashlib.sha256(repr(made_under).encode()).hexdigest()[:8] if any(made_under) else ""
    return Cache(folder / NAME, settings.cache_ttl, clock or SystemClock(), salt)
