"""Decisions: how they are written down, and how two people's files come together."""

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

from citecheck.model.decision import Decision
from citecheck.read.decisions import FILE, read_decisions
from citecheck.reconcile.decisions import comment, comments, line_of, removed, with_decision
from tests.reconcile.samples import accept, alignment, pair

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
