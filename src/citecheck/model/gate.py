"""Gate: what the user settled about findings before an audit: how much each matters, which are accepted, which are
known."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from citecheck.model.finding import Finding, Place, Severity
from citecheck.model.waiver import Waiver

Severities = tuple[tuple[str, Severity], ...]
"""Rules, by code, beginning of codes or name, and how much their findings matter."""


class FileSettings(Struct, frozen=True):
    """What holds in the files that a pattern names: rules that are ignored there, and severities."""

    path: str
    ignore: tuple[str, ...] = ()
    severity: Severities = ()


class Known(Struct, frozen=True):
    """A finding that was there before. ``finding`` is what is shown of it where it is gone."""

    code: str
    lang: str | None
    fingerprint: str
    occurrences: tuple[str, ...]
    finding: Finding


class Gate(Struct, frozen=True, kw_only=True):
    """The settings that decide what a finding means for the one who asks.

    ``hold`` tells whether waivers and decisions waive at all; ``today`` is the day by which waivers expire (the clock's
    where it is None). ``known`` are findings that do not count, and ``since`` the state of the report that they are of.
    """

    severity: Severities = ()
    files: tuple[FileSettings, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    hold: bool = True
    today: date | None = None
    known: tuple[Known, ...] = ()
    since: str | None = None


class Effect(StrEnum):
    """What came of a waiver."""

    HELD = "held"
    """It waives a finding, alone or with others."""
    PARTIAL = "partial"
    """It covers some places of a finding, and nothing covers the others."""
    UNUSED = "unused"
    """The rule found nothing that it could waive."""
    EXPIRED = "expired"
    """Its last day has passed."""
    UNKNOWN = "unknown"
    """No rule has that code or name."""
    MALFORMED = "malformed"
    """It cannot be understood."""
    UNJUDGED = "unjudged"
    """The rule did not run, or did not judge that version."""


class JudgedWaiver(Struct, frozen=True):
    """A waiver with what came of it, and the place where it stands.

    ``covered`` of ``total`` places are what a partial waiver covers of a finding; ``nearest`` is the rule that an
    unknown one may mean.
    """

    waiver: Waiver
    effect: Effect
    place: Place
    covered: int = 0
    total: int = 0
    nearest: str = ""


class StaleDecision(Struct, frozen=True):
    """A decision that matches nothing any more, and what it was about."""

    place: Place
    about: str


class Waivers(Struct, frozen=True):
    """All waivers of an audit, in the order in which they were read, and the decisions that match nothing any more."""

    judged: tuple[JudgedWaiver, ...] = ()
    stale: tuple[StaleDecision, ...] = ()
