"""The stages, each called once and in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from citecheck.align import align
from citecheck.checks import RuleModule, Scope, load_rules, run_rules
from citecheck.gate import adjusted, apply_waivers, compared, gone, named_rules
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.decision import Decision
from citecheck.model.document import Document
from citecheck.model.evidence import Evidence, Verdict
from citecheck.model.finding import Place
from citecheck.model.gate import Gate, StaleDecision
from citecheck.model.links import LinkReport, LinkSettings
from citecheck.model.rates import OfficialRates
from citecheck.model.report import Report
from citecheck.parse import parse
from citecheck.read import read, read_data, with_bibliography
from citecheck.reconcile.decisions import apply, outdated, waived
from citecheck.resolve import resolve
from citecheck.triage import choose, codes_named, nearest_rule, selected_codes, triage

NO_GATE = Gate()
"""Nothing is settled: what the rules find counts as they say."""

if TYPE_CHECKING:
    from citecheck.links import Watch

CheckLinks = Callable[[Sequence[Document]], LinkReport]
"""What finds out what became of every URL of the documents; `check_links` with its settings, for instance."""

LINKS = ("LNK",)
"""The rules about what became of URLs."""


def audit(
    paths: Sequence[str],
    *,
    langs: Sequence[tuple[str, str]] = (),
    bibliography: str | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    stdin: bytes | None = None,
    data: Path | None = None,
    contents: Mapping[str, bytes] | None = None,
    own_rates: Sequence[tuple[str, str, Decimal]] = (),
    official_rates: bool = True,
    decisions: Sequence[Decision] = (),
    gate: Gate = NO_GATE,
    links: CheckLinks | None = None,
    apart: bool = False,
) -> Report:
    """Audits one report: ``paths`` in reading order, ``langs`` as (language, path), or the extracted ``data`` folder.

    ``bibliography`` is a BibTeX or CSL-JSON file that stands in for a printed bibliography; ``stdin`` is what the path
    ``-`` means, and ``contents`` what other paths mean instead of their files; ``select`` and ``ignore`` name rules by code, prefix or name; ``own_rates`` are (currency, year or day,
    what one euro is), beside the official ones unless these are not wanted; ``decisions`` pair notes of two versions, and waive
    what they accept; ``gate`` is what else the user settled about findings; ``links`` asks the network for every URL, and
    without it nothing does; ``apart`` says that only the selected rules explain each other's findings. Raises CitecheckError where there is nothing to audit or an argument is wrong; whatever is
    wrong with the text is in the result.
    """
    modules = load_rules()
    documents = load(paths, langs=langs, bibliography=bibliography, stdin=stdin, data=data, contents=contents)
    versions = cite(documents)
    rates = load_rates(documents, own_rates) if official_rates else None
    alignments = align_all(versions, decisions)
    link_report = links(documents) if links is not None and documents else None
    judged = judge(
        Evidence(versions, alignments, rates, links=link_report), modules, select, ignore, decisions, gate, apart
    )
    rules = {module.code: module.rule for module in modules}
    report = Report(
        findings=compared(judged.findings, gate.known),
        versions=versions,
        alignments=alignments,
        rules=rules,
        run=judged.run,
        skipped=judged.skipped,
        abstained=judged.abstained,
        crashes=judged.crashes,
        explained=judged.explained,
        unreadable=tuple(dict.fromkeys(one for document in documents for one in document.unreadable)),
        links=link_report,
        tool_data={"ecb": rates.last.isoformat()} if rates is not None else {},
        docs={module.code: module.doc for module in modules},
        since=gate.since,
    )
    return replace(report, fixed=gone(gate.known, report, rules)) if gate.known else report


def judge(
    evidence: Evidence,
    modules: Sequence[RuleModule],
    select: Sequence[str],
    ignore: Sequence[str],
    decisions: Sequence[Decision],
    gate: Gate,
    apart: bool = False,
) -> Verdict:
    """What the rules find, sorted, with the severities that were set and with what is accepted as waived.

    The rules about waivers come last: what a waiver does shows only when all findings are there, those of its own rule too.
    """
    rules = {module.code: module.rule for module in modules}
    about_waivers = [module for module in choose(modules, select, ignore) if module.scope is Scope.WAIVERS]
    waivers = [*(one for version in evidence.versions for one in version.document.waivers), *gate.waivers]
    asked = {code for waiver in waivers for code in codes_named(waiver.rule, rules)}
    wider = [*select, *sorted(asked)] if select and {one.code for one in about_waivers} else select
    chosen = [module for module in choose(modules, wider, ignore, apart=apart) if module.scope is not Scope.WAIVERS]
    verdict = triage(run_rules(evidence, chosen), select=wider, ignore=ignore, rules=rules, versions=evidence.versions)
    findings = verdict.findings
    for alignment in evidence.alignments if gate.hold else ():
        findings = waived(findings, alignment, decisions)
    findings, done = apply_waivers(
        replace(verdict, findings=findings),
        gate.waivers,
        evidence.versions,
        meaning=lambda item: codes_named(item, rules),
        nearest=lambda item: nearest_rule(item, rules.values()),
        today=lambda: gate.today or date.today(),
        hold=gate.hold,
    )
    done = replace(done, stale=stale_decisions(evidence.alignments, decisions))
    last = run_rules(replace(evidence, waivers=done), about_waivers)
    both = Verdict(
        findings=(*findings, *last.findings),
        run=tuple(sorted((*verdict.run, *last.run))),
        skipped=tuple(one for one in verdict.skipped if one.code in selected_codes(rules, select, ignore)),
        abstained=verdict.abstained,
        crashes=(*verdict.crashes, *last.crashes),
        explained=verdict.explained,
    )
    judged = triage(both, select=select, ignore=ignore, rules=rules, versions=evidence.versions)
    paths = [source.path for version in evidence.versions for source in version.document.sources]
    named = named_rules(gate, lambda item: codes_named(item, rules))
    findings, abstained = adjusted(judged.findings, gate, named, paths)
    known = selected_codes(rules, select, ignore)
    return replace(
        judged,
        findings=findings,
        abstained=(*judged.abstained, *(one for one in abstained if one.code in known)),
    )


def stale_decisions(alignments: Sequence[Alignment], decisions: Sequence[Decision]) -> tuple[StaleDecision, ...]:
    """The decisions that match nothing any more, as far as it is known where they stand."""
    return tuple(
        StaleDecision(Place(one.span), one.about) for one in outdated(alignments, decisions) if one.span is not None
    )


def audit_links(documents: Sequence[Document], links: LinkReport, select: Sequence[str] = LINKS) -> Report:
    """What the rules about links make of a link report, and nothing else."""
    modules = load_rules()
    rules = {module.code: module.rule for module in modules}
    versions = tuple(Citations(document) for document in documents)
    verdict = run_rules(Evidence(versions, links=links), choose(modules, select))
    judged = triage(verdict, select=select, rules=rules, versions=versions)
    return Report(judged.findings, versions, rules=rules, run=judged.run, crashes=judged.crashes, links=links)


def check_links(
    documents: Sequence[Document],
    settings: LinkSettings,
    *,
    cache: Path | None = None,
    watch: Watch | None = None,
    signals: bool = False,
) -> LinkReport:
    """Asks the network for every URL of the documents. ``cache`` is the folder that keeps good verdicts.

    With ``signals``, Ctrl-C and SIGTERM end it early, with what is known by then. Raises NetworkError where there is no
    network at all.
    """
    import asyncio

    return asyncio.run(_check_links(documents, settings, cache, watch, signals))


async def _check_links(
    documents: Sequence[Document], settings: LinkSettings, folder: Path | None, watch: Watch | None, signals: bool
) -> LinkReport:
    # What uses the network is imported by those who use it.
    import asyncio

    from citecheck.links import check_links as check
    from citecheck.net.session import open_cache, open_net
    from citecheck.net.signals import stopping

    cache = open_cache(folder, settings) if folder is not None and settings.cache else None
    stop, ended = asyncio.Event(), list[str]()
    try:
        async with open_net(settings) as net:
            with stopping(stop, ended, signals):
                report = await check(documents, settings, net.fetch, store=cache, watch=watch, stop=stop)
    finally:
        if cache is not None:
            cache.close()
    warnings = (*(cache.warnings if cache is not None else ()), *net.warnings)
    return LinkReport(report.documents, report.links, ended[0] if ended else None, warnings)


def load(
    paths: Sequence[str],
    *,
    langs: Sequence[tuple[str, str]] = (),
    bibliography: str | None = None,
    stdin: bytes | None = None,
    data: Path | None = None,
    contents: Mapping[str, bytes] | None = None,
) -> tuple[Document, ...]:
    """The documents of one report, one for each language, read and parsed, or read back from the ``data`` folder.

    ``contents`` are files that are not read from the disk, by path.
    """
    documents = (
        read_data(data)
        if data is not None
        else tuple(parse(version) for version in read(paths, langs=langs, stdin=stdin, contents=contents))
    )
    return with_bibliography(documents, bibliography, contents)


def align_all(versions: Sequence[Citations], decisions: Sequence[Decision] = ()) -> tuple[Alignment, ...]:
    """The first version aligned with each other one, with the pairs that were decided."""
    return tuple(apply(align(versions[0], other), decisions).alignment for other in versions[1:])


def cite(documents: Sequence[Document]) -> tuple[Citations, ...]:
    """The documents with their citations resolved."""
    return tuple(resolve(document) for document in documents)


def load_rates(documents: Sequence[Document], own: Sequence[tuple[str, str, Decimal]] = ()) -> OfficialRates | None:
    """The official rates of the currencies that the documents convert; None where no document declares a rate."""
    if not any(document.rates for document in documents):
        return None
    from citecheck.read.rates import read_rates  # Unpacking an archive is only for documents that need it.

    rates = [rate for document in documents for rate in document.rates]
    sums = [one for document in documents for pair in document.conversions for one in (pair.converted, pair.original)]
    currencies = {one.currency for one in sums} | {code for rate in rates for code in (rate.base, rate.quote) if code}
    years = {rate.year for rate in rates if rate.year} | {
        int(rate.day[:4]) for rate in rates if rate.day and rate.day[:4].isdecimal()
    }
    return read_rates(currencies, years, own)
