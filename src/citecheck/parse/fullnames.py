"""Full names in their natural order, which a reference may begin with: ``Jane Doe, Richard Roe and Ann Poe, ``."""

from __future__ import annotations

import re

from citecheck.parse.forms.parts import UPPER
from citecheck.parse.words import conjunction

__all__ = ["CAPITALISED", "after_names"]

CAPITALISED = rf"[{UPPER}][\w’'.-]*"
_PARTICLE = r"d[eu]|des|van|von|de[nr]|la|le|di|da"
FULL_NAME = re.compile(
    rf"(?:{CAPITALISED}|d[eu]|des?|van|von|de[nr]|la|le|di|da)(?:\s(?:{CAPITALISED}|{_PARTICLE})){{1,4}}"
)


def after_names(text: str) -> int:
    """Where the text goes on behind the full names that it begins with; 0 where it begins with none."""
    start = at = 0
    while (comma := text.find(",", at)) != -1:
        piece = text[at:comma].strip()
        names = [name.strip() for name in conjunction().split(f" {piece} ") if name.strip()]
        names[:1] = [re.sub(r"^(?:et|and|&)\s+", "", name) for name in names[:1]]
        if not names or not all(FULL_NAME.fullmatch(name) for name in names):
            break
        start = at = comma + 1
        if len(names) > 1:
            break
    while start and start < len(text) and text[start].isspace():
        start += 1
    return start
