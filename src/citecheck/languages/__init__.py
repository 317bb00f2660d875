"""What differs between languages, as data. A language is one module here, called by its code, that defines ``LANGUAGE``; no
list names it."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from citecheck.languages.base import Language
from citecheck.languages.elsewhere import WORDS
from citecheck.languages.unknown import ANOTHER

__all__ = ["UNKNOWN", "UNTOLD", "Language", "all_languages", "is_language", "is_unknown", "language", "words"]

CODE = re.compile(r"[a-z]{2,3}")
"""What a language, and its module, is called (ISO 639)."""
TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,6}")
"""What a version's language is called: a code, or a tag (BCP 47) that tells it from another version in that language."""
UNTOLD = "en"
"""What a text is taken for that has no word of any language."""
UNKNOWN = ANOTHER.code
"""What a text is taken for whose words are those of no language that citecheck knows."""


@cache
def all_languages() -> tuple[Language, ...]:
    """Every language that citecheck knows, sorted by code."""
    codes = [module.name for module in iter_modules(__path__) if CODE.fullmatch(module.name)]
    return tuple(import_module(f"{__name__}.{code}").LANGUAGE for code in sorted(codes))


@cache
def language(tag: str) -> Language:
    """The language with that code or tag: ``en``, ``en-GB``, ``en-x-draft``. Raises KeyError where citecheck does not know it."""
    for one in (*all_languages(), ANOTHER):
        if one.code == tag.partition("-")[0]:
            return one
    raise KeyError(tag)


def is_language(tag: str) -> bool:
    """Whether a code or tag names a language that citecheck knows, or says that it is none of them (``und``)."""
    code = tag.partition("-")[0]
    return TAG.fullmatch(tag) is not None and (code == UNKNOWN or any(one.code == code for one in all_languages()))


def is_unknown(tag: str) -> bool:
    """Whether a code or tag says that the language is none that citecheck knows."""
    return tag.partition("-")[0] == UNKNOWN


@cache
def words(field: str) -> tuple[str, ...]:
    """The words that all languages have under ``field``, those without a module included, longest first: sources are quoted
    in any language."""
    gathered = {word for one in all_languages() for word in getattr(one, field)} | {*WORDS.get(field, ())}
    return tuple(sorted(gathered, key=lambda word: (-len(word), word)))
