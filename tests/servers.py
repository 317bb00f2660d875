"""A server for tests of the network, on this machine only."""

from __future__ import annotations

from http.server import ThreadingHTTPServer
from typing import Any


class Server(ThreadingHTTPServer):
    """Keeps silent about clients that left: what it says would stand in the output of whatever test runs by then."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass
