"""Tracked changes of an OpenDocument text, as if all were accepted, or all rejected (ISO/IEC 26300-1, 5.5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from citecheck.read.elements import attribute, child, name

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Changes"]


class Changes(Struct, frozen=True):
    """The insertions that are ``dropped``, by their identifiers, and the deletions that are ``restored``, with what was
    deleted."""

    dropped: frozenset[str] = frozenset()
    restored: Mapping[str, _Element] = {}

    @classmethod
    def of(cls, text: _Element, *, rejected: bool) -> Changes:
        """The changes that a text lists; what was deleted stands in that list, and where it stood only a sign."""
        listed = child(text, "tracked-changes")
        if not rejected or listed is None:
            return cls()
        regions = {attribute(one, "id") or "": one for one in listed if name(one) == "changed-region"}
        deleted = {key: child(one, "deletion") for key, one in regions.items()}
        return cls(
            frozenset(key for key, one in regions.items() if child(one, "insertion") is not None),
            {key: one for key, one in deleted.items() if one is not None},
        )
