"""What differs between languages, as data. A language is one module here that defines ``LANGUAGE``; no list names it."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from citecheck.languages.base import Language

__all__ = ["Language", "all_languages", "language", "words"]


@cache
def all_languages() -> tuple[Language, ...]:
    """Every language that citecheck knows, sorted by code."""
    found = []
    for module in iter_modules(__path__):
        made = getattr(import_module(f"{__name__}.{module.name}"), "LANGUAGE", None)
        if isinstance(made, Language):
            found.append(made)
    return tuple(sorted(found, key=lambda one: one.code))


@cache
def language(code: str) -> Language:
    """The language with that code. Raises KeyError where citecheck does not know it."""
    for one in all_languages():
        if one.code == code:
            return one
    raise KeyError(code)


@cache
def words(field: str) -> tuple[str, ...]:
    """The words that all languages have under ``field``, longest first: sources are quoted in any language."""
    gathered = {word for one in all_languages() for word in getattr(one, field)}
    return tuple(sorted(gathered, key=lambda word: (-len(word), word)))
