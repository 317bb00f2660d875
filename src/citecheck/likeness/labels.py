"""Labels of notes: what is left of one without what a writer slips on."""

from __future__ import annotations

import re

from citecheck.languages.folding import unaccented

__all__ = ["bare_label"]


SIGNS = re.compile(r"(?<!\d)[\W_]+|[\W_]+(?!\d)")
"""Signs of a label, but for those between two of its numbers."""


def bare_label(label: str) -> str:
    """The letters and digits of a label, without capitals and accents; the label itself where it has none."""
    return SIGNS.sub("", unaccented(label)) or label
