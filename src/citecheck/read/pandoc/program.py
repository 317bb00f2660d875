"""Pandoc as a program: where it is, and what it makes of a text, as JSON."""

from __future__ import annotations

import json
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from citecheck.errors import InputError

__all__ = ["pandoc_program", "tree_of"]

PACKAGE = "pypandoc"
EXTRA = 'pip install "citecheck-toolkit[pandoc]"'
LIMITS = ("+RTS", "-M500M", "-RTS")
"""The memory that pandoc may use."""
SECONDS = 60
LONGEST_WORDS = 200


def tree_of(path: str, text: str, read_as: str) -> dict[str, Any]:
    """What pandoc makes of a text in a format. Raises InputError where it is not there, fails, or needs too much."""
    program = pandoc_program()
    if program is None:
        raise InputError(f"{path} is {read_as}, for which pandoc is needed: {EXTRA}")
    command = [program, "--sandbox", "--from", read_as, "--to", "json", *LIMITS]
    try:
        ran = subprocess.run(command, input=text.encode("utf-8", "replace"), capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        raise InputError(
            f"{path} keeps pandoc busy for more than {SECONDS} s: save it as Markdown, or split it"
        ) from None
    except OSError as error:
        raise InputError(
            f"{path} is {read_as}, and pandoc ({program}) does not run ({error.strerror}): {EXTRA}"
        ) from None
    if ran.returncode != 0:
        said = " ".join(ran.stderr.decode("utf-8", "replace").split())[:LONGEST_WORDS]
        raise InputError(f"{path} cannot be read by pandoc ({said}): correct it, or save it as Markdown")
    try:
        made: dict[str, Any] = json.loads(ran.stdout)
    except (ValueError, RecursionError):
        raise InputError(f"{path} is nested too deep to be read: save it as Markdown") from None
    return made


def pandoc_program() -> str | None:
    """Pandoc of the system, or the one that comes with the extra."""
    found = shutil.which("pandoc")
    spec = find_spec(PACKAGE) if found is None else None
    if spec is None or spec.origin is None:
        return found
    own = Path(spec.origin).parent / "files"
    return next((str(own / name) for name in ("pandoc", "pandoc.exe") if (own / name).is_file()), None)
