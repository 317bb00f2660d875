"""Asking the network: what a run without it knows."""

from __future__ import annotations

from pathlib import Path

from citecheck import pipeline
from citecheck.cli.network import check_links
from citecheck.model.job import Job
from citecheck.model.links import LinkSettings

TEXT = "# Report\n\nThat is so.<sup>1</sup>\n\n<sup>1</sup> https://www.example.org/a\n"


def test_offline_every_url_is_told_and_none_asked_for(tmp_path: Path) -> None:
    documents = pipeline.load(Job(paths=("-",), stdin=TEXT.encode()))
    report = check_links(documents, LinkSettings(offline=True), cache=tmp_path)
    assert (len(report.links), report.interrupted) == (1, None)
    assert report.links[0].status == "skipped"
