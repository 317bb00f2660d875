"""A terminal for tests: a program that believes somebody is looking, and what that somebody sees and types."""

from __future__ import annotations

import os
import select
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

import pytest

PATIENCE = 120.0
"""Seconds after which a test gives up on a program that says nothing; none is expected to need them."""

needs_terminal = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")


class Terminal:
    """A program on a pseudo-terminal; it does not outlive the ``with``."""

    def __init__(
        self, words: Sequence[str], environment: Mapping[str, str], *, lines: int = 24, columns: int = 80
    ) -> None:
        import fcntl
        import pty
        import termios

        self.hand, end = pty.openpty()
        fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        kept = {name: value for name, value in os.environ.items() if name not in ("LINES", "COLUMNS", "PAGER", "LESS")}
        self.process = subprocess.Popen(
            list(words),
            stdin=end,
            stdout=end,
            stderr=end,
            env={**kept, "TERM": "xterm", **environment},
            start_new_session=True,
        )
        os.close(end)
        self.seen = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.hand)

    def type(self, text: str) -> None:
        """Types something."""
        os.write(self.hand, text.encode())

    def until(self, holds: Callable[[str], bool]) -> str:
        """All that was seen by the time that it satisfies ``holds``, or that the program ended."""
        end = time.monotonic() + PATIENCE
        while not holds(self.seen) and time.monotonic() < end:
            ready, _, _ = select.select([self.hand], [], [], 1.0)
            if not ready:
                continue
            try:
                part = os.read(self.hand, 65536)
            except OSError:  # Linux says so when the program has closed its side.
                part = b""
            if not part:
                break
            self.seen += part.decode("utf-8", "replace")
        return self.seen

    def ended(self) -> int:
        """Waits for the end, and returns the status."""
        self.until(lambda seen: False)
        return self.process.wait(PATIENCE)


def command(folder: Path) -> Path:
    """A folder to be put on PATH, in which ``citecheck`` is the one that is tested."""
    place = folder / "bin"
    place.mkdir(exist_ok=True)
    program = place / "citecheck"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m citecheck "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return place
