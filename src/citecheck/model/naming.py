"""What a person can call a note: its number, or the label that stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

__all__ = ["Named", "called", "parted"]

_BRACKETED = re.compile(r"\[\^(?P<label>[^\]\[\s^]+)\]")
_APART = r"(?=(?:[^\[\]]|\[\^[^\]\[\s^]*\])*$)"


class Named(Protocol):
    """What has a ``note_id``, a label and a printed number: a note, or anything like it."""

    @property
    def note_id(self) -> str:
        """What tells it from all others of its version."""

    @property
    def label(self) -> str:
        """What stands in the file."""

    @property
    def number(self) -> str:
        """What is printed."""


_Any = TypeVar("_Any", bound=Named)


def called(notes: Iterable[_Any], name: str) -> list[_Any]:
    """The notes that a person may mean by ``name``: those with this ``note_id``, else with this label, else with this
    printed number. In brackets, as Markdown writes it (``[^13]``), it is a label and nothing else."""
    known = list(notes)
    bracketed = _BRACKETED.fullmatch(name)
    wanted = [("label", bracketed["label"])] if bracketed else [(kind, name) for kind in ("note_id", "label", "number")]
    for kind, value in wanted:
        if meant := [note for note in known if getattr(note, kind) == value]:
            return meant
    return []


def parted(said: str, sign: str) -> Sequence[str]:
    """The parts of what is said between signs; a sign within the brackets of a label is the label's own."""
    return [part.strip() for part in re.split(re.escape(sign) + _APART, said)]
