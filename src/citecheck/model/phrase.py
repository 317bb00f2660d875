"""Phrase: words of the interface inside a value, worded only when they are shown."""

from __future__ import annotations

from msgspec import Struct


class Phrase(Struct, frozen=True):
    """A text of the interface by its key (``phrase.…`` in ``citecheck.report.voices``), and what fills its
    placeholders."""

    key: str
    values: tuple[tuple[str, str | int | tuple[str, ...]], ...] = ()

    @staticmethod
    def of(key: str, **values: str | int | tuple[str, ...]) -> Phrase:
        """The phrase of that key."""
        return Phrase(key, tuple(values.items()))
