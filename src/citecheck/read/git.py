"""The one way in which Git is run: to be told something, so that nothing that a repository configures is run or fetched.

A repository that was unpacked or checked out says in its own configuration which programs Git runs: for monitoring files,
at hooks, for talking to other machines. Whoever checks the report in it has not agreed to any of these.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

__all__ = ["Answer", "Command", "Git", "GitError", "find_git", "work_tree"]

Command = Literal["cat-file", "check-attr", "config", "ls-tree", "rev-parse"]
"""What is asked. None of these knows of filters, text conversions, external differences, signatures, aliases or editors."""

KEPT = (
    *("GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_GLOBAL"),
    *("GIT_CONFIG_COUNT", "GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_"),
)
"""What variables with the user's own settings begin with; others (in a hook, for instance) name a repository or programs."""

SETTINGS = {
    # Empty is off for every Git; "false" was the name of a program for those before 2.36.
    "core.fsmonitor": "",
    "core.hooksPath": os.devnull,
    "core.attributesFile": os.devnull,
    "core.askPass": "",
    "credential.helper": "",
    "safe.bareRepository": "explicit",
    "protocol.allow": "never",
    "protocol.ext.allow": "never",
}
"""What counts whatever the repository says: settings of the command line go before those of files."""

ENVIRONMENT = {
    # What a partial clone lacks would be fetched. A Git that does not know the first of these knows the second, which
    # goes before all settings of protocols, also those of a single one: no program is called so.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_SSH_COMMAND": "none",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}

PATIENCE = 60
"""Seconds: a pipe in the place of a file would be waited for without end."""


class GitError(Exception):
    """Git could not be asked. The text says for a person why."""


class Answer(Struct, frozen=True):
    """What Git said: whether it could answer, the answer, and what it complains of."""

    ok: bool
    out: bytes
    err: str


class Git(Struct, frozen=True):
    """The program Git, asked in one folder. ``find_git`` and ``work_tree`` find both."""

    program: str
    folder: Path

    def ask(self, command: Command, *words: str) -> Answer:
        """What a command answers. Raises GitError where it cannot be run, or does not come to an end."""
        settings = (word for name, value in SETTINGS.items() for word in ("-c", f"{name}={value}"))
        line = [self.program, *settings, "--no-pager", "--literal-pathspecs", command, *words]
        try:
            ran = subprocess.run(
                line,
                cwd=self.folder,
                env=_environment(self.folder),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                timeout=PATIENCE,
            )
        except subprocess.TimeoutExpired:
            raise GitError(f"git did not answer within {PATIENCE} seconds") from None
        except (OSError, ValueError) as error:
            raise GitError(f"git cannot be run ({getattr(error, 'strerror', None) or error})") from error
        return Answer(ran.returncode == 0, ran.stdout, os.fsdecode(ran.stderr).strip())


def find_git() -> str | None:
    """The program; None where it is not installed. One that lies in the working directory is not meant."""
    name = "git.exe" if os.name == "nt" else "git"
    folders = (folder for folder in os.get_exec_path() if Path(folder).is_absolute())
    return next((found for folder in folders if (found := shutil.which(os.path.join(folder, name)))), None)  # noqa: PTH118


def work_tree(folder: Path) -> Path | None:
    """The top of the work tree that a folder is in, which is where Git is to be run; None where it is in none.

    Git itself would stop at a bare repository on the way, which a clone can hold as plain files, and take its settings.
    """
    absolute = Path(os.path.realpath(folder))
    top = next((above for above in (absolute, *absolute.parents) if (above / ".git").exists()), None)
    if top is None or all((top / name).exists() for name in ("HEAD", "objects", "refs")):
        return None  # What is a bare repository itself is not asked, whatever else it holds.
    return top


def _environment(folder: Path) -> Mapping[str, str]:
    """The environment without what would point Git elsewhere or name programs, and with what keeps it from acting."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name.startswith(KEPT)}
    return kept | ENVIRONMENT | {"GIT_CEILING_DIRECTORIES": str(folder.parent)}
