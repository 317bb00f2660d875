"""Authors by family name and initials, which a reference may begin with: ``Doe, J., Roe, R. & Poe, A.``."""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages.patterns import any_of, conjunctions
from citecheck.parse.forms.parts import OPENING, UPPER, name_particle

__all__ = ["initialled"]


@cache
def initialled() -> re.Pattern[str]:
    """Such authors at the beginning of a text, as its group; a word follows them, or nothing."""
    linked = any_of("name_links", "particles", "list_particles")
    family = rf"(?:{name_particle()}\s+){{0,3}}[{UPPER}][\w’'-]*(?:\.?\s(?:{linked}\s){{0,2}}[{UPPER}][\w’'-]+){{0,2}}"
    sign = rf"(?:[,&;]|\b{conjunctions()}\b)"
    join = rf"(?:\s*+(?:,\s*+)?{sign}\s++|\s*+,\s++)?"
    unstopped = rf"(?:[{UPPER}](?=\s?[,;&]|\s{conjunctions()}\b))?"
    # "Jane J. N. Doe, Ann Poe" begins with a name in its natural order.
    full = rf"[{UPPER}][\w’'-]+\s(?:[{UPPER}]\.[ -]?){{1,3}}\s?[{UPPER}][\w’'-]+"
    natural = rf"{full}(?:(?:,|\s{sign})\s(?:{sign}\s)?[{UPPER}][\w’'.-]+\s[{UPPER}]|,\s[{OPENING}*])"
    return re.compile(
        rf"\s*(?!{natural})((?:(?![{UPPER}]\.\s[{UPPER}][^\W\d_]+,\s[{UPPER}]\.){family},?\s+"
        rf"(?:[{UPPER}]\.[ -]?){{1,5}}{unstopped}{join}){{1,30}})(?=\s*+(?:[.,;:]\s*+)?(?:[^\W\d_]|$))"
    )
