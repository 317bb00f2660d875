"""The formats by name."""

from __future__ import annotations

import pytest

from citecheck.report import FOR_PEOPLE, FORMATS, render_report
from tests.report.samples import report


def test_an_unknown_format_is_told_with_those_that_there_are() -> None:
    with pytest.raises(ValueError, match="unknown format 'pdf': use one of text, concise, json, sarif"):
        render_report(report(clean=True), "pdf")


def test_options_reach_the_formats_that_take_them() -> None:
    made = report()
    assert "\x1b[" in render_report(made, "text", color=True)
    assert render_report(made, "json", color=True) == render_report(made, "json")
    renamed = render_report(made, "github", named=lambda path: f"below/{path}")
    assert "file=below/report/sample.md" in renamed


@pytest.mark.parametrize("format", FOR_PEOPLE)
def test_what_is_for_people_speaks_their_language(format: str) -> None:
    made = report()
    assert format in FORMATS
    assert "n'a pas d'entrée" in render_report(made, format, ui="fr").replace("&#39;", "'").replace("’", "'")
