"""Text whose accents stand apart from their letters."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from citecheck.read.files import read_source

TEXT = "Émile Bérard, éd.\nNoël, 2019, p. 4"


def test_accents_are_joined_to_their_letters(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(unicodedata.normalize("NFD", TEXT), encoding="utf-8")
    assert read_source(str(path)).text == TEXT


def test_columns_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    apart = unicodedata.normalize("NFD", TEXT)
    path.write_text(apart, encoding="utf-8")
    source = read_source(str(path))
    for word in ("Bérard", "éd", "2019"):
        line, column = source.position(source.text.index(word))
        assert apart.split("\n")[line - 1][column - 1 :].startswith(unicodedata.normalize("NFD", word))
        assert source.offset(line, column) == source.text.index(word)
