"""Why it matters what each rule finds, and what is right, in French, by code: shorter than the explanation in English."""

from __future__ import annotations

from collections.abc import Mapping

from citecheck.report.voices.fr.explained.sources import SOURCES
from citecheck.report.voices.fr.explained.writing import WRITING

__all__ = ["EXPLAINED"]

EXPLAINED: Mapping[str, str] = {**SOURCES, **WRITING}
