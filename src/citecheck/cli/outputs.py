"""Where ``citecheck audit`` writes its report, in which formats and in which order."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from citecheck.cli.endings import format_by_ending
from citecheck.cli.writing import choose_destination
from citecheck.errors import UsageError
from citecheck.read.identity import STANDARD, same_file
from citecheck.report import FORMATS

__all__ = ["Order", "Output", "choose_format", "choose_outputs", "project_root"]

_NAMED = re.compile(r"([A-Za-z][\w-]*)=(.*)", re.DOTALL)
_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""The variables in which services say where the checkout is."""


class Order(StrEnum):
    """In which order text tells problems."""

    SEVERITY = "severity"
    DOCUMENT = "document"


class Output(NamedTuple):
    """A format, and the file that gets it; ``-`` is standard output."""

    format: str
    path: str

    @property
    def file(self) -> str | None:
        """The file; None for standard output."""
        return None if self.path == "-" else self.path


def choose_format(wanted: str, option: str) -> str:
    """The format of that name. Raises UsageError, with the nearest one, where there is none."""
    if wanted in FORMATS:
        return wanted
    import difflib

    near = difflib.get_close_matches(wanted.lower(), FORMATS, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else f"use one of {', '.join(FORMATS)}"
    raise UsageError(f"{option}: unknown format {wanted!r}: {hint}")


def choose_outputs(format: str | None, outputs: Sequence[str] | None, inputs: Sequence[str] = ()) -> tuple[Output, ...]:
    """Where to write what: each of ``outputs`` is FORMAT=FILE, or a FILE for ``format`` (where that is None, for the one
    that its name ends in).

    A ``format`` that no file is named for goes to standard output. Raises UsageError where two reports would go to one
    place, or one to a file of ``inputs``, and where no format has the ending of a name.
    """
    main = choose_format(format, "--format") if format is not None else None
    chosen = [_destination(item, main, inputs) for item in outputs or ()]
    if not chosen or (main is not None and main not in {one.format for one in chosen}):
        chosen.append(Output(main or "text", STANDARD))
    for at, output in enumerate(chosen):
        _check_apart(output.path, [earlier.path for earlier in chosen[:at]])
    return tuple(chosen)


def _check_apart(path: str, before: Sequence[str]) -> None:
    """Raises UsageError where a report would go where one of those ``before`` it goes."""
    if path == STANDARD and STANDARD in before:
        raise UsageError("--output: standard output (-) can take only one format: name files for the others")
    # What is no file, as a device or a pipe, may well take several.
    if same_file(path, before) and (Path(path).is_file() or not Path(path).exists()):
        raise UsageError(f"--output {path}: this file is named twice: name another one")


def _destination(item: str, format: str | None, inputs: Sequence[str]) -> Output:
    """What one ``--output`` means; without a ``format`` the ending of the name says it. No file of ``inputs`` is one."""
    named = _NAMED.fullmatch(item)
    if named is None:
        if item:
            choose_destination(item, inputs)
        made = Output(format or format_by_ending(item, FORMATS), item)
    elif named[1] in FORMATS:
        made = Output(named[1], named[2])
    else:
        try:
            choose_format(named[1], f"--output {item}")
        except UsageError as error:
            raise UsageError(f"{error} (for a file of that name, write ./{item})") from None
    if not made.path:
        raise UsageError(f"--output {item}: name a file, or - for standard output")
    choose_destination(made.path, inputs)
    return made


def project_root(environment: Mapping[str, str] | None = None, here: Path | None = None) -> Path:
    """The folder that a CI service calls paths from: the checkout, where this is in one, else the working directory."""
    variables = os.environ if environment is None else environment
    folder = (here or Path.cwd()).resolve()
    for name in _ROOTS:
        if variables.get(name):
            root = Path(variables[name]).resolve()
            if folder.is_relative_to(root):
                return root
    return folder
