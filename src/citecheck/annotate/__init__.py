"""Findings to remarks in the document itself: comments in Word and OpenDocument files.

Each format is a package beside this module with ``ENDINGS`` and ``annotated``, found by looking.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from citecheck.annotate.remarks import Remark, remarks_on
from citecheck.errors import InputError
from citecheck.read.readers import modules_by_ending

__all__ = ["Remark", "annotated", "check_ending", "endings", "remarks_on"]


class Annotator(Protocol):
    """What a package has that writes remarks into a format."""

    ENDINGS: tuple[str, ...]

    def annotated(self, path: str, raw: bytes, remarks: Sequence[Remark], day: str) -> bytes:
        """The bytes of the document with these remarks in place of citecheck's earlier ones, but for those that a person answered
        or resolved; ``day`` is the ISO date that they bear, empty for none. Raises InputError where it cannot be read."""


def endings() -> tuple[str, ...]:
    """The endings of files that can be annotated."""
    return tuple(sorted(modules_by_ending(__name__)))


def check_ending(path: str) -> None:
    """Raises InputError where files of this name cannot be annotated."""
    _module(path)


def _module(path: str) -> str:
    module = modules_by_ending(__name__).get(PurePath(path).suffix.lower())
    if module is None:
        known = ", ".join(endings())
        raise InputError(f"{path} cannot be annotated: citecheck writes comments into {known} files")
    return module


def annotated(path: str, raw: bytes, remarks: Sequence[Remark], day: str = "") -> bytes:
    """The bytes of the document at ``path`` with these remarks, as `Annotator` says. Raises InputError for other formats."""
    return cast("Annotator", import_module(_module(path))).annotated(path, raw, remarks, day)
