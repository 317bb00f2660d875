"""Rules and findings made by hand, and what triage makes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from citecheck.model.citations import Citations
from citecheck.model.document import Document
from citecheck.model.evidence import Evidence, Verdict
from citecheck.model.finding import Finding, Place, Severity
from citecheck.model.job import Job
from citecheck.model.rule import Rule
from citecheck.model.source import Source, Span
from citecheck.triage import choose, settle

LOST = Rule("NUM001", "note-without-marker", Severity.ERROR, explains=("NUM005", "BIL001"))
GAP = Rule("NUM005", "note-number-gap", Severity.ERROR, explains=("NUM006",))
ORDER = Rule("NUM006", "marker-out-of-order", Severity.ERROR)
LONE = Rule("BIL001", "note-without-counterpart", Severity.WARNING)
STYLE = Rule("STY001", "mixed-ibid", Severity.INFO)
RULES = {rule.code: rule for rule in (LOST, GAP, ORDER, LONE, STYLE)}

A = Source("a.md", "x" * 100)
B = Source("b.md", "y" * 100)


def version(lang: str, *sources: Source) -> Citations:
    return Citations(Document(lang, sources))


def at(rule: Rule, start: int, *about: str, lang: str = "fr", source: Source = A, subject: str = "s") -> Finding:
    return rule.finding(Place(Span(source, start, start + 1), lang), "m", subject=subject, about=about)


def settled(
    verdict: Verdict, rules: Mapping[str, Rule] = RULES, *, versions: Sequence[Citations] = (), job: Job | None = None
) -> Verdict:
    """The verdict as triage settles it, where no rule is about waivers."""
    job = job or Job()
    return settle(verdict, Evidence(tuple(versions)), rules, choose(rules, job, versions), job, lambda _: Verdict())


def judged(*findings: Finding, versions: Sequence[Citations] = (), **options: tuple[str, ...]) -> tuple[Finding, ...]:
    """What is told of some findings of `RULES`; the options are those of the job."""
    return settled(Verdict(findings), versions=versions, job=Job(**options)).findings  # type: ignore[arg-type]
