"""Jupyter notebooks: Markdown cells with their places."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.cli import run
from citecheck.errors import InputError
from citecheck.read.notebook import source
from tests.tried import tried


def cell(kind: str, *lines: str, **more: Any) -> dict[str, Any]:
    return {"cell_type": kind, "metadata": {}, "source": list(lines), **more}


def notebook(*cells: dict[str, Any]) -> bytes:
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": list(cells)}).encode()


CELLS = (
    cell("raw", "---\n", "title: Ports\n", "---"),
    cell("markdown", "# Ports\n", "\n", "Elms e\u0301te\u0301 &eacute; oaks[^1] fall.\n"),
    cell("code", "x = [1]  # [^9]", outputs=[{"text": "[^8]"}]),
    cell("markdown", "Oaks[^2] stay.\n", "\n", "[^1]: Roe, 2020, p. 3-1\n", "[^2]: Roe, 2020, p. 4"),
    cell("markdown", "# References\n", "\n", "Roe, R. (2020). *Oaks*. London: Harrow."),
)


def test_only_markdown_is_text() -> None:
    made = source("a.ipynb", notebook(*CELLS))
    assert "x = [1]" not in made.text
    assert "[^8]" not in made.text
    assert "été é oaks[^1]" in made.text
    assert made.front.startswith("---")


@pytest.mark.parametrize(
    ("words", "part", "line"),
    [
        ("# Ports", "cell 2", 1),
        ("oaks[^1]", "cell 2", 3),
        ("Oaks[^2]", "cell 4", 1),
        ("3-1", "cell 4", 3),
        ("Harrow", "cell 5", 3),
    ],
)
def test_each_line_has_its_cell(words: str, part: str, line: int) -> None:
    made = source("a.ipynb", notebook(*CELLS))
    anchor = [one for one in made.anchors if one.offset <= made.text.index(words)][-1]
    assert (anchor.part, anchor.paragraph) == (part, line)


def test_older_notebooks_have_worksheets_and_headings() -> None:
    cells = [{"cell_type": "heading", "level": 2, "source": "Elms"}, {"cell_type": "markdown", "source": ["Oaks."]}]
    made = source("a.ipynb", json.dumps({"nbformat": 3, "worksheets": [{"cells": cells}]}).encode())
    assert made.text.split("\n\n") == ["## Elms", "\nOaks.", "\n"] or made.text.startswith("## Elms\n")


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"{", "is no notebook, which is JSON"),
        (b"[]", "it has no cells"),
        (b'{"cells": 3}', "it has no cells"),
        (b"[" * 100_000, "is no notebook"),
        (b"%PDF-1.7", "is a PDF"),
    ],
)
def test_what_is_no_notebook_is_refused(raw: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says):
        source("a.ipynb", raw)


VALUES = st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3))


@settings(max_examples=tried(40, 400))
@given(
    st.lists(
        st.fixed_dictionaries(
            {},
            optional={
                "cell_type": st.sampled_from(["markdown", "heading", "raw"]) | VALUES,
                "source": VALUES,
                "level": VALUES,
            },
        )
        | VALUES,
        max_size=4,
    )
)
def test_any_cells_are_read(cells: list[Any]) -> None:
    made = source("a.ipynb", json.dumps({"cells": cells}).encode())
    assert all(one.offset <= len(made.text) for one in made.anchors)


def test_findings_are_told_with_their_cell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.ipynb"
    file.write_bytes(notebook(*CELLS))
    assert run(["audit", str(file), "--format", "json", "--select", "PAG004"]) == 1
    (one,) = json.loads(capsys.readouterr().out)["findings"]
    assert (one["note"], one["line"], one["place"]["part"], one["place"]["paragraph"]) == ("1", None, "cell 4", 3)
    assert run(["audit", str(file), "--format", "concise", "--select", "PAG004"]) == 1
    assert capsys.readouterr().out.startswith(f"{file} cell 4:3: PAG004 error")


def test_a_notebook_is_not_corrected_and_has_no_layout(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.ipynb"
    file.write_bytes(notebook(*CELLS))
    assert run(["fix", str(file)]) == 2
    assert run(["show", "layout", str(file)]) == 2
    assert "holds Markdown, which has no layout" in capsys.readouterr().err
