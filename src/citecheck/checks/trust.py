"""How far rules are trusted with the text of a PDF, which says neither where a note is nor what is a space."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from citecheck.model.citations import Citations
from citecheck.model.evidence import Evidence
from citecheck.model.finding import Abstention, Confidence, Finding, Severity
from citecheck.model.rule import Rule, Trust

__all__ = ["PDF_TEXT", "trusted"]

PDF_TEXT = "pdf-text"
"""The reason for which a rule about signs that a PDF does not tell for certain does not judge one."""


def trusted(rule: Rule, found: Sequence[Finding], evidence: Evidence) -> tuple[list[Finding], list[Abstention]]:
    """What a rule found, as far as it is to be trusted, and the versions that it does not judge."""
    match rule.in_pdf:
        case Trust.SURE:
            return list(found), []
        case Trust.LIKELY:
            return [_likely(one) for one in found], []
        case Trust.NONE:
            passed = [rule.abstains(version.lang, PDF_TEXT) for version in evidence.versions if _in_pdf(version)]
            return [one for one in found if not one.place.span.source.is_paged], passed


def _in_pdf(version: Citations) -> bool:
    return any(source.is_paged for source in version.document.sources)


def _likely(found: Finding) -> Finding:
    """A finding of which the rule is not certain in a PDF: there an error becomes a warning."""
    if not found.place.span.source.is_paged:
        return found
    level = Severity.WARNING if found.severity is Severity.ERROR else found.severity
    confidence = Confidence.LIKELY if found.confidence is Confidence.CERTAIN else found.confidence
    return replace(found, severity=level, confidence=confidence)
