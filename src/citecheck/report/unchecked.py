"""What an audit did not check, and why: put together here for every format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from msgspec import Struct

from citecheck.model.finding import State
from citecheck.model.report import Report
from citecheck.model.source import Span
from citecheck.report.brief import brief, cut, position
from citecheck.report.errors import error_text
from citecheck.report.visible import visible
from citecheck.report.voice import counted, language_name, reason, say

__all__ = ["NOT_ASKED", "Kind", "Unchecked", "not_checked", "unchecked", "untried", "waived"]

Kind = Literal["rule-failed", "not-read", "not-judged", "rule-skipped"]

_QUOTED = 40
"""How many characters of a passage that could not be read are quoted."""

NOT_ASKED = frozenset({"no-copy", "no-database"})
"""Why rules did not run that compare with a second copy or a database: where nobody gave one, nobody misses them."""

# Rules that the user left out: the last line counts them, and naming them all would bury what matters.
_WANTED_AWAY = NOT_ASKED | {"not-selected", "ignored"}

_RUN = 3
"""From how many codes on that follow each other only the first and the last are named."""


class Unchecked(Struct, frozen=True):
    """A rule that did not do its work, by its ``code``, or a passage (``span``) that could not be read.

    ``reason`` is its key, ``why`` the same in words, and ``said`` the whole sentence for a service that shows nothing
    else. ``lang`` is the version that was not judged, None where no version was.
    """

    kind: Kind
    why: str
    said: str
    code: str = ""
    reason: str = ""
    lang: str | None = None
    span: Span | None = None


def unchecked(report: Report, ui: str) -> Iterator[Unchecked]:
    """All that was not checked, what is worst first."""
    for crash in report.crashes:
        said = say("rule-failed", ui, error=crash.error, where=crash.where)
        yield Unchecked("rule-failed", f"{crash.error} ({crash.where})", said, crash.code)
    for passage in report.unreadable:
        why = error_text(reason(passage.reason, ui), ui)
        said = say("not-read", ui, why=why)
        yield Unchecked("not-read", why, said, reason=passage.reason, span=passage.span)
    for passed in report.abstained:
        why = reason(passed.reason, ui)
        version = {"lang": language_name(passed.lang, ui)} if passed.lang else {}
        said = say("not-judged-in" if version else "not-judged", ui, why=why, **version)
        yield Unchecked("not-judged", why, said, passed.code, passed.reason, passed.lang)
    for skipped in report.skipped:
        why = reason(skipped.reason, ui)
        yield Unchecked("rule-skipped", why, say("rule-skipped", ui, why=why), skipped.code, skipped.reason)


def not_checked(report: Report, ui: str, *, verbose: bool = False) -> Iterator[tuple[str, Sequence[str]]]:
    """The same as lists for a person: a key of the interface's texts, and the lines below it.

    Known findings that are gone stand there, too. ``verbose`` names the rules, too, that the user left out or that nothing was
    given to.
    """
    gaps = list(unchecked(report, ui))
    yield "crashed", [cut(f"{gap.code}: {gap.why}") for gap in gaps if gap.kind == "rule-failed"]
    yield (
        "unreadable",
        [
            f"{position(gap.span)}  {_because(cut(gap.span.text, _QUOTED), gap.why, ui)}"
            for gap in gaps
            if gap.span is not None
        ],
    )
    yield "abstained", _by_reason((gap for gap in gaps if gap.kind == "not-judged"), ui)
    wanted = (gap for gap in gaps if gap.kind == "rule-skipped" and (verbose or gap.reason not in _WANTED_AWAY))
    yield "skipped", _by_reason(wanted, ui)
    yield "fixed", [f"{found.code} {brief(found, report, ui)[0]}" for found in report.fixed]


def untried(report: Report, ui: str) -> str:
    """How many links were not tried; nothing where they were, or where there is none."""
    links = sum(len(version.document.urls) for version in report.versions) if report.links is None else 0
    return f"{counted('links', links, ui)} ({reason('offline', ui)})" if links else ""


def waived(report: Report, ui: str) -> list[tuple[str, str]]:
    """What was waived and why, a line for each finding, and the finding's fingerprint."""
    return [
        (_because(f"{found.code} {brief(found, report, ui)[0]}", found.waiver or "–", ui), found.fingerprint)
        for found in report.findings
        if found.state is State.WAIVED
    ]


def _by_reason(gaps: Iterable[Unchecked], ui: str) -> list[str]:
    """The rules that have the same reason on one line, with the version that it is about."""
    codes: dict[tuple[str, str | None], set[str]] = {}
    for gap in gaps:
        codes.setdefault((gap.why, gap.lang), set()).add(gap.code)
    return [
        _because(f"{', '.join(_in_runs(alike))}{f' ({language_name(lang, ui)})' if lang else ''}", why, ui)
        for (why, lang), alike in codes.items()
    ]


def _in_runs(codes: Iterable[str]) -> Iterator[str]:
    """Codes in order, those that follow each other as ``LNK001–LNK009``."""
    numbered = enumerate(sorted(codes))
    for _, run in groupby(numbered, key=lambda one: _follows(*one)):
        named = [code for _, code in run]
        yield from named if len(named) < _RUN else [f"{named[0]}–{named[-1]}"]


def _follows(number: int, code: str) -> tuple[str, int]:
    """What codes that follow each other have in common, where ``number`` counts them."""
    return (code[:3], int(code[3:]) - number) if code[3:].isdecimal() else (code, 0)


def _because(what: str, why: str, ui: str) -> str:
    return visible(say("because", ui, what=what, why=cut(why)))
