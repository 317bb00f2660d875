"""A reader's folder: the example documents of the manual, an environment that says nothing of its own, and a small web."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from citecheck.model.answer import Failure
from citecheck.net.guard import NotConnected, Resolver
from tests.docs.pages import DOCS
from tests.servers import Server


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with a copy of ``docs/example``."""
    made = tmp_path / "folder"
    shutil.copytree(DOCS / "example", made)
    monkeypatch.chdir(made)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR", "TERM", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("GITHUB_STEP_SUMMARY", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    for name, value in {"COUNT": "1", "KEY_0": "user.name", "VALUE_0": "A. Editor"}.items():
        monkeypatch.setenv(f"GIT_CONFIG_{name}", value)
    monkeypatch.setenv("LOGNAME", "A. Editor")
    # The 24th of November 2026.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
    return made


class Web(BaseHTTPRequestHandler):
    """A proxy that answers for every host itself."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        status, headers = 200, {}
        match self.path:
            case "http://lannec.example/accounts-2019":
                status = 404
            case "http://press.example/2022/port":
                status = 403
            case "http://auctions.example/west":
                status, headers = 301, {"Location": "http://auctions.example/reports/west"}
        body = b"<html><title>Ports</title><h1>Ports</h1><p>The ports of the west.</p></html>"
        self.send_response(status)
        for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *more: Any) -> None:
        """Says nothing."""


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every host there is, on this machine: the network is not used."""
    server = Server(("127.0.0.1", 0), Web)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)

    async def look_up(resolver: Resolver, host: str, port: int) -> list[str]:
        raise NotConnected(Failure.UNKNOWN_HOST, host)

    # Only the proxy knows names.
    monkeypatch.setattr(Resolver, "look_up", look_up)
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.server_address[1]}")
    yield
    server.shutdown()
    server.server_close()
