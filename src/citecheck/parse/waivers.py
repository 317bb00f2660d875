"""Waivers in the text: ``<!-- citecheck: ignore CIT002 reason -->`` and ``<!-- citecheck: ignore-file CIT002 reason -->``.

Behind the rule may stand the fingerprint of one finding, which the waiver is about wherever it stands, with the number of its places
where these are several: ``<!-- citecheck: ignore CIT006 v1:0123456789abcdef/3 reason -->``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from itertools import islice

from citecheck.model.source import Span
from citecheck.model.waiver import Reach, Waiver

__all__ = ["find_waivers"]

HEAD = re.compile(r"<!--\s{0,9}citecheck\s{0,3}:\s*")
WORD = re.compile(r"[\w-]+")
RULE = re.compile(r"[^\W\d_][\w-]*")
COMMA = re.compile(r"\s{0,9},\s{0,9}")
FINGERPRINT = re.compile(r"\s{1,9}(v1:[0-9a-f]{16}(?:/\d{1,6})?)(?=\s|$)")
UNTIL = re.compile(r"\s{1,9}until\s{0,3}[=:]?\s{0,3}[\"']?(\d[\d-]{0,20})[\"']?(?=[\s.,;:]|$)")
REACHES = {"ignore": Reach.BLOCK, "ignore-file": Reach.FILE}


def find_waivers(part: Span) -> Iterator[Waiver]:
    """The waivers in one stretch of text, in order: one for each rule that a comment names."""
    comments = part.source.comments
    for start, written in islice(comments, bisect_left(comments, (part.start, "")), None):
        if start >= part.end:
            break
        yield from _read(Span(part.source, start, start + len(written)), written)


def _read(span: Span, written: str) -> Iterator[Waiver]:
    def malformed(problem: str) -> Waiver:
        return Waiver(span, written, problem=problem)

    if not written.endswith("-->"):
        yield malformed("open")
        return
    head = HEAD.match(written)
    said = written[head.end() if head else 0 : -3].rstrip()
    word = WORD.match(said)
    if word is None or word.group() not in REACHES:
        yield malformed("word")
        return
    rules, at = _rules(said, word.end())
    if not rules:
        yield malformed("rule")
        return
    finding = FINGERPRINT.match(said, at)
    at = finding.end() if finding else at
    until = UNTIL.match(said, at)
    day = until[1] if until else ""
    if not _is_day(day):
        yield malformed("day")
        return
    reason = " ".join(said[until.end() if until else at :].split()).lstrip("-–—:;., ")
    reach = Reach.REPORT if finding else REACHES[word.group()]
    fingerprints = (finding[1],) if finding else ()
    for rule in rules:
        problem = "" if reason else "reason"
        yield Waiver(span, written, rule, reach, reason, day, fingerprints=fingerprints, problem=problem)


def _rules(said: str, at: int) -> tuple[list[str], int]:
    """The rules named from ``at`` on, with commas between them, and where they end."""
    rules: list[str] = []
    while at < len(said):
        start = COMMA.match(said, at) if rules else re.compile(r"\s{1,9}").match(said, at)
        rule = RULE.match(said, start.end()) if start else None
        if rule is None:
            break
        rules.append(rule.group())
        at = rule.end()
    return list(dict.fromkeys(rules)), at


def _is_day(day: str) -> bool:
    try:
        return not day or (len(day) == 10 and date.fromisoformat(day) is not None)
    except ValueError:
        return False
