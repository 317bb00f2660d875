"""Files as they were: the bytes that Git holds of them at an earlier state. The working tree is never touched."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from citecheck.errors import UsageError

__all__ = ["Past", "read_past"]

KEPT = ("GIT_CEILING_DIRECTORIES", "GIT_CONFIG_NOSYSTEM", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
"""Variables of Git that say where to look for a repository; others (in a hook, for instance) name one, or a state of it."""


class Past(Struct, frozen=True):
    """What there was: the bytes of files by the path that they are asked for, and the files that did not exist.

    ``obstacle`` says for a person why nothing can be known of earlier states at all.
    """

    contents: Mapping[str, bytes]
    missing: tuple[str, ...] = ()
    obstacle: str = ""


class _Obstacle(Exception):
    """Earlier states are out of reach, through no fault of the command."""


def read_past(ref: str, paths: Sequence[str]) -> Past:
    """The files at ``paths`` as they were at ``ref``, which is anything that Git takes for a commit.

    Raises UsageError where a whole repository has no such commit.
    """
    program = shutil.which("git")
    if program is None:
        return Past({}, obstacle="git is not installed")
    contents: dict[str, bytes] = {}
    missing = []
    commits: dict[str, str] = {}
    try:
        for path in paths:
            git = _Git(program, _folder(Path(path)))
            top = git.top()
            if top not in commits:
                commits[top] = git.commit(ref)
            content = git.content(commits[top], top, path)
            if content is None:
                missing.append(path)
            else:
                contents[path] = content
    except _Obstacle as obstacle:
        return Past({}, obstacle=str(obstacle))
    return Past(contents, tuple(missing))


def _folder(path: Path) -> Path:
    """The nearest folder that exists above a file."""
    absolute = Path(os.path.realpath(path))
    return next((above for above in absolute.parents if above.is_dir()), Path.cwd())


class _Git(Struct, frozen=True):
    """The git program, run in one folder."""

    program: str
    folder: Path

    def _run(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        # What a partial clone lacks would be fetched: no protocol is allowed, since an audit never uses the network.
        command = [self.program, "-c", "protocol.allow=never", "--no-pager", "--literal-pathspecs", *words]
        try:
            return subprocess.run(
                command, cwd=self.folder, env=_environment(), stdin=subprocess.DEVNULL, capture_output=True, check=False
            )
        except OSError as error:
            raise _Obstacle(f"git cannot be run ({error.strerror or error})") from error

    def top(self) -> str:
        """The folder of the repository."""
        ran = self._run("rev-parse", "--show-toplevel")
        if ran.returncode == 0:
            return os.fsdecode(ran.stdout.removesuffix(b"\n"))
        said = os.fsdecode(ran.stderr).strip().splitlines()
        if not said or "not a git repository" in said[0] or "must be run in a work tree" in said[0]:
            raise _Obstacle(f"{self.folder} is not in the working tree of a Git repository")
        raise _Obstacle(f"git says: {said[0]}")

    def commit(self, ref: str) -> str:
        """The name of a commit."""
        if ref.strip() and not ref.startswith("-") and "\0" not in ref:
            ran = self._run("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
            if ran.returncode == 0:
                return ran.stdout.decode("ascii").strip()
        if self._run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
            raise _Obstacle(
                f"the clone is shallow and does not have {ref} ('git fetch --unshallow', or fetch-depth: 0 in CI)"
            )
        raise UsageError(f"--since {ref}: the repository has no such commit, branch or tag ('git log' lists commits)")

    def content(self, commit: str, top: str, path: str) -> bytes | None:
        """The bytes of a file at a commit; None where it was not there."""
        inside = os.path.relpath(os.path.realpath(path), os.path.realpath(top)).replace(os.sep, "/")
        if inside.startswith("../"):
            return None
        listed = self._run("ls-tree", "-z", "--full-tree", commit, "--", inside).stdout
        mode, _, rest = listed.partition(b"\t")[0].partition(b" ")
        kind, _, name = rest.partition(b" ")
        if not mode.startswith(b"100") or kind != b"blob":
            return None
        ran = self._run("cat-file", "blob", name.decode("ascii"))
        if ran.returncode != 0:
            raise _Obstacle(f"the clone does not hold {path} as it was then; fetch it with Git first")
        return ran.stdout


def _environment() -> Mapping[str, str]:
    """The environment without what would point git elsewhere or make it talk, ask or write."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in KEPT}
    quiet = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    return kept | quiet
