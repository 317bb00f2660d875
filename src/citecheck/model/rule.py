"""Rule: what a rule is called, how much it matters and how it words its findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct, field

from citecheck.model.finding import Abstention, Confidence, Finding, Fix, Place, Severity, Value
from citecheck.model.links import Link
from citecheck.model.sources import Judged


class Trust(StrEnum):
    """How far a rule can be trusted with the text of a PDF, which says neither where a note is nor what is a space: its findings are
    as sure as elsewhere, only likely, or there are none."""

    SURE = "sure"
    LIKELY = "likely"
    NONE = "none"


class Wording(Struct, frozen=True):
    """A message in one interface language, with its hint; both may hold ``{placeholders}``."""

    message: str
    hint: str = ""


class Example(Struct, frozen=True):
    """A small document and the excerpts that the rule must flag in it, in order; none means that it must stay silent.

    ``lang`` is its language; None where it holds two versions, which the text tells apart. ``links`` are the verdicts
    on its URLs, ``sources`` what is known of the works in its list, in their order, for rules that read them.
    """

    text: str
    finds: tuple[str, ...] = ()
    lang: str | None = "en"
    links: tuple[Link, ...] | None = None
    sources: tuple[Judged, ...] | None = None


class Rule(Struct, frozen=True):
    """A rule's code (which never changes), name, severity and messages: ``messages[key][interface language]``.

        ``explains`` names the rules that stay silent about what a finding of this one is about; ``replaces`` those that say
    no more than such a finding, and stay silent only where it is reported itself. ``wordless`` ones need no words of a
    language: they judge a text in a language that citecheck does not know, too. ``of_source`` is false where a finding is
    about a numbering or a habit of the whole document, whatever source stands at its place.
    """

    code: str
    name: str
    severity: Severity
    messages: Mapping[str, Mapping[str, Wording]] = field(default_factory=dict)
    explains: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    wordless: bool = False
    of_source: bool = True
    in_pdf: Trust = Trust.SURE

    def finding(
        self,
        place: Place | Sequence[Place],
        message: str,
        *,
        subject: str,
        about: Iterable[str] = (),
        because: Iterable[str] = (),
        related: Iterable[Place] = (),
        counterparts: Iterable[Place] = (),
        confidence: Confidence = Confidence.CERTAIN,
        severity: Severity | None = None,
        fix: Fix | None = None,
        **values: Value,
    ) -> Finding:
        """A finding of this rule: of several places it is at the first, and the others are related. An error of which the rule
        is not certain becomes a warning."""
        first, *others = (place,) if isinstance(place, Place) else place
        level = severity or self.severity
        if level is Severity.ERROR and confidence is not Confidence.CERTAIN:
            level = Severity.WARNING
        return Finding(
            code=self.code,
            place=first,
            message=message,
            values=tuple(values.items()),
            severity=level,
            confidence=confidence,
            subject=subject,
            about=frozenset(about),
            because=frozenset(because),
            counterparts=tuple(counterparts),
            related=(*others, *related),
            fix=fix,
        )

    def abstains(self, lang: str | None, reason: str) -> Abstention:
        """Says that this rule did not judge the version in ``lang``, and why."""
        return Abstention(self.code, lang, reason)
