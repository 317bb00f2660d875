"""Files as they were: the bytes that Git holds of them at an earlier state. The working tree is never touched."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from citecheck.errors import UsageError
from citecheck.read.git import Git, GitError, find_git, work_tree

__all__ = ["Past", "read_past"]

SEVERAL = re.compile(r"\s*\Z|[-^:]|.*(?:\.\.|[\0\r\n]|\^(?:[@!]|-\d*)\Z)", re.DOTALL)
"""What is no name of a single commit, whatever the repository holds: options, ranges, exclusions, files of the index."""
NAME = re.compile(rb"([0-9a-f]{40,64})\n?")
NO_COMMIT = "the repository has no such commit, branch or tag ('git log' lists commits)"
LACKS = "the clone does not hold {} as it was then; fetch it with Git first"


class Past(Struct, frozen=True):
    """What there was: the bytes of files by the path that they are asked for, and the files that did not exist.

    ``obstacle`` says for a person why nothing can be known of earlier states at all.
    """

    contents: Mapping[str, bytes]
    missing: tuple[str, ...] = ()
    obstacle: str = ""


def read_past(ref: str, paths: Sequence[str]) -> Past:
    """The files at ``paths`` as they were at ``ref``, which is anything that Git takes for a single commit.

    Raises UsageError where it is something else, or where a whole repository has no such commit.
    """
    if SEVERAL.match(ref):
        raise UsageError(f"--since {ref}: {NO_COMMIT}")
    program = find_git()
    if program is None:
        return Past({}, obstacle="git is not installed")
    contents: dict[str, bytes] = {}
    missing = []
    commits: dict[Path, str] = {}
    try:
        for path in paths:
            git = Git(program, _top(path))
            if git.folder not in commits:
                commits[git.folder] = _commit(git, ref)
            content = _content(git, commits[git.folder], path)
            if content is None:
                missing.append(path)
            else:
                contents[path] = content
    except GitError as obstacle:
        return Past({}, obstacle=str(obstacle))
    return Past(contents, tuple(missing))


def _top(path: str) -> Path:
    """The folder of the repository that a file is in."""
    absolute = Path(os.path.realpath(path))
    folder = next((above for above in absolute.parents if above.is_dir()), Path.cwd())
    top = work_tree(folder)
    if top is None:
        raise GitError(f"{folder} is not in the working tree of a Git repository")
    return top


def _commit(git: Git, ref: str) -> str:
    """The full name of a commit."""
    answer = git.ask("rev-parse", "--verify", f"{ref}^{{commit}}")
    if answer.ok and (name := NAME.fullmatch(answer.out)):
        return name[1].decode("ascii")
    shallow = git.ask("rev-parse", "--is-shallow-repository")
    if not shallow.ok:
        said = shallow.err.splitlines() or ["nothing"]
        raise GitError(f"git says: {said[0]}")
    if shallow.out.strip() == b"true":
        raise GitError(
            f"the clone is shallow and does not have {ref} ('git fetch --unshallow', or fetch-depth: 0 in CI)"
        )
    raise UsageError(f"--since {ref}: {NO_COMMIT}")


def _content(git: Git, commit: str, path: str) -> bytes | None:
    """The bytes of a file at a commit; None where it was not there."""
    inside = os.path.relpath(os.path.realpath(path), git.folder).replace(os.sep, "/")
    listed = git.ask("ls-tree", "-z", "--full-tree", commit, "--", inside)
    if not listed.ok:
        raise GitError(LACKS.format(path))
    mode, _, rest = listed.out.partition(b"\t")[0].partition(b" ")
    kind, _, name = rest.partition(b" ")
    if not mode.startswith(b"100") or kind != b"blob":
        return None
    answer = git.ask("cat-file", "blob", name.decode("ascii"))
    if not answer.ok:
        raise GitError(LACKS.format(path))
    return answer.out
