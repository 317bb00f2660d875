"""Which rows of the table are asked for, and what can be written how."""

from __future__ import annotations

import pytest

from citecheck.cli.tables import Filter, Format, Rows, check_table
from citecheck.errors import UsageError
from tests.reconcile.samples import table


def notes(rows: Rows) -> list[str]:
    return [",".join(note.note_id for note in row.left) for row in rows.of(table()).rows]


def test_no_wish_is_the_whole_table() -> None:
    assert not Rows()
    assert Rows().of(table()) == table()


def test_each_wish_leaves_rows_out() -> None:
    assert notes(Rows(note="fr:3")) == ["2,3"]
    assert notes(Rows(section="1.1")) == ["4", "5", "6", ""]
    assert notes(Rows(only=Filter.MERGED)) == ["2,3"]
    assert notes(Rows(only=Filter.MERGED, section="1.1")) == []


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (Rows(note="fr:99"), "--note fr:99: there is no note 99 in 'fr'"),
        (Rows(note="99"), "--note 99: write a language and a note, as in fr:39"),
        (Rows(section="7"), "--section 7: there is no note in it: use one of 1, 1.1"),
    ],
)
def test_a_wish_that_no_row_meets_is_said(rows: Rows, said: str) -> None:
    with pytest.raises(UsageError, match=f"^{said}$"):
        rows.of(table())


@pytest.mark.parametrize(
    ("format", "output", "renumber", "rows", "said"),
    [
        (Format.XLSX, None, None, Rows(), "say where"),
        (Format.XLSX, "-", None, Rows(), "say where"),
        (Format.HTML, None, "fr", Rows(), "cannot be written as html"),
        (Format.TEXT, None, "fr", Rows(note="fr:1"), "about all notes"),
    ],
)
def test_what_does_not_go_together_is_said(
    format: Format, output: str | None, renumber: str | None, rows: Rows, said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        check_table(format, output, renumber, rows)


def test_what_goes_together_passes() -> None:
    check_table(Format.XLSX, "a.xlsx", None, Rows(note="fr:1"))
    check_table(Format.CSV, None, "fr", Rows())
