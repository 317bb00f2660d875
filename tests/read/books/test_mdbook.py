"""Books of mdBook."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.errors import InputError
from citecheck.model.source import Source
from citecheck.read.books.mdbook import chapters

SUMMARY = """# Summary

[Preface](preface.md)

- [Elms](elms/README.md)
    - [More elms](elms/more%20elms.md)
- [A draft]()
- [Away](https://example.org/x.md)
"""


@pytest.mark.parametrize(("text", "below"), [("", "src"), ('[book]\nsrc = "text"\n', "text")])
def test_the_chapters_of_the_summary(tmp_path: Path, text: str, below: str) -> None:
    (tmp_path / below).mkdir()
    (tmp_path / below / "SUMMARY.md").write_text(SUMMARY, "utf-8")
    names = ("preface.md", "elms/README.md", "elms/more elms.md")
    assert chapters(tmp_path, Source("book.toml", text)).files == tuple(f"{below}/{name}" for name in names)


def test_a_summary_outside_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "SUMMARY.md").write_text(SUMMARY, "utf-8")
    (tmp_path / "book").mkdir()
    with pytest.raises(InputError, match="is of a book without"):
        chapters(tmp_path / "book", Source("book.toml", '[book]\nsrc = ".."\n'))
