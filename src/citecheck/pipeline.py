"""The stages, each called once and in order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from citecheck.checks import load_rules, run_rules
from citecheck.model.citations import Citations
from citecheck.model.document import Document
from citecheck.model.evidence import Evidence
from citecheck.model.report import Report
from citecheck.parse import parse
from citecheck.read import read, read_data, with_bibliography
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
) -> Report:
    """Audits one report: ``paths`` in reading order, ``langs`` as (language, path), or the extracted ``data`` folder.

    ``bibliography`` is a BibTeX or CSL-JSON file that stands in for a printed bibliography; ``stdin`` is what the path
    ``-`` means; ``select`` and ``ignore`` name rules by code, prefix or name. Raises CitecheckError where there is nothing
    to audit or an argument is wrong; whatever is wrong with the text is in the result.
    """
    modules = load_rules()
    documents = load(paths, langs=langs, bibliography=bibliography, stdin=stdin, data=data)
    versions = cite(documents)
    verdict = run_rules(Evidence(versions), choose(modules, select, ignore))
    rules = {module.code: module.rule for module in modules}
    judged = triage(verdict, select=select, ignore=ignore, rules=rules, versions=versions)
    return Report(
        findings=judged.findings,
        versions=versions,
        rules=rules,
        run=judged.run,
        skipped=judged.skipped,
        abstained=judged.abstained,
        crashes=judged.crashes,
        unreadable=tuple(dict.fromkeys(one for document in documents for one in document.unreadable)),
    )


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


def cite(documents: Sequence[Document]) -> tuple[Citations, ...]:
    """The documents with their citations resolved."""
    return tuple(resolve(document) for document in documents)
