"""Laws and decisions of courts, which are cited by their own names: ``Doe v Roe [2017] EWHC 88``, ``Loi n° 2023-412``.

They stand in no bibliography; that a note cites one matters to the Ibid behind it.
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages import words
from citecheck.parse.words import alternatives, month_names

UPPER = "A-ZÀ-ÖØ-ÞĀ-Ž"
SERIES = rf"(?:\d{{1,3}}\s)?[{UPPER}][A-Za-z.]{{0,10}}(?:\s[{UPPER}][A-Za-z.]{{0,10}}){{0,3}}\s\d{{1,5}}"
REPORTED = rf"\[(?:1[5-9]|20)\d\d\]\s{SERIES}"
"""A year in square brackets and a series: a neutral citation or a law report."""
PARTIES = rf"[{UPPER}][^;\[\]\x00\n]{{1,100}}?\sv\.?\s[{UPPER}][^;\[\]\x00\n]{{1,100}}?"
CASE = re.compile(
    rf"(?:{REPORTED}|{PARTIES}[\s,]+(?:{REPORTED}|\((?:1[5-9]|20)\d\d\)\s{SERIES}|\d{{1,3}}\s[{UPPER}][\w.]{{0,8}}(?:\s?[\w.]{{1,6}}){{0,2}}\s\d{{1,5}}))"
)
PARALLEL = re.compile(
    rf"(?:,\s(?:{REPORTED}|\((?:1[5-9]|20)\d\d\)\s{SERIES})|\s\([{UPPER}][\w ]{{0,24}}\)|(?:\sat)?\s\[\d{{1,4}}\](?:[–-]\[\d{{1,4}}\])?|\s\((?:1[5-9]|20)\d\d\))"
)
"""What else belongs to a case: further reports, the court, a paragraph."""
REST = re.compile(r"[^;\x00\n]{0,300}?(?=\s*(?:;|\n|$|\.\s+(?=[A-ZÀ-Þ][a-zà-ÿ]{2,})|\.$))")


@cache
def _courts() -> re.Pattern[str]:
    months = alternatives(month_names())
    return re.compile(
        rf"(?:{'|'.join(sorted(map(re.escape, words('courts')), key=len, reverse=True))})(?!\w)[\s,][^;\x00\n]{{2,90}}?"
        rf"(?:\bn°|\bno\b|\baff\.|\breq\.|préc|\d{{1,2}}(?:er)?\s(?:{months})\s(?:1[89]|20)\d\d)"
    )


@cache
def _laws() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words('laws'))})\s?[^;\x00\n]{{0,60}}?\d", re.IGNORECASE)


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(
        rf"[{UPPER}][^;,.\[\]\x00\n\d]{{3,80}}\s(?:{'|'.join(words('acts'))})\s(?:\([\w ]{{2,20}}\)\s)?(?:1[5-9]|20)\d\d(?![\w)])"
        r"(?:,\s(?:ss?|secs?|sections?|arts?|regs?|c|ch|sch|r)\b\.?\s?\d[\w()–-]{0,12}){0,4}"
    )


def law_at(text: str, at: int) -> int | None:
    """Where the law or decision that is cited at ``at`` ends; None where there is none."""
    case = CASE.match(text, at)
    if case is not None:
        end = case.end()
        while (more := PARALLEL.match(text, end)) is not None:
            end = more.end()
        return end
    act = _acts().match(text, at)
    if act is not None:
        return act.end()
    named = _courts().match(text, at) or _laws().match(text, at)
    if named is None:
        return None
    rest = REST.match(text, named.end())
    return rest.end() if rest is not None else named.end()
