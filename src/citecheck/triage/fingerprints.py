"""The order in which findings are told, and the fingerprints by which they are known again later."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from citecheck.model.citations import Citations
from citecheck.model.finding import Finding, Place

__all__ = ["ReadingOrder", "fingerprinted"]


class ReadingOrder:
    """A sort key: language versions and files in the order in which they were given, then offset, then code."""

    def __init__(self, versions: Sequence[Citations]) -> None:
        self.langs = {version.lang: at for at, version in reversed(list(enumerate(versions)))}
        self.sources: dict[int, int] = {}
        self.paths: dict[str, int] = {}
        for version in versions:
            for source in version.document.sources:
                self.sources.setdefault(id(source), len(self.sources))
                self.paths.setdefault(source.path, self.sources[id(source)])

    def __call__(self, finding: Finding) -> tuple[int, int, str, int, int, str, str, str]:
        place = finding.place
        source = place.span.source
        return (
            self.langs.get(place.lang or "", len(self.langs)),
            self.sources.get(id(source), self.paths.get(source.path, len(self.sources))),
            source.path,
            place.span.start,
            place.span.end,
            finding.code,
            finding.message,
            finding.subject,
        )


def fingerprinted(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, each with the name by which it is known again however the text around it moves, and a fix that can
    be made."""
    counts: Counter[tuple[str, str, str]] = Counter()
    named: list[Finding] = []
    for found in findings:
        equal = (found.code, found.lang or "", " ".join(found.subject.casefold().split()))
        ordinal = str(counts[equal])
        counts[equal] += 1
        occurrences = _occurrences((found.place, *found.related), (*equal, ordinal)) if found.related else ()
        fix = found.fix and found.fix.writable
        named.append(replace(found, fingerprint=_hashed(*equal, ordinal), occurrences=occurrences, fix=fix))
    return tuple(named)


def _occurrences(places: Sequence[Place], subject: tuple[str, ...]) -> tuple[str, ...]:
    """A fingerprint for each place of a finding: one more place makes one more fingerprint, and renumbering none."""
    counts: Counter[str] = Counter()
    made = []
    for place in places:
        lang = place.lang or ""
        made.append(_hashed(*subject, "occurrence", lang, str(counts[lang])))
        counts[lang] += 1
    return tuple(made)


def _hashed(*parts: str) -> str:
    """``v1:`` and 16 hexadecimal digits; parts are set apart so that no two lists of them look alike."""
    return "v1:" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
