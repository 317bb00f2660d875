"""A key: ``@doe2020, p. 4``, ``@doe2020 [p. 4]``, ``@{doe/2020/a}``.

Pandoc's citation keys, which name an entry of a bibliography that another program keeps (pandoc manual, "Citations").
"""

from __future__ import annotations

import re

from citecheck.model.reference import Citation, CitationKind
from citecheck.parse.forms import Example
from citecheck.parse.locators import read_locator
from citecheck.parse.reader import Reader

BEFORE = ("ibid",)
EXAMPLES = (
    Example("@doe2020, p. 4", {"kind": "key", "target": "doe2020", "pages": "4"}),
    Example("@doe2020 [p. 4-6]", {"target": "doe2020", "pages": "4-6"}),
    Example("@{doe--2020}, p. 4", {"target": "doe--2020", "pages": "4"}),
    Example("@{2020doe}-like", {"target": "2020doe"}),
    Example("jane@example.org", None),
    Example("@fig:harbour", None),
    Example("@sec:method", None),
    Example("@doe2020---seen above", {"target": "doe2020"}),
    Example("@" + 12 * "harbours" + "2020", {"target": 12 * "harbours" + "2020"}),
)

KEY = re.compile(r"@(?:\{([^{}\s@]{1,200})\}|([A-Za-z]\w{0,200}(?:[:.#$%&+?<>~/-]\w{1,80}){0,20}))")
"""Within a key only one sign stands between letters or digits at a time; any other one stands in braces."""
CROSS_REFERENCES = frozenset(
    [
        "fig",
        "figure",
        "sec",
        "section",
        "ch",
        "cha",
        "chap",
        "eq",
        "eqn",
        "tbl",
        "tab",
        "table",
        "lst",
        "listing",
        "alg",
        "thm",
        "lem",
        "def",
        "prop",
        "cor",
        "rem",
        "ex",
        "exm",
        "app",
        "ref",
    ]
)
"""What keys begin with, before a colon or a hyphen, by which programs beside pandoc (pandoc-crossref, bookdown, Quarto) mean a
figure, a section or an equation."""
SIGN = re.compile(r"[:-]")
BRACKET = re.compile(r"\s*\[")


def read(reader: Reader, at: int) -> Citation | None:
    match = KEY.match(reader.plain, at)
    if match is None or (match.group(2) and SIGN.split(match.group(2))[0].lower() in CROSS_REFERENCES):
        return None
    if at and (reader.plain[at - 1].isalnum() or reader.plain[at - 1] in "/.}@\\"):
        return None
    behind = BRACKET.match(reader.plain, match.end())
    locator, end = read_locator(reader, behind.end() - 1 if behind else match.end(), behind is not None)
    return Citation(reader.trimmed(at, end), CitationKind.KEY, target=match.group(1) or match.group(2), locator=locator)
