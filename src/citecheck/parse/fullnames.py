"""Full names in their natural order, which a reference may begin with: ``Jane Doe, Richard Roe and Ann Poe, ``."""

from __future__ import annotations

import re
from functools import cache

from citecheck.parse.forms.parts import UPPER, conjunction_sign, name_particle
from citecheck.parse.words import conjunction

__all__ = ["CAPITALISED", "after_names"]

CAPITALISED = rf"[{UPPER}][\w’'.-]*"


@cache
def _full_name() -> re.Pattern[str]:
    part = f"(?:{CAPITALISED}|{name_particle()})"
    return re.compile(rf"{part}(?:\s{part}){{1,4}}")


@cache
def _conjunction_first() -> re.Pattern[str]:
    return re.compile(rf"{conjunction_sign()}\s+")


def after_names(text: str) -> int:
    """Where the text goes on behind the full names that it begins with; 0 where it begins with none."""
    start = at = 0
    while (comma := text.find(",", at)) != -1:
        piece = text[at:comma].strip()
        names = [name.strip() for name in conjunction().split(f" {piece} ") if name.strip()]
        names[:1] = [name[begun.end() :] if (begun := _conjunction_first().match(name)) else name for name in names[:1]]
        if not names or not all(_full_name().fullmatch(name) for name in names):
            break
        start = at = comma + 1
        if len(names) > 1:
            break
    while start and start < len(text) and text[start].isspace():
        start += 1
    return start
