"""Audits of short texts by the rules about style."""

from __future__ import annotations

import tempfile
from pathlib import Path

from citecheck import audit
from citecheck.model.finding import Finding


def found(code: str, text: str, lang: str | None = "en") -> list[Finding]:
    """What a rule finds in a text; without ``lang``, in one that holds two versions."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.md"
        file.write_text(text, encoding="utf-8")
        if lang is None:
            made = audit([str(file)], select=[code])
            assert len(made.versions) == 2
        else:
            made = audit([], langs=[(lang, str(file))], select=[code])
    assert made.crashes == ()
    return list(made.findings)


def flagged(code: str, text: str, lang: str | None = "en") -> list[list[str]]:
    """The excerpts that a rule flags, one list for each finding."""
    return [[one.place.span.text, *(place.span.text for place in one.related)] for one in found(code, text, lang)]


def mended(code: str, text: str, lang: str | None = "en") -> str:
    """The text with the fixes of a rule applied, the last place first."""
    edits = {
        (edit.span.start, edit.span.end, edit.replacement)
        for one in found(code, text, lang)
        if one.fix is not None
        for edit in one.fix.edits
    }
    for start, end, replacement in sorted(edits, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text


def notes(*texts: str, first: int = 1) -> str:
    """A text with notes, each called once."""
    numbers = range(first, first + len(texts))
    calls = " ".join(f"A.<sup>{number}</sup>" for number in numbers)
    return (
        calls + "".join(f"\n\n<sup>{number}</sup> {text}" for number, text in zip(numbers, texts, strict=True)) + "\n"
    )
