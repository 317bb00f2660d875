"""The stages, each by itself: what is loaded, aligned and judged."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from citecheck import pipeline
from citecheck.checks import load_rules
from citecheck.errors import UsageError
from citecheck.model.document import Document
from citecheck.model.evidence import Evidence
from citecheck.model.job import Job
from citecheck.model.links import Link, LinkReport, LinkStatus
from citecheck.model.phrase import Phrase
from tests.links.answers import document
from tests.reconcile.samples import TEXT

RATED = "# T\n\nIt cost 120 dollars (100 euros)<sup>1</sup>.\n\n<sup>1</sup> 1 € = 1.20 $ on 4 March 2019.\n"


def loaded(text: str) -> tuple[Document, ...]:
    return pipeline.load(Job(paths=("-",), stdin=text.encode()))


def test_a_report_of_two_languages_is_two_documents_that_are_aligned() -> None:
    versions = pipeline.cite(loaded(TEXT))
    assert [version.lang for version in versions] == ["fr", "en"]
    (alignment,) = pipeline.align_all(versions)
    assert (alignment.left, alignment.right) == versions
    assert pipeline.align_all(versions[:1]) == ()


def test_rates_are_looked_up_only_where_one_is_declared() -> None:
    assert pipeline.load_rates(loaded(TEXT)) is None
    rates = pipeline.load_rates(loaded(RATED), [("XAF", "2019", Decimal(656))])
    assert rates is not None
    assert rates.published("USD") is not None


def test_what_is_selected_is_judged_and_nothing_else() -> None:
    evidence = Evidence(pipeline.cite(loaded(TEXT)))
    verdict = pipeline.judge(evidence, load_rules(), Job(select=("STY001",)))
    assert verdict.run == ("STY001",)
    with pytest.raises(UsageError, match="NOPE"):
        pipeline.judge(evidence, load_rules(), Job(select=("NOPE",)))


def test_links_are_asked_for_once_and_only_where_that_is_wanted() -> None:
    asked: list[tuple[Document, ...]] = []

    def links(documents: tuple[Document, ...]) -> LinkReport:
        asked.append(documents)
        return LinkReport(documents, ())

    job = Job(paths=("-",), stdin=TEXT.encode(), select=("LNK",), official_rates=False)
    assert pipeline.audit(job).links is None
    report = pipeline.audit(Job(paths=("-",), stdin=TEXT.encode(), select=("LNK",), links=links))
    assert report.links is not None
    assert len(asked) == 1


def test_rules_about_links_make_findings_of_verdicts() -> None:
    made = document("https://quai.example/gone")
    gone = Link(made.urls[0].target, LinkStatus.DEAD, Phrase.of("gone", status="404", times=2))
    report = pipeline.audit_links([made], LinkReport((made,), (gone,)))
    assert [finding.code for finding in report.findings] == ["LNK001"]
    assert all(code.startswith("LNK") for code in report.run)


def test_the_data_folder_stands_for_the_documents(tmp_path: Path) -> None:
    from citecheck.extract.csl import bibliography_json
    from citecheck.extract.footnotes import footnotes_json

    documents = loaded(TEXT)
    (tmp_path / "footnotes.json").write_text(footnotes_json(documents), encoding="utf-8")
    (tmp_path / "bibliography.json").write_text(bibliography_json(documents), encoding="utf-8")
    read = pipeline.load(Job(data=tmp_path))
    assert [len(one.notes) for one in read] == [len(one.notes) for one in documents]
    assert all(one.sparse for one in read)
