"""No test leaves the machine: names are not looked up, but for the machine's own."""

from __future__ import annotations

import socket
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def no_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuses to look up any name but ``localhost``."""
    real = socket.getaddrinfo

    def look_up(host: Any, *more: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else str(host)
        numeric = options.get("flags", 0) & socket.AI_NUMERICHOST
        if not numeric and name != "localhost" and not any(char in name for char in ":") and not name[-1:].isdigit():
            raise AssertionError(f"a test looks up {name}")
        return real(host, *more, **options)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
