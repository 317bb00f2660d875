"""Quarto and R Markdown files that include others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citecheck.cli import run
from citecheck.model.source import Source
from citecheck.read.including import read_including

TWO = "# Two\n\nOaks stay.[^2]\n\n[^2]: Roe, 2020, p. 9.\n"


def read(folder: Path, text: str, **files: str) -> Source:
    for name, held in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(held, "utf-8")
    (folder / "a.qmd").write_text(text, "utf-8")
    return read_including(str(folder / "a.qmd"), None, {})


def spot(source: Source, words: str) -> tuple[str, int, int]:
    path, line, column = source.spot(source.text.index(words))
    return Path(path).name, line, column


@pytest.mark.parametrize(
    "include",
    [
        "{{< include two.qmd >}}",
        '{{< include "two.qmd" >}}',
        "```{r child='two.qmd'}\n```",
        '```{r, echo=FALSE, child = c("two.qmd")}\n```',
        "```{r}\n#| child: two.qmd\n```",
    ],
)
def test_what_is_included_stands_in_its_place(tmp_path: Path, include: str) -> None:
    made = read(tmp_path, f"# One\n\nElms fall.\n\n{include}\n\nFirs grow.\n", **{"two.qmd": TWO})
    assert made.text.index("Elms") < made.text.index("Oaks") < made.text.index("Firs")
    assert spot(made, "Elms") == ("a.qmd", 3, 1)
    assert spot(made, "stay") == ("two.qmd", 3, 6)
    assert spot(made, "Firs") == ("a.qmd", 6 + include.count("\n") + 1, 1)
    assert made.lost == ()


def test_columns_and_lines_hold_behind_entities(tmp_path: Path) -> None:
    made = read(tmp_path, "&eacute;&eacute; One.\n\n{{< include two.qmd >}}\n", **{"two.qmd": TWO})
    assert spot(made, "stay") == ("two.qmd", 3, 6)


def test_included_files_include_others(tmp_path: Path) -> None:
    files = {"parts/two.qmd": "Two.\n\n{{< include three.qmd >}}\n", "parts/three.qmd": "Three.\n"}
    made = read(tmp_path, "One.\n\n{{< include parts/two.qmd >}}\n", **files)
    assert spot(made, "Three") == ("three.qmd", 1, 1)


@pytest.mark.parametrize(
    ("include", "key"),
    [
        ("{{< include none.qmd >}}", "include-missing"),
        ("{{< include a.qmd >}}", "include-refused"),
        ("{{< include ../b.qmd >}}", "include-refused"),
        ("{{< include /etc/passwd >}}", "include-refused"),
    ],
)
def test_what_is_not_included_is_said_at_its_line(tmp_path: Path, include: str, key: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "b.qmd").write_text("Outside.\n", "utf-8")
    made = read(tmp_path / "in", f"One.\n\n{include}\n\nTwo.\n")
    [(offset, said)] = made.lost
    assert (said, made.spot(offset)[1]) == (key, 3)
    assert "Two." in made.text


@pytest.mark.parametrize(
    "text",
    [
        "One.\n",
        "```markdown\n{{< include two.qmd >}}\n```\n",
        "A line with {{< include two.qmd >}} in it.\n",
        "The child = 'two.qmd'\n",
    ],
)
def test_what_includes_nothing_is_a_text_as_any(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text, **{"two.qmd": TWO}).anchors == ()
    (tmp_path / "a.md").write_text("{{< include two.qmd >}}\n", "utf-8")
    assert read_including(str(tmp_path / "a.md"), None, {}).anchors == ()


def test_findings_are_told_in_the_file_that_holds_the_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read(
        tmp_path, "# One\n\nElms fall.[^1]\n\n{{< include two.qmd >}}\n\n[^1]: Roe, 2020, p. 4-1.\n", **{"two.qmd": TWO}
    )
    assert run(["audit", str(tmp_path / "a.qmd"), str(tmp_path / "two.qmd"), "--format", "json"]) == 1
    made = json.loads(capsys.readouterr().out)
    (one,) = (found for found in made["findings"] if found["severity"] == "error")
    assert (Path(one["path"]).name, one["line"], one["column"]) == ("a.qmd", 7, 21)
    assert made["inputs"][0]["notes"] == 2
