"""An act by its title and year: ``Education Act 1980, s 4``.

Statutes of the United Kingdom and of other countries of the common law (OSCOLA 4, 2.4).
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages.patterns import any_of
from citecheck.model.reference import Citation
from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import UPPER
from citecheck.parse.legal import law_citation
from citecheck.parse.reader import Reader

BEFORE = ("decision",)
EXAMPLES = (
    Example("Education Act 1980, s 4", {"kind": "law"}),
    Example("Environmental Protection Act 1990, ss 2-4, sch 1", {"kind": "law"}),
    Example("Acting Together, 1980", None),
)


@cache
def pattern() -> re.Pattern[str]:
    return re.compile(
        rf"[{UPPER}][^;,.\[\]\x00\n\d]{{3,80}}\s{any_of('acts')}\s(?:\([\w ]{{2,20}}\)\s)?"
        r"(?:1[5-9]|20)\d\d(?![\w)])"
        rf"(?:,\s{any_of('act_parts')}\b\.?\s?\d[\w()–-]{{0,12}}){{0,4}}"
    )


def read(reader: Reader, at: int) -> Citation | None:
    match = pattern().match(reader.plain, at)
    return None if match is None else law_citation(reader, at, match.end())
