"""MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.model.source import Source
from citecheck.read.books.mkdocs import chapters

NAV = """nav:
  - index.md
  - Elms: trees/elms.md
  - Oaks:
      - trees/oaks.md
      - Away: https://example.org/a.md
  - Style: style.css
markdown_extensions:
  - x: {emoji_index: !!python/name:materialx.emoji.twemoji }
"""


@pytest.mark.parametrize(
    ("text", "files"),
    [
        (NAV, ("docs/index.md", "docs/trees/elms.md", "docs/trees/oaks.md")),
        ("docs_dir: text\n" + NAV, ("text/index.md", "text/trees/elms.md", "text/trees/oaks.md")),
        ("site_name: x", ("docs/index.md", "docs/a.md", "docs/trees/index.md", "docs/trees/elms.md")),
    ],
)
def test_the_navigation_or_all_files(tmp_path: Path, text: str, files: tuple[str, ...]) -> None:
    (tmp_path / "docs" / "trees").mkdir(parents=True)
    for name in ("a.md", "index.md", "trees/elms.md", "trees/index.md"):
        (tmp_path / "docs" / name).touch()
    assert chapters(tmp_path, Source("mkdocs.yml", text)).files == files
