"""The stages, each called once and in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from citecheck.align import align
from citecheck.checks import load_rules, run_rules
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.decision import Decision
from citecheck.model.document import Document
from citecheck.model.evidence import Evidence
from citecheck.model.rates import OfficialRates
from citecheck.model.report import Report
from citecheck.parse import parse
from citecheck.read import read, read_data, with_bibliography
from citecheck.reconcile.decisions import acceptances, apply, waived
from citecheck.resolve import resolve
from citecheck.triage import choose, triage


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
) -> Report:
    """Audits one report: ``paths`` in reading order, ``langs`` as (language, path), or the extracted ``data`` folder.

    ``bibliography`` is a BibTeX or CSL-JSON file that stands in for a printed bibliography; ``stdin`` is what the path
    ``-`` means, and ``contents`` what other paths mean instead of their files; ``select`` and ``ignore`` name rules by code, prefix or name; ``own_rates`` are (currency, year or day,
    what one euro is), beside the official ones unless these are not wanted; ``decisions`` pair notes of two versions, and waive
    what they accept. Raises CitecheckError where there is nothing
    to audit or an argument is wrong; whatever is wrong with the text is in the result.
    """
    modules = load_rules()
    documents = load(paths, langs=langs, bibliography=bibliography, stdin=stdin, data=data, contents=contents)
    versions = cite(documents)
    rates = load_rates(documents, own_rates) if official_rates else None
    alignments = align_all(versions, decisions)
    verdict = run_rules(Evidence(versions, alignments, rates), choose(modules, select, ignore))
    rules = {module.code: module.rule for module in modules}
    judged = triage(verdict, select=select, ignore=ignore, rules=rules, versions=versions)
    findings = judged.findings
    for alignment in alignments:
        findings = waived(findings, alignment, decisions)
    return Report(
        findings=findings,
        versions=versions,
        alignments=alignments,
        rules=rules,
        run=judged.run,
        skipped=judged.skipped,
        abstained=judged.abstained,
        crashes=judged.crashes,
        unreadable=tuple(dict.fromkeys(one for document in documents for one in document.unreadable)),
        tool_data={"ecb": rates.last.isoformat()} if rates is not None else {},
        docs={module.code: module.doc for module in modules},
        acceptances={
            fingerprint: decided
            for alignment in alignments
            for fingerprint, decided in acceptances(findings, alignment).items()
        },
    )


def load(
    paths: Sequence[str],
    *,
    langs: Sequence[tuple[str, str]] = (),
    bibliography: str | None = None,
    stdin: bytes | None = None,
    data: Path | None = None,
    contents: Mapping[str, bytes] | None = None,
) -> tuple[Document, ...]:
    """The documents of one report, one for each language, read and parsed, or read back from the ``data`` folder."""
    documents = (
        read_data(data)
        if data is not None
        else tuple(parse(version) for version in read(paths, langs=langs, stdin=stdin, contents=contents))
    )
    return with_bibliography(documents, bibliography)


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
