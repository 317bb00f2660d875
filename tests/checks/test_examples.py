"""Every example of every rule: the audit flags in it what the rule says, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from citecheck import audit
from citecheck.checks import RuleModule, load_rules
from citecheck.model.document import Document
from citecheck.model.links import Link, LinkReport
from citecheck.model.rule import Example

CASES = [
    pytest.param(module, example, id=f"{module.code}-{number}")
    for module in load_rules()
    for number, example in enumerate(module.examples, 1)
]


def _answered(links: tuple[Link, ...], documents: Sequence[Document]) -> LinkReport:
    """What the network would say."""
    return LinkReport(tuple(documents), links)


@pytest.mark.parametrize(("module", "example"), CASES)
def test_the_rule_flags_exactly_what_its_example_says(module: RuleModule, example: Example, tmp_path: Path) -> None:
    file = tmp_path / "example.md"
    file.write_text(example.text, encoding="utf-8")
    langs = [(example.lang, str(file))] if example.lang is not None else []
    links = None if example.links is None else partial(_answered, example.links)
    report = audit([] if langs else [str(file)], langs=langs, select=[module.code], links=links)
    assert report.crashes == ()
    assert tuple(found.place.span.text for found in report.findings) == example.finds
