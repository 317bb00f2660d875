"""Triage: which rules run, and what their findings mean for the one who asks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeVar

from msgspec.structs import replace

from citecheck.model.evidence import Crash, Evidence, Skipped, Verdict
from citecheck.model.finding import Abstention, Finding
from citecheck.model.gate import Waivers
from citecheck.model.job import Job
from citecheck.model.rule import Rule
from citecheck.triage.answered import answered
from citecheck.triage.baseline import compared, gone
from citecheck.triage.decisions import stale_decisions, waived
from citecheck.triage.fingerprints import ReadingOrder, fingerprinted
from citecheck.triage.named import with_sources
from citecheck.triage.select import Selection, choose, left_out
from citecheck.triage.severity import adjusted
from citecheck.triage.silence import unexplained
from citecheck.triage.twins import twinned
from citecheck.triage.waivers import apply_waivers

__all__ = ["Selection", "choose", "settle"]

Result = TypeVar("Result", Finding, Skipped, Abstention, Crash)


def _mendable(finding: Finding) -> Finding:
    """A finding without its fix where that would edit a document: a report's reader could not make it in the file."""
    edits = finding.fix.edits if finding.fix is not None else ()
    return replace(finding, fix=None) if any(edit.span.source.anchors for edit in edits) else finding


def settle(
    verdict: Verdict,
    evidence: Evidence,
    rules: Mapping[str, Rule],
    selection: Selection,
    job: Job,
    judge_waivers: Callable[[Waivers], Verdict],
) -> Verdict:
    """What is told of what the needed rules found: in reading order, without what is explained or not wanted, each
    finding with its fingerprint, its source, its twin and the severity that was set, and with what is accepted or known as such.

    ``judge_waivers`` runs the rules about waivers: it shows only behind all findings what a waiver does.
    """
    order = ReadingOrder(evidence.versions)
    found = sorted(verdict.findings, key=order)
    heard = unexplained(found, rules)
    spoken = {id(finding) for finding in heard}
    explained = tuple(finding for finding in found if id(finding) not in spoken)
    judged = _of_rules(replace(verdict, findings=tuple(sorted(heard, key=order))), selection.judged)
    findings = fingerprinted(judged.findings if job.corrects else [_mendable(finding) for finding in judged.findings])
    for alignment in evidence.alignments if job.gate.hold else ():
        findings = waived(findings, alignment, job.decisions)
    findings, waivers = apply_waivers(replace(judged, findings=findings), evidence.versions, rules, job.gate)
    last = judge_waivers(replace(waivers, stale=stale_decisions(evidence.alignments, job.decisions)))
    about_waivers = fingerprinted(sorted(last.findings, key=order))
    paths = [path for version in evidence.versions for source in version.document.sources for path in source.paths]
    findings, ignored = adjusted(sorted((*findings, *about_waivers), key=order), job.gate, rules, paths)
    known = answered(compared(findings, job.gate.known), evidence.versions if job.gate.hold else ())
    told = _of_rules(
        Verdict(
            findings=twinned(with_sources(known, evidence.versions, rules), evidence.alignments),
            run=tuple(sorted((*verdict.run, *last.run))),
            skipped=verdict.skipped,
            abstained=(*verdict.abstained, *ignored),
            crashes=(*verdict.crashes, *last.crashes),
            explained=explained,
        ),
        selection.wanted,
    )
    return replace(
        told,
        skipped=tuple(sorted((*told.skipped, *left_out(rules, job, selection.wanted)), key=lambda skip: skip.code)),
        fixed=gone(job.gate.known, told, {version.lang for version in evidence.versions}, rules),
    )


def _of_rules(verdict: Verdict, codes: Collection[str]) -> Verdict:
    """What the verdict says of some rules only."""
    return Verdict(
        findings=_with_codes(verdict.findings, codes),
        run=tuple(code for code in verdict.run if code in codes),
        skipped=_with_codes(verdict.skipped, codes),
        abstained=_with_codes(verdict.abstained, codes),
        crashes=_with_codes(verdict.crashes, codes),
        explained=_with_codes(verdict.explained, codes),
    )


def _with_codes(results: Iterable[Result], codes: Collection[str]) -> tuple[Result, ...]:
    return tuple(result for result in results if result.code in codes)
