"""Which names mean the same file: by where they lead, and by the file itself."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterable

__all__ = ["STANDARD", "identities", "same_file"]

STANDARD = "-"
"""The path that means standard input or output."""


def identities(path: str) -> frozenset[object]:
    """What tells that two paths mean one file: the place they lead to and, where the file exists, the file itself.

    The second catches hard links, and names that a file system takes for equal. Empty for standard input and output.
    """
    if path == STANDARD:
        return frozenset()
    found: set[object] = set()
    # A path with a NUL, or a loop of links, leads nowhere; whoever opens it will say so.
    with contextlib.suppress(OSError, ValueError):
        found.add(os.path.normcase(os.path.realpath(path)))
        status = os.stat(path)  # noqa: PTH116
        # A terminal is read and written at once, and some file systems number no files.
        if stat.S_ISREG(status.st_mode) and status.st_ino:
            found.add((status.st_dev, status.st_ino))
    return frozenset(found)


def same_file(path: str, others: Iterable[str]) -> str | None:
    """The first of ``others`` that means the same file as ``path``; None where none does."""
    own = identities(path)
    return next((other for other in others if own & identities(other)), None)
