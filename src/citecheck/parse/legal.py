"""Laws and decisions, which are cited by their own names and stand in no bibliography."""

from __future__ import annotations

import re

from citecheck.languages.letters import UPPER
from citecheck.model.reference import Citation, CitationKind
from citecheck.parse.forms.citing.short import pattern as short_pattern
from citecheck.parse.reader import Reader

__all__ = ["law_citation", "rest_of_law"]

REST = re.compile(rf"[^;\x00\n]{{0,300}}?(?=\s*(?:;|\n|$|\.\s+(?=[{UPPER}][a-zà-ÿ]{{2,}})|\.$))")


def law_citation(reader: Reader, at: int, end: int) -> Citation | None:
    """The citation of a law from ``at`` to ``end``; None where it begins as one by author and year does."""
    short = short_pattern().match(reader.plain, at)
    # "Regulation Office, 2015" is a body.
    if short is not None and short.end() < end and "," in short.group("sep"):
        return None
    return Citation(reader.trimmed(at, end), CitationKind.LAW, weak=True)


def rest_of_law(reader: Reader, at: int) -> int:
    """Where the name of a law or a decision ends that is recognised up to ``at``."""
    rest = REST.match(reader.plain, at)
    return rest.end() if rest is not None else at
