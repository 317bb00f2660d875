"""Where a configuration is looked for, and whose it may be."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from citecheck.read.git import Git, GitError, find_git, work_tree

__all__ = ["folders_above", "why_refused"]

SCOPES = ("system", "global", "command")
"""Whose settings of Git say what is safe: not those of a repository, about itself."""


def folders_above(folder: Path) -> tuple[Path, ...]:
    """The folders in which a configuration for ``folder`` may lie, the nearest first.

    They go up to the first that holds ``.git`` or is the user's home, these included. What is in neither has only
    itself: above it anybody may have put a file.
    """
    above = (folder, *folder.parents)
    home = _same(os.path.expanduser("~"))  # noqa: PTH111  Without a home this is "~", and no error.
    for number, one in enumerate(above, 1):
        if os.path.lexists(one / ".git") or (_same(one) == home and one != one.parent):
            return above[:number]
    return above[:1]


def why_refused(file: Path) -> str | None:
    """Why a file is not to be used, for a person; None where it may be.

    As for Git, it has to belong to whoever runs this (also through sudo), or lie in a folder that Git's
    ``safe.directory`` names. Windows is not asked.
    """
    owner = _stranger(file)
    if owner is None or _is_safe(file.parent):
        return None
    return (
        f"belongs to another user (uid {owner}) and is not used: change its owner, or trust its folder with "
        f"'git config --global --add safe.directory {_same(file.parent)}'"
    )


def _stranger(file: Path) -> int | None:
    """The owner of a file, or of the link to it, who is somebody else."""
    if sys.platform == "win32":
        return None
    known = {os.geteuid()}
    through_sudo = os.environ.get("SUDO_UID", "")
    if 0 in known and through_sudo.isascii() and through_sudo.isdecimal():
        known.add(int(through_sudo[:20]))
    owners = (os.lstat(file).st_uid, os.stat(file).st_uid)  # noqa: PTH116
    return next((owner for owner in owners if owner not in known), None)


def _is_safe(folder: Path) -> bool:
    """Whether the user's or the system's settings of Git name the folder, or the repository that it is in."""
    places = {_same(folder), _same(work_tree(folder) or folder)}
    return any(
        value == "*" or _same(value) in places or (value.endswith("/*") and _is_below(places, value[:-2]))
        for value in _named_safe(folder)
    )


def _named_safe(folder: Path) -> list[str]:
    """The values of ``safe.directory`` that count for a folder; none where there is no Git."""
    program = find_git()
    try:
        words = ("--show-scope", "-z", "--type=path", "--get-all", "safe.directory")
        answer = Git(program, folder).ask("config", *words) if program is not None else None
    except GitError:
        answer = None
    said = os.fsdecode(answer.out).split("\0") if answer is not None else []
    named: list[str] = []
    for scope, value in zip(said[::2], said[1::2], strict=False):
        if scope in SCOPES:
            named = [*named, value] if value else []  # An empty value takes back those before it.
    return named


def _is_below(places: set[str], folder: str) -> bool:
    return any(Path(place).is_relative_to(_same(folder)) for place in places)


def _same(path: str | Path) -> str:
    """One name for all those of a folder."""
    return os.path.normcase(os.path.realpath(path))
