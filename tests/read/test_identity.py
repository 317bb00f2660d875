"""Names that mean the same file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from citecheck.read.identity import STANDARD, identities, same_file


def test_links_of_either_sort_mean_the_file(tmp_path: Path) -> None:
    file, soft, hard, other = (str(tmp_path / name) for name in ("a.md", "soft.md", "hard.md", "other.md"))
    Path(file).write_text("Text.")
    Path(other).write_text("Text.")
    Path(soft).symlink_to(file)
    Path(hard).hardlink_to(file)
    for path in (soft, hard, str(tmp_path / "x" / ".." / "a.md")):
        assert same_file(file, [other, path]) == path
    assert same_file(file, [other]) is None
    assert same_file(file, []) is None


def test_a_file_that_does_not_exist_is_where_it_would_be(tmp_path: Path) -> None:
    assert same_file(str(tmp_path / "a.md"), [str(tmp_path / "." / "a.md")]) is not None
    assert same_file(str(tmp_path / "a.md"), [str(tmp_path / "b.md")]) is None


@pytest.mark.parametrize("path", [STANDARD, "a\0b"])
def test_standard_input_and_impossible_paths_are_no_file(path: str) -> None:
    assert identities(path) == frozenset()
    assert same_file(path, [path]) is None


def test_what_is_no_regular_file_is_only_its_name() -> None:
    assert identities(os.devnull) == {os.path.normcase(os.path.realpath(os.devnull))}
