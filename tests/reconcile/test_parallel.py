"""Both texts side by side."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from citecheck.model.finding import Place, State
from citecheck.model.parallel import Parallel, Prose
from citecheck.reconcile.parallel import make_parallel
from tests.reconcile.samples import ADDRESS, WORDS, alignment, findings, table
from tests.reconcile.test_paragraphs import ENGLISH, FRENCH, aligned


def sample() -> Parallel:
    return make_parallel(alignment(), table(), findings(alignment()), lambda one: WORDS[one.code])


def texts(blocks: tuple[Prose, ...]) -> list[str]:
    return ["".join(run.text for run in block.runs) for block in blocks]


def test_paragraphs_stand_side_by_side_with_the_rows_of_their_notes() -> None:
    made = sample()
    assert [(one.section, one.heading, one.rows) for one in made.facing] == [
        ("1", True, ()),
        ("1", False, (0, 1)),
        ("1.1", True, ()),
        ("1.1", False, (2, 3, 4, 5)),
        ("Bibliographie", True, ()),
    ]
    assert texts(made.facing[0].left) == ["1 Les phares"]
    assert texts(made.facing[1].right) == [
        "The lighthouse of Kervan was built in 1839.1 Its lamp is seen from 22 miles, and its keeper has left.2"
    ]
    assert [run.note for run in made.facing[1].right[0].runs if run.note] == ["1", "2"]
    assert made.rest == ()


def test_every_row_stands_in_exactly_one_place() -> None:
    made = sample()
    rows = [row for facing in made.facing for row in facing.rows] + list(made.rest)
    assert sorted(rows) == list(range(len(made.table.rows)))


def test_a_note_that_nothing_calls_stands_at_the_end(tmp_path: Path) -> None:
    uncalled = FRENCH.replace("reconstruction<sup>2</sup>", "reconstruction")
    made_from = aligned(tmp_path, uncalled, ENGLISH.replace("anew.<sup>2</sup>", "anew."))
    groups = made_from.groups
    rows = tuple(replace(table().rows[0], left=(), right=()) for _ in groups)
    made = make_parallel(made_from, replace(table(), rows=rows), (), lambda one: one.code)
    assert made.rest == tuple(range(len(rows)))


def test_what_differs_is_marked_where_it_stands(tmp_path: Path) -> None:
    made_from = aligned(tmp_path, FRENCH.replace("40 000", "45 000"))
    figure = next(one for one in made_from.left.document.figures if "45" in one.span.text)
    found = ADDRESS.finding(Place(figure.span, "fr"), "x", subject="figure")
    elsewhere = ADDRESS.finding(Place.of(made_from.left.document.notes[0], "fr"), "x", subject="note")
    elsewhere = replace(elsewhere, place=replace(elsewhere.place, note_id=None))
    made = make_parallel(made_from, replace(table(), rows=()), (found, elsewhere), lambda one: WORDS[one.code])
    marked = [run.text for facing in made.facing for block in facing.left for run in block.runs if run.marked]
    assert marked == [figure.span.text]
    assert [len(facing.differences) for facing in made.facing if facing.differences] == [1]
    assert len(made.others) == 1
    waived = replace(found, state=State.WAIVED, waiver="on purpose")
    made = make_parallel(made_from, replace(table(), rows=()), (waived,), lambda one: WORDS[one.code])
    assert not [run for facing in made.facing for block in facing.left for run in block.runs if run.marked]


def test_elements_are_not_printed_and_tables_keep_their_lines(tmp_path: Path) -> None:
    rich = FRENCH.replace(
        "Les comptes sont perdus.", "Les <b>comptes</b> &amp; titres.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    made = make_parallel(aligned(tmp_path, rich), replace(table(), rows=()), (), lambda one: one.code)
    shown = [text for facing in made.facing for text in texts(facing.left)]
    assert "Les comptes & titres." in shown
    assert any("| a | b |\n" in text for text in shown)
