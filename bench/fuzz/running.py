"""One command in this process, with its streams, its clock and its network in our hands."""

from __future__ import annotations

import asyncio
import io
import os
import shutil
import ssl
import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import httpcore
import typer.main
from answers import ANSWERS
from caches import NOW

import citecheck.net.client
import citecheck.net.session
from citecheck.cli import run
from citecheck.model.answer import Failure
from citecheck.net.guard import NotConnected

ENVIRONMENT = (
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "NO_COLOR",
    "FORCE_COLOR",
    "TERM",
    "GITHUB_WORKSPACE",
    "GITHUB_STEP_SUMMARY",
    "CI_PROJECT_DIR",
    "CITECHECK_COMPLETE",
)
"""Variables that change what a command does; none of them is set here."""


@dataclass(frozen=True)
class Ran:
    """What a command did: its exit status (None where an exception came out), what it wrote, and the folder's files after it."""

    words: Sequence[str]
    status: int | None
    out: bytes
    err: str
    files: Mapping[str, bytes]


# Typer makes all commands anew for each run, which takes as long as the run itself.
typer.main.get_command = cache(typer.main.get_command)


class Clock:
    """Time that passes only when somebody waits."""

    def __init__(self, chance: str) -> None:
        self._time, self._chance = 0.0, Random(chance)

    def monotonic(self) -> float:
        return self._time

    def now(self) -> float:
        return NOW + self._time

    async def sleep(self, seconds: float) -> None:
        self._time += max(seconds, 0.0)
        await asyncio.sleep(0)

    def chance(self) -> float:
        return self._chance.random()


class Internet:
    """Hosts and what each answers, one time after the other; the last answer stays, and a host without any has one of the recorded."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._answers: dict[str, list[bytes]] = {}
        for name, data in files.items():
            if name.startswith("answers/"):
                self._answers.setdefault(name.split("/")[1], []).append(data)

    def peek(self, host: str) -> bytes:
        """What comes next from a host."""
        known = self._answers.get(host)
        return known[0] if known else ANSWERS[sum(host.encode("utf-8", "replace")) % len(ANSWERS)]

    def take(self, host: str) -> bytes:
        """What comes next from a host, for good."""
        known = self._answers.get(host, [])
        return known.pop(0) if len(known) > 1 else self.peek(host)

    async def resolve(self, host: str, port: int) -> Sequence[str]:
        """The address of a host."""
        said = self.peek(host)
        if said == b"!unknown":
            self.take(host)
            raise NotConnected(Failure.UNKNOWN_HOST, "no such name")
        if said.startswith(b"!address "):
            self.take(host)
            return ["93.184.215.14", said[9:].decode()]
        self.at = host
        return [f"93.184.{len(host) % 250}.{sum(host.encode()) % 250}"]


class Backend(httpcore.AsyncNetworkBackend):
    """Connections to that internet."""

    def __init__(self, internet: Internet) -> None:
        self._internet = internet

    async def connect_tcp(self, host: str, port: int, *more: Any, **options: Any) -> httpcore.AsyncNetworkStream:
        name = self._internet.at
        said = self._internet.peek(name)
        if said == b"!refused":
            self._internet.take(name)
            raise httpcore.ConnectError("refused") from ConnectionRefusedError()
        if said == b"!timeout":
            self._internet.take(name)
            raise httpcore.ConnectTimeout("no answer")
        return Stream(self._internet, name)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)


class Stream(httpcore.AsyncNetworkStream):
    """One connection."""

    def __init__(self, internet: Internet, host: str) -> None:
        self._internet, self._host = internet, host
        self._left = b""

    async def start_tls(self, *more: Any, **options: Any) -> httpcore.AsyncNetworkStream:
        said = self._internet.peek(self._host)
        if said in (b"!certificate", b"!tls"):
            self._internet.take(self._host)
            fault = ssl.SSLCertVerificationError(1, "bad") if said == b"!certificate" else ssl.SSLError(1, "bad")
            raise httpcore.ConnectError("tls") from fault
        return self

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if b"\r\n\r\n" in buffer:
            self._left = self._internet.take(self._host)

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._left == b"!reset":
            raise httpcore.ReadError("reset") from ConnectionResetError()
        if self._left == b"!silent":
            raise httpcore.ReadTimeout("silence")
        size = min(max_bytes, 1500)
        piece, self._left = self._left[:size], self._left[size:]
        return piece if not piece.startswith(b"!") else b""

    async def aclose(self) -> None:
        self._left = b""

    def get_extra_info(self, info: str) -> Any:
        return False if info == "is_readable" else None


@contextmanager
def _network(files: Mapping[str, bytes], chance: str) -> Iterator[None]:
    """citecheck's own client and guard over our internet and our clock."""
    internet = Internet(files)
    guarded = citecheck.net.client.GuardedBackend

    def backend(allowed: Any, resolve: Any, *more: Any, **options: Any) -> Any:
        return guarded(allowed, internet.resolve, Backend(internet))

    clock = citecheck.net.session.SystemClock
    citecheck.net.client.GuardedBackend = backend  # type: ignore[assignment,misc]
    citecheck.net.session.SystemClock = lambda: Clock(chance)  # type: ignore[assignment,misc]
    try:
        yield
    finally:
        citecheck.net.client.GuardedBackend = guarded  # type: ignore[misc]
        citecheck.net.session.SystemClock = clock  # type: ignore[misc]


def quietly(words: Sequence[str], stdin: bytes = b"") -> tuple[int | None, bytes, str]:
    """Runs a command: its exit status, and what it wrote. The status is None where an exception came out, which stands at the end."""
    out, err = io.BytesIO(), io.BytesIO()
    kept = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = (
        io.TextIOWrapper(one, encoding="utf-8") for one in (io.BytesIO(stdin), out, err)
    )
    status: int | None = None
    try:
        status = int(run(list(words)))
    except BaseException:
        sys.stderr.write(traceback.format_exc())
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
            stream.detach()
        sys.stdin, sys.stdout, sys.stderr = kept
    return status, out.getvalue(), err.getvalue().decode("utf-8", "replace")


def prepare(home: Path) -> None:
    """Makes this process one that knows no user, no service and no proxy."""
    for name in [*os.environ]:
        if name in ENVIRONMENT or name.startswith("GIT_") or name.lower().endswith("_proxy"):
            del os.environ[name]
    os.environ |= {"HOME": str(home), "SOURCE_DATE_EPOCH": str(int(NOW)), "LC_ALL": "C.UTF-8"}


def ran(
    folder: Path, files: Mapping[str, bytes], commands: Sequence[Sequence[str]], stdin: bytes, chance: str
) -> Iterator[Ran]:
    """Runs the commands in a folder with these files, one after the other."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    for name, data in files.items():
        if not name.startswith("answers/"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
    os.chdir(folder)
    for words in commands:
        with _network(files, chance):
            status, out, err = quietly(words, stdin)
        yield Ran(words, status, out, err, _files(folder))


def _files(folder: Path) -> Mapping[str, bytes]:
    """All files of a folder, but for caches."""
    return {
        name: file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not (name := file.relative_to(folder).as_posix()).startswith("cache/")
    }
