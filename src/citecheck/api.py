"""The public function of the package, with the arguments of a job."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from citecheck import pipeline
from citecheck.model.decision import Decision
from citecheck.model.gate import Gate
from citecheck.model.job import CheckLinks, CheckSources, Job
from citecheck.model.report import Report

__all__ = ["audit"]

NO_GATE = Gate()
"""Nothing is settled: what the rules find counts as they say."""


def audit(
    paths: Sequence[str],
    *,
    langs: Sequence[tuple[str, str]] = (),
    bibliography: str | Sequence[str] | None = None,
    databases: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    stdin: bytes | None = None,
    data: Path | None = None,
    contents: Mapping[str, bytes] | None = None,
    rejected: bool = False,
    own_rates: Sequence[tuple[str, str, Decimal]] = (),
    official_rates: bool = True,
    decisions: Sequence[Decision] = (),
    gate: Gate = NO_GATE,
    links: CheckLinks | None = None,
    sources: CheckSources | None = None,
    apart: bool = False,
    corrects: bool = False,
) -> Report:
    """Audits one report; each argument is what the field of `citecheck.model.job.Job` with its name says.

    Raises CitecheckError where there is nothing to audit or an argument is wrong; whatever is wrong with the text is in
    the result.
    """
    return pipeline.audit(
        Job(
            paths=tuple(paths),
            langs=tuple(langs),
            bibliography=(bibliography,) if isinstance(bibliography, str) else tuple(bibliography or ()),
            databases=tuple(databases),
            select=tuple(select),
            ignore=tuple(ignore),
            stdin=stdin,
            data=data,
            contents=contents,
            rejected=rejected,
            own_rates=tuple(own_rates),
            official_rates=official_rates,
            decisions=tuple(decisions),
            gate=gate,
            links=links,
            sources=sources,
            apart=apart,
            corrects=corrects,
        )
    )
