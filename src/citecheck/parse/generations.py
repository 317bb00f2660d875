"""Generations: what tells a son from his father behind a name, as in ``Doe, Richard H., Jr.``."""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages.patterns import any_of, conjunctions

__all__ = ["without_generations"]


def without_generations(text: str, *, whole: bool) -> str:
    """A list of names without them; ``whole`` says that it is that of a whole reference."""
    # Few lists have any: asking costs less than replacing.
    return _generation(whole).sub(r"\g<name>", text) if _generation_label().search(text) else text


@cache
def _generations() -> str:
    return rf"(?:{any_of('generations')}|I{{2,3}}|IV)\b\.?"


@cache
def _generation_label() -> re.Pattern[str]:
    """What `_generation` finds has, and few lists of names have."""
    return re.compile(rf"[\s,]{_generations()}")


@cache
def _generation(whole: bool) -> re.Pattern[str]:
    """What tells a son from his father: ``Doe, Richard H., Jr.``, ``Richard Doe III``; it is no name of its own."""
    label = rf"{_generations()}(?=\s*(?:[,;&(]|{conjunctions()}\b|$))"
    # Behind one word of a whole reference, numerals may be initials: "Doe II, Roe AB".
    name = r"[^\s,;&]+\s+[^\s,;&]+" if whole else r"[^\s,;&]+"
    return re.compile(rf",\s*{label}|(?P<name>{name})\s+{label}")
