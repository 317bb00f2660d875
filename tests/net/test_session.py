"""A session with the network: what it is opened with, and that it is closed."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from citecheck import __version__
from citecheck.errors import UsageError
from citecheck.model.answer import Failure
from citecheck.model.links import LinkSettings
from citecheck.net.client import Client
from citecheck.net.session import AGENT, open_cache, open_net
from tests.net.clocks import FakeClock


async def opened(settings: LinkSettings) -> Failure | None:
    async with open_net(settings) as net:
        return (await net.fetch("http://127.0.0.1:9/")).failure


def test_a_wrong_network_is_said_before_anything_is_asked() -> None:
    with pytest.raises(UsageError, match=r"allow_private: .*x.* name networks, such as 10\.0\.0\.0/8"):
        asyncio.run(opened(LinkSettings(allow_private=("x",))))


def test_nothing_private_is_asked_unless_it_is_allowed() -> None:
    assert asyncio.run(opened(LinkSettings())) is Failure.PRIVATE


def test_what_does_not_close_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = []

    async def close(client: Client) -> None:
        closed.append(client)
        raise OSError("gone")

    monkeypatch.setattr(Client, "close", close)
    assert asyncio.run(opened(LinkSettings())) is Failure.PRIVATE
    assert len(closed) == 1


def test_the_program_names_itself_with_its_version() -> None:
    assert AGENT.startswith(f"citecheck/{__version__} ")


def test_a_cache_lies_in_its_folder(tmp_path: Path) -> None:
    cache = open_cache(tmp_path, LinkSettings(), FakeClock())
    assert cache.get("https://quai.example/a") is None
    assert any(tmp_path.iterdir())
