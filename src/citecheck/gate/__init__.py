"""Gate: what findings mean for the one who asks: how much they matter, which are waived, which were known before."""

from __future__ import annotations

from citecheck.gate.baseline import baseline_text, compared, gone, known_of, read_baseline
from citecheck.gate.settings import adjusted, named_rules
from citecheck.gate.waivers import apply_waivers

__all__ = [
    "adjusted",
    "apply_waivers",
    "baseline_text",
    "compared",
    "gone",
    "known_of",
    "named_rules",
    "read_baseline",
]
