"""Long pages on a terminal: Markdown laid out, and a pager where the page is longer than the screen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from io import StringIO

from citecheck.cli.common import emit

__all__ = ["can_lay_out", "laid_out", "show"]

WIDEST = 100
"""Longer lines of prose are hard to read, however wide the terminal."""


def can_lay_out() -> bool:
    """Whether somebody is looking, at a terminal that can do more than write line after line."""
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def laid_out(markdown: str, width: int, *, color: bool) -> str:
    """A page in Markdown as a terminal shows it."""
    from rich.console import Console
    from rich.markdown import Markdown
    from rich.theme import Theme

    written = StringIO()
    console = Console(
        file=written,
        width=min(width, WIDEST),
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        # These are the terminal's own colours on its own ground, so that they can be read on a light one and a dark
        # one.
        theme=Theme({"markdown.code": "cyan", "markdown.code_block": "none"}),
    )
    console.print(Markdown(markdown, code_theme="ansi_dark", hyperlinks=False))
    return "".join(f"{line.rstrip()}\n" for line in written.getvalue().splitlines())


def show(text: str) -> None:
    """Writes a text; on a terminal through the user's pager, where it is longer than the screen."""
    pager = os.environ.get("PAGER")
    if pager is None:
        pager = "less" if shutil.which("less") else ""
    longer = can_lay_out() and text.count("\n") >= shutil.get_terminal_size().lines
    if not longer or pager.strip() in ("", "cat") or not _paged(text, pager):
        emit(text)


def _paged(text: str, pager: str) -> bool:
    """Whether the pager could be run. As Git does, it is told to leave colours alone, and to end where all fits."""
    environment = {"LESS": "FRX", "LV": "-c", **os.environ}
    rest = text.encode("utf-8", "replace")
    try:
        with subprocess.Popen(pager, shell=True, stdin=subprocess.PIPE, env=environment) as running:
            while True:
                try:
                    running.communicate(rest)
                    break
                except KeyboardInterrupt:
                    rest = b""  # Ctrl-C is for the pager; it ends when it wants to, and has the page already.
    except OSError:
        return False
    return running.returncode not in (126, 127)
