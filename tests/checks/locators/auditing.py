"""Audits of short texts by the rules about pages."""

from __future__ import annotations

import tempfile
from pathlib import Path

from citecheck import audit
from citecheck.model.finding import Finding
from citecheck.model.report import Report


def report(text: str, lang: str = "en") -> Report:
    """The audit of a text by all rules about pages."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.md"
        file.write_text(text, encoding="utf-8")
        made = audit([], langs=[(lang, str(file))], select=["PAG"])
    assert made.crashes == ()
    return made


def found(text: str, lang: str = "en", *codes: str) -> list[Finding]:
    """The findings of some rules in a text; of all about pages where none is named."""
    return [one for one in report(text, lang).findings if not codes or one.code in codes]


def notes(*texts: str) -> str:
    """A text with notes, each called once."""
    calls = " ".join(f"A.<sup>{number}</sup>" for number, _ in enumerate(texts, 1))
    return calls + "".join(f"\n\n<sup>{number}</sup> {text}" for number, text in enumerate(texts, 1)) + "\n"
