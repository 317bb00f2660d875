"""Waiver: a finding that somebody accepts, with the reason, in a comment of the text or in the configuration."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from citecheck.model.source import Span


class Reach(StrEnum):
    """What a waiver is about."""

    BLOCK = "block"
    """The note, entry, heading or paragraph that comes next."""
    FILE = "file"
    """The file that it stands in."""
    REPORT = "report"
    """The whole report, as far as the waiver's path, note and source tell."""


class Waiver(Struct, frozen=True):
    """One waiver of one rule.

    ``span`` is where it stands and ``written`` what stands there, since comments are blank in a source's text. ``rule``
    is a code, the beginning of codes or a name, as written. ``until`` is the ISO date of its last day. ``path`` is a
    pattern, ``note`` a number with or without a language (``fr:39``), ``source`` words such as ``Doe, 2020``,
    ``fingerprints`` those of findings or of their places (``v1:…/3`` is a finding with up to three places); empty ones say nothing. ``problem`` tells what is wrong with
    the way it is written: a key of WAI004's messages.
    """

    span: Span
    written: str
    rule: str = ""
    reach: Reach = Reach.REPORT
    reason: str = ""
    until: str = ""
    path: str = ""
    note: str = ""
    source: str = ""
    fingerprints: tuple[str, ...] = ()
    problem: str = ""
