"""citecheck: checks a report's citations and verifies its sources."""

from __future__ import annotations

__version__ = "0.1.0"
