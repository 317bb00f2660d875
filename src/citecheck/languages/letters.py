"""Letters and signs of the Latin script that are the same whatever the language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

UPPER = "A-ZÀ-ÖØ-ÞĀ-Ž"
"""Capitals, for a class of characters."""
DASH = "-‐‑‒–—−"
"""Hyphens and dashes, for the beginning of a class of characters."""
QUOTE_PAIRS: Mapping[str, str] = MappingProxyType(
    {"«": "»", "“": "”", "„": "“", "‘": "’", '"': '"', "‹": "›", "»": "«"}
)
"""Marks that open a quotation, with those that close it."""
OPENING = '«“„"‹'
CLOSING = '»”“"›'
