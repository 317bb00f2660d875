"""Entities of HTML in a text: ``&nbsp;``, ``&laquo;``, ``&#8217;``."""

from __future__ import annotations

import html
import re

__all__ = ["ENTITY", "decoded_entity"]

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}\d{0,2});")
MARKUP = frozenset("&<>*_`[]\\^$~#|{}!")
"""Signs that would be taken for markup, which an entity is there to avoid."""
OPENED = re.compile(r"&lt;(?=(?:https?|ftp)://|www\.)")
OPENING, CLOSING = "&lt;", "&gt;"
SPACES = " \u00a0\u2002\u2003\u2009\u202f\u00ad"
LONGEST = 500


def decoded_entity(match: re.Match[str]) -> str:
    """The character that an entity stands for; the entity where there is none, or where it would be taken for markup, other
    than the angle brackets around an address."""
    entity = match.group()
    if entity == OPENING:
        return "<" if OPENED.match(match.string, match.start()) else entity
    if entity == CLOSING:
        return ">" if _closes_address(match.string, match.start()) else entity
    character = html.unescape(entity)
    plain = len(character) == 1 and character not in MARKUP and (character.isprintable() or character in SPACES)
    return character if plain else entity


def _closes_address(text: str, at: int) -> bool:
    """Whether an address in escaped angle brackets ends at ``at``."""
    opened = text.rfind(OPENING, max(0, at - LONGEST), at)
    return opened != -1 and OPENED.match(text, opened) is not None and not re.search(r"\s", text[opened:at])
