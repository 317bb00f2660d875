"""The table: one row for each group, with what differs and why."""

from __future__ import annotations

from msgspec.structs import replace

from citecheck.model.alignment import Shape
from citecheck.model.source import Source
from citecheck.model.table import Row, Shift, Table, Verdict
from citecheck.reconcile.table import make_table, shifts
from citecheck.report.table.cells import shift_lines
from citecheck.triage.decisions import apply
from tests.reconcile.samples import ALONE, RAN, SOURCE, TEXT, alignment, place, table


def ids(row: Row) -> tuple[list[str], list[str]]:
    return [note.note_id for note in row.left], [note.note_id for note in row.right]


def test_every_note_stands_in_exactly_one_row() -> None:
    made = table()
    for side, count in (("left", 6), ("right", 6)):
        notes = [note.note_id for row in made.rows for note in getattr(row, side)]
        assert sorted(notes) == sorted(set(notes))
        assert len(notes) == count


def test_what_each_row_came_to() -> None:
    assert [(row.shape, row.verdict, [one.code for one in row.differences]) for row in table().rows] == [
        (Shape.ONE_TO_ONE, Verdict.SAME, []),
        (Shape.MERGED, Verdict.DIFFERS, ["BIL003"]),
        (Shape.ONE_TO_ONE, Verdict.SAME, []),
        (Shape.ONE_TO_ONE, Verdict.DIFFERS, ["BIL002"]),
        (Shape.ONE_TO_ONE, Verdict.NOT_COMPARED, []),
        (Shape.ONLY, Verdict.DIFFERS, ["BIL001"]),
    ]


def test_the_other_way_round_merged_is_split() -> None:
    row = table(of=alignment(swap=True)).rows[1]
    assert (row.shape, ids(row)) == (Shape.SPLIT, (["2"], ["2", "3"]))


def test_without_the_rules_that_compare_nothing_is_called_the_same() -> None:
    verdicts = {row.verdict for row in table(ran=("BIL001",)).rows}
    assert verdicts == {Verdict.DIFFERS, Verdict.NOT_COMPARED}


def test_what_concerns_no_note_is_told_apart() -> None:
    assert [(one.code, one.line) for one in table().others] == [("BIL006", 48)]


def test_differences_are_marked_in_the_notes() -> None:
    row = table().rows[1]
    assert [piece.text for note in row.left for piece in note.pieces if piece.marked] == ["p. 9", "p. 12"]
    assert [(piece.text, piece.marked) for piece in row.right[0].pieces] == [
        ("Audic, 2011, ", False),
        ("p. 9-12", True),
    ]
    assert row.right[0].text == "Audic, 2011, p. 9-12"


def test_a_difference_of_the_whole_note_marks_nothing() -> None:
    assert [piece.marked for piece in table().rows[5].right[0].pieces] == [False]


def test_a_passage_goes_back_to_the_marker_before() -> None:
    passage = table().rows[1].left[1].passage
    assert passage is not None
    assert passage.before == "Le phare de Kervan a été bâti en 1839[1]. Sa lampe porte à 22 milles[2]"
    assert passage.covered == ", et son gardien est parti"
    assert passage.after == "."


def test_what_follows_a_marker_keeps_its_distance() -> None:
    passage = table().rows[0].right[0].passage
    assert passage is not None
    assert passage.before == ""
    assert passage.after.startswith(" Its lamp")


def test_a_long_paragraph_is_cut_between_words() -> None:
    long = TEXT.replace("Ils étaient 40", f"{'mot ' * 2000}Ils étaient 40")
    passage = table(of=alignment(long)).rows[2].left[0].passage
    assert passage is not None
    assert passage.covered.startswith("… mot mot")
    assert len(passage.covered) < 400


def test_without_the_text_there_is_no_passage() -> None:
    made = alignment()
    source = made.left.document.sources[0]
    sparse = Source(source.path, source.text, sparse=True)
    left = replace(made.left, document=replace(made.left.document, sources=(sparse,)))
    assert table(of=replace(made, left=left)).rows[0].left[0].passage is None


def test_sources_are_those_that_are_meant() -> None:
    assert table().rows[1].left[1].sources == ("Audic, 2011, Les phares, p. 12",)


def shift_of(left: str, right: str) -> list[str]:
    made = Table(("fr", "en"), (left, right), (), shifts=shifts(alignment()))
    return shift_lines(made, "en")


def test_a_shift_is_told_once() -> None:
    assert shifts(alignment()) == (Shift("4", "6", -1),)
    assert shift_of("French", "English") == ["from French 4 on, English = French − 1"]


def test_the_same_numbers_are_no_shift() -> None:
    made = alignment()
    assert shifts(replace(made, groups=made.groups[:1])) == ()


def test_a_crossed_group_is_no_shift() -> None:
    made = alignment()
    groups = (*made.groups[:3], replace(made.groups[3], right=made.groups[5].right, crossed=True), made.groups[4])
    assert shifts(replace(made, groups=groups)) == (Shift("4", "6", -1),)


def test_what_another_difference_stands_for_is_not_called_the_same() -> None:
    applied = apply(alignment(), ())
    version = applied.alignment.right
    for rule, verdict in ((SOURCE, Verdict.NOT_COMPARED), (ALONE, Verdict.SAME)):
        taken = rule.finding(place(version, "3"), "x", subject="Bihan")
        made = make_table(
            applied, (), word=lambda one: one.code, names=("French", "English"), ran=RAN, explained=[taken]
        )
        assert made.rows[2].verdict is verdict
        assert made.rows[0].verdict is Verdict.SAME
