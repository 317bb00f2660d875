"""The hand-made truth for chapters 1 to 3 of the first user's report: how it is cited, and what an editor found wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from citecheck import audit
from citecheck.model.citations import Citations, Resolved, Status
from citecheck.model.finding import Finding, Place
from citecheck.model.report import Report
from tests.skips import REPORT, SHARED, needs_gold, needs_report

CITATIONS = SHARED / "gold" / "citations-chapters-1-3.json"
DEFECTS = SHARED / "gold" / "defects-chapters-1-3.json"

pytestmark = [needs_report, needs_gold]


@cache
def report() -> Report:
    return audit([str(REPORT)])


def version(lang: str) -> Citations:
    return next(one for one in report().versions if one.lang == lang)


def gold(path: Path) -> list[dict[str, Any]]:
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []


def as_gold(one: Resolved) -> dict[str, Any]:
    """A resolved citation in the form of the truth: the source's authors as cited, its year, its pages and its entry."""
    origin = one.origin.citation
    meant = one.work.entry if one.work is not None else None
    authors = [re.sub(r"\s+", " ", person.family) for person in origin.authors]
    number = (
        meant.number if meant is not None and one.status in (Status.ENTRY, Status.MISSPELT, Status.RETITLED) else None
    )
    return {
        "entry": int(number) if number else None,
        "authors": authors,
        "year": f"{origin.year}{origin.suffix}" if origin.year else None,
        "locator": one.pages,
        "kind": one.citation.kind.value,
        "et_al": origin.et_al,
        "misspelt": one.status is Status.MISSPELT,
    }


@pytest.mark.parametrize("item", gold(CITATIONS), ids=lambda item: f"{item['lang']}-{item['note']}")
def test_every_citation_parses_and_resolves_as_the_truth_says(item: dict[str, Any]) -> None:
    cited = version(item["lang"])
    note = next(note for note in cited.document.notes if note.number == str(item["note"]))
    found = [as_gold(one) for one in cited.resolved if one.note is note]
    expected = [
        {
            "entry": one["entry"],
            "authors": one["authors"],
            "year": one["year"],
            "locator": one["locator"],
            "kind": one["kind"],
            "et_al": one.get("et_al", False),
            "misspelt": one.get("misspelt", False),
        }
        for one in item["citations"]
    ]
    assert found == expected


def places(found: Finding) -> Iterator[Place]:
    yield found.place
    yield from found.related


def finds(found: Finding, item: dict[str, Any]) -> bool:
    if found.code not in item["codes"] or item["lang"] not in ("both", found.lang):
        return False
    words = re.sub(r"\W+", " ", item["text"].replace("\\", "")).strip().casefold()
    for place in places(found):
        if item["note"] is not None and place.note == str(item["note"]):
            return True
        text = re.sub(r"\W+", " ", place.span.text).strip().casefold()
        if item["note"] is None and (text in words or words in text) and text:
            return True
        if item["lang"] == "both" and place.span.text in item["explanation"]:
            return True
    return False


OUT_OF_REACH: dict[tuple[str, str], str] = {}
"""What no rule finds, and why."""
BUILT = ("NUM", "CIT", "CUR", "PAG", "URL", "STY")


def certain_defects() -> Iterator[Any]:
    for item in gold(DEFECTS):
        if item["certainty"] == "certain" and any(code.startswith(BUILT) for code in item["codes"]):
            reason = OUT_OF_REACH.get((item["lang"], item["text"]))
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            yield pytest.param(item, id=f"{item['lang']}-{item['note']}-{item['class']}", marks=marks)


@pytest.mark.parametrize("item", list(certain_defects()))
def test_every_certain_defect_is_found(item: dict[str, Any]) -> None:
    assert any(finds(found, item) for found in report().findings)


def test_nothing_at_error_or_warning_in_these_chapters_but_what_the_truth_knows() -> None:
    known = gold(DEFECTS)
    last = {"fr": 103, "en": 75}
    for found in report().findings:
        number = found.place.note
        if number is None or not number.isdigit() or int(number) > last[found.lang or ""] or found.severity.rank > 1:
            continue
        if found.code.startswith("BIL"):  # the truth lists these by paragraph, or leaves them to the alignment
            continue
        same = [item for item in known if item["lang"] == found.lang]
        assert any(
            found.code in item["codes"] and str(item["note"]) in {place.note for place in places(found)}
            for item in same
        ), found
