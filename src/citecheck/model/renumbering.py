"""Renumbering: the numbers that one version's notes get when they follow the other's."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["Renumbered", "Renumbering"]


class Renumbered(Struct, frozen=True):
    """One note: its number now (None where a note is missing), the proposed one, and the notes that it stands against.

    ``remarks`` are keys of what a translator should know: ``merged``, ``split``, ``only``, ``missing``, ``crossed``.
    """

    old: str | None
    new: str
    counterparts: tuple[str, ...]
    remarks: tuple[str, ...] = ()


class Renumbering(Struct, frozen=True):
    """The proposal: ``langs`` and ``names`` are of the version that is numbered anew and of the one that it follows."""

    langs: tuple[str, str]
    names: tuple[str, str]
    lines: tuple[Renumbered, ...]

    @property
    def changed(self) -> int:
        """How many numbers change."""
        return sum(one.old is not None and one.old != one.new for one in self.lines)
