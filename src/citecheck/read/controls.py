"""Characters that no text has, and that converters leave: NUL, other control characters, halves of surrogate pairs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citecheck.model.source import LETTERS_LOST

__all__ = ["is_binary", "remarks_on", "without_controls"]

CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
FEWEST_LETTERS = 20
"""Characters of a text to each control character that it may have."""
SAMPLE = 1_000_000
LOST = "control-characters"
MANY = 10
"""Control characters in a text that stand for letters that a converter lost."""


def is_binary(raw: bytes) -> bool:
    """Whether bytes with a zero among them are no text: they are not UTF-8, or every twentieth is a control character."""
    sample = raw[:SAMPLE]
    if len(BYTES.findall(sample)) * FEWEST_LETTERS > len(sample):
        return True
    try:
        raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return True
    return False


def remarks_on(controls: Sequence[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """What is to be said of such characters, with the place of the first one."""
    lost = sum(sign == "\0" for _, sign in controls) >= MANY
    return tuple((at, LETTERS_LOST if lost else LOST) for at, _ in controls[:1])


def without_controls(text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The text with a blank for each such character, and these with their places."""
    places = tuple((match.start(), match.group()) for match in CONTROL.finditer(text))
    return (CONTROL.sub(" ", text), places) if places else (text, ())
