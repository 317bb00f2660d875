"""Findings that somebody has answered in the document itself: they are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from citecheck.model.citations import Citations
from citecheck.model.finding import Finding, State

__all__ = ["answered"]


def answered(findings: Iterable[Finding], versions: Sequence[Citations]) -> tuple[Finding, ...]:
    """The findings, with those as known whose comment in a document of the ``versions`` was answered or resolved, unless they have
    more places than then."""
    most: dict[tuple[str, str], int] = {}
    for code, written in (one for version in versions for source in version.document.sources for one in source.known):
        name, places = _named(written)
        most[code, name] = max(places, most.get((code, name), 0))
    return tuple(
        replace(one, state=State.BASELINED)
        if one.state is State.NEW and len(one.related) < most.get((one.code, one.fingerprint), 0)
        else one
        for one in findings
    )


def _named(written: str) -> tuple[str, int]:
    """A fingerprint, and the number of places behind it."""
    name, _, places = written.partition("/")
    return name, int(places or 1)
