"""Names as they were printed, from those that a converter of PDFs leaves."""

from __future__ import annotations

import re

from citecheck.languages.letters import UPPER

__all__ = ["mended"]

BROKEN = re.compile(rf"(?<=[^\W\d_{UPPER}])-\s+(?=[^\W\d_{UPPER}])")
"""The hyphen of a lost end of a line within a word."""
SPACED_STOP = re.compile(rf"(?<=\b[{UPPER}])\s\.")


def mended(text: str) -> str:
    """A list of names without the hyphens of lost line ends, and the gaps before stops of initials: ``Mar- low, V .``"""
    if "- " in text or "-\n" in text:
        text = BROKEN.sub("", text)
    return SPACED_STOP.sub(".", text) if " ." in text else text
