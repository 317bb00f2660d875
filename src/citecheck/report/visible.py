"""Quoted text made harmless: on one line, with nothing in it that steers a terminal or reorders what stands beside it."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["shortened", "visible"]

_BREAK = re.compile(r"[ \t]*[\n\r\f\v\u0085\u2028\u2029]+[ \t]*|\t")


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
