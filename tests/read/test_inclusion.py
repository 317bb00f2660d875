"""Files that a text includes, within bounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.errors import InputError
from citecheck.read.including import read_including
from citecheck.read.inclusion import LARGEST, MISSING, REFUSED, Inclusion


def test_files_are_found_in_the_folder_only(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("out.qmd", "in/a.qmd", "in/b.qmd"):
        (tmp_path / name).write_text("x", "utf-8")
    main = str(tmp_path / "in" / "a.qmd")
    files = Inclusion(main, b"x", {})
    assert files.find("b", ("", ".qmd"), (main,)).path == str(tmp_path / "in" / "b.qmd")
    assert files.find("a.qmd", ("",), (main,)).remark == REFUSED
    assert files.find("../out.qmd", ("",), (main,)).remark == REFUSED
    assert files.find("c.qmd", ("",), (main,)).remark == MISSING


def test_a_file_that_is_included_without_end_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b.qmd").write_text("x" * (LARGEST // 100), "utf-8")
    (tmp_path / "a.qmd").write_text("{{< include b.qmd >}}\n" * 200, "utf-8")
    with pytest.raises(InputError, match="30 MB with the files that it includes"):
        read_including(str(tmp_path / "a.qmd"), None, {})
