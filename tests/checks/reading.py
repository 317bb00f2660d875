"""Texts as rules get them: read, resolved and aligned, without an audit."""

from __future__ import annotations

from functools import cache

from citecheck.align import align
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.resolve import resolve
from tests.parse.texts import document


@cache
def cited(text: str, lang: str = "en") -> Citations:
    """A text with its citations resolved."""
    return resolve(document(text, lang=lang))


@cache
def aligned(french: str, english: str) -> Alignment:
    """Two versions beside each other."""
    return align(cited(french, "fr"), cited(english))
