"""What citecheck says, as data. A language of the interface is one package here, called by its code, that defines
``VOICE``; no list names it. It is not a language of the documents that citecheck reads."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from msgspec import Struct

__all__ = ["Voice", "ui_languages", "voice"]


class Voice(Struct, frozen=True):
    """Every text of the interface that is not a rule's own, in one language.

    ``texts`` are by key; what a thing is called has its kind before a full stop (``severity.error``), and a text of one
    format alone that format (``page.search``). ``counts`` are the forms behind one and behind several, ``singular`` the
    numbers that take the first, ``times`` says how often something was seen: once, twice and so on, and ``months`` are their
    names. ``unbreakable`` is the pattern of spaces at which no line may be broken, ``point`` what
    stands before decimals, and ``lowered`` tells that a sentence behind a colon begins with a small letter. ``rules`` are the names of rules by code, where these are not made from the rule's own name, and ``finds`` what each finds, by the English.
    ``forms`` are what stands around the examples in the titles of forms, by the English.
    ``explained`` says of a rule, by code, why it matters and what is right.
    ``errors`` are what can stop a run, by the templates of the English.
    """

    texts: Mapping[str, str]
    counts: Mapping[str, tuple[str, str]]
    singular: tuple[int, ...]
    times: tuple[str, ...]
    months: tuple[str, ...]
    unbreakable: str = "(?!)"
    point: str = "."
    lowered: bool = False
    errors: Mapping[str, str] = {}
    rules: Mapping[str, str] = {}
    finds: Mapping[str, str] = {}
    forms: Mapping[str, str] = {}
    explained: Mapping[str, str] = {}


@cache
def ui_languages() -> tuple[str, ...]:
    """The codes of the languages that citecheck speaks to its user, sorted."""
    return tuple(sorted(package.name for package in iter_modules(__path__)))


@cache
def voice(ui: str) -> Voice:
    """The voice of an interface language; only this one is loaded. Raises ModuleNotFoundError where there is none."""
    spoken: Voice = import_module(f"{__name__}.{ui}").VOICE
    return spoken
