"""Evidence: all that the stages found out, which is what the rules judge."""

from __future__ import annotations

from msgspec import Struct

from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.collation import Collation
from citecheck.model.compared import Compared
from citecheck.model.finding import Abstention, Finding
from citecheck.model.gate import Waivers
from citecheck.model.links import LinkReport
from citecheck.model.rates import OfficialRates
from citecheck.model.sources import SourceReport


class Evidence(Struct, frozen=True):
    """The citations of every language version, in reading order, and the first version aligned with each other one.

    ``rates`` are the official exchange rates, None where no version declares a rate or where they are not wanted.
    ``compared`` are the bibliographies beside a database, where one was given; ``collation`` two copies of one text.
    ``links`` are the verdicts on the URLs, ``sources`` what registries know of the works, None where nobody asked.
    ``waivers`` are there once the findings are, since only then it shows what came of them.
    """

    versions: tuple[Citations, ...]
    alignments: tuple[Alignment, ...] = ()
    rates: OfficialRates | None = None
    waivers: Waivers | None = None
    links: LinkReport | None = None
    compared: tuple[Compared, ...] = ()
    collation: Collation | None = None
    sources: SourceReport | None = None


class Crash(Struct, frozen=True):
    """A rule that failed; the others ran on. ``where`` names the line of code."""

    code: str
    error: str
    where: str


class Skipped(Struct, frozen=True):
    """A rule that was not run, and why (a ``reason.…`` of ``citecheck.report.voices``, by its key)."""

    code: str
    reason: str


class Verdict(Struct, frozen=True):
    """What the rules made of the evidence: what they found, and what they did not judge. ``explained`` are the findings
    of selected rules that others stand for, and ``fixed`` the known ones that are gone."""

    findings: tuple[Finding, ...] = ()
    run: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    abstained: tuple[Abstention, ...] = ()
    crashes: tuple[Crash, ...] = ()
    explained: tuple[Finding, ...] = ()
    fixed: tuple[Finding, ...] = ()
