"""Registries: one file each, found by looking, pure. A registry module has

- its docstring, which says what it is and where its interface is described,
- ``NAME`` and ``INTERVAL``, the seconds between two requests,
- ``by_identifier(subject, mailto)`` and ``by_words(subject, mailto)``: the address to ask, none where it cannot help; ``mailto`` is empty where
  the user gave none,
- ``read(answer)``: the records, or that it has none, or that this is no answer.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from citecheck.model.answer import Answer
from citecheck.model.records import RegistryAnswer
from citecheck.model.sources import Subject

__all__ = ["Registry", "load_registries"]


class Registry(Protocol):
    """What a module of this package offers."""

    NAME: str
    INTERVAL: float

    def by_identifier(self, subject: Subject, mailto: str) -> str | None:
        """The address of the record with an identifier of the subject; None where it has none of these."""

    def by_words(self, subject: Subject, mailto: str) -> str | None:
        """The address of a search for the subject; None where the registry has no such works."""

    def read(self, answer: Answer) -> RegistryAnswer:
        """What an answer says."""


@cache
def load_registries() -> dict[str, Registry]:
    """The registries by their names."""
    modules = (import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__))
    return {module.NAME: module for module in modules}
