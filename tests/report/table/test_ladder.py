"""The geometry of the ladder picture."""

from __future__ import annotations

from citecheck.report.table.ladder import BOTTOM, LEFT, RIGHT, STEP, TOP, ladder
from tests.reconcile.samples import table
from tests.report.table.decided import decided


def test_each_row_has_its_rung_and_every_note_its_dot() -> None:
    rows = decided().rows
    made = ladder(rows)
    assert [rung.status for rung in made.rungs] == ["same", "settled", "same", "differs", "not-compared", "only"]
    for row, rung in zip(rows, made.rungs, strict=True):
        assert [dot.label for dot in rung.dots] == [note.note_id for note in (*row.left, *row.right)]
        assert {dot.x for dot in rung.dots if dot.left} <= {LEFT}
        assert {dot.x for dot in rung.dots if not dot.left} <= {RIGHT}
    assert made.height == TOP + BOTTOM + STEP * 5


def test_both_columns_go_from_the_top_to_the_bottom() -> None:
    made = ladder(table().rows)
    for left in (True, False):
        heights = [dot.y for rung in made.rungs for dot in rung.dots if dot.left is left]
        assert heights == sorted(heights)
        assert (heights[0], heights[-1]) == (TOP, made.height - BOTTOM)


def test_several_notes_are_joined_and_a_lone_one_leads_nowhere() -> None:
    made = ladder(table().rows)
    merged, lone = made.rungs[1], made.rungs[5]
    assert (len(merged.paths), len(merged.joined)) == (2, 1)
    assert merged.joined[0].startswith(f"M{LEFT:.1f} ")
    assert "H" in lone.paths[0]
    assert "C" not in lone.paths[0]


def test_sections_begin_at_their_first_left_note_and_nothing_is_a_picture_too() -> None:
    made = ladder(table().rows)
    assert [name for _, name in made.sections] == ["1", "1.1"]
    assert made.sections[0][0] == TOP
    empty = ladder(())
    assert (empty.rungs, empty.sections) == ((), ())
    assert empty.height > 0
