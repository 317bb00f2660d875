"""What would steer a terminal, or hide or reorder text, in what is written for other programs."""

from __future__ import annotations

import re

__all__ = ["STEERING", "escaped_json"]

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that do something to whoever prints them: control characters, breaks of lines, turns of direction, halves
of characters. Tabs and line ends are not among them."""
_HIDDEN = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]")


def escaped_json(text: str) -> str:
    """A text of JSON in which such characters, and those that nobody sees, are escapes: its values stay exactly the
    same."""
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
