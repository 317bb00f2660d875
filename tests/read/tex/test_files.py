"""The files of a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.errors import InputError
from citecheck.read import inclusion as module
from citecheck.read.inclusion import MISSING, REFUSED
from citecheck.read.tex.files import Files


def test_a_file_is_found_in_the_folder_of_the_document(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.tex").write_text("b")
    files = Files(str(tmp_path / "main.tex"), b"", {})
    beside = str(tmp_path / "a" / "c.tex")
    assert files.find("a/b", (".tex",), []).path == str(tmp_path / "a" / "b.tex")
    assert files.find("b", (".tex",), [], beside).path == str(tmp_path / "a" / "b.tex")
    assert files.find("c", (".tex",), []).remark == MISSING
    for name in ("../a", "/etc/passwd", "", "x" * 500, "a\0b", "~root"):
        assert files.find(name, ("",), []).remark in (REFUSED, MISSING)
    assert files.find("/etc/passwd", ("",), []).remark == REFUSED


def test_a_file_that_is_being_read_is_refused(tmp_path: Path) -> None:
    main = tmp_path / "main.tex"
    main.write_text("a")
    assert Files(str(main), b"a", {}).find("main", (".tex",), [str(main)]).remark == REFUSED


def test_bytes_at_hand_are_read_instead_of_the_file(tmp_path: Path) -> None:
    main, chapter = str(tmp_path / "main.tex"), str(tmp_path / "one.tex")
    files = Files(main, b"", {chapter: b"then"})
    assert files.find("one", (".tex",), []).path == chapter
    assert [token.text for token in files.tokens(chapter).items] == ["then"]


def test_listings_are_known_before_the_text_is_read(tmp_path: Path) -> None:
    (tmp_path / "own.sty").write_text(r"\lstnewenvironment{own}{}{}")
    main = r"\usepackage{lost,own}\begin{document}\begin{own}\footnote{a}\end{own}b"
    made = Files(str(tmp_path / "main.tex"), main.encode(), {}).tokens(str(tmp_path / "main.tex"))
    assert "footnote" not in [token.text for token in made.items]


def test_all_files_together_have_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 10)
    (tmp_path / "a.tex").write_text("0123456789")
    files = Files(str(tmp_path / "main.tex"), b"", {})
    files.tokens(files.find("a", (".tex",), []).path)
    with pytest.raises(InputError, match="split it"):
        files.tokens(files.find("a", (".tex",), []).path)


def test_so_many_files_may_be_included(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 1)
    (tmp_path / "a.tex").write_text("a")
    files = Files(str(tmp_path / "main.tex"), b"", {})
    assert files.find("a", (".tex",), []).path
    assert files.find("a", (".tex",), []).remark == REFUSED
