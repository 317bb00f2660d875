"""Every example of every rule: the audit flags in it what the rule says, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from citecheck import audit
from citecheck.checks import RuleModule, load_rules
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.document import Document
from citecheck.model.links import Link, LinkReport
from citecheck.model.rule import Example
from citecheck.model.sources import Judged, Source, SourceReport
from citecheck.sources.plan import plan

CASES = [
    pytest.param(module, example, id=f"{module.code}-{number}")
    for module in load_rules()
    for number, example in enumerate(module.examples, 1)
]


def _answered(links: tuple[Link, ...], documents: Sequence[Document]) -> LinkReport:
    """What the network would say."""
    return LinkReport(tuple(documents), links)


def _known(known: tuple[Judged, ...], versions: Sequence[Citations], alignments: Sequence[Alignment]) -> SourceReport:
    """What the registries would say of the works, in their order."""
    subjects = plan(versions, alignments)
    sources = (
        Source(subject, one.status, record=one.record, differences=one.differences, update=one.update)
        for subject, one in zip(subjects, known, strict=True)
    )
    return SourceReport(tuple(versions), tuple(sources))


@pytest.mark.parametrize(("module", "example"), CASES)
def test_the_rule_flags_exactly_what_its_example_says(module: RuleModule, example: Example, tmp_path: Path) -> None:
    file = tmp_path / "example.md"
    file.write_text(example.text, encoding="utf-8")
    langs = [(example.lang, str(file))] if example.lang is not None else []
    links = None if example.links is None else partial(_answered, example.links)
    sources = None if example.sources is None else partial(_known, example.sources)
    report = audit([] if langs else [str(file)], langs=langs, select=[module.code], links=links, sources=sources)
    assert report.crashes == ()
    assert tuple(found.place.span.text for found in report.findings) == example.finds
