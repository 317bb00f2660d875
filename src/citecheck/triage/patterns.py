"""Patterns of paths, as people write them in a configuration: ``annex/*.md``, ``**/draft.md``, ``annex/``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from fnmatch import fnmatchcase
from functools import cache

__all__ = ["matches"]


def matches(pattern: str, path: str) -> bool:
    """Whether a file is one that the pattern names: ``*`` stays within a folder, ``**`` does not.

    Both may be absolute or as seen from the working directory; a pattern that ends in a slash names all below it.
    """
    whole = pattern.replace(os.sep, "/")
    names = _parts(_absolute(pattern)) + (("**",) if whole.endswith("/") else ())
    return _match(names, _parts(_absolute(path)))


def _absolute(path: str) -> str:
    """From the root on, without ``..``; a link keeps its own name, by which the user knows it."""
    return os.path.abspath(path)  # noqa: PTH100


@cache
def _parts(path: str) -> tuple[str, ...]:
    return tuple(part for part in path.replace(os.sep, "/").split("/") if part)


def _match(names: Sequence[str], parts: Sequence[str]) -> bool:
    """Both from the front; where they part, the last ``**`` takes one more folder."""
    at = reached = 0
    many: tuple[int, int] | None = None
    while reached < len(parts):
        if at < len(names) and names[at] == "**":
            many = at, reached
            at += 1
        elif at < len(names) and fnmatchcase(parts[reached], names[at]):
            at, reached = at + 1, reached + 1
        elif many is not None:
            many = many[0], many[1] + 1
            at, reached = many[0] + 1, many[1]
        else:
            return False
    return all(name == "**" for name in names[at:])
