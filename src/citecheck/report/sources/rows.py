"""The sources of a report as rows: what is printed beside what was found, for pages and spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from citecheck.likeness.called import work_name
from citecheck.model.citations import Work
from citecheck.model.sources import Source, SourceReport
from citecheck.report.sources.text import ORDER, asked_of, described, differs_of
from citecheck.report.voice import language_name, say

__all__ = ["HEADER", "Row", "cells", "header", "rows"]

HEADER = ("name", "status", "printed", "found", "differences", "asked", "address", "entries")
"""The columns."""


class Row(Struct, frozen=True):
    """One work: its name, its status and what that is called, the references as they are printed, the record, what differs, who was
    asked, the address of the record, and where the entries are."""

    name: str
    status: str
    word: str
    printed: tuple[str, ...]
    found: str
    differences: tuple[str, ...]
    asked: tuple[str, ...]
    address: str
    entries: tuple[str, ...]


def rows(report: SourceReport, ui: str) -> list[Row]:
    """The works, those first that need a person."""
    at = {id(one): number for number, one in enumerate(report.sources)}
    ranked = sorted(report.sources, key=lambda one: (ORDER.index(one.status), at[id(one)]))
    return [_row(one, ui) for one in ranked]


def _row(one: Source, ui: str) -> Row:
    first = one.subject.printed[0]
    return Row(
        name=work_name(Work(one.subject.key, first.reference, first.entry)),
        status=one.status.value,
        word=say(f"source.{one.status.value}", ui),
        printed=tuple(" ".join(printed.reference.span.text.split()) for printed in one.subject.printed),
        found=described(one.record) if one.record is not None else "",
        differences=tuple(differs_of(one, ui)),
        asked=tuple(asked_of(one, ui)),
        address=f"https://doi.org/{one.record.doi}" if one.record is not None and one.record.doi else "",
        entries=tuple(_entries(one, ui)),
    )


def _entries(one: Source, ui: str) -> Iterator[str]:
    for printed in one.subject.printed:
        label = say("entry", ui, label=printed.entry.number or printed.entry.entry_id)
        yield f"{language_name(printed.lang, ui)}, {label}"


def header(ui: str) -> list[str]:
    """What the columns are called."""
    return [say(f"source-column.{name}", ui) for name in HEADER]


def cells(made: Sequence[Row]) -> Iterator[list[str]]:
    """The rows as the cells of a spreadsheet."""
    for one in made:
        several = (one.printed, (one.found,), one.differences, one.asked, (one.address,), one.entries)
        yield [one.name, one.word, *("; ".join(filter(None, values)) for values in several)]
