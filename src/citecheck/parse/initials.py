"""Authors by family name and initials, which a reference may begin with: ``Doe, J., Roe, R. & Poe, A.``."""

from __future__ import annotations

import re

from citecheck.parse.forms.parts import UPPER

__all__ = ["INITIALLED"]

_PARTICLES = r"(?:(?:de|da|do|du|van|von|der|den|la|le|di|al)\s+){0,3}"
_FURTHER = rf"(?:\.?\s(?:(?:e|y|i|de|da|do|den|der)\s){{0,2}}[{UPPER}][\w’'-]+){{0,2}}"
_JOIN = r"(?:\s*+(?:,\s*+(?:[,&;]|\band\b|\bet\b)|[,&;]|\band\b|\bet\b)\s++)?"
INITIALLED = re.compile(
    rf"\s*((?:(?![{UPPER}]\.\s[{UPPER}][^\W\d_]+,\s[{UPPER}]\.){_PARTICLES}[{UPPER}][\w’'-]*{_FURTHER},?\s+"
    rf"(?:[{UPPER}]\.[ -]?){{1,5}}{_JOIN}){{1,30}})(?=\s*+(?:[.,;:]\s*+)?+(?:[^\W\d_]|$))"
)
