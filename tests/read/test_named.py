"""Names of files as texts give them."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck import audit
from citecheck.read.named import names_a_file


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "", "nowhere.tex"])
def test_what_no_file_can_be_called_names_none(name: str) -> None:
    assert not names_a_file(name)


def test_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.tex").write_text("x")
    assert names_a_file(tmp_path / "a.tex")


def test_latex_whose_braces_are_lost_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.tex"
    path.write_text(
        "\\documentclass{article}\n\\usepackage{am" + "set " * 80 + "}\n\\begin{document}\nA.\n\\end{document}\n"
    )
    assert audit([str(path)]).versions
