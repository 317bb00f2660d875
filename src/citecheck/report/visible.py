"""Quoted text made harmless: on one line, with nothing in it that steers a terminal or reorders what stands beside
it."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["inert", "inert_json", "shortened", "visible"]

_BREAK = re.compile(r"[ \t]*[\n\r\f\v\u0085\u2028\u2029]+[ \t]*|\t")
# Signs that are not seen are passed over where a service compares words.
_UNSEEN = "[\u034f\u180b-\u180f\ufe00-\ufe0f]{0,9}"
_INSIDE = re.compile(rf"(#{_UNSEEN}#)(?={_UNSEEN}[\w.-]{{0,40}}{_UNSEEN}\[)")
_DOUBLED = re.compile(f"#(?={_UNSEEN}#)")
_AHEAD = re.compile(rf"^([^\S\n]*)(?={_UNSEEN}:{_UNSEEN}:)", re.MULTILINE)


def visible(written: str) -> str:
    """The text on one line, with every character that would steer a terminal or reorder the line shown as a sign."""
    line = _BREAK.sub(" ", written)
    return line if line.isprintable() else "".join(_shown(char) for char in line)


def inert(written: str) -> str:
    """Lines of output of which a service that runs them takes none for a command.

    GitHub's runner takes one that begins with ``::``, after blanks, and finds ``##[…]`` anywhere in a line; Azure finds
    ``##vso[…]`` and ``##[…]``, TeamCity ``##teamcity[…]``.
    """
    return _AHEAD.sub(r"\1- ", _INSIDE.sub(r"\1 ", written))


def inert_json(written: str) -> str:
    """JSON that holds the same values, and no command to such a service: there lines begin with no text that is
    quoted."""
    return _DOUBLED.sub(r"\\u0023", written)


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
