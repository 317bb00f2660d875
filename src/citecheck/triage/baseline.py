"""Baselines: the findings that are known, by fingerprint, in a file that Git can merge line by line.

A line holds a code, a language and a fingerprint; a finding with several places has one line for each of them, with the
fingerprint of the place behind. Nothing of the report's text is in it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec.structs import replace

from citecheck.errors import ConfigError
from citecheck.model.evidence import Verdict
from citecheck.model.finding import Finding, Place, Severity, State
from citecheck.model.gate import Known
from citecheck.model.report import Report
from citecheck.model.rule import Rule
from citecheck.model.source import Source, Span

__all__ = ["baseline_text", "compared", "gone", "known_of", "read_baseline", "was_judged"]

HEAD = "# citecheck baseline 1"
WORDS = (
    HEAD,
    "# Findings that are known and do not fail the gate: rule, language, fingerprint, "
    "and the place where there are several.",
    "# citecheck audit --baseline FILE --update-baseline writes it anew; "
    "lines of two branches may simply be put together.",
)
LINE = re.compile(r"([A-Z]{3}[0-9]{3}) ([a-z]{2,3}|-) (v1:[0-9a-f]{16})(?: (v1:[0-9a-f]{16}))?")
MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")

Key = tuple[str, str | None, str]


def read_baseline(text: str, path: str) -> tuple[Known, ...]:
    """The findings of a baseline. Raises ConfigError, with the line, where it is damaged or something else."""
    # Places are counted by the lines that an editor shows, whatever their ends.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    _check_head(lines, path)
    source = Source(path, text)
    found: dict[Key, list[str]] = {}
    spans: dict[Key, Span] = {}
    start = 0
    for number, line in enumerate(lines, 1):
        said = line.strip()
        if said and not said.startswith("#"):
            match = _entry(said, f"{path}:{number}")
            key = match[1], None if match[2] == "-" else match[2], match[3]
            found.setdefault(key, []).extend([match[4]] if match[4] else [])
            spans.setdefault(key, Span(source, start, start + len(line.rstrip())))
        start += len(line) + 1
    return tuple(
        Known(*key, tuple(sorted(set(occurrences))), _remembered(key, spans[key])) for key, occurrences in found.items()
    )


def _check_head(lines: Sequence[str], path: str) -> None:
    """Raises ConfigError where a file does not begin as a baseline does."""
    first = next((line.strip() for line in lines if line.strip()), "")
    if first != HEAD:
        what = "of another version of citecheck" if first.startswith(HEAD[:-1]) else "not one"
        raise ConfigError(f"{path}:1: is no baseline that can be read ({what}): make one with --update-baseline")


def _entry(line: str, place: str) -> re.Match[str]:
    """The parts of a line that names a finding. Raises ConfigError where it is something else."""
    if line.startswith(MARKS):
        raise ConfigError(f"{place}: a merge left its marks: keep the lines of both sides, delete the marks")
    match = LINE.fullmatch(line)
    if match is None:
        raise ConfigError(
            f"{place}: is no line of a baseline (rule, language, fingerprint): delete it, "
            "or make the file anew with --update-baseline"
        )
    return match


def _remembered(key: Key, span: Span) -> Finding:
    """What is left of a finding: its name, and the line of the baseline that it has."""
    code, lang, fingerprint = key
    return Finding(
        code=code,
        place=Place(span, lang),
        message=fingerprint,
        severity=Severity.INFO,
        subject="",
        fingerprint=fingerprint,
        state=State.BASELINED,
    )


def baseline_text(findings: Iterable[Finding], kept: Iterable[Known] = ()) -> str:
    """A baseline of all findings that are not waived, and of what is to be ``kept``, sorted."""
    lines = set()
    everything = [
        (one.code, one.lang, one.fingerprint, one.occurrences) for one in findings if one.state != State.WAIVED
    ]
    everything += [(one.code, one.lang, one.fingerprint, one.occurrences) for one in kept]
    for code, lang, fingerprint, occurrences in everything:
        line = f"{code} {lang or '-'} {fingerprint}"
        lines |= {f"{line} {one}" for one in occurrences} or {line}
    return "".join(f"{line}\n" for line in (*WORDS, *sorted(lines)))


def known_of(report: Report) -> tuple[Known, ...]:
    """What an earlier state of a report had, as far as it was not waived there."""
    return tuple(
        Known(one.code, one.lang, one.fingerprint, one.occurrences, one)
        for one in report.findings
        if one.state is not State.WAIVED
    )


def compared(findings: Iterable[Finding], known: Sequence[Known]) -> tuple[Finding, ...]:
    """The findings, with those that are known as such; a known finding with a new place is new."""
    if not known:
        return tuple(findings)
    by_name = {(one.code, one.fingerprint): one for one in known}
    return tuple(
        replace(found, state=State.BASELINED)
        if found.state is State.NEW and _covers(by_name.get((found.code, found.fingerprint)), found)
        else found
        for found in findings
    )


def _covers(known: Known | None, found: Finding) -> bool:
    if known is None:
        return False
    return not found.occurrences or (bool(known.occurrences) and set(found.occurrences) <= set(known.occurrences))


def gone(
    known: Iterable[Known], judged: Verdict | Report, langs: Collection[str], rules: Mapping[str, Rule]
) -> tuple[Finding, ...]:
    """The known findings that are there no more, of those whose rule judged that version."""
    there = {(finding.code, finding.fingerprint) for finding in judged.findings}
    return tuple(
        _shown(finding, rules[finding.code])
        for finding in known
        if (finding.code, finding.fingerprint) not in there and was_judged(finding, judged, langs)
    )


def was_judged(known: Known, judged: Verdict | Report, langs: Collection[str]) -> bool:
    """Whether an audit of versions in ``langs`` could have found it: its rule ran, and did not abstain from its
    version."""
    if known.code not in judged.run or (known.lang is not None and known.lang not in langs):
        return False
    return not any(passed.code == known.code and passed.lang in (None, known.lang) for passed in judged.abstained)


def _shown(one: Known, rule: Rule) -> Finding:
    """A finding as it was; of one that only a baseline remembers, the rule's name and the fingerprint."""
    if one.finding.message != one.fingerprint:
        return one.finding
    return replace(one.finding, severity=rule.severity, message=f"{rule.name} ({one.fingerprint})")
