"""What the rules are called in English, where that is not their name without its hyphens."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["NAMES"]

NAMES: Mapping[str, str] = {
    "BIL006": "URL differs",
    "LNK005": "TLS error",
    "URL001": "Malformed URL",
    "URL005": "Session-bound URL",
}
"""The names, by code."""
