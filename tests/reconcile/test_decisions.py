"""Decisions: what they hold on to when the report changes, and how two people's files come together."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from citecheck.model.decision import Decision, DecisionKind
from citecheck.model.finding import State
from citecheck.read.decisions import FILE, read_decisions
from citecheck.reconcile.decisions import (
    Keys,
    apply,
    comment,
    comments,
    key_of,
    line_of,
    removed,
    waived,
    with_decision,
)
from tests.reconcile.samples import TEXT, alignment, findings, place, table

RENUMBERED = re.sub(r"<sup>(\d)</sup>", lambda found: f"<sup>{int(found[1]) + 10}</sup>", TEXT)


def accept(row: int, *codes: str, reason: str = "on purpose", text: str = TEXT) -> Decision:
    made = alignment(text)
    key = key_of(made.groups[row], made)
    return Decision(DecisionKind.ACCEPT, key, codes, f"row {row}", reason, "Yann", "2026-11-24")


def pair(left: tuple[str, ...], right: tuple[str, ...]) -> Decision:
    keys = Keys.of(alignment())
    sides = (("fr", left), ("en", right))
    notes = tuple((lang, tuple(keys.of_note[lang, one] for one in own)) for lang, own in sides)
    return Decision(DecisionKind.PAIR, notes, author="Yann", day="2026-11-24")


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


# The file.

ORDER = comments(alignment())
LANGS = ("fr", "en")


def under(row: int) -> str:
    return comment(alignment().groups[row], LANGS)


def written(text: str, *rows: int, by: str = "Yann") -> str:
    """The text with an acceptance of each of these groups."""
    for row in rows:
        text = with_decision(text, replace(accept(row), author=by), under(row), ORDER)
    return text


def read_back(folder: Path, text: str) -> list[Decision]:
    (folder / FILE).write_text(text, encoding="utf-8")
    return [replace(one, place="") for one in read_decisions(folder / FILE)]


def kept(text: str) -> list[str]:
    """The comments and what the decisions are about, without the head of the file."""
    return [found[1] or found[0] for found in re.finditer(r'^# (?:fr|en|§) \S+$|about = "([^"]*)"', text, re.MULTILINE)]


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    decisions = [accept(1, "BIL003", reason='merged "on" purpose\\n'), pair(("2",), ())]
    text = ""
    for one in decisions:
        text = with_decision(text, one, under(1), ORDER)
    assert read_back(tmp_path, text) == decisions
    assert {*tomllib.loads(text)} == {"accept", "pair"}


@given(st.text())
def test_any_reason_can_be_written_and_read(tmp_path_factory: pytest.TempPathFactory, reason: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    assert read_back(folder, line_of(accept(1, reason=reason)))[0].reason == reason


def test_a_decision_stands_under_its_group() -> None:
    assert kept(written("", 5, 1)) == [
        *("# § 1", "# fr 1", "# fr 2", "row 1", "# § 1.1", "# fr 4", "# fr 5", "# fr 6", "# en 6", "row 5"),
    ]


def test_a_group_that_the_file_does_not_name_gets_its_place() -> None:
    order = ["# § 1", "# fr 1", "# fr 2", "# fr 3", "# § 2", "# fr 4"]
    text = with_decision("# fr 2\n# fr 4\n", accept(1), "# fr 3", order)
    text = with_decision(text, accept(0), "# fr 1", order)
    assert kept(text) == ["# fr 1", "row 0", "# fr 2", "# fr 3", "row 1", "# fr 4"]


OLD = """\
# § 1

[[decision]]
kind = "accept"
about = "old 1"
notes = { fr = ["ab"] }

# § 2

