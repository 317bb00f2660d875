"""Decisions about notes: what they hold on to when the report changes, and what they waive and pair."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from citecheck.model.decision import Decision
from citecheck.model.finding import State
from citecheck.triage.decisions import Keys, apply, waived
from tests.reconcile.samples import TEXT, accept, alignment, findings, pair, place, table

RENUMBERED = re.sub(r"<sup>(\d)</sup>", lambda found: f"<sup>{int(found[1]) + 10}</sup>", TEXT)


def numbers(decisions: list[Decision]) -> list[tuple[list[str], list[str]]]:
    applied = apply(alignment(), decisions)
    return [
        ([one.note_id for one in group.left], [one.note_id for one in group.right])
        for group in applied.alignment.groups
    ]


# Keys.


def test_renumbering_changes_no_key() -> None:
    before, after = Keys.of(alignment()), Keys.of(renumbered())
    assert list(before.of_note.values()) == list(after.of_note.values())


def renumbered():  # type: ignore[no-untyped-def]
    groups = [
        ([f"{int(one) + 10}" for one in own], [f"{int(one) + 10}" for one in twins])
        for own, twins in (
            (("1",), ("1",)),
            (("2", "3"), ("2",)),
            (("4",), ("3",)),
            (("5",), ("4",)),
            (("6",), ("5",)),
            ((), ("6",)),
        )
    ]
    return alignment(RENUMBERED, groups)


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [
        ("<sup>2</sup> Audic, 2011, p. 9\n", "<sup>2</sup> Audic, 2011, p. 8\n", ("fr", "2")),
        # An Ibid says the same, and means something else.
        ("<sup>2</sup> Audic, 2011, p. 9\n", "<sup>2</sup> Bihan, 2015, p. 9\n", ("fr", "3")),
    ],
)
def test_another_text_or_source_changes_the_key(old: str, new: str, note: tuple[str, str]) -> None:
    assert Keys.of(alignment()).of_note[note] != Keys.of(alignment(TEXT.replace(old, new, 1))).of_note[note]


def test_references_to_notes_by_number_are_no_part_of_the_key() -> None:
    keys = [
        Keys.of(alignment(TEXT.replace("Ce point reste discuté.", f"Voir note {number}."))).of_note["fr", "6"]
        for number in (1, 2, 4)
    ]
    # Notes 1 and 2 are of one source, note 4 of another.
    assert keys[0] == keys[1] != keys[2]


def test_notes_that_say_the_same_are_told_apart() -> None:
    keys = Keys.of(alignment(TEXT.replace("Audic, 2011, p. 9\n", "Audic, 2011, p. 4\n"))).of_note
    assert keys["fr", "2"] == f"{keys['fr', '1']}-2"


# Accepting.


def test_an_accepted_difference_is_waived_with_its_reason() -> None:
    made = alignment()
    found = waived(findings(made), made, [accept(1, "BIL003")])
    assert [(one.code, one.state) for one in found if one.state is not State.NEW] == [("BIL003", State.WAIVED)]
    assert found[0].waiver == "on purpose (Yann, 2026-11-24)"


def test_an_acceptance_survives_renumbering() -> None:
    made = renumbered()
    assert apply(made, [accept(1, "BIL003")]).stale == ()


def test_an_acceptance_covers_only_the_codes_it_names() -> None:
    made = alignment()
    assert {one.state for one in waived(findings(made), made, [accept(1, "BIL002")])} == {State.NEW}
    assert waived(findings(made), made, [accept(1)])[0].state is State.WAIVED
    both = [accept(1, "BIL002"), accept(1, "BIL003")]
    assert waived(findings(made), made, both)[0].state is State.WAIVED


def test_a_finding_about_two_groups_needs_both() -> None:
    made = alignment()
    wide = replace(findings(made)[0], related=(place(made.right, "6"),))
    assert waived([wide], made, [accept(1)])[0].state is State.NEW
    assert waived([wide], made, [accept(1), accept(5)])[0].state is State.WAIVED


def test_other_findings_are_no_matter_of_these_decisions() -> None:
    made = alignment()
    other = replace(findings(made)[0], code="PAG001")
    assert waived([other], made, [accept(1)])[0].state is State.NEW


def test_a_decision_about_a_changed_note_is_stale() -> None:
    changed = alignment(TEXT.replace("Audic, 2011, p. 9\n", "Audic, 2011, p. 8, p. 9\n"))
    assert apply(changed, [accept(1)]).stale == (accept(1),)
    assert [one.about for one in table([accept(1)], of=changed).stale] == ["row 1"]


def test_rows_show_what_was_decided() -> None:
    row = table([accept(1, "BIL003")]).rows[1]
    assert row.decision == accept(1, "BIL003")
    assert row.differences[0].accepted == "on purpose (Yann, 2026-11-24)"


# Pairing.


def test_a_pair_takes_notes_out_of_their_groups() -> None:
    assert numbers([pair(("3",), ("2",))]) == [
        (["1"], ["1"]),
        (["2"], []),
        (["3"], ["2"]),
        (["4"], ["3"]),
        (["5"], ["4"]),
        (["6"], ["5"]),
        ([], ["6"]),
    ]


def test_a_pair_joins_what_stood_alone() -> None:
    assert numbers([pair(("6",), ("5", "6"))])[4:] == [(["6"], ["5", "6"])]


def test_a_note_can_be_said_to_stand_alone() -> None:
    assert numbers([pair(("1",), ())])[:3] == [(["1"], []), ([], ["1"]), (["2", "3"], ["2"])]


def test_a_pair_out_of_order_is_crossed() -> None:
    applied = apply(alignment(), [pair(("1",), ("6",))])
    assert [group.crossed for group in applied.alignment.groups if group.left and group.right] == [
        True,
        False,
        False,
        False,
        False,
    ]


def test_every_note_still_stands_in_one_group() -> None:
    groups = apply(alignment(), [pair(("2", "6"), ("4",)), pair(("1",), ("2",))]).alignment.groups
    for side in ("left", "right"):
        assert sorted(note.note_id for group in groups for note in getattr(group, side)) == list("123456")


def test_a_pair_that_stands_already_changes_nothing() -> None:
    made = alignment()
    applied = apply(made, [pair(("2", "3"), ("2",))])
    assert applied.alignment is made
    assert len(applied.paired) == 1


def test_a_pair_of_a_note_that_is_gone_is_stale() -> None:
    gone = replace(pair(("1",), ("1",)), notes=(("fr", ("nothing",)), ("en", ("nothing",))))
    assert apply(alignment(), [gone]).stale == (gone,)


def test_a_later_pair_puts_an_earlier_one_out_of_force() -> None:
    first, second = pair(("1",), ("2",)), pair(("4",), ("2",))
    applied = apply(alignment(), [first, second])
    assert (applied.stale, list(applied.paired.values())) == ((first,), [second])


def test_a_decision_about_a_third_language_is_stale() -> None:
    other = replace(pair(("1",), ("1",)), notes=(("fr", pair(("1",), ()).notes[0][1]), ("de", ("x",))))
    assert apply(alignment(), [other]).stale == (other,)
