"""Findings as remarks."""

from __future__ import annotations

from pathlib import Path

from citecheck import pipeline
from citecheck.annotate import remarks_on
from citecheck.model.job import Job
from tests.read.word.samples import document, mark, note, p

TEXT = document(
    p("Catches rose.", mark(1))
    + p("And fell.", mark(2))
    + p("Bibliography", style="H1")
    + p("Doe, A. (2018). *Ports*. London: Harrow."),
    notes=note(1, p(" Doe, 2018, p. 9-4.")) + note(2, p(" Doe, 2018, p. 7.")),
)


def test_what_is_wrong_in_the_file_and_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(TEXT)
    report = pipeline.audit(Job(paths=(str(file),), select=("PAG004",)))
    (remark,) = remarks_on(str(file), report, "en")
    assert remark.head == "PAG004 · error"
    assert "9-4" in remark.paragraphs[0]
    assert remark.fingerprint == report.findings[0].fingerprint
    assert remarks_on(str(file), report, "fr")[0].head == "PAG004 · erreur"
    assert remarks_on("other.docx", report, "en") == ()
