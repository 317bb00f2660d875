"""Audits of short texts by the currency rules."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path

from citecheck import audit
from citecheck.model.finding import Finding
from citecheck.model.report import Report

THROUGHOUT = {
    "en": "\n\n<sup>1</sup> Dollars are converted throughout this paper at €1 = US$1.06.\n",
    "fr": "\n\n<sup>1</sup> Les dollars sont convertis tout au long de ce document au taux de 1 € = 1,06 $ US.\n",
}
"""A note that declares one rate for the whole text."""


def report(
    text: str, lang: str = "en", *, own: tuple[tuple[str, str, Decimal], ...] = (), official: bool = True
) -> Report:
    """The audit of a text by all currency rules."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.md"
        file.write_text(text, encoding="utf-8")
        made = audit([], langs=[(lang, str(file))], select=["CUR"], own_rates=own, official_rates=official)
    assert made.crashes == ()
    return made


def found(text: str, lang: str = "en", *codes: str) -> list[Finding]:
    """The findings of some rules in a text."""
    return [one for one in report(text, lang).findings if one.code in codes]


def values(finding: Finding) -> dict[str, object]:
    """What fills the placeholders of a finding's message."""
    return dict(finding.values)
