"""Quoted text made harmless: on one line, with nothing in it that steers a terminal or reorders what stands beside it."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["has_credentials", "shortened", "visible", "without_credentials"]

_BREAK = re.compile(r"[ \t]*[\n\r\f\v\u0085\u2028\u2029]+[ \t]*|\t")
_CREDENTIALS = re.compile(r"://[^\s/?#@<>]{1,400}@")


def visible(written: str) -> str:
    """The text on one line, with every character that would steer a terminal or reorder the line shown as a sign."""
    line = _BREAK.sub(" ", written)
    return line if line.isprintable() else "".join(_shown(char) for char in line)


def shortened(written: str, longest: int) -> str:
    """The text without its middle, where it has more than ``longest`` characters."""
    if len(written) <= longest:
        return written
    half = max((longest - 3) // 2, 1)
    return f"{written[:half].rstrip()} … {written[-half:].lstrip()}"


def _shown(char: str) -> str:
    if char.isprintable() or unicodedata.category(char) == "Zs":
        return char
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"<U+{code:04X}>"


def has_credentials(written: str) -> bool:
    """Whether an address in the text has a user name, and perhaps a password."""
    return _CREDENTIALS.search(written) is not None


def without_credentials(written: str) -> str:
    """The text without the user names and passwords of the addresses in it."""
    return _CREDENTIALS.sub("://…@", written)