[[decision]]
kind = "accept"
about = "old 2"
notes = { fr = ["cd"] }
"""


def test_an_older_file_goes_on_being_read_and_written(tmp_path: Path) -> None:
    text = written(OLD, 1, 3)
    assert {*tomllib.loads(text)} == {"accept", "decision"}
    assert [one.about for one in read_back(tmp_path, text)] == ["row 1", "row 3", "old 1", "old 2"]
    text = written(removed(text, read_decisions(tmp_path / FILE)[1]), 0)
    assert [one.about for one in read_back(tmp_path, text)] == ["row 0", "row 1", "old 1", "old 2"]
    text = removed(OLD, replace(accept(1), place=f"{FILE}:3"))
    assert [one.about for one in read_back(tmp_path, text)] == ["old 2"]


def test_a_decision_can_be_taken_out(tmp_path: Path) -> None:
    text = written("", 1, 5)
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    first = read_decisions(tmp_path / FILE)[0]
    assert removed(text, first) == written("", 5)


# The files of two people in Git.


def git(folder: Path, *words: str) -> int:
    settings = ("user.name=x", "user.email=x@example.org", "init.defaultBranch=main", "core.hooksPath=/dev/null")
    who = [word for one in settings for word in ("-c", one)]
    return subprocess.run(["git", *who, *words], cwd=folder, capture_output=True, check=False).returncode


def merged(folder: Path, base: str | None, mine: str, yours: str, attributes: str = "") -> bool:
    """Whether Git merges two people's files by itself; it leaves what comes of it."""
    file = folder / FILE
    (folder / ".gitattributes").write_text(attributes, encoding="utf-8")
    if base is not None:
        file.write_text(base, encoding="utf-8")
    assert git(folder, "init") == git(folder, "add", ".") == git(folder, "commit", "-m", "base") == 0
    for branch, text in (("yours", yours), ("mine", mine)):
        assert git(folder, "checkout", "-b", branch, "main") == 0
        file.write_text(text, encoding="utf-8")
        assert git(folder, "add", ".") == git(folder, "commit", "-m", branch) == 0
    return git(folder, "merge", "yours") == 0


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="no git")
UNION = f"{FILE} merge=union\n"


@needs_git
@pytest.mark.parametrize("attributes", ["", UNION])
def test_the_files_of_two_people_merge_in_git(tmp_path: Path, attributes: str) -> None:
    # Neighbours in one section are the case that blocks at its end do not survive.
    base = written("", 3)
    assert merged(tmp_path, base, written(base, 1, 4), written(base, 0, 2, 5), attributes)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == written("", 0, 1, 2, 3, 4, 5)


@needs_git
def test_an_acceptance_and_the_removal_of_another_merge(tmp_path: Path) -> None:
    base = written("", 1, 2)
    assert merged(tmp_path, base, written(base, 3), written("", 1))
    assert (tmp_path / FILE).read_text(encoding="utf-8") == written("", 1, 3)


@needs_git
@pytest.mark.parametrize("shared", [(), (2,)])
def test_two_people_who_both_make_the_file_merge_by_union(tmp_path: Path, shared: tuple[int, ...]) -> None:
    mine, yours = written("", *shared, 0, 1, by="Anne"), written("", *shared, 1, 3, 5)
    assert merged(tmp_path, None, mine, yours, UNION)
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    tomllib.loads(text)
    assert sorted({one.about for one in read_back(tmp_path, text)}) == sorted(
        f"row {row}" for row in {0, 1, 3, 5, *shared}
    )


@needs_git
def test_two_people_who_accept_one_group_merge_by_union(tmp_path: Path) -> None:
    base = written("", 3)
    assert merged(tmp_path, base, written(base, 1, by="Anne"), written(base, 1), UNION)
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    tomllib.loads(text)
    assert (text.count('"Anne"'), text.count('"row 1"')) == (1, 2)
    # The same was decided twice, which is one decision.
    assert [one.about for one in read_back(tmp_path, text)] == ["row 1", "row 3"]


def test_two_files_put_one_after_the_other_are_one(tmp_path: Path) -> None:
    text = written("", 1, 0) + written("", 1, 5)
    assert [one.about for one in read_back(tmp_path, text)] == ["row 0", "row 1", "row 5"]
