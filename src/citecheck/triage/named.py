"""Which source a finding is about, by the name that its reader knows it by."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from citecheck.likeness.called import source_name, work_name
from citecheck.model.citations import Citations
from citecheck.model.finding import Finding, Place
from citecheck.model.rule import Rule
from citecheck.model.source import Span

__all__ = ["with_sources"]

LONGEST = 60
"""How many characters of a title tell a source."""

LONGEST_YEAR = 8
"""How many characters a year with its letter has at most, or what stands for one."""

_HOST = re.compile(r"://([^\s/()\[\]<>]+)")
_QUOTES = " \u00a0\u202f\"'“”‘’«»"


def with_sources(
    findings: Sequence[Finding], versions: Sequence[Citations], rules: Mapping[str, Rule]
) -> tuple[Finding, ...]:
    """The findings, each with the name of the source that all its places are about: that of their entry, or of the citation
    or the whole reference that they touch. What is wrong with a numbering or a habit of the document is about none."""
    named = {version.lang: _Named(version) for version in versions} if findings else {}
    return tuple(
        replace(found, source=_source(found, named[found.lang]))
        if found.lang in named and rules[found.code].of_source
        else found
        for found in findings
    )


def _source(found: Finding, named: _Named) -> str | None:
    names = {named.of(place) for place in (found.place, *found.related)}
    name = names.pop() if len(names) == 1 else None
    return _in_few_words(name) if name is not None else None


def _in_few_words(name: str) -> str:
    """A name that is a title without its end, and one that is an address by its host alone."""
    address = _HOST.search(name)
    if address is not None:
        return address[1]
    title, comma, year = name.rpartition(", ")
    told, rest = (title, comma + year) if comma and len(year) <= LONGEST_YEAR else (name, "")
    told = told.strip(_QUOTES)
    return told + rest if len(told) <= LONGEST else f"{told[: LONGEST - 1].rstrip()}…{rest}"


class _Named:
    """What the sources of a version are called, by the places of their entries, their references and what cites them."""

    def __init__(self, version: Citations) -> None:
        self.entries = {
            work.entry.entry_id: work_name(work) for work in reversed(version.works) if work.entry is not None
        }
        # An Ibid after several sources may mean any of them: it names none.
        spans = [(one.citation.span, source_name(one)) for one in version.resolved if not one.ambiguous]
        spans += [(work.reference.span, work_name(work)) for work in version.works if work.entry is None]
        self.spans: dict[int, list[tuple[Span, str]]] = {}
        for span, name in sorted(spans, key=lambda one: one[0].start):
            self.spans.setdefault(id(span.source), []).append((span, name))

    def of(self, place: Place) -> str | None:
        """The name of the source that a place is about; None where it is about none that is known."""
        if place.entry_id is not None:
            return self.entries.get(place.entry_id)
        spans = self.spans.get(id(place.span.source), [])
        at = max(bisect_right(spans, place.span.start, key=lambda one: one[0].start) - 1, 0)
        return next((name for span, name in spans[at : at + 2] if span.touches(place.span)), None)
