"""Audits of short texts by the rules about URLs."""

from __future__ import annotations

import tempfile
from pathlib import Path

from citecheck import audit
from citecheck.model.finding import Finding
from citecheck.model.report import Report


def report(text: str, lang: str = "en") -> Report:
    """The audit of a text by all rules about URLs, without a look at the net."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.md"
        file.write_text(text, encoding="utf-8")
        made = audit([], langs=[(lang, str(file))], select=["URL"])
    assert made.crashes == ()
    return made


def found(text: str, *codes: str) -> list[Finding]:
    """The findings of some rules in a text; of all about URLs where none is named."""
    return [one for one in report(text).findings if not codes or one.code in codes]


def mended(text: str, *codes: str) -> str:
    """The text with the fixes of these findings."""
    edits = {(edit.span.start, edit.span.end): edit for one in found(text, *codes) if one.fix for edit in one.fix.edits}
    for (start, end), edit in sorted(edits.items(), reverse=True):
        text = text[:start] + edit.replacement + text[end:]
    return text
