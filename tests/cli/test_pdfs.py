"""PDFs on the command line: places are pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.read.pdf.samples import LEFT, PROSE, TOP, Item, Rule, line, lines, pdf, up


def page(number: int, *foot: str) -> list[Item]:
    """A page with a mark and a note, and its printed number, which is four more than its own."""
    first, second = PROSE[number]
    notes = [(up(str(number), 6, 3), f" {words}") for words in foot]
    return [
        *lines(TOP, first, (second, up(str(number)), " was told so.")),
        Rule(LEFT, 140, 95),
        *lines(80, *notes, size=9),
        line(30, str(number + 4), x=200),
    ]


@pytest.fixture(autouse=True)
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    entry = line(TOP, "Doe, Anna. 1999. The ports. London: Harbour Press.")
    heading = line(TOP + 30, "Bibliography", size=16)
    raw = pdf(page(1, "Doe, 1999, p. 7."), page(2, "Doe, 1999, p. 19-12."), [heading, entry], lang="en")
    Path("report.pdf").write_bytes(raw)


def test_a_finding_is_told_with_the_printed_page(cli: Run) -> None:
    ran = cli("audit", "report.pdf")
    assert "report.pdf p. 6, n. 2" in ran.out


def test_a_place_is_data(cli: Run) -> None:
    found = json.loads(cli("audit", "report.pdf", "--format", "json").out)["findings"]
    [pages] = [one for one in found if one["code"] == "PAG004"]
    assert (pages["severity"], pages["confidence"], pages["line"]) == ("warning", "likely", None)
    place = pages["place"]
    assert (place["page"], place["label"], place["note"], place["part"]) == (2, "6", "2", "footnotes")


def test_data_keep_the_pages(cli: Run) -> None:
    assert cli("extract", "report.pdf", "-o", "data").status == 0
    found = json.loads(cli("audit", "--format", "json").out)["findings"]
    assert [(one["place"]["page"], one["place"]["label"]) for one in found if one["code"] == "PAG004"] == [(2, "6")]


def test_a_layout_is_shown(cli: Run) -> None:
    assert "1 (footnote, printed 1): Doe, 1999, p. 7." in cli("show", "layout", "report.pdf").out


def test_a_pdf_is_not_corrected(cli: Run) -> None:
    ran = cli("fix", "report.pdf")
    assert ran.status == 2


def test_a_scan_is_refused(cli: Run, tmp_path: Path) -> None:
    from tests.read.pdf.samples import Picture

    (tmp_path / "scan.pdf").write_bytes(pdf([Picture()]))
    ran = cli("audit", "scan.pdf")
    assert (ran.status, "is a scan" in ran.err) == (2, True)
