"""What a person sees of corrections."""

from __future__ import annotations

import sys

import pytest

from citecheck.cli.correcting import by_word, trying
from citecheck.model.source import Source
from tests.fix.samples import edit


def test_the_bar_is_for_terminals_alone(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with trying(quiet=False) as watch:
        watch(1, 3)
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with trying(quiet=False) as watch:
        watch(1, 3)
    assert "1/3" in capsys.readouterr().err
    with trying(quiet=True) as watch:
        watch(1, 3)
    assert capsys.readouterr() == ("", "")


def test_each_change_stands_on_a_line_behind_its_place() -> None:
    source = Source("a.md", "one\ntwo three\n")
    edits = [edit(source, 4, 7, "zwei"), edit(source, 0, 3, "")]
    assert by_word(source, edits, "a.md", color=False) == "a.md:1: [-one-]\na.md:2: [-two-]{+zwei+} three\n"
    assert by_word(source, edits[:1], "a.md", color=True) == (
        "\033[36ma.md:2:\033[0m \033[31;9mtwo\033[0m\033[32mzwei\033[0m three\n"
    )
