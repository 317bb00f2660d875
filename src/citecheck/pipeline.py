"""The stages, each called once and in order."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from citecheck.align import align
from citecheck.checks import RuleModule, Scope, load_rules, run_rules
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.compared import Compared
from citecheck.model.decision import Decision
from citecheck.model.document import Document
from citecheck.model.evidence import Evidence, Verdict
from citecheck.model.gate import Gate
from citecheck.model.job import Job
from citecheck.model.links import LinkReport
from citecheck.model.rates import OfficialRates
from citecheck.model.report import Report
from citecheck.model.sources import SourceReport
from citecheck.parse import parse
from citecheck.read import read, read_data, read_entries, with_bibliography
from citecheck.resolve import resolve
from citecheck.triage import choose, settle
from citecheck.triage.decisions import apply

LINKS = ("LNK",)
"""The rules about what became of URLs."""


SOURCES = ("SRC",)
"""The rules about what registries know of works, and about identifiers."""
COPIES = ("CMP",)
"""The rules about two copies of one text."""
TAGS = "first", "second"
"""By what the languages of two copies are told apart."""


def audit(job: Job) -> Report:
    """Audits one report.

    Raises CitecheckError where there is nothing to audit or a setting is wrong; whatever is wrong with the text is in
    the result.
    """
    modules = load_rules()
    documents = load(job)
    versions = cite(documents)
    documents = tuple(version.document for version in versions)
    rates = load_rates(documents, job.own_rates) if job.official_rates else None
    alignments = align_all(versions, job.decisions)
    links = job.links(documents) if job.links is not None and documents else None
    sources = job.sources(versions, alignments) if job.sources is not None and versions else None
    evidence = Evidence(versions, alignments, rates, links=links, compared=compare_all(versions, job), sources=sources)
    return _told(evidence, judge(evidence, modules, job), modules, job)


def load(job: Job) -> tuple[Document, ...]:
    """The documents of one report, one for each language, read and parsed, or read back from the data folder."""
    if job.data is not None:
        documents = read_data(job.data)
    else:
        sources = read(job.paths, langs=job.langs, stdin=job.stdin, contents=job.contents, rejected=job.rejected)
        documents = tuple(parse(version) for version in sources)
    return with_bibliography(documents, job.bibliography, job.contents)


def cite(documents: Sequence[Document]) -> tuple[Citations, ...]:
    """The documents with their citations resolved."""
    return tuple(resolve(document) for document in documents)


def load_rates(documents: Sequence[Document], own: Sequence[tuple[str, str, Decimal]] = ()) -> OfficialRates | None:
    """The official rates of the currencies that the documents convert; None where no document declares a rate."""
    if not any(document.rates for document in documents):
        return None
    from citecheck.read.rates import read_rates  # Unpacking an archive is only for documents that need it.

    return read_rates(_currencies(documents), _years(documents), own)


def _currencies(documents: Sequence[Document]) -> set[str]:
    """The currencies that documents convert, or declare a rate of."""
    named: set[str] = set()
    for document in documents:
        named |= {code for rate in document.rates for code in (rate.base, rate.quote) if code}
        named |= {sum.currency for pair in document.conversions for sum in (pair.converted, pair.original)}
    return named


def _years(documents: Sequence[Document]) -> set[int]:
    """The years that documents declare a rate of, or a day of which."""
    rates = [rate for document in documents for rate in document.rates]
    days = (rate.day[:4] for rate in rates if rate.day)
    return {rate.year for rate in rates if rate.year} | {int(year) for year in days if year.isdecimal()}


def align_all(versions: Sequence[Citations], decisions: Sequence[Decision] = ()) -> tuple[Alignment, ...]:
    """The first version aligned with each other one, with the pairs that were decided."""
    return tuple(apply(align(versions[0], other), decisions).alignment for other in versions[1:])


def compare_all(versions: Sequence[Citations], job: Job) -> tuple[Compared, ...]:
    """Each version that prints its bibliography beside the databases of the job; nothing where it has none."""
    if not job.databases:
        return ()
    from citecheck.align.database import compare

    entries = read_entries(job.databases, job.contents)
    return tuple(compare(version, entries) for version in versions if version.document.printed_entries)


def compare(left: Document, right: Document, job: Job) -> Report:
    """Compares two copies of one text; the job says how what is found is judged, not what is read."""
    from citecheck.collate import collate

    modules = load_rules()
    tagged = (
        replace(copy, lang=f"{copy.lang.partition('-x-')[0]}-x-{tag}")
        for copy, tag in zip((left, right), TAGS, strict=True)
    )
    collation = collate(*cite(tuple(tagged)))
    evidence = Evidence(collation.versions, collation=collation if collation.copies else None)
    wanted = replace(job, select=COPIES, apart=True)
    return replace(_told(evidence, judge(evidence, modules, wanted), modules, wanted), collation=collation)


def judge(evidence: Evidence, modules: Sequence[RuleModule], job: Job) -> Verdict:
    """What the rules find, as triage settles it. The rules about waivers come last: what a waiver does shows only when
    all findings are there, those of its own rule too."""
    about_waivers = [module for module in modules if module.scope is Scope.WAIVERS]
    rules = {module.code: module.rule for module in modules}
    selection = choose(rules, job, evidence.versions, {module.code for module in about_waivers})
    needed = [module for module in modules if module.code in selection.needed and module.scope is not Scope.WAIVERS]
    last = [module for module in about_waivers if module.code in selection.wanted]
    return settle(
        run_rules(evidence, needed),
        evidence,
        rules,
        selection,
        job,
        lambda waivers: run_rules(replace(evidence, waivers=waivers), last),
    )


def _told(evidence: Evidence, verdict: Verdict, modules: Sequence[RuleModule], job: Job) -> Report:
    """The report of what was found, and of all that was not checked."""
    unreadable = (lost for version in evidence.versions for lost in version.document.unreadable)
    return Report(
        findings=verdict.findings,
        versions=evidence.versions,
        alignments=evidence.alignments,
        rules={module.code: module.rule for module in modules},
        run=verdict.run,
        skipped=verdict.skipped,
        abstained=verdict.abstained,
        crashes=verdict.crashes,
        explained=verdict.explained,
        fixed=verdict.fixed,
        unreadable=tuple(dict.fromkeys(unreadable)),
        links=evidence.links,
        sources=evidence.sources,
        tool_data={"ecb": evidence.rates.last.isoformat()} if evidence.rates is not None else {},
        docs={module.code: module.doc for module in modules},
        since=job.gate.since,
    )


def audit_links(documents: Sequence[Document], links: LinkReport) -> Report:
    """What the rules about links make of a link report, and nothing else; waivers are for an audit."""
    modules = load_rules()
    evidence = Evidence(tuple(Citations(document) for document in documents), links=links)
    verdict = judge(evidence, modules, Job(select=LINKS, gate=Gate(hold=False)))
    rules = {module.code: module.rule for module in modules}
    return Report(
        verdict.findings, evidence.versions, rules=rules, run=verdict.run, crashes=verdict.crashes, links=links
    )


def audit_sources(versions: Sequence[Citations], alignments: Sequence[Alignment], sources: SourceReport) -> Report:
    """What the rules about registries make of a source report, and nothing else; waivers are for an audit."""
    modules = load_rules()
    evidence = Evidence(tuple(versions), tuple(alignments), sources=sources)
    verdict = judge(evidence, modules, Job(select=SOURCES, gate=Gate(hold=False)))
    rules = {module.code: module.rule for module in modules}
    return Report(verdict.findings, evidence.versions, rules=rules, run=verdict.run, crashes=verdict.crashes)
