"""The stages, each called once and in order."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from citecheck.align import align
from citecheck.checks import load_rules, run_rules
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.decision import Decision
from citecheck.model.document import Document
from citecheck.model.evidence import Evidence
from citecheck.model.links import LinkReport, LinkSettings
from citecheck.model.rates import OfficialRates
from citecheck.model.report import Report
from citecheck.parse import parse
from citecheck.read import read, read_data, with_bibliography
from citecheck.reconcile.decisions import apply, waived
from citecheck.resolve import resolve
from citecheck.triage import choose, triage

if TYPE_CHECKING:
    import asyncio

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
    own_rates: Sequence[tuple[str, str, Decimal]] = (),
    official_rates: bool = True,
    decisions: Sequence[Decision] = (),
    links: CheckLinks | None = None,
) -> Report:
    """Audits one report: ``paths`` in reading order, ``langs`` as (language, path), or the extracted ``data`` folder.

    ``bibliography`` is a BibTeX or CSL-JSON file that stands in for a printed bibliography; ``stdin`` is what the path
    ``-`` means; ``select`` and ``ignore`` name rules by code, prefix or name; ``own_rates`` are (currency, year or day,
    what one euro is), beside the official ones unless these are not wanted; ``decisions`` pair notes of two versions, and waive
    what they accept; ``links`` asks the network for every URL, and without it nothing does. Raises CitecheckError where
    there is nothing to audit or an argument is wrong; whatever is wrong with the text is in the result.
    """
    modules = load_rules()
    documents = load(paths, langs=langs, bibliography=bibliography, stdin=stdin, data=data)
    versions = cite(documents)
    rates = load_rates(documents, own_rates) if official_rates else None
    alignments = align_all(versions, decisions)
    link_report = links(documents) if links is not None and documents else None
    verdict = run_rules(Evidence(versions, alignments, rates, link_report), choose(modules, select, ignore))
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
        links=link_report,
        tool_data={"ecb": rates.last.isoformat()} if rates is not None else {},
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

    cache = open_cache(folder, settings) if folder is not None and settings.cache else None
    stop, ended = asyncio.Event(), list[str]()
    try:
        async with open_net(settings) as net:
            with _signals(stop, ended, signals):
                report = await check(documents, settings, net.fetch, store=cache, watch=watch, stop=stop)
    finally:
        if cache is not None:
            cache.close()
    warnings = tuple(cache.warnings) if cache is not None else ()
    return LinkReport(report.documents, report.links, ended[0] if ended else None, warnings)


@contextmanager
def _signals(stop: asyncio.Event, ended: list[str], wanted: bool) -> Iterator[None]:
    """Lets Ctrl-C and SIGTERM set ``stop`` instead of ending the program."""
    if not wanted:
        yield
        return
    from asyncio import get_running_loop

    loop = get_running_loop()
    before: dict[int, Callable[[int, FrameType | None], object] | int | None] = {}

    def end(name: str) -> None:
        ended.append(name)
        stop.set()

    for one in (signal.SIGINT, signal.SIGTERM):
        try:
            before[one] = signal.getsignal(one)
            loop.add_signal_handler(one, end, one.name)
        except (NotImplementedError, RuntimeError, ValueError):
            before.pop(one, None)  # Not here: what the program does otherwise goes on.
    try:
        yield
    finally:
        for number, handler in before.items():
            loop.remove_signal_handler(number)
            signal.signal(number, handler)


def load(
    paths: Sequence[str],
    *,
    langs: Sequence[tuple[str, str]] = (),
    bibliography: str | None = None,
    stdin: bytes | None = None,
    data: Path | None = None,
) -> tuple[Document, ...]:
    """The documents of one report, one for each language, read and parsed, or read back from the ``data`` folder."""
    documents = (
        read_data(data)
        if data is not None
        else tuple(parse(version) for version in read(paths, langs=langs, stdin=stdin))
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
